/* SPDX-License-Identifier: GPL-3.0-or-later
 * A window: one document, its picture, its inspector. */

#pragma once

#include "app/application.h"
#include "app/canvas/canvas.h"
#include "app/session.h"

G_BEGIN_DECLS

/**
 * AmicusWindow:
 *
 * Actions: `win.open`, `win.open-uri (s)`, `win.save`, `win.save-as`, `win.save-copy`, `win.undo`, `win.redo`,
 * `win.revert`, `win.forget-history`, `win.reload`, `win.choose-version`, `win.close`, `win.export`, `win.engine` (state: word), `win.rank-direction`
 * (state: "TB", "LR", "BT", "RL"), `win.relayout`, `win.cancel-layout`, `win.show-inspector`, `win.show-sources`,
 * `win.show-problems`, `win.arrange-automatically`, `win.show-menu`, `win.toggle-fullscreen`; those of the canvas under the
 * same names (`win.zoom-in` …).
 */
#define AMICUS_TYPE_WINDOW (amicus_window_get_type ())
G_DECLARE_FINAL_TYPE (AmicusWindow, amicus_window, AMICUS, WINDOW, AdwApplicationWindow)

AmicusWindow  *amicus_window_new         (AmicusApplication *application) G_GNUC_WARN_UNUSED_RESULT;

/* Whether nothing is open and nothing is being opened. */
gboolean       amicus_window_is_empty    (AmicusWindow      *self);
/* Whether the file is open in it or being opened. */
gboolean       amicus_window_shows       (AmicusWindow      *self,
                                          GFile             *file);
/* The next three want a window in which nothing is open. */
void           amicus_window_open        (AmicusWindow      *self,
                                          GFile             *file);
/* A new document, which has no file yet. */
void           amicus_window_begin       (AmicusWindow      *self);
/* What a crash has left of a document that has no file, or no longer. */
void           amicus_window_recover     (AmicusWindow      *self,
                                          const char        *journal,
                                          guint              n_edits,
                                          gint64             when);
/* To the front, with its first picture in it if that does not take long. */
void           amicus_window_present     (AmicusWindow      *self);

AmicusSession *amicus_window_get_session (AmicusWindow      *self);
AmicusCanvas  *amicus_window_get_canvas  (AmicusWindow      *self);

G_END_DECLS
