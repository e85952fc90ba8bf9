/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/problems-dialog.h"

#include <glib/gi18n.h>

struct _AmicusProblemsDialog
{
  AdwWindow parent_instance;

  GtkStringList *problems;
};

G_DEFINE_FINAL_TYPE (AmicusProblemsDialog, amicus_problems_dialog, ADW_TYPE_WINDOW)

static void
amicus_problems_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_PROBLEMS_DIALOG);

  G_OBJECT_CLASS (amicus_problems_dialog_parent_class)->dispose (object);
}

static void
amicus_problems_dialog_class_init (AmicusProblemsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = amicus_problems_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/amicusgraph/Amicus/amicus-problems-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmicusProblemsDialog, problems);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
amicus_problems_dialog_init (AmicusProblemsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The message is fit to be shown: what it quotes was made so. */
static char *
describe (const AmicusDiagnostic *diagnostic)
{
  gboolean error = diagnostic->severity == AMICUS_SEVERITY_ERROR;

  return g_strdup_printf (error ? _("Line %u, column %u: error: %s")
                                : _("Line %u, column %u: warning: %s"),
                          diagnostic->line, diagnostic->column, diagnostic->message);
}

/**
 * amicus_problems_dialog_new:
 * @graph: a graph
 *
 * Returns: (transfer none): a dialog with everything the reader and the vocabulary have to say of
 *   the file @graph was read from
 */
GtkWidget *
amicus_problems_dialog_new (AmicusGraph *graph)
{
  AmicusProblemsDialog *self = g_object_new (AMICUS_TYPE_PROBLEMS_DIALOG, NULL);
  guint n_diagnostics;
  const AmicusDiagnostic *diagnostics = amicus_graph_get_diagnostics (graph, &n_diagnostics);

  for (guint i = 0; i < n_diagnostics; i++)
    gtk_string_list_take (self->problems, describe (&diagnostics[i]));

  return GTK_WIDGET (self);
}
