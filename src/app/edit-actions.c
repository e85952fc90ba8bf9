/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/edit-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint n_entities;
  guint n_relations;
  guint n_groups;
  guint n;
} Selected;

static void
add_entity_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  AmicusWindow *self = data;

  amicus_edit_add_at (self, amicus_canvas_get_middle (AMICUS_CANVAS (self->canvas)));
}

static void
add_entity_at_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  AmicusPoint place;

  g_variant_get (parameter, "(dd)", &place.x, &place.y);
  amicus_edit_add_at (AMICUS_WINDOW (data), place);
}

/* Between the two that are selected, or from the one to whatever is chosen on the canvas. */
static void
connect_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  AmicusWindow *self = data;
  const AmicusElement *selection;
  guint n;

  selection = amicus_session_get_selection (self->session, &n);
  if (n == 2)
    amicus_edit_connect (self, selection[0], selection[1]);
  else
    gtk_widget_activate_action (self->canvas, "canvas.connect", NULL);
}

static void
connect_to_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  AmicusElement tail = AMICUS_ENTITY (0);
  AmicusElement head = AMICUS_ENTITY (0);

  g_variant_get (parameter, "(uu)", &tail.id, &head.id);
  amicus_edit_connect (AMICUS_WINDOW (data), tail, head);
}

static void
connect_to_new_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  AmicusElement tail = AMICUS_ENTITY (0);
  AmicusPoint place;

  g_variant_get (parameter, "(udd)", &tail.id, &place.x, &place.y);
  amicus_edit_connect_to_new (AMICUS_WINDOW (data), tail, place);
}

static gboolean
reverse (AmicusWindow     *self,
         const AmicusName *name,
         GError          **error)
{
  return amicus_document_reverse (amicus_edit_get_document (self), name, error);
}

static void
reverse_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  g_autoptr (GPtrArray) names = amicus_edit_list_selected (data, AMICUS_ELEMENT_RELATION);
  g_autofree char *step = g_strdup_printf (_("Reverse %u Relations"), names->len);

  amicus_edit_each (data, names, step, reverse);
}

static gboolean
duplicate (AmicusWindow     *self,
           const AmicusName *name,
           GError          **error)
{
  AmicusDocument *document = amicus_edit_get_document (self);

  if (name->kind == AMICUS_ELEMENT_ENTITY)
    {
      g_autofree char *id = amicus_document_duplicate_entity (document, name->id, FALSE, error);

      return id != NULL;
    }
  else
    {
      g_autoptr (AmicusName) copy = amicus_document_duplicate_relation (document, name, error);

      return copy != NULL;
    }
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  AmicusElementKind kind = amicus_session_get_primary (AMICUS_WINDOW (data)->session).kind;
  g_autoptr (GPtrArray) names = amicus_edit_list_selected (data, kind);
  g_autofree char *step = g_strdup_printf (_("Duplicate %u Elements"), names->len);

  amicus_edit_each (data, names, step, duplicate);
}

/* The one that was selected first stays. */
static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  AmicusWindow *self = data;
  AmicusGraph *graph = amicus_session_get_graph (self->session);
  const AmicusElement *selection;
  guint n;

  selection = amicus_session_get_selection (self->session, &n);
  g_return_if_fail (n == 2);

  g_autoptr (AmicusName) kept = amicus_name_new (graph, selection[0]);
  g_autoptr (AmicusName) gone = amicus_name_new (graph, selection[1]);
  g_autofree char *kept_label = amicus_edit_get_label (self, selection[0]);
  g_autofree char *gone_label = amicus_edit_get_label (self, selection[1]);
  /* Translators: names of two entities that were the same */
  g_autofree char *text = g_strdup_printf (_("Merged %s into %s"), gone_label, kept_label);
  GError *error = NULL;

  if (amicus_document_merge (amicus_edit_get_document (self), kept->id, gone->id, NULL, &error))
    amicus_window_toast_with_undo (self, text);
  else
    amicus_edit_report (self, error);
}

static void
group_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  AmicusWindow *self = data;
  g_autoptr (GPtrArray) names = amicus_edit_list_selected (self, AMICUS_ELEMENT_ENTITY);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (AmicusName) group = NULL;
  GError *error = NULL;

  for (guint i = names->len; i > 0; i--)
    g_ptr_array_add (ids, ((AmicusName *) names->pdata[i - 1])->id);
  group = amicus_document_group (amicus_edit_get_document (self), (const char * const *) ids->pdata, ids->len,
                                 _("New Group"), &error);
  if (group == NULL)
    {
      amicus_edit_report (self, error);
      return;
    }

  amicus_edit_select (self, group);
}

static gboolean
ungroup (AmicusWindow     *self,
         const AmicusName *name,
         GError          **error)
{
  return amicus_document_ungroup (amicus_edit_get_document (self), name, error);
}

static void
ungroup_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  g_autoptr (GPtrArray) names = amicus_edit_list_selected (data, AMICUS_ELEMENT_GROUP);
  g_autofree char *step = g_strdup_printf (_("Ungroup %u Groups"), names->len);

  amicus_edit_each (data, names, step, ungroup);
}

/* What can be added there comes first, where nothing is. */
static GMenuModel *
new_menu (AmicusWindow *self,
          GVariant     *place)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/amicusgraph/Amicus/amicus-edit-menu.ui");
  g_autoptr (GMenuItem) add = g_menu_item_new (_("_Add Entity Here…"), NULL);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) here = g_menu_new ();

  if (amicus_session_get_primary (self->session).kind == AMICUS_ELEMENT_NONE)
    {
      g_menu_item_set_action_and_target_value (add, "win.add-entity-at", place);
      g_menu_append_item (here, add);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (here));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (gtk_builder_get_object (builder, "edit_menu")));

  return G_MENU_MODEL (menu);
}

static void
show_context_menu_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  AmicusWindow *self = data;
  g_autoptr (GMenuModel) model = new_menu (self, parameter);
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);
  AmicusPoint place;

  g_variant_get (parameter, "(dd)", &place.x, &place.y);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_BOTTOM);
  amicus_canvas_popup_at (AMICUS_CANVAS (self->canvas), GTK_POPOVER (menu), place);
}

/* In the inspector, which comes into view. */
static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  AmicusWindow *self = data;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  g_object_set (self->inspector, "editing", TRUE, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->inspector), GTK_DIR_TAB_FORWARD);
}

static void
say_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  amicus_window_toast (AMICUS_WINDOW (data), g_variant_get_string (parameter, NULL));
}

/* The verbs that need to know nothing but the selection. */
static const struct
{
  const char *name;
  void (*run) (AmicusWindow *self);
} verbs[] = {
  { "rename", amicus_edit_rename },
  { "delete", amicus_edit_remove },
  { "pin", amicus_edit_pin },
  { "unpin", amicus_edit_unpin },
  { "keep-arrangement", amicus_edit_keep },
  { "copy", amicus_edit_copy },
  { "cut", amicus_edit_cut },
  { "paste", amicus_edit_paste },
};

static void
verb_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), verbs[i].name))
      verbs[i].run (AMICUS_WINDOW (data));
}

static const GActionEntry actions[] = {
  { .name = "add-entity", .activate = add_entity_cb },
  { .name = "add-entity-at", .activate = add_entity_at_cb, .parameter_type = "(dd)" },
  { .name = "connect", .activate = connect_cb },
  { .name = "connect-to", .activate = connect_to_cb, .parameter_type = "(uu)" },
  { .name = "connect-to-new", .activate = connect_to_new_cb, .parameter_type = "(udd)" },
  { .name = "show-context-menu", .activate = show_context_menu_cb, .parameter_type = "(dd)" },
  { .name = "edit", .activate = edit_cb },
  { .name = "say", .activate = say_cb, .parameter_type = "s" },
  { .name = "reverse", .activate = reverse_cb },
  { .name = "duplicate", .activate = duplicate_cb },
  { .name = "merge", .activate = merge_cb },
  { .name = "group", .activate = group_cb },
  { .name = "ungroup", .activate = ungroup_cb },
  { .name = "rename", .activate = verb_cb },
  { .name = "delete", .activate = verb_cb },
  { .name = "pin", .activate = verb_cb },
  { .name = "unpin", .activate = verb_cb },
  { .name = "keep-arrangement", .activate = verb_cb },
  { .name = "copy", .activate = verb_cb },
  { .name = "cut", .activate = verb_cb },
  { .name = "paste", .activate = verb_cb },
};

void
amicus_edit_actions_init (AmicusWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

static Selected
count_selected (AmicusWindow *self)
{
  Selected count = { 0, 0, 0, 0 };
  const AmicusElement *selection = amicus_session_get_selection (self->session, &count.n);

  for (guint i = 0; i < count.n; i++)
    {
      count.n_entities += selection[i].kind == AMICUS_ELEMENT_ENTITY;
      count.n_relations += selection[i].kind == AMICUS_ELEMENT_RELATION;
      count.n_groups += selection[i].kind == AMICUS_ELEMENT_GROUP;
    }

  return count;
}

void
amicus_edit_actions_update (AmicusWindow *self)
{
  gboolean open = amicus_edit_get_document (self) != NULL;
  Selected count = count_selected (self);
  gboolean only_entities = count.n > 0 && count.n == count.n_entities;

  amicus_window_set_enabled (self, "add-entity", open);
  amicus_window_set_enabled (self, "add-entity-at", open);
  amicus_window_set_enabled (self, "connect-to", open);
  amicus_window_set_enabled (self, "connect-to-new", open);
  amicus_window_set_enabled (self, "show-context-menu", open);
  amicus_window_set_enabled (self, "edit", open);
  amicus_window_set_enabled (self, "keep-arrangement", open);
  amicus_window_set_enabled (self, "paste", open);
  amicus_window_set_enabled (self, "connect", only_entities && count.n <= 2);
  amicus_window_set_enabled (self, "merge", only_entities && count.n == 2);
  amicus_window_set_enabled (self, "rename", count.n == 1);
  amicus_window_set_enabled (self, "delete", count.n > 0);
  amicus_window_set_enabled (self, "copy", count.n_entities > 0);
  amicus_window_set_enabled (self, "cut", count.n_entities > 0);
  amicus_window_set_enabled (self, "duplicate", count.n > 0 && (only_entities || count.n == count.n_relations));
  amicus_window_set_enabled (self, "reverse", count.n > 0 && count.n == count.n_relations);
  amicus_window_set_enabled (self, "group", only_entities);
  amicus_window_set_enabled (self, "ungroup", count.n > 0 && count.n == count.n_groups);
  amicus_window_set_enabled (self, "pin", only_entities);
  amicus_window_set_enabled (self, "unpin", only_entities);
}
