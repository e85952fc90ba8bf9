/* SPDX-License-Identifier: GPL-3.0-or-later
 * Settings in a statement's lists: another value, a new one, one less. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/edit.h"

#include "dot/edit-private.h"
#include "dot/lexer-private.h"
#include "dot/quote.h"

#include <string.h>

/* One pair of brackets. */
typedef struct
{
  const char *open;
  const char *close;
  guint first;
  guint n_items;
} List;

/* Where the parts of a statement's lists stand. */
typedef struct
{
  AmicusPatch *patch;
  AmicusSyntax *syntax;
  const Statement *statement;
  AmicusParts parts;
  const char *behind_ends;
  GArray *lists; /* List */
  GArray *items; /* Item, as many as settings */
} Outline;

static void
add_list (Outline    *self,
          const char *open)
{
  List list = { open, open + 1, self->items->len, 0 };

  g_array_append_val (self->lists, list);
}

static void
add_item (Outline *self,
          Lexer   *lexer)
{
  const AmicusSetting *setting =
    &g_array_index (self->parts.settings, AmicusSetting, self->items->len);
  const AmicusToken *last =
    setting->value.type != AMICUS_TOKEN_NONE ? &setting->value : &setting->name;
  Item item = { setting->name.bytes, last->bytes + last->length, NULL };

  lexer->at = item.end;
  g_array_append_val (self->items, item);
  g_array_index (self->lists, List, self->lists->len - 1).n_items++;
}

static void
note_separator (Outline    *self,
                const char *separator)
{
  Item *last;

  if (g_array_index (self->lists, List, self->lists->len - 1).n_items == 0)
    return;
  last = &g_array_index (self->items, Item, self->items->len - 1);
  if (last->separator == NULL)
    last->separator = separator;
}

static gboolean
is_at_setting (Outline      *self,
               const Lexeme *lexeme)
{
  return self->lists->len > 0 && self->items->len < self->parts.settings->len &&
         g_array_index (self->parts.settings, AmicusSetting, self->items->len).name.bytes ==
           lexeme->bytes;
}

static void
read_lists (Outline *self)
{
  Lexer lexer;
  Lexeme lexeme;

  amicus_lexer_init (&lexer, self->behind_ends, self->syntax->start + self->statement->text_end);
  for (amicus_lexer_next (&lexer, &lexeme); lexeme.type != LEXEME_END;
       amicus_lexer_next (&lexer, &lexeme))
    {
      if (is_at_setting (self, &lexeme))
        add_item (self, &lexer);
      else if (lexeme.type == LEXEME_BRACKET_OPEN)
        add_list (self, lexeme.bytes);
      else if (self->lists->len == 0)
        continue;
      else if (lexeme.type == LEXEME_BRACKET_CLOSE)
        g_array_index (self->lists, List, self->lists->len - 1).close = lexeme.bytes;
      else
        note_separator (self, lexeme.bytes);
    }
}

static void
outline_init (Outline         *self,
              AmicusPatch     *patch,
              AmicusSyntax    *syntax,
              AmicusStatement  statement)
{
  *self = (Outline) { patch, syntax, amicus_syntax_peek (syntax, statement) };
  self->lists = g_array_new (FALSE, FALSE, sizeof (List));
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  amicus_parts_init (&self->parts);
  amicus_syntax_get_parts (syntax, statement, &self->parts);
  self->behind_ends = amicus_edit_behind_ends (syntax, self->statement, &self->parts);
  read_lists (self);
}

static void
outline_clear (Outline *self)
{
  g_array_unref (self->lists);
  g_array_unref (self->items);
  amicus_parts_clear (&self->parts);
}

/* A value that would not need its quotation marks. */
static gboolean
is_quoted_for_style (const AmicusToken *token)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autoptr (GString) bare = g_string_new (NULL);
  gsize length;
  const char *value;

  if (token->type != AMICUS_TOKEN_QUOTED)
    return FALSE;
  value = amicus_token_get_value (token, buffer, &length);
  amicus_quote_id (bare, value, length);

  return bare->str[0] != '"';
}

/* Quotes where a neighbour has them without need. */
static gboolean
quotes_all (Outline *self)
{
  for (guint i = 0; i < self->parts.settings->len; i++)
    if (is_quoted_for_style (&g_array_index (self->parts.settings, AmicusSetting, i).value))
      return TRUE;

  return FALSE;
}

static void
append_value (GString    *text,
              const char *value,
              gboolean    quoted)
{
  if (quoted)
    amicus_quote_string (text, value, strlen (value));
  else
    amicus_quote_id (text, value, strlen (value));
}

/* An equals sign with the blank space that the last setting has around it. */
static void
append_equals (Outline *self,
               GString *text)
{
  const AmicusSetting *last;
  const char *from, *equals;

  g_string_append_c (text, '=');
  if (self->parts.settings->len == 0)
    return;

  last = &g_array_index (self->parts.settings, AmicusSetting, self->parts.settings->len - 1);
  if (last->value.type == AMICUS_TOKEN_NONE)
    return;
  from = last->name.bytes + last->name.length;
  equals = memchr (from, '=', (gsize) (last->value.bytes - from));
  if (amicus_edit_is_blank (from, equals) && amicus_edit_is_blank (equals + 1, last->value.bytes))
    {
      g_string_truncate (text, text->len - 1);
      g_string_append_len (text, from, last->value.bytes - from);
    }
}

static char *
write_setting (Outline    *self,
               const char *name,
               const char *value)
{
  GString *text = g_string_new (NULL);

  amicus_quote_id (text, name, strlen (name));
  append_equals (self, text);
  append_value (text, value, quotes_all (self));

  return g_string_free (text, FALSE);
}

/* What stands between the separator of the last item but one and the last, or would. */
static char *
find_gap (Outline    *self,
          const List *list)
{
  const Item *last = &g_array_index (self->items, Item, list->first + list->n_items - 1);
  GString *gap = g_string_new (NULL);
  const char *from = list->n_items > 1 ? behind_item (last - 1) : last->start;

  if (from < last->start && amicus_edit_is_blank (from, last->start))
    g_string_append_len (gap, from, last->start - from);
  else if (amicus_edit_begins_line (self->syntax, last->start))
    amicus_edit_new_line (gap, self->syntax, last->start);
  else if (list->n_items == 1 || last[-1].separator == NULL || from < last->start)
    g_string_append_c (gap, ' ');

  return g_string_free (gap, FALSE);
}

/* What divides the items of a list; a comma where it has only one. */
static const char *
find_separator (Outline    *self,
                const List *list)
{
  const Item *last = &g_array_index (self->items, Item, list->first + list->n_items - 1);
  const char *found = last->separator;

  if (found == NULL && list->n_items > 1)
    found = last[-1].separator;
  if (found != NULL)
    return *found == ';' ? ";" : ",";

  return list->n_items > 1 ? "" : ",";
}

/* Behind the last item and the comment that speaks of it. */
static void
add_to_list (Outline    *self,
             const List *list,
             const char *setting)
{
  const Item *last = &g_array_index (self->items, Item, list->first + list->n_items - 1);
  const char *behind = behind_item (last);
  const char *remark = amicus_edit_skip_remarks (self->syntax, behind);
  const char *separator = find_separator (self, list);
  const char *trailing = last->separator != NULL ? separator : "";
  g_autofree char *gap = find_gap (self, list);
  g_autoptr (GString) text = g_string_new (NULL);

  if (last->separator == NULL)
    g_string_append (text, separator);
  if (remark > behind && remark < list->close)
    {
      amicus_edit_insert (self->patch, self->syntax, behind, text->str);
      g_string_truncate (text, 0);
      amicus_edit_new_line (text, self->syntax, last->start);
      behind = remark;
    }
  else
    g_string_append (text, gap);
  g_string_append (text, setting);
  g_string_append (text, trailing);
  amicus_edit_insert (self->patch, self->syntax, behind, text->str);
}

static void
fill_list (Outline    *self,
           const List *list,
           const char *setting)
{
  const char *from = list->open + 1;
  g_autoptr (GString) text = g_string_new (setting);

  if (!amicus_edit_is_blank (from, list->close))
    amicus_edit_insert (self->patch, self->syntax, from, setting);
  else
    amicus_edit_replace (self->patch, self->syntax, from, list->close, text);
}

static void
add_setting (Outline    *self,
             const char *name,
             const char *value)
{
  g_autofree char *setting = write_setting (self, name, value);
  g_autofree char *brackets = g_strdup_printf (" [%s]", setting);
  const List *list;

  if (self->lists->len == 0)
    {
      amicus_edit_insert (self->patch, self->syntax, self->behind_ends, brackets);
      return;
    }

  list = &g_array_index (self->lists, List, self->lists->len - 1);
  while (list->n_items == 0 && list->first > 0)
    list--;
  if (list->n_items == 0)
    fill_list (self, list, setting);
  else
    add_to_list (self, list, setting);
}

static void
remove_list (Outline    *self,
             const List *list)
{
  amicus_edit_delete (self->patch, self->syntax,
                      amicus_edit_skip_back (self->syntax, list->open), list->close + 1);
}

/* All items of a list; the brackets stay where a comment is between them. */
static void
empty_list (Outline    *self,
            const List *list)
{
  const Item *items = &g_array_index (self->items, Item, list->first);
  gboolean comment = amicus_edit_has_comment (list->open, items[0].start);

  for (guint i = 0; i < list->n_items; i++)
    {
      const char *next = i + 1 < list->n_items ? items[i + 1].start : list->close;

      comment = comment || amicus_edit_has_comment (items[i].end, next);
    }
  if (!comment)
    {
      remove_list (self, list);
      return;
    }
  for (guint i = 0; i < list->n_items; i++)
    amicus_edit_delete (self->patch, self->syntax, items[i].start, behind_item (&items[i]));
}

static void
remove_from_list (Outline        *self,
                  const List     *list,
                  const gboolean *is_gone)
{
  guint n_gone = 0;

  for (guint i = 0; i < list->n_items; i++)
    n_gone += is_gone[list->first + i] ? 1 : 0;
  if (n_gone == 0)
    return;
  if (n_gone == list->n_items)
    empty_list (self, list);
  else
    amicus_edit_delete_items (self->patch, self->syntax,
                              &g_array_index (self->items, Item, list->first), list->n_items,
                              is_gone + list->first);
}

/* Defaults without any setting, and an assignment, are no statement. */
static gboolean
needs_settings (const Outline *self)
{
  return self->parts.kind == AMICUS_STATEMENT_DEFAULTS ||
         self->parts.kind == AMICUS_STATEMENT_ASSIGNMENT;
}

static void
remove_setting (Outline         *self,
                AmicusStatement  statement,
                const char      *name)
{
  g_autofree gboolean *is_gone = g_new0 (gboolean, self->parts.settings->len + 1);
  guint n_gone = 0;

  for (guint i = 0; i < self->parts.settings->len; i++)
    {
      is_gone[i] = amicus_token_is (&g_array_index (self->parts.settings, AmicusSetting, i).name, name);
      n_gone += is_gone[i] ? 1 : 0;
    }
  if (n_gone > 0 && n_gone == self->parts.settings->len && needs_settings (self))
    amicus_edit_remove_statement (self->patch, self->syntax, statement);
  else
    for (guint i = 0; i < self->lists->len; i++)
      remove_from_list (self, &g_array_index (self->lists, List, i), is_gone);
}

/* The setting of the name that holds: the last. */
static const AmicusSetting *
find_setting (Outline    *self,
              const char *name)
{
  for (guint i = self->parts.settings->len; i > 0; i--)
    {
      const AmicusSetting *setting = &g_array_index (self->parts.settings, AmicusSetting, i - 1);

      if (amicus_token_is (&setting->name, name) && setting->value.type != AMICUS_TOKEN_NONE)
        return setting;
    }

  return NULL;
}

/**
 * amicus_edit_set:
 * @patch: where to add
 * @syntax: a file
 * @statement: a node or edge statement, defaults, or an assignment of the same name
 * @name: name of a setting
 * @value: (nullable): its value, or %NULL to take it away wherever the statement has it
 *
 * Changes what a statement sets. A setting that is there keeps its place and its quotation marks; a
 * new one is written as the last one of the list is: divided, quoted and on a line as that. With the
 * last setting its brackets go, and defaults or an assignment altogether.
 */
void
amicus_edit_set (AmicusPatch     *patch,
                 AmicusSyntax    *syntax,
                 AmicusStatement  statement,
                 const char      *name,
                 const char      *value)
{
  Outline outline;
  const AmicusSetting *setting;

  g_return_if_fail (patch != NULL && syntax != NULL && name != NULL);
  g_return_if_fail (statement < syntax->statements->len);

  outline_init (&outline, patch, syntax, statement);
  setting = find_setting (&outline, name);
  if (value == NULL)
    remove_setting (&outline, statement, name);
  else if (setting != NULL)
    amicus_edit_replace_token (patch, syntax, &setting->value, value);
  else if (outline.parts.kind != AMICUS_STATEMENT_ASSIGNMENT)
    add_setting (&outline, name, value);
  outline_clear (&outline);
}

/* Two HTML texts may stand side by side; words in their places would be one. */
static gboolean
touches_html (const AmicusToken *token,
              const char        *start,
              const char        *end)
{
  return token->type == AMICUS_TOKEN_HTML &&
         ((token->bytes > start && token->bytes[-1] == '>') ||
          (token->bytes + token->length < end && token->bytes[token->length] == '<'));
}

/**
 * amicus_edit_replace_token:
 * @patch: where to add
 * @syntax: a file
 * @token: one of its tokens
 * @value: what it is to mean
 *
 * Writes another ID or value in the place of one, in quotation marks where that had them.
 */
void
amicus_edit_replace_token (AmicusPatch       *patch,
                           AmicusSyntax      *syntax,
                           const AmicusToken *token,
                           const char        *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (patch != NULL && syntax != NULL && token != NULL && value != NULL);

  append_value (text, value,
                token->type == AMICUS_TOKEN_QUOTED || amicus_edit_joins_before (syntax, token->bytes) ||
                  amicus_edit_joins_behind (syntax, token->bytes + token->length) ||
                  touches_html (token, syntax->start, syntax->start + syntax->size));
  amicus_edit_replace (patch, syntax, token->bytes, token->bytes + token->length, text);
}

/**
 * amicus_edit_write_settings:
 * @text: where to append
 * @values: (array length=n_values): settings
 * @n_values: how many
 *
 * Writes a list with brackets, and a blank before them.
 */
void
amicus_edit_write_settings (GString           *text,
                            const AmicusValue *values,
                            guint              n_values)
{
  g_return_if_fail (text != NULL);

  for (guint i = 0; i < n_values; i++)
    {
      g_string_append (text, i == 0 ? " [" : ", ");
      amicus_quote_id (text, values[i].name, strlen (values[i].name));
      g_string_append_c (text, '=');
      if (values[i].html)
        g_string_append_printf (text, "<%s>", values[i].value);
      else
        amicus_quote_id (text, values[i].value, strlen (values[i].value));
    }
  if (n_values > 0)
    g_string_append_c (text, ']');
}
