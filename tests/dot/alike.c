/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/dot/alike.h"

#include <string.h>

/* Of a text that is longer, not every byte is located. */
#define MAX_LOCATED 3000

static gsize
pick (GRand *rand,
      gsize  n)
{
  return n == 0 ? 0 : (gsize) g_rand_int_range (rand, 0, (gint32) MIN (n, G_MAXINT32));
}

/* A node or edge statement, or anything where none is met soon. */
static AmicusStatement
pick_statement (GRand        *rand,
                AmicusSyntax *syntax)
{
  AmicusStatement statement = 0;

  for (guint i = 0; i < 20; i++)
    {
      statement = (AmicusStatement) pick (rand, amicus_syntax_get_n_statements (syntax));
      if (amicus_syntax_get_kind (syntax, statement) == AMICUS_STATEMENT_NODE ||
          amicus_syntax_get_kind (syntax, statement) == AMICUS_STATEMENT_EDGE)
        break;
    }

  return statement;
}

static void
replace_token (GRand             *rand,
               AmicusPatch       *patch,
               AmicusSyntax      *syntax,
               const AmicusToken *token)
{
  static const char *const values[] = {
    "red", "1", "\"two words\"", "<b>", "\"\"", "\"a\nb\"", "é", "\"] ; x [\"", "\"1\" + \"2\"", "key",
  };
  const char *value = values[pick (rand, G_N_ELEMENTS (values))];

  amicus_patch_add (patch, amicus_syntax_get_offset (syntax, token->bytes), token->length, value,
                    strlen (value));
}

static void
change_setting (GRand           *rand,
                AmicusPatch     *patch,
                AmicusSyntax    *syntax,
                AmicusStatement  statement)
{
  AmicusParts parts;

  amicus_parts_init (&parts);
  amicus_syntax_get_parts (syntax, statement, &parts);
  if (parts.settings->len > 0)
    {
      const AmicusSetting *setting =
        &g_array_index (parts.settings, AmicusSetting, pick (rand, parts.settings->len));
      gboolean of_value = setting->value.type != AMICUS_TOKEN_NONE && pick (rand, 4) > 0;

      replace_token (rand, patch, syntax, of_value ? &setting->value : &setting->name);
    }
  amicus_parts_clear (&parts);
}

static void
add_setting (GRand           *rand,
             AmicusPatch     *patch,
             AmicusSyntax    *syntax,
             AmicusStatement  statement)
{
  static const char *const lists[] = {
    " [x=1]", "[color=red,\n label=\"b\"]", " [kind=source]", "[]", " [new=1 cites=a]", "[key=k]",
    "[saidBy=\"a\\nb\"]", " [date=never]", "[zz]",
  };
  const char *list = lists[pick (rand, G_N_ELEMENTS (lists))];
  gsize length;

  amicus_syntax_get_text (syntax, statement, &length);
  amicus_patch_add (patch, amicus_syntax_get_start (syntax, statement) + length, 0, list,
                    strlen (list));
}

static void
change_bytes (GRand       *rand,
              AmicusPatch *patch,
              gsize        from,
              gsize        length)
{
  static const char *const texts[] = {
    "", "", "a", " ", "\n", "]", "[", ";", ",", "\"", "\\", "/*", "*/", "//", "#", "->", "--", "{", "}",
    "=", "+", ":", "<", ">", "1", "é", "\xff", "node", "x=y", " x=y ", "graph",
  };
  const char *text = texts[pick (rand, G_N_ELEMENTS (texts))];
  gsize at = pick (rand, length + 1);

  amicus_patch_add (patch, from + at, pick (rand, MIN (4, length - at + 1)), text, strlen (text));
}

static void
change_statement (GRand        *rand,
                  AmicusPatch  *patch,
                  AmicusSyntax *syntax)
{
  AmicusStatement statement = pick_statement (rand, syntax);
  gsize length;

  switch (pick (rand, 8))
    {
    case 0:
    case 1:
    case 2:
      change_setting (rand, patch, syntax, statement);
      break;
    case 3:
    case 4:
      add_setting (rand, patch, syntax, statement);
      break;
    case 5:
      change_bytes (rand, patch, 0, amicus_syntax_get_size (syntax));
      break;
    default:
      amicus_syntax_get_text (syntax, statement, &length);
      change_bytes (rand, patch, amicus_syntax_get_start (syntax, statement), length);
      break;
    }
}

static gboolean
touches (const AmicusChange *a,
         const AmicusChange *b)
{
  return a->offset <= b->offset + b->removed && b->offset <= a->offset + a->removed;
}

/* Adds the changes of @more that are far enough from those of @patch. */
static void
join_patch (AmicusPatch       *patch,
            const AmicusPatch *more)
{
  guint n_more;
  const AmicusChange *added = amicus_patch_get_changes (more, &n_more);

  for (guint i = 0; i < n_more; i++)
    {
      guint n;
      const AmicusChange *changes = amicus_patch_get_changes (patch, &n);
      gboolean is_free = TRUE;

      for (guint j = 0; j < n; j++)
        is_free = is_free && !touches (&changes[j], &added[i]);
      if (is_free)
        amicus_patch_add (patch, added[i].offset, added[i].removed,
                          g_bytes_get_data (added[i].inserted, NULL),
                          g_bytes_get_size (added[i].inserted));
    }
}

AmicusPatch *
make_random_patch (GRand        *rand,
                   AmicusSyntax *syntax)
{
  AmicusPatch *patch = amicus_patch_new ();

  for (gsize n = pick (rand, 4) == 0 ? 3 : 1; n > 0; n--)
    {
      g_autoptr (AmicusPatch) more = amicus_patch_new ();

      change_statement (rand, more, syntax);
      join_patch (patch, more);
    }

  return patch;
}

static void
write_token (GString           *text,
             AmicusSyntax      *syntax,
             const AmicusToken *token)
{
  g_string_append_printf (text, " %d", token->type);
  if (token->type == AMICUS_TOKEN_NONE)
    return;
  g_string_append_printf (text, "@%" G_GSIZE_FORMAT ":", amicus_syntax_get_offset (syntax, token->bytes));
  g_string_append_len (text, token->bytes, token->length);
}

static void
write_parts (GString           *text,
             AmicusSyntax      *syntax,
             const AmicusParts *parts)
{
  g_string_append_printf (text, " parts %d %d %d %d", parts->kind, parts->target, parts->strict,
                          parts->directed);
  write_token (text, syntax, &parts->id);
  for (guint i = 0; i < parts->ends->len; i++)
    {
      const AmicusEnd *end = &g_array_index (parts->ends, AmicusEnd, i);

      g_string_append_printf (text, " end %u %u", end->subgraph, end->group);
      write_token (text, syntax, &end->id);
      write_token (text, syntax, &end->port);
      write_token (text, syntax, &end->compass);
    }
  for (guint i = 0; i < parts->settings->len; i++)
    {
      const AmicusSetting *setting = &g_array_index (parts->settings, AmicusSetting, i);

      g_string_append (text, " setting");
      write_token (text, syntax, &setting->name);
      write_token (text, syntax, &setting->value);
    }
}

/* One line. Of texts with others inside only the length, for asking brings pieces together. */
static char *
write_statement (AmicusSyntax    *syntax,
                 AmicusStatement  statement,
                 AmicusParts     *parts)
{
  GString *text = g_string_new (NULL);
  guint line, column;

  g_string_printf (text, "%u: %d parent %u child %u next %u at %" G_GSIZE_FORMAT, statement,
                   amicus_syntax_get_kind (syntax, statement),
                   amicus_syntax_get_parent (syntax, statement),
                   amicus_syntax_get_first_child (syntax, statement),
                   amicus_syntax_get_next (syntax, statement),
                   amicus_syntax_get_start (syntax, statement));
  amicus_syntax_locate (syntax, amicus_syntax_get_start (syntax, statement), &line, &column);
  g_string_append_printf (text, " line %u:%u", line, column);
  amicus_syntax_get_parts (syntax, statement, parts);
  write_parts (text, syntax, parts);

  return g_string_free (text, FALSE);
}

static char *
write_text (AmicusSyntax    *syntax,
            AmicusStatement  statement)
{
  gsize length;
  const char *text = amicus_syntax_get_text (syntax, statement, &length);

  return g_strdup_printf ("text of %u: %" G_GSIZE_FORMAT " %.*s", statement, length, (int) length, text);
}

static char *
write_diagnostics (AmicusSyntax *syntax)
{
  GString *text = g_string_new (NULL);
  guint n;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%" G_GSIZE_FORMAT " %u:%u %d %s\n", diagnostics[i].offset,
                            diagnostics[i].line, diagnostics[i].column, diagnostics[i].severity,
                            diagnostics[i].message);

  return g_string_free (text, FALSE);
}

/* Takes both over. */
static char *
tell_difference (char *found,
                 char *expected)
{
  char *difference = NULL;

  if (strcmp (found, expected) != 0)
    difference = g_strdup_printf ("found %s\nexpected %s", found, expected);
  g_free (found);
  g_free (expected);

  return difference;
}

static char *
write_places (AmicusSyntax *syntax)
{
  GString *text = g_string_new ("places");
  gsize n = MIN (amicus_syntax_get_size (syntax), MAX_LOCATED);

  for (gsize i = 0; i <= n; i++)
    {
      guint line, column;

      amicus_syntax_locate (syntax, i, &line, &column);
      g_string_append_printf (text, " %u:%u", line, column);
    }

  return g_string_free (text, FALSE);
}

static char *
compare_statements (AmicusSyntax *syntax,
                    AmicusSyntax *expected,
                    gboolean      texts)
{
  AmicusParts parts;
  char *difference = NULL;

  amicus_parts_init (&parts);
  for (AmicusStatement i = 0; difference == NULL && i < amicus_syntax_get_n_statements (expected); i++)
    difference = texts ? tell_difference (write_text (syntax, i), write_text (expected, i))
                       : tell_difference (write_statement (syntax, i, &parts),
                                          write_statement (expected, i, &parts));
  amicus_parts_clear (&parts);

  return difference;
}

static gboolean
has_bytes (AmicusSyntax *syntax,
           GBytes       *bytes)
{
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *copy = amicus_syntax_copy_bytes (syntax, 0, size);

  return size == 0 || memcmp (copy, g_bytes_get_data (bytes, NULL), size) == 0;
}

char *
compare_syntaxes (AmicusSyntax *syntax,
                  AmicusSyntax *expected)
{
  guint n = amicus_syntax_get_n_statements (syntax);
  GBytes *bytes = amicus_syntax_get_bytes (expected);
  char *difference = NULL;

  if (amicus_syntax_get_size (syntax) != g_bytes_get_size (bytes) || !has_bytes (syntax, bytes))
    return g_strdup ("other bytes");
  if (n != amicus_syntax_get_n_statements (expected))
    return g_strdup ("another number of statements");

  difference = compare_statements (syntax, expected, FALSE);
  if (difference == NULL)
    difference = tell_difference (write_diagnostics (syntax), write_diagnostics (expected));
  if (difference == NULL)
    difference = tell_difference (write_places (syntax), write_places (expected));
  if (difference == NULL)
    difference = compare_statements (syntax, expected, TRUE);

  return difference;
}
