/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writing a file whole: at any moment the old content or the new one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean amicus_save_bytes (const char  *path,
                            GBytes      *bytes,
                            GError     **error);

G_END_DECLS
