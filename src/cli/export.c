/* SPDX-License-Identifier: GPL-3.0-or-later
 * `amicus-cli export`: a picture of a file as SVG, PDF or PNG. */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/save.h"
#include "cli/command.h"
#include "cli/picture.h"
#include "drawing/export.h"

/* What was asked for, in the words of the command line; %NULL for what was not. */
typedef struct
{
  char *output;
  char *format;
  char *engine;
  char *language;
  char *background;
  gboolean legend;
  gboolean sources;
  double scale;
  int nth;
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->output);
  g_free (self->format);
  g_free (self->engine);
  g_free (self->language);
  g_free (self->background);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
find_format (const Wish   *wish,
             AmicusFormat *format)
{
  if (wish->output == NULL)
    {
      amicus_complain (_("where to write is missing: -o FILE"));
      return FALSE;
    }
  if (amicus_format_from_name (wish->format != NULL ? wish->format : wish->output, format))
    return TRUE;

  amicus_complain (_("which format is not clear: the file ends in .svg, .pdf or .png, or --format says it"));
  return FALSE;
}

static gboolean
find_scale (const Wish *wish,
            double     *scale)
{
  *scale = wish->scale;
  if (wish->scale >= 0.1 && wish->scale <= 16)
    return TRUE;

  amicus_complain (_("the scale is a number from 0.1 to 16"));
  return FALSE;
}

static gboolean
find_scheme (const Wish   *wish,
             AmicusScheme *scheme,
             gboolean     *transparent)
{
  const char *word = wish->background != NULL ? wish->background : "light";

  *scheme = strcmp (word, "dark") == 0 ? AMICUS_SCHEME_DARK : AMICUS_SCHEME_LIGHT;
  *transparent = strcmp (word, "transparent") == 0;
  if (*transparent || *scheme == AMICUS_SCHEME_DARK || strcmp (word, "light") == 0)
    return TRUE;

  amicus_complain (_("the background is light, dark or transparent"));
  return FALSE;
}

/* Whether standard output took it is looked at when the program ends. */
static gboolean
write_output (const char *path,
              GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (strcmp (path, "-") == 0)
    fwrite (data, 1, length, stdout);
  else if (!amicus_save_bytes (path, bytes, &error))
    amicus_complain ("%s", error->message);

  return error == NULL;
}

static Status
export_file (const char                 *path,
             const Wish                 *wish,
             const AmicusPictureOptions *options,
             AmicusExportOptions        *export_options,
             gboolean                    transparent)
{
  const AmicusFrame frame = { TRUE, wish->legend, wish->sources };
  Status status;
  g_autoptr (AmicusPicture) picture = amicus_cli_picture_new (options);
  g_autoptr (AmicusGraph) graph = amicus_cli_read_graph (path, wish->nth, &status);
  g_autoptr (AmicusScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (graph == NULL || !amicus_cli_lay_out (picture, graph, path, &status))
    return status;

  scene = amicus_picture_frame_scene (picture, &frame);
  export_options->background = transparent ? 0 : amicus_scene_get_background (scene);
  bytes = amicus_scene_export (scene, export_options, &error);
  if (bytes == NULL)
    {
      amicus_complain ("%s", error->message);
      return STATUS_FAILED;
    }

  return write_output (wish->output, bytes) ? status : STATUS_FAILED;
}

static gboolean
parse (Wish   *wish,
       char ***arguments,
       char ***files)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish->output, N_("Where to write; - for standard output"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &wish->format, N_("svg, pdf or png, if the file does not say it"), N_("FORMAT") },
    { "engine", 0, 0, G_OPTION_ARG_STRING, &wish->engine,
      N_("auto, dot, neato, fdp, sfdp, twopi, circo, osage or builtin"), N_("ENGINE") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &wish->language, N_("Language of labels and words: en, fr, …"), N_("CODE") },
    { "legend", 0, 0, G_OPTION_ARG_NONE, &wish->legend, N_("Add a legend"), NULL },
    { "sources", 0, 0, G_OPTION_ARG_NONE, &wish->sources, N_("Add the numbered list of sources"), NULL },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &wish->scale, N_("Pixels per point, for PNG"), N_("NUMBER") },
    { "background", 0, 0, G_OPTION_ARG_STRING, &wish->background, N_("light, dark or transparent"), N_("COLOUR") },
    AMICUS_OPTION_GRAPH (&wish->nth),
    { NULL },
  };

  if (!amicus_command_parse (&amicus_command_export, entries, arguments, files))
    return FALSE;
  if (g_strv_length (*files) == 1)
    return TRUE;

  amicus_complain (_("export takes one file"));
  return FALSE;
}

static Status
run_export (char ***arguments)
{
  g_auto (Wish) wish = { .scale = 1, .nth = 1 };
  g_auto (GStrv) files = NULL;
  AmicusPictureOptions options = { 0 };
  AmicusExportOptions export_options = { 0 };
  gboolean transparent;

  if (!parse (&wish, arguments, &files) ||
      !find_format (&wish, &export_options.format) ||
      !find_scale (&wish, &export_options.scale) ||
      !find_scheme (&wish, &options.scheme, &transparent) ||
      !amicus_cli_parse_engine (wish.engine, &options.engine))
    return STATUS_FAILED;

  options.language = wish.language;
  return export_file (files[0], &wish, &options, &export_options, transparent);
}

const Command amicus_command_export = {
  "export",
  N_("-o OUTPUT FILE"),
  N_("Write a picture as SVG, PDF or PNG"),
  run_export,
};
