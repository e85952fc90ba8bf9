/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/template.h"

#include <glib/gi18n.h>

static void
append_comment (GString *text,
                const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (gsize i = 0; lines[i]; i++)
    g_string_append_printf (text, "// %s\n", lines[i]);
}

/**
 * amicus_template_new:
 *
 * Returns: (transfer full): the text of an empty document, which tells whoever reads it what it is
 */
GBytes *
amicus_template_new (void)
{
  GString *text = g_string_new (NULL);

  /* Translators: comments at the head of a new file */
  append_comment (text, _("Who stands behind whom? A relationship file, to be read by people and programs.\n"
                          "Any Graphviz program can draw it; “man amicus-format” tells which words Amicus knows."));
  g_string_append (text, "\ndigraph {\n  graph [amicus=\"1\"];\n}\n");

  return g_string_free_to_bytes (text);
}
