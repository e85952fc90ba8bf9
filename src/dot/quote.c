/* SPDX-License-Identifier: GPL-3.0-or-later
 * The inverse of reading a token's value. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/quote.h"

#include "dot/lexer-private.h"

#include <string.h>

/* cgraph refuses 16,384 bytes of a string without a line end, but joins pieces of any number. */
#define MAX_PIECE 16000

/* A word that begins with a byte order mark would be another one at the start of a file. */
static gboolean
is_bare (const char *value,
         gsize length)
{
  Lexer lexer;
  Lexeme lexeme;

  if (length >= 3 && memcmp (value, "\xef\xbb\xbf", 3) == 0)
    return FALSE;

  amicus_lexer_init (&lexer, value, value + length);
  amicus_lexer_next (&lexer, &lexeme);

  return (lexeme.type == LEXEME_NAME || lexeme.type == LEXEME_NUMBER) &&
         lexeme.bytes == value && lexeme.end == value + length;
}

/* How many backslashes stand at the start. */
static gsize
count_backslashes (const char *value,
                   gsize length)
{
  gsize n = 0;

  while (n < length && value[n] == '\\')
    n++;
  return n;
}

/* A piece ends where it is long and no character or escape would be cut. */
static gboolean
may_divide (const GString *text,
            gsize piece,
            char next)
{
  return text->len - piece >= MAX_PIECE && ((guchar) next & 0xc0) != 0x80;
}

/**
 * amicus_quote_string:
 * @text: where to append
 * @value: (array length=length): any bytes
 * @length: how many
 *
 * The same as [func@quote_id], but always in quotation marks.
 */
void
amicus_quote_string (GString *text,
                     const char *value,
                     gsize length)
{
  gsize piece;

  g_return_if_fail (text != NULL);
  g_return_if_fail (value != NULL || length == 0);

  piece = text->len;

  g_string_append_c (text, '"');
  for (gsize i = 0; i < length; i++)
    {
      gsize n = count_backslashes (value + i, length - i);
      char next = i + n < length ? value[i + n] : '"';
      gboolean is_escape = n % 2 == 1 && (next == '"' || next == '\n');

      /* Two backslashes are read as two, so the last of an odd number would speak for what follows
       * it. Among the pieces of a string an HTML text says it plainly. */
      g_string_append_len (text, value + i, (gssize) (n - is_escape));
      if (is_escape)
        g_string_append (text, "\" + <\\> + \"");
      i += n;
      if (i == length)
        break;

      if (n % 2 == 0 && may_divide (text, piece, value[i]))
        {
          g_string_append (text, "\" + \"");
          piece = text->len;
        }
      if (value[i] == '"')
        g_string_append_c (text, '\\');
      g_string_append_c (text, value[i]);
    }
  g_string_append_c (text, '"');
}

/**
 * amicus_quote_id:
 * @text: where to append
 * @value: (array length=length): any bytes
 * @length: how many
 *
 * Writes an ID or an attribute's value the shortest way that [func@token_get_value] and cgraph read
 * as the same bytes. Words, numbers and letters beyond ASCII stand bare unless they are keywords.
 * A zero byte is written as it is, but cgraph does not read behind it.
 */
void
amicus_quote_id (GString *text,
                 const char *value,
                 gsize length)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (value != NULL || length == 0);

  if (length > 0 && is_bare (value, length))
    g_string_append_len (text, value, (gssize) length);
  else
    amicus_quote_string (text, value, length);
}
