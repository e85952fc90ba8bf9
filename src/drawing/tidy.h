/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is large is freed in a thread, so that the main loop need not wait. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Entities, relations or items from which on freeing takes milliseconds. */
#define AMICUS_TIDY_LARGE 4000

void amicus_tidy (gpointer       data,
                  GDestroyNotify free_func);

G_END_DECLS
