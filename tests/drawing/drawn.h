/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pictures of a few lines of DOT, laid out on a grid. */

#pragma once

#include "drawing/draft.h"

G_BEGIN_DECLS

AmicusGraph     *drawn_graph     (const char        *dot) G_GNUC_WARN_UNUSED_RESULT;
/* Read and measured. */
AmicusDraft     *drawn_draft     (const char        *dot,
                                  const char        *language) G_GNUC_WARN_UNUSED_RESULT;
AmicusPlacement *drawn_placement (const AmicusDraft *draft) G_GNUC_WARN_UNUSED_RESULT;
AmicusScene     *drawn_scene     (const char        *dot,
                                  AmicusScheme       scheme) G_GNUC_WARN_UNUSED_RESULT;
/* The first item of a role that shows an element; it must be there. */
const AmicusItem *
                 drawn_item      (AmicusScene       *scene,
                                  AmicusRole         role,
                                  AmicusElement      element);
/* Whether any string of the scene, or of its frame alone, holds @text. */
gboolean         drawn_says      (AmicusScene       *scene,
                                  const char        *text);
gboolean         drawn_frame_says (AmicusScene      *scene,
                                   const char       *text);
AmicusMeasurer  *drawn_measurer  (void);

G_END_DECLS
