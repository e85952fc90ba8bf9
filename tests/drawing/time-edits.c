/* SPDX-License-Identifier: GPL-3.0-or-later
 * Not a test: times edits of a picture, in all and as the processor counts them.
 * time-edits N_ENTITIES... */

#include "drawing/picture.h"

#include <stdlib.h>
#include <time.h>

#include "drawn.h"

#define N_EDITS 20

static void
on_scene_changed (AmicusPicture *picture,
                  gpointer       data)
{
  ++*(guint *) data;
}

static char *
write_dot (guint n,
           guint edit)
{
  GString *dot = g_string_new ("digraph { graph [amicus=1];\n");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (dot, "n%u [kind=company, label=\"Company %u%s\"];\n", i, i,
                            edit > 0 && i == n / 2 ? (edit % 2 == 0 ? " Ltd" : " and Sons") : "");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (dot, "n%u -> n%u [kind=owns];\n", i, g_rand_int_range (random, 0, i));
  for (guint i = 0; i < n / 2; i++)
    g_string_append_printf (dot, "n%u -> n%u [kind=funds, status=alleged];\n",
                            g_rand_int_range (random, 0, n), g_rand_int_range (random, 0, n));
  for (guint i = 0; i < edit; i++)
    g_string_append_printf (dot, "e%u [kind=person, label=\"Person %u\"]; e%u -> n%u;\n", i, i, i, i * 7 % n);
  g_string_append (dot, "}");
  return g_string_free (dot, FALSE);
}

static void
iterate (gint64 *longest)
{
  gint64 begin = g_get_monotonic_time ();

  while (g_main_context_iteration (NULL, FALSE))
    {
      gint64 end = g_get_monotonic_time ();

      *longest = MAX (*longest, end - begin);
      begin = end;
    }
  g_usleep (200);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

static void
time_edits (guint n)
{
  g_autoptr (AmicusLayouter) layouter = amicus_layouter_new ("/nonexistent");
  g_autoptr (AmicusPicture) picture = amicus_picture_new (layouter);
  AmicusPictureOptions options = { .language = "en", .engine = AMICUS_ENGINE_BUILTIN };
  gint64 times[N_EDITS];
  gint64 ticks[N_EDITS];
  gint64 longest = 0;
  guint n_scenes = 0;

  amicus_picture_set_options (picture, &options);
  g_signal_connect (picture, "scene-changed", G_CALLBACK (on_scene_changed), &n_scenes);
  for (guint edit = 0; edit <= N_EDITS; edit++)
    {
      g_autofree char *dot = write_dot (n, edit);
      g_autoptr (AmicusGraph) graph = drawn_graph (dot);
      gint64 begin = g_get_monotonic_time ();
      clock_t clock_begin = clock ();
      gint64 ignored = 0;

      if (edit == 0)
        amicus_picture_set_graph (picture, graph);
      else
        amicus_picture_update_graph (picture, graph);
      while (n_scenes <= edit)
        iterate (edit == 0 ? &ignored : &longest);
      if (edit == 0)
        continue;
      times[edit - 1] = g_get_monotonic_time () - begin;
      ticks[edit - 1] = (gint64) (clock () - clock_begin) * 1000000 / CLOCKS_PER_SEC;
    }
  qsort (times, N_EDITS, sizeof (gint64), compare_times);
  qsort (ticks, N_EDITS, sizeof (gint64), compare_times);
  g_print ("%7u entities: median %.1f ms (processor %.1f), worst %.1f ms; the main loop waited at "
           "most %.1f ms\n", n, times[N_EDITS / 2] / 1000.0, ticks[N_EDITS / 2] / 1000.0, times[N_EDITS - 1] / 1000.0, longest / 1000.0);
}

int
main (int   argc,
      char *argv[])
{
  for (int i = 1; i < argc; i++)
    time_edits (CLAMP (atoi (argv[i]), 2, 1000000));
  return 0;
}
