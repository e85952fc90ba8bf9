/* SPDX-License-Identifier: MIT
 * What Graphviz's engines are called, what they know, and how they are set. */

#pragma once

#include "layout/protocol.h"

#include <gvc.h>

typedef enum
{
  WORKER_ENGINE_CURVES    = 1 << 0, /* draws relations with their labels */
  WORKER_ENGINE_GROUPS    = 1 << 1, /* keeps the members of a group together */
  WORKER_ENGINE_PINS      = 1 << 2, /* leaves nodes where they are told to be */
  WORKER_ENGINE_LENGTHS   = 1 << 3, /* heeds how long a relation wants to be */
  WORKER_ENGINE_ANY_SCALE = 1 << 4, /* answers in a scale of its own */
} WorkerEngineTraits;

const char *worker_engine_name         (uint32_t                 engine);
bool        worker_engine_knows        (uint32_t                 engine,
                                        WorkerEngineTraits       trait);
double      worker_engine_usual_length (const AmicusWireRequest *request);
void        worker_engine_configure    (const AmicusWireRequest *request,
                                        Agraph_t                *graph);
