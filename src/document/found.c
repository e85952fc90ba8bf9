/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the journals know of a document. Bytes decide, never time stamps. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/keeping-private.h"

#include "document/journal-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

char *
amicus_document_dup_identity (GFile *file)
{
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autofree char *resolved = path != NULL ? realpath (path, NULL) : NULL;

  return g_strdup (resolved != NULL ? resolved : path);
}

AmicusFound *
amicus_found_new (GFile              *file,
                  GBytes             *bytes,
                  const char * const *folders)
{
  AmicusFound *self = g_new0 (AmicusFound, 1);

  g_set_object (&self->file, file);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->folders = g_strdupv ((char **) folders);
  self->saved_place = -1;

  return self;
}

void
amicus_found_hash (AmicusFound *self)
{
  if (self->bytes != NULL)
    amicus_journal_hash (self->bytes, self->hash);
}

void
amicus_found_free (gpointer found)
{
  AmicusFound *self = found;

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->folders, g_strfreev);
  g_clear_pointer (&self->journal, amicus_journal_free);
  g_clear_pointer (&self->history, amicus_history_free);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_clear_pointer (&self->half, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->reading, amicus_reading_free);
  g_free (self);
}

static const char * const *
get_folders (const AmicusFound *self)
{
  return (const char * const *) self->folders;
}

/* For whoever looks into it; people are told where edits are kept. */
static void
note (GError *error)
{
  g_debug ("%s", error->message);
  g_error_free (error);
}

static void
begin_anew (AmicusFound *self)
{
  g_autofree char *path = amicus_document_dup_identity (self->file);
  GError *error = NULL;

  self->journal = amicus_journal_new (get_folders (self), path, self->bytes);
  if (!amicus_journal_start (self->journal, &error))
    note (error);
}

static gboolean
has_hash (const guint8 *hash,
          const guint8 *other)
{
  return memcmp (hash, other, AMICUS_JOURNAL_HASH_SIZE) == 0;
}

/* What was never saved comes first; among those, what goes on from what the file holds, then the
 * longest. Any order would do, as long as it is always the same: nothing is thrown away. */
static gboolean
is_better (const AmicusJournalContents *contents,
           const AmicusJournalContents *other,
           const guint8                *hash)
{
  const AmicusJournalHistory *a = &contents->history;
  const AmicusJournalHistory *b = &other->history;
  gboolean a_fits = has_hash (a->saved_hash, hash);
  gboolean b_fits = has_hash (b->saved_hash, hash);

  if ((a->n_unsaved > 0) != (b->n_unsaved > 0))
    return a->n_unsaved > 0;
  if (a_fits != b_fits)
    return a_fits;
  if (a->n_unsaved != b->n_unsaved)
    return a->n_unsaved > b->n_unsaved;
  if (a->steps->len != b->steps->len)
    return a->steps->len > b->steps->len;

  return strcmp (contents->file, other->file) < 0;
}

static const char *
choose (GPtrArray    *orphans,
        const guint8 *hash)
{
  const AmicusJournalContents *best = NULL;

  for (guint i = 0; i < orphans->len; i++)
    {
      const AmicusJournalContents *orphan = orphans->pdata[i];

      if (best == NULL || is_better (orphan, best, hash))
        best = orphan;
    }

  return best != NULL ? best->file : NULL;
}

static void
take_history (AmicusFound                *self,
              const AmicusJournalHistory *kept)
{
  self->history = amicus_history_new ();
  for (guint i = 0; i < kept->steps->len; i++)
    {
      const AmicusJournalStep *step = kept->steps->pdata[i];

      amicus_history_append (self->history, step->name, step->patches, step->inverses);
    }
  amicus_history_set_place (self->history, kept->position);
}

static void
tell_saved (AmicusFound                *self,
            const AmicusJournalHistory *kept)
{
  g_autofree char *path = amicus_document_dup_identity (self->file);
  GError *error = NULL;

  if (kept->n_unsaved == 0 && has_hash (kept->saved_hash, self->hash))
    return;

  amicus_journal_mark (self->journal);
  if (!amicus_journal_append_saved (self->journal, path, self->hash, &error))
    note (error);
}

/* Nothing of ours is missing in the file. If it was changed by others, that is a step, too: what we
 * had can be had again. */
static void
go_on_with_file (AmicusFound                 *self,
                 const AmicusJournalContents *contents)
{
  g_autoptr (AmicusPatch) patch = amicus_patch_between (contents->text, self->bytes);
  g_autoptr (AmicusPatch) inverse = amicus_patch_invert (patch, contents->text);
  g_autoptr (GPtrArray) patches = amicus_history_new_list ();
  g_autoptr (GPtrArray) inverses = amicus_history_new_list ();
  const char *name = _("Changes by Another Program");
  GError *error = NULL;

  if (!amicus_patch_is_empty (patch))
    {
      g_ptr_array_add (patches, amicus_patch_ref (patch));
      g_ptr_array_add (inverses, amicus_patch_ref (inverse));
      amicus_history_add (self->history, name, patches, inverses);
      if (!amicus_journal_append (self->journal, AMICUS_JOURNAL_DO, name, patches, &error))
        note (error);
    }
  tell_saved (self, &contents->history);
  self->kept = AMICUS_KEPT_RESUMED;
  self->saved = g_bytes_ref (self->bytes);
  self->saved_place = (int) amicus_history_get_place (self->history);
}

/* Edits are missing in the file, which is as it was when they were made, or not. */
static void
recover (AmicusFound                 *self,
         const AmicusJournalContents *contents)
{
  const AmicusJournalHistory *kept = &contents->history;
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (contents->text);

  if (self->bytes != NULL && has_hash (kept->saved_hash, self->hash))
    self->saved = g_bytes_ref (self->bytes);
  else if (kept->saved >= 0)
    self->saved = amicus_journal_history_render_at (kept, (guint) kept->saved);
  if (kept->saving >= 0)
    self->half = amicus_journal_history_render_at (kept, (guint) kept->saving);

  self->kept = AMICUS_KEPT_RECOVERED;
  self->saved_place = kept->saved;
  self->n_edits = kept->n_unsaved;
  self->when = kept->when;
  self->text = g_bytes_ref (contents->text);
  self->reading = amicus_reading_new (syntax, 0);
  amicus_reading_evaluate (self->reading);
}

/* A save whose end was not seen is in the file: it was killed between the two. */
static void
end_saving (AmicusFound          *self,
            AmicusJournalHistory *kept)
{
  GError *error = NULL;

  if (!kept->is_saving || self->bytes == NULL || !has_hash (kept->saving_hash, self->hash))
    return;

  amicus_journal_history_save (kept, kept->saving, self->hash);
  if (!amicus_journal_end_saving (self->journal, &error))
    note (error);
}

gboolean
amicus_found_resume (AmicusFound  *self,
                     const char   *journal,
                     GError      **error)
{
  g_autoptr (AmicusJournalContents) contents = NULL;

  self->journal = amicus_journal_resume (get_folders (self), journal, &contents, error);
  if (self->journal == NULL)
    return FALSE;

  take_history (self, &contents->history);
  end_saving (self, &contents->history);
  if (self->bytes != NULL &&
      (contents->history.n_unsaved == 0 || g_bytes_equal (contents->text, self->bytes)))
    go_on_with_file (self, contents);
  else
    recover (self, contents);

  return TRUE;
}

/* Goes on with a journal of @path, if there is one. */
static void
resume_best (AmicusFound *self,
             const char  *path)
{
  g_autoptr (GPtrArray) orphans = amicus_journal_list_orphans (get_folders (self), path);
  GError *error = NULL;

  if (orphans->len == 0)
    return;

  amicus_found_hash (self);
  if (!amicus_found_resume (self, choose (orphans, self->hash), &error))
    note (error);
}

void
amicus_found_look (AmicusFound *self)
{
  g_autofree char *path = amicus_document_dup_identity (self->file);

  self->kept = AMICUS_KEPT_NEW;
  if (path != NULL && amicus_journal_is_open (get_folders (self), path))
    self->kept = AMICUS_KEPT_ELSEWHERE;
  else if (path != NULL)
    resume_best (self, path);

  if (self->journal == NULL)
    begin_anew (self);
}
