/* SPDX-License-Identifier: GPL-3.0-or-later
 * Addresses in a file: shown as what they are, opened only if they are safe. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *amicus_link_normalise (const char *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
