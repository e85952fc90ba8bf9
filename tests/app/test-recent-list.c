/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/recent-list.h"

#include "widget-text.h"
#include "window-driver.h"

#include <glib/gstdio.h>

static GFile *
new_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "graph {}", -1, NULL));

  return g_file_new_for_path (path);
}

/* As GTK does with whatever a file chooser was used for. */
static void
add_chosen (GFile      *file,
            const char *type)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) type,
    .app_name = (char *) g_get_prgname (),
    .app_exec = (char *) "amicus %u",
  };

  g_assert_true (gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data));
}

/* What was exported or given up in a file chooser is no file that can be opened again. */
static void
test_only_opened (void)
{
  g_autofree char *folder = g_dir_make_tmp ("amicus-XXXXXX", NULL);
  g_autoptr (GFile) opened = new_file (folder, "opened.gv");
  g_autoptr (GFile) exported = new_file (folder, "exported.svg");
  g_autoptr (GtkWidget) list = NULL;

  if (!driver_has_display ())
    return;

  list = g_object_ref_sink (g_object_new (AMICUS_TYPE_RECENT_LIST, NULL));
  add_chosen (exported, "image/svg+xml");
  amicus_recent_list_remember (opened);
  /* The chooser that it was opened with may be late, and take it for something else. */
  add_chosen (opened, "application/msword-template");
  WAIT_FOR (widget_says (list, "opened.gv"));
  g_assert_false (widget_says (list, "exported.svg"));

  g_assert_true (g_file_delete (opened, NULL, NULL));
  g_assert_true (g_file_delete (exported, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  /* The person's own list is no business of a test. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (gtk_init_check ())
    adw_init ();

  g_test_add_func ("/recent-list/only-opened", test_only_opened);

  return g_test_run ();
}
