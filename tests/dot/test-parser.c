/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/dot/check.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *outline;
  const char *diagnostics;
} Case;

static AmicusSyntax *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  check_any_bytes (text, strlen (text));
  return amicus_syntax_new (bytes);
}

static void
check_case (const Case *expected)
{
  g_autoptr (AmicusSyntax) syntax = read_text (expected->text);
  g_autofree char *outline = outline_statements (syntax);
  g_autofree char *diagnostics = list_diagnostics (syntax);

  g_assert_cmpstr (outline, ==, expected->outline);
  g_assert_cmpstr (diagnostics, ==, expected->diagnostics);
}

static void
check_cases (const Case *cases,
             gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    check_case (&cases[i]);
}

static void
test_well_formed (void)
{
  static const Case cases[] = {
    { "graph{}", "(file (graph))", "" },
    { "\xef\xbb\xbf" "digraph {}", "(file (graph))", "" },
    { "STRICT DiGraph \"a b\" { }\n", "(file (graph))", "" },
    { "// c\ngraph <g> {\r\n}\r\n# end\n", "(file (graph))", "" },
    { "digraph{a}digraph{b}", "(file (graph (node)) (graph (node)))", "" },
    { "graph { a b; c\n d }", "(file (graph (node) (node) (node) (node)))", "" },
    { "graph { a:p:n; b, c [x=1] }", "(file (graph (node) (node)))", "" },
    { "graph { a=b; \"c\"=1 <d> = <e> }", "(file (graph (assignment) (assignment) (assignment)))", "" },
    { "graph { \"a\"+\"b\" = c \"a\" + \"b\" }", "(file (graph (assignment) (node)))", "" },
    { "graph { node [a=b] edge[] graph [a=b;c=d,e=f g=h][i=j] }",
      "(file (graph (defaults) (defaults) (defaults)))", "" },
    { "graph { a -- b -- c:p [x=1]; a--b c--d }", "(file (graph (edge) (edge) (edge)))", "" },
    { "graph { {} {a} subgraph x {} subgraph {b} }",
      "(file (graph (subgraph) (subgraph (node)) (subgraph) (subgraph (node))))", "" },
    { "digraph { a -> {b c} -> d [x=1]; e }",
      "(file (graph (edge (subgraph (node) (node))) (node)))", "" },
    { "digraph { {a} -> {b -> {c}} ; e }",
      "(file (graph (edge (subgraph (node)) (subgraph (edge (subgraph (node))))) (node)))", "" },
    { "digraph { subgraph x { a } -> subgraph y { b }; c }",
      "(file (graph (edge (subgraph (node)) (subgraph (node))) (node)))", "" },
    { "graph { a [b=\"c\nd\"] /* } */ // }\n # }\n e }", "(file (graph (node) (node)))", "" },
    { "graph { a ; b }\n\n", "(file (graph (node) (node)))", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Read here and not by cgraph, or read by both and odd. */
static void
test_tolerated (void)
{
  static const Case cases[] = {
    { "graph { a;; b }", "(file (graph (node) (node)))",
      "1:11 warning: Nothing stands before this “;”; Graphviz does not read such a file\n" },
    { "graph {;}", "(file (graph))",
      "1:8 warning: Nothing stands before this “;”; Graphviz does not read such a file\n" },
    { "graph { a [x] }", "(file (graph (node)))",
      "1:12 warning: This attribute has no value; Graphviz does not read such a file\n" },
    { "graph { a [x=1,,y=2] }", "(file (graph (node)))",
      "1:16 warning: Nothing stands before this separator; Graphviz does not read such a file\n" },
    { "graph { subgraph x; subgraph y -- subgraph z }",
      "(file (graph (subgraph) (edge (subgraph) (subgraph))))",
      "1:9 warning: This only names a subgraph; Graphviz expects “{” and does not read such a file\n"
      "1:21 warning: This only names a subgraph; Graphviz expects “{” and does not read such a file\n"
      "1:35 warning: This only names a subgraph; Graphviz expects “{” and does not read such a file\n" },
    { "graph { {a} [x=1] }", "(file (graph (subgraph (node))))",
      "1:13 warning: Attributes behind a subgraph have no effect; they belong inside its braces\n" },
    { "graph { <x> + \"y\" }", "(file (graph (node)))",
      "1:13 warning: HTML text that is joined to other text becomes plain text\n" },
    { "graph { node m = [x=1] }", "(file (graph (defaults)))",
      "1:14 warning: Macros for attributes are not supported\n" },
    { "graph { 1a }", "(file (graph (node) (node)))",
      "1:9 warning: This number runs into what follows and is read as a word of its own; "
      "quotation marks around both would make them one\n" },
    { "graph { a } b", "(file (graph (node)) (error))",
      "1:13 warning: This text stands behind the graph and is not part of it\n" },
    { "graph { a } This graph shows [strict] things.\nStrict digraph x { b }",
      "(file (graph (node)) (error) (graph (node)))",
      "1:13 warning: This text stands behind the graph and is not part of it\n" },
    { "graph { a } graph [x=y]", "(file (graph (node)) (error))",
      "1:13 warning: This text stands behind the graph and is not part of it\n" },
    { "graph { a } }\ngraph { b }", "(file (graph (node)) (error) (graph (node)))",
      "1:13 warning: This text stands behind the graph and is not part of it\n" },
    { "graph { caf\xe9 }", "(file (graph (node)))",
      "1:12 warning: This is not UTF-8; such letters cannot be shown\n" },
    { "digraph { a -- b }", "(file (graph (edge)))",
      "1:13 error: “--” in a directed graph, read as “->”; Graphviz does not read such a file\n" },
    { "graph { a -> {b} }", "(file (graph (edge (subgraph (node)))))",
      "1:11 error: “->” in an undirected graph, read as “--”; Graphviz does not read such a file\n" },
    { "digraph a b { c }", "(file (graph (node)))", "1:11 error: Expected “{”; found “b”\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* A broken statement is an error of its own, and what stands beside it lives. */
static void
test_broken_statements (void)
{
  static const Case cases[] = {
    { "digraph {\n a\n b ->\n c\n d -> ;\n e\n}", "(file (graph (node) (edge) (error) (node)))",
      "5:7 error: Expected a node ID or a subgraph behind the edge mark; found “;”\n" },
    { "graph { a [x=]; b }", "(file (graph (error) (node)))",
      "1:14 error: Expected a value after “=”; found “]”\n" },
    { "graph {\n a [x=,\n y=1];\n b }", "(file (graph (error) (node)))",
      "2:7 error: Expected a value after “=”; found “,”\n" },
    { "graph { a: ; b }", "(file (graph (error) (node)))",
      "1:12 error: Expected a port after “:”; found “;”\n" },
    { "graph { a, ; b }", "(file (graph (error) (node)))",
      "1:12 error: Expected a node ID after “,”; found “;”\n" },
    { "graph { a = ; b }", "(file (graph (error) (node)))",
      "1:13 error: Expected a value after “=”; found “;”\n" },
    { "graph { \"a\" + b; c }", "(file (graph (error) (node)))",
      "1:15 error: Expected a string after “+”; found “b”\n" },
    { "graph {\n node\n b\n}", "(file (graph (error) (node)))",
      "3:2 error: Expected “[” behind “node”, “edge” or “graph”; found “b”\n" },
    { "graph { subgraph ; b }", "(file (graph (error) (node)))",
      "1:18 error: Expected an ID or “{” behind “subgraph”; found “;”\n" },
    { "graph { ] ; b }", "(file (graph (error) (node)))",
      "1:9 error: Expected a statement; found “]”\n" },
    { "graph {\n $ % &\n b }", "(file (graph (error) (node)))",
      "2:2 error: Expected a statement; found “$”\n" },
    { "graph { a @ b; c }", "(file (graph (node) (error) (node)))",
      "1:11 error: Expected a statement; found “@”\n" },
    { "graph { strict ; b }", "(file (graph (error) (node)))",
      "1:9 error: Expected a statement; found “strict”\n" },
    { "digraph { a -> {b c} -> ; d }",
      "(file (graph (edge (subgraph (node) (node))) (error) (node)))",
      "1:25 error: Expected a node ID or a subgraph behind the edge mark; found “;”\n" },
    { "digraph { {b} -> {c} [x=; d=e] f }",
      "(file (graph (edge (subgraph (node)) (subgraph (node))) (error) (node)))",
      "1:25 error: Expected a value after “=”; found “;”\n" },
    { "digraph { {b} -> [x=1]; f }", "(file (graph (subgraph (node)) (error) (node)))",
      "1:18 error: Expected a node ID or a subgraph behind the edge mark; found “[”\n" },
    { "digraph { a ! {b} c }", "(file (graph (node) (error) (subgraph (node)) (node)))",
      "1:13 error: Expected a statement; found “!”\n" },
    { "graph { a ! [x=\"}\", y=1]; c }", "(file (graph (node) (error) (node)))",
      "1:11 error: Expected a statement; found “!”\n" },
    { "graph { -}", "(file (graph (error)))", "1:9 error: Expected a statement; found “-”\n" },
    { "graph { d [a=\xc3\xa9\xc3\xa9, ]= e; b }", "(file (graph (node) (error) (node)))",
      "1:19 error: Expected a statement; found “=”\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_missing_marks (void)
{
  static const Case cases[] = {
    { "digraph {\n a [label=\"foo];\n b [label=\"bar\"];\n c -> d;\n}",
      "(file (graph (error) (node) (edge)))",
      "2:11 error: This string runs on into other text: a quotation mark is missing\n" },
    { "digraph {\n a [label=foo\"];\n b [label=\"bar\"];\n c [label=\"\"];\n d -> e;\n}",
      "(file (graph (error) (node) (node) (edge)))",
      "2:14 error: This string runs on into other text: a quotation mark is missing\n" },
    { "digraph {\n a [label=\"foo];\n c -> d;\n}", "(file (graph (error) (edge)))",
      "2:11 error: This string has no end: a quotation mark is missing\n" },
    { "digraph {\n a [label=<foo];\n c -> d [x=<y>];\n}", "(file (graph (error) (edge)))",
      "2:11 error: This HTML text runs on into other text: a “>” is missing\n" },
    { "digraph {\n a [label=<foo];\n c;\n}", "(file (graph (error) (node)))",
      "2:11 error: This HTML text has no end: a “>” is missing\n" },
    { "digraph {\n a [label=foo;\n c -> d;\n}", "(file (graph (error) (edge)))",
      "2:4 error: This “[” is not closed: a “]” is missing\n" },
    { "digraph {\n a [label=foo\n c\n d\n e -> f\n}", "(file (graph (error) (node) (node) (edge)))",
      "2:4 error: This “[” is not closed: a “]” is missing\n" },
    { "digraph {\n a [label=foo\n c [x=y]\n}", "(file (graph (error) (node)))",
      "2:4 error: This “[” is not closed: a “]” is missing\n" },
    { "digraph {\n a [x=1,\n  y=2\n c -> d\n}", "(file (graph (error) (edge)))",
      "2:4 error: This “[” is not closed: a “]” is missing\n" },
    { "digraph { a [x=1 b -> c; d }", "(file (graph (error) (node)))",
      "1:13 error: This “[” is not closed: a “]” is missing\n" },
    { "digraph {\n a /* b\n c -> d\n}", "(file (graph (node) (edge)))",
      "2:4 error: This comment has no end: a “*/” is missing\n" },
    { "graph { a } /* b", "(file (graph (node)))",
      "1:13 warning: This comment has no end: a “*/” is missing\n" },
    { "digraph {\n a {\n b {\n c }\n", "(file (graph (node) (subgraph (node) (subgraph (node)))))",
      "2:4 error: This “{” is not closed: a “}” is missing\n" },
    { "digraph { a -> { b", "(file (graph (edge (subgraph (node)))))",
      "1:16 error: This “{” is not closed: a “}” is missing\n" },
    { "digraph x {\n a\n\ndigraph y {\n b\n}\n", "(file (graph (node)) (graph (node)))",
      "1:11 error: This “{” is not closed: a “}” is missing\n" },
    { "graph x {\n a\n\ngraph y {\n b\n}\n", "(file (graph (node)) (graph (node)))",
      "1:9 error: This “{” is not closed: a “}” is missing\n" },
    { "graph { a } b }", "(file (graph (node)) (error))",
      "1:13 warning: This text stands behind the graph and is not part of it\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_no_graph (void)
{
  static const Case cases[] = {
    { "", "(file)", "1:1 error: There is no graph in this file: it is empty\n" },
    { " \n// c\n", "(file)", "1:1 error: There is no graph in this file: it is empty\n" },
    { "\n a -> b", "(file (error))", "2:2 error: Expected “graph” or “digraph”; found “a”\n" },
    { "x\ngraph { a }", "(file (error) (graph (node)))",
      "1:1 error: Expected “graph” or “digraph”; found “x”\n" },
    { "strict { a }", "(file (graph (node)))",
      "1:8 error: Expected “graph” or “digraph” behind “strict”; found “{”\n" },
    { "graph", "(file (error))", "1:6 error: Expected “{”; found the end of the file\n" },
    { "graph ;", "(file (error))", "1:7 error: Expected “{”; found “;”\n" },
    { "graph \"a", "(file (error))", "1:7 error: This string has no end: a quotation mark is missing\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_utf16 (void)
{
  static const char little[] = "\xff\xfe" "g\0r\0a\0p\0h\0{\0}\0";
  static const char big[] = "\xfe\xff\0g\0r";
  const char *const texts[] = { little, big };
  const gsize sizes[] = { sizeof little - 1, sizeof big - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], sizes[i]);
      g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
      g_autofree char *outline = outline_statements (syntax);
      g_autofree char *diagnostics = list_diagnostics (syntax);

      check_any_bytes (texts[i], sizes[i]);
      g_assert_cmpstr (outline, ==, "(file (error))");
      g_assert_cmpstr (diagnostics, ==, "1:1 error: This file is in UTF-16; save it as UTF-8 to open it\n");
    }
}

static void
test_zero_byte (void)
{
  static const char text[] = "graph { a\0b \"c\0d\" }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autofree char *outline = outline_statements (syntax);
  g_autofree char *diagnostics = list_diagnostics (syntax);

  check_any_bytes (text, sizeof text - 1);
  g_assert_cmpstr (outline, ==, "(file (graph (node) (node) (node)))");
  g_assert_cmpstr (diagnostics, ==, "1:10 warning: Here is a zero byte; Graphviz reads nothing behind it\n");
}

/* A statement owns the comments above it and the rest of its line. */
static void
test_what_belongs_to_a_statement (void)
{
  g_autoptr (AmicusSyntax) syntax = read_text (
      "graph {\n  a; // of a\n  // of b\n  b ; /* of c */ c;\n\n  d /* e\n */ ;\n}");
  static const char *const texts[] = { "a", "b", "c", "d" };
  AmicusStatement graph = amicus_syntax_get_first_child (syntax, 0);
  AmicusStatement at = amicus_syntax_get_first_child (syntax, graph);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize length;
      const char *text = amicus_syntax_get_text (syntax, at, &length);

      g_assert_cmpmem (text, length, texts[i], strlen (texts[i]));
      at = amicus_syntax_get_next (syntax, at);
    }
  g_assert_cmpuint (at, ==, AMICUS_NO_STATEMENT);
}

static void
test_text_of_statements (void)
{
  g_autoptr (AmicusSyntax) syntax = read_text ("/*0*/digraph g { a -> {b; c} -> d [x=1] ; }//1\n");
  static const char *const texts[] = {
    "digraph g { a -> {b; c} -> d [x=1] ; }", "a -> {b; c} -> d [x=1]", "{b; c}", "b", "c",
  };
  AmicusStatement at = next_in_file (syntax, 0);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize length;
      const char *text = amicus_syntax_get_text (syntax, at, &length);

      g_assert_cmpmem (text, length, texts[i], strlen (texts[i]));
      at = next_in_file (syntax, at);
    }
  g_assert_cmpuint (at, ==, AMICUS_NO_STATEMENT);
}

static char *
repeat (const char *before,
        const char *unit,
        gsize n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deep = repeat ("graph ", "{", 4096, "");
  g_autofree char *closed = repeat (deep, "}", 4096, "");
  g_autofree char *too_deep = repeat ("graph ", "{", 1000000, "");
  g_autofree char *too_deep_closed = repeat (too_deep, "}", 1000000 - 1, "x }");
  g_autoptr (AmicusSyntax) allowed = read_text (closed);
  g_autoptr (AmicusSyntax) refused = read_text (too_deep_closed);
  g_autofree char *nothing = list_diagnostics (allowed);
  g_autofree char *refusal = list_diagnostics (refused);
  AmicusStatement graph = amicus_syntax_get_first_child (refused, 0);
  AmicusStatement first = amicus_syntax_get_first_child (refused, graph);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (refusal, ==,
                   "1:4103 error: This brace stands in 4096 others, which is too deep; what it holds is not read\n");
  /* What stands behind the depth is read. */
  g_assert_cmpint (amicus_syntax_get_kind (refused, amicus_syntax_get_next (refused, first)), ==,
                   AMICUS_STATEMENT_NODE);
}

static void
test_many_diagnostics (void)
{
  g_autofree char *text = repeat ("graph {", ";", 5000, " a [ }");
  g_autoptr (AmicusSyntax) syntax = read_text (text);
  guint n_diagnostics;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n_diagnostics);

  g_assert_cmpuint (n_diagnostics, ==, 1002);
  g_assert_cmpint (diagnostics[1000].severity, ==, AMICUS_SEVERITY_ERROR);
  g_assert_cmpstr (diagnostics[1001].message, ==, "4000 more of this kind are not listed");
}

static void
test_locate (void)
{
  GString *text = g_string_new ("\xef\xbb\xbf" "ab\n\xc3\xa9\xe9x\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AmicusSyntax) syntax = NULL;
  guint line = 1;
  guint column = 1;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i % 7 == 0 ? "\n" : "\xe2\x82\xac\xf0\x9f\x98\x80q");
  bytes = g_string_free_to_bytes (text);
  syntax = amicus_syntax_new (bytes);

  for (gsize i = 0; i <= g_bytes_get_size (bytes); i++)
    {
      const char *data = g_bytes_get_data (bytes, NULL);
      guint found_line;
      guint found_column;

      amicus_syntax_locate (syntax, i, &found_line, &found_column);
      if (i < 3)
        continue;
      /* The one byte that is not UTF-8 is followed by a letter. */
      if (i == g_bytes_get_size (bytes) || (data[i] & 0xc0) != 0x80)
        {
          g_assert_cmpuint (found_line, ==, line);
          g_assert_cmpuint (found_column, ==, column);
          column++;
        }
      if (i < g_bytes_get_size (bytes) && data[i] == '\n')
        {
          line++;
          column = 1;
        }
    }
}

/* Inputs that make a reader slow if it looks for the same thing again and again. Where the time is not
 * linear, the test runs into its time limit. */
static void
test_linear_time (void)
{
  static const struct
  {
    const char *before;
    const char *unit;
  } inputs[] = {
    { "", "x" },               { "", "graph " },           { "", "graph \"" },      { "", "digraph{" },
    { "graph{", "{" },         { "graph{", "}" },          { "graph{", "[" },       { "graph{", ";" },
    { "graph{", "\"" },        { "graph{", "\"\n" },       { "graph{", "\\\"\n" },  { "graph{", "<" },
    { "graph{", "<\n" },       { "graph{", "<a>\n<" },     { "graph{", "/*" },      { "graph{", "/*\n" },
    { "graph{", "a[" },        { "graph{", "a[\n" },       { "graph{", "a[b\n" },   { "graph{ a[", "b\n" },
    { "graph{ a[", "b=\n" },   { "graph{", "a[=\nb\n" },   { "graph{", "a--" },     { "graph{", "a--{" },
    { "graph{", "a--{}--\n" }, { "graph{", "{a}--" },      { "graph{", "a:b," },    { "graph{", "\"a\"+" },
    { "graph{", "\"a\n\"b" },  { "graph{", "\"\nb\"c[" },  { "graph{", "subgraph " }, { "graph{", "\ndigraph{" },
    { "graph{x[", "\"\ny[\" " }, { "graph{x[", "\"\n\"a=" }, { "graph{", "1a" },    { "graph{", "\xe9" },
    { "graph{", "node" },      { "graph{", "x=" },         { "graph{", "-" },       { "graph{", "{}[a" },
  };
  gsize size = g_getenv ("AMICUS_TEST_FULL") != NULL ? 20000000 : 1000000;

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autofree char *text = repeat (inputs[i].before, inputs[i].unit, size / strlen (inputs[i].unit), "");
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
      g_autoptr (GBytes) written = amicus_syntax_to_bytes (syntax);

      g_assert_true (g_bytes_equal (bytes, written));
    }
}

/* How many diagnostics there are, listed or not. */
static guint
count_diagnostics (const char *unit,
                   guint n_units)
{
  g_autofree char *text = repeat ("graph {\n", unit, n_units, "}");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  guint n;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n);

  if (n > 0 && strstr (diagnostics[n - 1].message, " more of this kind") != NULL)
    n += (guint) g_ascii_strtoull (diagnostics[n - 1].message, NULL, 10) - 1;

  return n;
}

/* What is not listed is counted as if it were: a failure that gave way to its cause, or a warning to
 * an error, is not counted twice. */
static void
test_count_of_more (void)
{
  static const char *const units[] = {
    ";\n", "a [b] ]\n", "a [b,,c=] x\n", "a [x=\"b\nc [y=\"d\"]\n", "a [\n b\n c -- d\n", "a -- ]\n;;\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      guint few = count_diagnostics (units[i], 200) - count_diagnostics (units[i], 100);
      guint many = count_diagnostics (units[i], 3100) - count_diagnostics (units[i], 3000);

      g_test_message ("%s", units[i]);
      g_assert_cmpuint (few, >=, 100);
      g_assert_cmpuint (many, ==, few);
    }
}

/* What is quoted of a file ends at a character, and nothing in it is invisible. */
static void
test_excerpts (void)
{
  static const char text[] = "graph { a [x=1] } graph { b [\n\"\u202eabc\001 ééééééééééééééééééééééé\n\" c }"
                             "graph \"\u202eabc\001 ééééééééééééééééééééééé\n\" \"\u202eabc\001 éééééééééé"
                             "éééééééééééé\n\" { }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autofree char *list = list_diagnostics (syntax);

  g_test_message ("%s", list);
  g_assert_nonnull (strstr (list, "found “\"□abc␁ ééééééé"));
  g_assert_nonnull (strstr (list, "é…”"));
  g_assert_null (strstr (list, "\u202e"));
  g_assert_null (strstr (list, "\ufffd"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dot/parser/well-formed", test_well_formed);
  g_test_add_func ("/dot/parser/tolerated", test_tolerated);
  g_test_add_func ("/dot/parser/broken-statements", test_broken_statements);
  g_test_add_func ("/dot/parser/missing-marks", test_missing_marks);
  g_test_add_func ("/dot/parser/no-graph", test_no_graph);
  g_test_add_func ("/dot/parser/utf16", test_utf16);
  g_test_add_func ("/dot/parser/zero-byte", test_zero_byte);
  g_test_add_func ("/dot/parser/what-belongs-to-a-statement", test_what_belongs_to_a_statement);
  g_test_add_func ("/dot/parser/text-of-statements", test_text_of_statements);
  g_test_add_func ("/dot/parser/depth", test_depth);
  g_test_add_func ("/dot/parser/many-diagnostics", test_many_diagnostics);
  g_test_add_func ("/dot/parser/count-of-more", test_count_of_more);
  g_test_add_func ("/dot/parser/excerpts", test_excerpts);
  g_test_add_func ("/dot/parser/locate", test_locate);
  g_test_add_func ("/dot/parser/linear-time", test_linear_time);

  return g_test_run ();
}
