/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/session.h"

typedef struct
{
  AmicusSession *session;
  guint n_signals;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_signals++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->session = amicus_session_new (NULL);
  fixture->n_signals = 0;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

static void
count (Fixture    *fixture,
       const char *signal)
{
  g_signal_connect_swapped (fixture->session, signal, G_CALLBACK (count_cb), fixture);
}

/* How often the signal came since the last question. */
static guint
take_count (Fixture *fixture)
{
  guint n = fixture->n_signals;

  fixture->n_signals = 0;
  return n;
}

static AmicusDocument *
make_document (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AmicusDocument *document = amicus_document_new_for_bytes (NULL, bytes, &error);

  g_assert_no_error (error);
  return document;
}

/* "e3 r0" for what is selected. */
static char *
spell_selection (AmicusSession *session)
{
  GString *text = g_string_new (NULL);
  guint n;
  const AmicusElement *elements = amicus_session_get_selection (session, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%c%u", i > 0 ? " " : "",
                            elements[i].kind == AMICUS_ELEMENT_ENTITY ? 'e' : 'r', elements[i].id);
  return g_string_free (text, FALSE);
}

#define assert_selected(session, text)                             \
  G_STMT_START                                                     \
    {                                                              \
      g_autofree char *spelt = spell_selection (session);          \
      g_assert_cmpstr (spelt, ==, (text));                         \
    }                                                              \
  G_STMT_END

static void
test_selection (Fixture      *fixture,
                gconstpointer data)
{
  static const struct
  {
    AmicusElement elements[4];
    guint n;
    AmicusSelectMode mode;
    const char *selected;
    guint n_signals;
  } steps[] = {
    { { { 0 } }, 0, AMICUS_SELECT_REPLACE, "", 0 },
    { { { AMICUS_ELEMENT_ENTITY, 1 } }, 1, AMICUS_SELECT_REPLACE, "e1", 1 },
    { { { AMICUS_ELEMENT_ENTITY, 1 } }, 1, AMICUS_SELECT_REPLACE, "e1", 0 },
    { { { AMICUS_ELEMENT_ENTITY, 1 } }, 1, AMICUS_SELECT_ADD, "e1", 0 },
    { { { AMICUS_ELEMENT_RELATION, 1 } }, 1, AMICUS_SELECT_ADD, "e1 r1", 1 },
    { { { AMICUS_ELEMENT_ENTITY, 1 } }, 1, AMICUS_SELECT_ADD, "r1 e1", 1 },
    { { { AMICUS_ELEMENT_ENTITY, 1 }, { AMICUS_ELEMENT_ENTITY, 2 } }, 2, AMICUS_SELECT_TOGGLE, "r1 e2", 1 },
    { { { AMICUS_ELEMENT_ENTITY, 5 }, { AMICUS_ELEMENT_ENTITY, 5 } }, 2, AMICUS_SELECT_TOGGLE, "r1 e2 e5", 1 },
    { { { AMICUS_ELEMENT_NONE, 7 } }, 1, AMICUS_SELECT_ADD, "r1 e2 e5", 0 },
    { { { AMICUS_ELEMENT_ENTITY, 5 }, { AMICUS_ELEMENT_ENTITY, 2 }, { AMICUS_ELEMENT_ENTITY, 5 } }, 3,
      AMICUS_SELECT_REPLACE, "e5 e2", 1 },
    { { { 0 } }, 0, AMICUS_SELECT_TOGGLE, "e5 e2", 0 },
    { { { 0 } }, 0, AMICUS_SELECT_REPLACE, "", 1 },
  };

  count (fixture, "selection-changed");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      amicus_session_select_many (fixture->session, steps[i].elements, steps[i].n, steps[i].mode);
      assert_selected (fixture->session, steps[i].selected);
      g_assert_cmpuint (take_count (fixture), ==, steps[i].n_signals);
    }
}

static void
test_primary (Fixture      *fixture,
              gconstpointer data)
{
  g_assert_true (amicus_session_get_primary (fixture->session).kind == AMICUS_ELEMENT_NONE);

  amicus_session_select (fixture->session, AMICUS_ENTITY (3), AMICUS_SELECT_REPLACE);
  amicus_session_select (fixture->session, AMICUS_ENTITY (4), AMICUS_SELECT_TOGGLE);
  g_assert_true (amicus_element_equal (amicus_session_get_primary (fixture->session), AMICUS_ENTITY (4)));
  g_assert_true (amicus_session_is_selected (fixture->session, AMICUS_ENTITY (3)));
  g_assert_false (amicus_session_is_selected (fixture->session, AMICUS_RELATION (3)));

  amicus_session_clear_selection (fixture->session);
  g_assert_false (amicus_session_is_selected (fixture->session, AMICUS_ENTITY (3)));
}

static void
test_hover (Fixture      *fixture,
            gconstpointer data)
{
  count (fixture, "hover-changed");
  amicus_session_set_hover (fixture->session, AMICUS_ENTITY (1));
  amicus_session_set_hover (fixture->session, AMICUS_ENTITY (1));
  g_assert_cmpuint (take_count (fixture), ==, 1);
  g_assert_true (amicus_element_equal (amicus_session_get_hover (fixture->session), AMICUS_ENTITY (1)));
}

static void
test_options (Fixture      *fixture,
              gconstpointer data)
{
  AmicusSession *session = fixture->session;

  count (fixture, "options-changed");
  amicus_session_set_scheme (session, AMICUS_SCHEME_DARK);
  amicus_session_set_scheme (session, AMICUS_SCHEME_DARK);
  g_assert_cmpuint (take_count (fixture), ==, 1);
  amicus_session_set_language (session, "fr");
  amicus_session_set_language (session, "fr");
  g_assert_cmpuint (take_count (fixture), ==, 1);
  amicus_session_set_engine (session, AMICUS_ENGINE_BUILTIN);
  amicus_session_set_engine (session, AMICUS_ENGINE_BUILTIN);
  g_assert_cmpuint (take_count (fixture), ==, 1);
  amicus_session_set_rank_direction (session, AMICUS_RANK_LEFT_TO_RIGHT);
  amicus_session_set_rank_direction (session, AMICUS_RANK_LEFT_TO_RIGHT);
  g_assert_cmpuint (take_count (fixture), ==, 1);
  amicus_session_set_draw_sources (session, TRUE);
  amicus_session_set_draw_sources (session, 7);
  g_assert_cmpuint (take_count (fixture), ==, 1);

  g_assert_cmpint (amicus_session_get_options (session)->scheme, ==, AMICUS_SCHEME_DARK);
  g_assert_cmpstr (amicus_session_get_options (session)->language, ==, "fr");
  amicus_session_set_language (session, NULL);
  g_assert_null (amicus_session_get_options (session)->language);

  g_assert_cmpint (amicus_picture_get_options (amicus_session_get_picture (session))->scheme, ==,
                   AMICUS_SCHEME_DARK);
}

static void
test_document (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (AmicusDocument) first = make_document ("digraph { a -> b }");
  g_autoptr (AmicusDocument) second = make_document ("digraph { c }");
  AmicusSession *session = fixture->session;

  count (fixture, "notify::document");
  g_assert_null (amicus_session_get_graph (session));
  amicus_session_set_document (session, NULL);
  g_assert_cmpuint (take_count (fixture), ==, 0);

  amicus_session_set_document (session, first);
  amicus_session_set_document (session, first);
  g_assert_cmpuint (take_count (fixture), ==, 1);
  g_assert_true (amicus_session_get_graph (session) == amicus_document_get_graph (first));

  g_object_set (session, "document", second, NULL);
  g_assert_cmpuint (take_count (fixture), ==, 1);
  g_assert_true (amicus_session_get_document (session) == second);

  amicus_session_set_document (session, NULL);
  g_assert_null (amicus_session_get_document (session));
}

/* Elements of one graph mean nothing in another. */
static void
test_another_graph (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (AmicusDocument) document = make_document ("digraph one { a -> b } digraph two { c }");
  AmicusSession *session = fixture->session;

  amicus_session_set_document (session, document);
  amicus_session_select (session, AMICUS_ENTITY (1), AMICUS_SELECT_REPLACE);
  amicus_session_set_hover (session, AMICUS_ENTITY (1));

  count (fixture, "graph-changed");
  amicus_document_choose_graph (document, 1);
  while (amicus_document_get_nth (document) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (take_count (fixture), ==, 1);
  assert_selected (session, "");
  g_assert_true (amicus_session_get_hover (session).kind == AMICUS_ELEMENT_NONE);
  g_assert_cmpuint (amicus_graph_get_n_entities (amicus_session_get_graph (session)), ==, 1);

  /* A document that was left is no longer listened to. */
  amicus_session_set_document (session, NULL);
  take_count (fixture);
  amicus_document_choose_graph (document, 0);
  while (amicus_document_get_nth (document) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (take_count (fixture), ==, 0);
}

static void
take_element (AmicusSession       *session,
              const AmicusElement *element,
              AmicusElement       *taken)
{
  *taken = *element;
}

static void
test_reveal (Fixture      *fixture,
             gconstpointer data)
{
  AmicusElement taken = { AMICUS_ELEMENT_NONE, 0 };

  g_signal_connect (fixture->session, "reveal", G_CALLBACK (take_element), &taken);
  amicus_session_reveal (fixture->session, AMICUS_RELATION (9));
  g_assert_true (amicus_element_equal (taken, AMICUS_RELATION (9)));
}

#define ADD(path, test) g_test_add ("/session/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("selection", test_selection);
  ADD ("primary", test_primary);
  ADD ("hover", test_hover);
  ADD ("options", test_options);
  ADD ("document", test_document);
  ADD ("another-graph", test_another_graph);
  ADD ("reveal", test_reveal);

  return g_test_run ();
}
