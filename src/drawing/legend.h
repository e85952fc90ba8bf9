/* SPDX-License-Identifier: GPL-3.0-or-later
 * The key to a picture: what is drawn in it and nothing else. */

#pragma once

#include "drawing/draft.h"

G_BEGIN_DECLS

/* Adds the legend of what @scene, made from @draft, shows as one item with its top left corner at a point and returns its extent;
 * nothing and an empty extent if there is nothing to explain. */
AmicusRect amicus_legend_add (const AmicusDraft   *draft,
                              AmicusScene         *scene,
                              AmicusMeasurer      *measurer,
                              const AmicusPalette *palette,
                              AmicusPoint          corner,
                              AmicusSceneBuilder  *builder);

G_END_DECLS
