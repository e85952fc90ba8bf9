/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/inspector.h"

#include "app/inspector/edit-page.h"
#include "app/inspector/edit-row.h"
#include "app/inspector/link.h"
#include "app/inspector/page.h"

#include <adwaita.h>

struct _AmicusInspector
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkWidget *overlay;
  GtkWidget *edit_button;

  AmicusSession *session;
  guint refresh_id;
  gboolean editing;
  gboolean begins;        /* the next page gets the focus */
};

enum
{
  PROP_0,
  PROP_EDITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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
  if (self->editing)
    return amicus_edit_page_new (document, &subject, n > 0 ? selection : &subject.element, MAX (n, 1));
  if (n > 1)
    return amicus_page_new_selection (&subject, selection, n);
  if (n == 1)
    subject.element = selection[0];

  return amicus_page_new (&subject);
}

/* Which row of a page that edits has the focus: rows are named after their attributes. */
static char *
get_place (AmicusInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_PREFERENCES_ROW) : NULL;

  return row != NULL && self->editing ? g_strdup (gtk_widget_get_name (row)) : NULL;
}

/* Without a name: the first one in which something can be written. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *name)
{
  if (name == NULL ? AMICUS_IS_EDIT_ROW (widget)
                   : ADW_IS_PREFERENCES_ROW (widget) && g_str_equal (gtk_widget_get_name (widget), name))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
restore_focus (GtkWidget  *page,
               const char *place)
{
  GtkWidget *row = place != NULL ? find_row (page, place) : NULL;

  if (row == NULL)
    row = find_row (page, NULL);
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_page (AmicusInspector *self)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL || self->begins;
  g_autofree char *place = get_place (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *page;

  /* The focus must be somewhere while the row that has it goes; what is written in it becomes an edit. */
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  page = self->session != NULL ? new_page (self) : NULL;
  gtk_scrolled_window_set_child (self->scroller, page);
  gtk_widget_set_visible (self->edit_button, page != NULL);
  gtk_adjustment_set_value (adjustment, 0);
  if (has_focus && page != NULL)
    restore_focus (page, place);
  self->begins = FALSE;
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
set_editing (AmicusInspector *self,
             gboolean         editing)
{
  if (self->editing == editing)
    return;

  self->editing = editing;
  self->begins = editing;
  queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

/* What is written becomes an edit first. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  AmicusInspector *self = AMICUS_INSPECTOR (widget);

  if (!self->editing)
    return GDK_EVENT_PROPAGATE;

  set_editing (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
amicus_inspector_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EDITING:
      g_value_set_boolean (value, AMICUS_INSPECTOR (object)->editing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amicus_inspector_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_EDITING:
      set_editing (AMICUS_INSPECTOR (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
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
  G_OBJECT_CLASS (klass)->get_property = amicus_inspector_get_property;
  G_OBJECT_CLASS (klass)->set_property = amicus_inspector_set_property;

  properties[PROP_EDITING] =
    g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/amicusgraph/Amicus/amicus-inspector.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, AmicusInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, AmicusInspector, overlay);
  gtk_widget_class_bind_template_child (widget_class, AmicusInspector, edit_button);

  gtk_widget_class_install_action (widget_class, "inspector.select", "(uu)", select_activated);
  gtk_widget_class_install_action (widget_class, "inspector.hover", "(uu)", hover_activated);
  gtk_widget_class_install_action (widget_class, "inspector.open-link", "s", open_link_activated);
  gtk_widget_class_install_property_action (widget_class, "inspector.edit", "editing");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
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
