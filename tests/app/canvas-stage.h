/* SPDX-License-Identifier: GPL-3.0-or-later
 * A canvas in a real window with a small graph. What the pointer does is told to the canvas by the
 * functions that its gestures call, with points and modifiers as they would give them. */

#pragma once

#include "app/canvas/canvas-private.h"

G_BEGIN_DECLS

#define STAGE_WIDTH 800
#define STAGE_HEIGHT 600

typedef struct
{
  AmicusSession *session;
  GtkWidget *window;
  AmicusCanvas *canvas;
} Stage;

typedef struct
{
  const char *path;
  void (*run) (Stage *, gconstpointer);
} StageTest;

#define WAIT_UNTIL(condition)                                                 \
  G_STMT_START                                                                \
  {                                                                           \
    gboolean late = FALSE;                                                    \
    guint guard = g_timeout_add_seconds (30, stage_ring, &late);              \
    while (!(condition))                                                      \
      {                                                                       \
        g_main_context_iteration (NULL, TRUE);                                \
        g_assert_false (late);                                                \
      }                                                                       \
    g_source_remove (guard);                                                  \
  }                                                                           \
  G_STMT_END

#define assert_element(a, b) g_assert_true (amicus_element_equal ((a), (b)))

/* Sets the gboolean that it is given: the alarm of WAIT_UNTIL(). */
gboolean         stage_ring            (gpointer         data);

/* Runs tests, each with a stage of its own that has come to rest; skips them without a display. */
int              stage_run             (int              argc,
                                        char            *argv[],
                                        const StageTest *tests,
                                        guint            n_tests);

AmicusDocument  *stage_document        (const char      *text);
/* Until the picture is complete and nothing moves. */
void             stage_settle          (Stage           *stage);
void             stage_set_animations  (gboolean         enabled);
/* Runs an action of the canvas to its end; takes @parameter. */
void             stage_activate        (Stage           *stage,
                                        const char      *action,
                                        GVariant        *parameter);

AmicusElement    stage_find            (Stage           *stage,
                                        const char      *id);
/* In the view. */
AmicusRect       stage_place           (Stage           *stage,
                                        AmicusElement    element);
AmicusPoint      stage_middle          (Stage           *stage,
                                        const char      *id);
AmicusPoint      stage_empty_place     (Stage           *stage);
/* The middle of a card lies there, within some pixels. */
void             stage_assert_at       (Stage           *stage,
                                        const char      *id,
                                        double           x,
                                        double           y,
                                        double           pixels);
void             stage_assert_near     (AmicusPoint      a,
                                        AmicusPoint      b,
                                        double           pixels);

/* What is seen. */
cairo_surface_t *stage_take_picture    (Stage           *stage);
guint32          stage_pixel           (cairo_surface_t *surface,
                                        int              x,
                                        int              y);
guint            stage_count_different (cairo_surface_t *a,
                                        cairo_surface_t *b,
                                        int              tolerance);
void             stage_check_pixels    (Stage           *stage);

G_END_DECLS
