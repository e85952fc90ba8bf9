/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/export-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const endings[] = {
  [AMICUS_FORMAT_SVG] = "svg",
  [AMICUS_FORMAT_PDF] = "pdf",
  [AMICUS_FORMAT_PNG] = "png",
};

/* The document's name with the ending of what it becomes. */
static void
suggest_name (GtkFileChooser *chooser,
              AmicusDocument *document,
              AmicusFormat    format)
{
  g_autofree char *stem = g_strdup (amicus_document_get_name (document));
  g_autofree char *name = NULL;
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  name = g_strdup_printf ("%s.%s", stem, endings[format]);
  gtk_file_chooser_set_current_name (chooser, name);
}

static void
suggest_folder (GtkFileChooser *chooser,
                AmicusDocument *document)
{
  GFile *file = amicus_document_get_file (document);
  g_autoptr (GFile) folder = NULL;

  if (file == NULL || !g_file_is_native (file))
    return;

  folder = g_file_get_parent (file);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/**
 * amicus_export_file_chooser_new:
 * @parent: the window that asks
 * @document: what is exported
 * @format: into what
 *
 * Returns: (transfer full): a dialog to be shown
 */
GtkFileChooserNative *
amicus_export_file_chooser_new (GtkWindow      *parent,
                                AmicusDocument *document,
                                AmicusFormat    format)
{
  GtkFileChooserNative *chooser;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (document), NULL);

  chooser = gtk_file_chooser_native_new (_("Export"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  suggest_name (GTK_FILE_CHOOSER (chooser), document, format);
  suggest_folder (GTK_FILE_CHOOSER (chooser), document);

  return chooser;
}

/**
 * amicus_export_file_complete:
 * @file: what was chosen
 * @format: (inout): what is to be written if the name does not say it
 *
 * Lets the ending of a name decide, and gives one that has none of ours the ending of @format. Where such a file is
 * there already the name stays as it is: nobody was asked whether that one may be replaced.
 *
 * Returns: (transfer full): the file to be written
 */
GFile *
amicus_export_file_complete (GFile        *file,
                             AmicusFormat *format)
{
  g_autofree char *uri = NULL;
  g_autofree char *completed = NULL;
  g_autoptr (GFile) other = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  uri = g_file_get_uri (file);
  if (amicus_format_from_name (uri, format))
    return g_object_ref (file);

  completed = g_strdup_printf ("%s.%s", uri, endings[*format]);
  other = g_file_new_for_uri (completed);

  return g_file_query_exists (other, NULL) ? g_object_ref (file) : g_steal_pointer (&other);
}
