/* SPDX-License-Identifier: GPL-3.0-or-later
 * Compiled gettext catalogues, read without the C library: it knows one language a process. */

#define G_LOG_DOMAIN "amicus-base"

#include "config.h"

#include "base/catalogue.h"

#include <libintl.h>
#include <string.h>

#include "base/plural.h"

#define MO_MAGIC 0x950412deu
#define MO_MAGIC_SWAPPED 0xde120495u
#define MO_HEADER_SIZE 20

/* Stands between context and message, in catalogues and in NC_(). */
#define CONTEXT_END '\004'

typedef struct
{
  const char *text; /* the forms one after the other, each with its zero byte */
  gsize length;
} Translation;

typedef struct
{
  GMappedFile *file;
  GHashTable *translations; /* message → Translation */
  const char *header;
} Catalogue;

/* All catalogues, by language code. */
typedef struct
{
  GHashTable *by_language;
  GPtrArray *languages;
} Library;

static void
catalogue_free (gpointer data)
{
  Catalogue *catalogue = data;

  g_hash_table_unref (catalogue->translations);
  g_mapped_file_unref (catalogue->file);
  g_free (catalogue);
}

static gboolean
read_word (const char *bytes,
           gsize size,
           gsize offset,
           gboolean swapped,
           gsize *word)
{
  guint32 number;

  if (offset > size || size - offset < sizeof number)
    return FALSE;

  memcpy (&number, bytes + offset, sizeof number);
  *word = swapped ? GUINT32_SWAP_LE_BE (number) : number;

  return TRUE;
}

/* The string that the table of lengths and offsets names at @entry, if it lies inside the file and
 * ends with a zero. */
static gboolean
read_string (const char *bytes,
             gsize size,
             gsize entry,
             gboolean swapped,
             Translation *string)
{
  gsize length, offset;

  if (!read_word (bytes, size, entry, swapped, &length) ||
      !read_word (bytes, size, entry + 4, swapped, &offset) ||
      offset >= size || length >= size - offset || bytes[offset + length] != '\0')
    return FALSE;

  string->text = bytes + offset;
  string->length = length;

  return TRUE;
}

static void
add_translation (Catalogue *catalogue,
                 const Translation *message,
                 const Translation *translation)
{
  const char *last = translation->text + translation->length;
  const char *end;

  /* Plural forms have zero bytes between them. */
  for (const char *at = translation->text; at <= last; at = end + 1)
    if (!g_utf8_validate (at, -1, &end))
      return;

  if (message->length == 0)
    catalogue->header = translation->text;
  else if (translation->length > 0)
    g_hash_table_insert (catalogue->translations, (gpointer) message->text,
                         g_memdup2 (translation, sizeof *translation));
}

static gboolean
read_catalogue (Catalogue *catalogue,
                const char *bytes,
                gsize size)
{
  gboolean swapped;
  gsize magic, n_strings, messages, translations;

  if (!read_word (bytes, size, 0, FALSE, &magic) ||
      (magic != MO_MAGIC && magic != MO_MAGIC_SWAPPED))
    return FALSE;
  swapped = magic == MO_MAGIC_SWAPPED;

  if (!read_word (bytes, size, 8, swapped, &n_strings) ||
      !read_word (bytes, size, 12, swapped, &messages) ||
      !read_word (bytes, size, 16, swapped, &translations) ||
      n_strings > (size - MO_HEADER_SIZE) / 16)
    return FALSE;

  for (gsize i = 0; i < n_strings; i++)
    {
      Translation message, translation;

      if (!read_string (bytes, size, messages + i * 8, swapped, &message) ||
          !read_string (bytes, size, translations + i * 8, swapped, &translation))
        return FALSE;
      add_translation (catalogue, &message, &translation);
    }

  return TRUE;
}

/* A file that is missing or malformed is no catalogue: people then read English. */
static Catalogue *
load_catalogue (const char *folder,
                const char *language)
{
  g_autofree char *path = g_build_filename (folder, language, "LC_MESSAGES", "amicus.mo", NULL);
  GMappedFile *file = g_mapped_file_new (path, FALSE, NULL);
  Catalogue *catalogue;

  if (file == NULL)
    return NULL;

  catalogue = g_new0 (Catalogue, 1);
  catalogue->file = file;
  catalogue->header = "";
  catalogue->translations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (!read_catalogue (catalogue, g_mapped_file_get_contents (file),
                       g_mapped_file_get_length (file)))
    g_clear_pointer (&catalogue, catalogue_free);

  return catalogue;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const char *const *first = a;
  const char *const *second = b;

  return strcmp (*first, *second);
}

static void
load_folder (Library *library,
             const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      Catalogue *catalogue = load_catalogue (path, name);

      if (catalogue == NULL)
        continue;
      g_hash_table_insert (library->by_language, g_strdup (name), catalogue);
      if (strcmp (name, "en") != 0)
        g_ptr_array_add (library->languages, g_strdup (name));
    }
  g_ptr_array_sort (library->languages, compare_words);
  g_ptr_array_insert (library->languages, 0, g_strdup ("en"));
  g_ptr_array_add (library->languages, NULL);
}

static gpointer
load_library (gpointer data)
{
  Library *library = g_new0 (Library, 1);
  const char *path = g_getenv ("AMICUS_LOCALE_DIR");

  library->by_language = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, catalogue_free);
  library->languages = g_ptr_array_new_with_free_func (g_free);
  load_folder (library, path != NULL ? path : AMICUS_LOCALE_DIR);

  return library;
}

static const Library *
get_library (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_library, NULL);
}

/* "fr_BE.UTF-8" is served by fr_BE or else fr. */
static const Catalogue *
find_catalogue (const char *language)
{
  const Library *library = get_library ();
  const Catalogue *catalogue = g_hash_table_lookup (library->by_language, language);
  g_auto (GStrv) variants = NULL;

  if (catalogue != NULL)
    return catalogue;

  variants = g_get_locale_variants (language);
  for (guint i = 0; catalogue == NULL && variants[i] != NULL; i++)
    catalogue = g_hash_table_lookup (library->by_language, variants[i]);

  return catalogue;
}

static const char *
without_context (const char *message)
{
  const char *end = strchr (message, CONTEXT_END);

  return end == NULL ? message : end + 1;
}

/**
 * amicus_translate:
 * @message: an English message marked with N_(); one with a context as "context\004message"
 * @language: (nullable): "fr", "fr_BE", "en"; %NULL for gettext of the locale
 *
 * Says a message in a language.
 *
 * Returns: (transfer none): the translation, else @message without its context; valid for ever
 */
const char *
amicus_translate (const char *message,
                  const char *language)
{
  const Catalogue *catalogue;
  const Translation *translation;

  g_return_val_if_fail (message != NULL, NULL);

  if (language == NULL)
    return without_context (g_dgettext (GETTEXT_PACKAGE, message));

  catalogue = find_catalogue (language);
  translation = catalogue == NULL ? NULL : g_hash_table_lookup (catalogue->translations, message);

  return translation == NULL ? without_context (message) : translation->text;
}

static const char *
find_form (const Translation *translation,
           guint form)
{
  const char *end = translation->text + translation->length;
  const char *at = translation->text;

  while (form > 0 && at + strlen (at) < end)
    {
      at += strlen (at) + 1;
      form--;
    }

  return at;
}

/**
 * amicus_translate_plural:
 * @singular: the English message for one
 * @plural: the English message for several
 * @n: how many
 * @language: (nullable): as in amicus_translate()
 *
 * Says a message that counts something.
 *
 * Returns: (transfer none): the form that fits @n; valid for ever
 */
const char *
amicus_translate_plural (const char *singular,
                         const char *plural,
                         guint n,
                         const char *language)
{
  const Catalogue *catalogue;
  const Translation *translation;

  g_return_val_if_fail (singular != NULL, NULL);
  g_return_val_if_fail (plural != NULL, NULL);

  if (language == NULL)
    return g_dngettext (GETTEXT_PACKAGE, singular, plural, n);

  catalogue = find_catalogue (language);
  translation = catalogue == NULL ? NULL : g_hash_table_lookup (catalogue->translations, singular);
  if (translation == NULL)
    return n == 1 ? singular : plural;

  return find_form (translation, amicus_plural_form (catalogue->header, n));
}

/**
 * amicus_translate_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages that have a catalogue, "en"
 *   first
 */
const char *const *
amicus_translate_languages (void)
{
  return (const char *const *) get_library ()->languages->pdata;
}
