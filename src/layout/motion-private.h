/* SPDX-License-Identifier: GPL-3.0-or-later
 * Turning, mirroring and shifting one drawing onto another. */

#pragma once

#include "base/geometry.h"

/**
 * AmicusMotionFreedom:
 * @AMICUS_MOTION_SHIFT: only shifted
 * @AMICUS_MOTION_MIRROR_X: left and right may be exchanged
 * @AMICUS_MOTION_MIRROR_Y: above and below may be exchanged
 * @AMICUS_MOTION_TURN: turned by any angle and mirrored
 */
typedef enum
{
  AMICUS_MOTION_SHIFT,
  AMICUS_MOTION_MIRROR_X,
  AMICUS_MOTION_MIRROR_Y,
  AMICUS_MOTION_TURN,
} AmicusMotionFreedom;

/**
 * AmicusMotion:
 *
 * A point goes to (xx x + xy y + shift.x, yx x + yy y + shift.y).
 */
typedef struct
{
  double xx;
  double xy;
  double yx;
  double yy;
  AmicusPoint shift;
} AmicusMotion;

AmicusPoint  amicus_points_mean  (const AmicusPoint   *points,
                                  guint                n);
AmicusMotion amicus_motion_fit   (const AmicusPoint   *from,
                                  const AmicusPoint   *to,
                                  guint                n,
                                  AmicusMotionFreedom  freedom);
AmicusPoint  amicus_motion_apply (const AmicusMotion  *self,
                                  AmicusPoint          point);
