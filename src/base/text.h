/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a stranger's text fit to be shown: always as text, never as markup. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Limits of what is shown on the canvas and in lists; full text is shown only in text views. */
#define AMICUS_TEXT_CANVAS_LIMIT 256
#define AMICUS_TEXT_LIST_LIMIT   128

/* @text with bytes that are not UTF-8 as U+FFFD, control and bidirectional and invisible characters as visible
 * marks, line ends kept, at most 8 lines, 8 combining marks a cluster and @limit characters (then
 * an ellipsis). @limit 0 means no limit of length or lines. */
char *amicus_text_for_display (const char *text,
                               guint       limit) G_GNUC_WARN_UNUSED_RESULT;

/* @text between U+2068 and U+2069, so that its direction cannot reach the sentence around it. */
char *amicus_text_isolate     (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether an address may be opened or written as a link: http, https with a host and without user
 * information, or mailto. */
gboolean amicus_link_is_safe  (const char *address);

G_END_DECLS
