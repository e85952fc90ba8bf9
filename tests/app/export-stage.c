/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export-stage.h"

#include "app/languages.h"

#include <glib/gstdio.h>
#include <string.h>

const AmicusRect export_view = { 0, 0, 400, 300 };

static gboolean
dialog_has_scene (ExportStage *fixture)
{
  AmicusPicture *picture = amicus_session_get_picture (fixture->session);

  return amicus_picture_get_scene (picture) != NULL && !amicus_picture_is_busy (picture);
}

static void
dialog_open_example (ExportStage *fixture)
{
  g_autofree char *path = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), "data", "nso-2020.gv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusDocument) document = amicus_document_new_for_bytes (file, bytes, &error);

  g_assert_no_error (error);
  amicus_session_set_document (fixture->session, document);
  WAIT_FOR (dialog_has_scene (fixture));
}

static void
exported_cb (AmicusExportDialog *dialog,
             GFile              *file,
             ExportStage            *fixture)
{
  g_set_object (&fixture->exported, file);
}

void
dialog_show (ExportStage *fixture)
{
  fixture->dialog = amicus_export_dialog_new (fixture->session, &export_view);
  g_signal_connect (fixture->dialog, "exported", G_CALLBACK (exported_cb), fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

gboolean
dialog_set_up (ExportStage *fixture)
{
  if (!driver_has_display ())
    return FALSE;

  *fixture = (ExportStage) { amicus_session_new (NULL) };
  fixture->folder = g_dir_make_tmp ("amicus-export-XXXXXX", NULL);
  amicus_session_set_language (fixture->session, "en");
  dialog_open_example (fixture);
  dialog_show (fixture);

  return TRUE;
}

void
dialog_tear_down (ExportStage *fixture)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  WAIT_FOR (fixture->dialog == NULL);
  amicus_picture_cancel (amicus_session_get_picture (fixture->session));
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->exported);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

gpointer
dialog_child (ExportStage    *fixture,
       const char *name)
{
  GObject *object = gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog),
                                                   AMICUS_TYPE_EXPORT_DIALOG, name);

  g_assert_nonnull (object);

  return object;
}

void
dialog_choose (ExportStage    *fixture,
        const char *row,
        guint       item)
{
  adw_combo_row_set_selected (dialog_child (fixture, row), item);
}

void
dialog_choose_language (ExportStage    *fixture,
                 const char *code)
{
  g_auto (GStrv) codes = amicus_languages_of (amicus_document_get_survey (amicus_session_get_document (fixture->session)));

  for (guint i = 0; codes[i] != NULL; i++)
    if (strcmp (codes[i], code) == 0)
      dialog_choose (fixture, "language_row", i + 1);
}

GFile *
dialog_file_named (ExportStage    *fixture,
            const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

/* What the dialog writes; the dialog is gone then. */
GBytes *
dialog_export (ExportStage    *fixture,
        const char *name)
{
  g_autoptr (GFile) file = dialog_file_named (fixture, name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  amicus_export_dialog_save (fixture->dialog, file);
  WAIT_FOR (fixture->dialog == NULL);
  g_assert_true (g_file_equal (fixture->exported, file));
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_delete (file, NULL, NULL));

  return bytes;
}

gboolean
dialog_bytes_hold (GBytes     *bytes,
       const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strstr_len (data, (gssize) length, text) != NULL;
}
