/* SPDX-License-Identifier: GPL-3.0-or-later
 * One attribute in files of 100 to 100,000 statements, changed, undone and done again, from the
 * command to the signal `changed`: microseconds of processor time. Files take turns, so that what
 * else the machine does meets all alike. Beside them, what it takes to copy the file once.
 *
 * bench-edit [EDITS] */

#include "document/commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef enum
{
  SET,
  UNDO,
  REDO,
  SET_AGAIN, /* the same statement as before */
  TAKE_AWAY,
  COPY,
  N_ACTIONS,
} Action;

typedef struct
{
  guint n_statements;
  AmicusDocument *document;
  GBytes *bytes;
  char *copy;
  guint n_changed;
  GArray *times[N_ACTIONS];
} File;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

/* Two relations for each entity. All values are there in other places too. */
static GBytes *
write_file (guint n_statements)
{
  GString *text = g_string_new ("digraph {\n  amicus=1\n");
  guint n_entities = n_statements / 3;

  for (guint i = 0; i < n_statements; i++)
    if (i < n_entities)
      g_string_append_printf (text, "  e%u [label=\"Company %u\", kind=company, country=BE]\n", i, i);
    else
      g_string_append_printf (text, "  e%u -> e%u [kind=owner, status=alleged, percentage=%u]\n",
                              i % n_entities, (i * 7 + 1) % n_entities, i % 100);
  g_string_append (text, "}\n");

  return g_string_free_to_bytes (text);
}

static void
count_change (AmicusDocument *document,
              File           *file)
{
  file->n_changed++;
}

static void
file_init (File *self,
           guint n_statements)
{
  self->n_statements = n_statements;
  self->bytes = write_file (n_statements);
  self->document = amicus_document_new_for_bytes (NULL, self->bytes, NULL);
  self->copy = g_malloc (g_bytes_get_size (self->bytes));
  self->n_changed = 0;
  g_signal_connect (self->document, "changed", G_CALLBACK (count_change), self);
  for (guint i = 0; i < N_ACTIONS; i++)
    self->times[i] = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
file_clear (File *self)
{
  for (guint i = 0; i < N_ACTIONS; i++)
    g_array_unref (self->times[i]);
  g_object_unref (self->document);
  g_bytes_unref (self->bytes);
  g_free (self->copy);
}

/* An entity or a relation, in turn. */
static AmicusName *
pick_element (File  *file,
              GRand *rand,
              guint  nth)
{
  AmicusGraph *graph = amicus_document_get_graph (file->document);
  guint n = nth % 2 == 0 ? amicus_graph_get_n_entities (graph) : amicus_graph_get_n_relations (graph);
  guint32 id = (guint32) g_rand_int_range (rand, 0, (gint32) n);

  return amicus_name_new (graph, nth % 2 == 0 ? AMICUS_ENTITY (id) : AMICUS_RELATION (id));
}

static void
set_value (File             *file,
           const AmicusName *name,
           const char       *value)
{
  const char *attribute = name->kind == AMICUS_ELEMENT_ENTITY ? "country" : "status";

  if (!amicus_document_set_attribute (file->document, name, attribute, value, NULL))
    g_error ("an edit failed");
}

static void
act (File             *file,
     Action            action,
     const AmicusName *name)
{
  gboolean is_entity = name->kind == AMICUS_ELEMENT_ENTITY;
  double start = now ();
  double time;

  switch (action)
    {
    case SET:
      set_value (file, name, is_entity ? "FR" : "established");
      break;
    case SET_AGAIN:
      set_value (file, name, is_entity ? "NL" : "denied");
      break;
    case TAKE_AWAY:
      set_value (file, name, NULL);
      break;
    case UNDO:
      amicus_document_undo (file->document);
      break;
    case REDO:
      amicus_document_redo (file->document);
      break;
    case COPY:
      memcpy (file->copy, g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
      break;
    case N_ACTIONS:
    default:
      g_assert_not_reached ();
    }
  time = now () - start;
  g_array_append_val (file->times[action], time);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
quantile (GArray *times,
          guint   percent)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, (times->len - 1) * percent / 100);
}

static void
report (const File *files,
        guint       n_files)
{
  static const char *const names[] = { "set", "undo", "redo", "set again", "take away", "copy the file" };

  for (guint action = 0; action < N_ACTIONS; action++)
    for (guint i = 0; i < n_files; i++)
      {
        double median = quantile (files[i].times[action], 50);

        printf ("edit %6u statements: %-13s %9.1f µs, 99 %% within %9.1f, slowest %9.1f, "
                 "%6.2f times that of %u\n",
                 files[i].n_statements, names[action], median, quantile (files[i].times[action], 99),
                 quantile (files[i].times[action], 100),
                 median / quantile (files[0].times[action], 50), files[0].n_statements);
      }
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 100, 10000, 100000 };
  guint n_edits = argc > 1 ? (guint) atoi (argv[1]) : 1000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  File files[G_N_ELEMENTS (sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    file_init (&files[i], sizes[i]);
  for (guint n = 0; n < n_edits; n++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (AmicusName) name = pick_element (&files[i], rand, n);

        for (guint action = 0; action < N_ACTIONS; action++)
          act (&files[i], (Action) action, name);
      }
  report (files, G_N_ELEMENTS (sizes));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_assert_cmpuint (files[i].n_changed, ==, 5 * n_edits);
      file_clear (&files[i]);
    }

  return 0;
}
