/* SPDX-License-Identifier: GPL-3.0-or-later
 * What others have written is not lost when a person writes over it: undo leads there. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/keeping-private.h"

#include "document/load-private.h"

#include <glib/gi18n-lib.h>

/**
 * Theirs:
 * @known: what the file held when it was opened or saved last; %NULL if that is not known
 * @bytes: what it holds; %NULL if that is the same, or cannot be read
 *
 * A look at what is about to be written over.
 */
typedef struct
{
  GFile *file;
  GBytes *known;
  GBytes *bytes;
  AmicusTurnFunc next;
} Theirs;

static void
free_theirs (gpointer data)
{
  Theirs *theirs = data;

  g_object_unref (theirs->file);
  g_clear_pointer (&theirs->known, g_bytes_unref);
  g_clear_pointer (&theirs->bytes, g_bytes_unref);
  g_free (theirs);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Theirs *theirs = task_data;

  theirs->bytes = amicus_document_load (theirs->file, NULL, NULL);
  if (theirs->bytes != NULL && theirs->known != NULL &&
      g_bytes_equal (theirs->bytes, theirs->known))
    g_clear_pointer (&theirs->bytes, g_bytes_unref);
  g_task_return_boolean (task, TRUE);
}

/* The text stays as it is, so that nobody needs to be told. */
static void
add_step (AmicusDocument *self,
          const char     *name,
          GBytes         *from,
          GBytes         *to)
{
  g_autoptr (AmicusPatch) patch = amicus_patch_between (from, to);
  g_autoptr (GPtrArray) patches = amicus_history_new_list ();
  g_autoptr (GPtrArray) inverses = amicus_history_new_list ();

  g_ptr_array_add (patches, amicus_patch_ref (patch));
  g_ptr_array_add (inverses, amicus_patch_invert (patch, from));
  amicus_history_add (self->history, name, patches, inverses);
  if (self->step_func != NULL)
    self->step_func (self, AMICUS_STEP_EDIT, name, patches, self->step_data);
}

/* To theirs and back. */
static void
add_theirs (AmicusDocument *self,
            GBytes         *theirs)
{
  GBytes *ours = amicus_document_get_bytes (self);
  guint mark = amicus_history_get_mark (self->history);

  if (g_bytes_equal (ours, theirs))
    return;

  add_step (self, _("Changes by Another Program"), ours, theirs);
  add_step (self, _("Overwrite"), theirs, ours);
  amicus_history_set_mark (self->history, mark);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  AmicusDocument *self = g_task_get_source_object (task);
  const Theirs *theirs = g_task_get_task_data (G_TASK (result));

  if (theirs->bytes != NULL)
    add_theirs (self, theirs->bytes);
  theirs->next (self, task);
}

void
amicus_document_keep_theirs (AmicusDocument *self,
                             GTask          *task,
                             AmicusTurnFunc  next)
{
  Theirs *theirs = g_new0 (Theirs, 1);

  theirs->file = g_object_ref (self->file);
  theirs->known = self->saved != NULL ? g_bytes_ref (self->saved) : NULL;
  theirs->next = next;
  amicus_document_work (task, theirs, free_theirs, load_in_thread, loaded_cb);
}
