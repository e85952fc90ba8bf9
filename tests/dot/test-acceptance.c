/* SPDX-License-Identifier: GPL-3.0-or-later
 * cgraph as the oracle: what it reads is read without an error, and what it refuses is not passed
 * over in silence. */

#include "dot/syntax.h"

#include <graphviz/cgraph.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Words of a file that is being made up. */
typedef struct
{
  GRand *rand;
  GPtrArray *words;
  const char *edge_mark;
} Author;

static gboolean
chance (Author *self,
        gint one_in)
{
  return g_rand_int_range (self->rand, 0, one_in) == 0;
}

static void
put (Author *self,
     const char *word)
{
  g_ptr_array_add (self->words, (gpointer) word);
}

static void
put_id (Author *self)
{
  static const char *const ids[] = {
    "a", "b", "c", "1", "-2.5", ".5", "_", "caf\xc3\xa9", "caf\xe9", "<h>", "<a<b>c>", "\"q\"", "\"\"",
    "\"x\\\"y\"", "\"l\\\nm\"", "\"p\\n\"", "\"two\nlines\"",
  };

  put (self, ids[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (ids))]);
  if (((const char *) self->words->pdata[self->words->len - 1])[0] == '"' && chance (self, 10))
    {
      put (self, "+");
      put (self, "\"z\"");
    }
}

static void
put_list (Author *self)
{
  put (self, "[");
  while (chance (self, 2))
    {
      put_id (self);
      put (self, "=");
      put_id (self);
      if (chance (self, 2))
        put (self, chance (self, 2) ? "," : ";");
    }
  put (self, "]");
}

static void put_statement (Author *self,
                           guint depth);

static void
put_body (Author *self,
          guint depth)
{
  put (self, "{");
  while (!chance (self, 3))
    put_statement (self, depth + 1);
  put (self, "}");
}

static void
put_subgraph (Author *self,
              guint depth)
{
  if (chance (self, 2))
    {
      put (self, "subgraph");
      if (chance (self, 2))
        put_id (self);
    }
  put_body (self, depth);
}

static void
put_end (Author *self,
         guint depth)
{
  if (depth < 3 && chance (self, 6))
    {
      put_subgraph (self, depth);
      return;
    }

  put_id (self);
  for (guint i = 0; i < 2 && chance (self, 4); i++)
    {
      put (self, ":");
      put_id (self);
    }
  if (chance (self, 8))
    {
      put (self, ",");
      put_id (self);
    }
}

static void
put_edge (Author *self,
          guint depth)
{
  put_end (self, depth);
  while (chance (self, 2))
    {
      put (self, self->edge_mark);
      put_end (self, depth);
    }
}

static void
put_statement (Author *self,
               guint depth)
{
  static const char *const targets[] = { "node", "EDGE", "graph" };

  switch (g_rand_int_range (self->rand, 0, 8))
    {
    case 0:
      put_id (self);
      put (self, "=");
      put_id (self);
      break;
    case 1:
      put (self, targets[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (targets))]);
      put_list (self);
      break;
    default:
      put_edge (self, depth);
      while (chance (self, 3))
        put_list (self);
      break;
    }
  if (chance (self, 2))
    put (self, ";");
  if (chance (self, 10))
    put (self, chance (self, 2) ? "/* } */" : "// }\n");
}

static void
put_graph (Author *self)
{
  gboolean directed = chance (self, 2);

  self->edge_mark = directed ? "->" : "--";
  if (chance (self, 4))
    put (self, "strict");
  put (self, directed ? "digraph" : "graph");
  if (chance (self, 2))
    put_id (self);
  put_body (self, 0);
}

/* Leaves one word out, says it twice or says something else. */
static void
spoil (Author *self)
{
  static const char *const others[] = {
    "a", "->", "--", "{", "}", "[", "]", ";", ",", "=", ":", "+", "\"", "<", ">", "node", "subgraph", "graph",
    "digraph", "strict", "@", "1a", "/*", "*/", "-", ".", "#",
  };
  const char *other = others[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (others))];
  gint at = g_rand_int_range (self->rand, 0, (gint) self->words->len);

  switch (g_rand_int_range (self->rand, 0, 3))
    {
    case 0:
      self->words->pdata[at] = (gpointer) other;
      break;
    case 1:
      g_ptr_array_insert (self->words, at, self->words->pdata[at]);
      break;
    default:
      g_ptr_array_insert (self->words, at, (gpointer) other);
      break;
    }
}

static char *
write_file (GRand *rand)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  Author author = { .rand = rand, .words = words };
  GString *text = g_string_new (NULL);

  put_graph (&author);
  while (chance (&author, 2))
    spoil (&author);
  for (guint i = 0; i < words->len; i++)
    {
      g_string_append (text, words->pdata[i]);
      if (!chance (&author, 10))
        g_string_append_c (text, chance (&author, 6) ? '\n' : ' ');
    }

  return g_string_free (text, FALSE);
}

/* In a process of its own: after a failure cgraph's lexer keeps part of what it read. */
static gboolean
cgraph_reads (const char *text)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (STDERR_FILENO);
      _exit (agmemread (text) != NULL ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* cgraph does not look at what stands behind the graph. */
static gboolean
ends_with_graph (AmicusSyntax *syntax)
{
  AmicusStatement first = amicus_syntax_get_first_child (syntax, 0);

  return first != AMICUS_NO_STATEMENT && amicus_syntax_get_next (syntax, first) == AMICUS_NO_STATEMENT;
}

static gboolean
has_error (AmicusSyntax *syntax)
{
  guint n_diagnostics;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n_diagnostics);

  for (guint i = 0; i < n_diagnostics; i++)
    if (diagnostics[i].severity == AMICUS_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

static void
test_acceptance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2042);
  guint n_rounds = g_getenv ("AMICUS_TEST_FULL") != NULL ? 50000 : 600;
  guint n_read = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *text = write_file (rand);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
      gboolean is_read = cgraph_reads (text);
      guint n_diagnostics;

      amicus_syntax_get_diagnostics (syntax, &n_diagnostics);
      if (is_read ? ends_with_graph (syntax) && has_error (syntax) : n_diagnostics == 0)
        g_error ("cgraph %s this file:\n%s", is_read ? "reads" : "refuses", text);
      n_read += is_read;
    }
  g_assert_cmpuint (n_read, >, n_rounds / 4);
  g_assert_cmpuint (n_read, <, n_rounds * 3 / 4);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dot/acceptance", test_acceptance);

  return g_test_run ();
}
