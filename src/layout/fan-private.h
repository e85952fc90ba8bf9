/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keeps relations apart that join the same two. */

#pragma once

#include "layout/ports-private.h"

/**
 * AmicusFan:
 * @offset: how far the relation is drawn aside; nothing where it is the only one between the two
 */
typedef struct
{
  AmicusPoint offset;
} AmicusFan;

AmicusFan *amicus_fans_new (const AmicusPort *ports,
                            guint             n_edges) G_GNUC_WARN_UNUSED_RESULT;
