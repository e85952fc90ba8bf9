/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "config.h"

#include "drawing/country.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/catalogue.h"

typedef struct
{
  char code[3];
  const char *name;
} Country;

/* By code. */
static const Country countries[] = {
  { "AE", N_("United Arab Emirates") },
  { "AF", N_("Afghanistan") },
  { "AL", N_("Albania") },
  { "AM", N_("Armenia") },
  { "AO", N_("Angola") },
  { "AR", N_("Argentina") },
  { "AT", N_("Austria") },
  { "AU", N_("Australia") },
  { "AZ", N_("Azerbaijan") },
  { "BA", N_("Bosnia and Herzegovina") },
  { "BD", N_("Bangladesh") },
  { "BE", N_("Belgium") },
  { "BF", N_("Burkina Faso") },
  { "BG", N_("Bulgaria") },
  { "BH", N_("Bahrain") },
  { "BM", N_("Bermuda") },
  { "BR", N_("Brazil") },
  { "BS", N_("Bahamas") },
  { "BY", N_("Belarus") },
  { "CA", N_("Canada") },
  { "CD", N_("Democratic Republic of the Congo") },
  { "CG", N_("Republic of the Congo") },
  { "CH", N_("Switzerland") },
  { "CI", N_("Ivory Coast") },
  { "CL", N_("Chile") },
  { "CM", N_("Cameroon") },
  { "CN", N_("China") },
  { "CO", N_("Colombia") },
  { "CR", N_("Costa Rica") },
  { "CU", N_("Cuba") },
  { "CY", N_("Cyprus") },
  { "CZ", N_("Czechia") },
  { "DE", N_("Germany") },
  { "DK", N_("Denmark") },
  { "DO", N_("Dominican Republic") },
  { "DZ", N_("Algeria") },
  { "EC", N_("Ecuador") },
  { "EE", N_("Estonia") },
  { "EG", N_("Egypt") },
  { "ES", N_("Spain") },
  { "ET", N_("Ethiopia") },
  { "EU", N_("European Union") },
  { "FI", N_("Finland") },
  { "FR", N_("France") },
  { "GB", N_("United Kingdom") },
  { "GE", N_("Georgia") },
  { "GG", N_("Guernsey") },
  { "GH", N_("Ghana") },
  { "GI", N_("Gibraltar") },
  { "GR", N_("Greece") },
  { "GT", N_("Guatemala") },
  { "HK", N_("Hong Kong") },
  { "HN", N_("Honduras") },
  { "HR", N_("Croatia") },
  { "HU", N_("Hungary") },
  { "ID", N_("Indonesia") },
  { "IE", N_("Ireland") },
  { "IL", N_("Israel") },
  { "IM", N_("Isle of Man") },
  { "IN", N_("India") },
  { "IQ", N_("Iraq") },
  { "IR", N_("Iran") },
  { "IS", N_("Iceland") },
  { "IT", N_("Italy") },
  { "JE", N_("Jersey") },
  { "JO", N_("Jordan") },
  { "JP", N_("Japan") },
  { "KE", N_("Kenya") },
  { "KG", N_("Kyrgyzstan") },
  { "KH", N_("Cambodia") },
  { "KP", N_("North Korea") },
  { "KR", N_("South Korea") },
  { "KW", N_("Kuwait") },
  { "KY", N_("Cayman Islands") },
  { "KZ", N_("Kazakhstan") },
  { "LB", N_("Lebanon") },
  { "LI", N_("Liechtenstein") },
  { "LK", N_("Sri Lanka") },
  { "LT", N_("Lithuania") },
  { "LU", N_("Luxembourg") },
  { "LV", N_("Latvia") },
  { "LY", N_("Libya") },
  { "MA", N_("Morocco") },
  { "MC", N_("Monaco") },
  { "MD", N_("Moldova") },
  { "ME", N_("Montenegro") },
  { "MK", N_("North Macedonia") },
  { "ML", N_("Mali") },
  { "MM", N_("Myanmar") },
  { "MT", N_("Malta") },
  { "MU", N_("Mauritius") },
  { "MX", N_("Mexico") },
  { "MY", N_("Malaysia") },
  { "NE", N_("Niger") },
  { "NG", N_("Nigeria") },
  { "NI", N_("Nicaragua") },
  { "NL", N_("Netherlands") },
  { "NO", N_("Norway") },
  { "NP", N_("Nepal") },
  { "NZ", N_("New Zealand") },
  { "OM", N_("Oman") },
  { "PA", N_("Panama") },
  { "PE", N_("Peru") },
  { "PH", N_("Philippines") },
  { "PK", N_("Pakistan") },
  { "PL", N_("Poland") },
  { "PS", N_("Palestine") },
  { "PT", N_("Portugal") },
  { "PY", N_("Paraguay") },
  { "QA", N_("Qatar") },
  { "RO", N_("Romania") },
  { "RS", N_("Serbia") },
  { "RU", N_("Russia") },
  { "RW", N_("Rwanda") },
  { "SA", N_("Saudi Arabia") },
  { "SC", N_("Seychelles") },
  { "SD", N_("Sudan") },
  { "SE", N_("Sweden") },
  { "SG", N_("Singapore") },
  { "SI", N_("Slovenia") },
  { "SK", N_("Slovakia") },
  { "SN", N_("Senegal") },
  { "SV", N_("El Salvador") },
  { "SY", N_("Syria") },
  { "TG", N_("Togo") },
  { "TH", N_("Thailand") },
  { "TN", N_("Tunisia") },
  { "TR", N_("Turkey") },
  { "TW", N_("Taiwan") },
  { "TZ", N_("Tanzania") },
  { "UA", N_("Ukraine") },
  { "UG", N_("Uganda") },
  { "US", N_("United States") },
  { "UY", N_("Uruguay") },
  { "UZ", N_("Uzbekistan") },
  { "VE", N_("Venezuela") },
  { "VG", N_("British Virgin Islands") },
  { "VN", N_("Vietnam") },
  { "XK", N_("Kosovo") },
  { "YE", N_("Yemen") },
  { "ZA", N_("South Africa") },
  { "ZM", N_("Zambia") },
  { "ZW", N_("Zimbabwe") },
};

static int
compare_code (const void *code,
              const void *country)
{
  return strcmp (code, ((const Country *) country)->code);
}

const char *
amicus_country_name (const char *code,
                     const char *language)
{
  const Country *country = bsearch (code, countries, G_N_ELEMENTS (countries), sizeof (Country),
                                    compare_code);

  return country != NULL ? amicus_translate (country->name, language) : code;
}
