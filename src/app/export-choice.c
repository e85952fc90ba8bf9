/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/export-dialog-private.h"

#include "drawing/path.h"

/* Around the selection, in points. */
#define SELECTION_MARGIN 20.0

static const char *
chosen_language (AmicusExportDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->language_row);

  if (chosen == 0 || chosen == GTK_INVALID_LIST_POSITION)
    return amicus_session_get_options (self->session)->language;

  return self->languages[chosen - 1];
}

AmicusPictureOptions
amicus_export_dialog_get_options (AmicusExportDialog *self)
{
  AmicusPictureOptions options = *amicus_session_get_options (self->session);

  options.language = chosen_language (self);
  options.scheme = adw_combo_row_get_selected (self->background_row) == AMICUS_BACKGROUND_DARK
                   ? AMICUS_SCHEME_DARK : AMICUS_SCHEME_LIGHT;

  return options;
}

AmicusRect
amicus_export_dialog_get_selection_area (AmicusExportDialog *self)
{
  AmicusScene *scene = amicus_picture_get_scene (self->picture);
  AmicusRect area = AMICUS_RECT_EMPTY;
  const AmicusElement *selection;
  guint n;

  selection = amicus_session_get_selection (self->session, &n);
  for (guint i = 0; i < n; i++)
    {
      AmicusRect bounds;

      if (amicus_scene_get_element_bounds (scene, selection[i], &bounds))
        area = amicus_rect_union (&area, &bounds);
    }

  return amicus_rect_is_empty (&area) ? area : amicus_rect_grow (&area, SELECTION_MARGIN);
}

static AmicusRect
chosen_area (AmicusExportDialog *self)
{
  switch (adw_combo_row_get_selected (self->area_row))
    {
    case AMICUS_AREA_VIEW:
      return self->view;

    case AMICUS_AREA_SELECTION:
      return amicus_export_dialog_get_selection_area (self);

    case AMICUS_AREA_ALL:
    default:
      return (AmicusRect) { 0, 0, 0, 0 };
    }
}

AmicusFrame
amicus_export_dialog_get_frame (AmicusExportDialog *self)
{
  return (AmicusFrame) {
    .title = gtk_switch_get_active (self->title_switch),
    .legend = gtk_switch_get_active (self->legend_switch),
    .sources = gtk_switch_get_active (self->sources_switch),
    .area = chosen_area (self),
  };
}

gboolean
amicus_export_dialog_has_area (AmicusExportDialog *self)
{
  AmicusRect area = chosen_area (self);

  return adw_combo_row_get_selected (self->area_row) == AMICUS_AREA_ALL
         || (area.width > 0 && area.height > 0);
}

AmicusFormat
amicus_export_dialog_get_format (AmicusExportDialog *self)
{
  static const AmicusFormat formats[] = { AMICUS_FORMAT_SVG, AMICUS_FORMAT_PDF, AMICUS_FORMAT_PNG };
  guint chosen = adw_combo_row_get_selected (self->format_row);

  return chosen < G_N_ELEMENTS (formats) ? formats[chosen] : AMICUS_FORMAT_SVG;
}

AmicusExportOptions
amicus_export_dialog_get_export (AmicusExportDialog *self)
{
  gboolean transparent = adw_combo_row_get_selected (self->background_row) == AMICUS_BACKGROUND_TRANSPARENT;

  return (AmicusExportOptions) {
    .format = amicus_export_dialog_get_format (self),
    .scale = 1 << MIN (adw_combo_row_get_selected (self->scale_row), 2),
    .background = transparent ? 0 : amicus_scene_get_background (self->scene),
  };
}
