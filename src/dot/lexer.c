/* SPDX-License-Identifier: GPL-3.0-or-later
 * The words of DOT as cgraph 2.42 divides them. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/lexer-private.h"

#include <string.h>

/* The end of so many HTML texts is looked for up to the end of the file in vain; of later ones, up
 * to the end of their line. */
#define MAX_UNCLOSED_HTML 16

enum
{
  CLASS_OTHER,
  CLASS_BLANK,
  CLASS_LINE_END,
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_MARK,    /* a lexeme of its own, see marks */
};

/* A zero byte between words is blank: cgraph would end the file there. Every byte beyond ASCII is a
 * letter, whatever the encoding. */
static const guint8 classes[256] = {
  ['\0'] = CLASS_BLANK, ['\t'] = CLASS_BLANK, ['\v'] = CLASS_BLANK, ['\f'] = CLASS_BLANK,
  ['\r'] = CLASS_BLANK, [' '] = CLASS_BLANK, ['\n'] = CLASS_LINE_END,
  ['a' ... 'z'] = CLASS_LETTER, ['A' ... 'Z'] = CLASS_LETTER, ['_'] = CLASS_LETTER,
  [0x80 ... 0xff] = CLASS_LETTER, ['0' ... '9'] = CLASS_DIGIT,
  ['{'] = CLASS_MARK, ['}'] = CLASS_MARK, ['['] = CLASS_MARK, [']'] = CLASS_MARK,
  [';'] = CLASS_MARK, [','] = CLASS_MARK, [':'] = CLASS_MARK, ['='] = CLASS_MARK,
  ['+'] = CLASS_MARK,
};

static const guint8 marks[128] = {
  ['{'] = LEXEME_BRACE_OPEN, ['}'] = LEXEME_BRACE_CLOSE,
  ['['] = LEXEME_BRACKET_OPEN, [']'] = LEXEME_BRACKET_CLOSE,
  [';'] = LEXEME_SEMICOLON, [','] = LEXEME_COMMA,
  [':'] = LEXEME_COLON, ['='] = LEXEME_EQUALS, ['+'] = LEXEME_PLUS,
};

static inline guint
class_of (const char *at)
{
  return classes[(guchar) *at];
}

static const char *
find_line_end (const char *at,
               const char *end)
{
  const char *found = memchr (at, '\n', (gsize) (end - at));

  return found != NULL ? found : end;
}

/* Prepares to read the bytes up to @end. */
void
amicus_lexer_init (Lexer *self,
                   const char *bytes,
                   const char *end)
{
  *self = (Lexer) { .at = bytes, .end = end };
}

/* Behind a comment between slash and star. One that nobody closed ends with its line. */
static const char *
skip_block_comment (Lexer *self,
                    const char *at)
{
  const char *close = NULL;

  if (self->unclosed_comment == NULL || at < self->unclosed_comment)
    close = memmem (at + 2, (gsize) (self->end - at - 2), "*/", 2);
  if (close != NULL)
    return close + 2;

  if (self->unclosed_comment == NULL)
    self->unclosed_comment = at;
  return find_line_end (at, self->end);
}

/* Behind the comment that begins at @at, or @at where none does. */
static const char *
skip_comment (Lexer *self,
              const char *at)
{
  if (*at == '#')
    return find_line_end (at, self->end);
  if (*at != '/' || self->end - at < 2)
    return at;
  if (at[1] == '/')
    return find_line_end (at, self->end);
  if (at[1] == '*')
    return skip_block_comment (self, at);
  return at;
}

/* Moves to the next lexeme; whether a line ended on the way. */
static gboolean
skip_blank (Lexer *self)
{
  gboolean line_ended = FALSE;
  const char *at = self->at;

  while (at < self->end)
    {
      guint class = class_of (at);

      if (class == CLASS_BLANK)
        at++;
      else if (class == CLASS_LINE_END)
        {
          line_ended = TRUE;
          at++;
        }
      else
        {
          const char *behind = class == CLASS_OTHER ? skip_comment (self, at) : at;

          if (behind == at)
            break;
          at = behind;
        }
    }
  self->at = at;

  return line_ended;
}

/* What of the line behind @at is blank space and comments, its end included; @at itself where
 * anything else follows in the line. */
const char *
amicus_lexer_skip_line (Lexer *self,
                        const char *at)
{
  const char *start = at;

  while (at < self->end)
    {
      const char *behind;

      if (*at == '\n')
        return at + 1;
      behind = class_of (at) == CLASS_BLANK ? at + 1 : skip_comment (self, at);
      if (behind == at || (*at == '/' && at[1] == '*' && find_line_end (at, behind) < behind))
        return start;
      at = behind;
    }

  return at;
}

/* Each length has one keyword, but for the four letters of `node` and `edge`. */
static LexemeType
keyword_or_name (const char *bytes,
                 gsize length)
{
  static const struct
  {
    const char *word;
    LexemeType type;
  } keywords[] = {
    [4] = { "node", LEXEME_NODE },       [5] = { "graph", LEXEME_GRAPH },
    [6] = { "strict", LEXEME_STRICT },   [7] = { "digraph", LEXEME_DIGRAPH },
    [8] = { "subgraph", LEXEME_SUBGRAPH },
  };
  guint first = (guint) bytes[0] | 0x20;

  if (length < 4 || length > 8)
    return LEXEME_NAME;
  if (first == (guint) keywords[length].word[0] &&
      g_ascii_strncasecmp (bytes, keywords[length].word, length) == 0)
    return keywords[length].type;
  if (length == 4 && first == 'e' && g_ascii_strncasecmp (bytes, "edge", 4) == 0)
    return LEXEME_EDGE;

  return LEXEME_NAME;
}

static void
scan_name (Lexer *self,
           Lexeme *lexeme)
{
  const char *at = self->at;

  while (at < self->end && (class_of (at) == CLASS_LETTER || class_of (at) == CLASS_DIGIT))
    at++;
  lexeme->type = keyword_or_name (self->at, (gsize) (at - self->at));
  self->at = at;
}

static const char *
skip_digits (const char *at,
             const char *end)
{
  while (at < end && class_of (at) == CLASS_DIGIT)
    at++;
  return at;
}

static gboolean
number_begins (const char *at,
               const char *end)
{
  if (at < end && *at == '-')
    at++;
  if (at < end && *at == '.')
    at++;
  return at < end && class_of (at) == CLASS_DIGIT;
}

static void
scan_number (Lexer *self,
             Lexeme *lexeme)
{
  const char *at = self->at;

  if (*at == '-')
    at++;
  at = skip_digits (at, self->end);
  if (at < self->end && *at == '.')
    at = skip_digits (at + 1, self->end);
  lexeme->type = LEXEME_NUMBER;
  lexeme->glued = at < self->end && (class_of (at) == CLASS_LETTER || *at == '.');
  self->at = at;
}

static void
scan_unclosed (Lexer *self,
               Lexeme *lexeme)
{
  lexeme->unclosed = TRUE;
  self->at = find_line_end (self->at, self->end);
}

/* Whether text follows a string without anything between them. */
static gboolean
is_glued_to_string (const char *at,
                    const char *end)
{
  guint class = at < end ? class_of (at) : CLASS_BLANK;

  return class == CLASS_LETTER || class == CLASS_DIGIT ||
         (class == CLASS_OTHER && strchr ("-/#", *at) == NULL);
}

static void
scan_quoted (Lexer *self,
             Lexeme *lexeme)
{
  const char *at = self->at + 1;

  lexeme->type = LEXEME_QUOTED;
  if (self->unclosed_string != NULL && self->at >= self->unclosed_string)
    {
      scan_unclosed (self, lexeme);
      return;
    }

  for (; at < self->end && *at != '"'; at++)
    if (*at == '\\' && self->end - at > 1)
      at++;
  if (at >= self->end)
    {
      self->unclosed_string = self->at;
      scan_unclosed (self, lexeme);
      return;
    }

  at++;
  lexeme->suspect = is_glued_to_string (at, self->end) && find_line_end (self->at, at) < at;
  self->at = at;
}

static void
scan_html (Lexer *self,
           Lexeme *lexeme)
{
  const char *end = self->end;
  const char *at = self->at;
  gsize depth = 0;

  lexeme->type = LEXEME_HTML;
  if (self->n_unclosed_html >= MAX_UNCLOSED_HTML)
    end = find_line_end (at, end);

  for (; at < end; at++)
    {
      if (*at == '<')
        depth++;
      else if (*at == '>' && --depth == 0)
        {
          lexeme->suspect = at[-1] == '-' && find_line_end (self->at, at) < at;
          self->at = at + 1;
          return;
        }
    }
  self->n_unclosed_html++;
  scan_unclosed (self, lexeme);
}

static void
scan_other (Lexer *self,
            Lexeme *lexeme)
{
  const char *at = self->at;
  gboolean has_next = self->end - at > 1;

  if (*at == '"')
    scan_quoted (self, lexeme);
  else if (*at == '<')
    scan_html (self, lexeme);
  else if (*at == '-' && has_next && (at[1] == '>' || at[1] == '-'))
    {
      lexeme->type = at[1] == '>' ? LEXEME_ARROW : LEXEME_LINE;
      self->at += 2;
    }
  else if (number_begins (at, self->end))
    scan_number (self, lexeme);
  else
    {
      lexeme->type = LEXEME_OTHER;
      self->at++;
    }
}

/* The next lexeme; behind the last one of type END for ever. */
void
amicus_lexer_next (Lexer *self,
                   Lexeme *lexeme)
{
  *lexeme = (Lexeme) { .starts_line = skip_blank (self), .bytes = self->at };

  if (self->at >= self->end)
    lexeme->type = LEXEME_END;
  else
    switch (class_of (self->at))
      {
      case CLASS_LETTER:
        scan_name (self, lexeme);
        break;
      case CLASS_DIGIT:
        scan_number (self, lexeme);
        break;
      case CLASS_MARK:
        lexeme->type = marks[(guchar) *self->at];
        self->at++;
        break;
      default:
        scan_other (self, lexeme);
        break;
      }
  lexeme->end = self->at;
}
