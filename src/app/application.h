/* SPDX-License-Identifier: GPL-3.0-or-later
 * The program: one process, a window for each document. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMICUS_TYPE_APPLICATION (amicus_application_get_type ())
G_DECLARE_FINAL_TYPE (AmicusApplication, amicus_application, AMICUS, APPLICATION, AdwApplication)

typedef struct _AmicusWindow AmicusWindow;

AmicusApplication *amicus_application_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/* NULL where none shows the file. */
AmicusWindow      *amicus_application_find_window (AmicusApplication *self,
                                                   GFile             *file);
/* A window that was about to close does not: neither does the program. */
void               amicus_application_stay        (AmicusApplication *self);

G_END_DECLS
