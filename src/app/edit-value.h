/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text for people as the value of an attribute, and back. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *amicus_text_to_value (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Valid UTF-8. What stands for a name, such as `\N`, stays as it is. */
char *amicus_value_to_text (const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
