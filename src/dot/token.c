/* SPDX-License-Identifier: GPL-3.0-or-later
 * The value that a token means. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/syntax.h"

#include <string.h>

/* Whether a backslash here and the byte behind it mean something else. */
static gboolean
is_resolved (const char *at)
{
  return at[0] == '\\' && (at[1] == '"' || at[1] == '\n');
}

/* Behind the string that begins at @at; @plain tells whether its bytes are its value. */
static const char *
skip_string (const char *at,
             gboolean *plain)
{
  *plain = TRUE;
  for (at++; *at != '"'; at++)
    if (*at == '\\')
      {
        *plain = *plain && !is_resolved (at);
        at++;
      }

  return at + 1;
}

static const char *
skip_html (const char *at)
{
  gsize depth = 0;

  do
    {
      if (*at == '<')
        depth++;
      else if (*at == '>')
        depth--;
      at++;
    }
  while (depth > 0);

  return at;
}

static void
append_string (GString *buffer,
               const char *at,
               const char *end)
{
  while (at < end)
    {
      const char *run = at;

      while (at < end && !is_resolved (at))
        at += *at == '\\' ? 2 : 1;
      g_string_append_len (buffer, run, at - run);
      if (at < end)
        {
          if (at[1] == '"')
            g_string_append_c (buffer, '"');
          at += 2;
        }
    }
}

/* Behind one piece, whose value is appended. */
static const char *
append_piece (GString *buffer,
              const char *at)
{
  gboolean plain;
  const char *end = *at == '"' ? skip_string (at, &plain) : skip_html (at);

  if (*at == '"')
    append_string (buffer, at + 1, end - 1);
  else
    g_string_append_len (buffer, at + 1, end - at - 2);

  return end;
}

/* Between pieces stand a plus, blank space and comments. */
static const char *
skip_to_piece (const char *at,
               const char *end)
{
  while (at < end && *at != '"' && *at != '<')
    {
      if (*at == '#' || (*at == '/' && at[1] == '/'))
        at = memchr (at, '\n', (gsize) (end - at));
      else if (*at == '/')
        {
          const char *close = memmem (at + 2, (gsize) (end - at - 2), "*/", 2);

          /* A comment without an end was read up to the end of its line. */
          at = close != NULL ? close + 1 : memchr (at, '\n', (gsize) (end - at));
        }
      at++;
    }

  return at;
}

static const char *
join_pieces (const AmicusToken *token,
             GString *buffer,
             gsize *length)
{
  const char *end = token->bytes + token->length;

  g_string_truncate (buffer, 0);
  for (const char *at = token->bytes; at < end; at = skip_to_piece (at, end))
    at = append_piece (buffer, at);
  *length = buffer->len;

  return buffer->str;
}

/**
 * amicus_token_get_value:
 * @token: a token of a statement's parts
 * @buffer: where to put a value that does not stand in the text as it is
 * @length: (out): how many bytes
 *
 * The value of a token as cgraph understands it: quotation marks and angle brackets are taken
 * away, `\"` is a quotation mark, a backslash at the end of a line joins it to the next, pieces are
 * joined. All other escapes stay as they are. A carriage return between the backslash and the line
 * end keeps both, as in cgraph. A line end that stands alone between quotation marks or escapes,
 * which cgraph 2.42 loses and later versions keep, is kept.
 *
 * Returns: (transfer none) (array length=length): bytes in the text or in @buffer, not always
 *   followed by a zero byte; %NULL for a token that is absent
 */
const char *
amicus_token_get_value (const AmicusToken *token,
                        GString *buffer,
                        gsize *length)
{
  gboolean plain;

  g_return_val_if_fail (token != NULL && buffer != NULL && length != NULL, NULL);

  switch (token->type)
    {
    case AMICUS_TOKEN_NAME:
    case AMICUS_TOKEN_NUMBER:
      *length = token->length;
      return token->bytes;
    case AMICUS_TOKEN_HTML:
      *length = token->length - 2;
      return token->bytes + 1;
    case AMICUS_TOKEN_QUOTED:
      if (*token->bytes == '"' &&
          skip_string (token->bytes, &plain) == token->bytes + token->length && plain)
        {
          *length = token->length - 2;
          return token->bytes + 1;
        }
      return join_pieces (token, buffer, length);
    case AMICUS_TOKEN_NONE:
    default:
      *length = 0;
      return NULL;
    }
}

/**
 * amicus_token_is:
 * @token: a token of a statement's parts
 * @text: what it may mean
 *
 * Returns: whether it means @text; what stands behind a zero byte does not count, as in cgraph
 */
gboolean
amicus_token_is (const AmicusToken *token,
                 const char *text)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  const char *value;
  gsize length;

  g_return_val_if_fail (token != NULL && text != NULL, FALSE);

  value = amicus_token_get_value (token, buffer, &length);
  if (value == NULL)
    return FALSE;
  length = strnlen (value, length);

  return length == strlen (text) && memcmp (value, text, length) == 0;
}
