/* SPDX-License-Identifier: GPL-3.0-or-later
 * Interned strings: equal strings have equal numbers. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmicusString:
 *
 * The number of a string in an [struct@AmicusStrings]; 0 is the empty string.
 */
typedef guint32 AmicusString;

/**
 * AmicusStrings:
 *
 * A pool that only grows. The address of a string stays the same as long as the pool lives.
 * Not thread-safe.
 */
typedef struct _AmicusStrings AmicusStrings;

AmicusStrings *amicus_strings_new       (void) G_GNUC_WARN_UNUSED_RESULT;
AmicusStrings *amicus_strings_new_sized (guint                n_strings) G_GNUC_WARN_UNUSED_RESULT;
void           amicus_strings_free      (AmicusStrings       *self);

void           amicus_strings_expect    (const AmicusStrings *self,
                                         const char          *bytes,
                                         gsize                length);
AmicusString   amicus_strings_intern    (AmicusStrings       *self,
                                         const char          *bytes,
                                         gsize                length);
gboolean       amicus_strings_lookup    (const AmicusStrings *self,
                                         const char          *bytes,
                                         gsize                length,
                                         AmicusString        *string);
const char    *amicus_strings_get       (const AmicusStrings *self,
                                         AmicusString         string);
gsize          amicus_strings_length    (const AmicusStrings *self,
                                         AmicusString         string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusStrings, amicus_strings_free)

G_END_DECLS
