/* SPDX-License-Identifier: MIT
 * A layout of nodes brought to the scale and the place that were asked for. */

#pragma once

#include "layout/protocol.h"

void worker_adjust_scale (const AmicusWireRequest *request,
                          AmicusWirePoint         *centres);
void worker_adjust_pins  (const AmicusWireRequest *request,
                          AmicusWirePoint         *centres);
