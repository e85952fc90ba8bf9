/* SPDX-License-Identifier: GPL-3.0-or-later
 * One type over two files: window.c is its life, window-actions.c its verbs. */

#pragma once

#include "app/banner.h"
#include "app/inspector/inspector.h"
#include "app/window.h"

G_BEGIN_DECLS

struct _AmicusWindow
{
  AdwApplicationWindow parent_instance;

  AmicusSession *session;
  GtkWidget *canvas;

  GCancellable *opening;
  guint loading_delay;
  guint progress_delay;

  AdwWindowTitle *title;
  GtkBox *document_buttons;
  GtkDropDown *graph_choice;
  GtkMenuButton *primary_button;
  AmicusBanner *problems_banner;
  AmicusBanner *layout_banner;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwFlap *flap;
  GtkOverlay *overlay;
  GtkRevealer *progress;
  GtkSpinner *progress_spinner;
  GtkLabel *progress_label;
  AmicusInspector *inspector;
};

/* Adds the actions to the window. */
void amicus_window_actions_init   (AmicusWindow *self);
/* Sets which of them can be used now, and the states of those that have one. */
void amicus_window_actions_update (AmicusWindow *self);

/* Says something that needs no answer; @text is plain text. */
void amicus_window_toast          (AmicusWindow *self,
                                   const char   *text);

G_END_DECLS
