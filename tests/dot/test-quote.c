/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dot/quote.h"
#include "dot/syntax.h"

#include <string.h>

static void
test_table (void)
{
  static const struct
  {
    const char *value;
    const char *written;
  } cases[] = {
    { "", "\"\"" },
    { "abc_1", "abc_1" },
    { "\xc3\xa9t\xc3\xa9", "\xc3\xa9t\xc3\xa9" },
    { "12", "12" },
    { "-1.5", "-1.5" },
    { "1.", "1." },
    { "1a", "\"1a\"" },
    { "1.2.3", "\"1.2.3\"" },
    { "-", "\"-\"" },
    { "a b", "\"a b\"" },
    { " a", "\" a\"" },
    { "a ", "\"a \"" },
    { "#a", "\"#a\"" },
    { "node", "\"node\"" },
    { "SubGraph", "\"SubGraph\"" },
    { "say \"no\"", "\"say \\\"no\\\"\"" },
    { "a\\nb", "\"a\\nb\"" },
    { "a\nb", "\"a\nb\"" },
    { "<b>", "\"<b>\"" },
    { "\xef\xbb\xbf" "a", "\"\xef\xbb\xbf" "a\"" },
    { "\\\\", "\"\\\\\"" },
    { "a\\", "\"a\" + <\\> + \"\"" },
    { "\\\"", "\"\" + <\\> + \"\\\"\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      amicus_quote_id (text, cases[i].value, strlen (cases[i].value));
      g_assert_cmpstr (text->str, ==, cases[i].written);
    }
}

/* Writes a value as node ID, attribute name and attribute value and reads all three. */
static void
check_value (const char *value,
             gsize length)
{
  g_autoptr (GString) text = g_string_new ("graph{");
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AmicusSyntax) syntax = NULL;
  AmicusParts parts;
  const AmicusToken *tokens[3];
  gsize start = text->len;

  amicus_quote_id (text, value, length);
  g_string_append_c (text, '[');
  g_string_append_len (text, text->str + start, (gssize) (text->len - 1 - start));
  g_string_append_c (text, '=');
  amicus_quote_id (text, value, length);
  g_string_append (text, "]}");

  bytes = g_bytes_new (text->str, text->len);
  syntax = amicus_syntax_new (bytes);
  amicus_parts_init (&parts);
  amicus_syntax_get_parts (syntax, 2, &parts);
  g_assert_cmpint (parts.kind, ==, AMICUS_STATEMENT_NODE);
  g_assert_cmpuint (parts.ends->len, ==, 1);
  g_assert_cmpuint (parts.settings->len, ==, 1);
  tokens[0] = &g_array_index (parts.ends, AmicusEnd, 0).id;
  tokens[1] = &g_array_index (parts.settings, AmicusSetting, 0).name;
  tokens[2] = &g_array_index (parts.settings, AmicusSetting, 0).value;
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      gsize found_length;
      const char *found = amicus_token_get_value (tokens[i], buffer, &found_length);

      g_assert_cmpmem (found, found_length, value, length);
    }
  amicus_parts_clear (&parts);
}

static void
test_any_value (void)
{
  static const char *const pieces[] = {
    "\\", "\\", "\"", "\"", "\n", "\r", "a", "1", ".", "-", " ", "<", ">", "+", "#", "/", "*", "{", "]",
    "\xc3\xa9", "\xe9", "node", "\xef\xbb\xbf",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1905);
  guint n_rounds = g_getenv ("AMICUS_TEST_FULL") != NULL ? 2000000 : 50000;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GString) value = g_string_new (NULL);

      for (gint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        g_string_append (value, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      check_value (value->str, value->len);
    }
  check_value ("a\0b", 3);
}

/* cgraph refuses a long string, so it is written in pieces. */
static void
test_long_value (void)
{
  static const char *const units[] = { "a", "\\", "\"", "\xc3\xa9", "a\\", "x\\\"" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) value = g_string_new ("a ");
      g_autoptr (GString) text = g_string_new (NULL);

      while (value->len < 100000)
        g_string_append (value, units[i]);
      check_value (value->str, value->len);
      amicus_quote_id (text, value->str, value->len);
      /* Escapes divide a string for cgraph's lexer as well. */
      g_assert_true (strpbrk (units[i], "\\\"") != NULL || strstr (text->str, "\" + \"") != NULL);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dot/quote/table", test_table);
  g_test_add_func ("/dot/quote/any-value", test_any_value);
  g_test_add_func ("/dot/quote/long-value", test_long_value);

  return g_test_run ();
}
