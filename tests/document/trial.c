/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/document/trial.h"

#include <string.h>

#include "document/commands.h"
#include "tests/document/author.h"

guint
trial_pick (Trial *self,
            guint  n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

void
trial_say (Trial      *self,
           const char *format,
           ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->log, format, arguments);
  va_end (arguments);
}

char *
text_of (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

void
give_up (Trial      *self,
         const char *what,
         const char *expected,
         const char *found)
{
  g_autofree char *text = text_of (amicus_document_get_bytes (self->document));

  g_printerr ("%s\n%s\n--- now:\n%s\n--- expected:\n%s\n--- found:\n%s\n", what, self->log->str, text,
              expected, found);
  abort ();
}

/* Whether a command was done that may only be refused where the file is broken. */
gboolean
trial_is_done (Trial        *self,
               gboolean      done,
               const GError *error)
{
  if (!done && self->is_broken &&
      g_error_matches (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED))
    return FALSE;
  if (!done || error != NULL)
    give_up (self, "a command was not done", error == NULL ? "" : error->message, "");

  return TRUE;
}

gboolean
trial_may_be_done (Trial        *self,
                   gboolean      done,
                   const GError *error)
{
  if (done)
    return TRUE;
  if (!g_error_matches (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED))
    give_up (self, "a command was not done", error == NULL ? "" : error->message, "");
  trial_say (self, "refused: %s\n", error->message);
  self->n_refused++;

  return FALSE;
}

/* ---- What is expected ---- */

static gboolean
item_is (const char *item,
         gboolean    cites,
         const char *id)
{
  gsize length = cites ? strcspn (item, ";") : strlen (item);

  return length == strlen (id) && strncmp (item, id, length) == 0;
}

/* A backslash speaks for what follows it, so that two of them and an n divide nothing. */
static char **
split_list (const char *value)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const char *start = value;
  const char *at = value;

  while (*at != '\0')
    {
      if (at[0] == '\\' && at[1] == 'n')
        {
          g_ptr_array_add (items, g_strndup (start, (gsize) (at - start)));
          start = at + 2;
        }
      at += at[0] == '\\' && at[1] != '\0' ? 2 : 1;
    }
  g_ptr_array_add (items, g_strdup (start));
  g_ptr_array_add (items, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&items), FALSE);
}

static char *
change_list (const char *value,
             gboolean    cites,
             const char *id,
             const char *new_id)
{
  g_auto (GStrv) items = split_list (value);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (char **item = items; *item != NULL; item++)
    if (!item_is (*item, cites, id))
      g_ptr_array_add (kept, g_strdup (*item));
    else if (new_id != NULL)
      {
        g_autofree char *changed = g_strconcat (new_id, *item + strlen (id), NULL);

        /* An item that is there already is not told twice. */
        if (!g_strv_contains ((const char *const *) items, changed))
          g_ptr_array_add (kept, g_steal_pointer (&changed));
      }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("\\n", (char **) kept->pdata);
}

static void
change_references (GHashTable *attributes,
                   const char *id,
                   const char *new_id)
{
  static const char *const lists[] = { "saidBy", "cites" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *value = g_hash_table_lookup (attributes, lists[i]);
      g_autofree char *changed = NULL;

      if (value == NULL)
        continue;
      changed = change_list (value, i == 1, id, new_id);
      model_set (attributes, lists[i], changed);
    }
}

void
trial_change_references (Model      *model,
                         const char *id,
                         const char *new_id)
{
  GHashTableIter iter;
  gpointer attributes;

  change_references (model->attributes, id, new_id);
  g_hash_table_iter_init (&iter, model->entities);
  while (g_hash_table_iter_next (&iter, NULL, &attributes))
    change_references (attributes, id, new_id);
  for (guint i = 0; i < model->relations->len; i++)
    change_references (((ModelRelation *) model->relations->pdata[i])->attributes, id, new_id);
  for (guint i = 0; i < model->groups->len; i++)
    change_references (((ModelGroup *) model->groups->pdata[i])->attributes, id, new_id);
}

/* ---- Commands; each returns whether it was done, and changes what is expected ---- */

const char *
trial_pick_id (Trial *self)
{
  guint n = amicus_graph_get_n_entities (self->graph);

  return n == 0 ? NULL : amicus_graph_get_id (self->graph, AMICUS_ENTITY (trial_pick (self, n)));
}

static gboolean
try_entity_value (Trial *self)
{
  const char *id = trial_pick_id (self);
  const char *attribute = author_names[trial_pick (self, N_AUTHOR_NAMES)];
  const char *value = trial_pick (self, 3) == 0 ? NULL : author_values[trial_pick (self, N_AUTHOR_VALUES)];
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (id == NULL)
    return FALSE;
  self->subject = g_strdup (id);
  trial_say (self, "set %s %s=%s\n", id, attribute, value == NULL ? "NULL" : value);
  model_set (g_hash_table_lookup (self->expected->entities, id), attribute, value);
  /* A statement of its own makes it earlier, and a group joins its members in order of creation. */
  self->expected->any_order = TRUE;
  name = amicus_name_new_entity (id);
  done = amicus_document_set_attribute (self->document, name, attribute, value, &error);

  return trial_is_done (self, done, error);
}

gboolean
trial_pick_relation (Trial       *self,
                     guint32     *relation,
                     AmicusName **name)
{
  guint n = amicus_graph_get_n_relations (self->graph);

  if (n == 0)
    return FALSE;
  *relation = trial_pick (self, n);
  *name = amicus_name_new (self->graph, AMICUS_RELATION (*relation));
  self->subject = g_strdup ((*name)->tail);
  trial_say (self, "%s -> %s key %s nth %u: ", (*name)->tail, (*name)->head,
       (*name)->key == NULL ? "-" : (*name)->key, (*name)->nth);

  return TRUE;
}

static gboolean
try_relation_value (Trial *self)
{
  const char *attribute = author_names[trial_pick (self, N_AUTHOR_NAMES)];
  const char *value = trial_pick (self, 3) == 0 ? NULL : author_values[trial_pick (self, N_AUTHOR_VALUES)];
  ModelRelation *expected;
  guint32 relation;
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!trial_pick_relation (self, &relation, &name))
    return FALSE;
  trial_say (self, "set %s=%s\n", attribute, value == NULL ? "NULL" : value);
  expected = self->expected->relations->pdata[relation];
  model_set (expected->attributes, attribute, value);
  done = amicus_document_set_attribute (self->document, name, attribute, value, &error);

  return trial_is_done (self, done, error);
}

static gboolean
try_disconnect (Trial *self)
{
  guint32 relation;
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (GError) error = NULL;

  if (!trial_pick_relation (self, &relation, &name))
    return FALSE;
  trial_say (self, "disconnect\n");
  if (!amicus_document_disconnect (self->document, name, &error))
    {
      g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
      trial_say (self, "refused\n");
      return FALSE;
    }
  g_ptr_array_remove_index (self->expected->relations, relation);

  return TRUE;
}

/* With its ports, and as the last between its new ends or wherever: only that order may differ. */
static void
expect_reversed (Trial   *self,
                 guint32  relation)
{
  ModelRelation *expected = self->expected->relations->pdata[relation];
  char *tail = expected->tail;
  g_autofree char *tail_port = g_strdup (g_hash_table_lookup (expected->attributes, "tailport"));
  g_autofree char *head_port = g_strdup (g_hash_table_lookup (expected->attributes, "headport"));

  expected->tail = expected->head;
  expected->head = tail;
  model_set (expected->attributes, "tailport", head_port);
  model_set (expected->attributes, "headport", tail_port);
  self->expected->any_order = TRUE;
}

static gboolean
says_port (Trial *self)
{
  gsize length;
  const char *text = g_bytes_get_data (amicus_document_get_bytes (self->document), &length);

  return g_strstr_len (text, (gssize) length, "port") != NULL;
}

static gboolean
try_reverse (Trial *self)
{
  guint32 relation;
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (GError) error = NULL;

  /* A port that is an attribute does not go with its end. */
  if (says_port (self) || !trial_pick_relation (self, &relation, &name))
    return FALSE;
  trial_say (self, "reverse\n");
  if (!amicus_document_reverse (self->document, name, &error))
    {
      g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
      return FALSE;
    }
  expect_reversed (self, relation);

  return TRUE;
}

static gboolean
try_rename (Trial *self)
{
  static const char *const ids[] = { "new", "x y", "5", "node", "n\"q", "ne;w" };
  const char *id = trial_pick_id (self);
  const char *new_id = ids[trial_pick (self, 5)];
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (id == NULL || g_hash_table_contains (self->expected->entities, new_id))
    return FALSE;
  self->subject = g_strdup (id);
  trial_say (self, "rename %s to %s\n", id, new_id);
  trial_change_references (self->expected, id, new_id);
  model_rename_entity (self->expected, id, new_id);
  done = amicus_document_rename (self->document, self->subject, new_id, &error);

  return trial_is_done (self, done, error);
}

static gboolean
try_remove (Trial *self)
{
  const char *id = trial_pick_id (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (id == NULL)
    return FALSE;
  self->subject = g_strdup (id);
  trial_say (self, "remove %s\n", id);
  trial_change_references (self->expected, id, NULL);
  model_remove_entity (self->expected, id);
  done = amicus_document_remove_entity (self->document, self->subject, NULL, &error);

  return trial_is_done (self, done, error);
}

/* A new thing has the defaults of its place too. */
static void
check_given (Trial             *self,
             GHashTable        *attributes,
             const AmicusValue *values,
             guint              n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (strcmp (values[i].name, "key") != 0 &&
        g_strcmp0 (g_hash_table_lookup (attributes, values[i].name), values[i].value) != 0)
      give_up (self, "a new thing lacks a value", values[i].value, values[i].name);
}

static gboolean
try_add (Trial *self)
{
  const AmicusValue values[] = { { "marked", "1" },
                                 { "label", author_values[trial_pick (self, N_AUTHOR_VALUES)] } };
  guint n_values = trial_pick (self, 3);
  g_autoptr (Model) after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  GHashTable *attributes;

  if (g_hash_table_contains (self->expected->entities, "added"))
    return FALSE;
  trial_say (self, "add\n");
  self->subject = g_strdup ("added");
  done = amicus_document_add_entity (self->document, "added", values, n_values, &error);
  if (!trial_is_done (self, done, error))
    return FALSE;

  after = model_of_graph (amicus_document_get_graph (self->document));
  attributes = g_hash_table_lookup (after->entities, "added");
  if (attributes == NULL)
    give_up (self, "nothing was added", "", "");
  check_given (self, attributes, values, n_values);
  g_hash_table_insert (self->expected->entities, g_strdup ("added"), g_hash_table_ref (attributes));

  return TRUE;
}

/* The new relation, with what it has from defaults, among those that are expected. */
static void
expect_marked (Trial             *self,
               Model             *after,
               const AmicusValue *values,
               guint              n_values)
{
  for (guint i = 0; i < after->relations->len; i++)
    {
      ModelRelation *relation = after->relations->pdata[i];

      if (g_hash_table_lookup (relation->attributes, "marked") == NULL)
        continue;
      check_given (self, relation->attributes, values, n_values);
      model_add_relation (self->expected, relation->tail, relation->head, relation->key,
                          g_hash_table_ref (relation->attributes));
      g_ptr_array_insert (self->expected->relations, (int) i,
                          g_ptr_array_steal_index (self->expected->relations,
                                                   self->expected->relations->len - 1));
      return;
    }
  give_up (self, "nothing was connected", "", "");
}

static gboolean
has_marked (Trial *self)
{
  for (guint i = 0; i < self->expected->relations->len; i++)
    if (g_hash_table_contains (((ModelRelation *) self->expected->relations->pdata[i])->attributes,
                               "marked"))
      return TRUE;

  return FALSE;
}

static gboolean
try_connect (Trial *self)
{
  const AmicusValue values[] = { { "marked", "1" },
                                 { "label", author_values[trial_pick (self, N_AUTHOR_VALUES)] },
                                 { "key", "new key" } };
  guint n_values = 1 + trial_pick (self, 3);
  g_autofree char *tail = g_strdup (trial_pick_id (self));
  g_autofree char *head = g_strdup (trial_pick_id (self));
  g_autoptr (GArray) parallels = NULL;
  g_autoptr (Model) after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (tail == NULL || has_marked (self))
    return FALSE;
  trial_say (self, "connect %s %s\n", tail, head);
  parallels = amicus_graph_get_parallels (self->graph,
                                          amicus_graph_find_entity (self->graph, tail).id,
                                          amicus_graph_find_entity (self->graph, head).id);
  done = amicus_document_connect (self->document, tail, head, values, n_values, &error);
  if (parallels->len > 0 && amicus_graph_is_strict (self->graph))
    {
      g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
      g_assert_false (done);
      return FALSE;
    }
  if (!trial_is_done (self, done, error))
    return FALSE;
  after = model_of_graph (amicus_document_get_graph (self->document));
  expect_marked (self, after, values, n_values);

  return TRUE;
}

/* ---- The trial ---- */

void
trial_begin (Trial *self)
{
  self->graph = amicus_graph_ref (amicus_document_get_graph (self->document));
  self->expected = model_of_graph (self->graph);
}

gboolean
trial_run_command (Trial *self)
{
  static gboolean (*const commands[]) (Trial *self) = {
    try_entity_value, try_relation_value, try_disconnect, try_rename, try_remove, try_add, try_connect,
    try_entity_value, try_relation_value, try_reverse, trial_retarget, trial_duplicate_entity,
    trial_duplicate_relation, trial_cite, trial_merge, trial_move, trial_group, trial_ungroup,
  };

  return commands[trial_pick (self, G_N_ELEMENTS (commands))] (self);
}

void
trial_end (Trial *self)
{
  g_clear_pointer (&self->expected, model_free);
  g_clear_pointer (&self->graph, amicus_graph_unref);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->other_subject, g_free);
  self->is_any_statement = FALSE;
}
