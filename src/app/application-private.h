/* SPDX-License-Identifier: GPL-3.0-or-later
 * One type over two files: application.c is the program, application-windows.c its windows. */

#pragma once

#include "app/window.h"

G_BEGIN_DECLS

struct _AmicusApplication
{
  AdwApplication parent_instance;

  gboolean quitting; /* one window after the other */
};

/* The one in use if nothing is open in it, else a new one. */
AmicusWindow *amicus_application_get_empty_window (AmicusApplication *self);
void          amicus_application_show_file        (AmicusApplication *self,
                                                   GFile             *file);
void          amicus_application_quit             (AmicusApplication *self);
/* A window is gone: the next one, if the program is to end. */
void          amicus_application_quit_on          (AmicusApplication *self);
/* Looks for edits that a crash has left and shows them. */
void          amicus_application_bring_back       (AmicusApplication *self);

G_END_DECLS
