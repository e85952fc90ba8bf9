/* SPDX-License-Identifier: GPL-3.0-or-later
 * IDs, ends and settings: what cgraph's grammar allows between the braces, and a little more. */

#define G_LOG_DOMAIN "amicus-dot"

#include "config.h"
#include "dot/reader-private.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"

/* Of a wrong word so many characters are shown in a message, which takes no more than so many bytes
 * of what was meant to be read. */
#define MAX_SHOWN 24
#define MAX_LOOKED_AT 256

/* Prepares to read the bytes up to @end and looks at the first lexeme. */
void
amicus_reader_init (Reader *self,
                    const char *bytes,
                    const char *end)
{
  *self = (Reader) { .behind = bytes, .start = bytes };
  amicus_lexer_init (&self->lexer, bytes, end);
  amicus_lexer_next (&self->lexer, &self->current);
}

void
amicus_reader_move (Reader *self,
                    const char *at)
{
  self->lexer.at = at;
  self->behind = at;
  amicus_lexer_next (&self->lexer, &self->current);
}

void
amicus_reader_advance (Reader *self)
{
  self->behind = self->current.end;
  if (self->current.suspect && self->suspect == NULL)
    self->suspect = self->current.bytes;
  amicus_lexer_next (&self->lexer, &self->current);
  if (self->current.starts_line)
    self->line_first = self->current.bytes;
}

LexemeType
amicus_reader_peek (Reader *self)
{
  const char *at = self->lexer.at;
  Lexeme lexeme;

  amicus_lexer_next (&self->lexer, &lexeme);
  while (lexeme.type == LEXEME_PLUS)
    {
      amicus_lexer_next (&self->lexer, &lexeme);
      amicus_lexer_next (&self->lexer, &lexeme);
    }
  /* Only the place is put back: what the lexer learned about missing ends it should remember. */
  self->lexer.at = at;

  return lexeme.type;
}

static void
report (Reader *self,
        AmicusSeverity severity,
        const char *at,
        const char *message)
{
  if (self->findings != NULL)
    amicus_findings_add (self->findings, severity, (gsize) (at - self->start), "%s", message);
}

void
amicus_reader_warn (Reader *self,
                    const char *at,
                    const char *message)
{
  report (self, AMICUS_SEVERITY_WARNING, at, message);
}

static char *
describe_current (const Reader *self)
{
  const Lexeme *current = &self->current;
  gsize length = (gsize) (current->end - current->bytes);
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (current->type == LEXEME_END)
    return g_strdup (_("the end of the file"));

  text = g_strndup (current->bytes, MIN (length, MAX_LOOKED_AT));
  shown = amicus_text_for_display (g_strdelimit (text, "\n", ' '), MAX_SHOWN);
  return g_strdup_printf (_("“%s”"), shown);
}

gboolean
amicus_reader_fail (Reader *self,
                    const char *expected)
{
  const char *at = self->current.bytes;
  g_autofree char *found = NULL;

  if (self->findings == NULL)
    return FALSE;

  if (self->current.unclosed && self->current.type == LEXEME_QUOTED)
    report (self, AMICUS_SEVERITY_ERROR, at,
            _("This string has no end: a quotation mark is missing"));
  else if (self->current.unclosed)
    report (self, AMICUS_SEVERITY_ERROR, at, _("This HTML text has no end: a “>” is missing"));
  else
    {
      found = describe_current (self);
      amicus_findings_add (self->findings, AMICUS_SEVERITY_ERROR, (gsize) (at - self->start),
                           /* Translators: the first %s is a sentence like “Expected an ID” */
                           _("%s; found %s"), expected, found);
    }

  return FALSE;
}

gboolean
amicus_reader_is_at_id (const Reader *self)
{
  return self->current.type >= LEXEME_NAME && self->current.type <= LEXEME_HTML &&
         !self->current.unclosed;
}

gboolean
amicus_reader_is_at_edge (const Reader *self)
{
  return self->current.type == LEXEME_ARROW || self->current.type == LEXEME_LINE;
}

static gboolean
is_at_string (const Reader *self)
{
  return (self->current.type == LEXEME_QUOTED || self->current.type == LEXEME_HTML) &&
         !self->current.unclosed;
}

static AmicusTokenType
token_type (LexemeType type)
{
  static const AmicusTokenType types[] = {
    [LEXEME_NAME] = AMICUS_TOKEN_NAME,
    [LEXEME_NUMBER] = AMICUS_TOKEN_NUMBER,
    [LEXEME_QUOTED] = AMICUS_TOKEN_QUOTED,
    [LEXEME_HTML] = AMICUS_TOKEN_HTML,
  };

  return types[type];
}

/* The pieces behind the first; joined HTML texts are a plain string, as in cgraph. */
static gboolean
read_joined (Reader *self,
             AmicusToken *token)
{
  while (self->current.type == LEXEME_PLUS)
    {
      const char *plus = self->current.bytes;

      amicus_reader_advance (self);
      if (!is_at_string (self))
        return amicus_reader_fail (self, _("Expected a string after “+”"));
      if (self->current.type == LEXEME_HTML || token->type == AMICUS_TOKEN_HTML)
        amicus_reader_warn (self, plus,
                            _("HTML text that is joined to other text becomes plain text"));
      token->type = AMICUS_TOKEN_QUOTED;
      amicus_reader_advance (self);
    }

  return TRUE;
}

gboolean
amicus_reader_read_id (Reader *self,
                       AmicusToken *token)
{
  gboolean can_join = is_at_string (self);

  token->type = token_type (self->current.type);
  token->bytes = self->current.bytes;
  if (self->current.glued)
    amicus_reader_warn (self, self->current.bytes,
                        _("This number runs into what follows and is read as a word of its own; "
                          "quotation marks around both would make them one"));
  amicus_reader_advance (self);
  if (can_join && !read_joined (self, token))
    return FALSE;
  token->length = (guint32) (self->behind - token->bytes);

  return TRUE;
}

static gboolean
read_port (Reader *self,
           AmicusToken *token)
{
  if (self->current.type != LEXEME_COLON)
    return TRUE;

  amicus_reader_advance (self);
  if (!amicus_reader_is_at_id (self))
    return amicus_reader_fail (self, _("Expected a port after “:”"));
  return amicus_reader_read_id (self, token);
}

/* `a:port:compass, b, …` */
gboolean
amicus_reader_read_ends (Reader *self,
                         guint group)
{
  while (TRUE)
    {
      AmicusEnd end = { .subgraph = AMICUS_NO_STATEMENT, .group = group };

      if (!amicus_reader_read_id (self, &end.id) || !read_port (self, &end.port) ||
          !read_port (self, &end.compass))
        return FALSE;
      if (self->parts != NULL)
        g_array_append_val (self->parts->ends, end);

      if (self->current.type != LEXEME_COMMA)
        return TRUE;
      amicus_reader_advance (self);
      if (!amicus_reader_is_at_id (self))
        return amicus_reader_fail (self, _("Expected a node ID after “,”"));
    }
}

static void
note_lone_name (Reader *self,
                const Lexeme *name)
{
  amicus_reader_warn (self, name->bytes,
                      _("This attribute has no value; Graphviz does not read such a file"));
  if (name->starts_line && self->lone_name == NULL)
    self->lone_name = name->bytes;
}

/* `name=value`, in a list also `name` */
gboolean
amicus_reader_read_setting (Reader *self)
{
  AmicusSetting setting = { .value.type = AMICUS_TOKEN_NONE };
  Lexeme name = self->current;

  if (!amicus_reader_read_id (self, &setting.name))
    return FALSE;
  if (self->current.type == LEXEME_EQUALS)
    {
      amicus_reader_advance (self);
      if (!amicus_reader_is_at_id (self))
        return amicus_reader_fail (self, _("Expected a value after “=”"));
      if (!amicus_reader_read_id (self, &setting.value))
        return FALSE;
    }
  else
    note_lone_name (self, &name);
  if (self->parts != NULL)
    g_array_append_val (self->parts->settings, setting);

  return TRUE;
}

static gboolean
is_at_separator (const Reader *self)
{
  return self->current.type == LEXEME_COMMA || self->current.type == LEXEME_SEMICOLON;
}

/* One bracket; the reader must be at it. */
static gboolean
read_list (Reader *self)
{
  self->list = self->current.bytes;
  self->lone_name = NULL;
  amicus_reader_advance (self);
  while (self->current.type != LEXEME_BRACKET_CLOSE)
    {
      if (is_at_separator (self))
        {
          amicus_reader_warn (self, self->current.bytes,
                              _("Nothing stands before this separator; "
                                "Graphviz does not read such a file"));
          amicus_reader_advance (self);
          continue;
        }
      if (!amicus_reader_is_at_id (self))
        return amicus_reader_fail (self, _("Expected an attribute or “]”"));
      if (!amicus_reader_read_setting (self))
        return FALSE;
      if (is_at_separator (self))
        amicus_reader_advance (self);
    }
  self->list = NULL;
  amicus_reader_advance (self);

  return TRUE;
}

/* All brackets that follow, which may be none. */
gboolean
amicus_reader_read_settings (Reader *self)
{
  while (self->current.type == LEXEME_BRACKET_OPEN)
    if (!read_list (self))
      return FALSE;

  return TRUE;
}

/* `node [name=value]`. cgraph reads a macro's name before the bracket and does nothing with it. */
gboolean
amicus_reader_read_defaults (Reader *self)
{
  AmicusToken macro;

  amicus_reader_advance (self);
  if (amicus_reader_is_at_id (self) && amicus_reader_peek (self) == LEXEME_EQUALS)
    {
      amicus_reader_warn (self, self->current.bytes, _("Macros for attributes are not supported"));
      if (!amicus_reader_read_id (self, &macro))
        return FALSE;
      amicus_reader_advance (self);
    }
  if (self->current.type != LEXEME_BRACKET_OPEN)
    return amicus_reader_fail (self, _("Expected “[” behind “node”, “edge” or “graph”"));

  return amicus_reader_read_settings (self);
}
