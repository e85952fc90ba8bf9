/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dot/lexer-private.h"

#include <string.h>

static const char *const names[] = {
  [LEXEME_END] = "END",
  [LEXEME_NAME] = "name",
  [LEXEME_NUMBER] = "number",
  [LEXEME_QUOTED] = "quoted",
  [LEXEME_HTML] = "html",
  [LEXEME_STRICT] = "STRICT",
  [LEXEME_GRAPH] = "GRAPH",
  [LEXEME_DIGRAPH] = "DIGRAPH",
  [LEXEME_SUBGRAPH] = "SUBGRAPH",
  [LEXEME_NODE] = "NODE",
  [LEXEME_EDGE] = "EDGE",
  [LEXEME_ARROW] = "->",
  [LEXEME_LINE] = "--",
  [LEXEME_BRACE_OPEN] = "{",
  [LEXEME_BRACE_CLOSE] = "}",
  [LEXEME_BRACKET_OPEN] = "[",
  [LEXEME_BRACKET_CLOSE] = "]",
  [LEXEME_SEMICOLON] = ";",
  [LEXEME_COMMA] = ",",
  [LEXEME_COLON] = ":",
  [LEXEME_EQUALS] = "=",
  [LEXEME_PLUS] = "+",
  [LEXEME_OTHER] = "?",
};

/* "name'abc' ; number!'1'": marks say unclosed (!), suspect (*), glued (~), and a bar a new line. */
static char *
describe (const char *bytes,
          gsize length)
{
  GString *text = g_string_new (NULL);
  Lexer lexer;
  Lexeme lexeme;

  amicus_lexer_init (&lexer, bytes, bytes + length);
  for (amicus_lexer_next (&lexer, &lexeme); lexeme.type != LEXEME_END;
       amicus_lexer_next (&lexer, &lexeme))
    {
      g_string_append_printf (text, "%s%s%s%s%s%s", text->len > 0 ? " " : "",
                              lexeme.starts_line ? "|" : "", names[lexeme.type],
                              lexeme.unclosed ? "!" : "", lexeme.suspect ? "*" : "",
                              lexeme.glued ? "~" : "");
      if (lexeme.type >= LEXEME_NAME && lexeme.type <= LEXEME_HTML)
        g_string_append_printf (text, "'%.*s'", (int) (lexeme.end - lexeme.bytes), lexeme.bytes);
    }
  if (lexer.unclosed_comment != NULL)
    g_string_append_printf (text, " comment! %d", (int) (lexer.unclosed_comment - bytes));

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *bytes;
  const char *expected;
} Case;

static void
check_cases (const Case *cases,
             gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *found = describe (cases[i].bytes, strlen (cases[i].bytes));

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "", "" },
    { "a b_1 _x", "name'a' name'b_1' name'_x'" },
    { "caf\xc3\xa9 caf\xe9", "name'caf\xc3\xa9' name'caf\xe9'" },
    { "node NODE Edge gRaph digraph strict SubGraph", "NODE NODE EDGE GRAPH DIGRAPH STRICT SUBGRAPH" },
    { "nodes edge1 _node \"node\"", "name'nodes' name'edge1' name'_node' quoted'\"node\"'" },
    { "1 -1 1.5 .5 -.5 1.", "number'1' number'-1' number'1.5' number'.5' number'-.5' number'1.'" },
    { "1a 1.2.3 1..2 1e9", "number~'1' name'a' number~'1.2' number'.3' number~'1.' number'.2' number~'1' name'e9'" },
    { "1\xc3\xa9", "number~'1' name'\xc3\xa9'" },
    { "a->b a--b a-5 a- -b", "name'a' -> name'b' name'a' -- name'b' name'a' number'-5' name'a' ? ? name'b'" },
    { "a->-5 a---5", "name'a' -> number'-5' name'a' -- number'-5'" },
    { ". .. @ / $ >", "? ? ? ? ? ? ?" },
    { "{}[];,:=+", "{ } [ ] ; , : = +" },
    { "x\xef\xbb\xbf", "name'x\xef\xbb\xbf'" },
    { "a\t\v\f\r\n \nb", "name'a' |name'b'" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_strings (void)
{
  static const Case cases[] = {
    { "\"a b\"", "quoted'\"a b\"'" },
    { "\"\"", "quoted'\"\"'" },
    { "\"a\\\"b\" c", "quoted'\"a\\\"b\"' name'c'" },
    { "\"a\\\\\" c", "quoted'\"a\\\\\"' name'c'" },
    { "\"a\\\nb\" c", "quoted'\"a\\\nb\"' name'c'" },
    { "\"a\nb\" c", "quoted'\"a\nb\"' name'c'" },
    { "\"a\nb\"c", "quoted*'\"a\nb\"' name'c'" },
    { "\"a\nb\"\"c\"", "quoted*'\"a\nb\"' quoted'\"c\"'" },
    { "\"a\nb\"->c", "quoted'\"a\nb\"' -> name'c'" },
    { "\"a b\nc", "quoted!'\"a b' |name'c'" },
    { "\"a\\", "quoted!'\"a\\'" },
    { "\"", "quoted!'\"'" },
    { "\"a\n\"b\\\"\n", "quoted*'\"a\n\"' name'b' ? quoted!'\"'" },
    { "<a> <<b>c<d>> <>", "html'<a>' html'<<b>c<d>>' html'<>'" },
    { "<a\nb> c", "html'<a\nb>' name'c'" },
    { "<a\n<b> c", "html!'<a' |html'<b>' name'c'" },
    { "<a\n-> b <c ->", "html*'<a\n->' name'b' html'<c ->'" },
    { "<\"> b", "html'<\">' name'b'" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_comments (void)
{
  static const Case cases[] = {
    { "a // b\nc", "name'a' |name'c'" },
    { "a # b\nc", "name'a' |name'c'" },
    { "# 1 \"x.gv\"\na", "|name'a'" },
    { "a /* b */ c", "name'a' name'c'" },
    { "a /* b\n* / ** / */ c", "name'a' name'c'" },
    { "a /**/ c /***/ d", "name'a' name'c' name'd'" },
    { "a /*/ b */ c", "name'a' name'c'" },
    { "a /* b\nc", "name'a' |name'c' comment! 2" },
    { "a /*", "name'a' comment! 2" },
    { "a /* b\nc /* d\ne", "name'a' |name'c' |name'e' comment! 2" },
    { "a //", "name'a'" },
    { "\"// a\" \"/*\"", "quoted'\"// a\"' quoted'\"/*\"'" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_zero_bytes (void)
{
  g_autofree char *between = describe ("a\0b", 3);
  g_autofree char *inside = describe ("\"\0\n\" c", 6);

  g_assert_cmpstr (between, ==, "name'a' name'b'");
  g_assert_true (g_str_has_suffix (inside, " name'c'"));
}

static void
test_skip_line (void)
{
  static const struct
  {
    const char *bytes;
    gsize skipped;
  } cases[] = {
    { " \t\nb", 3 },        { " // c\nb", 6 },     { " # c\nb", 5 }, { " /* c */ \nb", 10 },
    { " /* c */ b\n", 0 },  { " /* c\n*/ b", 0 },  { " b\n", 0 },    { "", 0 },
    { " ", 1 },             { " /* c\n", 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *bytes = cases[i].bytes;
      Lexer lexer;

      amicus_lexer_init (&lexer, bytes, bytes + strlen (bytes));
      g_assert_cmpuint (cases[i].skipped, ==, (gsize) (amicus_lexer_skip_line (&lexer, bytes) - bytes));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dot/lexer/words", test_words);
  g_test_add_func ("/dot/lexer/strings", test_strings);
  g_test_add_func ("/dot/lexer/comments", test_comments);
  g_test_add_func ("/dot/lexer/zero-bytes", test_zero_bytes);
  g_test_add_func ("/dot/lexer/skip-line", test_skip_line);

  return g_test_run ();
}
