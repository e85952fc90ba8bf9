/* SPDX-License-Identifier: GPL-3.0-or-later
 * How far out a mark can still be seen. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/painter.h"

/* Pixels per point below which things go, from the finest to the coarsest: text of 10.5 points
 * is under 5 pixels at the first. */
#define SCALE_FINE 0.58
#define SCALE_LABEL 0.56
#define SCALE_NAME_PLAIN 0.38
#define SCALE_NAME_CENTRAL 0.22

/**
 * amicus_detail_is_visible:
 * @detail: of a mark
 * @weight: of its item
 * @scale: pixels per point; 0 shows everything
 *
 * Returns: whether the mark is drawn
 */
gboolean
amicus_detail_is_visible (AmicusDetail detail,
                          double       weight,
                          double       scale)
{
  if (scale <= 0)
    return TRUE;

  switch (detail)
    {
    case AMICUS_DETAIL_FINE:
      return scale >= SCALE_FINE;
    case AMICUS_DETAIL_LABEL:
      return scale >= SCALE_LABEL;
    case AMICUS_DETAIL_NAME:
      return scale >= SCALE_NAME_PLAIN + weight * (SCALE_NAME_CENTRAL - SCALE_NAME_PLAIN);
    case AMICUS_DETAIL_ALWAYS:
    default:
      return TRUE;
    }
}
