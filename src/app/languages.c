/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/languages.h"

#include "base/catalogue.h"

#include <string.h>

typedef struct
{
  const char *code;
  const char *name;
} Language;

static const Language names[] = {
  { "ar", "العربية" },    { "cs", "Čeština" },   { "da", "Dansk" },    { "de", "Deutsch" },
  { "el", "Ελληνικά" },   { "en", "English" },   { "es", "Español" },  { "fa", "فارسی" },
  { "fi", "Suomi" },      { "fr", "Français" },  { "he", "עברית" },    { "hi", "हिन्दी" },
  { "hu", "Magyar" },     { "it", "Italiano" },  { "ja", "日本語" },   { "ko", "한국어" },
  { "nl", "Nederlands" }, { "no", "Norsk" },     { "pl", "Polski" },   { "pt", "Português" },
  { "ro", "Română" },     { "ru", "Русский" },   { "sv", "Svenska" },  { "tr", "Türkçe" },
  { "uk", "Українська" }, { "zh", "中文" },
};

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

static void
add_codes (GHashTable         *codes,
           const char * const *more)
{
  for (guint i = 0; more[i] != NULL; i++)
    g_hash_table_add (codes, (gpointer) more[i]);
}

/**
 * amicus_languages_of:
 * @survey: of what is to be shown
 *
 * Returns: (transfer full) (array zero-terminated=1): codes such as "fr" or "pt_BR", sorted
 */
char **
amicus_languages_of (const AmicusSurvey *survey)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) sorted = g_strv_builder_new ();
  g_autoptr (GList) keys = NULL;

  g_return_val_if_fail (survey != NULL, NULL);

  add_codes (codes, amicus_translate_languages ());
  add_codes (codes, amicus_survey_get_languages (survey));
  keys = g_list_sort (g_hash_table_get_keys (codes), compare_codes);
  for (GList *key = keys; key != NULL; key = key->next)
    g_strv_builder_add (sorted, key->data);

  return g_strv_builder_end (sorted);
}

/**
 * amicus_language_name:
 * @code: of a language, such as "fr" or "pt_BR"
 *
 * Returns: (transfer full): the language's name in itself, with its region's code; or the code, where none is known
 */
char *
amicus_language_name (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (code, names[i].code))
      {
        const char *rest = code + strlen (names[i].code);

        if (*rest == '\0')
          return g_strdup (names[i].name);
        if (*rest == '_')
          return g_strdup_printf ("%s (%s)", names[i].name, rest + 1);
      }

  return g_strdup (code);
}
