/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a new document holds. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *amicus_template_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
