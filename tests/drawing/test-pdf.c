/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/export-private.h"

#include <poppler.h>
#include <string.h>

#include "sample.h"

static const AmicusExportOptions options = { AMICUS_FORMAT_PDF, 1, 0xffffffff };

static GBytes *
pdf_of (AmicusScene *scene)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = amicus_scene_export (scene, &options, &error);

  g_assert_no_error (error);

  return pdf;
}

static PopplerDocument *
open_document (AmicusScene *scene)
{
  g_autoptr (GBytes) pdf = pdf_of (scene);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);

  return document;
}

static gboolean
holds (GBytes     *bytes,
       const char *part)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, part, strlen (part)) != NULL;
}

/* A second later, as dates count in seconds. */
static void
test_same_bytes (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  g_autoptr (GBytes) first = pdf_of (scene);
  g_autoptr (GBytes) second = NULL;

  g_usleep (1100000);
  second = pdf_of (scene);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (holds (first, "Date"));
}

static void
test_metadata (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  PopplerDocument *document = open_document (scene);
  PopplerPage *page = poppler_document_get_page (document, 0);
  AmicusRect area = amicus_export_area (scene);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *subject = poppler_document_get_subject (document);
  g_autofree char *creator = poppler_document_get_creator (document);
  g_autofree char *author = poppler_document_get_author (document);
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  g_assert_cmpstr (title, ==, "NSO");
  g_assert_cmpstr (subject, ==, "39 entities");
  g_assert_cmpstr (creator, ==, "Amicus");
  g_assert_null (author);
  g_assert_cmpfloat_with_epsilon (width, area.width, 0.01);
  g_assert_cmpfloat_with_epsilon (height, area.height, 0.01);
  g_object_unref (page);
  g_object_unref (document);
}

static guint
count_found (PopplerPage *page,
             const char  *text)
{
  GList *found = poppler_page_find_text (page, text);
  guint n = g_list_length (found);

  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  return n;
}

static void
assert_found (PopplerPage *page,
              const char  *text)
{
  if (count_found (page, text) == 0)
    g_error ("“%s” is not found", text);
}

static void
test_text (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  PopplerDocument *document = open_document (scene);
  PopplerPage *page = poppler_document_get_page (document, 0);

  assert_found (page, "Facebook");
  assert_found (page, "plaignant");
  assert_found (page, "États-Unis");
  assert_found (page, "NSO devant la cour d’appel");
  g_object_unref (page);
  g_object_unref (document);
}

/* The page's text without the marks of direction that Poppler puts around single letters. */
static char *
plain_text (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 0x202a || c > 0x202e)
        g_string_append_unichar (plain, c);
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Letters that are joined or change their shape are kept as they are spelt. Poppler gives those from right to left in
 * the order in which they stand on the page. */
static void
test_shaped_text (void)
{
  static const struct { const char *name; gboolean rtl; } cases[] = {
    { "منظمة", TRUE }, { "office", FALSE }, { "עברית", TRUE }, { "Łódź", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SampleChange change = { FALSE, cases[i].name, NULL };
      g_autofree char *expected = cases[i].rtl ? g_utf8_strreverse (cases[i].name, -1) : g_strdup (cases[i].name);
      g_autoptr (AmicusScene) scene = sample_scene (&change);
      PopplerDocument *document = open_document (scene);
      PopplerPage *page = poppler_document_get_page (document, 0);
      g_autofree char *text = plain_text (page);

      if (strstr (text, expected) == NULL)
        g_error ("“%s” is not in\n%s", expected, text);
      g_object_unref (page);
      g_object_unref (document);
    }
}

/* The only action in the document, which must be a link, or NULL. */
static char *
find_link (AmicusScene *scene)
{
  PopplerDocument *document = open_document (scene);
  PopplerPage *page = poppler_document_get_page (document, 0);
  GList *links = poppler_page_get_link_mapping (page);
  char *address = NULL;

  if (links != NULL)
    {
      const PopplerLinkMapping *link = links->data;

      g_assert_null (links->next);
      g_assert_cmpint (link->action->type, ==, POPPLER_ACTION_URI);
      address = g_strdup (link->action->uri.uri);
    }
  poppler_page_free_link_mapping (links);
  g_object_unref (page);
  g_object_unref (document);

  return address;
}

static void
test_links (void)
{
  static const struct { const char *address; const char *expected; } cases[] = {
    { "https://example.org/?a=1&b=2#c", "https://example.org/?a=1&b=2#c" },
    { "https://example.org/it's(1)", "https://example.org/it%27s%281%29" },
    { "https://example.org/')/S/JavaScript/JS(app.alert(1))uri='javascript:1",
      "https://example.org/%27%29/S/JavaScript/JS%28app.alert%281%29%29uri=%27javascript:1" },
    { "https://example.org/é", "https://example.org/%C3%A9" },
    { "javascript:alert(1)", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SampleChange change = { FALSE, "Facebook", cases[i].address };
      g_autoptr (AmicusScene) scene = sample_scene (&change);
      g_autofree char *address = find_link (scene);

      g_assert_cmpstr (address, ==, cases[i].expected);
    }
}

/* The link lies where the card is. */
static void
test_link_place (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  AmicusRect area = amicus_export_area (scene);
  AmicusRect card;
  PopplerDocument *document = open_document (scene);
  PopplerPage *page = poppler_document_get_page (document, 0);
  GList *links = poppler_page_get_link_mapping (page);
  const PopplerLinkMapping *link = links->data;

  g_assert_true (amicus_scene_get_element_bounds (scene, AMICUS_ENTITY (0), &card));
  g_assert_cmpfloat_with_epsilon (link->area.x1, card.x - area.x, 1);
  g_assert_cmpfloat_with_epsilon (link->area.x2, card.x - area.x + card.width, 1);
  g_assert_cmpfloat_with_epsilon (link->area.y2, area.y + area.height - card.y, 1);
  poppler_page_free_link_mapping (links);
  g_object_unref (page);
  g_object_unref (document);
}

/* Of a detail there is no text and no link but what is seen, and a link ends where its card is cut. */
static void
test_detail (void)
{
  const AmicusRect area = { 70, 95, 130, 60 };
  g_autoptr (AmicusScene) scene = sample_detail (&area);
  AmicusRect bounds = amicus_export_area (scene);
  PopplerDocument *document = open_document (scene);
  PopplerPage *page = poppler_document_get_page (document, 0);
  GList *links = poppler_page_get_link_mapping (page);
  const PopplerLinkMapping *link = links->data;

  assert_found (page, "Facebook");
  assert_found (page, "NSO devant la cour d’appel");
  g_assert_cmpuint (count_found (page, "AMICI"), ==, 0);
  g_assert_cmpuint (count_found (page, "abc"), ==, 0);
  g_assert_cmpuint (count_found (page, "NSO Group"), ==, 0);
  g_assert_cmpuint (g_list_length (links), ==, 1);
  g_assert_cmpfloat_with_epsilon (link->area.x1, area.x - bounds.x, 1);
  poppler_page_free_link_mapping (links);
  g_object_unref (page);
  g_object_unref (document);
}

/* A card whose name is cut is not told of: no link leads to it. */
static void
test_cut_name (void)
{
  const AmicusRect area = { 100, 95, 100, 60 };
  g_autoptr (AmicusScene) scene = sample_detail (&area);
  g_autofree char *address = find_link (scene);
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);

  g_assert_null (address);
  for (guint i = 0; i < n_items; i++)
    if (amicus_element_equal (items[i].element, AMICUS_ENTITY (0)))
      g_assert_cmpstr (amicus_scene_get_string (scene, items[i].title), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!sample_pin_font ())
    {
      g_print ("1..0 # SKIP no DejaVu Sans\n");
      return 0;
    }

  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/metadata", test_metadata);
  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/shaped-text", test_shaped_text);
  g_test_add_func ("/pdf/links", test_links);
  g_test_add_func ("/pdf/link-place", test_link_place);
  g_test_add_func ("/pdf/detail", test_detail);
  g_test_add_func ("/pdf/cut-name", test_cut_name);

  return g_test_run ();
}
