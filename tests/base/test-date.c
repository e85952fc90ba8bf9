/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/catalogue.h"
#include "base/date.h"

#include <string.h>

static AmicusDate
parse (const char *text)
{
  AmicusDate date = { 1, 0, FALSE, FALSE };

  g_test_message ("%s", text);
  g_assert_true (amicus_date_parse (text, &date));
  g_assert_cmpint (date.first, <=, date.last);

  return date;
}

/* The day number by GLib's calendar. */
static gint32
day (guint year,
     guint month,
     guint day_of_month)
{
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);

  return (gint32) g_date_get_julian (date);
}

static void
test_calendar (void)
{
  for (guint year = 1; year <= 9999; year += year < 1900 || year > 2100 ? 7 : 1)
    for (guint month = 1; month <= 12; month++)
      {
        guint last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
        g_autofree char *text = g_strdup_printf ("%04u-%02u", year, month);
        g_autofree char *beyond = g_strdup_printf ("%s-%02u", text, last + 1);
        AmicusDate date;

        g_assert_true (amicus_date_parse (text, &date));
        g_assert_cmpint (date.first, ==, day (year, month, 1));
        g_assert_cmpint (date.last, ==, day (year, month, last));
        g_assert_false (amicus_date_parse (beyond, &date));
      }
}

/* Years follow on each other, through the year 0 too. */
static void
test_years_join (void)
{
  gint32 expected = 0;

  for (int year = -9999; year <= 9999; year++)
    {
      g_autofree char *text = g_strdup_printf (year < 0 ? "-%04d" : "%04d", ABS (year));
      AmicusDate date;

      g_assert_true (amicus_date_parse (text, &date));
      if (year > -9999)
        g_assert_cmpint (date.first, ==, expected);
      if (year == 1)
        g_assert_cmpint (date.first, ==, 1);
      expected = date.last + 1;
    }
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *text;
    const char *first;
    const char *last;
  } rows[] = {
    { "201X", "2010-01-01", "2019-12-31" },
    { "20XX", "2000-01-01", "2099-12-31" },
    { "2004-XX", "2004-01-01", "2004-12-31" },
    { "2004-XX-XX", "2004-01-01", "2004-12-31" },
    { "2004-02-XX", "2004-02-01", "2004-02-29" },
    { "2004/2006", "2004-01-01", "2006-12-31" },
    { "2004-06/2004", "2004-06-01", "2004-12-31" },
    { "2004-06-11T23:59:59+02:00", "2004-06-11", "2004-06-11" },
    { "2004-06-11T00:00:00Z", "2004-06-11", "2004-06-11" },
    { "2019-10-29/2020-02", "2019-10-29", "2020-02-29" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AmicusDate range = parse (rows[i].text);

      g_assert_cmpint (range.first, ==, parse (rows[i].first).first);
      g_assert_cmpint (range.last, ==, parse (rows[i].last).last);
    }
}

static void
test_open_ends (void)
{
  g_assert_cmpint (parse ("../2004").first, ==, G_MININT32);
  g_assert_cmpint (parse ("../2004").last, ==, day (2004, 12, 31));
  g_assert_cmpint (parse ("2004/..").first, ==, day (2004, 1, 1));
  g_assert_cmpint (parse ("2004/..").last, ==, G_MAXINT32);
  g_assert_cmpint (parse ("/2004").first, ==, G_MININT32);
  g_assert_cmpint (parse ("2004/").last, ==, G_MAXINT32);
}

static void
test_qualifiers (void)
{
  static const char *const dates[] = { "2004", "2004-06", "2004-06-11", "201X", "2004/2006" };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    for (const char *qualifier = "?~%"; *qualifier != '\0'; qualifier++)
      {
        g_autofree char *text = g_strdup_printf ("%s%c", dates[i], *qualifier);
        AmicusDate plain = parse (dates[i]);
        AmicusDate qualified = parse (text);

        g_assert_false (plain.uncertain || plain.approximate);
        g_assert_cmpint (qualified.first, ==, plain.first);
        g_assert_cmpint (qualified.last, ==, plain.last);
        g_assert_true (qualified.uncertain == (*qualifier != '~'));
        g_assert_true (qualified.approximate == (*qualifier != '?'));
      }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "/", "..", "../..", "/..", "2", "204", "20045", "2004-", "2004-1", "2004-13", "2004-00",
    "2004-06-31", "2003-02-29", "1900-02-29", "2004-06-11T", "2004-06-11T25:00:00", "2004-06T10:00:00",
    "2004-06-11T10:00", "X004", "2X04", "2XXX", "201X-06", "-0000", "-201X", "Y170000002", "2004?~", "?2004",
    "2006/2004", "2004/2005/2006", " 2004", "2004 ", "2004\n", "June 2004", "2004-21", "２００４", "2004-06-1X",
    "99999999999999999999", "-2004-06-31",
  };
  AmicusDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_false (amicus_date_parse (texts[i], &date));
    }
}

/* Whatever comes, a date is a range of days and its words are text; what is no date comes back. */
static void
test_random (void)
{
  static const char letters[] = "0123456789-/.X?~%TZ:+0129--/.";

  for (guint i = 0; i < 200000; i++)
    {
      char text[24] = { 0 };
      guint length = (guint) g_test_rand_int_range (0, sizeof text);
      g_autofree char *words = NULL;
      AmicusDate date;

      g_snprintf (text, sizeof text, "%04d-%02d/2004", g_test_rand_int_range (0, 3000), g_test_rand_int_range (0, 14));
      text[length] = '\0';
      for (guint j = g_test_rand_int_range (0, 3); j > 0 && length > 0; j--)
        text[g_test_rand_int_range (0, (gint32) length)] =
          letters[g_test_rand_int_range (0, sizeof letters - 1)];

      words = amicus_date_format (text, "en");
      g_assert_true (g_utf8_validate (words, -1, NULL));
      if (amicus_date_parse (text, &date))
        g_assert_cmpint (date.first, <=, date.last);
      else
        g_assert_cmpstr (words, ==, text);
    }
}

static void
assert_words (const char *text,
              const char *language,
              const char *expected)
{
  g_autofree char *words = amicus_date_format (text, language);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  static const char *const rows[][2] = {
    { "2019", "2019" },
    { "2020-12", "Dec. 2020" },
    { "2019-10-29", "29 Oct. 2019" },
    { "2004-06-11T10:20:30Z", "11 June 2004, 10:20:30Z" },
    { "2019/2025", "2019–2025" },
    { "2019-10/2020-02", "Oct. 2019 – Feb. 2020" },
    { "2019/..", "since 2019" },
    { "../2019-05", "until May 2019" },
    { "/2019", "?–2019" },
    { "2019/", "2019–?" },
    { "2004~", "about 2004" },
    { "2004?", "2004 ?" },
    { "2004%", "about 2004 ?" },
    { "201X", "2010s" },
    { "20XX", "2000–2099" },
    { "2019-05-01", "1 May 2019" },
    { "2004-XX", "2004" },
    { "-0043", "44 BC" },
    { "0000", "1 BC" },
    { "spring 2004", "spring 2004" },
    { "\xff", "\xff" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (rows[i][0], "en", rows[i][1]);
}

static void
test_french_words (void)
{
  if (strcmp (amicus_translate ("Dec.", "fr"), "Dec.") == 0)
    {
      g_test_skip ("the French catalogue has no months yet");
      return;
    }

  assert_words ("2020-12", "fr", "déc. 2020");
  assert_words ("2019-10-29", "fr_BE", "29 oct. 2019");
  assert_words ("2019-05-01", "fr", "1er mai 2019");
  assert_words ("2019/2025", "fr", "2019–2025");
  assert_words ("2019/..", "fr", "depuis 2019");
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, '2');
  AmicusDate date;

  g_assert_false (amicus_date_parse (text, &date));
  assert_words (text, "en", text);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/years-join", test_years_join);
  g_test_add_func ("/date/ranges", test_ranges);
  g_test_add_func ("/date/open-ends", test_open_ends);
  g_test_add_func ("/date/qualifiers", test_qualifiers);
  g_test_add_func ("/date/refused", test_refused);
  g_test_add_func ("/date/random", test_random);
  g_test_add_func ("/date/words", test_words);
  g_test_add_func ("/date/french-words", test_french_words);
  g_test_add_func ("/date/long-text", test_long_text);

  return g_test_run ();
}
