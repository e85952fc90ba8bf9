/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sources in words: how they are listed, and how those who cite them point at them. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "config.h"

#include "drawing/describe.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "graph/evidence.h"

static int
compare_numbers (const void *a,
                 const void *b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

GArray *
amicus_describe_cited_sources (AmicusGraph  *graph,
                               AmicusElement element)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) citations = NULL;

  if (amicus_graph_get_attribute (graph, element, "cites") == NULL)
    return numbers;

  citations = amicus_graph_get_citations (graph, element);
  for (guint i = 0; i < citations->len; i++)
    {
      guint32 source = g_array_index (citations, AmicusCitation, i).source;
      guint number = source != AMICUS_NO_INDEX ? amicus_graph_get_source_number (graph, source) : 0;

      if (number > 0)
        g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  for (guint i = numbers->len; i > 1; i--)
    if (g_array_index (numbers, guint, i - 1) == g_array_index (numbers, guint, i - 2))
      g_array_remove_index (numbers, i - 1);
  return numbers;
}

char *
amicus_describe_source_numbers (AmicusGraph  *graph,
                                AmicusElement element,
                                const char   *separator,
                                guint         most)
{
  g_autoptr (GArray) numbers = amicus_describe_cited_sources (graph, element);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (numbers->len, most); i++)
    g_string_append_printf (text, "%s%u", i > 0 ? separator : "",
                            g_array_index (numbers, guint, i));
  if (numbers->len > most)
    g_string_append (text, "…");
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
append_phrase (GString    *text,
               const char *phrase)
{
  g_autofree char *shown = NULL;

  if (phrase == NULL)
    return;

  shown = amicus_text_for_display (phrase, AMICUS_TEXT_CANVAS_LIMIT);
  g_strdelimit (shown, "\n", ' ');
  if (*shown == '\0' || strstr (text->str, shown) != NULL)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, shown);
}

/* Many a title tells its date itself. */
static gboolean
names_year (const char *text,
            const char *date)
{
  g_autofree char *year = g_strndup (date, 4);

  return strstr (text, year) != NULL;
}

char *
amicus_describe_source (AmicusGraph *graph,
                        guint32      entity,
                        const char  *language)
{
  AmicusElement element = AMICUS_ENTITY (entity);
  const char *published = amicus_graph_get_attribute (graph, element, "publishedAt");
  g_autofree char *name = amicus_describe_name (graph, element, language);
  GString *text = g_string_new (NULL);

  append_phrase (text, name);
  append_phrase (text, amicus_graph_get_attribute (graph, element, "publisher"));
  if (published != NULL && !names_year (text->str, published))
    {
      g_autofree char *date = amicus_date_format (published, language);

      append_phrase (text, date);
    }
  return g_string_free (text, FALSE);
}
