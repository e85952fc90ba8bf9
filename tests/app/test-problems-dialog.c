/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/problems-dialog.h"

#include "document/document.h"
#include "widget-text.h"
#include "window-driver.h"

#include <string.h>

static const char text[] = "digraph { amicus=1; a -> b [status=\"perhaps\"]; }";

/* What a file holds is quoted as it is, between marks that are not seen. */
static void
test_quotes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusDocument) document = amicus_document_new_for_bytes (NULL, bytes, &error);
  GtkWidget *dialog;

  if (!driver_has_display ())
    return;

  g_assert_no_error (error);
  dialog = amicus_problems_dialog_new (amicus_document_get_graph (document));
  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_FOR (widget_says (dialog, "perhaps"));
  g_assert_false (widget_says (dialog, "□"));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  WAIT_FOR (dialog == NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (gtk_init_check ())
    adw_init ();

  g_test_add_func ("/problems-dialog/quotes", test_quotes);

  return g_test_run ();
}
