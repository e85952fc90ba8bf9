/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which of its plural forms a language takes for a number. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @header: the header of a catalogue, with its line `Plural-Forms: nplurals=2; plural=n > 1;` */
guint amicus_plural_form (const char *header,
                          guint       n);

G_END_DECLS
