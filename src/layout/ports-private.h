/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where relations leave and enter cards and hulls. */

#pragma once

#include "layout/outline-private.h"

typedef enum
{
  AMICUS_SIDE_RIGHT,
  AMICUS_SIDE_BOTTOM,
  AMICUS_SIDE_LEFT,
  AMICUS_SIDE_TOP,
} AmicusSide;

/**
 * AmicusPort:
 * @owner: what it belongs to: node i, or group i - n_nodes
 * @shape: the border of that
 * @aim: what the relation goes to from here: the other end, or the next bend
 * @side: on which side of the box it is
 * @inside: whether the relation runs inside the owner, a hull, to its border
 * @point: the place on the side of the box
 */
typedef struct
{
  guint32 owner;
  AmicusShape shape;
  AmicusRect aim;
  AmicusSide side;
  gboolean inside;
  AmicusPoint point;
} AmicusPort;

AmicusPoint amicus_port_normal  (const AmicusPort *self);
void        amicus_ports_assign (AmicusPort       *ports,
                                 guint             n);
