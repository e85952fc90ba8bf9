/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/inspector/inspector.h"

#include "app/inspector/element-row.h"
#include "app/inspector/link.h"
#include "app/inspector/property-row.h"
#include "app/inspector/row-list.h"
#include "drawing/describe.h"
#include "graph/evidence.h"
#include "widget-text.h"
#include "window-driver.h"

#include <string.h>

typedef struct
{
  AmicusSession *session;
  GtkWidget *window;
  AmicusInspector *inspector;
  AmicusElement revealed;
} Fixture;

static void
reveal_cb (AmicusSession       *session,
           const AmicusElement *element,
           Fixture             *fixture)
{
  fixture->revealed = *element;
}

static void
open_text (Fixture    *fixture,
           const char *text,
           gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusDocument) document = amicus_document_new_for_bytes (NULL, bytes, &error);

  g_assert_no_error (error);
  amicus_session_set_document (fixture->session, document);
}

static void
open_example (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), "data", "nso-2020.gv", NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  open_text (fixture, text, length);
}

static gboolean
set_up (Fixture *fixture)
{
  if (!driver_has_display ())
    return FALSE;

  *fixture = (Fixture) { amicus_session_new (NULL), gtk_window_new () };
  g_signal_connect (fixture->session, "reveal", G_CALLBACK (reveal_cb), fixture);
  amicus_session_set_language (fixture->session, "en");
  fixture->inspector = g_object_new (AMICUS_TYPE_INSPECTOR, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->inspector));
  amicus_inspector_set_session (fixture->inspector, fixture->session);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 340, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));

  return TRUE;
}

static void
tear_down (Fixture *fixture)
{
  GtkWidget *inspector = g_object_ref (GTK_WIDGET (fixture->inspector));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (inspector);
  amicus_picture_cancel (amicus_session_get_picture (fixture->session));
  g_assert_finalize_object (fixture->session);
}

static void
wait_for_page (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
select_element (Fixture       *fixture,
                AmicusElement  element)
{
  amicus_session_select (fixture->session, element, AMICUS_SELECT_REPLACE);
  wait_for_page (fixture);
}

static AmicusElement
entity (Fixture    *fixture,
        const char *id)
{
  return amicus_graph_find_entity (amicus_session_get_graph (fixture->session), id);
}

static AmicusElement
relation (Fixture    *fixture,
          const char *from,
          const char *to)
{
  AmicusGraph *graph = amicus_session_get_graph (fixture->session);

  for (guint i = 0; i < amicus_graph_get_n_relations (graph); i++)
    {
      guint32 tail, head;

      amicus_graph_get_ends (graph, i, &tail, &head);
      if (tail == entity (fixture, from).id && head == entity (fixture, to).id)
        return AMICUS_RELATION (i);
    }

  g_assert_not_reached ();
}

static void
assert_says (Fixture    *fixture,
             const char *text)
{
  if (widget_says (GTK_WIDGET (fixture->inspector), text))
    return;

  g_test_message ("%s", widget_text (GTK_WIDGET (fixture->inspector)));
  g_error ("the inspector does not say “%s”", text);
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *text)
{
  GtkWidget *row = widget_find (GTK_WIDGET (fixture->inspector), AMICUS_TYPE_ELEMENT_ROW, text);

  g_assert_nonnull (row);

  return row;
}

/* Both ends of a label's isolation, as names in composed lines have it. */
#define NAME(name) "\u2068" name "\u2069"

/* Every relation is of one of the families that the page has a row for. */
static void
assert_families (Fixture *fixture)
{
  AmicusGraph *graph = amicus_session_get_graph (fixture->session);
  guint n_of[AMICUS_N_FAMILIES] = { 0 };

  for (guint i = 0; i < amicus_graph_get_n_relations (graph); i++)
    n_of[amicus_family_from_word (amicus_graph_get_attribute (graph, AMICUS_RELATION (i), "kind"))]++;
  for (guint i = 0; i < AMICUS_N_FAMILIES; i++)
    {
      g_autofree char *name = amicus_capitalize (amicus_family_name (i, "en"));
      g_autofree char *row = g_strdup_printf ("%s\n%u\n", name, n_of[i]);

      g_assert_cmpint (widget_says (GTK_WIDGET (fixture->inspector), row), ==, n_of[i] > 0);
    }
}

static void
test_graph (void)
{
  Fixture fixture;

  if (!set_up (&fixture))
    return;

  wait_for_page (&fixture);
  g_assert_false (widget_says (GTK_WIDGET (fixture.inspector), "Relations"));

  open_example (&fixture);
  wait_for_page (&fixture);
  assert_says (&fixture, "NSO in the appeal court");
  assert_says (&fixture, "Who supports whom, December 2020, as told by Data News");
  assert_says (&fixture, "Entities\n38\n");
  assert_says (&fixture, "Sources\n1\n");
  assert_says (&fixture, "Disputed ≠\n2\n");
  assert_families (&fixture);
  find_row (&fixture, "Data News, December 2020");
  tear_down (&fixture);
}

static void
test_entity (void)
{
  Fixture fixture;
  GtkWidget *row;

  if (!set_up (&fixture))
    return;

  open_example (&fixture);
  select_element (&fixture, entity (&fixture, "nso"));
  assert_says (&fixture, "Company");
  assert_says (&fixture, "Also NSO Group");
  assert_says (&fixture, "Israeli company that sells hacking tools.");
  assert_says (&fixture, "Israel");
  assert_says (&fixture, NAME ("nso") ", line ");

  row = find_row (&fixture, "→ " NAME ("Facebook v. NSO"));
  g_assert_true (widget_says (row, "defendant · established · since 2019"));
  find_row (&fixture, "← " NAME ("The five co-signers"));

  g_assert_true (gtk_widget_activate (row));
  g_assert_true (amicus_element_equal (amicus_session_get_primary (fixture.session),
                                       relation (&fixture, "nso", "case_fb_nso")));
  g_assert_true (amicus_element_equal (fixture.revealed, relation (&fixture, "nso", "case_fb_nso")));
  tear_down (&fixture);
}

/* Tab goes to what can be done, and leaves what is only read alone. */
static void
test_focus (void)
{
  Fixture fixture;
  GtkWidget *label;
  guint n_focused = 0;

  if (!set_up (&fixture))
    return;

  open_example (&fixture);
  select_element (&fixture, entity (&fixture, "nso"));
  label = widget_find (GTK_WIDGET (fixture.inspector), GTK_TYPE_LABEL, "Israeli company");
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (label)));
  for (guint i = 0; i < 40; i++)
    if (gtk_widget_child_focus (fixture.window, GTK_DIR_TAB_FORWARD))
      {
        g_assert_false (GTK_IS_LABEL (gtk_window_get_focus (GTK_WINDOW (fixture.window))));
        n_focused++;
      }
  g_assert_cmpuint (n_focused, >, 0);
  tear_down (&fixture);
}

/* Who says it, who denies it, and in which words. */
static void
test_relation (void)
{
  Fixture fixture;

  if (!set_up (&fixture))
    return;

  open_example (&fixture);
  select_element (&fixture, relation (&fixture, "nso_tools", "khashoggi"));
  assert_says (&fixture, "wiretapped");
  assert_says (&fixture, "Status\nDisputed");
  assert_says (&fixture, "Said by\nCitizen Lab");
  assert_says (&fixture, "Denied by\nNSO");
  assert_says (&fixture, "Said by Citizen Lab, as the sentence is built; expressly denied by NSO.");
  assert_says (&fixture, "¶ 7\n“ce que NSO a explicitement démenti”");
  assert_says (&fixture, "https://datanews.levif.be/ict/actualite/");
  g_assert_cmpuint (widget_count (GTK_WIDGET (fixture.inspector), AMICUS_TYPE_ELEMENT_ROW), ==, 5);

  gtk_widget_activate (find_row (&fixture, "Jamal Khashoggi"));
  wait_for_page (&fixture);
  assert_says (&fixture, "Journalist, murdered in 2018.");
  assert_says (&fixture, "In the group\nNamed as targets");
  assert_says (&fixture, "Died\n2018");
  tear_down (&fixture);
}

static void
test_private_note (void)
{
  Fixture fixture;

  if (!set_up (&fixture))
    return;

  open_example (&fixture);
  select_element (&fixture, relation (&fixture, "nso_tools", "g_food"));
  assert_says (&fixture, "Private note, never exported\nReported elsewhere");
  tear_down (&fixture);
}

static void
test_group_and_source (void)
{
  Fixture fixture;

  if (!set_up (&fixture))
    return;

  open_example (&fixture);
  select_element (&fixture, amicus_graph_find_group (amicus_session_get_graph (fixture.session),
                                                     "cluster_targets"));
  assert_says (&fixture, "Named as targets");
  assert_says (&fixture, "Members");
  find_row (&fixture, "Jamal Khashoggi");

  select_element (&fixture, entity (&fixture, "article"));
  assert_says (&fixture, "Cited by\n48\n");
  find_row (&fixture, NAME ("NSO’s tools") " → " NAME ("Jamal Khashoggi"));
  tear_down (&fixture);
}

/* Without a direction there is no arrow. */
static void
test_undirected (void)
{
  static const char text[] = "graph { a [label=A]; b [label=B]; a -- b [kind=related] }";
  Fixture fixture;

  if (!set_up (&fixture))
    return;

  open_text (&fixture, text, sizeof text - 1);
  select_element (&fixture, entity (&fixture, "b"));
  gtk_widget_activate (find_row (&fixture, "— " NAME ("A")));
  wait_for_page (&fixture);
  assert_says (&fixture, "Between\nA\nAnd\nB\n");
  tear_down (&fixture);
}

static void
test_language (void)
{
  Fixture fixture;

  if (!set_up (&fixture))
    return;

  open_example (&fixture);
  select_element (&fixture, relation (&fixture, "nso_tools", "khashoggi"));
  amicus_session_set_language (fixture.session, "fr");
  wait_for_page (&fixture);
  assert_says (&fixture, "mis sur écoute");
  assert_says (&fixture, "NSO l’a explicitement démenti.");
  tear_down (&fixture);
}

static void
test_several (void)
{
  Fixture fixture;
  AmicusElement elements[2];

  if (!set_up (&fixture))
    return;

  open_example (&fixture);
  elements[0] = entity (&fixture, "nso");
  elements[1] = relation (&fixture, "facebook", "case_fb_nso");
  amicus_session_select_many (fixture.session, elements, 2, AMICUS_SELECT_REPLACE);
  wait_for_page (&fixture);
  assert_says (&fixture, "Selected\n2\n");
  find_row (&fixture, NAME ("Facebook") " → " NAME ("Facebook v. NSO"));
  find_row (&fixture, "Company");
  tear_down (&fixture);
}

static const char hostile[] =
  "digraph \"R&D <b>\" {\n"
  "  label=\"<i>R&D</i>\"\n"
  "  a [kind=company, label=\"R&D\", URL=\"javascript:alert(1)\", alias=\"AT&T\", \"<b>&\"=\"x & <y>\",\n"
  "     cites=\"nowhere; p. 1; <b>said</b>\"];\n"
  "  b [label=\"<a href=\\\"file:///etc\\\">x</a>\", description=\"\xff\xfe evil\", URL=\"https://ex\u00e4mple.org/?a=1&b=2\"];\n"
  "  a -> b [kind=\"<u>k&</u>\", status=alleged, saidBy=\"&nobody\", cites=\"s; 1; q\"];\n"
  "  a -> a [kind=owns];\n"
  "  s [kind=source, label=\"S & <co>\", publisher=\"<p>\", URL=\"file:///etc/passwd\"];\n"
  "}\n";

static GtkWidget *
visible_button (GtkWidget *row)
{
  GtkWidget *button = widget_find (row, GTK_TYPE_BUTTON, NULL);

  return button != NULL && gtk_widget_get_visible (button) ? button : NULL;
}

/* A stranger's text is text. */
static void
test_hostile (void)
{
  Fixture fixture;
  GtkWidget *row;

  if (!set_up (&fixture))
    return;

  open_text (&fixture, hostile, sizeof hostile - 1);
  wait_for_page (&fixture);
  assert_says (&fixture, "<i>R&D</i>");
  assert_says (&fixture, "S & <co>");

  select_element (&fixture, entity (&fixture, "a"));
  assert_says (&fixture, "R&D\n");
  assert_says (&fixture, "Also AT&T");
  assert_says (&fixture, "<b>&\nx & <y>");
  assert_says (&fixture, "Source missing in the file\nnowhere");
  assert_says (&fixture, "“<b>said</b>”");
  assert_says (&fixture, "→ " NAME ("<a href=\"file:///etc\">x</a>"));
  assert_says (&fixture, "↻ " NAME ("R&D"));
  row = widget_find (GTK_WIDGET (fixture.inspector), AMICUS_TYPE_PROPERTY_ROW, "javascript:alert(1)");
  g_assert_nonnull (row);
  g_assert_null (visible_button (row));

  select_element (&fixture, entity (&fixture, "b"));
  assert_says (&fixture, "\ufffd\ufffd evil");
  assert_says (&fixture, NAME ("b") ", line 5");
  row = widget_find (GTK_WIDGET (fixture.inspector), AMICUS_TYPE_PROPERTY_ROW,
                     "https://xn--exmple-cua.org/?a=1&b=2");
  g_assert_nonnull (row);
  g_assert_nonnull (visible_button (row));

  select_element (&fixture, relation (&fixture, "a", "b"));
  assert_says (&fixture, "<u>k&</u>");
  assert_says (&fixture, "Missing in the file\n&nobody");
  row = widget_find (GTK_WIDGET (fixture.inspector), AMICUS_TYPE_PROPERTY_ROW, "file:///etc/passwd");
  g_assert_nonnull (row);
  g_assert_null (visible_button (row));
  tear_down (&fixture);
}

/* A hub's page is there at once, and all of it can be reached. */
static void
test_many_relations (void)
{
  GString *text = g_string_new ("digraph { hub [label=Hub]");
  Fixture fixture;
  GtkWidget *list;

  if (!set_up (&fixture))
    return;

  for (guint i = 0; i < 250; i++)
    g_string_append_printf (text, "; hub -> n%u [kind=owns]", i);
  g_string_append (text, "}");
  open_text (&fixture, text->str, text->len);
  g_string_free (text, TRUE);

  select_element (&fixture, entity (&fixture, "hub"));
  list = widget_find (GTK_WIDGET (fixture.inspector), AMICUS_TYPE_ROW_LIST, NULL);
  assert_says (&fixture, "Relations\n250\n");
  for (guint shown = 100; shown < 250; shown += 100)
    {
      g_assert_cmpuint (amicus_row_list_n_shown (AMICUS_ROW_LIST (list)), ==, shown);
      g_assert_cmpuint (widget_count (list, AMICUS_TYPE_ELEMENT_ROW), ==, shown);
      g_assert_true (gtk_widget_activate_action (list, "list.show-more", NULL));
    }
  g_assert_cmpuint (widget_count (list, AMICUS_TYPE_ELEMENT_ROW), ==, 250);
  g_assert_false (widget_says (list, "Show"));
  tear_down (&fixture);
}

static GtkWidget *
find_list (Fixture    *fixture,
           const char *title)
{
  return widget_find (GTK_WIDGET (fixture->inspector), AMICUS_TYPE_ROW_LIST, title);
}

/* Whatever there is much of is there at once, and all of it can be reached. */
static void
test_much_of_everything (void)
{
  static const char *const titles[] = { "Other", "Evidence", "Said by" };
  GString *text = g_string_new ("digraph { a -> b [");
  Fixture fixture;

  if (!set_up (&fixture))
    return;

  for (guint i = 0; i < 250; i++)
    g_string_append_printf (text, "k%u=v ", i);
  for (guint i = 0; i < 250; i++)
    g_string_append_printf (text, "%ssource; p. %u", i == 0 ? "cites=\"" : "\\n", i);
  for (guint i = 0; i < 250; i++)
    g_string_append_printf (text, "%ss%u", i == 0 ? "\", saidBy=\"" : "\\n", i);
  g_string_append (text, "\"] }");
  open_text (&fixture, text->str, text->len);
  g_string_free (text, TRUE);

  select_element (&fixture, AMICUS_RELATION (0));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *list = find_list (&fixture, titles[i]);

      g_assert_cmpuint (amicus_row_list_n_shown (AMICUS_ROW_LIST (list)), ==, 100);
      g_assert_true (widget_says (list, "Show 100 More"));
      g_assert_true (gtk_widget_activate_action (list, "list.show-more", NULL));
      g_assert_true (widget_says (list, "Show 50 More"));
      g_assert_true (gtk_widget_activate_action (list, "list.show-more", NULL));
      g_assert_cmpuint (amicus_row_list_n_shown (AMICUS_ROW_LIST (list)), ==, 250);
      g_assert_false (widget_says (list, "More"));
    }
  /* The source is named once. */
  g_assert_cmpuint (widget_count (find_list (&fixture, "Evidence"), AMICUS_TYPE_PROPERTY_ROW), ==, 251);
  tear_down (&fixture);
}

static void
test_long_text (void)
{
  g_autofree char *word = g_strnfill (300000, 'x');
  g_autofree char *text = g_strdup_printf ("digraph { a [description=\"%s\"] }", word);
  Fixture fixture;

  if (!set_up (&fixture))
    return;

  open_text (&fixture, text, strlen (text));
  select_element (&fixture, entity (&fixture, "a"));
  g_assert_nonnull (widget_find (GTK_WIDGET (fixture.inspector), GTK_TYPE_TEXT_VIEW, "xxx"));
  tear_down (&fixture);
}

static void
assert_link (const char *address,
             const char *expected)
{
  g_autofree char *link = amicus_link_normalise (address);

  g_assert_cmpstr (link, ==, expected);
}

static void
test_links (void)
{
  assert_link ("https://example.org", "https://example.org");
  assert_link ("https://example.org:8080/a%2Fb?c=%26#d", "https://example.org:8080/a%2Fb?c=%26#d");
  assert_link ("https://\u0430pple.com/x", "https://xn--pple-43d.com/x");
  assert_link ("mailto:a@b.org", "mailto:a@b.org");
  assert_link ("file:///etc/passwd", NULL);
  assert_link ("javascript:alert(1)", NULL);
  assert_link ("https://bank.org@evil.org/", NULL);
  assert_link ("nonsense", NULL);
  assert_link ("", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (gtk_init_check ())
    adw_init ();

  g_test_add_func ("/inspector/links", test_links);
  g_test_add_func ("/inspector/graph", test_graph);
  g_test_add_func ("/inspector/entity", test_entity);
  g_test_add_func ("/inspector/focus", test_focus);
  g_test_add_func ("/inspector/relation", test_relation);
  g_test_add_func ("/inspector/private-note", test_private_note);
  g_test_add_func ("/inspector/group-and-source", test_group_and_source);
  g_test_add_func ("/inspector/undirected", test_undirected);
  g_test_add_func ("/inspector/language", test_language);
  g_test_add_func ("/inspector/several", test_several);
  g_test_add_func ("/inspector/hostile", test_hostile);
  g_test_add_func ("/inspector/many-relations", test_many_relations);
  g_test_add_func ("/inspector/much-of-everything", test_much_of_everything);
  g_test_add_func ("/inspector/long-text", test_long_text);

  return g_test_run ();
}
