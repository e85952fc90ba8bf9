/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/draft.h"

#include "drawn.h"

#include <string.h>

static const char litigation[] =
  "digraph { graph [amicus=1, label=\"Title\", label_fr=\"Titre\", description=\"Who\"];"
  " facebook [kind=company, label=\"Facebook\", country=US, startDate=\"2004\", note=\"PRIVATE\"];"
  " suit [kind=litigation, label=\"Facebook v. NSO\", startDate=\"2019\"];"
  " khashoggi [kind=person, label=\"Jamal Khashoggi\", endDate=\"2018\"];"
  " facebook -> suit [kind=plaintiff, startDate=2019, status=established, saidBy=paper, deniedBy=\"khashoggi\\nsomeone\","
  "   cites=\"paper; 2; x\\nother; 3; y\\npaper; 4; z\", note=\"PRIVATE\"];"
  " subgraph sources { paper [kind=source, label=\"The Paper\", publisher=\"Paper Ltd\", publishedAt=\"2020-12\","
  "   URL=\"https://example.org/\"]; other [kind=source, label=\"Other\", URL=\"javascript:x\"] } }";

static const AmicusDraftEntity *
entity_of (const AmicusDraft *draft,
           const char        *id)
{
  for (guint i = 0; i < draft->entities->len; i++)
    if (g_strcmp0 (amicus_draft_entity (draft, i)->dot_id, id) == 0)
      return amicus_draft_entity (draft, i);
  g_assert_not_reached ();
}

/* Isolating marks are there so that names cannot turn a sentence; they are not of interest here. */
static char *
without_isolates (const char *text)
{
  g_auto (GStrv) first = g_strsplit (text, "\u2068", -1);
  g_autofree char *joined = g_strjoinv ("", first);
  g_auto (GStrv) second = g_strsplit (joined, "\u2069", -1);

  return g_strjoinv ("", second);
}

static void
test_texts (void)
{
  g_autoptr (AmicusDraft) draft = drawn_draft (litigation, "en");
  const AmicusDraftRelation *relation = amicus_draft_relation (draft, 0);
  g_autofree char *title = without_isolates (relation->title);
  g_autofree char *description = without_isolates (relation->description);

  g_assert_cmpuint (draft->entities->len, ==, 3);
  g_assert_cmpstr (draft->title, ==, "Title");
  g_assert_cmpstr (entity_of (draft, "facebook")->second, ==, "United States · since 2004");
  g_assert_cmpstr (entity_of (draft, "suit")->second, ==, "since 2019");
  g_assert_cmpstr (entity_of (draft, "khashoggi")->second, ==, "died 2018");
  g_assert_cmpstr (entity_of (draft, "facebook")->classes, ==, "entity company");
  g_assert_cmpstr (relation->text, ==, "plaintiff");
  g_assert_cmpstr (relation->numbers, ==, "1,2");
  g_assert_cmpstr (relation->classes, ==, "relation plaintiff established");
  g_assert_cmpstr (title, ==, "Facebook — plaintiff → Facebook v. NSO");
  g_assert_cmpstr (description, ==,
                   "Established · since 2019 · said by The Paper · denied by Jamal Khashoggi, someone · sources 1, 2");
}

static void
test_sources (void)
{
  g_autoptr (AmicusDraft) draft = drawn_draft (litigation, "en");
  const AmicusDraftSource *first = &g_array_index (draft->sources, AmicusDraftSource, 0);
  const AmicusDraftSource *second = &g_array_index (draft->sources, AmicusDraftSource, 1);

  g_assert_cmpuint (draft->sources->len, ==, 2);
  g_assert_cmpstr (first->text, ==, "The Paper, Paper Ltd, Dec. 2020");
  g_assert_cmpstr (first->link, ==, "https://example.org/");
  g_assert_null (second->link);
}

static void
test_language (void)
{
  g_autoptr (AmicusDraft) draft = drawn_draft (litigation, "fr");

  g_assert_cmpstr (draft->title, ==, "Titre");
}

/* What is private is not in the scene, wherever it stands. */
static void
test_private_note (void)
{
  g_autoptr (AmicusScene) scene = drawn_scene (litigation, AMICUS_SCHEME_LIGHT);

  g_assert_true (drawn_says (scene, "Facebook v. NSO"));
  g_assert_false (drawn_says (scene, "PRIVATE"));
  g_assert_false (drawn_says (scene, "javascript"));
}

static const char coalition[] =
  "digraph { graph [amicus=1];"
  " subgraph cluster_five { label=\"The five\"; kind=coalition; entity=five; five [kind=organization]; a; b }"
  " subgraph cluster_lonely { entity=one; one }"
  " five -> c [kind=supports]; a -> c [kind=signatory]; b -> c [kind=signatory]; c -> one }";

/* It is the hull's title, its relations end at the hull, and it can be chosen like a card. */
static void
test_represented (void)
{
  g_autoptr (AmicusDraft) draft = drawn_draft (coalition, "en");
  g_autoptr (AmicusLayoutRequest) request = amicus_draft_request (draft);
  g_autoptr (AmicusScene) scene = drawn_scene (coalition, AMICUS_SCHEME_LIGHT);
  const AmicusItem *title;
  AmicusRect hull;

  g_assert_cmpuint (entity_of (draft, "five")->node, ==, AMICUS_NO_INDEX);
  g_assert_cmpuint (entity_of (draft, "one")->node, !=, AMICUS_NO_INDEX);
  g_assert_cmpuint (request->n_nodes, ==, 4);
  g_assert_cmpuint (request->edges[0].tail, ==, AMICUS_NO_INDEX);
  g_assert_cmpuint (request->edges[0].tail_group, ==, 0);
  g_assert_cmpfloat (request->groups[0].title_width, >, 20);

  title = drawn_item (scene, AMICUS_ROLE_CARD, AMICUS_ENTITY (entity_of (draft, "five")->id));
  g_assert_true (amicus_scene_get_element_bounds (scene, AMICUS_GROUP (0), &hull));
  g_assert_cmpfloat (title->bounds.x, >=, hull.x);
  g_assert_cmpfloat (title->bounds.x + title->bounds.width, <=, hull.x + hull.width);
  g_assert_true (drawn_says (scene, "THE FIVE"));
}

/* Equal labels into one target are written once. */
static void
test_shared_labels (void)
{
  g_autoptr (AmicusDraft) draft = drawn_draft (
    "digraph { graph [amicus=1]; a -> x [kind=signatory]; b -> x [kind=signatory]; c -> x [kind=signatory];"
    " d -> x [kind=signatory, status=alleged]; a -> y [kind=signatory] }", "en");
  g_autoptr (AmicusLayoutRequest) request = amicus_draft_request (draft);
  guint n_labels = 0;

  for (guint i = 0; i < 3; i++)
    n_labels += request->edges[i].label_width > 0;
  g_assert_cmpuint (n_labels, ==, 1);
  g_assert_cmpfloat (request->edges[3].label_width, >, 0);
  g_assert_cmpfloat (request->edges[4].label_width, >, 0);
}

static void
test_pins (void)
{
  g_autoptr (AmicusDraft) points = drawn_draft ("digraph { graph [inputscale=72]; a [pos=\"10,20!\"]; b [pos=\"1,2\"];"
                                                " c [pos=\"1e99,0!\"]; d [pos=\"x!\"]; e [pos=\"nan,1!\"] }", "en");
  g_autoptr (AmicusDraft) inches = drawn_draft ("digraph { a [pos=\"1,-2!\"] }", "en");

  g_assert_true (entity_of (points, "a")->pinned);
  g_assert_cmpfloat_with_epsilon (entity_of (points, "a")->pin.x, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (entity_of (points, "a")->pin.y, -20, 1e-9);
  for (guint i = 1; i < 5; i++)
    g_assert_false (amicus_draft_entity (points, i)->pinned);
  g_assert_cmpfloat_with_epsilon (entity_of (inches, "a")->pin.x, 72, 1e-9);
  g_assert_cmpfloat_with_epsilon (entity_of (inches, "a")->pin.y, 144, 1e-9);
}

static void
test_unknown_kind (void)
{
  g_autoptr (AmicusDraft) draft = drawn_draft ("digraph { graph [amicus=1]; a [kind=\"space ship\"]; b; c [kind=unknown] }", "en");

  g_assert_cmpstr (entity_of (draft, "a")->second, ==, "space ship");
  g_assert_cmpstr (entity_of (draft, "a")->classes, ==, "entity unknown");
  g_assert_null (entity_of (draft, "b")->second);
  g_assert_null (entity_of (draft, "c")->second);
}

/* Every kind, family and status in every scheme can be drawn. */
static void
test_everything (void)
{
  g_autoptr (GString) dot = g_string_new ("digraph { graph [amicus=1];");

  for (AmicusKind kind = 0; kind < AMICUS_N_KINDS; kind++)
    g_string_append_printf (dot, " k%d [kind=%s];", kind, amicus_kind_to_word (kind));
  for (const char * const *word = amicus_relation_kind_words (); *word != NULL; word++)
    g_string_append_printf (dot, " k1 -> k2 [kind=%s]; k3 -> k4 [kind=%s, status=disputed]; k1 -> k1 [kind=%s];", *word,
                            *word, *word);
  g_string_append (dot, " }");
  for (AmicusScheme scheme = AMICUS_SCHEME_LIGHT; scheme <= AMICUS_SCHEME_DARK_CONTRAST; scheme++)
    {
      g_autoptr (AmicusScene) scene = drawn_scene (dot->str, scheme);
      guint n_items;

      amicus_scene_get_items (scene, &n_items);
      g_assert_cmpuint (n_items, >, AMICUS_N_KINDS + 2 * 31);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/texts", test_texts);
  g_test_add_func ("/draft/sources", test_sources);
  g_test_add_func ("/draft/language", test_language);
  g_test_add_func ("/draft/private-note", test_private_note);
  g_test_add_func ("/draft/represented", test_represented);
  g_test_add_func ("/draft/shared-labels", test_shared_labels);
  g_test_add_func ("/draft/pins", test_pins);
  g_test_add_func ("/draft/unknown-kind", test_unknown_kind);
  g_test_add_func ("/draft/everything", test_everything);

  return g_test_run ();
}
