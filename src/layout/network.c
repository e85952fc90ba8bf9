/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/network-private.h"

#include <math.h>

/* Lengths are counted in steps so that shortest paths need no heap. */
#define STEPS_OF_SHORTEST 4.0
#define MAX_STEP 64

static void
count_arcs (AmicusNetwork    *self,
            const AmicusLink *links,
            guint             n_links)
{
  for (guint i = 0; i < n_links; i++)
    {
      self->offsets[links[i].tail + 1]++;
      self->offsets[links[i].head + 1]++;
    }
  for (guint i = 0; i < self->n; i++)
    self->offsets[i + 1] += self->offsets[i];
}

static void
add_arc (AmicusNetwork *self,
         guint32       *ends,
         guint32        from,
         guint32        to,
         double         length)
{
  guint32 arc = ends[from]++;

  self->targets[arc] = to;
  self->steps[arc] = (guint8) CLAMP (rint (length / self->unit), 1.0, MAX_STEP);
  self->max_step = MAX (self->max_step, self->steps[arc]);
}

/**
 * amicus_network_new:
 * @n: number of nodes
 * @links: edges, none of them a loop
 * @n_links: their number
 *
 * Returns: (transfer full): the network
 */
AmicusNetwork *
amicus_network_new (guint             n,
                    const AmicusLink *links,
                    guint             n_links)
{
  AmicusNetwork *self = g_new0 (AmicusNetwork, 1);
  g_autofree guint32 *ends = NULL;
  double shortest = G_MAXDOUBLE;

  for (guint i = 0; i < n_links; i++)
    shortest = fmin (shortest, links[i].length);

  self->n = n;
  self->unit = n_links > 0 ? shortest / STEPS_OF_SHORTEST : 1.0;
  self->offsets = g_new0 (guint32, (gsize) n + 1);
  self->targets = g_new (guint32, 2 * (gsize) n_links);
  self->steps = g_new (guint8, 2 * (gsize) n_links);

  count_arcs (self, links, n_links);
  ends = g_memdup2 (self->offsets, sizeof (guint32) * ((gsize) n + 1));
  for (guint i = 0; i < n_links; i++)
    {
      add_arc (self, ends, links[i].tail, links[i].head, links[i].length);
      add_arc (self, ends, links[i].head, links[i].tail, links[i].length);
    }

  return self;
}

/**
 * amicus_network_free:
 * @self: (transfer full): a network
 */
void
amicus_network_free (AmicusNetwork *self)
{
  g_free (self->offsets);
  g_free (self->targets);
  g_free (self->steps);
  g_free (self);
}

/**
 * amicus_network_components:
 * @self: a network
 * @components: (out): for each node the number of its component, in the order of first nodes
 *
 * Returns: the number of components
 */
guint
amicus_network_components (const AmicusNetwork *self,
                           guint32             *components)
{
  g_autofree guint32 *queue = g_new (guint32, MAX (1, self->n));
  guint n_components = 0;

  for (guint i = 0; i < self->n; i++)
    components[i] = G_MAXUINT32;

  for (guint i = 0; i < self->n; i++)
    {
      guint begin = 0, end = 0;

      if (components[i] != G_MAXUINT32)
        continue;

      components[i] = n_components;
      queue[end++] = i;
      while (begin < end)
        {
          guint32 node = queue[begin++];

          for (guint32 arc = self->offsets[node]; arc < self->offsets[node + 1]; arc++)
            if (components[self->targets[arc]] == G_MAXUINT32)
              {
                components[self->targets[arc]] = n_components;
                queue[end++] = self->targets[arc];
              }
        }
      n_components++;
    }

  return n_components;
}

/* Nodes that wait at a distance, in doubly linked lists; a circle of max_step + 1 is enough. */
typedef struct
{
  guint32 heads[MAX_STEP + 1];
  guint32 *next;
  guint32 *previous;
  guint n_buckets;
} Buckets;

static void
bucket_add (Buckets *buckets,
            guint32  node,
            guint32  distance)
{
  guint32 *head = &buckets->heads[distance % buckets->n_buckets];

  buckets->next[node] = *head;
  buckets->previous[node] = G_MAXUINT32;
  if (*head != G_MAXUINT32)
    buckets->previous[*head] = node;
  *head = node;
}

static void
bucket_remove (Buckets *buckets,
               guint32  node,
               guint32  distance)
{
  guint32 next = buckets->next[node];
  guint32 previous = buckets->previous[node];

  if (next != G_MAXUINT32)
    buckets->previous[next] = previous;
  if (previous != G_MAXUINT32)
    buckets->next[previous] = next;
  else
    buckets->heads[distance % buckets->n_buckets] = next;
}

/* Returns how many nodes began to wait. */
static int
relax_arcs (const AmicusNetwork *self,
            Buckets             *buckets,
            guint32              node,
            guint32             *distances)
{
  int n_new = 0;

  for (guint32 arc = self->offsets[node]; arc < self->offsets[node + 1]; arc++)
    {
      guint32 target = self->targets[arc];
      guint32 distance = distances[node] + self->steps[arc];

      if (distance >= distances[target])
        continue;

      if (distances[target] != G_MAXUINT32)
        bucket_remove (buckets, target, distances[target]);
      else
        n_new++;
      distances[target] = distance;
      bucket_add (buckets, target, distance);
    }

  return n_new;
}

/**
 * amicus_network_distances:
 * @self: a network
 * @source: a node
 * @distances: (out): steps from @source to each node, %G_MAXUINT32 where there is no path
 *
 * Shortest paths by buckets (Dial 1969): as fast as a breadth-first search.
 */
void
amicus_network_distances (const AmicusNetwork *self,
                          guint32              source,
                          guint32             *distances)
{
  g_autofree guint32 *links = g_new (guint32, 2 * (gsize) self->n);
  Buckets buckets = { .next = links,
                      .previous = links + self->n,
                      .n_buckets = self->max_step + 1u };
  int n_waiting = 1;

  memset (buckets.heads, 0xff, sizeof buckets.heads);
  memset (distances, 0xff, sizeof (guint32) * self->n);

  distances[source] = 0;
  bucket_add (&buckets, source, 0);
  for (guint32 distance = 0; n_waiting > 0; distance++)
    while (buckets.heads[distance % buckets.n_buckets] != G_MAXUINT32)
      {
        guint32 node = buckets.heads[distance % buckets.n_buckets];

        bucket_remove (&buckets, node, distance);
        n_waiting += relax_arcs (self, &buckets, node, distances) - 1;
      }
}
