/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of countries. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Name in @language (NULL: the locale's) of an ISO 3166-1 code of two letters; another code
 * comes back as it is. */
const char *amicus_country_name (const char *code,
                                 const char *language);

G_END_DECLS
