/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/level-private.h"

#include "layout/embedding-private.h"
#include "layout/overlap-private.h"
#include "layout/packing-private.h"
#include "layout/start-private.h"

/* Boxes of one component together: begins[c] to begins[c + 1] in @order. */
typedef struct
{
  guint n;
  guint32 *of_box;
  guint32 *begins;
  guint32 *order;
} Components;

/**
 * amicus_level_gap:
 * @level: a level
 *
 * Returns: the least distance between its boxes, in points; in a small one relations go through
 *   between them
 */
double
amicus_level_gap (const AmicusLevel *level)
{
  return level->n <= AMICUS_FULL_SIZE ? AMICUS_WIDE_GAP : AMICUS_BOX_GAP;
}

/**
 * amicus_level_components:
 * @level: a level
 * @components: (out) (transfer full): for each box the number of its component
 *
 * Returns: the number of components
 */
guint
amicus_level_components (AmicusLevel *level,
                         guint32    **components)
{
  g_autoptr (AmicusNetwork) network = NULL;

  *components = g_new (guint32, MAX (1, level->n));
  network = amicus_network_new (level->n, (const AmicusLink *) (gpointer) level->links->data,
                                level->links->len);
  return amicus_network_components (network, *components);
}

static void
components_init (Components  *self,
                 AmicusLevel *level)
{
  g_autofree guint32 *ends = NULL;

  self->n = amicus_level_components (level, &self->of_box);
  self->begins = g_new0 (guint32, self->n + 1);
  self->order = g_new (guint32, MAX (1, level->n));

  for (guint i = 0; i < level->n; i++)
    self->begins[self->of_box[i] + 1]++;
  for (guint c = 0; c < self->n; c++)
    self->begins[c + 1] += self->begins[c];

  ends = g_memdup2 (self->begins, sizeof (guint32) * (self->n + 1));
  for (guint i = 0; i < level->n; i++)
    self->order[ends[self->of_box[i]]++] = i;
}

static void
components_clear (Components *self)
{
  g_free (self->of_box);
  g_free (self->begins);
  g_free (self->order);
}

/* Links of each component, renumbered, in one array as the boxes are; @begins as for these. */
static AmicusLink *
sort_links (const AmicusLevel *level,
            const Components  *components,
            guint32          **begins)
{
  AmicusLink *sorted = g_new (AmicusLink, MAX (1, level->links->len));
  g_autofree guint32 *ends = NULL;
  g_autofree guint32 *local = g_new (guint32, level->n);

  for (guint k = 0; k < level->n; k++)
    local[components->order[k]] = k - components->begins[components->of_box[components->order[k]]];

  *begins = g_new0 (guint32, components->n + 1);
  for (guint i = 0; i < level->links->len; i++)
    (*begins)[components->of_box[g_array_index (level->links, AmicusLink, i).tail] + 1]++;
  for (guint c = 0; c < components->n; c++)
    (*begins)[c + 1] += (*begins)[c];

  ends = g_memdup2 (*begins, sizeof (guint32) * (components->n + 1));
  for (guint i = 0; i < level->links->len; i++)
    {
      const AmicusLink *link = &g_array_index (level->links, AmicusLink, i);

      sorted[ends[components->of_box[link->tail]]++] =
        (AmicusLink) { local[link->tail], local[link->head], link->length };
    }

  return sorted;
}

/* Which components keep their place: those with something fixed, or when the picture is kept with
 * something old. */
static gboolean *
components_that_stay (const AmicusLevel *level,
                      const Components  *components,
                      gboolean           kept)
{
  gboolean *stays = g_new0 (gboolean, components->n);

  for (guint i = 0; i < level->n; i++)
    stays[components->of_box[i]] |= level->boxes[i].fixed
                                    || (kept && !amicus_box_is_new (&level->boxes[i]));

  return stays;
}

static AmicusRect *
component_rects (const AmicusLevel *level,
                 const Components  *components)
{
  AmicusRect *rects = g_new (AmicusRect, components->n);

  for (guint c = 0; c < components->n; c++)
    rects[c] = (AmicusRect) { 0.0, 0.0, -1.0, -1.0 };

  for (guint i = 0; i < level->n; i++)
    {
      AmicusRect rect = amicus_box_rect (&level->boxes[i]);

      amicus_rect_add (&rects[components->of_box[i]], &rect);
    }

  return rects;
}

static void
shift_components (AmicusLevel       *level,
                  const Components  *components,
                  const AmicusPoint *shifts)
{
  for (guint i = 0; i < level->n; i++)
    {
      level->boxes[i].centre.x += shifts[components->of_box[i]].x;
      level->boxes[i].centre.y += shifts[components->of_box[i]].y;
    }
}

static void
pack_components (AmicusLevel    *level,
                 Components     *components,
                 const gboolean *stays,
                 double          aspect)
{
  g_autofree AmicusRect *rects = component_rects (level, components);
  g_autofree AmicusRect *free_rects = g_new (AmicusRect, components->n);
  g_autofree AmicusPoint *shifts = g_new0 (AmicusPoint, components->n);
  AmicusRect kept = { 0.0, 0.0, -1.0, -1.0 };
  gboolean all_single = components->n == level->n;
  guint n_free = 0;
  double below;

  for (guint c = 0; c < components->n; c++)
    if (stays[c])
      amicus_rect_add (&kept, &rects[c]);
    else
      free_rects[n_free++] = rects[c];

  amicus_packing_arrange (free_rects, n_free,
                          all_single ? amicus_level_gap (level) : AMICUS_COMPONENT_GAP, aspect);

  /* Below what stays. */
  below = amicus_rect_is_empty (&kept) ? 0.0 : kept.y + kept.height + AMICUS_COMPONENT_GAP;
  n_free = 0;
  for (guint c = 0; c < components->n; c++)
    if (!stays[c])
      {
        const AmicusRect *packed = &free_rects[n_free++];

        shifts[c].x = packed->x - rects[c].x + fmax (kept.x, -AMICUS_COORDINATE_LIMIT);
        shifts[c].y = packed->y - rects[c].y + below;
      }

  shift_components (level, components, shifts);
}

/* What is laid out by itself. */
typedef struct
{
  guint n;
  const AmicusLink *links;
  guint n_links;
  AmicusLevelPurpose purpose;
  double gap;
  double aspect;
} Part;

/* Returns how large a picture of the wished shape must be for it. */
static double
lay_out (const Part          *part,
         AmicusBox           *boxes,
         AmicusEmbeddingStyle style,
         guint64             *random,
         GCancellable        *cancellable)
{
  AmicusRect bounds = { 0.0, 0.0, -1.0, -1.0 };

  amicus_embedding_find (boxes, part->n, part->links, part->n_links, style, random, cancellable);
  if (style != AMICUS_EMBEDDING_KEPT)
    amicus_level_tighten (boxes, part->n, AMICUS_SPACIOUSNESS);
  if (part->purpose != AMICUS_LEVEL_REFINED)
    amicus_overlap_remove (boxes, part->n, part->gap, cancellable);

  for (guint i = 0; i < part->n; i++)
    {
      AmicusRect rect = amicus_box_rect (&boxes[i]);

      amicus_rect_add (&bounds, &rect);
    }

  return amicus_packing_cost (bounds.width, bounds.height, part->aspect);
}

/* A small part is laid out both level and upright: a chain of wide cards needs less room upright.
 * */
static void
lay_out_best (const Part   *part,
              AmicusBox    *boxes,
              guint64      *random,
              GCancellable *cancellable)
{
  g_autofree AmicusBox *upright = g_memdup2 (boxes, sizeof (AmicusBox) * part->n);
  double cost_level = lay_out (part, boxes, AMICUS_EMBEDDING_LEVEL, random, cancellable);
  double cost_upright = lay_out (part, upright, AMICUS_EMBEDDING_UPRIGHT, random, cancellable);

  if (cost_upright < cost_level)
    memcpy (boxes, upright, sizeof (AmicusBox) * part->n);
}

static gboolean
is_any_old (const AmicusBox *boxes,
            guint            n)
{
  for (guint i = 0; i < n; i++)
    if (!amicus_box_is_new (&boxes[i]))
      return TRUE;

  return FALSE;
}

static void
lay_out_component (AmicusLevel   *level,
                   const guint32 *members,
                   const Part    *part,
                   guint64       *random,
                   GCancellable  *cancellable)
{
  g_autofree AmicusBox *boxes = g_new (AmicusBox, part->n);

  for (guint i = 0; i < part->n; i++)
    boxes[i] = level->boxes[members[i]];

  if (part->purpose == AMICUS_LEVEL_KEPT && is_any_old (boxes, part->n))
    lay_out (part, boxes, AMICUS_EMBEDDING_KEPT, random, cancellable);
  else if (level->n > AMICUS_FULL_SIZE)
    lay_out (part, boxes, AMICUS_EMBEDDING_CHARGED, random, cancellable);
  else
    lay_out_best (part, boxes, random, cancellable);

  for (guint i = 0; i < part->n; i++)
    level->boxes[members[i]] = boxes[i];
}

/**
 * amicus_level_tighten:
 * @boxes: (inout): boxes
 * @n: their number
 * @spaciousness: how many times as large as all boxes together their bounds may be
 *
 * Draws the boxes together where they are scattered too widely. Fixed ones stay.
 */
void
amicus_level_tighten (AmicusBox *boxes,
                      guint      n,
                      double     spaciousness)
{
  AmicusRect bounds = { 0.0, 0.0, -1.0, -1.0 };
  AmicusPoint mean = { 0.0, 0.0 };
  double area = 0.0, scale;

  for (guint i = 0; i < n; i++)
    {
      AmicusRect rect = amicus_box_rect (&boxes[i]);

      rect = amicus_rect_grown (&rect, AMICUS_BOX_GAP / 2.0);
      area += rect.width * rect.height;
      amicus_rect_add (&bounds, &rect);
      mean.x += boxes[i].centre.x / n;
      mean.y += boxes[i].centre.y / n;
    }

  scale = sqrt (spaciousness * area / fmax (bounds.width * bounds.height, 1.0));
  for (guint i = 0; i < n && scale < 1.0; i++)
    if (!boxes[i].fixed)
      boxes[i].centre = (AmicusPoint) { mean.x + scale * (boxes[i].centre.x - mean.x),
                                        mean.y + scale * (boxes[i].centre.y - mean.y) };
}

/**
 * amicus_level_layout:
 * @level: a level; the sizes of its boxes are known
 * @aspect: wished width over height
 * @purpose: what becomes of the boxes
 * @random: state of the random numbers
 * @cancellable: (nullable): stops early
 *
 * Lays out each component by itself with the built-in engine and packs them.
 */
void
amicus_level_layout (AmicusLevel       *level,
                     double             aspect,
                     AmicusLevelPurpose purpose,
                     guint64           *random,
                     GCancellable      *cancellable)
{
  Components components;
  g_autofree gboolean *stays = NULL;
  g_autofree AmicusLink *links = NULL;
  g_autofree guint32 *link_begins = NULL;

  if (level->n == 0)
    return;

  components_init (&components, level);
  stays = components_that_stay (level, &components, purpose == AMICUS_LEVEL_KEPT);
  links = sort_links (level, &components, &link_begins);

  for (guint c = 0; c < components.n && !g_cancellable_is_cancelled (cancellable); c++)
    {
      Part part = { components.begins[c + 1] - components.begins[c], links + link_begins[c],
                    link_begins[c + 1] - link_begins[c], purpose, amicus_level_gap (level),
                    aspect };

      if (part.n > 1)
        lay_out_component (level, components.order + components.begins[c], &part, random, cancellable);
      else if (!stays[c])
        level->boxes[components.order[components.begins[c]]].centre = (AmicusPoint) { 0.0, 0.0 };
    }

  if (components.n > 1)
    pack_components (level, &components, stays, aspect);
  components_clear (&components);
  /* Only what stays, and does not take part in the packing, can be in the way. */
  if (purpose != AMICUS_LEVEL_REFINED)
    amicus_overlap_remove (level->boxes, level->n, amicus_level_gap (level), cancellable);
}

/**
 * amicus_level_pack:
 * @level: a level whose boxes have their place
 * @aspect: wished width over height
 *
 * Sets the components side by side; one that holds something fixed stays, and the others stand
 * below.
 */
void
amicus_level_pack (AmicusLevel *level,
                   double       aspect)
{
  Components components;
  g_autofree gboolean *stays = NULL;

  components_init (&components, level);
  stays = components_that_stay (level, &components, FALSE);
  if (components.n > 1)
    pack_components (level, &components, stays, aspect);
  components_clear (&components);
}
