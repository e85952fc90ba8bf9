/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a draft and places to a scene. Any thread. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/draft.h"

#include <string.h>

#include "drawing/path.h"

typedef struct
{
  AmicusDraft *draft;
  const AmicusPlacement *placement;
  const AmicusPalette *palette;
  AmicusSceneBuilder *builder;
} Maker;

static AmicusHullStyle
hull_style (const Maker            *maker,
            const AmicusDraftGroup *group)
{
  AmicusHullStyle style = amicus_hull_style (group->kind, maker->palette);

  if (group->has_fill)
    {
      style.fill = group->fill;
      if (amicus_color_contrast (style.title, group->fill) < 3)
        style.title = maker->palette->text;
      if (amicus_color_contrast (style.title, group->fill) < 3)
        style.title = maker->palette->background;
    }
  if (group->has_outline)
    style.outline = group->outline;
  return style;
}

/* The title of a hull is an item of its own where an entity stands for the group: it can be
 * chosen like a card. */
static void
add_represented (const Maker            *maker,
                 const AmicusDraftGroup *group,
                 const AmicusRect       *rect)
{
  const AmicusDraftEntity *entity = amicus_draft_entity (maker->draft, group->entity);
  AmicusHullStyle style = hull_style (maker, group);
  AmicusItemInfo info = {
    .element = AMICUS_ENTITY (entity->id),
    .role = AMICUS_ROLE_CARD,
    .weight = amicus_draft_weight (maker->draft, entity),
    .title = entity->name,
    .description = entity->description,
    .link = entity->link,
    .classes = entity->classes,
    .ids = { entity->dot_id },
  };

  amicus_scene_builder_begin_item (maker->builder, &info);
  amicus_hull_draw_title (&group->title, &style, rect, maker->builder);
  amicus_scene_builder_end_item (maker->builder);
}

static void
add_group (const Maker *maker,
           guint        i)
{
  const AmicusDraftGroup *group = amicus_draft_group (maker->draft, i);
  const AmicusRect *rect = &maker->placement->groups[i];
  AmicusHullStyle style = hull_style (maker, group);
  AmicusItemInfo info = {
    .element = AMICUS_GROUP (group->id),
    .role = AMICUS_ROLE_HULL,
    .title = group->name,
    .description = group->description,
    .link = group->link,
    .classes = "group",
    .ids = { group->dot_id },
  };

  if (!(rect->width > 0 && rect->height > 0))
    return;
  amicus_scene_builder_begin_item (maker->builder, &info);
  amicus_hull_draw (&style, rect, maker->builder);
  if (group->entity == AMICUS_NO_INDEX)
    amicus_hull_draw_title (&group->title, &style, rect, maker->builder);
  amicus_scene_builder_end_item (maker->builder);
  if (group->entity != AMICUS_NO_INDEX)
    add_represented (maker, group, rect);
}

static void
add_entity (const Maker *maker,
            guint        i)
{
  const AmicusDraftEntity *entity = amicus_draft_entity (maker->draft, i);
  AmicusItemInfo info = {
    .element = AMICUS_ENTITY (entity->id),
    .role = AMICUS_ROLE_CARD,
    .weight = amicus_draft_weight (maker->draft, entity),
    .title = entity->name,
    .description = entity->description,
    .link = entity->link,
    .classes = entity->classes,
    .ids = { entity->dot_id },
  };
  AmicusCardStyle style = entity->has_look
                            ? amicus_node_look_style (&entity->look, maker->palette)
                            : amicus_card_style (entity->kind, maker->palette);

  if (entity->node == AMICUS_NO_INDEX || (entity->has_look && entity->look.hidden))
    return;
  amicus_scene_builder_begin_item (maker->builder, &info);
  amicus_card_draw (&entity->card, &style, maker->placement->nodes[entity->node], maker->builder);
  amicus_scene_builder_end_item (maker->builder);
}

/* What lies behind a point: the background, or the hulls over it. */
static AmicusColor
color_behind (const Maker *maker,
              AmicusPoint  point)
{
  AmicusColor color = maker->palette->background;

  for (guint i = 0; i < maker->draft->groups->len; i++)
    if (amicus_rect_holds (&maker->placement->groups[i], point))
      {
        AmicusHullStyle style = hull_style (maker, amicus_draft_group (maker->draft, i));

        color = amicus_color_blend (style.fill, color);
      }
  return color;
}

static void
add_label (const Maker               *maker,
           const AmicusDraftRelation *relation,
           const AmicusItemInfo      *relation_info,
           AmicusColor                color,
           AmicusPoint                centre)
{
  AmicusItemInfo info = *relation_info;
  AmicusColor pill;

  if (relation->label.lines == NULL)
    return;
  info.role = AMICUS_ROLE_LABEL;
  info.classes = "label";
  amicus_scene_builder_begin_item (maker->builder, &info);
  pill = amicus_color_with_alpha (color_behind (maker, centre), maker->palette->pill_alpha);
  amicus_label_draw (&relation->label, color, pill, centre, maker->builder);
  amicus_scene_builder_end_item (maker->builder);
}

static AmicusRelationStyle
relation_style (const Maker               *maker,
                const AmicusDraftRelation *relation)
{
  AmicusRelationStyle style;

  if (relation->has_look)
    return amicus_edge_look_style (&relation->look, maker->palette);

  style = amicus_relation_style (relation->kind, relation->status, maker->palette);
  if (!maker->draft->directed)
    {
      style.head.shape = AMICUS_HEAD_NONE;
      style.tail.shape = AMICUS_HEAD_NONE;
    }
  return style;
}

static void
add_relation (const Maker *maker,
              guint        i)
{
  const AmicusDraftRelation *relation = amicus_draft_relation (maker->draft, i);
  const AmicusEdgePath *path = &maker->placement->edges[i];
  const AmicusDraftEntity *tail = amicus_draft_entity (maker->draft, relation->tail);
  const AmicusDraftEntity *head = amicus_draft_entity (maker->draft, relation->head);
  AmicusRelationStyle style = relation_style (maker, relation);
  AmicusItemInfo info = {
    .element = AMICUS_RELATION (relation->id),
    .role = AMICUS_ROLE_RELATION,
    .title = relation->title,
    .description = relation->description,
    .link = relation->link,
    .classes = relation->classes,
    .ids = { tail->dot_id, head->dot_id },
  };

  if (path->n_points < 4 || (relation->has_look && relation->look.hidden))
    return;
  amicus_scene_builder_begin_item (maker->builder, &info);
  amicus_relation_draw (&style, maker->placement->points + path->first_point, path->n_points,
                        maker->palette->background, maker->builder);
  amicus_scene_builder_end_item (maker->builder);
  add_label (maker, relation, &info, style.label, path->label);
}

/* The language of the words: the one asked for, else the locale's, as documents name it ("fr",
 * "pt-BR"). */
static char *
language_tag (const AmicusDraft *draft)
{
  const char *language = draft->language != NULL ? draft->language : g_get_language_names ()[0];
  char *tag;

  tag = g_strndup (language, strcspn (language, ".@"));
  if (strcmp (tag, "C") == 0 || strcmp (tag, "POSIX") == 0)
    {
      g_free (tag);
      return g_strdup ("en");
    }
  return g_strdelimit (tag, "_", '-');
}

/**
 * amicus_draft_scene:
 * @self: a measured draft
 * @placement: the answer to its request
 * @scheme: colours
 *
 * Returns: (transfer full): the picture
 */
AmicusScene *
amicus_draft_scene (AmicusDraft           *self,
                    const AmicusPlacement *placement,
                    AmicusScheme           scheme)
{
  Maker maker = { self, placement, amicus_palette_get (scheme), amicus_scene_builder_new () };
  g_autofree char *language = language_tag (self);
  AmicusSceneInfo info = {
    .edition = self->edition,
    .background = maker.palette->background,
    .title = self->title,
    .description = self->description,
    .language = language,
    .font_family = self->font_family,
  };

  for (guint i = 0; i < self->groups->len; i++)
    add_group (&maker, i);
  for (guint i = 0; i < self->relations->len; i++)
    add_relation (&maker, i);
  for (guint i = 0; i < self->entities->len; i++)
    add_entity (&maker, i);
  return amicus_scene_builder_finish (maker.builder, &info);
}
