/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawn.h"

#include <math.h>
#include <string.h>

AmicusGraph *
drawn_graph (const char *dot)
{
  g_autoptr (GBytes) bytes = g_bytes_new (dot, strlen (dot));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);

  return amicus_graph_new (syntax, 0);
}

/* Fonts are looked for once for all tests of a program. */
AmicusMeasurer *
drawn_measurer (void)
{
  static AmicusMeasurer *measurer = NULL;

  if (measurer == NULL)
    measurer = amicus_measurer_new ("en");
  return measurer;
}

AmicusDraft *
drawn_draft (const char *dot,
             const char *language)
{
  g_autoptr (AmicusGraph) graph = drawn_graph (dot);
  AmicusPictureOptions options = { .language = language };
  g_autoptr (AmicusDraftReader) reader = amicus_draft_reader_new (graph, &options);
  AmicusDraft *draft;

  while (!amicus_draft_reader_run (reader, 0))
    ;
  draft = amicus_draft_reader_finish (reader);
  amicus_draft_measure (draft, drawn_measurer ());
  return draft;
}

AmicusPlacement *
drawn_placement (const AmicusDraft *draft)
{
  g_autoptr (AmicusLayoutRequest) request = amicus_draft_request (draft);
  g_autofree AmicusPoint *places = g_new0 (AmicusPoint, MAX (request->n_nodes, 1));
  guint side = (guint) ceil (sqrt (request->n_nodes));

  for (guint i = 0; i < request->n_nodes; i++)
    places[i] = (AmicusPoint) { i % side * 320.0, i / side * 140.0 };
  return amicus_layout_route (request, places, AMICUS_ENGINE_BUILTIN);
}

AmicusScene *
drawn_scene (const char  *dot,
             AmicusScheme scheme)
{
  g_autoptr (AmicusDraft) draft = drawn_draft (dot, "en");
  g_autoptr (AmicusPlacement) placement = drawn_placement (draft);

  return amicus_draft_scene (draft, placement, scheme);
}

const AmicusItem *
drawn_item (AmicusScene  *scene,
            AmicusRole    role,
            AmicusElement element)
{
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].role == role && amicus_element_equal (items[i].element, element))
      return &items[i];
  g_assert_not_reached ();
}

static gboolean
item_says (AmicusScene      *scene,
           const AmicusItem *item,
           const char       *text)
{
  const AmicusMark *marks = amicus_scene_get_marks (scene);
  const AmicusText *texts = amicus_scene_get_texts (scene);
  const guint32 strings[] = { item->title, item->description, item->link, item->classes, item->ids[0], item->ids[1] };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    if (strstr (amicus_scene_get_string (scene, strings[i]), text) != NULL)
      return TRUE;
  for (guint i = item->first_mark; i < item->first_mark + item->n_marks; i++)
    if (marks[i].type == AMICUS_MARK_TEXT &&
        strstr (amicus_scene_get_string (scene, texts[marks[i].first].string), text) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
says (AmicusScene *scene,
      const char  *text,
      gboolean     frame_only)
{
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if ((!frame_only || items[i].role == AMICUS_ROLE_FRAME) && item_says (scene, &items[i], text))
      return TRUE;
  return FALSE;
}

gboolean
drawn_says (AmicusScene *scene,
            const char  *text)
{
  return says (scene, text, FALSE);
}

gboolean
drawn_frame_says (AmicusScene *scene,
                  const char  *text)
{
  return says (scene, text, TRUE);
}
