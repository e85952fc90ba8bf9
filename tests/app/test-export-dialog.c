/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/export-dialog.h"

#include "app/banner.h"
#include "app/export-preview.h"
#include "drawing/export.h"
#include "drawing/path.h"
#include "graph/evidence.h"
#include "export-stage.h"
#include "widget-text.h"

#include <glib/gstdio.h>
#include <string.h>

/* In the session's own language and colours the file is the framed picture of the window. */
static void
test_formats (void)
{
  static const char *const names[] = { "x.svg", "x.pdf", "x.png" };
  static const AmicusFormat formats[] = { AMICUS_FORMAT_SVG, AMICUS_FORMAT_PDF, AMICUS_FORMAT_PNG };
  AmicusFrame frame = { .title = TRUE, .legend = TRUE, .sources = TRUE };
  ExportStage fixture;

  if (!dialog_set_up (&fixture))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AmicusPicture *picture = amicus_session_get_picture (fixture.session);
      g_autoptr (AmicusScene) scene = amicus_picture_frame_scene (picture, &frame);
      AmicusExportOptions options = { formats[i], 2, amicus_scene_get_background (scene) };
      g_autoptr (GBytes) expected = amicus_scene_export (scene, &options, NULL);
      g_autoptr (GBytes) bytes = NULL;

      dialog_choose (&fixture, "format_row", i);
      bytes = dialog_export (&fixture, names[i]);
      g_assert_true (g_bytes_equal (bytes, expected));
      dialog_show (&fixture);
    }
  dialog_tear_down (&fixture);
}

/* An ending says what a file holds, whatever was chosen before it was named. */
static void
test_endings (void)
{
  static const char *const begins[] = { "<?xml", "%PDF", "\x89PNG" };
  static const struct
  {
    const char *name;
    guint chosen;
    const char *written;
    guint format;
  } cases[] = {
    { "area.pdf", 0, "area.pdf", 1 },
    { "area.SVG", 2, "area.SVG", 0 },
    { "area", 2, "area.png", 2 },
    { "area 3.12", 1, "area 3.12.pdf", 1 },
  };
  ExportStage fixture;

  if (!dialog_set_up (&fixture))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = dialog_file_named (&fixture, cases[i].name);
      g_autoptr (GFile) written = dialog_file_named (&fixture, cases[i].written);
      g_autofree char *contents = NULL;

      dialog_choose (&fixture, "format_row", cases[i].chosen);
      amicus_export_dialog_save (fixture.dialog, file);
      WAIT_FOR (fixture.dialog == NULL);
      g_assert_true (g_file_equal (fixture.exported, written));
      g_assert_true (g_file_load_contents (written, NULL, &contents, NULL, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, begins[cases[i].format]));
      g_assert_true (g_file_delete (written, NULL, NULL));
      dialog_show (&fixture);
    }
  dialog_tear_down (&fixture);
}

/* Nobody was asked whether it may be replaced. */
static void
test_ending_taken (void)
{
  g_autoptr (GFile) taken = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  ExportStage fixture;

  if (!dialog_set_up (&fixture))
    return;

  taken = dialog_file_named (&fixture, "area.svg");
  g_assert_true (g_file_set_contents (g_file_peek_path (taken), "mine", -1, NULL));
  bytes = dialog_export (&fixture, "area");
  g_assert_true (dialog_bytes_hold (bytes, "<svg"));
  g_assert_true (g_file_get_contents (g_file_peek_path (taken), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  g_assert_true (g_file_delete (taken, NULL, NULL));
  dialog_tear_down (&fixture);
}

static void
test_language_and_colours (void)
{
  g_autoptr (GBytes) light = NULL;
  g_autoptr (GBytes) dark = NULL;
  ExportStage fixture;

  if (!dialog_set_up (&fixture))
    return;

  dialog_choose_language (&fixture, "fr");
  light = dialog_export (&fixture, "light.svg");
  g_assert_true (dialog_bytes_hold (light, "NSO devant la cour d’appel"));
  g_assert_true (dialog_bytes_hold (light, "mis sur écoute"));
  g_assert_false (dialog_bytes_hold (light, "Reported elsewhere as advocates"));
  g_assert_false (dialog_bytes_hold (light, "#2a2a2e"));

  dialog_show (&fixture);
  dialog_choose (&fixture, "background_row", BACKGROUND_DARK);
  dark = dialog_export (&fixture, "dark.svg");
  g_assert_true (dialog_bytes_hold (dark, "NSO in the appeal court"));
  g_assert_true (dialog_bytes_hold (dark, "#2a2a2e"));
  g_assert_cmpint (amicus_session_get_options (fixture.session)->scheme, ==, AMICUS_SCHEME_LIGHT);
  dialog_tear_down (&fixture);
}

/* The cards lie where they do in the window, whatever their colours. */
static void
test_places_kept (void)
{
  g_autoptr (GBytes) light = NULL;
  g_autoptr (GBytes) dark = NULL;
  AmicusPicture *picture;
  guint32 nso;
  AmicusPoint far = { 2000, -1500 };
  ExportStage fixture;

  if (!dialog_set_up (&fixture))
    return;

  picture = amicus_session_get_picture (fixture.session);
  nso = amicus_graph_find_entity (amicus_session_get_graph (fixture.session), "nso").id;
  amicus_picture_move_entities (picture, &nso, &far, 1);
  light = dialog_export (&fixture, "light.svg");
  dialog_show (&fixture);
  dialog_choose (&fixture, "background_row", BACKGROUND_DARK);
  dark = dialog_export (&fixture, "dark.svg");

  {
    g_autoptr (GRegex) box = g_regex_new ("viewBox=\"([^\"]*)\"", 0, 0, NULL);
    g_autoptr (GMatchInfo) first = NULL;
    g_autoptr (GMatchInfo) second = NULL;
    g_autofree char *one = NULL;
    g_autofree char *other = NULL;

    g_assert_true (g_regex_match (box, g_bytes_get_data (light, NULL), 0, &first));
    g_assert_true (g_regex_match (box, g_bytes_get_data (dark, NULL), 0, &second));
    one = g_match_info_fetch (first, 1);
    other = g_match_info_fetch (second, 1);
    g_assert_cmpstr (one, ==, other);
  }
  dialog_tear_down (&fixture);
}

/* GTK 4.8 may still compute the size of a window that is destroyed before it has been seen. */
static void
wait_until_seen (ExportStage *fixture)
{
  WAIT_FOR (amicus_export_preview_is_current (dialog_child (fixture, "preview")));
}

static gboolean
is_there (GFile *file)
{
  return g_file_query_exists (file, NULL);
}

/* Width and height of what an SVG shows of the picture within its frame. */
static AmicusRect
shown_size (GBytes *svg)
{
  g_autoptr (GRegex) clip = g_regex_new ("<clipPath.*>\\s*<rect .*width=\"([0-9.]+)\" height=\"([0-9.]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;

  g_assert_true (g_regex_match (clip, g_bytes_get_data (svg, NULL), 0, &match));
  width = g_match_info_fetch (match, 1);
  height = g_match_info_fetch (match, 2);

  return (AmicusRect) { 0, 0, g_ascii_strtod (width, NULL), g_ascii_strtod (height, NULL) };
}

/* Says which entities lie where @area is, and that the title, the legend and the source are there whatever it is. */
static void
check_framed (ExportStage          *fixture,
              GBytes           *svg,
              const AmicusRect *area)
{
  AmicusScene *scene = amicus_picture_get_scene (amicus_session_get_picture (fixture->session));
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);
  guint n_inside = 0;

  g_assert_true (dialog_bytes_hold (svg, ">NSO in the appeal court<"));
  g_assert_true (dialog_bytes_hold (svg, ">Legend<"));
  g_assert_true (dialog_bytes_hold (svg, ">Data News, December 2020<"));
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *id = g_strdup_printf ("\"entity-%u\"", items[i].element.id);
      AmicusRect shared = amicus_rect_intersection (&items[i].bounds, area);

      if (items[i].role != AMICUS_ROLE_CARD)
        continue;
      n_inside += !amicus_rect_is_empty (&shared);
      g_assert_cmpint (dialog_bytes_hold (svg, id), ==, !amicus_rect_is_empty (&shared));
    }
  g_assert_cmpuint (n_inside, >, 0);
  g_assert_cmpuint (n_inside, <, n_items);
}

static void
test_view (void)
{
  ExportStage fixture;
  AmicusRect shown;
  g_autoptr (GBytes) svg = NULL;

  if (!dialog_set_up (&fixture))
    return;

  dialog_choose (&fixture, "area_row", AREA_VIEW);
  svg = dialog_export (&fixture, "view.svg");
  shown = shown_size (svg);
  g_assert_cmpfloat_with_epsilon (shown.width, export_view.width, 1e-6);
  g_assert_cmpfloat_with_epsilon (shown.height, export_view.height, 1e-6);
  check_framed (&fixture, svg, &export_view);
  dialog_tear_down (&fixture);
}

static AmicusElement
select_nso (ExportStage *fixture)
{
  AmicusElement nso = amicus_graph_find_entity (amicus_session_get_graph (fixture->session), "nso");

  amicus_session_select (fixture->session, nso, AMICUS_SELECT_REPLACE);
  wait_until_seen (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  WAIT_FOR (fixture->dialog == NULL);
  dialog_show (fixture);
  dialog_choose (fixture, "area_row", AREA_SELECTION);

  return nso;
}

static void
test_selection (void)
{
  ExportStage fixture;
  AmicusElement nso;
  AmicusRect card;
  AmicusRect shown;
  g_autoptr (GBytes) svg = NULL;

  if (!dialog_set_up (&fixture))
    return;

  nso = select_nso (&fixture);
  svg = dialog_export (&fixture, "selection.svg");
  g_assert_true (amicus_scene_get_element_bounds (amicus_picture_get_scene (amicus_session_get_picture (fixture.session)),
                                                  nso, &card));
  card = amicus_rect_grow (&card, 20);
  shown = shown_size (svg);
  g_assert_cmpfloat_with_epsilon (shown.width, card.width, 2);
  g_assert_cmpfloat_with_epsilon (shown.height, card.height, 2);
  check_framed (&fixture, svg, &card);
  dialog_tear_down (&fixture);
}

/* Where the selection is no more, nothing is written rather than all. */
static void
test_selection_gone (void)
{
  ExportStage fixture;
  g_autoptr (GFile) file = NULL;

  if (!dialog_set_up (&fixture))
    return;

  select_nso (&fixture);
  amicus_session_clear_selection (fixture.session);
  gtk_switch_set_active (dialog_child (&fixture, "legend_switch"), FALSE);
  file = dialog_file_named (&fixture, "x.svg");
  amicus_export_dialog_save (fixture.dialog, file);
  wait_until_seen (&fixture);
  gtk_window_close (GTK_WINDOW (fixture.dialog));
  WAIT_FOR (fixture.dialog == NULL);
  g_assert_null (fixture.exported);
  g_assert_false (is_there (file));
  dialog_tear_down (&fixture);
}

/* The dialog stays and says what went wrong; then it can be done elsewhere. */
static void
test_failure (void)
{
  ExportStage fixture;
  AmicusBanner *banner;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!dialog_set_up (&fixture))
    return;

  banner = dialog_child (&fixture, "banner");
  file = g_file_new_build_filename (fixture.folder, "missing", "x.svg", NULL);
  amicus_export_dialog_save (fixture.dialog, file);
  WAIT_FOR (amicus_banner_get_message (banner) != NULL);
  g_assert_nonnull (strstr (amicus_banner_get_message (banner), "missing/x.svg"));
  g_assert_null (fixture.exported);

  bytes = dialog_export (&fixture, "x.svg");
  g_assert_true (dialog_bytes_hold (bytes, "<svg"));
  dialog_tear_down (&fixture);
}

/* A dialog that is closed while it writes goes on to the end, and tells it. */
static void
test_closed_while_saving (void)
{
  ExportStage fixture;
  g_autoptr (GFile) file = NULL;

  if (!dialog_set_up (&fixture))
    return;

  wait_until_seen (&fixture);
  file = dialog_file_named (&fixture, "x.svg");
  amicus_export_dialog_save (fixture.dialog, file);
  gtk_window_close (GTK_WINDOW (fixture.dialog));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture.dialog)));
  WAIT_FOR (fixture.dialog == NULL);
  g_assert_true (g_file_equal (fixture.exported, file));
  g_assert_true (g_file_delete (file, NULL, NULL));
  dialog_tear_down (&fixture);
}

static void
test_closed_before_failure (void)
{
  ExportStage fixture;
  g_autoptr (GFile) file = NULL;

  if (!dialog_set_up (&fixture))
    return;

  wait_until_seen (&fixture);
  file = g_file_new_build_filename (fixture.folder, "missing", "x.svg", NULL);
  amicus_export_dialog_save (fixture.dialog, file);
  gtk_window_close (GTK_WINDOW (fixture.dialog));
  WAIT_FOR (amicus_banner_get_message (dialog_child (&fixture, "banner")) != NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture.dialog)));
  g_assert_null (fixture.exported);
  dialog_tear_down (&fixture);
}

/* With its program, say. */
static void
test_destroyed_while_saving (void)
{
  ExportStage fixture;
  g_autoptr (GFile) file = NULL;

  if (!dialog_set_up (&fixture))
    return;

  wait_until_seen (&fixture);
  file = dialog_file_named (&fixture, "x.svg");
  amicus_export_dialog_save (fixture.dialog, file);
  gtk_window_destroy (GTK_WINDOW (fixture.dialog));
  WAIT_FOR (fixture.dialog == NULL);
  WAIT_FOR (is_there (file));
  g_assert_true (g_file_delete (file, NULL, NULL));
  dialog_tear_down (&fixture);
}

/* What is selected but not drawn is no part of the picture: here a source. */
static void
test_selection_not_drawn (void)
{
  ExportStage fixture;
  AmicusElement source;
  AmicusScene *scene;
  AmicusRect bounds;
  const guint32 *sources;
  guint n_sources;

  if (!dialog_set_up (&fixture))
    return;

  wait_until_seen (&fixture);
  sources = amicus_graph_get_sources (amicus_session_get_graph (fixture.session), &n_sources);
  g_assert_cmpuint (n_sources, >, 0);
  source = AMICUS_ENTITY (sources[0]);
  scene = amicus_picture_get_scene (amicus_session_get_picture (fixture.session));
  g_assert_false (amicus_scene_get_element_bounds (scene, source, &bounds));

  amicus_session_select (fixture.session, source, AMICUS_SELECT_REPLACE);
  gtk_window_destroy (GTK_WINDOW (fixture.dialog));
  WAIT_FOR (fixture.dialog == NULL);
  dialog_show (&fixture);
  g_assert_cmpuint (g_list_model_get_n_items (dialog_child (&fixture, "areas")), ==, AREA_SELECTION);
  dialog_tear_down (&fixture);
}

/* However often another picture is asked for, the last one is shown in the end. */
static void
test_preview (void)
{
  ExportStage fixture;
  AmicusExportPreview *preview;

  if (!dialog_set_up (&fixture))
    return;

  preview = dialog_child (&fixture, "preview");
  wait_until_seen (&fixture);
  for (guint i = 0; i < 20; i++)
    dialog_choose (&fixture, "area_row", i % 2 == 0 ? AREA_VIEW : AREA_ALL);
  g_assert_false (amicus_export_preview_is_current (preview));
  WAIT_FOR (amicus_export_preview_is_current (preview));
  dialog_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (gtk_init_check ())
    adw_init ();

  g_test_add_func ("/export-dialog/formats", test_formats);
  g_test_add_func ("/export-dialog/endings", test_endings);
  g_test_add_func ("/export-dialog/ending-taken", test_ending_taken);
  g_test_add_func ("/export-dialog/language-and-colours", test_language_and_colours);
  g_test_add_func ("/export-dialog/places-kept", test_places_kept);
  g_test_add_func ("/export-dialog/view", test_view);
  g_test_add_func ("/export-dialog/selection", test_selection);
  g_test_add_func ("/export-dialog/selection-gone", test_selection_gone);
  g_test_add_func ("/export-dialog/failure", test_failure);
  g_test_add_func ("/export-dialog/closed-while-saving", test_closed_while_saving);
  g_test_add_func ("/export-dialog/closed-before-failure", test_closed_before_failure);
  g_test_add_func ("/export-dialog/destroyed-while-saving", test_destroyed_while_saving);
  g_test_add_func ("/export-dialog/selection-not-drawn", test_selection_not_drawn);
  g_test_add_func ("/export-dialog/preview", test_preview);

  return g_test_run ();
}
