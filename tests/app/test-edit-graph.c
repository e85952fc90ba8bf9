/* SPDX-License-Identifier: GPL-3.0-or-later
 * Edits as a person makes them; each is seen in the text. */

#include "document/commands.h"
#include "edit-stage.h"

#include <locale.h>
#include <string.h>

static const char three[] =
  "digraph {\n"
  "  graph [amicus=1];\n"
  "  apple [kind=company, label=\"Apple\"];\n"
  "  nso [kind=company, label=\"NSO Group\"];\n"
  "  suit [kind=litigation, label=\"Apple v. NSO\"];\n"
  "  apple -> suit [kind=plaintiff];\n"
  "}\n";

static void
test_add (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);

  driver_xdotool ("key Insert");
  WAIT_FOR (stage_asks (&driver));
  driver_xdotool ("type 'Citizen Lab'");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "\"Citizen Lab\""));
  WAIT_FOR (!stage_asks (&driver));
  g_assert_cmpstr (stage_primary_id (&driver), ==, "citizen_lab");
  driver_settle (&driver);

  g_assert_true (amicus_document_undo (stage_document (&driver)));
  driver_settle (&driver);
  g_autofree char *text = stage_text (&driver);
  g_assert_cmpstr (text, ==, three);

  stage_close (&driver, path);
}

static void
test_add_by_pointer (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);

  driver_point_at (&driver, driver_entity (&driver, "nso"));

  AmicusPoint there = driver_locate (&driver, driver_entity (&driver, "nso"));

  driver_xdotool ("mousemove %.0f %.0f click --repeat 2 --delay 60 1", there.x, there.y + 160);
  WAIT_FOR (stage_asks (&driver));
  driver_xdotool ("type 'A \\ B'");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "\"A \\\\ B\""));
  driver_settle (&driver);

  stage_close (&driver, path);
}

static void
test_connect_by_drag (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);
  AmicusElement nso = driver_entity (&driver, "nso");

  driver_point_at (&driver, nso);

  AmicusPoint from = driver_locate (&driver, nso);
  AmicusPoint to = driver_locate (&driver, driver_entity (&driver, "suit"));
  AmicusRect bounds;

  amicus_scene_get_element_bounds (amicus_picture_get_scene (amicus_session_get_picture (driver.session)), nso,
                                   &bounds);
  driver_xdotool ("mousemove %.0f %.0f", from.x + bounds.width / 2 * amicus_canvas_get_scale (driver.canvas) + 3,
                  from.y);
  driver_xdotool ("mousedown 1 mousemove_relative --sync 12 4 mousemove --sync %.0f %.0f "
                  "mousemove_relative --sync 2 2 mouseup 1", to.x, to.y);
  WAIT_FOR (stage_asks (&driver));
  /* What a company is to litigation comes first. */
  driver_xdotool ("key Down Return");
  WAIT_FOR (stage_says (&driver, "nso -> suit"));
  g_assert_true (stage_says (&driver, "nso -> suit [kind=defendant]"));
  g_assert_cmpint (stage_primary (&driver).kind, ==, AMICUS_ELEMENT_RELATION);
  driver_settle (&driver);

  stage_close (&driver, path);
}

static void
test_connect_by_keyboard (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);

  stage_select (&driver, "apple");
  driver_xdotool ("key ctrl+l");
  driver_xdotool ("key Escape");
  driver_settle (&driver);
  g_assert_cmpstr (stage_primary_id (&driver), ==, "apple");

  amicus_session_select (driver.session, driver_entity (&driver, "nso"), AMICUS_SELECT_ADD);
  driver_xdotool ("key ctrl+l");
  WAIT_FOR (stage_asks (&driver));
  driver_xdotool ("type hacked");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "apple -> nso [kind=hacked]"));
  driver_settle (&driver);

  stage_close (&driver, path);
}

/* The arrows choose the other end. */
static void
test_connect_by_arrows (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, "digraph {\n  a;\n  b;\n  a -> c;\n  b -> c;\n}\n");

  stage_select (&driver, "a");
  driver_xdotool ("key ctrl+l");
  driver_xdotool ("key Right");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_asks (&driver));
  driver_xdotool ("type related");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "kind=related"));
  driver_settle (&driver);

  stage_close (&driver, path);
}

static void
test_rename (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);

  stage_select (&driver, "nso");
  driver_xdotool ("key F2");
  WAIT_FOR (stage_asks (&driver));
  driver_xdotool ("type 'NSO'");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "nso [kind=company, label=NSO]") || stage_says (&driver, "nso [kind=company, label=\"NSO\"]"));
  g_assert_cmpstr (stage_primary_id (&driver), ==, "nso");
  driver_settle (&driver);

  stage_close (&driver, path);
}

/* What is removed is told, with how much, and comes back. */
static void
test_remove (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);

  stage_select (&driver, "suit");
  driver_xdotool ("key Delete");
  WAIT_FOR (!stage_says (&driver, "suit"));
  g_assert_nonnull (driver.window->undo_toast);
  g_assert_nonnull (strstr (adw_toast_get_title (driver.window->undo_toast), "1 relation"));
  g_assert_cmpstr (adw_toast_get_action_name (driver.window->undo_toast), ==, "win.undo");
  driver_settle (&driver);

  g_assert_true (amicus_document_undo (stage_document (&driver)));
  driver_settle (&driver);
  g_autofree char *text = stage_text (&driver);
  g_assert_cmpstr (text, ==, three);

  stage_close (&driver, path);
}

/* Several kinds of elements go in one step. */
static void
test_remove_many (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);

  amicus_session_select (driver.session, driver_entity (&driver, "apple"), AMICUS_SELECT_REPLACE);
  amicus_session_select (driver.session, AMICUS_RELATION (0), AMICUS_SELECT_ADD);
  driver_activate (&driver, "win.delete", NULL);
  g_assert_false (stage_says (&driver, "apple"));
  g_assert_true (amicus_document_undo (stage_document (&driver)));
  g_autofree char *text = stage_text (&driver);
  g_assert_cmpstr (text, ==, three);
  driver_settle (&driver);

  stage_close (&driver, path);
}

static void
test_pin (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);

  stage_select (&driver, "apple");
  driver_xdotool ("key p");
  WAIT_FOR (stage_says (&driver, "pos="));
  driver_settle (&driver);
  driver_xdotool ("key shift+p");
  WAIT_FOR (!stage_says (&driver, "pos="));
  driver_settle (&driver);

  driver_activate (&driver, "win.keep-arrangement", NULL);
  g_autofree char *text = stage_text (&driver);
  g_auto (GStrv) parts = g_strsplit (text, "pos=", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  driver_settle (&driver);

  stage_close (&driver, path);
}

/* What an edit does not touch stays where it was, selected and in view. */
static void
test_stays (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);
  GError *error = NULL;

  stage_select (&driver, "suit");
  driver_xdotool ("key plus plus");
  driver_settle (&driver);
  AmicusViewport before = *amicus_canvas_get_viewport (driver.canvas);

  g_assert_true (amicus_document_add_entity (stage_document (&driver), "aaa", NULL, 0, &error));
  g_assert_cmpstr (stage_primary_id (&driver), ==, "suit");
  driver_settle (&driver);
  g_assert_true (G_APPROX_VALUE (before.scale, amicus_canvas_get_scale (driver.canvas), 1e-9));
  driver_xdotool ("key Return");
  driver_settle (&driver);
  g_assert_cmpstr (stage_primary_id (&driver), ==, "suit");

  stage_close (&driver, path);
}

static void
test_reverse (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);

  amicus_session_select (driver.session, AMICUS_RELATION (0), AMICUS_SELECT_REPLACE);
  driver_activate (&driver, "win.reverse", NULL);
  g_assert_true (stage_says (&driver, "suit -> apple"));
  driver_settle (&driver);

  stage_close (&driver, path);
}

static void
test_menu (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, three);

  driver_point_at (&driver, driver_entity (&driver, "nso"));

  AmicusPoint there = driver_locate (&driver, driver_entity (&driver, "nso"));

  driver_xdotool ("mousemove %.0f %.0f click 3", there.x, there.y);
  WAIT_FOR (stage_asks (&driver));
  g_assert_cmpstr (stage_primary_id (&driver), ==, "nso");
  driver_xdotool ("key Escape");
  WAIT_FOR (!stage_asks (&driver));
  driver_xdotool ("key Menu");
  WAIT_FOR (stage_asks (&driver));
  driver_xdotool ("key Escape");
  WAIT_FOR (!stage_asks (&driver));

  stage_close (&driver, path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/edit/add", test_add);
  g_test_add_func ("/edit/add-by-pointer", test_add_by_pointer);
  g_test_add_func ("/edit/connect-by-drag", test_connect_by_drag);
  g_test_add_func ("/edit/connect-by-keyboard", test_connect_by_keyboard);
  g_test_add_func ("/edit/connect-by-arrows", test_connect_by_arrows);
  g_test_add_func ("/edit/rename", test_rename);
  g_test_add_func ("/edit/remove", test_remove);
  g_test_add_func ("/edit/remove-many", test_remove_many);
  g_test_add_func ("/edit/pin", test_pin);
  g_test_add_func ("/edit/stays", test_stays);
  g_test_add_func ("/edit/reverse", test_reverse);
  g_test_add_func ("/edit/menu", test_menu);

  return g_test_run ();
}
