/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/export.h"

#include <math.h>
#include <string.h>

#include "drawing/path.h"
#include "sample.h"

#define HOSTILE "</text><script>alert(1)</script> \" onload=\"alert(2) ]]> & <!-- &#0; 'x' \x01\x1b"

static const AmicusExportOptions options = { AMICUS_FORMAT_SVG, 1, 0xffffffff };

static char *
svg_with (AmicusScene               *scene,
          const AmicusExportOptions *with)
{
  g_autoptr (GBytes) bytes = amicus_scene_to_svg (scene, with);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (data[length - 1], ==, '\n');

  return g_strndup (data, length);
}

static void
test_same_bytes (void)
{
  g_autoptr (AmicusScene) first = sample_scene (NULL);
  g_autoptr (AmicusScene) second = sample_scene (NULL);
  g_autofree char *a = svg_with (first, &options);
  g_autofree char *b = svg_with (second, &options);

  g_assert_cmpstr (a, ==, b);
}

typedef struct
{
  GHashTable *ids;
  GString *words;           /* of text, title and desc elements, one a line */
  guint n_groups;
  guint n_paths;
  guint n_texts;
  guint n_links;
} Census;

static gboolean
is_known_element (const char *element)
{
  static const char *const known[] = {
    "svg", "title", "desc", "rect", "g", "a", "path", "text", "clipPath", NULL,
  };

  return g_strv_contains (known, element);
}

/* The rules of what may stand in a picture that a stranger's text went into. */
static void
check_attribute (Census     *census,
                 const char *element,
                 const char *name,
                 const char *value)
{
  g_assert_false (g_str_has_prefix (name, "on"));
  g_assert_cmpstr (name, !=, "style");
  if (strcmp (name, "href") == 0 || strcmp (name, "xlink:href") == 0)
    {
      g_assert_cmpstr (element, ==, "a");
      g_assert_true (g_str_has_prefix (value, "https://") || g_str_has_prefix (value, "http://") ||
                     g_str_has_prefix (value, "mailto:"));
    }
  if (strstr (value, "url(") != NULL)
    g_assert_cmpstr (value, ==, "url(#amicus-clip)");
  if (strcmp (name, "id") == 0)
    g_assert_true (g_hash_table_add (census->ids, g_strdup (value)));
}

static void
count_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  Census *census = user_data;

  g_assert_true (is_known_element (element));
  for (guint i = 0; names[i] != NULL; i++)
    check_attribute (census, element, names[i], values[i]);
  census->n_groups += strcmp (element, "g") == 0;
  census->n_paths += strcmp (element, "path") == 0;
  census->n_texts += strcmp (element, "text") == 0;
  census->n_links += strcmp (element, "a") == 0;
}

static void
collect_words (GMarkupParseContext  *context,
               const char           *text,
               gsize                 length,
               gpointer              user_data,
               GError              **error)
{
  Census *census = user_data;
  const char *element = g_markup_parse_context_get_element (context);

  if (strcmp (element, "text") == 0 || strcmp (element, "title") == 0 || strcmp (element, "desc") == 0)
    {
      g_string_append_len (census->words, text, (gssize) length);
      g_string_append_c (census->words, '\n');
    }
}

static Census
census_of (const char *svg)
{
  static const GMarkupParser parser = { .start_element = count_element, .text = collect_words };
  Census census = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &census, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  return census;
}

static void
census_clear (Census *census)
{
  g_hash_table_unref (census->ids);
  g_string_free (census->words, TRUE);
}

/* Every item, path and text of the scene is there, once. */
static void
test_complete (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  g_autofree char *svg = svg_with (scene, &options);
  Census census = census_of (svg);
  const AmicusItem *items;
  const AmicusMark *marks = amicus_scene_get_marks (scene);
  guint n_items;
  guint n_paths = 0;
  guint n_texts = 0;

  items = amicus_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    for (guint m = 0; m < items[i].n_marks; m++)
      {
        gboolean is_text = marks[items[i].first_mark + m].type == AMICUS_MARK_TEXT;

        n_texts += is_text;
        n_paths += !is_text;
      }
  g_assert_cmpuint (census.n_groups, ==, n_items);
  g_assert_cmpuint (census.n_paths, ==, n_paths);
  g_assert_cmpuint (census.n_texts, ==, n_texts);
  g_assert_cmpuint (census.n_links, ==, 1);
  g_assert_nonnull (strstr (census.words->str, "\nNSO devant la cour d’appel\n"));
  g_assert_nonnull (strstr (census.words->str, "\nA — plaintiff → B\n"));
  census_clear (&census);
}

static void
assert_holds (const char *svg,
              const char *part)
{
  if (strstr (svg, part) == NULL)
    g_error ("%s is not in\n%s", part, svg);
}

static void
test_attributes (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  g_autofree char *svg = svg_with (scene, &options);

  assert_holds (svg, " lang=\"fr\" xml:lang=\"fr\" role=\"graphics-document document\"");
  assert_holds (svg, " aria-labelledby=\"amicus-title\"");
  assert_holds (svg, "<title id=\"amicus-title\">NSO</title>");
  assert_holds (svg, "<desc id=\"amicus-description\">39 entities</desc>");
  assert_holds (svg, "<g id=\"entity-0\" class=\"entity company\" data-kind=\"company\" data-entity=\"Facebook\" "
                     "role=\"graphics-symbol img\">");
  assert_holds (svg, "<g id=\"relation-1\" class=\"relation owns alleged\" data-kind=\"owns\" "
                     "data-status=\"alleged\" data-tail=\"A\" data-head=\"B\" role=\"graphics-symbol img\">");
  assert_holds (svg, "<g id=\"group-0\" class=\"group coalition\" data-kind=\"coalition\" "
                     "data-group=\"cluster_amici\"");
  assert_holds (svg, "<a href=\"https://example.org/?a=1&amp;b=2\" ");
  assert_holds (svg, " rel=\"noopener noreferrer\"");
  assert_holds (svg, " stroke-dasharray=\"6 4\" stroke-linecap=\"butt\"");
  assert_holds (svg, " direction=\"rtl\" text-anchor=\"middle\"");
  assert_holds (svg, " letter-spacing=\"0.8\"");
  assert_holds (svg, " font-family=\"'DejaVu Sans', 'Cantarell', 'Inter', 'Noto Sans', sans-serif\"");
}

static void
test_hostile_text (void)
{
  const SampleChange change = { FALSE, HOSTILE, "https://example.org/\"><script>alert(1)</script>" };
  g_autoptr (AmicusScene) scene = sample_scene (&change);
  g_autofree char *svg = svg_with (scene, &options);
  Census census = census_of (svg);

  g_assert_null (strstr (svg, "<script"));
  g_assert_nonnull (strstr (census.words->str, "<script>alert(1)</script>"));
  census_clear (&census);
}

static void
test_unsafe_link (void)
{
  static const char *const addresses[] = { "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      const SampleChange change = { FALSE, "X", addresses[i] };
      g_autoptr (AmicusScene) scene = sample_scene (&change);
      g_autofree char *svg = svg_with (scene, &options);
      Census census = census_of (svg);

      g_assert_cmpuint (census.n_links, ==, 0);
      census_clear (&census);
    }
}

/* All of the scene, in whole points. */
static void
test_view (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  AmicusRect bounds = amicus_scene_get_bounds (scene);
  AmicusRect view = amicus_rect_round_out (&bounds);
  g_autofree char *svg = svg_with (scene, &options);
  g_autofree char *expected = g_strdup_printf (" width=\"%g\" height=\"%g\" viewBox=\"%g %g %g %g\"",
                                               view.width, view.height, view.x, view.y, view.width, view.height);

  assert_holds (svg, expected);
}

/* What does not come into the area is not in the file; what does is cut, the title above is not. */
static void
test_detail (void)
{
  static const char *const gone[] = {
    "Facebook", "AMICI", "Amici", "plaignant", "entity-0", "entity-1", "group-0", "relation-2", "relation-3", "label-0",
  };
  const AmicusRect area = { 290, 60, 180, 120 };
  g_autoptr (AmicusScene) scene = sample_detail (&area);
  g_autofree char *svg = svg_with (scene, &options);
  Census census = census_of (svg);
  const char *cut = strstr (svg, "<g clip-path=\"url(#amicus-clip)\">");
  const char *end = strstr (svg, "\n  </g>");
  guint n_items;

  amicus_scene_get_items (scene, &n_items);
  g_assert_cmpuint (census.n_groups, ==, n_items + 1);
  g_assert_true (g_hash_table_contains (census.ids, "amicus-clip"));
  assert_holds (svg, "<rect x=\"290\" y=\"60\" width=\"180\" height=\"120\"/>");
  g_assert_true (cut != NULL && cut < strstr (svg, "relation-0") && strstr (svg, "entity-2") < end);
  g_assert_true (end < strstr (svg, "<g class=\"title\""));
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    if (strstr (svg, gone[i]) != NULL)
      g_error ("%s is still in\n%s", gone[i], svg);
  census_clear (&census);
}

/* Neither a relation of which the box alone comes into the area. */
static void
test_detail_beside_curve (void)
{
  const AmicusRect area = { 190, 125, 20, 8 };
  g_autoptr (AmicusScene) scene = sample_detail (&area);
  g_autofree char *svg = svg_with (scene, &options);

  assert_holds (svg, "relation-1");
  g_assert_null (strstr (svg, "relation-0"));
}

/* A relation is told of by both of its ends or by none; its line and its label are seen nevertheless. */
static void
test_detail_words (void)
{
  const AmicusRect area = { 181, 80, 100, 100 };
  g_autoptr (AmicusScene) scene = sample_detail (&area);
  g_autofree char *svg = svg_with (scene, &options);

  assert_holds (svg, "<g id=\"relation-0\" class=\"relation plaintiff established\" data-kind=\"plaintiff\" "
                     "data-status=\"established\" aria-hidden=\"true\">");
  assert_holds (svg, "<g id=\"label-0\" class=\"label\">");
  assert_holds (svg, ">plaignant<");
  assert_holds (svg, "<g id=\"group-0\" class=\"group coalition\" data-kind=\"coalition\" aria-hidden=\"true\">");
  g_assert_null (strstr (svg, "A — plaintiff → B"));
  g_assert_null (strstr (svg, "data-tail"));
  g_assert_null (strstr (svg, "AMICI"));
}

static void
test_background (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  AmicusExportOptions transparent = options;
  g_autofree char *with = svg_with (scene, &options);
  g_autofree char *without = NULL;

  transparent.background = 0;
  without = svg_with (scene, &transparent);

  assert_holds (with, "<rect class=\"background\"");
  g_assert_null (strstr (without, "<rect"));
}

/* Reads path data back; what it says lies within half a hundredth of a point of the scene's path. */
static void
assert_same_path (const char       *data,
                  AmicusScene      *scene,
                  const AmicusMark *mark)
{
  const guint8 *verbs = amicus_scene_get_verbs (scene) + mark->first;
  const AmicusPoint *points = amicus_scene_get_points (scene) + mark->first_point;
  char *at = (char *) data;

  for (guint i = 0; i < mark->n; i++)
    {
      g_assert_cmpint (*at++, ==, "MLCZ"[verbs[i]]);
      for (guint n = amicus_path_verb_n_points (verbs[i]); n > 0; n--, points++)
        {
          g_assert_cmpfloat_with_epsilon (g_ascii_strtod (at, &at), points->x, 0.00501);
          g_assert_cmpfloat_with_epsilon (g_ascii_strtod (at, &at), points->y, 0.00501);
        }
    }
  g_assert_cmpint (*at, ==, '"');
}

static void
test_paths (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  g_autofree char *svg = svg_with (scene, &options);
  const AmicusMark *marks = amicus_scene_get_marks (scene);
  const AmicusItem *items;
  const char *at = svg;
  guint n_items;

  items = amicus_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    for (guint m = 0; m < items[i].n_marks; m++)
      if (marks[items[i].first_mark + m].type == AMICUS_MARK_PATH)
        {
          at = strstr (at, " d=\"") + 4;
          assert_same_path (at, scene, &marks[items[i].first_mark + m]);
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sample_pin_font ();

  g_test_add_func ("/svg/same-bytes", test_same_bytes);
  g_test_add_func ("/svg/complete", test_complete);
  g_test_add_func ("/svg/attributes", test_attributes);
  g_test_add_func ("/svg/hostile-text", test_hostile_text);
  g_test_add_func ("/svg/unsafe-link", test_unsafe_link);
  g_test_add_func ("/svg/view", test_view);
  g_test_add_func ("/svg/detail", test_detail);
  g_test_add_func ("/svg/detail-beside-curve", test_detail_beside_curve);
  g_test_add_func ("/svg/detail-words", test_detail_words);
  g_test_add_func ("/svg/background", test_background);
  g_test_add_func ("/svg/paths", test_paths);

  return g_test_run ();
}
