/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes XML: the one place where text becomes markup. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/xml.h"

#include <math.h>

struct _AmicusXml
{
  GString *bytes;
  GPtrArray *open;          /* names of the elements not yet closed, static strings */
  gboolean in_tag;          /* attributes may still come */
  gboolean after_child;     /* the last thing written is the end of an element */
};

/**
 * amicus_xml_new:
 *
 * Begins a document with its XML declaration, in UTF-8.
 *
 * Returns: (transfer full): the writer
 */
AmicusXml *
amicus_xml_new (void)
{
  AmicusXml *self = g_new0 (AmicusXml, 1);

  self->bytes = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  self->open = g_ptr_array_new ();

  return self;
}

void
amicus_xml_free (AmicusXml *self)
{
  if (self == NULL)
    return;

  if (self->bytes != NULL)
    g_string_free (self->bytes, TRUE);
  g_ptr_array_unref (self->open);
  g_free (self);
}

static void
end_tag (AmicusXml *self)
{
  if (self->in_tag)
    g_string_append_c (self->bytes, '>');
  self->in_tag = FALSE;
}

static void
begin_line (AmicusXml *self)
{
  g_string_append_c (self->bytes, '\n');
  for (guint i = 0; i < self->open->len; i++)
    g_string_append (self->bytes, "  ");
}

/* The production Char of XML 1.0, without the C1 controls that it discourages. */
static gboolean
is_allowed (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n' || c == '\r';

  return (c < 0x7f || c > 0x9f) && c != 0xfffe && c != 0xffff;
}

/* White space other than blanks is written by number: readers turn it into blanks in attributes, and a carriage
 * return into a line feed in text. */
static void
append_character (GString  *bytes,
                  gunichar  c,
                  gboolean  in_attribute)
{
  if (c == '&')
    g_string_append (bytes, "&amp;");
  else if (c == '<')
    g_string_append (bytes, "&lt;");
  else if (c == '>')
    g_string_append (bytes, "&gt;");
  else if (c == '"' && in_attribute)
    g_string_append (bytes, "&quot;");
  else if (c == '\r' || (in_attribute && (c == '\n' || c == '\t')))
    g_string_append_printf (bytes, "&#%u;", c);
  else if (is_allowed (c))
    g_string_append_unichar (bytes, c);
}

/* Bytes at the start of @text that stand for themselves: most of them, so they are copied at once. */
static gsize
plain_length (const char *text)
{
  gsize n = 0;

  while (text[n] >= ' ' && text[n] < 0x7f && text[n] != '&' && text[n] != '<' && text[n] != '>' && text[n] != '"')
    n++;

  return n;
}

/* Takes one character, or one byte where it is not UTF-8. */
static const char *
append_next (GString    *bytes,
             const char *at,
             gboolean    in_attribute)
{
  gunichar c = g_utf8_get_char_validated (at, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      g_string_append_unichar (bytes, 0xfffd);
      return at + 1;
    }

  append_character (bytes, c, in_attribute);
  return g_utf8_next_char (at);
}

static void
append_escaped (GString    *bytes,
                const char *text,
                gboolean    in_attribute)
{
  const char *at = text;

  while (*at != '\0')
    {
      gsize plain = plain_length (at);

      g_string_append_len (bytes, at, (gssize) plain);
      at += plain;
      if (*at != '\0')
        at = append_next (bytes, at, in_attribute);
    }
}

/**
 * amicus_xml_open:
 * @self: the writer
 * @element: (transfer none): name of the element, a string constant
 *
 * Begins an element on a line of its own. An element has either text or elements, never both.
 */
void
amicus_xml_open (AmicusXml  *self,
                 const char *element)
{
  g_return_if_fail (self != NULL && element != NULL);

  end_tag (self);
  begin_line (self);
  g_string_append_c (self->bytes, '<');
  g_string_append (self->bytes, element);
  g_ptr_array_add (self->open, (gpointer) element);
  self->in_tag = TRUE;
  self->after_child = FALSE;
}

static void
begin_attribute (AmicusXml  *self,
                 const char *name)
{
  g_string_append_c (self->bytes, ' ');
  g_string_append (self->bytes, name);
  g_string_append (self->bytes, "=\"");
}

/**
 * amicus_xml_attribute:
 * @self: the writer
 * @name: name of the attribute, one of the program's own
 * @value: any text; bytes that are not UTF-8 are written as U+FFFD
 *
 * Writes an attribute of the element just opened.
 */
void
amicus_xml_attribute (AmicusXml  *self,
                      const char *name,
                      const char *value)
{
  g_return_if_fail (self != NULL && self->in_tag);
  g_return_if_fail (name != NULL && value != NULL);

  begin_attribute (self, name);
  append_escaped (self->bytes, value, TRUE);
  g_string_append_c (self->bytes, '"');
}

/**
 * amicus_xml_number:
 * @self: the writer
 * @name: name of the attribute
 * @value: a finite number
 *
 * Writes a number as amicus_xml_append_number() does.
 */
void
amicus_xml_number (AmicusXml  *self,
                   const char *name,
                   double      value)
{
  g_return_if_fail (self != NULL && self->in_tag);
  g_return_if_fail (name != NULL);

  begin_attribute (self, name);
  amicus_xml_append_number (self->bytes, value);
  g_string_append_c (self->bytes, '"');
}

/**
 * amicus_xml_text:
 * @self: the writer
 * @text: any text; bytes that are not UTF-8 are written as U+FFFD
 *
 * Writes text inside the element just opened.
 */
void
amicus_xml_text (AmicusXml  *self,
                 const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (self->open->len > 0);

  end_tag (self);
  append_escaped (self->bytes, text, FALSE);
}

/**
 * amicus_xml_close:
 * @self: the writer
 *
 * Ends the element that was opened last.
 */
void
amicus_xml_close (AmicusXml *self)
{
  const char *element;

  g_return_if_fail (self != NULL && self->open->len > 0);

  element = g_ptr_array_steal_index (self->open, self->open->len - 1);
  if (self->in_tag)
    {
      g_string_append (self->bytes, "/>");
    }
  else
    {
      if (self->after_child)
        begin_line (self);
      g_string_append (self->bytes, "</");
      g_string_append (self->bytes, element);
      g_string_append_c (self->bytes, '>');
    }
  self->in_tag = FALSE;
  self->after_child = TRUE;
}

/**
 * amicus_xml_finish:
 * @self: the writer, of which every element is closed; it can only be freed afterwards
 *
 * Returns: (transfer full): the document
 */
GBytes *
amicus_xml_finish (AmicusXml *self)
{
  g_return_val_if_fail (self != NULL && self->open->len == 0, NULL);

  g_string_append_c (self->bytes, '\n');

  return g_string_free_to_bytes (g_steal_pointer (&self->bytes));
}

static void
append_whole (GString *string,
              guint64  number)
{
  char digits[20];
  gsize first = sizeof digits;

  do
    digits[--first] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (string, digits + first, (gssize) (sizeof digits - first));
}

/**
 * amicus_xml_append_number:
 * @string: where to write
 * @value: a number; one that is not finite is written as 0
 *
 * Writes a number with at most two decimals and no useless zero. Not with printf(), which would write the decimal
 * comma of the locale and take most of the time that a drawing takes.
 */
void
amicus_xml_append_number (GString *string,
                          double   value)
{
  gint64 hundredths = isfinite (value) ? llround (CLAMP (value, -1e12, 1e12) * 100) : 0;
  guint64 size = (guint64) ABS (hundredths);
  guint rest = (guint) (size % 100);

  if (hundredths < 0)
    g_string_append_c (string, '-');
  append_whole (string, size / 100);
  if (rest == 0)
    return;

  g_string_append_c (string, '.');
  g_string_append_c (string, (char) ('0' + rest / 10));
  if (rest % 10 != 0)
    g_string_append_c (string, (char) ('0' + rest % 10));
}
