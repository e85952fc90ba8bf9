/* SPDX-License-Identifier: GPL-3.0-or-later
 * Labels as Graphviz writes them, reduced to their words. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All take and give UTF-8. */
char *amicus_markup_from_html (const char *html) G_GNUC_WARN_UNUSED_RESULT;

/**
 * EscapeWords:
 *
 * What `\N`, `\G`, … stand for; %NULL where they stand for nothing.
 */
typedef struct
{
  const char *node;
  const char *graph;
  const char *edge;
  const char *tail;
  const char *head;
  const char *label;
} EscapeWords;

char *amicus_markup_resolve   (const char        *text,
                               const EscapeWords *words,
                               gboolean           is_record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
