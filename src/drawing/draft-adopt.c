/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was shaped for an earlier draft need not be shaped again. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/draft.h"

static AmicusTextLine *
share_line (AmicusTextLine *line)
{
  return line != NULL ? amicus_text_line_ref (line) : NULL;
}

static void
adopt_card (AmicusDraftEntity       *entity,
            const AmicusDraftEntity *old)
{
  if (entity->node == AMICUS_NO_INDEX || old->card.lines == NULL || entity->has_look ||
      old->has_look || entity->kind != old->kind || entity->number != old->number ||
      g_strcmp0 (entity->name, old->name) != 0 || g_strcmp0 (entity->second, old->second) != 0)
    return;

  entity->card = old->card;
  g_ptr_array_ref (entity->card.lines);
  share_line (entity->card.second);
  share_line (entity->card.number);
}

static void
adopt_label (AmicusDraftRelation       *relation,
             const AmicusDraftRelation *old)
{
  if (old->label.lines == NULL || relation->status != old->status ||
      g_strcmp0 (relation->text, old->text) != 0 ||
      g_strcmp0 (relation->numbers, old->numbers) != 0)
    return;

  relation->label = old->label;
  g_ptr_array_ref (relation->label.lines);
  share_line (relation->label.numbers);
}

void
amicus_draft_adopt (AmicusDraft          *self,
                    const AmicusDraft    *old,
                    const AmicusDraftMap *map)
{
  if (g_strcmp0 (self->language, old->language) != 0)
    return;

  for (guint i = 0; i < self->entities->len; i++)
    if (map->entities[i] != AMICUS_NO_INDEX)
      adopt_card (amicus_draft_entity (self, i), amicus_draft_entity (old, map->entities[i]));
  for (guint i = 0; i < self->relations->len; i++)
    if (map->edges[i] != AMICUS_NO_INDEX)
      adopt_label (amicus_draft_relation (self, i), amicus_draft_relation (old, map->edges[i]));
}
