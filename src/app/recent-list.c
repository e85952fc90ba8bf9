/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/recent-list.h"

#include <glib/gi18n.h>

#include "base/text.h"

#define MAX_FILES 10
#define MIME_TYPE "text/vnd.graphviz"
/* A file chooser adds to the same list whatever it is used for, exports too, but to no group. */
#define GROUP AMICUS_APPLICATION_ID

struct _AmicusRecentList
{
  GtkWidget parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AmicusRecentList, amicus_recent_list, GTK_TYPE_WIDGET)

static GtkWidget *
new_line (const char *text,
          const char *style)
{
  g_autofree char *shown = amicus_text_for_display (text, AMICUS_TEXT_LIST_LIMIT);
  GtkWidget *label = gtk_label_new (shown);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  if (style)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
new_row (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *place = folder ? g_file_get_parse_name (folder) : g_strdup ("");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), new_line (name, NULL));
  gtk_box_append (GTK_BOX (box), new_line (place, "amicus-quiet"));
  gtk_widget_add_css_class (box, "amicus-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);

  return row;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
unref_info (gpointer data)
{
  gtk_recent_info_unref (data);
}

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_group (info, GROUP) && gtk_recent_info_exists (info);
}

static void
fill (AmicusRecentList *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) && GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (self->list, row);

  items = g_list_sort (items, compare_newest_first);
  for (GList *item = items; item && n < MAX_FILES; item = item->next)
    if (is_ours (item->data))
      {
        gtk_list_box_append (self->list, new_row (gtk_recent_info_get_uri (item->data)));
        n++;
      }
  g_list_free_full (items, unref_info);
}

static void
row_activated_cb (AmicusRecentList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
amicus_recent_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_RECENT_LIST);

  G_OBJECT_CLASS (amicus_recent_list_parent_class)->dispose (object);
}

static void
amicus_recent_list_class_init (AmicusRecentListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = amicus_recent_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/amicusgraph/Amicus/amicus-recent-list.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, AmicusRecentList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
amicus_recent_list_init (AmicusRecentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}

/**
 * amicus_recent_list_remember:
 * @file: a file that was opened
 *
 * Puts @file first among the recent ones. Files that are no files of the person, such as the
 * examples inside the program, are not remembered.
 */
void
amicus_recent_list_remember (GFile *file)
{
  g_return_if_fail (G_IS_FILE (file));

  if (!g_file_is_native (file))
    return;

  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *command = g_strconcat (g_get_prgname (), " %u", NULL);
  char mime_type[] = MIME_TYPE;
  char group[] = GROUP;
  char *groups[] = { group, NULL };
  GtkRecentData data = {
    .mime_type = mime_type,
    .app_name = (char *) g_get_prgname (),
    .app_exec = command,
    .groups = groups,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
