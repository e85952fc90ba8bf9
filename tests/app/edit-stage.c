/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "edit-stage.h"

#include <glib/gstdio.h>
#include <string.h>

AmicusDocument *
stage_document (Driver *driver)
{
  return amicus_session_get_document (driver->session);
}

char *
stage_text (Driver *driver)
{
  GBytes *bytes = amicus_document_get_bytes (stage_document (driver));
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

gboolean
stage_says (Driver     *driver,
      const char *words)
{
  g_autofree char *text = stage_text (driver);

  return strstr (text, words) != NULL;
}

char *
stage_open (Driver     *driver,
           const char *text)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("amicus-XXXXXX.gv", &stream, NULL);
  char *path = g_file_get_path (file);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  driver_start (driver);
  driver_open (driver, path);

  return path;
}

void
stage_close (Driver *driver,
            char   *path)
{
  driver_stop (driver);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_free (path);
}

gboolean
stage_asks (Driver *driver)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (driver->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
      return TRUE;

  return FALSE;
}

AmicusElement
stage_primary (Driver *driver)
{
  return amicus_session_get_primary (driver->session);
}

void
stage_select (Driver     *driver,
               const char *id)
{
  amicus_session_select (driver->session, driver_entity (driver, id), AMICUS_SELECT_REPLACE);
  gtk_widget_grab_focus (GTK_WIDGET (driver->canvas));
}

const char *
stage_primary_id (Driver *driver)
{
  return amicus_graph_get_id (amicus_session_get_graph (driver->session), stage_primary (driver));
}
