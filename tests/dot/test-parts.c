/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/dot/check.h"

#include <string.h>

static void
append_token (GString *text,
              const char *before,
              const AmicusToken *token)
{
  if (token->type != AMICUS_TOKEN_NONE)
    {
      g_string_append (text, before);
      g_string_append_len (text, token->bytes, token->length);
    }
}

static void
append_parts (GString *text,
              const AmicusParts *parts)
{
  static const char *const targets[] = { "graph", "node", "edge" };

  g_string_append (text, parts->strict ? "strict " : "");
  g_string_append (text, parts->directed ? "directed " : "");
  if (parts->kind == AMICUS_STATEMENT_DEFAULTS)
    g_string_append_printf (text, "%s ", targets[parts->target]);
  append_token (text, "id ", &parts->id);
  for (guint i = 0; i < parts->ends->len; i++)
    {
      const AmicusEnd *end = &g_array_index (parts->ends, AmicusEnd, i);

      g_string_append_printf (text, "%s%u:", i > 0 ? " " : "", end->group);
      append_token (text, "", &end->id);
      append_token (text, " port ", &end->port);
      append_token (text, " compass ", &end->compass);
      if (end->subgraph != AMICUS_NO_STATEMENT)
        g_string_append (text, "{}");
    }
  for (guint i = 0; i < parts->settings->len; i++)
    {
      const AmicusSetting *setting = &g_array_index (parts->settings, AmicusSetting, i);

      append_token (text, " | ", &setting->name);
      append_token (text, " = ", &setting->value);
    }
}

/* What the statement says that has the number @nth in the order of the file, the file itself being 0. */
static char *
describe (const char *file,
          guint nth)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  AmicusStatement statement = 0;
  GString *text = g_string_new (NULL);
  AmicusParts parts;

  check_any_bytes (file, strlen (file));
  for (; nth > 0; nth--)
    statement = next_in_file (syntax, statement);
  amicus_parts_init (&parts);
  amicus_syntax_get_parts (syntax, statement, &parts);
  append_parts (text, &parts);
  amicus_parts_clear (&parts);

  return g_string_free (text, FALSE);
}

static void
test_statements (void)
{
  static const struct
  {
    const char *file;
    guint nth;
    const char *expected;
  } cases[] = {
    { "graph {}", 0, "" },
    { "graph {}", 1, "" },
    { "Strict /* x */ DIGRAPH \"a\" + \"b\" {}", 1, "strict directed id \"a\" + \"b\"" },
    { "digraph a b {}", 1, "directed id a" },
    { "graph { subgraph x {a} }", 2, "id x" },
    { "graph { subgraph x {a} [b=c] }", 2, "id x | b = c" },
    { "graph { subgraph x {a // }\n ; } [b=c] }", 2, "id x | b = c" },
    { "graph { {;} [b=c] }", 2, " | b = c" },
    { "graph { {a;;} [b=c] }", 2, " | b = c" },
    { "graph { subgraph x [b=c] }", 2, "id x | b = c" },
    { "graph { a:b:c, \"d\" [x=1, y=<z>; w][v=\"u\"] }", 2,
      "0:a port b compass c 0:\"d\" | x = 1 | y = <z> | w | v = \"u\"" },
    { "digraph { a, b -> c:p -> d [key=k] }", 2, "0:a 0:b 1:c port p 2:d | key = k" },
    { "digraph { a -> {b} -> c, d -> subgraph x {e} [k=v] }", 2, "0:a 1:{} 2:c 2:d 3:{} | k = v" },
    { "digraph { {a} -> {b} }", 2, "0:{} 1:{}" },
    { "digraph { {a} /* -> z */ -> b }", 2, "0:{} 1:b" },
    { "digraph { a -> {b} -> ; }", 2, "0:a 1:{}" },
    { "graph { NODE [a=b] }", 2, "node  | a = b" },
    { "graph { edge [a=b][c=d] }", 2, "edge  | a = b | c = d" },
    { "graph { graph m = [a=b] }", 2, "graph  | a = b" },
    { "graph { \"a\" = <b> }", 2, " | \"a\" = <b>" },
    { "\xef\xbb\xbfgraph { a }", 2, "0:a" },
    { "graph { \xef\xbb\xbf:b }", 2, "0:\xef\xbb\xbf port b" },
    { "graph { a [=] }", 2, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].file, cases[i].nth);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_values (void)
{
  static const struct
  {
    const char *written;
    const char *value;
    gboolean in_text;
  } cases[] = {
    { "abc", "abc", TRUE },
    { "-1.5", "-1.5", TRUE },
    { "\"\"", "", TRUE },
    { "\"a b\"", "a b", TRUE },
    { "\"a\\nb\\\\c\\N\"", "a\\nb\\\\c\\N", TRUE },
    { "\"a\nb\"", "a\nb", TRUE },
    { "<a <b>c</b>>", "a <b>c</b>", TRUE },
    { "<>", "", TRUE },
    { "\"a\\\"b\"", "a\"b", FALSE },
    { "\"a\\\\\\\"\"", "a\\\\\"", FALSE },
    { "\"a\\\nb\"", "ab", FALSE },
    { "\"a\\\r\nb\"", "a\\\r\nb", TRUE },
    { "\"a\\\\\nb\"", "a\\\\\nb", TRUE },
    { "\"a\" + \"b\"", "ab", FALSE },
    { "\"a\"+\"\"+\"\\\"\"", "a\"", FALSE },
    { "\"a\" // \"x\"\n + # <y>\n /* \"z\" */ \"b\"", "ab", FALSE },
    { "<x>+<y>", "xy", FALSE },
    { "\"a\" + <<b>\\>", "a<b>\\", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strdup_printf ("graph { %s }", cases[i].written);
      g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
      g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
      g_autoptr (GString) buffer = g_string_new ("before");
      AmicusParts parts;
      const char *value;
      gsize length;

      amicus_parts_init (&parts);
      amicus_syntax_get_parts (syntax, 2, &parts);
      value = amicus_token_get_value (&g_array_index (parts.ends, AmicusEnd, 0).id, buffer, &length);
      g_assert_cmpmem (value, length, cases[i].value, strlen (cases[i].value));
      g_assert_true ((value != buffer->str) == cases[i].in_text);
      amicus_parts_clear (&parts);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dot/parts/statements", test_statements);
  g_test_add_func ("/dot/parts/values", test_values);

  return g_test_run ();
}
