/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include "cli/picture.h"

#include <glib/gi18n-lib.h>

#include "cli/input.h"

AmicusGraph *
amicus_cli_read_graph (const char *path,
                       int         nth,
                       Status     *status)
{
  g_autoptr (AmicusSyntax) syntax = amicus_input_read_syntax (path);
  g_autofree char *name = amicus_input_name (path);
  AmicusGraph *graph = NULL;

  if (syntax != NULL && amicus_graph_count (syntax) == 0)
    amicus_complain (_("%s: there is no graph in it"), name);
  else if (syntax != NULL)
    graph = amicus_input_take_graph (syntax, path, nth);
  *status = graph != NULL ? amicus_input_judge (syntax, path) : STATUS_FAILED;

  return graph;
}

gboolean
amicus_cli_parse_engine (const char   *word,
                         AmicusEngine *engine)
{
  *engine = AMICUS_ENGINE_AUTO;
  if (word == NULL || amicus_engine_from_word (word, engine))
    return TRUE;

  amicus_complain (_("there is no layout engine “%s”"), word);
  return FALSE;
}

/* Of a large graph the scene is made in a thread, after the placement. */
static gboolean
is_under_way (AmicusPicture *picture)
{
  return amicus_picture_is_busy (picture) ||
         (amicus_picture_get_placement (picture) != NULL && amicus_picture_get_scene (picture) == NULL);
}

AmicusPicture *
amicus_cli_picture_new (const AmicusPictureOptions *options)
{
  AmicusPicture *picture = amicus_picture_new (NULL);

  amicus_picture_set_options (picture, options);
  return picture;
}

gboolean
amicus_cli_lay_out (AmicusPicture *picture,
                    AmicusGraph   *graph,
                    const char    *path,
                    Status        *status)
{
  g_autofree char *name = amicus_input_name (path);

  amicus_picture_set_graph (picture, graph);
  while (is_under_way (picture))
    g_main_context_iteration (NULL, TRUE);

  if (amicus_picture_get_scene (picture) == NULL)
    {
      amicus_complain (_("%s: it could not be laid out"), name);
      *status = STATUS_FAILED;
      return FALSE;
    }
  if (amicus_picture_get_problem (picture) != NULL)
    {
      amicus_complain ("%s: %s", name, amicus_picture_get_problem (picture));
      *status = STATUS_OTHER_ENGINE;
    }

  return TRUE;
}
