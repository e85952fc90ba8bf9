/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attributes as a person writes them in the inspector; each is seen in the text. */

#include "app/inspector/choice-row.h"
#include "app/inspector/edit-row.h"
#include "app/inspector/writing.h"
#include "edit-stage.h"
#include "widget-text.h"

#include <locale.h>

static const char two[] =
  "digraph {\n"
  "  graph [amicus=1];\n"
  "  apple [label=\"Apple\", lei=\"X\"];\n"
  "  nso [label=\"NSO Group\"];\n"
  "  lab [label=\"Citizen Lab\"];\n"
  "  apple -> nso;\n"
  "  subgraph sources {\n"
  "    news [kind=source, label=\"Data News\"];\n"
  "  }\n"
  "}\n";

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *name)
{
  if (g_str_equal (gtk_widget_get_name (widget), name) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
row_of (Driver     *driver,
        const char *attribute)
{
  return find_named (GTK_WIDGET (driver->window->inspector), attribute);
}

static gboolean
row_has_focus (Driver     *driver,
               const char *attribute)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (driver->window));
  GtkWidget *row = row_of (driver, attribute);

  return focus != NULL && row != NULL && gtk_widget_is_ancestor (focus, row);
}

static void
begin (Driver     *driver,
       const char *id)
{
  stage_select (driver, id);
  driver_xdotool ("key alt+Return");
  WAIT_FOR (row_has_focus (driver, "label"));
}

static void
write_in (Driver     *driver,
          const char *attribute,
          const char *text)
{
  GtkWidget *row;

  driver_settle (driver);
  WAIT_FOR ((row = row_of (driver, attribute)) != NULL);
  gtk_widget_grab_focus (row);
  WAIT_FOR (row_has_focus (driver, attribute));
  driver_xdotool ("key ctrl+a");
  driver_xdotool ("type -- '%s'", text);
}

static void
choose_in (Driver     *driver,
           const char *attribute,
           const char *text)
{
  GtkWidget *row;

  driver_settle (driver);
  WAIT_FOR ((row = row_of (driver, attribute)) != NULL);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  WAIT_FOR (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (driver->window)))
            || widget_find (row, GTK_TYPE_SEARCH_ENTRY, NULL) != NULL);
  driver_xdotool ("type -- '%s'", text);
  driver_xdotool ("key Return");
}

static void
test_texts (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, two);

  begin (&driver, "nso");
  write_in (&driver, "label", "NSO");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "nso [label=\"NSO\"]") || stage_says (&driver, "nso [label=NSO]"));
  /* The page was made anew, and one goes on where one was. */
  WAIT_FOR (row_has_focus (&driver, "label"));

  write_in (&driver, "startDate", "2010~");
  WAIT_FOR (widget_says (row_of (&driver, "startDate"), "about 2010"));
  driver_xdotool ("key Tab");
  WAIT_FOR (stage_says (&driver, "startDate=\"2010~\""));
  WAIT_FOR (row_has_focus (&driver, "endDate"));

  write_in (&driver, "country", "israel");
  WAIT_FOR (widget_says (row_of (&driver, "country"), "IL"));
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "country=IL") || stage_says (&driver, "country=\"IL\""));

  write_in (&driver, "description", "One");
  driver_xdotool ("key Return");
  driver_xdotool ("type Two");
  driver_xdotool ("key ctrl+Return");
  WAIT_FOR (stage_says (&driver, "description=\"One\\nTwo\""));

  write_in (&driver, "endDate", "someday");
  WAIT_FOR (widget_says (row_of (&driver, "endDate"), "kept as text"));
  driver_xdotool ("key Escape");
  driver_xdotool ("key Return");
  driver_settle (&driver);
  g_assert_false (stage_says (&driver, "endDate"));

  stage_close (&driver, path);
}

static void
test_choices (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, two);

  begin (&driver, "nso");
  choose_in (&driver, "kind", "company");
  WAIT_FOR (stage_says (&driver, "kind=company"));
  choose_in (&driver, "kind", "spyware maker");
  WAIT_FOR (stage_says (&driver, "kind=\"spyware maker\""));

  amicus_session_select (driver.session, AMICUS_RELATION (0), AMICUS_SELECT_REPLACE);
  WAIT_FOR (row_of (&driver, "status") != NULL);
  choose_in (&driver, "kind", "opposes");
  WAIT_FOR (stage_says (&driver, "apple -> nso [kind=opposes]"));
  choose_in (&driver, "status", "alleged");
  WAIT_FOR (stage_says (&driver, "status=alleged"));
  choose_in (&driver, "saidBy", "citizen");
  WAIT_FOR (stage_says (&driver, "saidBy=lab"));
  driver_settle (&driver);

  stage_close (&driver, path);
}

static void
test_evidence (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, two);

  begin (&driver, "nso");
  choose_in (&driver, "cites", "data");
  WAIT_FOR (stage_says (&driver, "cites="));
  write_in (&driver, "cites.0.locator", "p. 2");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "news; p. 2"));
  write_in (&driver, "cites.0.quote", "so; it is");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "news; p. 2; so; it is"));
  choose_in (&driver, "cites", "The Report");
  WAIT_FOR (stage_says (&driver, "label=\"The Report\"") && stage_says (&driver, "\\nthe_report"));
  driver_settle (&driver);

  stage_close (&driver, path);
}

/* What is written goes to what it was written for, whatever is selected by then. */
static void
test_other_selected (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, two);

  begin (&driver, "nso");
  write_in (&driver, "country", "IL");
  amicus_session_select (driver.session, driver_entity (&driver, "apple"), AMICUS_SELECT_REPLACE);
  WAIT_FOR (stage_says (&driver, "country"));
  g_assert_true (stage_says (&driver, "nso [label=\"NSO Group\", country=IL]"));
  driver_settle (&driver);

  stage_close (&driver, path);
}

/* Several at once are one step. */
static void
test_many (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, two);

  stage_select (&driver, "nso");
  amicus_session_select (driver.session, driver_entity (&driver, "apple"), AMICUS_SELECT_ADD);
  driver_xdotool ("key alt+Return");
  choose_in (&driver, "kind", "company");
  WAIT_FOR (stage_says (&driver, "kind=company"));
  g_autofree char *text = stage_text (&driver);
  g_auto (GStrv) parts = g_strsplit (text, ", kind=", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_true (amicus_document_undo (stage_document (&driver)));
  g_autofree char *before = stage_text (&driver);
  g_assert_cmpstr (before, ==, two);
  driver_settle (&driver);

  stage_close (&driver, path);
}

/* An attribute that nobody knows is text; Escape ends editing. */
static void
test_others (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;

  char *path = stage_open (&driver, two);

  begin (&driver, "nso");
  choose_in (&driver, "add-attribute", "watchers");
  WAIT_FOR (row_has_focus (&driver, "watchers"));
  driver_xdotool ("type many");
  driver_xdotool ("key Return");
  WAIT_FOR (stage_says (&driver, "watchers=many"));
  WAIT_FOR (row_has_focus (&driver, "watchers"));
  driver_xdotool ("key ctrl+a BackSpace Return");
  WAIT_FOR (!stage_says (&driver, "watchers"));
  driver_settle (&driver);
  driver_xdotool ("key Escape");
  WAIT_FOR (row_of (&driver, "label") == NULL);

  stage_close (&driver, path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/edit-inspector/texts", test_texts);
  g_test_add_func ("/edit-inspector/choices", test_choices);
  g_test_add_func ("/edit-inspector/evidence", test_evidence);
  g_test_add_func ("/edit-inspector/other-selected", test_other_selected);
  g_test_add_func ("/edit-inspector/many", test_many);
  g_test_add_func ("/edit-inspector/others", test_others);

  return g_test_run ();
}
