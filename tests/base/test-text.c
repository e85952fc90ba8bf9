/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/text.h"

#include <string.h>

#define ELLIPSIS "…"

static void
assert_shown (const char *text,
              guint limit,
              const char *expected)
{
  g_autofree char *shown = amicus_text_for_display (text, limit);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_kept (void)
{
  static const char *const texts[] = {
    "", "NSO Group", "a\nb", "R&D <b>\"x\"</b>", "Łódź Øresund", "华为技术有限公司", "Роман", "é", "نتیجه",
    "می\u200cخواهم",      /* Persian is written with the non-joiner, */
    "क्\u200dष",            /* Hindi with the joiner, */
    "👩🏽\u200d⚖️ 👨\u200d👩\u200d👧", /* and so are emoji. */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_shown (texts[i], 0, texts[i]);
}

static void
test_made_visible (void)
{
  assert_shown ("a\r\nb\rc", 0, "a\nb\nc");
  assert_shown ("a\tb", 0, "a b");
  assert_shown ("a\x1b[31mb", 0, "a␛[31mb");
  assert_shown ("\x01\x7f", 0, "␁␡");
  assert_shown ("a\xff\xfe" "b", 0, "a��b");
  assert_shown ("cut \xc3", 0, "cut �");
  assert_shown ("a\u202eb\u2066c\u200bd\u00ade", 0, "a□b□c□d□e");
  assert_shown ("admin\u200c\u200d", 0, "admin□□");
  assert_shown ("\u2028\xc2\x85\u3164\ufeff", 0, "□□□□");
}

static void
test_limits (void)
{
  assert_shown ("abcdef", 6, "abcdef");
  assert_shown ("abcdef", 5, "abcde" ELLIPSIS);
  assert_shown ("1\n2\n3\n4\n5\n6\n7\n8", 256, "1\n2\n3\n4\n5\n6\n7\n8");
  assert_shown ("1\n2\n3\n4\n5\n6\n7\n8\n9", 256, "1\n2\n3\n4\n5\n6\n7\n8" ELLIPSIS);
  assert_shown ("1\n2\n3\n4\n5\n6\n7\n8\n9", 0, "1\n2\n3\n4\n5\n6\n7\n8\n9");
  assert_shown ("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b", 0,
                "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b");
}

static char *
random_text (void)
{
  static const char *const pieces[] = {
    "a", "b ", "\n", "\r\n", "\t", "\x1b", "\u0301", "\u0301\u0301\u0301", "\u202e", "\u2069", "\u200d", "\u200c",
    "👩", "م", "\xff", "\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", "华", "\u00ad", "\u2028", "…",
  };
  GString *text = g_string_new (NULL);

  for (guint n = (guint) g_test_rand_int_range (0, 40); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
assert_harmless (const char *shown)
{
  guint n_marks = 0;

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_assert_true (c == '\n' || (!g_unichar_iscntrl (c) && c != 0x2028));
      g_assert_false ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xad);
      n_marks = g_unichar_ismark (c) ? n_marks + 1 : 0;
      g_assert_cmpuint (n_marks, <=, 8);
    }
}

static guint
count (const char *text,
       char wanted)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == wanted;

  return n;
}

static void
test_properties (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = random_text ();
      g_autofree char *whole = amicus_text_for_display (text, 0);
      g_autofree char *twice = amicus_text_for_display (whole, 0);
      guint limit = (guint) g_test_rand_int_range (1, 20);
      g_autofree char *part = amicus_text_for_display (text, limit);

      assert_harmless (whole);
      g_assert_cmpstr (twice, ==, whole);

      g_assert_cmpuint (count (part, '\n'), <, 8);
      if (strcmp (part, whole) != 0)
        {
          g_assert_true (g_str_has_suffix (part, ELLIPSIS));
          g_assert_cmpint (g_utf8_strlen (part, -1), <=, limit + 1);
          g_assert_true (strncmp (part, whole, strlen (part) - strlen (ELLIPSIS)) == 0);
        }
    }
}

/* What is shown is all that is looked at: else so many looks at a megabyte would never end. */
static void
test_long_text_is_cheap (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, 'A');

  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *shown = amicus_text_for_display (text, AMICUS_TEXT_CANVAS_LIMIT);

      g_assert_cmpuint (strlen (shown), ==, AMICUS_TEXT_CANVAS_LIMIT + strlen (ELLIPSIS));
    }
}

static void
test_isolate (void)
{
  g_autofree char *plain = amicus_text_isolate ("שלום");
  g_autofree char *hostile = amicus_text_isolate ("a\u2069\u202eb");

  g_assert_cmpstr (plain, ==, "\u2068שלום\u2069");
  g_assert_cmpstr (hostile, ==, "\u2068a□□b\u2069");
}

static void
test_links (void)
{
  static const char *const safe[] = {
    "http://example.org", "https://example.org/a?b=1&c=2#d", "HTTPS://example.org/", "https://example.org:8443/x",
    "https://[2001:db8::1]/", "https://münchen.example/Größe", "mailto:desk@example.org",
    "mailto:desk@example.org?subject=Hello",
  };
  static const char *const unsafe[] = {
    "", "example.org", "//example.org", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "ftp://example.org", "smb://host/share", "http:", "http://", "https:///path", "https://user@example.org",
    "https://user:word@example.org", "https://example.org@evil.example/", "https://example.org\\@evil.example",
    "https://example.org/\"onload=", "https://example.org/<script>", " https://example.org", "https://example.org/a b",
    "https://example.org/\n", "java\tscript:alert(1)", "https://example.org/\u202egpj.exe", "https://exa\u200bmple.org", "https://\xff",
    "mailto:", "mailto:a@example.org?attach=/etc/passwd", "mailto:a@example.org?Attachment=x",
    "mailto:a@example.org?%61ttach=/etc/passwd", "mailto:a@example.org?subject=x&%61ttach=y", "tel:123", "http://exa mple.org",
    "https://example.org%2f@evil.example", "https://evil.example%2f.example.org", "https://a%5cb.example",
    "https://a@b@c.example",
  };
  g_autofree char *filler = g_strnfill (1024 * 1024, 'a');
  g_autofree char *long_one = g_strconcat ("https://example.org/", filler, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (safe); i++)
    {
      g_test_message ("%s", safe[i]);
      g_assert_true (amicus_link_is_safe (safe[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (unsafe); i++)
    {
      g_test_message ("%s", unsafe[i]);
      g_assert_false (amicus_link_is_safe (unsafe[i]));
    }
  g_assert_false (amicus_link_is_safe (long_one));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/kept", test_kept);
  g_test_add_func ("/text/made-visible", test_made_visible);
  g_test_add_func ("/text/limits", test_limits);
  g_test_add_func ("/text/properties", test_properties);
  g_test_add_func ("/text/long-text-is-cheap", test_long_text_is_cheap);
  g_test_add_func ("/text/isolate", test_isolate);
  g_test_add_func ("/text/links", test_links);

  return g_test_run ();
}
