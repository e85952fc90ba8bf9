/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changes of a file's bytes, that can be done and undone. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmicusChange:
 * @offset: place in the text before the patch, in bytes
 * @removed: how many bytes there give way
 * @inserted: to these; may be empty
 */
typedef struct
{
  gsize offset;
  gsize removed;
  GBytes *inserted;
} AmicusChange;

/**
 * AmicusPatch:
 *
 * Changes that are made together, in the order of their places; no two touch the same bytes. Does
 * not change once it is given away; any thread may keep it.
 */
typedef struct _AmicusPatch AmicusPatch;

AmicusPatch        *amicus_patch_new         (void) G_GNUC_WARN_UNUSED_RESULT;
AmicusPatch        *amicus_patch_ref         (AmicusPatch       *self);
void                amicus_patch_unref       (AmicusPatch       *self);

void                amicus_patch_add         (AmicusPatch       *self,
                                              gsize              offset,
                                              gsize              removed,
                                              const char        *inserted,
                                              gsize              length);

const AmicusChange *amicus_patch_get_changes (const AmicusPatch *self,
                                              guint             *n_changes);
gboolean            amicus_patch_is_empty    (const AmicusPatch *self);
/* Whether it can be applied to a text of so many bytes. */
gboolean            amicus_patch_fits        (const AmicusPatch *self,
                                              gsize              size);

GBytes             *amicus_patch_apply       (const AmicusPatch *self,
                                              GBytes            *text) G_GNUC_WARN_UNUSED_RESULT;
/* The patch that makes @text again of what this one makes of it. */
AmicusPatch        *amicus_patch_invert      (const AmicusPatch *self,
                                              GBytes            *text) G_GNUC_WARN_UNUSED_RESULT;
/* One change between two texts that begin and end alike. */
AmicusPatch        *amicus_patch_between     (GBytes            *text,
                                              GBytes            *other) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusPatch, amicus_patch_unref)

G_END_DECLS
