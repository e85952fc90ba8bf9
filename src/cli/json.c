/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-cli"

#include "cli/json.h"

#include <string.h>

/* A character as it stands in a JSON string; DEL and what lies below the space are escaped, for
 * terminals. */
static void
append_byte (GString *json,
             char c)
{
  static const char letters[] = "\"\\\b\f\n\r\t";
  static const char escapes[] = "\"\\bfnrt";
  const char *letter = strchr (letters, c);

  if (letter != NULL)
    g_string_append_printf (json, "\\%c", escapes[letter - letters]);
  else if ((guchar) c < ' ' || c == 0x7f)
    g_string_append_printf (json, "\\u%04x", (guint) c);
  else
    g_string_append_c (json, c);
}

void
amicus_json_append (GString *json,
                    const char *text)
{
  const char *end;

  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  while (*text != '\0')
    {
      g_utf8_validate (text, -1, &end);
      for (; text < end; text++)
        append_byte (json, *text);
      if (*text != '\0')
        g_string_append_printf (json, "\\udc%02x", (guint) (guchar) *text++);
    }
  g_string_append_c (json, '"');
}
