/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/inspector.h"

#include "app/inspector/link.h"
#include "app/inspector/page.h"

struct _AmicusInspector
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;

  AmicusSession *session;
  guint refresh_id;
};

G_DEFINE_FINAL_TYPE (AmicusInspector, amicus_inspector, GTK_TYPE_WIDGET)

static GtkWidget *
new_page (AmicusInspector *self)
{
  const AmicusPictureOptions *options = amicus_session_get_options (self->session);
  AmicusDocument *document = amicus_session_get_document (self->session);
  AmicusSubject subject;
  const AmicusElement *selection;
  guint n;

  if (document == NULL)
    return NULL;

  subject = (AmicusSubject) {
    amicus_document_get_graph (document),
    amicus_document_get_survey (document),
    AMICUS_WHOLE_GRAPH,
    options->language,
    options->scheme,
  };
  selection = amicus_session_get_selection (self->session, &n);
  if (n > 1)
    return amicus_page_new_selection (&subject, selection, n);
  if (n == 1)
    subject.element = selection[0];

  return amicus_page_new (&subject);
}

static void
show_page (AmicusInspector *self)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkWidget *page = self->session != NULL ? new_page (self) : NULL;

  /* The focus must be somewhere while the row that has it goes. */
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  gtk_scrolled_window_set_child (self->scroller, page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (has_focus && page != NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static gboolean
refresh_cb (gpointer data)
{
  AmicusInspector *self = data;

  self->refresh_id = 0;
  show_page (self);

  return G_SOURCE_REMOVE;
}

/* Several changes at once make one page. It is made before the next frame, so no old page is seen. */
static void
queue_refresh (AmicusInspector *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, refresh_cb, self, NULL);
}

/* Until the new page is there, the rows of the old one may mean another graph. */
static gboolean
can_follow (AmicusInspector *self)
{
  return self->session != NULL && self->refresh_id == 0;
}

static AmicusElement
element_of (GVariant *parameter)
{
  guint32 kind, id;

  g_variant_get (parameter, "(uu)", &kind, &id);

  return (AmicusElement) { (AmicusElementKind) kind, id };
}

static void
select_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  AmicusInspector *self = AMICUS_INSPECTOR (widget);
  AmicusElement element = element_of (parameter);

  if (!can_follow (self))
    return;

  /* The row under the pointer goes without a word. */
  amicus_session_set_hover (self->session, (AmicusElement) { AMICUS_ELEMENT_NONE, 0 });
  amicus_session_select (self->session, element, AMICUS_SELECT_REPLACE);
  amicus_session_reveal (self->session, element);
}

static void
hover_activated (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  AmicusInspector *self = AMICUS_INSPECTOR (widget);

  if (can_follow (self))
    amicus_session_set_hover (self->session, element_of (parameter));
}

static void
open_link_activated (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  g_autofree char *link = amicus_link_normalise (g_variant_get_string (parameter, NULL));
  GtkRoot *root = gtk_widget_get_root (widget);

  if (link != NULL)
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, link, GDK_CURRENT_TIME);
}

static void
amicus_inspector_dispose (GObject *object)
{
  AmicusInspector *self = AMICUS_INSPECTOR (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_INSPECTOR);

  G_OBJECT_CLASS (amicus_inspector_parent_class)->dispose (object);
}

static void
amicus_inspector_class_init (AmicusInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amicus_inspector_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/amicusgraph/Amicus/amicus-inspector.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, AmicusInspector, scroller);

  gtk_widget_class_install_action (widget_class, "inspector.select", "(uu)", select_activated);
  gtk_widget_class_install_action (widget_class, "inspector.hover", "(uu)", hover_activated);
  gtk_widget_class_install_action (widget_class, "inspector.open-link", "s", open_link_activated);
}

static void
amicus_inspector_init (AmicusInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amicus_inspector_set_session:
 * @self: an inspector
 * @session: (nullable): what it follows
 *
 * Shows what is selected in @session from now on.
 */
void
amicus_inspector_set_session (AmicusInspector *self,
                              AmicusSession   *session)
{
  static const char *const signal_names[] = { "graph-changed", "selection-changed", "options-changed" };

  g_return_if_fail (AMICUS_IS_INSPECTOR (self));
  g_return_if_fail (session == NULL || AMICUS_IS_SESSION (session));

  if (session == self->session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  for (guint i = 0; session != NULL && i < G_N_ELEMENTS (signal_names); i++)
    g_signal_connect_object (session, signal_names[i], G_CALLBACK (queue_refresh), self,
                             G_CONNECT_SWAPPED);
  queue_refresh (self);
}
