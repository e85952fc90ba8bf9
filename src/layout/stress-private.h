/* SPDX-License-Identifier: GPL-3.0-or-later
 * Makes distances in the drawing like distances in the network. */

#pragma once

#include "layout/pivots-private.h"

void amicus_stress_descend (const AmicusNetwork *network,
                            const AmicusPivots  *pivots,
                            const gboolean      *fixed,
                            AmicusPoint         *points,
                            guint                n_rounds,
                            gboolean             gently,
                            guint64             *random,
                            GCancellable        *cancellable);
