/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/languages.h"

#include "base/catalogue.h"

#include <string.h>

#define LABEL_PREFIX "label_"

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

/* Two or three letters, and perhaps a region: what else a file has after `label_` is no language. */
static gboolean
is_code (const char *text)
{
  gsize letters = strspn (text, "abcdefghijklmnopqrstuvwxyz");

  if (letters < 2 || letters > 3)
    return FALSE;
  if (text[letters] == '\0')
    return TRUE;

  return text[letters] == '_' && g_ascii_isupper (text[letters + 1])
         && g_ascii_isupper (text[letters + 2]) && text[letters + 3] == '\0';
}

static void
add_languages_of (AmicusGraph  *graph,
                  AmicusElement element,
                  GHashTable   *codes)
{
  g_autoptr (GArray) attributes = amicus_graph_list_attributes (graph, element);

  for (guint i = 0; i < attributes->len; i++)
    {
      const char *name = g_array_index (attributes, AmicusAttribute, i).name;

      if (g_str_has_prefix (name, LABEL_PREFIX) && is_code (name + strlen (LABEL_PREFIX)))
        g_hash_table_add (codes, (gpointer) (name + strlen (LABEL_PREFIX)));
    }
}

static void
add_languages_of_all (AmicusGraph       *graph,
                      AmicusElementKind  kind,
                      guint              n,
                      GHashTable        *codes)
{
  for (guint i = 0; i < n; i++)
    add_languages_of (graph, (AmicusElement) { kind, i }, codes);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/**
 * amicus_languages_of:
 * @graph: what is to be shown
 *
 * Returns: (transfer full) (array zero-terminated=1): codes such as "fr" or "pt_BR", sorted
 */
char **
amicus_languages_of (AmicusGraph *graph)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) sorted = g_strv_builder_new ();
  g_autoptr (GList) keys = NULL;
  const char *const *own = amicus_translate_languages ();

  g_return_val_if_fail (graph != NULL, NULL);

  for (guint i = 0; own[i] != NULL; i++)
    g_hash_table_add (codes, (gpointer) own[i]);
  add_languages_of (graph, AMICUS_WHOLE_GRAPH, codes);
  add_languages_of_all (graph, AMICUS_ELEMENT_ENTITY, amicus_graph_get_n_entities (graph), codes);
  add_languages_of_all (graph, AMICUS_ELEMENT_RELATION, amicus_graph_get_n_relations (graph), codes);
  add_languages_of_all (graph, AMICUS_ELEMENT_GROUP, amicus_graph_get_n_groups (graph), codes);

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
