/* SPDX-License-Identifier: MIT */

#include "layout-worker/plugins.h"

#include <gvplugin_textlayout.h>
#include <stdlib.h>

extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;

/* "Measures" text: a label here is nothing but its width and height, written as two numbers. So
 * room for labels and titles is kept without a font, and without the text ever coming here. */
static boolean
read_size (textspan_t *span,
           char      **fontpath)
{
  char *rest;

  span->size.x = strtod (span->str, &rest);
  span->size.y = strtod (rest, NULL);
  span->yoffset_layout = 0.0;
  span->yoffset_centerline = 0.0;
  span->layout = NULL;
  span->free_layout = NULL;
  return TRUE;
}

static gvtextlayout_engine_t size_engine = { read_size };

static gvplugin_installed_t size_types[] = {
  { 0, "textlayout", 1, &size_engine, NULL },
  { 0, NULL, 0, NULL, NULL },
};

static gvplugin_api_t size_apis[] = {
  { API_textlayout, size_types },
  { (api_t) 0, NULL },
};

static gvplugin_library_t size_library = { (char *) "size", size_apis };

static const lt_symlist_t plugins[] = {
  { "gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library },
  { "gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library },
  { "gvplugin_size_LTX_library", &size_library },
  { NULL, NULL },
};

/**
 * worker_plugins_load:
 *
 * Makes a Graphviz context with plugins that are linked in: no configuration file is read and
 * nothing is opened by name at run time.
 *
 * Returns: the context, kept until the end
 */
GVC_t *
worker_plugins_load (void)
{
  return gvContextPlugins (plugins, 0);
}
