/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/graphviz-place.h"

#include <math.h>
#include <string.h>

#define POINTS_PER_INCH 72.0

/* In inches unless the graph has an inputscale. */
double
amicus_pin_get_scale (AmicusGraph *graph)
{
  const char *value = amicus_graph_get_attribute (graph, AMICUS_WHOLE_GRAPH, "inputscale");
  double scale = value != NULL ? g_ascii_strtod (value, NULL) : 0;

  return isfinite (scale) && scale > 0 ? POINTS_PER_INCH / scale : POINTS_PER_INCH;
}

/* pos="x,y!": y up. */
gboolean
amicus_pin_read (AmicusGraph *graph,
                 guint32      entity,
                 double       scale,
                 AmicusPoint *pin)
{
  const char *pos = amicus_graph_get_attribute (graph, AMICUS_ENTITY (entity), "pos");
  char *end;

  if (pos == NULL || strchr (pos, '!') == NULL)
    return FALSE;
  pin->x = g_ascii_strtod (pos, &end) * scale;
  if (end == pos || *end != ',')
    return FALSE;
  pos = end + 1;
  pin->y = -g_ascii_strtod (pos, &end) * scale;
  return end != pos && fabs (pin->x) <= AMICUS_COORDINATE_LIMIT &&
         fabs (pin->y) <= AMICUS_COORDINATE_LIMIT;
}

AmicusRankDirection
amicus_rank_direction_read (AmicusGraph         *graph,
                            AmicusRankDirection  asked)
{
  static const char * const words[] = {
    [AMICUS_RANK_TOP_TO_BOTTOM] = "TB",
    [AMICUS_RANK_LEFT_TO_RIGHT] = "LR",
    [AMICUS_RANK_BOTTOM_TO_TOP] = "BT",
    [AMICUS_RANK_RIGHT_TO_LEFT] = "RL",
  };
  const char *word = amicus_graph_get_attribute (graph, AMICUS_WHOLE_GRAPH, "rankdir");

  if (asked != AMICUS_RANK_TOP_TO_BOTTOM || word == NULL)
    return asked;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0)
      return (AmicusRankDirection) i;
  return asked;
}
