/* SPDX-License-Identifier: GPL-3.0-or-later
 * Partial dates: a reader of EDTF, the range of days it means, and words for people. */

#define G_LOG_DOMAIN "amicus-base"

#include "config.h"

#include "base/date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/catalogue.h"

/* Longer than any date: two ends with time, zone and qualifier. */
#define LONGEST_TEXT 80

#define DAYS_BEFORE_1970 719163

/* A date as written. What is not given is 0. */
typedef struct
{
  int year;
  int unspecified; /* last digits of the year that are X: 0, 1 or 2 */
  int month;
  int day;
  const char *time; /* hh:mm:ss and the zone, or NULL */
  int time_length;
  gboolean uncertain;
  gboolean approximate;
} Point;

typedef enum
{
  END_POINT,
  END_OPEN,    /* `..` */
  END_UNKNOWN, /* nothing */
} EndKind;

typedef struct
{
  EndKind kind;
  Point point;
} End;

/* A single date is the same at both ends. */
typedef struct
{
  gboolean is_interval;
  End first;
  End last;
} Interval;

static gboolean
take_char (const char **at,
           char wanted)
{
  if (**at != wanted)
    return FALSE;

  (*at)++;
  return TRUE;
}

static gboolean
take_number (const char **at,
             int n_digits,
             int lowest,
             int highest,
             int *number)
{
  *number = 0;
  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      *number = *number * 10 + ((*at)[i] - '0');
    }
  *at += n_digits;

  return *number >= lowest && *number <= highest;
}

/* `XX` in the place of a month or a day. */
static gboolean
take_unspecified (const char **at)
{
  if (strncmp (*at, "XX", 2) != 0)
    return FALSE;

  *at += 2;
  return TRUE;
}

static gboolean
take_year (const char **at,
           Point *point)
{
  gboolean negative = take_char (at, '-');
  int scale = 1;

  if ((*at)[0] != '\0' && (*at)[1] != '\0' && (*at)[2] != '\0' && (*at)[3] == 'X')
    {
      point->unspecified = (*at)[2] == 'X' ? 2 : 1;
      scale = point->unspecified == 2 ? 100 : 10;
    }
  if (!take_number (at, 4 - point->unspecified, 0, 9999, &point->year))
    return FALSE;

  *at += point->unspecified;
  point->year *= scale;
  if (!negative)
    return TRUE;

  point->year = -point->year;
  return point->year != 0 && point->unspecified == 0;
}

static int
days_in_month (int year,
               int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return month == 2 && is_leap ? 29 : days[month - 1];
}

/* The zone of a time: nothing, `Z`, `+02` or `+02:00`. */
static gboolean
take_zone (const char **at)
{
  int number;

  if (take_char (at, 'Z') || (**at != '+' && **at != '-'))
    return TRUE;

  (*at)++;
  if (!take_number (at, 2, 0, 14, &number))
    return FALSE;

  return !take_char (at, ':') || take_number (at, 2, 0, 59, &number);
}

static gboolean
take_time (const char **at,
           Point *point)
{
  int number;

  point->time = *at;
  if (!take_number (at, 2, 0, 23, &number) || !take_char (at, ':') ||
      !take_number (at, 2, 0, 59, &number) || !take_char (at, ':') ||
      !take_number (at, 2, 0, 59, &number) || !take_zone (at))
    return FALSE;

  point->time_length = (int) (*at - point->time);
  return TRUE;
}

/* What follows the year: `-06`, `-06-11`, `-XX`, `-06-XX`, `-06-11T10:20:30Z`. */
static gboolean
take_month_and_day (const char **at,
                    Point *point)
{
  if (point->unspecified > 0 || !take_char (at, '-'))
    return TRUE;

  if (take_unspecified (at))
    return !take_char (at, '-') || take_unspecified (at);
  if (!take_number (at, 2, 1, 12, &point->month))
    return FALSE;

  if (!take_char (at, '-') || take_unspecified (at))
    return TRUE;
  if (!take_number (at, 2, 1, days_in_month (point->year, point->month), &point->day))
    return FALSE;

  return !take_char (at, 'T') || take_time (at, point);
}

static void
take_qualifier (const char **at,
                Point *point)
{
  point->uncertain = **at == '?' || **at == '%';
  point->approximate = **at == '~' || **at == '%';
  if (point->uncertain || point->approximate)
    (*at)++;
}

static gboolean
take_end (const char **at,
          End *end)
{
  memset (end, 0, sizeof *end);

  if (strncmp (*at, "..", 2) == 0)
    {
      *at += 2;
      end->kind = END_OPEN;
      return TRUE;
    }
  if (**at == '\0' || **at == '/')
    {
      end->kind = END_UNKNOWN;
      return TRUE;
    }

  if (!take_year (at, &end->point) || !take_month_and_day (at, &end->point))
    return FALSE;
  take_qualifier (at, &end->point);

  return TRUE;
}

/* Days since 1 January of year 1, that day being 1. Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (2013): years begin in March, in eras of 400 years. */
static gint32
day_number (int year,
            int month,
            int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468 + DAYS_BEFORE_1970;
}

static gint32
first_day (const End *end)
{
  const Point *point = &end->point;

  if (end->kind != END_POINT)
    return G_MININT32;

  return day_number (point->year, MAX (point->month, 1), MAX (point->day, 1));
}

static gint32
last_day (const End *end)
{
  const Point *point = &end->point;
  int last_year = point->year + (point->unspecified == 2 ? 99 : point->unspecified == 1 ? 9 : 0);
  int month = point->month > 0 ? point->month : 12;

  if (end->kind != END_POINT)
    return G_MAXINT32;

  return day_number (last_year, month,
                     point->day > 0 ? point->day : days_in_month (last_year, month));
}

static gboolean
read_interval (const char *text,
               Interval *interval)
{
  const char *at = text;

  if (strnlen (text, LONGEST_TEXT) == LONGEST_TEXT || !take_end (&at, &interval->first))
    return FALSE;

  interval->is_interval = take_char (&at, '/');
  if (!interval->is_interval)
    {
      interval->last = interval->first;
      return interval->first.kind == END_POINT && *at == '\0';
    }

  return take_end (&at, &interval->last) && *at == '\0' &&
         (interval->first.kind == END_POINT || interval->last.kind == END_POINT) &&
         first_day (&interval->first) <= last_day (&interval->last);
}

/**
 * amicus_date_parse:
 * @text: a value as it stands in a file
 * @date: (out): the days it may mean
 *
 * Reads EDTF level 0 (`2004`, `2004-06`, `2004-06-11`, with a time, `a/b`) and of level 1 the
 * qualifiers `?`, `~` and `%`, unspecified digits (`201X`, `20XX`, `2004-XX`, `2004-06-XX`),
 * negative years, and intervals with an open (`..`) or unknown (empty) end.
 *
 * Returns: whether @text is such a date; if not, @date is untouched
 */
gboolean
amicus_date_parse (const char *text,
                   AmicusDate *date)
{
  Interval interval;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!read_interval (text, &interval))
    return FALSE;

  date->first = first_day (&interval.first);
  date->last = last_day (&interval.last);
  date->uncertain = interval.first.point.uncertain || interval.last.point.uncertain;
  date->approximate = interval.first.point.approximate || interval.last.point.approximate;

  return TRUE;
}

/* Puts the words into the places of a pattern. Not printf: a pattern may come from a catalogue. */
static char *
fill (const char *pattern,
      const char *language,
      ...) G_GNUC_NULL_TERMINATED;

static char *
fill (const char *pattern,
      const char *language,
      ...)
{
  GString *filled = g_string_new (amicus_translate (pattern, language));
  const char *place;
  va_list words;

  va_start (words, language);
  while ((place = va_arg (words, const char *)) != NULL)
    g_string_replace (filled, place, va_arg (words, const char *), 1);
  va_end (words);

  return g_string_free (filled, FALSE);
}

static const char *
month_name (int month,
            const char *language)
{
  static const char *const names[] = {
    N_("Jan."), N_("Feb."), N_("Mar."), N_("Apr."), N_("May"), N_("June"),
    N_("July"), N_("Aug."), N_("Sept."), N_("Oct."), N_("Nov."), N_("Dec."),
  };

  return amicus_translate (names[month - 1], language);
}

static char *
year_text (const Point *point,
           const char *language)
{
  g_autofree char *year = g_strdup_printf ("%d", point->year > 0 ? point->year : 1 - point->year);

  if (point->unspecified == 2)
    return g_strdup_printf ("%d–%d", point->year, point->year + 99);
  if (point->unspecified == 1)
    return fill (N_("{year}s"), language, "{year}", year, NULL);
  if (point->year <= 0)
    return fill (N_("{year} BC"), language, "{year}", year, NULL);

  return g_steal_pointer (&year);
}

static char *
day_text (const Point *point,
          const char *language)
{
  g_autofree char *year = year_text (point, language);
  g_autofree char *day = g_strdup_printf ("%d", point->day);

  if (point->month == 0)
    return g_steal_pointer (&year);
  if (point->day == 0)
    return fill (N_("{month} {year}"), language,
                 "{month}", month_name (point->month, language), "{year}", year, NULL);

  return fill (point->day == 1 ? N_("1 {month} {year}") : N_("{day} {month} {year}"), language,
               "{day}", day, "{month}", month_name (point->month, language), "{year}", year, NULL);
}

/* Each step puts more around @text and takes it over. */
static char *
wrap (char *text,
      gboolean wanted,
      const char *pattern,
      const char *language)
{
  g_autofree char *inner = text;

  return wanted ? fill (pattern, language, "{date}", inner, NULL) : g_steal_pointer (&inner);
}

static char *
end_text (const End *end,
          const char *language)
{
  const Point *point = &end->point;
  g_autofree char *text = NULL;

  if (end->kind != END_POINT)
    return g_strdup ("?");

  text = day_text (point, language);
  if (point->time != NULL)
    {
      g_autofree char *time = g_strndup (point->time, (gsize) point->time_length);
      g_autofree char *day = g_steal_pointer (&text);

      text = g_strconcat (day, ", ", time, NULL);
    }
  text = wrap (g_steal_pointer (&text), point->approximate, N_("about {date}"), language);

  return wrap (g_steal_pointer (&text), point->uncertain, N_("{date} ?"), language);
}

static char *
interval_text (const Interval *interval,
               const char *language)
{
  g_autofree char *first = end_text (&interval->first, language);
  g_autofree char *last = end_text (&interval->last, language);
  gboolean has_spaces = strchr (first, ' ') != NULL || strchr (last, ' ') != NULL;

  if (!interval->is_interval)
    return g_steal_pointer (&first);
  if (interval->first.kind == END_OPEN)
    return fill (N_("until {date}"), language, "{date}", last, NULL);
  if (interval->last.kind == END_OPEN)
    return fill (N_("since {date}"), language, "{date}", first, NULL);

  return g_strconcat (first, has_spaces ? " – " : "–", last, NULL);
}

/**
 * amicus_date_format:
 * @text: a value as it stands in a file
 * @language: (nullable): "fr", "en", …; %NULL for the locale's
 *
 * Writes a date for people. Text that is no date comes back as it is, whatever its bytes.
 *
 * Returns: (transfer full): the words
 */
char *
amicus_date_format (const char *text,
                    const char *language)
{
  Interval interval;

  g_return_val_if_fail (text != NULL, NULL);

  return read_interval (text, &interval) ? interval_text (&interval, language) : g_strdup (text);
}
