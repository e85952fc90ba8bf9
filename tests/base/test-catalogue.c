/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/catalogue.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n > 1;\n"

/* A message with its forms, each string with the zero byte behind it counted in. */
typedef struct
{
  const char *message;
  gsize message_length;
  const char *translation;
  gsize translation_length;
} Entry;

#define ENTRY(message, translation) { message, sizeof message - 1, translation, sizeof translation - 1 }

static const Entry entries[] = {
  ENTRY ("", HEADER),
  ENTRY ("%u file\0%u files", "%u fichier\0%u fichiers"),
  ENTRY ("May", "mai"),
  ENTRY ("empty", ""),
  ENTRY ("month\004May", "mois de mai"),
  ENTRY ("spoilt", "\xff"),
};

static void
append_word (GByteArray *bytes,
             gsize word,
             gboolean swapped)
{
  guint32 number = swapped ? GUINT32_SWAP_LE_BE ((guint32) word) : (guint32) word;

  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

/* The bytes that msgfmt writes, in either order of bytes. */
static GByteArray *
make_catalogue (gboolean swapped)
{
  GByteArray *bytes = g_byte_array_new ();
  GByteArray *strings = g_byte_array_new ();
  gsize n = G_N_ELEMENTS (entries);
  gsize words[] = { 0x950412de, 0, n, 28, 28 + 8 * n, 0, 28 + 16 * n };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    append_word (bytes, words[i], swapped);
  for (gsize i = 0; i < 2 * n; i++)
    {
      const Entry *entry = &entries[i % n];
      gsize length = i < n ? entry->message_length : entry->translation_length;

      append_word (bytes, length, swapped);
      append_word (bytes, 28 + 16 * n + strings->len, swapped);
      g_byte_array_append (strings, (const guint8 *) (i < n ? entry->message : entry->translation),
                           (guint) length + 1);
    }
  g_byte_array_append (bytes, strings->data, strings->len);
  g_byte_array_unref (strings);

  return bytes;
}

static char *folder;

static void
write_catalogue (const char *language,
                 const guint8 *bytes,
                 gsize length)
{
  g_autofree char *inner = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (inner, "amicus.mo", NULL);

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) bytes, (gssize) length, NULL));
}

/* Catalogues are read once, so all of them are there from the beginning: good ones, then one for every
 * length at which the file could be cut, and one for every byte that could be wrong. */
static void
write_catalogues (void)
{
  g_autoptr (GByteArray) native = make_catalogue (FALSE);
  g_autoptr (GByteArray) swapped = make_catalogue (TRUE);

  write_catalogue ("fr", native->data, native->len);
  write_catalogue ("fr_CA", swapped->data, swapped->len);
  write_catalogue ("de", (const guint8 *) "no catalogue", 12);
  for (guint i = 0; i < native->len; i++)
    {
      g_autofree char *cut = g_strdup_printf ("cut%u", i);
      g_autofree char *wrong = g_strdup_printf ("wrong%u", i);

      write_catalogue (cut, native->data, i);
      native->data[i] ^= 0xff;
      write_catalogue (wrong, native->data, native->len);
      native->data[i] ^= 0xff;
    }
}

static void
test_messages (void)
{
  g_assert_cmpstr (amicus_translate ("May", "fr"), ==, "mai");
  g_assert_cmpstr (amicus_translate ("May", "fr_BE"), ==, "mai");
  g_assert_cmpstr (amicus_translate ("May", "fr_BE.UTF-8"), ==, "mai");
  g_assert_cmpstr (amicus_translate ("May", "fr_CA"), ==, "mai");
  g_assert_cmpstr (amicus_translate ("month\004May", "fr"), ==, "mois de mai");
}

/* English, no catalogue, no translation, an empty one, bytes that are no text. */
static void
test_not_translated (void)
{
  g_assert_cmpstr (amicus_translate ("May", "en"), ==, "May");
  g_assert_cmpstr (amicus_translate ("May", "de"), ==, "May");
  g_assert_cmpstr (amicus_translate ("May", "nl"), ==, "May");
  g_assert_cmpstr (amicus_translate ("May", ""), ==, "May");
  g_assert_cmpstr (amicus_translate ("May", "../fr"), ==, "May");
  g_assert_cmpstr (amicus_translate ("June", "fr"), ==, "June");
  g_assert_cmpstr (amicus_translate ("empty", "fr"), ==, "empty");
  g_assert_cmpstr (amicus_translate ("spoilt", "fr"), ==, "spoilt");
  g_assert_cmpstr (amicus_translate ("month\004May", "en"), ==, "May");
  g_assert_cmpstr (amicus_translate ("month\004May", NULL), ==, "May");
}

static void
test_plurals (void)
{
  static const char *const languages[] = { "fr", "fr_CA" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *language = languages[i];

      g_assert_cmpstr (amicus_translate_plural ("%u file", "%u files", 0, language), ==, "%u fichier");
      g_assert_cmpstr (amicus_translate_plural ("%u file", "%u files", 1, language), ==, "%u fichier");
      g_assert_cmpstr (amicus_translate_plural ("%u file", "%u files", 2, language), ==, "%u fichiers");
    }
  g_assert_cmpstr (amicus_translate_plural ("%u file", "%u files", 0, "en"), ==, "%u files");
  g_assert_cmpstr (amicus_translate_plural ("%u file", "%u files", 1, "nl"), ==, "%u file");
  /* Its translation has one form only. */
  g_assert_cmpstr (amicus_translate_plural ("May", "Mays", 2, "fr"), ==, "mai");
}

static void
test_damaged (void)
{
  g_autoptr (GByteArray) whole = make_catalogue (FALSE);

  for (guint i = 0; i < whole->len; i++)
    {
      g_autofree char *cut = g_strdup_printf ("cut%u", i);
      g_autofree char *wrong = g_strdup_printf ("wrong%u", i);

      g_assert_cmpstr (amicus_translate ("May", cut), ==, "May");
      g_assert_true (g_utf8_validate (amicus_translate ("May", wrong), -1, NULL));
      g_assert_true (g_utf8_validate (amicus_translate_plural ("%u file", "%u files", 2, wrong), -1, NULL));
    }
}

static void
test_languages (void)
{
  const char *const *languages = amicus_translate_languages ();

  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_true (g_strv_contains (languages, "fr"));
  g_assert_true (g_strv_contains (languages, "fr_CA"));
  g_assert_false (g_strv_contains (languages, "de"));
  g_assert_false (g_strv_contains (languages, "cut10"));
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("amicus-catalogue-XXXXXX", NULL);
  g_setenv ("AMICUS_LOCALE_DIR", folder, TRUE);
  write_catalogues ();

  g_test_add_func ("/catalogue/messages", test_messages);
  g_test_add_func ("/catalogue/not-translated", test_not_translated);
  g_test_add_func ("/catalogue/plurals", test_plurals);
  g_test_add_func ("/catalogue/damaged", test_damaged);
  g_test_add_func ("/catalogue/languages", test_languages);
  status = g_test_run ();

  remove_all (folder);
  g_free (folder);

  return status;
}
