/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/words.h"

#include "base/date.h"
#include "base/text.h"
#include "drawing/describe.h"
#include "graph/evidence.h"

#include <glib/gi18n-lib.h>

#define SEPARATOR " · "

/* How a relation runs for the entity that it is seen from. */
typedef enum
{
  DIRECTION_OUT,
  DIRECTION_IN,
  DIRECTION_LOOP,
  DIRECTION_NONE,
} Direction;

static const char *
attribute (const AmicusSubject *subject,
           const char          *name)
{
  return amicus_graph_get_attribute (subject->graph, subject->element, name);
}

static char *
isolated_name (const AmicusSubject *subject,
               guint32              entity)
{
  AmicusSubject end = amicus_subject_about (subject, AMICUS_ENTITY (entity));
  g_autofree char *name = amicus_words_name (&end);

  return amicus_text_isolate (name);
}

/* Joins what is not NULL. */
static char *
join (const char *separator,
      const char *first,
      const char *second,
      const char *third)
{
  const char *parts[] = { first, second, third };
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? separator : "", parts[i]);

  return g_string_free (joined, FALSE);
}

static void
join_line (AmicusLine *line,
           const char *spoken_title,
           const char *what,
           const char *status,
           const char *dates)
{
  g_autofree char *phrase = join (", ", what, status, dates);

  line->subtitle = join (SEPARATOR, what, status, dates);
  line->spoken = join (", ", spoken_title, phrase, NULL);
}

static Direction
direction_from (AmicusGraph *graph,
                guint32      relation,
                guint32      seen_from,
                guint32     *other)
{
  guint32 tail, head;

  amicus_graph_get_ends (graph, relation, &tail, &head);
  *other = tail == seen_from ? head : tail;
  if (tail == head)
    return DIRECTION_LOOP;
  if (!amicus_graph_is_directed (graph))
    return DIRECTION_NONE;

  return tail == seen_from ? DIRECTION_OUT : DIRECTION_IN;
}

static void
title_seen_from (const AmicusSubject *subject,
                 guint32              seen_from,
                 AmicusLine          *line,
                 char               **spoken)
{
  guint32 other;
  Direction direction = direction_from (subject->graph, subject->element.id, seen_from, &other);
  g_autofree char *name = isolated_name (subject, other);

  switch (direction)
    {
    case DIRECTION_OUT:
      line->title = g_strdup_printf ("→ %s", name);
      *spoken = g_strdup_printf (_("to %s"), name);
      break;

    case DIRECTION_IN:
      line->title = g_strdup_printf ("← %s", name);
      *spoken = g_strdup_printf (_("from %s"), name);
      break;

    case DIRECTION_LOOP:
      line->title = g_strdup_printf ("↻ %s", name);
      *spoken = g_strdup_printf (_("%s with itself"), name);
      break;

    case DIRECTION_NONE:
    default:
      line->title = g_strdup_printf ("— %s", name);
      *spoken = g_strdup_printf (_("with %s"), name);
    }
}

static void
title_of_both_ends (const AmicusSubject *subject,
                    AmicusLine          *line,
                    char               **spoken)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean directed = amicus_graph_is_directed (subject->graph);
  guint32 tail, head;

  amicus_graph_get_ends (subject->graph, subject->element.id, &tail, &head);
  from = isolated_name (subject, tail);
  to = isolated_name (subject, head);
  line->title = g_strdup_printf (directed ? "%s → %s" : "%s — %s", from, to);
  /* Translators: a relation and its two ends, for screen readers */
  *spoken = directed ? g_strdup_printf (_("from %s to %s"), from, to)
                     : g_strdup_printf (_("between %s and %s"), from, to);
}

static void
describe_relation (const AmicusSubject *subject,
                   guint32              seen_from,
                   AmicusLine          *line)
{
  AmicusStatus status = amicus_graph_get_status (subject->graph, subject->element.id);
  g_autofree char *label = amicus_words_name (subject);
  g_autofree char *dates = amicus_words_dates (subject);
  g_autofree char *spoken = NULL;

  if (seen_from != AMICUS_NO_INDEX)
    title_seen_from (subject, seen_from, line, &spoken);
  else
    title_of_both_ends (subject, line, &spoken);

  join_line (line, spoken, label, amicus_status_name (status, subject->language), dates);
}

static gboolean
is_source (const AmicusSubject *subject)
{
  return subject->element.kind == AMICUS_ELEMENT_ENTITY
         && amicus_graph_get_source_number (subject->graph, subject->element.id) > 0;
}

/* A source is known by its number; who published it and when says more than its kind. */
static void
describe_source (const AmicusSubject *subject,
                 AmicusLine          *line)
{
  g_autofree char *publisher = amicus_graph_get_text (subject->graph, subject->element, "publisher",
                                                      subject->language);
  g_autofree char *shown = publisher != NULL ? amicus_words_show (publisher) : NULL;
  const char *published = attribute (subject, "publishedAt");
  g_autofree char *date = published != NULL ? amicus_date_format (published, subject->language) : NULL;
  g_autofree char *shown_date = date != NULL ? amicus_words_show (date) : NULL;
  guint number = amicus_graph_get_source_number (subject->graph, subject->element.id);
  g_autofree char *spoken = NULL;

  line->title = amicus_words_name (subject);
  /* Translators: number and title of a source, for screen readers */
  spoken = g_strdup_printf (_("source %u: %s"), number, line->title);
  join_line (line, spoken, shown, NULL, shown_date);
}

static void
describe_named (const AmicusSubject *subject,
                AmicusLine          *line)
{
  g_autofree char *kind = amicus_words_kind (subject);
  g_autofree char *dates = amicus_words_dates (subject);

  line->title = amicus_words_name (subject);
  join_line (line, line->title, kind, NULL, dates);
}

/**
 * amicus_line_init:
 * @line: (out caller-allocates): gets the words
 * @subject: an entity, relation or group
 * @seen_from: the entity whose relation it is, or %AMICUS_NO_INDEX
 *
 * Says in a line and a half what the element is.
 */
void
amicus_line_init (AmicusLine          *line,
                  const AmicusSubject *subject,
                  guint32              seen_from)
{
  if (subject->element.kind == AMICUS_ELEMENT_RELATION)
    describe_relation (subject, seen_from, line);
  else if (is_source (subject))
    describe_source (subject, line);
  else
    describe_named (subject, line);
}

/**
 * amicus_line_clear:
 * @line: a line
 *
 * Frees its texts.
 */
void
amicus_line_clear (AmicusLine *line)
{
  g_clear_pointer (&line->title, g_free);
  g_clear_pointer (&line->subtitle, g_free);
  g_clear_pointer (&line->spoken, g_free);
}

/**
 * amicus_words_show:
 * @text: anything that a file may hold
 *
 * Returns: (transfer full): the text, ready to be shown in a list
 */
char *
amicus_words_show (const char *text)
{
  return amicus_text_for_display (text, AMICUS_TEXT_LIST_LIMIT);
}

/**
 * amicus_words_name:
 * @subject: an element
 *
 * Returns: (transfer full): its name, ready to be shown in a list
 */
char *
amicus_words_name (const AmicusSubject *subject)
{
  g_autofree char *label = amicus_graph_get_label (subject->graph, subject->element, subject->language);

  return amicus_words_show (label != NULL ? label : "");
}

/**
 * amicus_words_kind:
 * @subject: an element
 *
 * Returns: (transfer full) (nullable): the word for its kind, or %NULL where none is given
 */
char *
amicus_words_kind (const AmicusSubject *subject)
{
  gboolean is_relation = subject->element.kind == AMICUS_ELEMENT_RELATION;
  const char *word = subject->element.kind == AMICUS_ELEMENT_GROUP
                     ? amicus_graph_get_own_attribute (subject->graph, subject->element, "kind")
                     : attribute (subject, "kind");

  g_autofree char *shown = NULL;

  if (word == NULL)
    return NULL;

  shown = amicus_words_show (is_relation ? amicus_relation_kind_name (word, subject->language)
                                         : amicus_kind_name (word, subject->language));

  return amicus_capitalize (shown);
}

/**
 * amicus_words_dates:
 * @subject: an entity or relation
 *
 * Returns: (transfer full) (nullable): its date or its span of time, or %NULL where the file has none
 */
char *
amicus_words_dates (const AmicusSubject *subject)
{
  g_autofree char *date = amicus_graph_get_date (subject->graph, subject->element);
  g_autofree char *words = NULL;

  if (date == NULL)
    return NULL;

  /* The file's own text may be anything: it is made fit to be shown after it was read. */
  words = amicus_date_format (date, subject->language);

  return amicus_words_show (words);
}
