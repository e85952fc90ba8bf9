/* SPDX-License-Identifier: GPL-3.0-or-later
 * The look that a file without the vocabulary gives by Graphviz's own attributes. */

#pragma once

#include "drawing/style.h"

G_BEGIN_DECLS

/**
 * AmicusNodeLook:
 * @form: shape, with centred text
 * @hidden: style=invis
 * @has_color: whether the file gives @color
 * @has_fill: whether it is filled, with @fill
 * @has_text: whether the file gives @text
 * @color: of the outline
 * @fill: inside
 * @text: of the name
 * @width: of the outline, in points; 0 if not given
 * @dash: of the outline
 */
typedef struct
{
  AmicusForm form;
  gboolean hidden;
  gboolean has_color;
  gboolean has_fill;
  gboolean has_text;
  AmicusColor color;
  AmicusColor fill;
  AmicusColor text;
  double width;
  AmicusDash dash;
} AmicusNodeLook;

typedef struct
{
  gboolean hidden;
  gboolean has_color;
  gboolean has_text;
  AmicusColor color;
  AmicusColor text;
  double width;
  AmicusDash dash;
  AmicusHead head;
  AmicusHead tail;
} AmicusEdgeLook;

/* FALSE, and nothing read, if the file follows the vocabulary, or knows the kind and gives no
 * look. */
gboolean            amicus_node_look_read  (AmicusGraph          *graph,
                                            guint32               entity,
                                            AmicusNodeLook       *look);
gboolean            amicus_edge_look_read  (AmicusGraph          *graph,
                                            guint32               relation,
                                            AmicusEdgeLook       *look);

/* What a palette makes of it: colours that the file does not give, and text that can be read. */
AmicusCardStyle     amicus_node_look_style (const AmicusNodeLook *look,
                                            const AmicusPalette  *palette);
AmicusRelationStyle amicus_edge_look_style (const AmicusEdgeLook *look,
                                            const AmicusPalette  *palette);

/* The fields of a record's label, one on each line. */
char               *amicus_record_text     (const char           *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
