/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "config.h"

#include "drawing/describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/catalogue.h"
#include "base/date.h"
#include "base/text.h"
#include "drawing/country.h"
#include "drawing/graphviz-look.h"
#include "graph/evidence.h"

/* Longest text that a tooltip or a screen reader is given, in characters. */
#define TEXT_LIMIT 2000

#define BETWEEN " · "

static void
append_part (GString    *line,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, BETWEEN);
  g_string_append (line, part);
}

static void
take_part (GString *line,
           char    *part)
{
  append_part (line, part);
  g_free (part);
}

static char *
end_line (GString *line)
{
  gboolean empty = line->len == 0;
  char *text = g_string_free (line, empty);

  return empty ? NULL : text;
}

char *
amicus_fill_in (const char *format,
                const char *value)
{
  const char *place = strchr (format, '%');

  if (place == NULL || (place[1] != 's' && place[1] != 'u'))
    return g_strdup (format);
  return g_strdup_printf ("%.*s%s%s", (int) (place - format), format, value, place + 2);
}

char *
amicus_capitalize (const char *text)
{
  char first[7] = { 0 };

  if (*text == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static gboolean
is_record (AmicusGraph  *graph,
           AmicusElement element)
{
  const char *shape = amicus_graph_get_attribute (graph, element, "shape");

  return shape != NULL && (strcmp (shape, "record") == 0 || strcmp (shape, "Mrecord") == 0);
}

static char *
full_name (AmicusGraph  *graph,
           AmicusElement element,
           const char   *language,
           guint         limit)
{
  g_autofree char *label = amicus_graph_get_label (graph, element, language);

  if (label == NULL)
    return g_strdup ("");
  if (element.kind == AMICUS_ELEMENT_ENTITY && is_record (graph, element))
    {
      g_autofree char *fields = amicus_record_text (label);

      return amicus_text_for_display (fields, limit);
    }
  return amicus_text_for_display (label, limit);
}

char *
amicus_describe_name (AmicusGraph  *graph,
                      AmicusElement element,
                      const char   *language)
{
  return full_name (graph, element, language, AMICUS_TEXT_CANVAS_LIMIT);
}

/* A name within a sentence, whose direction it cannot turn. */
static char *
name_in_sentence (AmicusGraph  *graph,
                  AmicusElement element,
                  const char   *language)
{
  g_autofree char *name = full_name (graph, element, language, AMICUS_TEXT_LIST_LIMIT);

  g_strdelimit (name, "\n", ' ');
  return amicus_text_isolate (name);
}

static const char *
attribute (AmicusGraph  *graph,
           AmicusElement element,
           const char   *name)
{
  return amicus_graph_get_attribute (graph, element, name);
}

static char *
shown_attribute (AmicusGraph  *graph,
                 AmicusElement element,
                 const char   *name)
{
  const char *value = attribute (graph, element, name);

  return value != NULL ? amicus_text_for_display (value, AMICUS_TEXT_LIST_LIMIT) : NULL;
}

static char *
described (AmicusGraph  *graph,
           AmicusElement element,
           const char   *language)
{
  g_autofree char *text = amicus_graph_get_text (graph, element, "description", language);
  char *shown = text != NULL ? amicus_text_for_display (text, TEXT_LIMIT) : NULL;

  return shown != NULL ? g_strdelimit (shown, "\n", ' ') : NULL;
}

static char *
format_date (const char *date,
             const char *language)
{
  g_autofree char *shown = amicus_text_for_display (date, AMICUS_TEXT_LIST_LIMIT);

  return amicus_date_format (shown, language);
}

/* "since 2019", "2019–2021". */
static char *
lifetime (AmicusGraph  *graph,
          AmicusElement element,
          const char   *language)
{
  g_autofree char *date = amicus_graph_get_date (graph, element);

  return date != NULL ? format_date (date, language) : NULL;
}

static char *
one_date (const char *date,
          const char *format,
          const char *language)
{
  g_autofree char *shown = format_date (date, language);

  return amicus_fill_in (amicus_translate (format, language), shown);
}

static char *
life (AmicusGraph  *graph,
      AmicusElement element,
      const char   *language)
{
  const char *start = attribute (graph, element, "startDate");
  const char *end = attribute (graph, element, "endDate");

  if (start != NULL && end == NULL)
    return one_date (start, N_("born %s"), language);
  if (start == NULL && end != NULL)
    return one_date (end, N_("died %s"), language);
  return lifetime (graph, element, language);
}

/* What happens on a day has that day; what lasts has a beginning and an end. */
static char *
dates_of_entity (AmicusGraph *graph,
                 guint32      entity,
                 AmicusKind   kind,
                 const char  *language)
{
  AmicusElement element = AMICUS_ENTITY (entity);
  const char *start = attribute (graph, element, "startDate");
  const char *published = attribute (graph, element, "publishedAt");
  gboolean has_day = kind == AMICUS_KIND_FILING || kind == AMICUS_KIND_EVENT ||
                     kind == AMICUS_KIND_DOCUMENT || kind == AMICUS_KIND_SOURCE;

  if (kind == AMICUS_KIND_PERSON)
    return life (graph, element, language);
  if (has_day && start != NULL && attribute (graph, element, "endDate") == NULL)
    return format_date (start, language);
  if (has_day && published != NULL)
    return format_date (published, language);
  return lifetime (graph, element, language);
}

static const char *
kind_word (AmicusGraph  *graph,
           AmicusElement element)
{
  return attribute (graph, element, "kind");
}

static char *
kind_name (AmicusGraph  *graph,
           AmicusElement element,
           const char   *language)
{
  const char *word = kind_word (graph, element);
  g_autofree char *shown = NULL;

  if (word == NULL)
    return NULL;
  shown = amicus_text_for_display (word, AMICUS_TEXT_LIST_LIMIT);
  return g_strdup (amicus_kind_name (shown, language));
}

static char *
country_of (AmicusGraph  *graph,
            AmicusElement element,
            const char   *language)
{
  const char *code = attribute (graph, element, "country");
  g_autofree char *shown = NULL;

  if (code == NULL)
    code = attribute (graph, element, "jurisdiction");
  if (code == NULL)
    return NULL;
  shown = amicus_text_for_display (code, AMICUS_TEXT_LIST_LIMIT);
  return g_strdup (amicus_country_name (shown, language));
}

/* Kinds whose shape and icon alone do not tell what they are. */
static gboolean
needs_word (AmicusKind kind)
{
  return kind == AMICUS_KIND_UNKNOWN || kind == AMICUS_KIND_DOCTRINE;
}

char *
amicus_describe_second_line (AmicusGraph *graph,
                             guint32      entity,
                             const char  *language)
{
  AmicusElement element = AMICUS_ENTITY (entity);
  AmicusKind kind = amicus_graph_get_kind (graph, entity);
  GString *line = g_string_new (NULL);

  take_part (line, shown_attribute (graph, element, "role"));
  if (needs_word (kind) && g_strcmp0 (kind_word (graph, element), "unknown") != 0)
    take_part (line, kind_name (graph, element, language));
  if (kind == AMICUS_KIND_SOURCE)
    take_part (line, shown_attribute (graph, element, "publisher"));
  if (kind != AMICUS_KIND_PLACE)
    take_part (line, country_of (graph, element, language));
  take_part (line, dates_of_entity (graph, entity, kind, language));
  return end_line (line);
}

char *
amicus_describe_entity (AmicusGraph *graph,
                        guint32      entity,
                        const char  *language)
{
  AmicusElement element = AMICUS_ENTITY (entity);
  AmicusKind kind = amicus_graph_get_kind (graph, entity);
  GString *line = g_string_new (NULL);
  g_autofree char *name = kind_name (graph, element, language);

  if (name != NULL)
    take_part (line, amicus_capitalize (name));
  take_part (line, shown_attribute (graph, element, "role"));
  take_part (line, country_of (graph, element, language));
  take_part (line, dates_of_entity (graph, entity, kind, language));
  take_part (line, described (graph, element, language));
  return end_line (line);
}

char *
amicus_describe_whole (AmicusGraph *graph,
                       const char  *language)
{
  return described (graph, AMICUS_WHOLE_GRAPH, language);
}

char *
amicus_describe_group (AmicusGraph *graph,
                       guint32      group,
                       const char  *language)
{
  return described (graph, AMICUS_GROUP (group), language);
}

char *
amicus_describe_relation_title (AmicusGraph *graph,
                                guint32      relation,
                                const char  *language)
{
  guint32 tail;
  guint32 head;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *label = NULL;
  const char *arrow = amicus_graph_is_directed (graph) ? "→" : "—";

  amicus_graph_get_ends (graph, relation, &tail, &head);
  from = name_in_sentence (graph, AMICUS_ENTITY (tail), language);
  to = name_in_sentence (graph, AMICUS_ENTITY (head), language);
  label = full_name (graph, AMICUS_RELATION (relation), language, AMICUS_TEXT_LIST_LIMIT);
  g_strdelimit (label, "\n", ' ');
  if (*label == '\0')
    return g_strconcat (from, " ", arrow, " ", to, NULL);
  return g_strconcat (from, " — ", label, " ", arrow, " ", to, NULL);
}

/* A speaker is an entity or a group, by its ID; anything else is shown as it is written. */
static char *
speaker_name (AmicusGraph *graph,
              const char  *id,
              const char  *language)
{
  AmicusElement element = amicus_graph_find_entity (graph, id);
  g_autofree char *shown = NULL;

  if (element.kind == AMICUS_ELEMENT_NONE)
    element = amicus_graph_find_group (graph, id);
  if (element.kind != AMICUS_ELEMENT_NONE)
    return name_in_sentence (graph, element, language);
  shown = amicus_text_for_display (id, AMICUS_TEXT_LIST_LIMIT);
  return amicus_text_isolate (shown);
}

static char *
speakers (AmicusGraph  *graph,
          AmicusElement element,
          const char   *name,
          const char   *format,
          const char   *language)
{
  const char *value = attribute (graph, element, name);
  g_auto (GStrv) ids = NULL;
  g_autoptr (GString) names = NULL;

  if (value == NULL)
    return NULL;

  ids = amicus_list_split (value);
  names = g_string_new (NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *speaker = speaker_name (graph, ids[i], language);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", speaker);
    }
  return amicus_fill_in (amicus_translate (format, language), names->str);
}

static char *
sources_in_words (AmicusGraph  *graph,
                  AmicusElement element,
                  const char   *language)
{
  g_autofree char *numbers = amicus_describe_source_numbers (graph, element, ", ", 20);
  const char *format;

  if (numbers == NULL)
    return NULL;
  format = strchr (numbers, ',') == NULL ? N_("source %s") : N_("sources %s");
  return amicus_fill_in (amicus_translate (format, language), numbers);
}

static char *
amount (AmicusGraph  *graph,
        AmicusElement element)
{
  g_autofree char *number = shown_attribute (graph, element, "amount");
  g_autofree char *currency = shown_attribute (graph, element, "currency");

  if (number == NULL)
    return NULL;
  return currency != NULL ? g_strconcat (number, " ", currency, NULL) : g_steal_pointer (&number);
}

static char *
share (AmicusGraph  *graph,
       AmicusElement element)
{
  g_autofree char *number = shown_attribute (graph, element, "percentage");

  if (number == NULL)
    return NULL;
  if (strchr (number, '%') != NULL)
    return g_steal_pointer (&number);
  return g_strconcat (number, " %", NULL);
}

static char *
status_in_words (AmicusGraph *graph,
                 guint32      relation,
                 const char  *language)
{
  AmicusStatus status = amicus_graph_get_status (graph, relation);

  return amicus_capitalize (amicus_status_name (status, language));
}

char *
amicus_describe_relation (AmicusGraph *graph,
                          guint32      relation,
                          const char  *language)
{
  AmicusElement element = AMICUS_RELATION (relation);
  GString *line = g_string_new (NULL);

  if (amicus_graph_is_amicus (graph) || attribute (graph, element, "status") != NULL)
    take_part (line, status_in_words (graph, relation, language));
  take_part (line, lifetime (graph, element, language));
  take_part (line, shown_attribute (graph, element, "role"));
  take_part (line, share (graph, element));
  take_part (line, amount (graph, element));
  take_part (line, speakers (graph, element, "saidBy", N_("said by %s"), language));
  take_part (line, speakers (graph, element, "deniedBy", N_("denied by %s"), language));
  take_part (line, sources_in_words (graph, element, language));
  take_part (line, described (graph, element, language));
  return end_line (line);
}

