/* SPDX-License-Identifier: GPL-3.0-or-later
 * Real files. */

#pragma once

#include <glib.h>

/* GBytes of each; few where the corpus is not here. */
GPtrArray *load_dot_files (void) G_GNUC_WARN_UNUSED_RESULT;
