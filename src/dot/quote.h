/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writing values so that they are read back as they were. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends an ID or value to @text, in quotation marks only where DOT needs them. */
void amicus_quote_id     (GString    *text,
                          const char *value,
                          gsize       length);
/* The same, always in quotation marks. */
void amicus_quote_string (GString    *text,
                          const char *value,
                          gsize       length);

G_END_DECLS
