/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/edit-private.h"

#include <glib/gi18n-lib.h>

/* How much went. */
typedef struct
{
  guint n_entities;
  guint n_relations;
  guint n_groups;
} Gone;

static char *
count_entities (guint n)
{
  return n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entity", "%u entities", n), n) : NULL;
}

static char *
count_relations (guint n)
{
  return n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u relation", "%u relations", n), n) : NULL;
}

static char *
count_groups (guint n)
{
  return n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u group", "%u groups", n), n) : NULL;
}

/* "2 entities, 12 relations" */
static char *
describe (const Gone *gone)
{
  g_autofree char *entities = count_entities (gone->n_entities);
  g_autofree char *relations = count_relations (gone->n_relations);
  g_autofree char *groups = count_groups (gone->n_groups);
  const char *parts[4] = { NULL };
  guint n = 0;

  if (entities != NULL)
    parts[n++] = entities;
  if (relations != NULL)
    parts[n++] = relations;
  if (groups != NULL)
    parts[n++] = groups;

  return g_strjoinv (", ", (char **) parts);
}

/* @label: (nullable): of what was removed, if that was one element */
static void
say_gone (AmicusWindow *self,
          const char   *label,
          const Gone   *gone)
{
  g_autofree char *with = describe (gone);
  g_autofree char *text = NULL;

  if (label == NULL)
    /* Translators: "Removed 2 entities, 12 relations" */
    text = g_strdup_printf (_("Removed %s"), with);
  else if (*with == '\0')
    text = g_strdup_printf (_("Removed %s"), label);
  else
    /* Translators: a name, then "12 relations" */
    text = g_strdup_printf (_("Removed %s and %s"), label, with);
  amicus_window_toast_with_undo (self, text);
}

static gboolean
remove_entities (AmicusDocument *document,
                 GPtrArray      *names,
                 Gone           *gone,
                 GError        **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      const AmicusName *name = names->pdata[i];
      AmicusRemoval removal = { 0, 0 };

      if (!amicus_document_remove_entity (document, name->id, &removal, error))
        return FALSE;
      gone->n_entities++;
      gone->n_relations += removal.n_relations;
    }

  return TRUE;
}

static gboolean
remove_relations (AmicusDocument *document,
                  GPtrArray      *names,
                  Gone           *gone,
                  GError        **error)
{
  for (guint i = 0; i < names->len; i++, gone->n_relations++)
    if (!amicus_document_disconnect (document, names->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* Its members stay. */
static gboolean
remove_groups (AmicusDocument *document,
               GPtrArray      *names,
               Gone           *gone,
               GError        **error)
{
  for (guint i = 0; i < names->len; i++, gone->n_groups++)
    if (!amicus_document_ungroup (document, names->pdata[i], error))
      return FALSE;

  return TRUE;
}

static void
begin_step (AmicusWindow *self,
            guint         n)
{
  g_autofree char *step = g_strdup_printf (_("Remove %u Elements"), n);

  if (n > 1)
    amicus_document_begin (amicus_edit_get_document (self), step);
}

static void
end_step (AmicusWindow *self,
          guint         n,
          gboolean      done)
{
  if (n > 1 && done)
    amicus_document_end (amicus_edit_get_document (self));
  else if (n > 1)
    amicus_document_abort (amicus_edit_get_document (self));
}

/* What was removed alone is called by its name. */
static void
say (AmicusWindow *self,
     guint         n,
     char         *label,
     Gone         *gone)
{
  if (n > 1)
    {
      say_gone (self, NULL, gone);
      return;
    }

  if (gone->n_entities > 0)
    gone->n_entities = 0;
  else
    gone->n_relations = gone->n_groups = 0;
  say_gone (self, label, gone);
}

/* Relations go first: those of an entity would go with it. */
void
amicus_edit_remove (AmicusWindow *self)
{
  AmicusDocument *document = amicus_edit_get_document (self);
  g_autoptr (GPtrArray) relations = amicus_edit_list_selected (self, AMICUS_ELEMENT_RELATION);
  g_autoptr (GPtrArray) entities = amicus_edit_list_selected (self, AMICUS_ELEMENT_ENTITY);
  g_autoptr (GPtrArray) groups = amicus_edit_list_selected (self, AMICUS_ELEMENT_GROUP);
  g_autofree char *label = amicus_edit_get_label (self, amicus_session_get_primary (self->session));
  guint n = relations->len + entities->len + groups->len;
  Gone gone = { 0, 0, 0 };
  GError *error = NULL;
  gboolean done;

  begin_step (self, n);
  done = remove_relations (document, relations, &gone, &error)
         && remove_entities (document, entities, &gone, &error)
         && remove_groups (document, groups, &gone, &error);
  end_step (self, n, done);
  if (done)
    say (self, n, label, &gone);
  else
    amicus_edit_report (self, error);
}
