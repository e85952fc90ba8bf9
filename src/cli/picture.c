/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include "cli/picture.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/input.h"

AmicusGraph *
amicus_read_graph (const char *path)
{
  g_autoptr (AmicusSyntax) syntax = amicus_input_read_syntax (path);
  g_autofree char *name = NULL;

  if (syntax == NULL)
    return NULL;
  if (amicus_graph_count (syntax) > 0)
    return amicus_graph_new (syntax, 0);

  name = amicus_input_name (path);
  amicus_complain (_("%s: there is no graph in it"), name);
  return NULL;
}

gboolean
amicus_parse_engine (const char   *word,
                     AmicusEngine *engine)
{
  *engine = AMICUS_ENGINE_AUTO;
  if (word == NULL || amicus_engine_from_word (word, engine))
    return TRUE;

  amicus_complain (_("there is no layout engine “%s”"), word);
  return FALSE;
}

AmicusPicture *
amicus_lay_out (AmicusGraph                *graph,
                const AmicusPictureOptions *options)
{
  g_autoptr (AmicusLayouter) layouter = amicus_layouter_new (NULL);
  AmicusPicture *picture = amicus_picture_new (layouter);

  amicus_picture_set_options (picture, options);
  amicus_picture_set_graph (picture, graph);
  while (amicus_picture_is_busy (picture))
    g_main_context_iteration (NULL, TRUE);

  return picture;
}

gboolean
amicus_laid_out_as_asked (AmicusPicture *picture,
                          const char    *path)
{
  const char *problem = amicus_picture_get_problem (picture);
  g_autofree char *name = NULL;

  if (problem == NULL)
    return TRUE;

  name = amicus_input_name (path);
  amicus_complain ("%s: %s", name, problem);
  return FALSE;
}
