/* SPDX-License-Identifier: GPL-3.0-or-later
 * Partial dates, EDTF (ISO 8601-2:2019) level 0 and what Amicus takes of level 1. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmicusDate:
 * @first: first day it may mean, in days since 1 January of year 1 (proleptic Gregorian, that day
 *   is 1); %G_MININT32 when open or unknown
 * @last: last day it may mean; %G_MAXINT32 when open or unknown
 * @uncertain: `?` or `%`
 * @approximate: `~` or `%`
 */
typedef struct
{
  gint32 first;
  gint32 last;
  gboolean uncertain;
  gboolean approximate;
} AmicusDate;

gboolean amicus_date_parse  (const char *text,
                             AmicusDate *date);

/* "2019", "Dec. 2020", "29 Oct. 2019", "2019–2020", "since 2019", "about 2004 ?" in @language (NULL: the locale's);
 * text that is no date comes back as it is. */
char    *amicus_date_format (const char *text,
                             const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
