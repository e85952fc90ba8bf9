/* SPDX-License-Identifier: GPL-3.0-or-later
 * One type over two files: export-dialog.c is its life, export-choice.c what is chosen in it. */

#pragma once

#include "app/banner.h"
#include "app/export-dialog.h"
#include "app/export-preview.h"
#include "drawing/export.h"

G_BEGIN_DECLS

/* In the order of the rows' items. */
enum
{
  AMICUS_AREA_ALL,
  AMICUS_AREA_VIEW,
  AMICUS_AREA_SELECTION,
};

enum
{
  AMICUS_BACKGROUND_LIGHT,
  AMICUS_BACKGROUND_DARK,
  AMICUS_BACKGROUND_TRANSPARENT,
};

struct _AmicusExportDialog
{
  AdwWindow parent_instance;

  AmicusBanner *banner;
  AmicusExportPreview *preview;
  GtkSpinner *spinner;
  AdwComboRow *format_row;
  AdwComboRow *scale_row;
  AdwComboRow *area_row;
  GtkStringList *areas;
  AdwComboRow *language_row;
  AdwComboRow *background_row;
  GtkSwitch *title_switch;
  GtkSwitch *legend_switch;
  GtkSwitch *sources_switch;

  AmicusSession *session;
  AmicusRect view;
  GStrv languages;          /* of the rows in language_row but the first, which is the window's */
  AmicusPicture *picture;   /* in the language and colours chosen: the session's or one of our own */
  AmicusScene *scene;       /* framed as chosen; NULL until the picture is ready */
  GtkFileChooserNative *chooser;
  GFile *wanted;            /* to be written once the scene is there */
  gboolean saving;
};

AmicusPictureOptions amicus_export_dialog_get_options        (AmicusExportDialog *self);
AmicusFrame          amicus_export_dialog_get_frame          (AmicusExportDialog *self);
/* Of the picture, which must have a scene; in points. Empty where nothing that is selected is drawn. */
AmicusRect           amicus_export_dialog_get_selection_area (AmicusExportDialog *self);
/* FALSE where what was chosen is no more: nothing is to be written then, least of all everything. */
gboolean             amicus_export_dialog_has_area           (AmicusExportDialog *self);
AmicusFormat         amicus_export_dialog_get_format         (AmicusExportDialog *self);
AmicusExportOptions  amicus_export_dialog_get_export         (AmicusExportDialog *self);

G_END_DECLS
