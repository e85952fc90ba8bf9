/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-document"

#include "document/uniting.h"

#include <string.h>

#include "graph/evidence.h"

static const char *const list_names[] = { "alias", "topics", "cites", "saidBy", "deniedBy" };

/* Whether a backslash at the end would speak for what is written behind it. */
static gboolean
ends_in_escape (const GString *list)
{
  gsize n = 0;

  while (n < list->len && list->str[list->len - 1 - n] == '\\')
    n++;

  return n % 2 == 1;
}

void
amicus_list_append (GString    *list,
                    const char *item)
{
  if (ends_in_escape (list))
    g_string_append_c (list, ' ');
  if (list->len > 0)
    g_string_append (list, "\\n");
  g_string_append (list, item);
}

static void
add_item (GString    *list,
          const char *item)
{
  g_auto (GStrv) items = amicus_list_split (list->str);

  if (!g_strv_contains ((const char *const *) items, item))
    amicus_list_append (list, item);
}

static void
unite_list (Values     *self,
            const char *name,
            const char *value)
{
  const char *own = amicus_values_find (self, name);
  g_autoptr (GString) united = g_string_new (own);
  g_auto (GStrv) items = amicus_list_split (value);

  for (char **item = items; *item != NULL; item++)
    add_item (united, *item);
  amicus_values_put (self, name, united->str);
}

void
amicus_values_unite (Values       *self,
                     const Values *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (list_names); i++)
    {
      const char *value = amicus_values_find (other, list_names[i]);

      if (value != NULL && amicus_values_find (self, list_names[i]) != NULL)
        unite_list (self, list_names[i], value);
    }
  amicus_values_fill (self, other);
}

/* `label` and `label_LANGUAGE`, and of which language; NULL for other attributes. */
static const char *
find_language (const char *name)
{
  if (strcmp (name, "label") == 0)
    return "";
  if (g_str_has_prefix (name, "label_"))
    return name + strlen ("label_");

  return NULL;
}

/* The name in a language, as it may stand in a list. */
static char *
read_label (AmicusGraph   *graph,
            AmicusElement  element,
            const char    *language)
{
  g_autofree char *label = amicus_graph_get_label (graph, element, language);
  g_auto (GStrv) words = g_strsplit_set (label, " \t\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (kept, *word);
  g_ptr_array_add (kept, NULL);

  return g_strjoinv (" ", (char **) kept->pdata);
}

/* All names of an element, each once; its ID if it has no other. */
static GPtrArray *
list_labels (const Values  *values,
             AmicusGraph   *graph,
             AmicusElement  element)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const AmicusValue *all = amicus_values_get (values, &n);

  for (guint i = 0; i < n; i++)
    if (find_language (all[i].name) != NULL)
      g_ptr_array_add (labels, read_label (graph, element, find_language (all[i].name)));
  if (labels->len == 0)
    g_ptr_array_add (labels, read_label (graph, element, ""));

  return labels;
}

static void
forget_labels (Values *self)
{
  guint n;
  const AmicusValue *all = amicus_values_get (self, &n);

  for (guint i = n; i > 0; i--)
    if (find_language (all[i - 1].name) != NULL)
      amicus_values_put (self, all[i - 1].name, NULL);
}

void
amicus_values_turn_labels (Values        *self,
                           Values        *other,
                           AmicusGraph   *graph,
                           AmicusElement  element,
                           AmicusElement  other_element)
{
  g_autoptr (GPtrArray) own = list_labels (self, graph, element);
  g_autoptr (GPtrArray) labels = list_labels (other, graph, other_element);
  g_autoptr (GString) aliases = g_string_new (amicus_values_find (self, "alias"));

  for (guint i = 0; i < labels->len; i++)
    if (*(char *) labels->pdata[i] != '\0' &&
        !g_ptr_array_find_with_equal_func (own, labels->pdata[i], g_str_equal, NULL))
      add_item (aliases, labels->pdata[i]);
  amicus_values_put (self, "alias", aliases->str);
  forget_labels (other);
}
