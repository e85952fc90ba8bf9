/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who is next to whom, and how far apart they should lie. */

#pragma once

#include <glib.h>

/**
 * AmicusLink:
 * @tail: one end
 * @head: the other
 * @length: how far apart the two should lie
 */
typedef struct
{
  guint32 tail;
  guint32 head;
  double length;
} AmicusLink;

/**
 * AmicusNetwork:
 * @n: number of nodes
 * @offsets: arcs of node i stand from offsets[i] to offsets[i + 1]
 * @targets: the node that each arc leads to
 * @steps: the length of each arc in units, from 1 to @max_step
 * @unit: length of one step
 *
 * An undirected graph in compressed rows.
 */
typedef struct
{
  guint n;
  guint32 *offsets;
  guint32 *targets;
  guint8 *steps;
  guint8 max_step;
  double unit;
} AmicusNetwork;

AmicusNetwork *amicus_network_new        (guint                n,
                                          const AmicusLink    *links,
                                          guint                n_links) G_GNUC_WARN_UNUSED_RESULT;
void           amicus_network_free       (AmicusNetwork       *self);

guint          amicus_network_components (const AmicusNetwork *self,
                                          guint32             *components);
void           amicus_network_distances  (const AmicusNetwork *self,
                                          guint32              source,
                                          guint32             *distances);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusNetwork, amicus_network_free)
