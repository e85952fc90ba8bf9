/* SPDX-License-Identifier: GPL-3.0-or-later
 * What people read of an element, in their language. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/evidence.h"

#include <string.h>

#include "graph/graph-private.h"
#include "graph/markup-private.h"

/* DOT lets the labels of the graph reach every group, which they do not name: only a group's own
 * count. */
static const char *
get_value (AmicusGraph *self,
           AmicusElement element,
           const char *name)
{
  if (element.kind == AMICUS_ELEMENT_GROUP)
    return amicus_graph_get_own_attribute (self, element, name);

  return amicus_graph_get_attribute (self, element, name);
}

/* The first choice of the person, without the others: text in no marked language, mostly that of
 * the file, goes before a second choice. */
static const char *
get_language (const char *language)
{
  if (language == NULL)
    language = g_get_language_names ()[0];

  return strcmp (language, "C") == 0 || strcmp (language, "POSIX") == 0 ? NULL : language;
}

/* The name under which the text stands in @language: `label_fr_BE`, `label_fr` or `label`. */
static char *
find_name (AmicusGraph *self,
           AmicusElement element,
           const char *name,
           const char *language)
{
  g_auto (GStrv) variants = NULL;

  language = get_language (language);
  if (language != NULL)
    variants = g_get_locale_variants (language);
  for (guint i = 0; variants != NULL && variants[i] != NULL; i++)
    {
      g_autofree char *translated = g_strconcat (name, "_", variants[i], NULL);

      if (get_value (self, element, translated) != NULL)
        return g_steal_pointer (&translated);
    }

  return get_value (self, element, name) == NULL ? NULL : g_strdup (name);
}

static gboolean
is_latin1 (AmicusGraph *self)
{
  static const char *const names[] = {
    "latin1", "latin-1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1",
  };
  const char *charset = amicus_graph_get_attribute (self, AMICUS_WHOLE_GRAPH, "charset");

  for (gsize i = 0; charset != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (charset, names[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Bytes of the file as UTF-8, by the graph's `charset`. */
static char *
to_utf8 (AmicusGraph *self,
         const char *bytes)
{
  GString *text;

  if (!is_latin1 (self))
    return g_utf8_make_valid (bytes, -1);

  text = g_string_new (NULL);
  for (; *bytes != '\0'; bytes++)
    g_string_append_unichar (text, (guchar) *bytes);

  return g_string_free (text, FALSE);
}

static char *
id_text (AmicusGraph *self,
         AmicusElement element)
{
  const char *id = amicus_graph_get_id (self, element);

  return to_utf8 (self, id == NULL ? "" : id);
}

static gboolean
is_record (AmicusGraph *self,
           AmicusElement element)
{
  const char *shape;

  if (element.kind != AMICUS_ELEMENT_ENTITY)
    return FALSE;

  shape = amicus_graph_get_attribute (self, element, "shape");

  return shape != NULL && (strcmp (shape, "record") == 0 || strcmp (shape, "Mrecord") == 0);
}

static char *
resolve (AmicusGraph *self,
         AmicusElement element,
         const char *text,
         const char *label)
{
  g_autofree char *id = id_text (self, element);
  g_autofree char *graph = id_text (self, AMICUS_WHOLE_GRAPH);
  g_autofree char *tail = NULL;
  g_autofree char *head = NULL;
  g_autofree char *edge = NULL;
  EscapeWords words = { .graph = graph, .label = label };

  if (element.kind == AMICUS_ELEMENT_ENTITY)
    words.node = id;
  if (element.kind == AMICUS_ELEMENT_RELATION)
    {
      guint32 from, to;

      amicus_graph_get_ends (self, element.id, &from, &to);
      words.tail = tail = id_text (self, AMICUS_ENTITY (from));
      words.head = head = id_text (self, AMICUS_ENTITY (to));
      words.edge = edge = g_strconcat (tail, self->directed ? "->" : "--", head, NULL);
    }

  /* Only labels of records have fields. */
  return amicus_markup_resolve (text, &words, label == NULL && is_record (self, element));
}

/* @label: what `\L` stands for, NULL in a label itself. */
static char *
text_of (AmicusGraph *self,
         AmicusElement element,
         const char *name,
         const char *label)
{
  g_autofree char *text = to_utf8 (self, get_value (self, element, name));

  if (amicus_graph_is_html (self, element, name))
    return amicus_markup_from_html (text);
  if (strpbrk (text, "\\&|{}<") == NULL)
    return g_steal_pointer (&text);

  return resolve (self, element, text, label);
}

/**
 * amicus_graph_get_label:
 * @self: a graph
 * @element: one of its elements
 * @language: (nullable): "fr", "fr_BE", …; %NULL for the locale's
 *
 * Returns: (transfer full): the name: `label_fr`, else `label`, else for a relation the words for
 *   its kind, else the ID; escapes resolved, an HTML label as its words. Valid UTF-8 and a
 *   stranger's: show it through amicus_text_for_display()
 */
char *
amicus_graph_get_label (AmicusGraph *self,
                        AmicusElement element,
                        const char *language)
{
  g_autofree char *name = NULL;
  const char *kind;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (amicus_graph_has (self, element), NULL);

  name = find_name (self, element, "label", language);
  if (name != NULL)
    return text_of (self, element, name, NULL);
  if (element.kind != AMICUS_ELEMENT_RELATION)
    return id_text (self, element);

  kind = amicus_graph_get_attribute (self, element, "kind");
  if (amicus_relation_kind_is_known (kind))
    return g_strdup (amicus_relation_kind_name (kind, language));

  return to_utf8 (self, kind == NULL ? "" : kind);
}

/**
 * amicus_graph_find_text:
 * @self: a graph
 * @element: one of its elements
 * @name: an attribute that holds text, such as `label`
 * @language: (nullable): as for amicus_graph_get_label()
 *
 * Returns: (transfer full): the attribute that is read for somebody of that language: `label_fr`, or @name itself
 */
char *
amicus_graph_find_text (AmicusGraph *self,
                        AmicusElement element,
                        const char *name,
                        const char *language)
{
  char *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (amicus_graph_has (self, element), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  found = find_name (self, element, name, language);

  return found != NULL ? found : g_strdup (name);
}

/**
 * amicus_graph_get_text:
 * @self: a graph
 * @element: one of its elements
 * @name: an attribute that holds text, such as `description`
 * @language: (nullable): "fr", "fr_BE", …; %NULL for the locale's
 *
 * Returns: (transfer full) (nullable): its text in that language, else in none, as in
 *   amicus_graph_get_label(); %NULL where there is none
 */
char *
amicus_graph_get_text (AmicusGraph *self,
                       AmicusElement element,
                       const char *name,
                       const char *language)
{
  g_autofree char *found = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (amicus_graph_has (self, element), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  found = find_name (self, element, name, language);
  if (found == NULL)
    return NULL;

  label = amicus_graph_get_label (self, element, language);

  return text_of (self, element, found, label);
}
