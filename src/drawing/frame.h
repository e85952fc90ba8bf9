/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an export has around the picture: title, legend, sources. */

#pragma once

#include "drawing/draft.h"

G_BEGIN_DECLS

/* @scene, which was made from @draft, or the frame's area of it, with the frame and a margin of 40 points. */
AmicusScene *amicus_frame_scene (AmicusScene       *scene,
                                 AmicusDraft       *draft,
                                 const AmicusFrame *frame,
                                 AmicusMeasurer    *measurer,
                                 AmicusScheme       scheme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
