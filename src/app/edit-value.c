/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/edit-value.h"

#include <string.h>

/* What a backslash before it makes another thing: an end of a line, or a name. */
#define NAMES "NGETHL"

/**
 * amicus_text_to_value:
 * @text: what is to be read
 *
 * Returns: (transfer full): the value of an attribute that is read so: in a value a backslash begins an escape, and a
 *   line ends with one
 */
char *
amicus_text_to_value (const char *text)
{
  GString *value = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text == '\\' && (text[1] == '\0' || strchr (NAMES, text[1]) == NULL))
      g_string_append (value, "\\\\");
    else if (*text == '\n')
      g_string_append (value, "\\n");
    else
      g_string_append_c (value, *text);

  return g_string_free (value, FALSE);
}

/**
 * amicus_value_to_text:
 * @value: of an attribute
 *
 * Returns: (transfer full): what is read, with what stands for names as it is, for editing
 */
char *
amicus_value_to_text (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  GString *text = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at++)
    if (*at != '\\' || at[1] == '\0' || strchr (NAMES, at[1]) != NULL)
      g_string_append_c (text, *at);
    else
      {
        at++;
        g_string_append_c (text, strchr ("nlr", *at) != NULL ? '\n' : *at);
      }

  return g_string_free (text, FALSE);
}
