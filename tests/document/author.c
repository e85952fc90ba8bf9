/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/document/author.h"

typedef struct
{
  GRand *rand;
  GString *text;
  gboolean directed;
  gboolean strict;
  gboolean flat;     /* no groups, so that keys may stand in a strict graph */
  guint lines;       /* of three statements so many get a line of their own */
  const char *end;   /* of a statement */
  const char *line_end;
} Author;

const char *const author_names[N_AUTHOR_NAMES] = { "color", "label", "x", "y", "saidBy", "cites" };
const char *const author_values[N_AUTHOR_VALUES] = {
  "red", "1", "two words", "q\"q", "a", "b\\na", "a; p. 2; said\\nb;;", "e\xcc\x81\\",
};

static guint
pick (Author *self,
      guint   n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static void
put (Author     *self,
     const char *text)
{
  g_string_append (self->text, text);
}

#define PUT_ONE_OF(self, array) put (self, (array)[pick (self, G_N_ELEMENTS (array))])

static void
put_id (Author *self)
{
  static const char *const ids[] = { "a", "b", "c", "d", "e", "\"f f\"", "1.5", "\"a\"", "é" };

  PUT_ONE_OF (self, ids);
}

static void
put_gap (Author *self)
{
  static const char *const gaps[] = { " ", " ", " ", " ", " ", " ", "", " /* why */ ", "  " };

  if (pick (self, 20) == 0)
    {
      put (self, " // so");
      put (self, self->line_end);
    }
  else
    PUT_ONE_OF (self, gaps);
}

static void
put_setting (Author  *self,
             gboolean key)
{
  static const char *const values[] = {
    "red", "1", "\"two words\"", "<b>", "\"\"", "\"q\\\"q\"", "a", "\"b\\na\"", "\"a; p. 2; said\\nb;;\"",
    "\"one\" + \" two\"",
  };

  if (key && pick (self, 4) == 0)
    {
      put (self, pick (self, 2) == 0 ? "key=k" : "key=\"k 2\"");
      return;
    }
  PUT_ONE_OF (self, author_names);
  put (self, pick (self, 5) == 0 ? " = " : "=");
  PUT_ONE_OF (self, values);
}

static void
put_settings (Author  *self,
              guint    least,
              gboolean key)
{
  static const char *const separators[] = { ", ", ", ", ",", "; ", " ", "] [" };
  const char *separator = separators[pick (self, G_N_ELEMENTS (separators))];
  gboolean in_lines = pick (self, 4) == 0;
  guint n = least + pick (self, 4 - least);

  if (n == 0 && pick (self, 3) > 0)
    return;
  put (self, pick (self, 6) == 0 ? "[" : " [");
  for (guint i = 0; i < n; i++)
    {
      if (in_lines)
        {
          put (self, self->line_end);
          put (self, "     ");
        }
      put_setting (self, key);
      if (i + 1 < n)
        put (self, separator);
      if (in_lines && pick (self, 3) == 0)
        put (self, " // remark");
    }
  if (in_lines)
    put (self, self->line_end);
  put (self, "]");
}

static void put_body (Author *self,
                      guint   depth);

static void
put_subgraph (Author *self,
              guint   depth)
{
  static const char *const heads[] = {
    "", "", "subgraph s ", "subgraph t ", "subgraph cluster_u ", "subgraph ",
  };

  PUT_ONE_OF (self, heads);
  put_body (self, depth + 1);
}

static void
put_node (Author *self)
{
  static const char *const ports[] = { "", "", "", "", "", ":p", ":p:n", ":\"x y\"" };

  put_id (self);
  PUT_ONE_OF (self, ports);
}

static void
put_edge (Author *self,
          guint   depth)
{
  guint n_ends = 2 + pick (self, 3) % 3;

  for (guint i = 0; i < n_ends; i++)
    {
      if (i > 0)
        {
          put_gap (self);
          put (self, self->directed ? "->" : "--");
          put_gap (self);
        }
      if (depth < 3 && !self->flat && pick (self, 5) == 0)
        {
          put_subgraph (self, depth);
          continue;
        }
      put_node (self);
      while (pick (self, 8) == 0)
        {
          put (self, ", ");
          put_node (self);
        }
    }
  put_settings (self, 0, !self->strict || self->flat);
}

static void
put_statement (Author *self,
               guint   depth)
{
  static const char *const targets[] = { "node", "edge", "graph" };
  guint kind = pick (self, 100);

  if (kind < 25)
    {
      put_id (self);
      put_settings (self, 0, FALSE);
    }
  else if (kind < 30)
    {
      put_id (self);
      put (self, ", ");
      put_id (self);
      put_settings (self, 0, FALSE);
    }
  else if (kind < 70 || depth >= 3 || (self->flat && kind >= 85))
    put_edge (self, depth);
  else if (kind < 78)
    {
      PUT_ONE_OF (self, targets);
      put_settings (self, 1, FALSE);
    }
  else if (kind < 85)
    put_setting (self, FALSE);
  else
    put_subgraph (self, depth);
}

static void
put_break (Author *self,
           guint   depth)
{
  if (pick (self, 3) >= self->lines)
    {
      put (self, " ");
      return;
    }
  if (pick (self, 6) == 0)
    put (self, " // of this");
  put (self, self->line_end);
  if (pick (self, 8) == 0)
    put (self, self->line_end);
  for (guint i = 0; i < depth; i++)
    put (self, "  ");
  if (pick (self, 8) == 0)
    {
      put (self, "// of the next");
      put (self, self->line_end);
    }
}

static void
put_body (Author *self,
          guint   depth)
{
  guint n = depth == 1 ? 2 + pick (self, 7) : pick (self, 4);

  put (self, "{");
  for (guint i = 0; i < n; i++)
    {
      put_break (self, depth);
      put_statement (self, depth);
      put (self, pick (self, 10) == 0 ? ";" : self->end);
    }
  put_break (self, depth - 1);
  put (self, "}");
}

char *
write_random_file (GRand *rand)
{
  Author self = { rand, g_string_new (NULL) };

  self.directed = pick (&self, 3) > 0;
  self.strict = pick (&self, 5) == 0;
  self.flat = self.strict && pick (&self, 2) == 0;
  self.lines = pick (&self, 4);
  self.end = pick (&self, 3) > 0 ? ";" : " ";
  self.line_end = pick (&self, 6) == 0 ? "\r\n" : "\n";
  put (&self, self.strict ? "strict " : "");
  put (&self, self.directed ? "digraph " : "graph ");
  put_body (&self, 1);
  put (&self, self.line_end);

  return g_string_free (self.text, FALSE);
}
