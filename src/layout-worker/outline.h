/* SPDX-License-Identifier: MIT
 * Where curves meet the border of a node. */

#pragma once

#include "layout/protocol.h"

/* A node where the layout has put it. */
typedef struct
{
  AmicusWirePoint centre;
  double width;
  double height;
  unsigned outline;
} WorkerShape;

void worker_outline_clip (AmicusWirePoint   *points,
                          size_t            *n_points,
                          const WorkerShape *tail,
                          const WorkerShape *head);
