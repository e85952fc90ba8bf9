/* SPDX-License-Identifier: GPL-3.0-or-later
 * Places the boxes of one level. */

#pragma once

#include "layout/nesting-private.h"

#include <gio/gio.h>

/* Least distance between two boxes, in points, and where relations must find their way between
 * them. */
#define AMICUS_BOX_GAP 16.0
#define AMICUS_WIDE_GAP 26.0
/* Between parts of the picture that have nothing to do with each other. */
#define AMICUS_COMPONENT_GAP 48.0
/* How many times as large as all boxes together a picture may be, and the inside of a group that
 * was gathered. */
#define AMICUS_SPACIOUSNESS 4.0
#define AMICUS_GROUP_SPACIOUSNESS 4.0
/* Wished width over height of the picture, and of a group whose members have nothing to do with
 * each other. */
#define AMICUS_PICTURE_ASPECT 1.6
#define AMICUS_GROUP_ASPECT 0.8

/**
 * AmicusLevelPurpose:
 * @AMICUS_LEVEL_FINAL: boxes are apart in the end
 * @AMICUS_LEVEL_KEPT: as that, and boxes that are not new should stay about where they are
 * @AMICUS_LEVEL_REFINED: boxes may overlap, for they will look for better places
 */
typedef enum
{
  AMICUS_LEVEL_FINAL,
  AMICUS_LEVEL_KEPT,
  AMICUS_LEVEL_REFINED,
} AmicusLevelPurpose;

double amicus_level_gap       (const AmicusLevel *level);
void  amicus_level_layout     (AmicusLevel        *level,
                               double              aspect,
                               AmicusLevelPurpose  purpose,
                               guint64            *random,
                               GCancellable       *cancellable);
void  amicus_level_pack       (AmicusLevel   *level,
                               double         aspect);
void  amicus_level_tighten    (AmicusBox     *boxes,
                               guint          n,
                               double         spaciousness);
void  amicus_level_line_up    (AmicusLevel   *level,
                               double         aspect);
guint amicus_level_components (AmicusLevel   *level,
                               guint32      **components);
