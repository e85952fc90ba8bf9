/* SPDX-License-Identifier: GPL-3.0-or-later
 * A strip under the header bar that says what is wrong and offers a way on. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMICUS_TYPE_BANNER (amicus_banner_get_type ())
G_DECLARE_FINAL_TYPE (AmicusBanner, amicus_banner, AMICUS, BANNER, GtkWidget)

/* @message is plain text and NULL hides the banner; the button activates @action, or is not there without one. */
void        amicus_banner_show        (AmicusBanner *self,
                                       const char   *message,
                                       const char   *button,
                                       const char   *action);
const char *amicus_banner_get_message (AmicusBanner *self);

G_END_DECLS
