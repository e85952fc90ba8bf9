/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/sketch-private.h"

#include "layout/level-private.h"

/* What boxes should keep from each other, so that lines find their way. */
#define GAP 40.0
/* What is to be seen of a line before and behind its label, and of one without. */
#define LABEL_ROOM 20.0
#define LABEL_HEIGHT 16.0
#define BARE_LENGTH 40.0

/* What is bad, in points of line that one would give to be rid of it: two lines that cross, a line
 * that goes through a box, a point of line that the label lacks, two boxes that are too near, a
 * point that a box is from the middle. */
#define COST_OF_CROSSING 150.0
#define COST_OF_COVERED 150.0
#define COST_OF_SHORT 3.0
#define COST_OF_MEETING 10.0
#define COST_OF_FAR 1.0
/* The middle is a bit wider than high. */
#define MIDDLE_ASPECT 1.3

/* Where a line ends: a node, or a group, as a box of its own or inside another. */
typedef struct
{
  AmicusPoint point;
  double width;
  double height;
  guint32 box;
} End;

typedef struct _AmicusSketchLine
{
  End ends[2];
  double label_width;
} Line;

static End
end_of_edge (AmicusNesting     *nesting,
             const AmicusPoint *nodes,
             guint32            node,
             guint32            group)
{
  const AmicusLayoutRequest *request = nesting->request;
  const AmicusBox *box;
  End end = { .box = AMICUS_NO_INDEX };

  if (node != AMICUS_NO_INDEX)
    return (End) { nodes[node], request->nodes[node].width, request->nodes[node].height,
                   amicus_nesting_top (nesting, node) };

  end.box = amicus_nesting_top (nesting, request->n_nodes + group);
  if (end.box != AMICUS_NO_INDEX)
    {
      box = &nesting->levels[0].boxes[end.box];
      end = (End) { box->centre, box->width, box->height, end.box };
    }

  return end;
}

static void
add_lines (AmicusSketch      *self,
           AmicusNesting     *nesting,
           const AmicusPoint *nodes)
{
  const AmicusLayoutRequest *request = nesting->request;

  self->lines = g_new (Line, MAX (1, request->n_edges));
  for (guint e = 0; e < request->n_edges; e++)
    {
      const AmicusLayoutEdge *edge = &request->edges[e];
      Line line = { { end_of_edge (nesting, nodes, edge->tail, edge->tail_group),
                      end_of_edge (nesting, nodes, edge->head, edge->head_group) },
                    edge->label_width };

      if (line.ends[0].box != AMICUS_NO_INDEX && line.ends[1].box != AMICUS_NO_INDEX
          && line.ends[0].box != line.ends[1].box)
        self->lines[self->n_lines++] = line;
    }
}

/* In @order stands for each end the line times 2 and which of its ends it is. */
static void
sort_ends (AmicusSketch *self)
{
  guint n = self->level->n;
  g_autofree guint32 *next = NULL;

  self->begins = g_new0 (guint32, n + 1);
  self->order = g_new (guint32, MAX (1, 2 * self->n_lines));
  for (guint32 i = 0; i < 2 * self->n_lines; i++)
    self->begins[self->lines[i / 2].ends[i % 2].box + 1]++;
  for (guint i = 0; i < n; i++)
    self->begins[i + 1] += self->begins[i];

  next = g_memdup2 (self->begins, sizeof (guint32) * (n + 1));
  for (guint32 i = 0; i < 2 * self->n_lines; i++)
    self->order[next[self->lines[i / 2].ends[i % 2].box]++] = i;
}

/**
 * amicus_sketch_new:
 * @nesting: (transfer none): a nesting; its outermost level is what is sketched and moved
 * @nodes: centres of all nodes
 *
 * Returns: (transfer full): a sketch
 */
AmicusSketch *
amicus_sketch_new (AmicusNesting     *nesting,
                   const AmicusPoint *nodes)
{
  AmicusSketch *self = g_new0 (AmicusSketch, 1);

  self->level = &nesting->levels[0];
  add_lines (self, nesting, nodes);
  sort_ends (self);
  self->n_components = amicus_level_components (self->level, &self->components);
  self->middles = g_new (AmicusPoint, MAX (1, self->n_components));
  amicus_sketch_find_middles (self);

  return self;
}

/**
 * amicus_sketch_free:
 * @self: (transfer full): a sketch
 */
void
amicus_sketch_free (AmicusSketch *self)
{
  g_free (self->lines);
  g_free (self->begins);
  g_free (self->order);
  g_free (self->components);
  g_free (self->middles);
  g_free (self);
}

/**
 * amicus_sketch_find_middles:
 * @self: a sketch
 *
 * Finds the middle of each component anew, after boxes have moved.
 */
void
amicus_sketch_find_middles (AmicusSketch *self)
{
  g_autofree guint *sizes = g_new0 (guint, MAX (1, self->n_components));

  for (guint c = 0; c < self->n_components; c++)
    self->middles[c] = (AmicusPoint) { 0.0, 0.0 };
  for (guint i = 0; i < self->level->n; i++)
    sizes[self->components[i]]++;

  for (guint i = 0; i < self->level->n; i++)
    {
      guint32 c = self->components[i];

      self->middles[c].x += self->level->boxes[i].centre.x / sizes[c];
      self->middles[c].y += self->level->boxes[i].centre.y / sizes[c];
    }
}

/**
 * amicus_sketch_n_ends:
 * @self: a sketch
 * @box: a box
 *
 * Returns: how many lines end at the box
 */
guint
amicus_sketch_n_ends (const AmicusSketch *self,
                      guint               box)
{
  return self->begins[box + 1] - self->begins[box];
}

/**
 * amicus_sketch_other_end:
 * @self: a sketch
 * @box: a box
 * @nth: which of the lines that end at it
 * @reach: (out): how far the box is from there where the line has just room for its label, if it
 *   stands beside it, and if above
 *
 * Returns: where the centre of the box would be if the line had no length
 */
AmicusPoint
amicus_sketch_other_end (const AmicusSketch *self,
                         guint               box,
                         guint               nth,
                         AmicusPoint        *reach)
{
  guint32 i = self->order[self->begins[box] + nth];
  const Line *line = &self->lines[i / 2];
  const End *own = &line->ends[i % 2], *other = &line->ends[1 - i % 2];
  AmicusPoint centre = self->level->boxes[box].centre;

  *reach = (AmicusPoint) { (own->width + other->width) / 2.0 + line->label_width + 2.0 * LABEL_ROOM,
                           (own->height + other->height) / 2.0 + LABEL_HEIGHT + 2.0 * LABEL_ROOM };

  return (AmicusPoint) { other->point.x + centre.x - own->point.x,
                         other->point.y + centre.y - own->point.y };
}

/* From the middle of a box to its border. */
static double
way_out (const End *end,
         double     along_x,
         double     along_y)
{
  return fmin (end->width / along_x, end->height / along_y) / 2.0;
}

/* How much longer or shorter it is than to show its label between the two boxes. */
static double
cost_of_length (const Line *line)
{
  const End *tail = &line->ends[0], *head = &line->ends[1];
  double dx = fabs (tail->point.x - head->point.x), dy = fabs (tail->point.y - head->point.y);
  double length = fmax (sqrt (dx * dx + dy * dy), 1e-6);
  double x = fmax (dx / length, 1e-3), y = fmax (dy / length, 1e-3);
  double shown = line->label_width > 0.0
                   ? fmin (line->label_width / x, LABEL_HEIGHT / y) + 2.0 * LABEL_ROOM
                   : BARE_LENGTH;
  double too_long = length - way_out (tail, x, y) - way_out (head, x, y) - shown;

  return too_long > 0.0 ? too_long : -COST_OF_SHORT * too_long;
}

static inline double
turn (AmicusPoint a,
      AmicusPoint b,
      AmicusPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static inline gboolean
do_cross (const Line *one,
          const Line *other)
{
  AmicusPoint a = one->ends[0].point, b = one->ends[1].point;
  AmicusPoint c = other->ends[0].point, d = other->ends[1].point;

  return turn (a, b, c) * turn (a, b, d) < 0.0 && turn (c, d, a) * turn (c, d, b) < 0.0;
}

static double
cost_of_line (AmicusSketch *self,
              const Line   *line)
{
  double cost = 0.0;

  for (guint i = 0; i < self->level->n; i++)
    {
      AmicusRect rect = amicus_box_rect (&self->level->boxes[i]);

      if (i != line->ends[0].box && i != line->ends[1].box
          && amicus_rect_cut (&rect, line->ends[0].point, line->ends[1].point))
        cost += COST_OF_COVERED;
    }
  for (guint i = 0; i < self->n_lines; i++)
    if (do_cross (line, &self->lines[i]))
      cost += COST_OF_CROSSING;
  self->n_compared += self->level->n + self->n_lines;

  return cost;
}

static double
cost_of_box (const AmicusSketch *self,
             guint               box,
             AmicusPoint         centre)
{
  const AmicusBox *own = &self->level->boxes[box];
  AmicusPoint middle = self->middles[self->components[box]];
  double cost = COST_OF_FAR * fmax (fabs (centre.x - middle.x) / MIDDLE_ASPECT,
                                    fabs (centre.y - middle.y));

  for (guint i = 0; i < self->level->n; i++)
    {
      const AmicusBox *other = &self->level->boxes[i];
      double x = (own->width + other->width) / 2.0 + GAP - fabs (centre.x - other->centre.x);
      double y = (own->height + other->height) / 2.0 + GAP - fabs (centre.y - other->centre.y);

      if (i != box && x > 0.0 && y > 0.0)
        cost += self->overlap_cost * (COST_OF_MEETING + fmin (x, y));
    }

  return cost;
}

/* The line as it would be with the box moved. */
static Line
moved_line (const AmicusSketch *self,
            guint32             end,
            AmicusPoint         by)
{
  Line line = self->lines[end / 2];

  line.ends[end % 2].point.x += by.x;
  line.ends[end % 2].point.y += by.y;
  return line;
}

/* Lines of others that the box would stand on. */
static double
cost_of_standing (AmicusSketch *self,
                  guint         box,
                  AmicusPoint   centre)
{
  AmicusBox moved = self->level->boxes[box];
  AmicusRect rect;
  double cost = 0.0;

  moved.centre = centre;
  rect = amicus_box_rect (&moved);
  for (guint i = 0; i < self->n_lines; i++)
    {
      const Line *line = &self->lines[i];

      if (line->ends[0].box != box && line->ends[1].box != box
          && amicus_rect_cut (&rect, line->ends[0].point, line->ends[1].point))
        cost += COST_OF_COVERED;
    }
  self->n_compared += self->n_lines;

  return cost;
}

/**
 * amicus_sketch_cost:
 * @self: a sketch
 * @box: a box
 * @centre: where it would stand
 * @limit: what the cost must be below to be of use; nothing is looked at once it is above
 *
 * Returns: how bad the part of the picture would be that depends on where the box stands
 */
double
amicus_sketch_cost (AmicusSketch *self,
                    guint         box,
                    AmicusPoint   centre,
                    double        limit)
{
  AmicusPoint by = { centre.x - self->level->boxes[box].centre.x,
                     centre.y - self->level->boxes[box].centre.y };
  double cost = cost_of_box (self, box, centre);

  for (guint k = self->begins[box]; k < self->begins[box + 1] && cost < limit; k++)
    {
      Line line = moved_line (self, self->order[k], by);

      cost += cost_of_length (&line);
    }
  if (cost < limit)
    cost += cost_of_standing (self, box, centre);
  for (guint k = self->begins[box]; k < self->begins[box + 1] && cost < limit; k++)
    {
      Line line = moved_line (self, self->order[k], by);

      cost += cost_of_line (self, &line);
    }

  return cost;
}

/**
 * amicus_sketch_move:
 * @self: a sketch
 * @box: a box that is not fixed
 * @centre: where it is set, with all that is inside
 */
void
amicus_sketch_move (AmicusSketch *self,
                    guint         box,
                    AmicusPoint   centre)
{
  AmicusBox *own = &self->level->boxes[box];
  AmicusPoint by = { centre.x - own->centre.x, centre.y - own->centre.y };

  own->centre = centre;
  for (guint k = self->begins[box]; k < self->begins[box + 1]; k++)
    self->lines[self->order[k] / 2] = moved_line (self, self->order[k], by);
}
