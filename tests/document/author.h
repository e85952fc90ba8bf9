/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small random files, written in many ways, that cgraph reads. */

#pragma once

#include <glib.h>

char *write_random_file (GRand *rand) G_GNUC_WARN_UNUSED_RESULT;

extern const char *const author_names[];
extern const char *const author_values[];
#define N_AUTHOR_NAMES 6
#define N_AUTHOR_VALUES 8
