/* SPDX-License-Identifier: GPL-3.0-or-later
 * One type over three files: window.c is its life, window-file.c what is open in it, window-actions.c its verbs. */

#pragma once

#include "app/banner.h"
#include "app/inspector/inspector.h"
#include "app/window.h"

G_BEGIN_DECLS

/* Work shorter than this shows no sign of itself, in ms. */
#define AMICUS_PATIENCE 300

struct _AmicusWindow
{
  AdwApplicationWindow parent_instance;

  AmicusSession *session;
  GtkWidget *canvas;

  GFile *wanted;            /* being opened */
  GCancellable *opening;
  GFileMonitor *monitor;    /* of the file that is shown */
  guint loading_delay;
  guint present_delay;      /* until the window is shown without its first picture */
  guint progress_delay;

  AdwWindowTitle *title;
  GtkBox *document_buttons;
  GtkDropDown *graph_choice;
  GtkMenuButton *primary_button;
  AmicusBanner *problems_banner;
  AmicusBanner *layout_banner;
  AmicusBanner *change_banner;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwFlap *flap;
  gboolean inspector_wanted; /* as soon as there is room for it again */
  GtkOverlay *overlay;
  GtkRevealer *progress;
  GtkSpinner *loading_spinner;
  GtkSpinner *progress_spinner;
  GtkLabel *progress_label;
  AmicusInspector *inspector;
};

/* Either the document or the start page. */
void amicus_window_show_page      (AmicusWindow *self);
/* If the window waits for its first picture to be shown, it does so no longer. */
void amicus_window_present_now    (AmicusWindow *self);
/* Nothing is opened or watched any more. */
void amicus_window_forget_file    (AmicusWindow *self);

/* Adds the actions to the window. */
void amicus_window_actions_init   (AmicusWindow *self);
/* Sets which of them can be used now, and the states of those that have one. */
void amicus_window_actions_update (AmicusWindow *self);

/* Says something that needs no answer; @text is plain text. */
void amicus_window_toast          (AmicusWindow *self,
                                   const char   *text);

G_END_DECLS
