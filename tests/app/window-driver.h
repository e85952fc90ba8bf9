/* SPDX-License-Identifier: GPL-3.0-or-later
 * Drives the real window as a person does: actions, keys and the pointer. */

#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Waits for a condition, some seconds at most. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 give_up = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;                                \
    while (!(condition))                                                                           \
      {                                                                                            \
        if (g_get_monotonic_time () > give_up)                                                     \
          g_error ("%s:%d: waited in vain for %s", __FILE__, __LINE__, #condition);                \
        driver_turn ();                                                                            \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  AmicusApplication *application;
  AmicusWindow *window;
  AmicusSession *session;
  AmicusCanvas *canvas;
} Driver;

/* Skips the test where there is no display. */
gboolean      driver_has_display (void);

void          driver_start       (Driver        *driver);
void          driver_stop        (Driver        *driver);
/* Opens a file of the source tree, or an absolute path, and waits for its picture. */
void          driver_open        (Driver        *driver,
                                  const char    *path);
/* Waits until the picture is complete and nothing moves. */
void          driver_settle      (Driver        *driver);
/* One turn of the main loop, never blocking for long. */
void          driver_turn        (void);

void          driver_activate    (Driver        *driver,
                                  const char    *action,
                                  GVariant      *parameter);

AmicusElement driver_entity      (Driver        *driver,
                                  const char    *id);
/* Where an element lies on the screen, in pixels of the root window. */
AmicusPoint   driver_locate      (Driver        *driver,
                                  AmicusElement  element);
/* Moves the pointer onto it, until it is hovered. */
void          driver_point_at    (Driver        *driver,
                                  AmicusElement  element);

/* Real events, through the X server: arguments of xdotool. */
void          driver_xdotool     (const char    *arguments,
                                  ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
