/* SPDX-License-Identifier: GPL-3.0-or-later
 * Journals that nobody writes: finding, reading, putting away. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/journal-private.h"

#include <errno.h>
#include <string.h>

#define DAMAGED ".damaged"
#define DISCARDED ".discarded"
#define JOURNAL ".journal"

/**
 * amicus_journal_read_bytes:
 * @bytes: of a journal, whoever made them
 * @error: return location for an #AmicusJournalError
 *
 * Replays a journal: time and memory are bounded by its size.
 *
 * Returns: (transfer full) (nullable): what it tells, up to where it is damaged
 */
AmicusJournalContents *
amicus_journal_read_bytes (GBytes  *bytes,
                           GError **error)
{
  g_autoptr (AmicusJournalContents) contents = amicus_journal_scan (bytes, error);

  if (contents->history.base == NULL)
    return NULL;

  contents->text = amicus_journal_history_render (&contents->history);
  return g_steal_pointer (&contents);
}

static gboolean
is_put_away (const char *file)
{
  return g_str_has_suffix (file, DAMAGED) || g_str_has_suffix (file, DISCARDED);
}

/* What is damaged is put aside with a name of its own and stays. */
void
amicus_journal_quarantine (AmicusJournalFile           *file,
                           const AmicusJournalContents *contents)
{
  if (contents->state != AMICUS_JOURNAL_DAMAGED || is_put_away (file->path))
    return;
  if (!amicus_journal_file_rename (file, DAMAGED))
    g_warning ("“%s” is damaged and could not be renamed: %s", file->path, g_strerror (errno));
}

/**
 * amicus_journal_read:
 * @file: a journal whose document is not open
 * @error: return location for an #AmicusJournalError
 *
 * Reads and replays a journal. A last record that was not written to its end is left out: it was
 * never told to be kept. If anything else is wrong, the file is renamed, to end in “.damaged”, and
 * what came before is returned.
 *
 * Returns: (transfer full) (nullable): what it tells; its `file` is where it is now
 */
AmicusJournalContents *
amicus_journal_read (const char  *file,
                     GError     **error)
{
  g_autoptr (AmicusJournalFile) journal = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AmicusJournalContents) contents = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  journal = amicus_journal_file_open (file, FALSE, error);
  if (journal == NULL)
    return NULL;
  bytes = amicus_journal_file_read (journal, 0, error);
  if (bytes == NULL)
    return NULL;

  contents = amicus_journal_scan (bytes, error);
  amicus_journal_quarantine (journal, contents);
  if (contents->history.base == NULL)
    return NULL;

  contents->file = g_strdup (journal->path);
  contents->text = amicus_journal_history_render (&contents->history);
  return g_steal_pointer (&contents);
}

/* What a journal tells, without its text; %NULL if its document is open, or it tells nothing. Changes
 * nothing. */
AmicusJournalContents *
amicus_journal_look_into (const char *folder,
                          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (AmicusJournalFile) file = amicus_journal_file_open (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? amicus_journal_file_read (file, 0, NULL) : NULL;
  g_autoptr (AmicusJournalContents) contents = NULL;

  if (bytes == NULL)
    return NULL;

  contents = amicus_journal_scan (bytes, NULL);
  if (contents->history.base == NULL)
    return NULL;

  contents->file = g_steal_pointer (&path);
  return g_steal_pointer (&contents);
}

static gboolean
is_orphan (const char *name)
{
  return g_str_has_suffix (name, JOURNAL) || g_str_has_suffix (name, DAMAGED);
}

static void
free_contents (gpointer contents)
{
  amicus_journal_contents_free (contents);
}

/* A journal that went on elsewhere is told once, by the file that tells most. */
static void
add_orphan (GPtrArray             *orphans,
            AmicusJournalContents *orphan)
{
  for (guint i = 0; i < orphans->len; i++)
    {
      AmicusJournalContents *other = orphans->pdata[i];

      if (memcmp (other->id, orphan->id, sizeof orphan->id) != 0)
        continue;

      if (other->generation < orphan->generation)
        {
          orphans->pdata[i] = orphan;
          orphan = other;
        }
      amicus_journal_contents_free (orphan);
      return;
    }

  g_ptr_array_add (orphans, orphan);
}

typedef void (*Visit) (const char *folder,
                       const char *name,
                       gpointer    data);

static void
visit_folder (const char *folder,
              const char *prefix,
              Visit       visit,
              gpointer    data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (prefix == NULL || g_str_has_prefix (name, prefix))
      visit (folder, name, data);
}

static void
visit_orphan (const char *folder,
              const char *name,
              gpointer    orphans)
{
  AmicusJournalContents *orphan = is_orphan (name) ? amicus_journal_look_into (folder, name) : NULL;

  if (orphan != NULL)
    add_orphan (orphans, orphan);
}

static void
visit_all (const char * const *folders,
           const char         *path,
           Visit               visit,
           gpointer            data)
{
  g_auto (GStrv) all = amicus_journal_dup_folders (folders);
  g_autofree char *prefix = path != NULL ? amicus_journal_name_prefix (path) : NULL;

  for (char **folder = all; *folder != NULL; folder++)
    visit_folder (*folder, prefix, visit, data);
}

/**
 * amicus_journal_list_orphans:
 * @folders: (nullable): where to look; %NULL for the folders of this person
 * @path: (nullable): a document's file; %NULL for any
 *
 * Lists the journals whose document nobody has open: after a crash, or kept because undo goes
 * through a restart (then `n_unsaved` is 0). Changes nothing. Blocks: reads the files.
 *
 * Returns: (transfer full) (element-type AmicusJournalContents): without texts
 */
GPtrArray *
amicus_journal_list_orphans (const char * const *folders,
                             const char         *path)
{
  GPtrArray *orphans = g_ptr_array_new_with_free_func (free_contents);

  visit_all (folders, path, visit_orphan, orphans);
  return orphans;
}

static void
visit_open (const char *folder,
            const char *name,
            gpointer    data)
{
  gboolean *is_open = data;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  G_GNUC_UNUSED g_autoptr (AmicusJournalFile) file = amicus_journal_file_open (path, FALSE, &error);

  if (g_error_matches (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_BUSY))
    *is_open = TRUE;
}

/**
 * amicus_journal_is_open:
 * @folders: (nullable): where to look; %NULL for the folders of this person
 * @path: a document's file
 *
 * Returns: whether a journal of it is being written, in this program or another
 */
gboolean
amicus_journal_is_open (const char * const *folders,
                        const char         *path)
{
  gboolean is_open = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);

  visit_all (folders, path, visit_open, &is_open);
  return is_open;
}

/**
 * amicus_journal_discard:
 * @file: a journal whose document is not open
 * @error: return location for an #AmicusJournalError
 *
 * Puts a journal away, once a person has seen it and does not want it, so that it is not listed
 * again. The file stays, and its name ends in “.discarded”.
 *
 * Returns: whether that was done
 */
gboolean
amicus_journal_discard (const char  *file,
                        GError     **error)
{
  g_autoptr (AmicusJournalFile) journal = NULL;

  g_return_val_if_fail (file != NULL, FALSE);

  journal = amicus_journal_file_open (file, TRUE, error);
  if (journal == NULL)
    return FALSE;
  if (!amicus_journal_file_rename (journal, DISCARDED))
    {
      amicus_journal_set_error (error, errno);
      return FALSE;
    }

  return TRUE;
}

static void
visit_forgotten (const char *folder,
                 const char *name,
                 gpointer    data)
{
  GError **error = data;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AmicusJournalFile) file = amicus_journal_file_open (path, TRUE, &failure);

  if (file != NULL && !amicus_journal_file_wipe (file))
    amicus_journal_set_error (&failure, errno);
  if (failure != NULL && *error == NULL &&
      !g_error_matches (failure, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_BUSY))
    *error = g_steal_pointer (&failure);
}

/**
 * amicus_journal_forget_path:
 * @folders: (nullable): where to look; %NULL for the folders of this person
 * @path: a document's file
 * @error: return location for an #AmicusJournalError
 *
 * Overwrites and removes all journals of a document, discarded and damaged ones too, except those
 * of windows in which it is open. Only for a person who asks for it, and knows that edits that
 * were not saved go too.
 *
 * Returns: whether nothing is left
 */
gboolean
amicus_journal_forget_path (const char * const  *folders,
                            const char          *path,
                            GError             **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  visit_all (folders, path, visit_forgotten, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
