/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "keeping-support.h"

#include "document/commands.h"
#include "graph/name.h"
#include "journal-support.h"

#include <glib/gstdio.h>

void
desk_set_up (Desk          *desk,
             gconstpointer  data)
{
  desk->state = journal_make_folder ();
  desk->top = g_path_get_dirname (desk->state);
  desk->path = g_build_filename (desk->top, "a.gv", NULL);
  desk->folders[0] = desk->state;
  desk->folders[1] = NULL;
  desk->file = g_file_new_for_path (desk->path);
  desk_write (desk, DESK_TEXT);
}

void
desk_tear_down (Desk          *desk,
                gconstpointer  data)
{
  desk_close (desk);
  g_object_unref (desk->file);
  g_unlink (desk->path);
  journal_remove_folder (desk->state);
  g_assert_false (g_file_test (desk->top, G_FILE_TEST_EXISTS));
  g_free (desk->path);
  g_free (desk->top);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GAsyncResult **answer = data;

  *answer = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **answer)
{
  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *answer;
}

AmicusDocument *
desk_open_file (Desk *desk)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  AmicusDocument *document;

  amicus_document_open_async (desk->file, NULL, answered_cb, &answer);
  document = amicus_document_open_finish (wait_for (&answer), &error);
  g_assert_no_error (error);

  return document;
}

AmicusKept
desk_keep (Desk           *desk,
           AmicusDocument *document)
{
  g_autoptr (GAsyncResult) answer = NULL;

  amicus_document_keep_async (document, desk->folders, NULL, answered_cb, &answer);
  return amicus_document_keep_finish (document, wait_for (&answer), &desk->n_edits, NULL);
}

AmicusKept
desk_open (Desk *desk)
{
  desk_close (desk);
  desk->document = desk_open_file (desk);

  return desk_keep (desk, desk->document);
}

void
desk_close (Desk *desk)
{
  if (desk->document == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (desk->document), (gpointer *) &desk->document);
  g_object_unref (desk->document);
  /* A task may still hold it. */
  while (desk->document != NULL)
    g_main_context_iteration (NULL, FALSE);
}

static void
unref_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

void
desk_crash (Desk *desk)
{
  g_autoptr (GPtrArray) files = journal_list_files (desk->state);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (unref_bytes);
  g_autoptr (GPtrArray) left = NULL;

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (contents, journal_load (files->pdata[i]));
  desk_close (desk);

  left = journal_list_files (desk->state);
  for (guint i = 0; i < left->len; i++)
    g_assert_cmpint (g_unlink (left->pdata[i]), ==, 0);
  for (guint i = 0; i < files->len; i++)
    {
      gsize size;
      const char *data = g_bytes_get_data (contents->pdata[i], &size);

      g_assert_true (g_file_set_contents (files->pdata[i], data, (gssize) size, NULL));
    }
}

void
desk_edit (Desk       *desk,
           const char *value)
{
  g_autoptr (AmicusName) name = amicus_name_new_entity ("a");
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_document_set_attribute (desk->document, name, "x", value, &error));
  g_assert_no_error (error);
}

AmicusSaved
desk_save (Desk             *desk,
           GFile            *file,
           AmicusSaveFlags   flags,
           GError          **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  amicus_document_save_async (desk->document, file, flags, NULL, answered_cb, &answer);
  return amicus_document_save_finish (desk->document, wait_for (&answer), error);
}

void
desk_save_well (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  AmicusSaved saved = desk_save (desk, NULL, AMICUS_SAVE_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_cmpint (saved, ==, AMICUS_SAVED);
}

AmicusFileState
desk_compare (Desk *desk)
{
  g_autoptr (GAsyncResult) answer = NULL;

  amicus_document_compare_async (desk->document, NULL, answered_cb, &answer);
  return amicus_document_compare_finish (desk->document, wait_for (&answer));
}

gboolean
desk_reload (Desk    *desk,
             GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  amicus_document_reload_async (desk->document, NULL, answered_cb, &answer);
  return amicus_document_reload_finish (desk->document, wait_for (&answer), error);
}

AmicusDocument *
desk_recover (Desk        *desk,
              const char  *journal,
              GError     **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  amicus_document_recover_async (journal, desk->folders, NULL, answered_cb, &answer);
  return amicus_document_recover_finish (wait_for (&answer), error);
}

void
desk_write (Desk       *desk,
            const char *text)
{
  g_assert_true (g_file_set_contents (desk->path, text, -1, NULL));
}

void
desk_assert_file (Desk       *desk,
                  const char *text)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (desk->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
}

void
desk_assert_text (Desk       *desk,
                  const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (amicus_document_get_bytes (desk->document), &size);

  g_assert_cmpmem (data, size, text, strlen (text));
}

void
desk_assert_n_left (Desk  *desk,
                    guint  n)
{
  g_autoptr (GPtrArray) left = amicus_document_list_left (desk->folders);

  g_assert_cmpuint (left->len, ==, n);
}
