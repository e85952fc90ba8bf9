/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who says it: lists, citations, sources and their numbers. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/evidence.h"

#include <string.h>

#include "graph/checks-private.h"

/**
 * amicus_graph_get_kind:
 * @self: a graph
 * @entity: an entity
 *
 * Returns: its kind; UNKNOWN for none and for words outside the vocabulary
 */
AmicusKind
amicus_graph_get_kind (AmicusGraph *self,
                       guint32 entity)
{
  g_return_val_if_fail (self != NULL, AMICUS_KIND_UNKNOWN);
  g_return_val_if_fail (entity < self->entities->len, AMICUS_KIND_UNKNOWN);

  return amicus_kind_from_word (amicus_graph_get_attribute (self, AMICUS_ENTITY (entity), "kind"));
}

/**
 * amicus_graph_get_status:
 * @self: a graph
 * @relation: a relation
 *
 * Returns: its status; NOT_STATED for none and for words outside the vocabulary
 */
AmicusStatus
amicus_graph_get_status (AmicusGraph *self,
                         guint32 relation)
{
  AmicusStatus status;

  g_return_val_if_fail (self != NULL, AMICUS_STATUS_NOT_STATED);
  g_return_val_if_fail (relation < self->relations->len, AMICUS_STATUS_NOT_STATED);

  amicus_status_from_word (amicus_graph_get_attribute (self, AMICUS_RELATION (relation), "status"),
                           &status);

  return status;
}

/* The interval between two dates, the outer ends of those that are intervals themselves. */
static char *
join_dates (const char *start,
            const char *end)
{
  const char *outer = strrchr (end, '/');

  return g_strdup_printf ("%.*s/%s", (int) MIN (strcspn (start, "/"), G_MAXINT), start,
                          outer != NULL ? outer + 1 : end);
}

/**
 * amicus_graph_get_date:
 * @self: a graph
 * @element: one of its elements
 *
 * Joins what an element says of its time. Where one end of the span is an interval itself, its
 * outer end is meant; an end that is not said is open.
 *
 * Returns: (transfer full) (nullable): `date` as it is, or `startDate/endDate`; bytes of the file,
 *   maybe no date; %NULL where it has none of them
 */
char *
amicus_graph_get_date (AmicusGraph *self,
                       AmicusElement element)
{
  const char *date, *start, *end;
  g_autofree char *span = NULL;
  AmicusDate days;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (amicus_graph_has (self, element), NULL);

  date = amicus_graph_get_attribute (self, element, "date");
  start = amicus_graph_get_attribute (self, element, "startDate");
  end = amicus_graph_get_attribute (self, element, "endDate");
  if (date != NULL || (start == NULL && end == NULL))
    return g_strdup (date);

  span = join_dates (start == NULL ? ".." : start, end == NULL ? ".." : end);
  /* One that is no date stands for itself: nobody wrote the dots. */
  if ((start == NULL || end == NULL) && !amicus_date_parse (span, &days))
    return g_strdup (start != NULL ? start : end);

  return g_steal_pointer (&span);
}

/**
 * amicus_graph_get_days:
 * @self: a graph
 * @element: one of its elements
 * @days: (out): the days from the first that its beginning may mean to the last of its end
 *
 * Returns: whether what amicus_graph_get_date() gives is a date; if not, @days is untouched
 */
gboolean
amicus_graph_get_days (AmicusGraph *self,
                       AmicusElement element,
                       AmicusDate *days)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (amicus_graph_has (self, element), FALSE);
  g_return_val_if_fail (days != NULL, FALSE);

  date = amicus_graph_get_date (self, element);

  return date != NULL && amicus_date_parse (date, days);
}

/**
 * amicus_list_span:
 * @text: the rest of a list, or of one of its items
 * @divider: what ends the item or its part
 *
 * A backslash and what follows it are one, unless that is the divider itself: the two characters
 * `\n` divide a list.
 *
 * Returns: the length of @text up to @divider, or all of it, in bytes
 */
gsize
amicus_list_span (const char *text,
                  const char *divider)
{
  const char *at = text;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (divider != NULL, 0);

  while (*at != '\0' && !g_str_has_prefix (at, divider))
    at += *at == '\\' && at[1] != '\0' ? 2 : 1;

  return (gsize) (at - text);
}

static char *
trim (const char *text,
      gsize length)
{
  return g_strstrip (g_strndup (text, length));
}

/**
 * amicus_list_split:
 * @value: the value of an attribute that holds a list
 *
 * Returns: (transfer full) (array zero-terminated=1): its items as written, without the blank
 *   space around them; empty ones are left out
 */
char **
amicus_list_split (const char *value)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_return_val_if_fail (value != NULL, NULL);

  for (;;)
    {
      gsize length = amicus_list_span (value, "\\n");
      g_autofree char *item = trim (value, length);

      if (*item != '\0')
        g_ptr_array_add (items, g_steal_pointer (&item));
      if (value[length] == '\0')
        break;
      value += length + strlen ("\\n");
    }
  g_ptr_array_add (items, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&items), FALSE);
}

static void
clear_citation (gpointer data)
{
  AmicusCitation *citation = data;

  g_free (citation->source_id);
  g_free (citation->locator);
  g_free (citation->quote);
}

/* Takes one part of a citation; `\;` is a semicolon and `\\` a backslash in it. */
static char *
take_part (const char **text,
           gboolean is_last)
{
  gsize length = is_last ? strlen (*text) : amicus_list_span (*text, ";");
  g_autofree char *part = trim (*text, length);
  char *to = part;

  for (const char *from = part; *from != '\0'; from++)
    {
      if (*from == '\\' && (from[1] == ';' || from[1] == '\\'))
        from++;
      *to++ = *from;
    }
  *to = '\0';
  *text += length + ((*text)[length] == ';' ? 1 : 0);

  return g_steal_pointer (&part);
}

static AmicusCitation
read_citation (AmicusGraph *self,
               const char *item)
{
  AmicusCitation citation = { .source = AMICUS_NO_INDEX };
  AmicusElement source;

  citation.source_id = take_part (&item, FALSE);
  citation.locator = take_part (&item, FALSE);
  citation.quote = take_part (&item, TRUE);

  source = amicus_graph_find_entity (self, citation.source_id);
  if (source.kind == AMICUS_ELEMENT_ENTITY)
    citation.source = source.id;

  return citation;
}

GArray *
amicus_graph_read_citations (AmicusGraph *self,
                             const char *cites)
{
  GArray *citations = g_array_new (FALSE, FALSE, sizeof (AmicusCitation));
  g_auto (GStrv) items = amicus_list_split (cites);

  g_array_set_clear_func (citations, clear_citation);
  for (guint i = 0; items[i] != NULL; i++)
    {
      AmicusCitation citation = read_citation (self, items[i]);

      g_array_append_val (citations, citation);
    }

  return citations;
}

/**
 * amicus_graph_get_citations:
 * @self: a graph
 * @element: one of its elements
 *
 * Returns: (transfer full) (element-type AmicusCitation): what it cites, in order
 */
GArray *
amicus_graph_get_citations (AmicusGraph *self,
                            AmicusElement element)
{
  const char *cites;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (amicus_graph_has (self, element), NULL);

  cites = amicus_graph_get_attribute (self, element, "cites");

  return amicus_graph_read_citations (self, cites == NULL ? "" : cites);
}

static void
number_source (AmicusGraph *self,
               guint32 entity)
{
  if (entity == AMICUS_NO_INDEX || g_array_index (self->source_numbers, guint32, entity) > 0 ||
      amicus_graph_get_kind (self, entity) != AMICUS_KIND_SOURCE)
    return;

  g_array_append_val (self->sources, entity);
  g_array_index (self->source_numbers, guint32, entity) = self->sources->len;
}

static void
number_cited (AmicusGraph *self,
              AmicusElement element)
{
  g_autoptr (GArray) citations = NULL;

  if (amicus_graph_get_attribute (self, element, "cites") == NULL)
    return;

  citations = amicus_graph_get_citations (self, element);
  for (guint i = 0; i < citations->len; i++)
    number_source (self, g_array_index (citations, AmicusCitation, i).source);
}

static void
number_sources (AmicusGraph *self)
{
  if (self->sources != NULL)
    return;

  self->sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->source_numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->source_numbers, self->entities->len);
  for (guint32 i = 0; i < self->relations->len; i++)
    number_cited (self, AMICUS_RELATION (i));
  for (guint32 i = 0; i < self->entities->len; i++)
    number_cited (self, AMICUS_ENTITY (i));
  for (guint32 i = 0; i < self->entities->len; i++)
    number_source (self, i);
}

/**
 * amicus_graph_get_source_number:
 * @self: a graph
 * @entity: an entity
 *
 * Returns: its number among the sources, from 1; 0 for one that is none
 */
guint
amicus_graph_get_source_number (AmicusGraph *self,
                                guint32 entity)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (entity < self->entities->len, 0);

  number_sources (self);

  return g_array_index (self->source_numbers, guint32, entity);
}

/**
 * amicus_graph_get_sources:
 * @self: a graph
 * @n_sources: (out): how many
 *
 * Returns: (transfer none) (array length=n_sources): the entities that are sources, by number
 */
const guint32 *
amicus_graph_get_sources (AmicusGraph *self,
                          guint *n_sources)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_sources != NULL, NULL);

  number_sources (self);
  *n_sources = self->sources->len;

  return (const guint32 *) (gpointer) self->sources->data;
}

static void
find_represented (AmicusGraph *self)
{
  self->represented = g_new (guint32, (gsize) self->entities->len + 1);
  for (guint32 i = 0; i < self->entities->len; i++)
    self->represented[i] = AMICUS_NO_INDEX;

  for (guint32 i = 0; i < self->groups->len; i++)
    {
      const char *id = amicus_graph_get_own_attribute (self, AMICUS_GROUP (i), "entity");
      AmicusElement entity = amicus_graph_find_entity (self, id == NULL ? "" : id);

      if (id != NULL && entity.kind == AMICUS_ELEMENT_ENTITY &&
          self->represented[entity.id] == AMICUS_NO_INDEX)
        self->represented[entity.id] = i;
    }
}

/**
 * amicus_graph_get_represented_group:
 * @self: a graph
 * @entity: an entity
 *
 * Returns: the first group whose `entity` names it, or %AMICUS_NO_INDEX
 */
guint32
amicus_graph_get_represented_group (AmicusGraph *self,
                                    guint32 entity)
{
  g_return_val_if_fail (self != NULL, AMICUS_NO_INDEX);
  g_return_val_if_fail (entity < self->entities->len, AMICUS_NO_INDEX);

  self = amicus_graph_origin (self);
  if (self->represented == NULL)
    find_represented (self);

  return self->represented[entity];
}
