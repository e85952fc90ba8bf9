/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a scene is made of, for those who build, index and read it. */

#pragma once

#include "base/strings.h"
#include "drawing/rtree.h"
#include "drawing/scene.h"
#include "drawing/text-line.h"

G_BEGIN_DECLS

/*
 * items: AmicusItem, by role
 * lines: AmicusTextLine, by the texts' run
 * overview: AmicusOverviewName, made when first asked for
 * clip: what is seen of all but the frame; empty where all is
 * index_of: for each kind of element the item (guint32) that shows it, by id
 */
struct _AmicusScene
{
  gatomicrefcount ref_count;
  GArray *items;
  GArray *marks;
  GArray *texts;
  GByteArray *verbs;
  GArray *points;
  GPtrArray *lines;
  AmicusStrings *strings;
  AmicusRtree *tree;
  GArray *overview;
  GArray *index_of[AMICUS_ELEMENT_RELATION + 1];
  AmicusRect bounds;
  AmicusRect clip;
  guint edition;
  AmicusColor background;
  char *title;
  char *description;
  char *language;
  char *font_family;
};

AmicusScene *amicus_scene_data_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/* Leaves nothing of what @self shows but what comes into @area; before it is sealed. */
void         amicus_scene_data_crop (AmicusScene      *self,
                                     const AmicusRect *area);
/* Makes the indices and bounds; nothing may be changed after that. */
void         amicus_scene_data_seal (AmicusScene      *self,
                                     double            margin);

G_END_DECLS
