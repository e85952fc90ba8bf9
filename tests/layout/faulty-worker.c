/* SPDX-License-Identifier: GPL-3.0-or-later
 * A worker that misbehaves in the way its own name says: faulty-worker-MODE. */

#include "layout/protocol.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
put (const void *data,
     size_t      size)
{
  if (write (STDOUT_FILENO, data, size) != (ssize_t) size)
    exit (EXIT_FAILURE);
}

static void
read_fully (void  *data,
            size_t size)
{
  for (size_t done = 0; done < size;)
    {
      ssize_t n = read (STDIN_FILENO, (char *) data + done, size - done);

      if (n <= 0)
        exit (EXIT_SUCCESS);
      done += (size_t) n;
    }
}

static AmicusWireRequest *
read_request (AmicusWireFrame *frame)
{
  AmicusWireRequest *request;

  read_fully (frame, sizeof *frame);
  request = malloc (frame->length);
  if (request == NULL)
    exit (EXIT_FAILURE);
  read_fully (request, frame->length);
  return request;
}

/* A correct reply that puts all nodes at x, y, cut off after so many bytes. */
static void
put_reply (const AmicusWireFrame   *asked,
           const AmicusWireRequest *request,
           double                   x,
           uint32_t                 n_nodes,
           size_t                   cut)
{
  size_t length = amicus_wire_reply_length (n_nodes, request->n_edges, request->n_groups, 0);
  AmicusWireFrame *frame = calloc (1, sizeof *frame + length);
  AmicusWireReply *reply = (void *) (frame + 1);
  AmicusWirePoint *nodes = (void *) (reply + 1);
  size_t size = sizeof *frame + length;

  *frame = *asked;
  frame->length = (uint32_t) length;
  reply->n_nodes = n_nodes;
  reply->n_edges = request->n_edges;
  reply->n_groups = request->n_groups;
  for (uint32_t i = 0; i < n_nodes; i++)
    nodes[i] = (AmicusWirePoint) { x, 0.0 };
  put (frame, size < cut ? size : cut);
  free (frame);
}

static void
misbehave (const char *mode)
{
  AmicusWireFrame frame;
  AmicusWireRequest *request = read_request (&frame);

  if (strcmp (mode, "well") == 0)
    put_reply (&frame, request, 1.0, request->n_nodes, SIZE_MAX);
  else if (strcmp (mode, "nan") == 0)
    put_reply (&frame, request, NAN, request->n_nodes, SIZE_MAX);
  else if (strcmp (mode, "far") == 0)
    put_reply (&frame, request, 1e9, request->n_nodes, SIZE_MAX);
  else if (strcmp (mode, "counts") == 0)
    put_reply (&frame, request, 1.0, request->n_nodes + 1, SIZE_MAX);
  else if (strcmp (mode, "half") == 0)
    {
      put_reply (&frame, request, 1.0, request->n_nodes, 50);
      exit (EXIT_SUCCESS);
    }
  else if (strcmp (mode, "serial") == 0)
    {
      frame.serial++;
      put_reply (&frame, request, 1.0, request->n_nodes, SIZE_MAX);
    }
  else if (strcmp (mode, "huge") == 0)
    {
      frame.length = UINT32_MAX;
      put (&frame, sizeof frame);
    }
  else if (strcmp (mode, "crash") == 0)
    abort ();

  free (request);
}

int
main (int    argc,
      char **argv)
{
  const char *mode = strrchr (argv[0], '-') + 1;
  AmicusWireFrame refusal = { AMICUS_WIRE_MAGIC, AMICUS_WIRE_VERSION, 0, sizeof (AmicusWireReply) };
  AmicusWireReply reply = { .status = AMICUS_WIRE_NO_SANDBOX };

  if (strcmp (mode, "exit") == 0)
    return EXIT_FAILURE;
  if (strcmp (mode, "stall") == 0)
    for (;;)
      pause ();

  if (strcmp (mode, "garbage") == 0)
    for (int i = 0; i < 1000; i++)
      put ("warning: this is not a reply\n", 29);
  if (strcmp (mode, "refuse") == 0)
    {
      put (&refusal, sizeof refusal);
      put (&reply, sizeof reply);
      return EXIT_FAILURE;
    }

  for (;;)
    misbehave (mode);
}
