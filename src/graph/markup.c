/* SPDX-License-Identifier: GPL-3.0-or-later
 * Escapes, records and HTML-like labels. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/markup-private.h"

#include <string.h>

#include "graph/entities-private.h"

/* Trims every line and drops empty ones; takes @text over. */
static char *
tidy_lines (char *text)
{
  g_autofree char *given = text;
  g_auto (GStrv) lines = g_strsplit (given, "\n", -1);
  GString *tidy = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line != '\0' && tidy->len > 0)
        g_string_append_c (tidy, '\n');
      g_string_append (tidy, line);
    }

  return g_string_free (tidy, FALSE);
}

static gboolean
is_tag (const char *tag,
        const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (tag, name, length) == 0 && !g_ascii_isalnum (tag[length]);
}

/* What stands in the text in the place of a tag. */
static const char *
space_for_tag (const char *tag)
{
  if (is_tag (tag, "br") || is_tag (tag, "/tr") || is_tag (tag, "hr"))
    return "\n";
  if (is_tag (tag, "/td"))
    return " ";

  return "";
}

/* The end of the tag or comment at @text, which begins with `<`. */
static const char *
skip_tag (const char *text)
{
  gboolean is_comment = strncmp (text, "<!--", 4) == 0;
  const char *end = strstr (text, is_comment ? "-->" : ">");

  return end == NULL ? text + strlen (text) : end + (is_comment ? 3 : 1);
}

/**
 * amicus_markup_from_html:
 * @html: an HTML-like label
 *
 * Reduces it to its words: a line for each row and line break, cells with a space between them.
 *
 * Returns: (transfer full): the words
 */
char *
amicus_markup_from_html (const char *html)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (*html != '\0')
    if (*html == '<')
      {
        g_string_append (text, space_for_tag (html + 1));
        html = skip_tag (html);
      }
    else if (g_ascii_isspace (*html))
      {
        if (text->len > 0 && !g_ascii_isspace (text->str[text->len - 1]))
          g_string_append_c (text, ' ');
        html++;
      }
    else
      g_string_append_c (text, *html++);

  return tidy_lines (amicus_entities_decode (text->str));
}

/* A long ID named by many escapes would fill the memory: beyond these bytes they stand for nothing. */
#define MAX_RESOLVED (64 * 1024)

/* Longest name of a port in a record, in bytes with its brackets: whoever opens many ports and closes none is not
 * searched to the end for each. */
#define MAX_PORT 1024

static const char *
word_for (const EscapeWords *words,
          char letter)
{
  switch (letter)
    {
    case 'N': return words->node;
    case 'G': return words->graph;
    case 'E': return words->edge;
    case 'T': return words->tail;
    case 'H': return words->head;
    case 'L': return words->label;
    default: return NULL;
    }
}

/* The escape at @text, which begins with a backslash. Returns where it ends. */
static const char *
append_escape (GString *resolved,
               const char *text,
               const EscapeWords *words)
{
  const char *word = word_for (words, text[1]);

  if (text[1] == '\0')
    return text + 1;

  if (word != NULL && resolved->len < MAX_RESOLVED)
    g_string_append (resolved, word);
  else if (word == NULL && strchr ("nlr", text[1]) != NULL)
    g_string_append_c (resolved, '\n');
  else if (word == NULL)
    {
      const char *end = g_utf8_next_char (text + 1);

      g_string_append_len (resolved, text + 1, end - text - 1);
      return end;
    }

  return text + 2;
}

/* In a record `|` and braces divide fields, and `<…>` names a port. Returns where it ends, or @text
 * if it is none of them. */
static const char *
append_field_mark (GString *resolved,
                   const char *text)
{
  const char *end;

  switch (*text)
    {
    case '|':
    case '{':
    case '}':
      g_string_append_c (resolved, '\n');
      return text + 1;
    case '<':
      end = memchr (text, '>', strnlen (text, MAX_PORT));
      return end == NULL ? text : end + 1;
    default:
      return text;
    }
}

/**
 * amicus_markup_resolve:
 * @text: a label as written
 * @words: what its escapes stand for
 * @is_record: whether it is the label of a record
 *
 * Resolves escapes and character references; each field of a record becomes a line. A line break
 * at the end, with which Graphviz aligns the last line, is taken away.
 *
 * Returns: (transfer full): the words
 */
char *
amicus_markup_resolve (const char *text,
                       const EscapeWords *words,
                       gboolean is_record)
{
  g_autoptr (GString) resolved = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *next = is_record ? append_field_mark (resolved, text) : text;

      if (next == text && *text == '\\')
        next = append_escape (resolved, text, words);
      else if (next == text)
        g_string_append_c (resolved, *next++);
      text = next;
    }
  if (is_record)
    return tidy_lines (amicus_entities_decode (resolved->str));

  if (resolved->len > 0 && resolved->str[resolved->len - 1] == '\n')
    g_string_truncate (resolved, resolved->len - 1);

  return amicus_entities_decode (resolved->str);
}
