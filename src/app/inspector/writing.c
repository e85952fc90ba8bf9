/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/writing.h"

#include "app/edit-value.h"
#include "base/date.h"
#include "base/text.h"
#include "drawing/country.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_read (AmicusWriting form)
{
  return form == AMICUS_WRITING_TEXT || form == AMICUS_WRITING_LONG;
}

/**
 * amicus_writing_to_text:
 * @form: of the value
 * @value: (nullable): as the file has it
 *
 * Returns: (transfer full): what somebody edits
 */
char *
amicus_writing_to_text (AmicusWriting  form,
                     const char *value)
{
  if (value == NULL)
    return g_strdup ("");
  if (is_read (form))
    return amicus_value_to_text (value);
  if (form == AMICUS_WRITING_LIST)
    {
      g_auto (GStrv) items = amicus_list_split (value);

      return g_strjoinv ("\n", items);
    }

  return g_utf8_make_valid (value, -1);
}

static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *value = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *item = g_strstrip (lines[i]);

      if (*item != '\0' && value->len > 0)
        g_string_append (value, "\\n");
      g_string_append (value, item);
    }

  return g_string_free (value, FALSE);
}

/* A country may be told by its name. */
static char *
find_country (const char *text,
              const char *language)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (char a = 'A'; a <= 'Z'; a++)
    for (char b = 'A'; b <= 'Z'; b++)
      {
        const char code[] = { a, b, '\0' };
        g_autofree char *name = g_utf8_casefold (amicus_country_name (code, language), -1);

        if (strcmp (name, wanted) == 0)
          return g_strdup (code);
      }

  return g_strdup (text);
}

/**
 * amicus_writing_to_value:
 * @form: of the value
 * @text: what somebody has written
 * @language: (nullable): of names; %NULL for the locale's
 *
 * Returns: (transfer full): what the file will have
 */
char *
amicus_writing_to_value (AmicusWriting  form,
                      const char *text,
                      const char *language)
{
  g_autofree char *line = NULL;

  if (form == AMICUS_WRITING_LONG)
    return amicus_text_to_value (text);
  if (form == AMICUS_WRITING_LIST)
    return join_lines (text);

  line = g_strstrip (g_strdup (text));
  if (form == AMICUS_WRITING_TEXT)
    return amicus_text_to_value (line);
  if (form == AMICUS_WRITING_COUNTRY)
    return find_country (line, language);

  return g_steal_pointer (&line);
}

static char *
explain_date (const char *text,
              const char *language,
              gboolean   *wrong)
{
  AmicusDate date;

  *wrong = !amicus_date_parse (text, &date);

  return *wrong ? g_strdup (_("No date is understood: it will be kept as text. Try 2019, 2019-10 or 2019/2021."))
                : amicus_date_format (text, language);
}

static gboolean
is_code (const char *text)
{
  return strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

/* Not every code has a name here. */
static char *
explain_country (const char *text,
                 const char *language,
                 gboolean   *wrong)
{
  g_autofree char *code = find_country (text, language);
  const char *name = amicus_country_name (code, language);

  *wrong = !is_code (code);
  if (*wrong)
    return g_strdup (_("No country is known by this name. Codes of ISO 3166 are two capitals."));

  return strcmp (name, code) != 0 ? g_strdup_printf ("%s, %s", code, name) : NULL;
}

/**
 * amicus_writing_explain:
 * @form: of a value
 * @text: what somebody has written
 * @language: (nullable): of the explanation; %NULL for the locale's
 * @wrong: (out): whether it is no value of the form; it may be kept nevertheless
 *
 * Returns: (transfer full) (nullable): what is understood, or why nothing is
 */
char *
amicus_writing_explain (AmicusWriting  form,
                     const char *text,
                     const char *language,
                     gboolean   *wrong)
{
  g_autofree char *line = g_strstrip (g_strdup (text));

  *wrong = FALSE;
  if (form == AMICUS_WRITING_LIST)
    return g_strdup (_("One on each line"));
  if (*line == '\0')
    return NULL;
  if (form == AMICUS_WRITING_DATE)
    return explain_date (line, language, wrong);
  if (form == AMICUS_WRITING_COUNTRY)
    return explain_country (line, language, wrong);
  if (form == AMICUS_WRITING_LINK && !amicus_link_is_safe (line))
    {
      *wrong = TRUE;
      return g_strdup (_("Only addresses that begin with http, https or mailto can be opened."));
    }

  return NULL;
}
