/* SPDX-License-Identifier: GPL-3.0-or-later
 * Defaults of scopes: beside a model that keeps every change, and in deep nesting. */

#include "read.h"

#include <time.h>

#define MAX_SCOPES 64

/* The defaults that hold in a scope now: of `x`, and of `y`. */
typedef struct
{
  guint parent;
  guint values[2];
} Scope;

typedef struct
{
  Scope scopes[MAX_SCOPES]; /* by the number in the name; 0 is the graph */
  guint n_scopes;
  GString *text;
  GArray *expected; /* guint[2], of each entity */
} Model;

/* A scope that has none takes what its parent has now. */
static guint
value_in (const Model *model,
          guint scope,
          guint name)
{
  while (model->scopes[scope].values[name] == 0 && scope != 0)
    scope = model->scopes[scope].parent;

  return model->scopes[scope].values[name];
}

static void
set_default (Model *model,
             guint scope)
{
  guint name = (guint) g_test_rand_int_range (0, 2);
  guint value = (guint) g_test_rand_int_range (1, 1000);

  model->scopes[scope].values[name] = value;
  g_string_append_printf (model->text, "node [%s=%u] ", name == 0 ? "x" : "y", value);
}

static void
add_entity (Model *model,
            guint scope)
{
  guint values[] = { value_in (model, scope, 0), value_in (model, scope, 1) };

  g_string_append_printf (model->text, "n%u ", model->expected->len);
  g_array_append_val (model->expected, values);
}

/* A new scope inside @scope or one that was open before. */
static guint
open_scope (Model *model,
            guint scope)
{
  guint inner = (guint) g_test_rand_int_range (1, MAX_SCOPES);

  if (inner >= model->n_scopes || model->scopes[inner].parent != scope)
    {
      if (model->n_scopes == MAX_SCOPES)
        return scope;
      inner = model->n_scopes++;
      model->scopes[inner] = (Scope) { .parent = scope };
    }
  g_string_append_printf (model->text, "subgraph s%u { ", inner);

  return inner;
}

static guint
close_scope (Model *model,
             guint scope)
{
  if (scope == 0)
    return 0;

  g_string_append (model->text, "} ");
  return model->scopes[scope].parent;
}

static void
write_model (Model *model)
{
  guint scope = 0;

  for (guint i = 0; i < 300; i++)
    switch (g_test_rand_int_range (0, 4))
      {
      case 0:
        set_default (model, scope);
        break;
      case 1:
        add_entity (model, scope);
        break;
      case 2:
        scope = open_scope (model, scope);
        break;
      default:
        scope = close_scope (model, scope);
        break;
      }
  while (scope != 0)
    scope = close_scope (model, scope);
  g_string_append_c (model->text, '}');
}

static void
assert_value (AmicusGraph *graph,
              guint32 entity,
              const char *name,
              guint expected)
{
  const char *value = amicus_graph_get_attribute (graph, AMICUS_ENTITY (entity), name);

  g_assert_cmpuint (value == NULL ? 0 : g_ascii_strtoull (value, NULL, 10), ==, expected);
}

static void
test_like_the_model (void)
{
  for (guint i = 0; i < 300; i++)
    {
      Model model = { .n_scopes = 1 };
      g_autoptr (GString) text = g_string_new ("digraph { ");
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint[2]));
      g_autoptr (AmicusGraph) graph = NULL;

      model.text = text;
      model.expected = expected;
      write_model (&model);
      graph = read_graph (text->str);
      g_assert_cmpuint (amicus_graph_get_n_entities (graph), ==, expected->len);
      for (guint32 j = 0; j < expected->len; j++)
        {
          const guint *values = (const guint *) (gpointer) expected->data + 2 * j;

          assert_value (graph, j, "x", values[0]);
          assert_value (graph, j, "y", values[1]);
        }
    }
}

typedef void (*WriteFunc) (GString *text,
                           guint depth);

static void
repeat (GString *text,
        const char *part,
        guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
}

/* Each scope has a default, but not of what is asked for. */
static void
write_other_names (GString *text,
                   guint depth)
{
  repeat (text, "{ node [z=1] ", depth);
  g_string_append (text, "n ");
  repeat (text, "} ", depth);
}

/* Each scope has one, but too late. */
static void
write_late (GString *text,
            guint depth)
{
  repeat (text, "{ ", depth);
  g_string_append (text, "n ");
  repeat (text, "node [x=1] } ", depth);
}

/* Too late, and from outside to inside. */
static void
write_later (GString *text,
             guint depth)
{
  repeat (text, "subgraph s { ", depth);
  g_string_append (text, "n ");
  repeat (text, "} ", depth);
  repeat (text, "subgraph s { node [x=1] ", depth);
  repeat (text, "} ", depth);
}

/* Seconds of processor time for many questions. */
static double
time_questions (WriteFunc write,
                guint depth)
{
  g_autoptr (GString) text = g_string_new ("digraph { graph [x=1] ");
  g_autoptr (AmicusGraph) graph = NULL;
  double best = G_MAXDOUBLE;

  write (text, depth);
  g_string_append_c (text, '}');
  graph = read_graph (text->str);
  g_assert_cmpuint (amicus_graph_get_n_groups (graph), ==, depth);
  for (guint i = 0; i < 5; i++)
    {
      clock_t start = clock ();

      for (guint j = 0; j < 10000; j++)
        g_assert_null (amicus_graph_get_attribute (graph, AMICUS_ENTITY (0), "x"));
      best = MIN (best, (double) (clock () - start) / CLOCKS_PER_SEC);
    }

  return best;
}

/* An answer does not take longer the deeper an entity stands. */
static void
test_deep (void)
{
  static const WriteFunc writes[] = { write_other_names, write_late, write_later };

  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      double shallow = time_questions (writes[i], 128);
      double deep = time_questions (writes[i], 4096 - 1);

      g_assert_cmpfloat (deep, <, 8 * shallow);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph/defaults/like-the-model", test_like_the_model);
  g_test_add_func ("/graph/defaults/deep", test_deep);

  return g_test_run ();
}
