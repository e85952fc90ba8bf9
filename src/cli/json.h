/* SPDX-License-Identifier: GPL-3.0-or-later
 * Strings as JSON. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text in quotes, or `null` for NULL. A byte that is not UTF-8 becomes U+DC80 to U+DCFF,
 * as Python's "surrogateescape" reads it, so that no byte is lost. */
void amicus_json_append (GString    *json,
                         const char *text);

G_END_DECLS
