/* SPDX-License-Identifier: GPL-3.0-or-later
 * One attribute of one element. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"
#include "dot/quote.h"

/* An edge statement divides at most once for each pair that sets the attribute, and then is set. */
#define MAX_ROUNDS 1000

typedef struct
{
  AmicusDocument *document;
  const AmicusName *name;
  const char *attribute;
} Wish;

/**
 * Places:
 * @setter: the last statement that sets the attribute
 * @setter_is_shared: whether that speaks of others too
 * @own: the best statement that speaks of the entity alone, and of its attributes
 * @shared: the first that speaks of it and others
 * @first: the first that names it
 */
typedef struct
{
  AmicusStatement setter;
  gboolean setter_is_shared;
  AmicusStatement own;
  AmicusStatement shared;
  AmicusStatement first;
} Places;

static void
note_place (Places          *places,
            Editing         *editing,
            AmicusStatement  statement,
            const char      *attribute)
{
  gboolean shared = amicus_editing_count_ends (editing, statement) > 1;

  if (amicus_editing_sets (editing, statement, attribute))
    {
      places->setter = statement;
      places->setter_is_shared = shared;
    }
  if (shared && places->shared == AMICUS_NO_STATEMENT)
    places->shared = statement;
  if (!shared && (places->own == AMICUS_NO_STATEMENT ||
                  (!amicus_editing_has_settings (editing, places->own) &&
                   amicus_editing_has_settings (editing, statement))))
    places->own = statement;
}

static Places
find_places (Editing    *editing,
             guint32     entity,
             const char *attribute)
{
  Places places = { AMICUS_NO_STATEMENT, FALSE, AMICUS_NO_STATEMENT, AMICUS_NO_STATEMENT,
                    AMICUS_NO_STATEMENT };
  guint n;
  const guint32 *mentions = amicus_index_get (&editing->of_entity, entity, &n);

  places.first = editing->mentions[mentions[0]].statement;
  for (guint i = 0; i < n; i++)
    {
      AmicusStatement statement = editing->mentions[mentions[i]].statement;

      if (amicus_syntax_get_kind (editing->syntax, statement) == AMICUS_STATEMENT_NODE)
        note_place (&places, editing, statement, attribute);
    }

  return places;
}

static char *
write_node (const char *id,
            const char *attribute,
            const char *value)
{
  GString *text = g_string_new (NULL);
  const AmicusValue values[] = { { attribute, value } };

  amicus_quote_id (text, id, strlen (id));
  amicus_edit_write_settings (text, values, 1);

  return g_string_free (text, FALSE);
}

static gboolean
set_of_entity (const Wish  *wish,
               const char  *value,
               GError     **error)
{
  g_auto (Editing) editing = { NULL };
  g_autofree char *text = write_node (wish->name->id, wish->attribute, value);
  AmicusElement element;
  Places places;

  amicus_editing_init (&editing, wish->document);
  element = amicus_name_find (wish->name, editing.graph);
  places = find_places (&editing, element.id, wish->attribute);
  if (places.setter != AMICUS_NO_STATEMENT && !places.setter_is_shared)
    amicus_edit_set (editing.patch, editing.syntax, places.setter, wish->attribute, value);
  else if (places.setter != AMICUS_NO_STATEMENT)
    amicus_edit_insert_after (editing.patch, editing.syntax, places.setter, text);
  else if (places.own != AMICUS_NO_STATEMENT)
    amicus_edit_set (editing.patch, editing.syntax, places.own, wish->attribute, value);
  else if (places.shared != AMICUS_NO_STATEMENT)
    amicus_edit_insert_after (editing.patch, editing.syntax, places.shared, text);
  else
    amicus_edit_insert_before (editing.patch, editing.syntax, places.first, text);

  return amicus_editing_apply (&editing, error);
}

/* Takes the attribute out of the statements that speak of the entity alone. */
static gboolean
unset_of_entity (const Wish  *wish,
                 GError     **error)
{
  g_auto (Editing) editing = { NULL };
  AmicusElement element;
  guint n;
  const guint32 *mentions;

  amicus_editing_init (&editing, wish->document);
  element = amicus_name_find (wish->name, editing.graph);
  mentions = amicus_index_get (&editing.of_entity, element.id, &n);
  for (guint i = 0; i < n; i++)
    {
      AmicusStatement statement = editing.mentions[mentions[i]].statement;

      if (amicus_syntax_get_kind (editing.syntax, statement) == AMICUS_STATEMENT_NODE &&
          amicus_editing_count_ends (&editing, statement) == 1)
        amicus_edit_set (editing.patch, editing.syntax, statement, wish->attribute, NULL);
    }

  return amicus_editing_apply (&editing, error);
}

static guint
count_pairs (Editing         *editing,
             AmicusStatement  statement)
{
  guint n;

  amicus_index_get (&editing->pairs_of_statement, statement, &n);

  return n;
}

/* The pair to edit: the last whose statement sets the attribute; else, if @adds, the first whose
 * statement makes nothing else, or the first of all. */
static guint32
find_pair (Editing    *editing,
           guint32     relation,
           const char *attribute,
           gboolean    adds)
{
  guint32 setter = AMICUS_NO_INDEX;
  guint32 first = AMICUS_NO_INDEX;
  guint32 own = AMICUS_NO_INDEX;

  for (guint32 i = 0; i < editing->n_pairs; i++)
    {
      AmicusStatement statement = editing->pairs[i].statement;

      if (editing->pairs[i].relation != relation)
        continue;
      if (amicus_editing_sets (editing, statement, attribute))
        setter = i;
      if (first == AMICUS_NO_INDEX)
        first = i;
      if (own == AMICUS_NO_INDEX && count_pairs (editing, statement) == 1)
        own = i;
    }

  if (setter != AMICUS_NO_INDEX || !adds)
    return setter;
  return own != AMICUS_NO_INDEX ? own : first;
}

/* Puts a pair in a statement of its own, or sets the attribute if it has one; NULL takes it away. */
static gboolean
edit_pair (Editing     *editing,
           guint32      pair,
           const Wish  *wish,
           const char  *value,
           gboolean    *is_set,
           GError     **error)
{
  AmicusStatement statement = editing->pairs[pair].statement;
  g_autofree PairFate *fates = g_new0 (PairFate, editing->n_pairs);

  *is_set = count_pairs (editing, statement) == 1;
  fates[pair] = PAIR_ALONE;
  if (*is_set)
    amicus_edit_set (editing->patch, editing->syntax, statement, wish->attribute, value);
  else
    amicus_editing_rewrite_edge (editing, statement, fates, AMICUS_NO_INDEX);

  return amicus_editing_apply (editing, error);
}

static gboolean
set_of_relation (const Wish  *wish,
                 const char  *value,
                 GError     **error)
{
  gboolean is_set = FALSE;

  for (guint round = 0; !is_set && round < MAX_ROUNDS; round++)
    {
      g_auto (Editing) editing = { NULL };
      AmicusElement element;
      guint32 pair;

      amicus_editing_init (&editing, wish->document);
      element = amicus_name_find (wish->name, editing.graph);
      pair = find_pair (&editing, element.id, wish->attribute, TRUE);
      if (!edit_pair (&editing, pair, wish, value, &is_set, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
unset_of_relation (const Wish  *wish,
                   GError     **error)
{
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_auto (Editing) editing = { NULL };
      AmicusElement element;
      guint32 pair;
      gboolean is_set;

      amicus_editing_init (&editing, wish->document);
      element = amicus_name_find (wish->name, editing.graph);
      pair = find_pair (&editing, element.id, wish->attribute, FALSE);
      if (pair == AMICUS_NO_INDEX)
        return TRUE;
      if (!edit_pair (&editing, pair, wish, NULL, &is_set, error))
        return FALSE;
    }

  return TRUE;
}

/* The bodies of a graph or group, in the order of the file. */
static GArray *
list_bodies (Editing       *editing,
             AmicusElement  element)
{
  GArray *bodies = g_array_new (FALSE, FALSE, sizeof (AmicusStatement));
  guint n;
  const AmicusOpening *openings = amicus_mentions_get_openings (editing->all, &n);

  if (element.kind == AMICUS_ELEMENT_GRAPH)
    g_array_append_val (bodies, editing->root);
  for (guint i = 0; element.kind == AMICUS_ELEMENT_GROUP && i < n; i++)
    if (openings[i].group == element.id)
      g_array_append_val (bodies, openings[i].statement);

  return bodies;
}

/* Adds to @found each statement that sets the attribute. */
static void
find_in_body (Editing         *editing,
              AmicusStatement  body,
              const char      *attribute,
              GArray          *found)
{
  for (AmicusStatement at = amicus_syntax_get_first_child (editing->syntax, body);
       at != AMICUS_NO_STATEMENT; at = amicus_syntax_get_next (editing->syntax, at))
    if (amicus_editing_is_of_body (editing, at) &&
        (attribute == NULL || amicus_editing_sets (editing, at, attribute)))
      g_array_append_val (found, at);
}

/* A group is described first of all. */
static gboolean
add_to_body (Editing         *editing,
             AmicusStatement  body,
             const char      *attribute,
             const char      *value)
{
  g_autoptr (GArray) described = g_array_new (FALSE, FALSE, sizeof (AmicusStatement));
  g_autoptr (GString) text = g_string_new (NULL);
  AmicusStatement first = amicus_syntax_get_first_child (editing->syntax, body);
  AmicusStatement last;

  amicus_quote_id (text, attribute, strlen (attribute));
  g_string_append_c (text, '=');
  amicus_quote_id (text, value, strlen (value));

  find_in_body (editing, body, NULL, described);
  if (described->len == 0 && first == AMICUS_NO_STATEMENT)
    return amicus_edit_append (editing->patch, editing->syntax, body, text->str);
  if (described->len == 0)
    {
      amicus_edit_insert_before (editing->patch, editing->syntax, first, text->str);
      return TRUE;
    }

  last = g_array_index (described, AmicusStatement, described->len - 1);
  if (amicus_syntax_get_kind (editing->syntax, last) == AMICUS_STATEMENT_DEFAULTS)
    amicus_edit_set (editing->patch, editing->syntax, last, attribute, value);
  else
    amicus_edit_insert_after (editing->patch, editing->syntax, last, text->str);
  return TRUE;
}

static gboolean
edit_body (const Wish  *wish,
           const char  *value,
           GError     **error)
{
  g_auto (Editing) editing = { NULL };
  g_autoptr (GArray) bodies = NULL;
  g_autoptr (GArray) setters = g_array_new (FALSE, FALSE, sizeof (AmicusStatement));

  amicus_editing_init (&editing, wish->document);
  bodies = list_bodies (&editing, amicus_name_find (wish->name, editing.graph));
  for (guint i = 0; i < bodies->len; i++)
    find_in_body (&editing, g_array_index (bodies, AmicusStatement, i), wish->attribute, setters);

  for (guint i = value == NULL ? 0 : MAX (setters->len, 1) - 1; i < setters->len; i++)
    amicus_edit_set (editing.patch, editing.syntax, g_array_index (setters, AmicusStatement, i),
                     wish->attribute, value);
  if (value != NULL && setters->len == 0 &&
      !add_to_body (&editing, g_array_index (bodies, AmicusStatement, 0), wish->attribute, value))
    return amicus_document_refuse (error, _("The group has no braces, so that nothing can stand in it"));

  return amicus_editing_apply (&editing, error);
}

static gboolean
set_value (const Wish  *wish,
           const char  *value,
           GError     **error)
{
  if (amicus_document_set_plainly (wish->document, wish->name, wish->attribute, value))
    return TRUE;
  if (wish->name->kind == AMICUS_ELEMENT_ENTITY)
    return set_of_entity (wish, value, error);
  if (wish->name->kind == AMICUS_ELEMENT_RELATION)
    return set_of_relation (wish, value, error);

  return edit_body (wish, value, error);
}

static gboolean
unset_value (const Wish  *wish,
             GError     **error)
{
  if (amicus_document_set_plainly (wish->document, wish->name, wish->attribute, NULL))
    return TRUE;
  if (wish->name->kind == AMICUS_ELEMENT_ENTITY)
    return unset_of_entity (wish, error);
  if (wish->name->kind == AMICUS_ELEMENT_RELATION)
    return unset_of_relation (wish, error);

  return edit_body (wish, NULL, error);
}

static gboolean
has_value (const Wish *wish)
{
  AmicusGraph *graph = amicus_document_get_graph (wish->document);

  return amicus_graph_get_attribute (graph, amicus_name_find (wish->name, graph),
                                     wish->attribute) != NULL;
}

/* What is still there when its own is gone, is inherited: then an empty value hides it. */
static gboolean
clear_value (const Wish  *wish,
             GError     **error)
{
  if (!has_value (wish))
    return TRUE;

  amicus_document_begin (wish->document, NULL);
  if (unset_value (wish, NULL) && !has_value (wish))
    return amicus_document_conclude (wish->document, TRUE);
  amicus_document_abort (wish->document);

  return set_value (wish, "", error);
}

/**
 * amicus_document_set_attribute:
 * @self: a document
 * @name: an element of its graph
 * @attribute: name of an attribute; not the `key` of a relation
 * @value: (nullable): its value, or %NULL for none
 * @error: a [error@DocumentError]
 *
 * Gives an attribute of one element a value, and only that: a relation in a chain or between groups
 * gets a statement of its own, as does an entity that is only named by others. A value that comes
 * from a default is taken away by an empty one.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_set_attribute (AmicusDocument    *self,
                               const AmicusName  *name,
                               const char        *attribute,
                               const char        *value,
                               GError           **error)
{
  const Wish wish = { self, name, attribute };
  AmicusElement element;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (name != NULL && attribute != NULL, FALSE);

  if (name->kind == AMICUS_ELEMENT_RELATION && strcmp (attribute, "key") == 0)
    return amicus_document_refuse (error, _("The key is what tells a relation from others; it "
                                            "cannot be changed"));
  element = amicus_document_find (self, name, error);
  if (element.kind == AMICUS_ELEMENT_NONE)
    return FALSE;

  amicus_document_begin (self, value != NULL ? _("Change a Value") : _("Remove a Value"));
  return amicus_document_conclude (self, value != NULL && *value != '\0'
                                           ? set_value (&wish, value, error)
                                           : clear_value (&wish, error));
}
