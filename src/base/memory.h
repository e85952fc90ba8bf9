/* SPDX-License-Identifier: GPL-3.0-or-later
 * Large arrays, for which the system is asked for large pages. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *amicus_memory_new_array (guint element_size,
                                 guint n_elements) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
