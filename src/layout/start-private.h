/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where a new layout begins when there is an old one. */

#pragma once

#include "layout/box-private.h"
#include "layout/network-private.h"

gboolean amicus_box_is_new   (const AmicusBox     *box);
void     amicus_start_points (const AmicusBox     *boxes,
                              const AmicusNetwork *network,
                              double               flatness,
                              AmicusPoint         *points);
