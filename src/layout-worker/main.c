/* SPDX-License-Identifier: MIT
 * amicus-layout: lays graphs out for Amicus, shut in a sandbox.
 *
 * Requests come on standard input and replies go to standard output, as layout/protocol.h says.
 * Or, by hand:
 *
 *   amicus-layout [--no-sandbox] --file REQUEST > REPLY
 */

#include "layout-worker/answer.h"
#include "layout-worker/arena.h"
#include "layout-worker/plugins.h"
#include "layout-worker/sandbox.h"
#include "layout-worker/wire.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const char *file;
  bool sandbox;
} Options;

static bool
parse_options (int      argc,
               char   **argv,
               Options *options)
{
  *options = (Options) { NULL, true };

  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--no-sandbox") == 0)
      options->sandbox = false;
    else if (strcmp (argv[i], "--file") == 0 && i + 1 < argc)
      options->file = argv[++i];
    else
      return false;

  return options->file != NULL || options->sandbox;
}

/* Standard input becomes the file, so that the sandbox knows one way in only. */
static bool
read_from_file (const char *file)
{
  int fd = open (file, O_RDONLY | O_CLOEXEC);
  bool done = fd >= 0 && dup2 (fd, STDIN_FILENO) == STDIN_FILENO;

  if (fd >= 0)
    close (fd);
  return done;
}

/* One small graph for each engine, before the sandbox closes: what is loaded or opened at first
 * use is there then. */
static void
warm_up (GVC_t *context)
{
  struct
  {
    AmicusWireRequest request;
    AmicusWireNode nodes[3];
    AmicusWireEdge edges[2];
    AmicusWireGroup groups[1];
  } small = {
    { .n_nodes = 3, .n_edges = 2, .n_groups = 1, .node_gap = 10, .rank_gap = 10 },
    { { .width = 10, .height = 10, .group = AMICUS_WIRE_NONE },
      { .width = 10, .height = 10 }, { .width = 10, .height = 10 } },
    { { .head = 1, .label_width = 10, .label_height = 10 }, { .tail = 1, .head = 2 } },
    { { AMICUS_WIRE_NONE, 0, 10, 10 } },
  };

  for (uint32_t engine = AMICUS_WIRE_ENGINE_DOT; engine < AMICUS_WIRE_N_ENGINES; engine++)
    {
      small.request.engine = engine;
      free (worker_answer (context, &small.request));
    }
}

/* Answers one frame; false when there will be no more. */
static bool
serve (GVC_t *context)
{
  AmicusWireFrame frame;
  AmicusWireRequest *request = worker_read_frame (STDIN_FILENO, &frame);
  AmicusWireReply *reply = NULL;
  uint32_t status = AMICUS_WIRE_BAD_REQUEST;
  bool written;

  if (request == NULL)
    return false;

  if (amicus_wire_request_is_valid (request, frame.length))
    {
      status = AMICUS_WIRE_FAILED;
      reply = worker_answer (context, request);
    }

  if (reply != NULL)
    written = worker_write_frame (STDOUT_FILENO, frame.serial, reply);
  else
    written = worker_write_status (STDOUT_FILENO, frame.serial, status);

  free (reply);
  free (request);
  return written;
}

int
main (int    argc,
      char **argv)
{
  Options options;
  GVC_t *context;

  if (!parse_options (argc, argv, &options)
      || (options.file != NULL && !read_from_file (options.file)))
    {
      fprintf (stderr, "usage: amicus-layout [--no-sandbox] --file REQUEST\n");
      return EXIT_FAILURE;
    }

  worker_sandbox_prepare ();
  context = worker_plugins_load ();
  if (!worker_arena_install ())
    return EXIT_FAILURE;
  warm_up (context);

  if (options.sandbox && !worker_sandbox_enter ())
    {
      worker_write_status (STDOUT_FILENO, 0, AMICUS_WIRE_NO_SANDBOX);
      return EXIT_FAILURE;
    }

  while (serve (context))
    continue;

  return EXIT_SUCCESS;
}
