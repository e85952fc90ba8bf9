/* SPDX-License-Identifier: GPL-3.0-or-later
 * Words in a language other than the locale's: an export chooses its own. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The translation of @message into @language ("fr", "fr_BE", "en"; NULL: gettext of the locale), or @message itself. The compiled
 * catalogues in AMICUS_LOCALE_DIR (the environment variable of that name goes first) are read once. Thread-safe; valid for ever.
 * Mark strings for it with N_() or C_(). */
const char         *amicus_translate           (const char *message,
                                                const char *language);
const char         *amicus_translate_plural    (const char *singular,
                                                const char *plural,
                                                guint       n,
                                                const char *language);

/* Language codes that have a catalogue, "en" first; NULL-terminated, valid for ever. */
const char * const *amicus_translate_languages (void);

G_END_DECLS
