/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "layout/wire-private.h"

#include <math.h>

/* Three nodes, two edges, two groups, and a reply in which the first edge has a curve. */
static AmicusLayoutRequest *
request_new (void)
{
  AmicusLayoutRequest *request = amicus_layout_request_new (3, 2, 2);

  request->engine = AMICUS_ENGINE_DOT;
  for (guint i = 0; i < 3; i++)
    {
      request->nodes[i].width = 40.0;
      request->nodes[i].height = 20.0;
    }
  request->nodes[2].group = 1;
  request->groups[1].parent = 0;
  request->edges[0].head = 1;
  request->edges[1].head = AMICUS_NO_INDEX;
  request->edges[1].head_group = 1;

  return request;
}

#define N_POINTS 4

typedef struct
{
  AmicusWireFrame frame;
  AmicusWireReply reply;
  AmicusWirePoint nodes[3];
  AmicusWirePath paths[2];
  AmicusWireBox boxes[2];
  AmicusWirePoint points[N_POINTS];
} Answer;

static const Answer good_answer = {
  { AMICUS_WIRE_MAGIC, AMICUS_WIRE_VERSION, 5, sizeof (Answer) - sizeof (AmicusWireFrame) },
  { AMICUS_WIRE_DONE, 3, 2, 2, N_POINTS, 0 },
  { { 0, 0 }, { 100, 0 }, { 0, 100 } },
  { { { 50, 0 }, 4, 0 }, { { 0, 0 }, 0, 0 } },
  { { -40, 60, 80, 80 }, { 0, 0, -1, -1 } },
  { { 20, 0 }, { 40, -10 }, { 60, -10 }, { 80, 0 } },
};

/* A copy in memory of its own size, so that a sanitizer sees a step too far. */
static AmicusPlacement *
decode_size (const Answer *answer,
             gsize         size,
             GError      **error)
{
  g_autoptr (AmicusLayoutRequest) request = request_new ();
  g_autoptr (GBytes) frame = g_bytes_new (answer, size);

  return amicus_layout_reply_decode (request, 5, frame, error);
}

static AmicusPlacement *
decode (const Answer *answer,
        GError      **error)
{
  return decode_size (answer, sizeof *answer, error);
}

static void
assert_refused (const Answer *answer,
                int           code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (decode (answer, &error));
  g_assert_error (error, AMICUS_LAYOUT_ERROR, code);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusPlacement) placement = decode (&good_answer, &error);

  g_assert_no_error (error);
  g_assert_cmpint (placement->engine, ==, AMICUS_ENGINE_DOT);
  g_assert_cmpfloat_with_epsilon (placement->nodes[1].x, 100.0, 1e-9);
  g_assert_cmpuint (placement->edges[0].n_points, ==, 4);
  g_assert_cmpuint (placement->edges[1].n_points, ==, 0);
  g_assert_cmpfloat_with_epsilon (placement->points[3].x, 80.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (placement->groups[0].width, 80.0, 1e-9);
  g_assert_cmpfloat (placement->groups[1].width, <, 0.0);
  g_assert_cmpfloat (placement->bounds.x, <=, -40.0);
  g_assert_cmpfloat (placement->bounds.y + placement->bounds.height, >=, 140.0);
}

/* Every length but the right one is refused. */
static void
test_lengths (void)
{
  for (gsize size = 0; size < sizeof (Answer); size++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (decode_size (&good_answer, size, &error));
      g_assert_error (error, AMICUS_LAYOUT_ERROR, AMICUS_LAYOUT_ERROR_BAD_REPLY);
    }
}

/* Every number that is a length or a place is looked at: one that is none spoils the reply. */
static void
test_every_number (void)
{
  const double bad[] = { NAN, INFINITY, -INFINITY, 1.1e6, -1.1e6 };
  const gsize first = G_STRUCT_OFFSET (Answer, nodes);

  for (gsize offset = first; offset < sizeof (Answer); offset += sizeof (double))
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
      {
        Answer answer = good_answer;
        g_autoptr (AmicusPlacement) placement = NULL;

        /* Boxes may be twice as large as coordinates. */
        memcpy ((guint8 *) &answer + offset, &bad[i], sizeof (double));
        placement = decode (&answer, NULL);
        if (placement != NULL)
          {
            g_assert_cmpfloat_with_epsilon (bad[i], 1.1e6, 1e-9);
            g_assert_cmpuint (offset, >=, G_STRUCT_OFFSET (Answer, boxes));
            g_assert_cmpuint (offset, <, G_STRUCT_OFFSET (Answer, points));
          }
      }
}

static void
test_counts (void)
{
  for (gsize offset = 0; offset < 5; offset++)
    for (guint32 value = 0; value < 6; value++)
      {
        Answer answer = good_answer;
        guint32 *field = &answer.reply.status + offset;

        if (*field == value)
          continue;

        *field = value;
        g_assert_null (decode (&answer, NULL));
      }

  for (guint32 n_points = 0; n_points < 9; n_points++)
    {
      Answer answer = good_answer;

      answer.paths[0].n_points = n_points;
      if (n_points != 4)
        assert_refused (&answer, AMICUS_LAYOUT_ERROR_BAD_REPLY);
    }
}

static void
test_frame (void)
{
  Answer answer = good_answer;

  answer.frame.serial = 4;
  assert_refused (&answer, AMICUS_LAYOUT_ERROR_BAD_REPLY);
  answer.frame.serial = 0;
  assert_refused (&answer, AMICUS_LAYOUT_ERROR_BAD_REPLY);

  answer = good_answer;
  answer.frame.magic++;
  assert_refused (&answer, AMICUS_LAYOUT_ERROR_BAD_REPLY);

  answer = good_answer;
  answer.frame.version++;
  assert_refused (&answer, AMICUS_LAYOUT_ERROR_BAD_REPLY);
}

static void
test_statuses (void)
{
  const struct
  {
    guint32 status;
    guint32 serial;
    int code;
  } cases[] = {
    { AMICUS_WIRE_FAILED, 5, AMICUS_LAYOUT_ERROR_FAILED },
    { AMICUS_WIRE_BAD_REQUEST, 5, AMICUS_LAYOUT_ERROR_FAILED },
    { AMICUS_WIRE_NO_SANDBOX, 0, AMICUS_LAYOUT_ERROR_SANDBOX },
    { AMICUS_WIRE_FAILED, 0, AMICUS_LAYOUT_ERROR_BAD_REPLY },
    { AMICUS_WIRE_N_STATUSES, 5, AMICUS_LAYOUT_ERROR_BAD_REPLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Answer answer = { good_answer.frame, { .status = cases[i].status } };
      gsize size = sizeof answer.frame + sizeof answer.reply;
      g_autoptr (GError) error = NULL;

      answer.frame.serial = cases[i].serial;
      answer.frame.length = sizeof answer.reply;
      g_assert_null (decode_size (&answer, size, &error));
      g_assert_error (error, AMICUS_LAYOUT_ERROR, cases[i].code);
    }
}

static void
test_encode (void)
{
  g_autoptr (AmicusLayoutRequest) request = request_new ();
  g_autoptr (GBytes) frame = amicus_layout_request_encode (request, 9);
  gsize size;
  const AmicusWireFrame *head = g_bytes_get_data (frame, &size);
  const AmicusWireRequest *body = (gconstpointer) (head + 1);

  g_assert_true (amicus_wire_frame_is_valid (head));
  g_assert_cmpuint (head->serial, ==, 9);
  g_assert_cmpuint (head->length, ==, size - sizeof *head);
  g_assert_true (amicus_wire_request_is_valid (body, head->length));
  g_assert_cmpuint (amicus_wire_request_edges (body)[1].head_group, ==, 1);
  g_assert_cmpuint (amicus_wire_request_groups (body)[1].parent, ==, 0);
}

/* Each of these is spoilt in one place and must not be sent. */
static void
test_encode_bad (void)
{
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (AmicusLayoutRequest) request = request_new ();

      switch (i)
        {
        case 0: request->engine = AMICUS_ENGINE_BUILTIN; break;
        case 1: request->engine = AMICUS_ENGINE_AUTO; break;
        case 2: request->nodes[0].width = NAN; break;
        case 3: request->nodes[0].height = -1.0; break;
        case 4: request->nodes[1].pinned = TRUE; request->nodes[1].x = INFINITY; break;
        case 5: request->nodes[2].group = 2; break;
        case 6: request->edges[0].tail = 3; break;
        case 7: request->edges[1].head_group = 2; break;
        case 8: request->groups[0].parent = 1; break;
        default: request->edges[0].label_width = 1e5; break;
        }
      g_assert_null (amicus_layout_request_encode (request, 1));
    }
}

/* Where a node lies is nobody's business unless it is pinned. */
static void
test_encode_unpinned (void)
{
  g_autoptr (AmicusLayoutRequest) request = request_new ();
  g_autoptr (GBytes) frame = NULL;

  request->nodes[1].x = NAN;
  frame = amicus_layout_request_encode (request, 1);
  g_assert_nonnull (frame);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/protocol/counts", test_counts);
  g_test_add_func ("/layout/protocol/encode", test_encode);
  g_test_add_func ("/layout/protocol/encode-bad", test_encode_bad);
  g_test_add_func ("/layout/protocol/encode-unpinned", test_encode_unpinned);
  g_test_add_func ("/layout/protocol/every-number", test_every_number);
  g_test_add_func ("/layout/protocol/frame", test_frame);
  g_test_add_func ("/layout/protocol/good", test_good);
  g_test_add_func ("/layout/protocol/lengths", test_lengths);
  g_test_add_func ("/layout/protocol/statuses", test_statuses);

  return g_test_run ();
}
