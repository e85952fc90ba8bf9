/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/xml.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static char *
finish (AmicusXml *xml)
{
  g_autoptr (GBytes) bytes = amicus_xml_finish (xml);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
test_structure (void)
{
  g_autoptr (AmicusXml) xml = amicus_xml_new ();
  g_autofree char *document = NULL;

  amicus_xml_open (xml, "a");
  amicus_xml_attribute (xml, "b", "c");
  amicus_xml_open (xml, "d");
  amicus_xml_text (xml, "e");
  amicus_xml_close (xml);
  amicus_xml_open (xml, "f");
  amicus_xml_number (xml, "g", 1.5);
  amicus_xml_close (xml);
  amicus_xml_close (xml);
  document = finish (xml);

  g_assert_cmpstr (document, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<a b=\"c\">\n  <d>e</d>\n  <f g=\"1.5\"/>\n</a>\n");
}

typedef struct
{
  GString *attribute;
  GString *text;
} Read;

static void
read_element (GMarkupParseContext  *context,
              const char           *element,
              const char          **names,
              const char          **values,
              gpointer              user_data,
              GError              **error)
{
  Read *read = user_data;

  g_string_append (read->attribute, values[0]);
}

static void
read_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              user_data,
           GError              **error)
{
  Read *read = user_data;

  g_string_append_len (read->text, text, (gssize) length);
}

/* Writes @text as attribute and as text and holds that GLib's reader gives @expected back for both. */
static void
assert_round_trip (const char *text,
                   const char *expected)
{
  static const GMarkupParser parser = { .start_element = read_element, .text = read_text };
  g_autoptr (AmicusXml) xml = amicus_xml_new ();
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *document = NULL;
  Read read = { g_string_new (NULL), g_string_new (NULL) };

  amicus_xml_open (xml, "e");
  amicus_xml_attribute (xml, "a", text);
  amicus_xml_text (xml, text);
  amicus_xml_close (xml);
  document = finish (xml);
  g_assert_true (g_utf8_validate (document, -1, NULL));

  context = g_markup_parse_context_new (&parser, 0, &read, NULL);
  g_markup_parse_context_parse (context, document, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read.attribute->str, ==, expected);
  g_assert_cmpstr (read.text->str, ==, expected);
  g_string_free (read.attribute, TRUE);
  g_string_free (read.text, TRUE);
}

static void
test_escaping (void)
{
  assert_round_trip ("R&D <b>\"AT&T\"</b> 'x' ]]> <!-- <?xml &amp;",
                     "R&D <b>\"AT&T\"</b> 'x' ]]> <!-- <?xml &amp;");
  assert_round_trip ("a\tb\nc", "a\tb\nc");
  assert_round_trip ("\x01x\x08\x1f\x7f\xc2\x85y\xef\xbf\xbe\xef\xbf\xbfz", "xyz");
  assert_round_trip ("caf\xe9 \xed\xa0\x80 \xf4\x90\x80\x80",
                     "caf\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd "
                     "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  assert_round_trip ("cut \xe2\x82", "cut \xef\xbf\xbd\xef\xbf\xbd");
  assert_round_trip ("עברית 华为 😀", "עברית 华为 😀");
}

static void
test_carriage_return (void)
{
  g_autoptr (AmicusXml) xml = amicus_xml_new ();
  g_autofree char *document = NULL;

  amicus_xml_open (xml, "e");
  amicus_xml_attribute (xml, "a", "x\r\n\ty");
  amicus_xml_text (xml, "x\ry");
  amicus_xml_close (xml);
  document = finish (xml);

  g_assert_nonnull (strstr (document, "<e a=\"x&#13;&#10;&#9;y\">x&#13;y</e>"));
}

/* Random characters: what comes back is what went in, less what XML forbids. */
static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);

      for (guint i = 0; i < 60; i++)
        {
          gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x180 : 0x11000);

          if ((c >= 0xd800 && c <= 0xdfff) || c == '\r')
            continue;
          g_string_append_unichar (text, c);
          if ((c >= 0x20 && (c < 0x7f || c > 0x9f) && c != 0xfffe && c != 0xffff) || c == '\t' || c == '\n')
            g_string_append_unichar (expected, c);
        }
      assert_round_trip (text->str, expected->str);
    }
}

static void
assert_number (double      value,
               const char *expected)
{
  g_autoptr (GString) string = g_string_new (NULL);

  amicus_xml_append_number (string, value);
  g_assert_cmpstr (string->str, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (0, "0");
  assert_number (-0.001, "0");
  assert_number (12, "12");
  assert_number (0.5, "0.5");
  assert_number (0.05, "0.05");
  assert_number (-0.25, "-0.25");
  assert_number (-3.999, "-4");
  assert_number (1e6 + 0.126, "1000000.13");
  assert_number (NAN, "0");
  assert_number (INFINITY, "0");
}

/* Every number is at most half a hundredth away from what was to be written, and has no useless zero. */
static void
test_random_numbers (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      double value = g_test_rand_double_range (-1e6, 1e6);
      const char *point;

      amicus_xml_append_number (string, value);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (string->str, NULL), value, 0.005001);
      point = strchr (string->str, '.');
      g_assert_true (point == NULL || !g_str_has_suffix (point, "0"));
      g_assert_true (point == NULL || strlen (point) <= 3);
    }
}

int
main (int    argc,
      char **argv)
{
  /* A locale with a decimal comma, where there is one. */
  setlocale (LC_ALL, "fr_FR.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/structure", test_structure);
  g_test_add_func ("/xml/escaping", test_escaping);
  g_test_add_func ("/xml/carriage-return", test_carriage_return);
  g_test_add_func ("/xml/random", test_random);
  g_test_add_func ("/xml/numbers", test_numbers);
  g_test_add_func ("/xml/random-numbers", test_random_numbers);

  return g_test_run ();
}
