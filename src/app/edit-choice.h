/* SPDX-License-Identifier: GPL-3.0-or-later
 * One thing to choose, for list models. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AmicusChoice:
 *
 * Property `words`: by which it is found.
 */
#define AMICUS_TYPE_CHOICE (amicus_choice_get_type ())
G_DECLARE_FINAL_TYPE (AmicusChoice, amicus_choice, AMICUS, CHOICE, GObject)

AmicusChoice *amicus_choice_new       (const char   *id,
                                       const char   *words,
                                       const char   *quiet) G_GNUC_WARN_UNUSED_RESULT;
const char   *amicus_choice_get_id    (AmicusChoice *self);
const char   *amicus_choice_get_words (AmicusChoice *self);
/* May be NULL. */
const char   *amicus_choice_get_quiet (AmicusChoice *self);

G_END_DECLS
