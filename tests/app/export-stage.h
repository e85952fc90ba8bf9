/* SPDX-License-Identifier: GPL-3.0-or-later
 * An export dialog on an example, and what it writes. */

#pragma once

#include "app/export-dialog.h"

#include "window-driver.h"

G_BEGIN_DECLS

/* In the order of the dialog's rows. */
enum
{
  AREA_ALL,
  AREA_VIEW,
  AREA_SELECTION,
};

enum
{
  BACKGROUND_LIGHT,
  BACKGROUND_DARK,
  BACKGROUND_TRANSPARENT,
};

typedef struct
{
  AmicusSession *session;
  AmicusExportDialog *dialog;
  char *folder;
  GFile *exported;
} ExportStage;

/* What the window shows, in points. */
extern const AmicusRect export_view;

void dialog_show (ExportStage *fixture);
gboolean dialog_set_up (ExportStage *fixture);
void dialog_tear_down (ExportStage *fixture);
gpointer dialog_child (ExportStage *fixture, const char *name);
void dialog_choose (ExportStage *fixture, const char *row, guint item);
void dialog_choose_language (ExportStage *fixture, const char *code);
GFile *dialog_file_named (ExportStage *fixture, const char *name);
GBytes *dialog_export (ExportStage *fixture, const char *name);
gboolean dialog_bytes_hold (GBytes *bytes, const char *text);

G_END_DECLS
