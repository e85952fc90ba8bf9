/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/overview.h"

#include <math.h>

#include "drawing/path.h"

/* Names are held against each other: more than these would not find room on a screen anyway. */
#define MOST_NAMES 400

/* In pixels of the screen. */
#define NAME_SIZE 10.0
#define TITLE_SIZE 9.0
#define PADDING_X 4.5
#define PADDING_Y 4.0
#define LEAST_GAP 2.0

/* Of a font's size. */
#define CAPITAL_HEIGHT 0.72

/* Groups come after the most central entities, before the others. */
#define WEIGHT_OF_GROUP 0.7

static double
importance (const AmicusItem *item)
{
  return item->role == AMICUS_ROLE_HULL ? WEIGHT_OF_GROUP : item->weight;
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b,
                    gpointer      items)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;
  double more = importance ((const AmicusItem *) items + first);
  double less = importance ((const AmicusItem *) items + second);

  if (more < less || more > less)
    return more > less ? -1 : 1;
  return first < second ? -1 : first > second;
}

/**
 * amicus_overview_find_lines:
 * @scene: a scene
 * @item: a card or hull
 * @n: (out): number of the lines of its name
 *
 * An emblem may be written as well, in another size and before the name.
 *
 * Returns: index of the mark of the first line
 */
guint32
amicus_overview_find_lines (AmicusScene      *scene,
                            const AmicusItem *item,
                            guint            *n)
{
  const AmicusMark *marks = amicus_scene_get_marks (scene);
  const AmicusText *texts = amicus_scene_get_texts (scene);
  guint32 first = 0;
  float size = 0;

  *n = 0;
  for (guint32 i = item->first_mark; i < item->first_mark + item->n_marks; i++)
    {
      if (marks[i].type != AMICUS_MARK_TEXT || marks[i].detail != AMICUS_DETAIL_NAME)
        continue;
      if (*n == 0 || texts[marks[i].first].size > size || texts[marks[i].first].size < size)
        {
          first = i;
          *n = 0;
        }
      size = texts[marks[i].first].size;
      (*n)++;
    }
  return first;
}

/**
 * amicus_overview_has_card:
 * @scene: a scene
 * @item: one of its items
 *
 * Returns: whether it is a card with an outline: places and groups have their names beside or in them
 */
gboolean
amicus_overview_has_card (AmicusScene      *scene,
                          const AmicusItem *item)
{
  const AmicusMark *mark = &amicus_scene_get_marks (scene)[item->first_mark];

  return item->role == AMICUS_ROLE_CARD && mark->type == AMICUS_MARK_PATH &&
         (mark->fill != 0 || mark->stroke != 0);
}

/* What the lines of a name cover, from the top of its capitals to the last baseline. */
static AmicusRect
lines_extent (AmicusScene      *scene,
              const AmicusMark *lines,
              guint             n)
{
  const AmicusText *texts = amicus_scene_get_texts (scene);
  const AmicusText *first = &texts[lines[0].first];
  const AmicusText *last = &texts[lines[n - 1].first];
  double left = first->x;
  double right = first->x;
  double top = first->y - CAPITAL_HEIGHT * first->size;

  for (guint i = 0; i < n; i++)
    {
      const AmicusText *text = &texts[lines[i].first];

      left = fmin (left, text->x);
      right = fmax (right, text->x + text->width);
    }
  return (AmicusRect) { left, top, right - left, last->y - top };
}

/* A small card in the middle of the one it stands for. */
static void
place_on_card (AmicusOverviewName *name,
               const AmicusRect   *card,
               const AmicusRect   *lines)
{
  double width = lines->width * name->enlarge + 2 * PADDING_X;
  double height = lines->height * name->enlarge + 2 * PADDING_Y;

  name->anchor = (AmicusPoint) { card->x + card->width / 2, card->y + card->height / 2 };
  name->origin = (AmicusPoint) { lines->x + lines->width / 2, lines->y + lines->height / 2 };
  name->box = (AmicusRect) { -width / 2, -height / 2, width, height };
  name->card = (AmicusRect) { -card->width / 2, -card->height / 2, card->width, card->height };
}

/* The title of a hull grows up and to the right. */
static void
place_on_hull (AmicusOverviewName *name,
               const AmicusRect   *lines)
{
  double height = lines->height * name->enlarge;

  name->anchor = (AmicusPoint) { lines->x, lines->y + lines->height };
  name->origin = name->anchor;
  name->box = (AmicusRect) { 0, -height, lines->width * name->enlarge, height };
  name->card = AMICUS_RECT_EMPTY;
}

static gboolean
place_name (AmicusScene        *scene,
            guint32             index,
            AmicusOverviewName *name)
{
  const AmicusItem *item = &amicus_scene_get_items (scene, NULL)[index];
  const AmicusMark *marks = amicus_scene_get_marks (scene);
  guint n;
  guint32 first = amicus_overview_find_lines (scene, item, &n);
  AmicusRect lines;
  double size;

  if (n == 0)
    return FALSE;

  lines = lines_extent (scene, &marks[first], n);
  size = amicus_scene_get_texts (scene)[marks[first].first].size;
  *name = (AmicusOverviewName) { .item = index, .boxed = amicus_overview_has_card (scene, item) };
  name->enlarge = (name->boxed ? NAME_SIZE : TITLE_SIZE) / size;
  if (name->boxed)
    place_on_card (name, &item->bounds, &lines);
  else
    place_on_hull (name, &lines);
  return TRUE;
}

/* The scale from which two stretches are clear of each other: @gap points lie between their
 * anchors, @needed pixels must. */
static double
clear_from (double gap,
            double needed)
{
  if (needed <= 0)
    return 0;
  return gap > 0 ? needed / gap : INFINITY;
}

static double
clear_along (double anchor,
             double start,
             double end,
             double other_anchor,
             double other_start,
             double other_end)
{
  if (anchor < other_anchor)
    return clear_from (other_anchor - anchor, end - other_start + LEAST_GAP);
  return clear_from (anchor - other_anchor, other_end - start + LEAST_GAP);
}

/* The scale from which two names do not touch. */
static double
clear_scale (const AmicusOverviewName *a,
             const AmicusOverviewName *b)
{
  double across = clear_along (a->anchor.x, a->box.x, a->box.x + a->box.width,
                               b->anchor.x, b->box.x, b->box.x + b->box.width);
  double down = clear_along (a->anchor.y, a->box.y, a->box.y + a->box.height,
                             b->anchor.y, b->box.y, b->box.y + b->box.height);

  return fmin (across, down);
}

/* From which scale on each name can stay: the next one gives way to all that are more important.
 * A name that is shown at a scale is shown at all larger ones, so that none flickers while the
 * scale changes (Been, Daiches, Yap: Dynamic Map Labeling, 2006). */
static void
find_scales (GArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      AmicusOverviewName *name = &g_array_index (names, AmicusOverviewName, i);

      for (guint j = 0; j < i; j++)
        {
          const AmicusOverviewName *other = &g_array_index (names, AmicusOverviewName, j);
          double scale = clear_scale (name, other);

          if (scale > other->least_scale)
            name->least_scale = fmax (name->least_scale, scale);
        }
    }
}

static GArray *
list_candidates (AmicusScene *scene)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);

  for (guint32 i = 0; i < n_items; i++)
    if (items[i].role == AMICUS_ROLE_HULL || items[i].role == AMICUS_ROLE_CARD)
      g_array_append_val (candidates, i);
  g_array_sort_with_data (candidates, compare_importance, (gpointer) items);
  return candidates;
}

/**
 * amicus_overview_new:
 * @scene: a scene
 *
 * Finds which names can be written at which scale without one covering another.
 *
 * Returns: (transfer full): [struct@OverviewName], the most important first
 */
GArray *
amicus_overview_new (AmicusScene *scene)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (AmicusOverviewName));
  g_autoptr (GArray) candidates = list_candidates (scene);

  for (guint i = 0; i < candidates->len && names->len < MOST_NAMES; i++)
    {
      AmicusOverviewName name;

      if (place_name (scene, g_array_index (candidates, guint32, i), &name))
        g_array_append_val (names, name);
    }
  find_scales (names);
  return names;
}

static gboolean
is_from_afar (double scale)
{
  return scale > 0 && scale < AMICUS_OVERVIEW_SCALE;
}

/**
 * amicus_overview_is_shown:
 * @name: a name
 * @scale: pixels per point; 0 is none of a screen
 *
 * Returns: whether it is written at that scale
 */
gboolean
amicus_overview_is_shown (const AmicusOverviewName *name,
                          double                    scale)
{
  return is_from_afar (scale) && scale >= name->least_scale;
}

/**
 * amicus_overview_get_area:
 * @name: a name
 * @scale: pixels per point
 *
 * Returns: what it covers, in points of the scene
 */
AmicusRect
amicus_overview_get_area (const AmicusOverviewName *name,
                          double                    scale)
{
  AmicusRect box = { name->box.x / scale, name->box.y / scale,
                     name->box.width / scale, name->box.height / scale };
  AmicusRect area = amicus_rect_union (&box, &name->card);

  area.x += name->anchor.x;
  area.y += name->anchor.y;
  return area;
}

static gboolean
is_written_at (const AmicusOverviewName *name,
               AmicusPoint               point,
               double                    scale)
{
  AmicusRect area;

  if (!amicus_overview_is_shown (name, scale))
    return FALSE;

  area = amicus_overview_get_area (name, scale);
  return amicus_rect_holds (&area, point);
}

/**
 * amicus_overview_pick:
 * @scene: a scene
 * @point: in points of the scene
 * @scale: pixels per point
 *
 * Returns: (transfer none) (nullable): the name that is written there
 */
const AmicusOverviewName *
amicus_overview_pick (AmicusScene *scene,
                      AmicusPoint  point,
                      double       scale)
{
  const GArray *names;

  if (!is_from_afar (scale))
    return NULL;

  names = amicus_scene_get_overview (scene);
  for (guint i = 0; i < names->len; i++)
    {
      const AmicusOverviewName *name = &g_array_index (names, AmicusOverviewName, i);

      if (is_written_at (name, point, scale))
        return name;
    }
  return NULL;
}

/**
 * amicus_overview_find:
 * @scene: a scene
 * @item: index of a card or hull
 * @scale: pixels per point
 *
 * Returns: (transfer none) (nullable): its name if it is written at that scale
 */
const AmicusOverviewName *
amicus_overview_find (AmicusScene *scene,
                      guint32      item,
                      double       scale)
{
  AmicusRole role = amicus_scene_get_items (scene, NULL)[item].role;
  const GArray *names;

  if (!is_from_afar (scale) || (role != AMICUS_ROLE_CARD && role != AMICUS_ROLE_HULL))
    return NULL;

  names = amicus_scene_get_overview (scene);
  for (guint i = 0; i < names->len; i++)
    {
      const AmicusOverviewName *name = &g_array_index (names, AmicusOverviewName, i);

      if (name->item == item)
        return amicus_overview_is_shown (name, scale) ? name : NULL;
    }
  return NULL;
}
