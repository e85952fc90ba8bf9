/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text of strangers, fit to be shown. */

#define G_LOG_DOMAIN "amicus-base"

#include "base/text.h"

#include <string.h>

#define MAX_LINES 8
#define MAX_MARKS 8
#define LONGEST_ADDRESS 8192

#define REPLACEMENT 0xfffd
#define VISIBLE_MARK 0x25a1 /* an empty box */
#define ELLIPSIS "…"

#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d

/* Where a text is on its way to the screen. */
typedef struct
{
  GString *shown;
  guint limit;
  guint n_characters;
  guint n_lines;
  guint n_marks;      /* on the last base character */
  gunichar previous;
} Display;

/* Takes one character of @text, or one byte where it is not UTF-8. CR LF counts as LF. */
static gunichar
next_character (const char **text)
{
  gunichar c = g_utf8_get_char_validated (*text, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      (*text)++;
      return REPLACEMENT;
    }
  if (c == '\r')
    {
      *text += (*text)[1] == '\n' ? 2 : 1;
      return '\n';
    }

  *text = g_utf8_next_char (*text);
  return c;
}

/* Format characters that are seen: signs that Arabic and its neighbours write around numbers. */
static gboolean
is_visible_format (gunichar c)
{
  return (c >= 0x600 && c <= 0x605) || c == 0x6dd || c == 0x70f || c == 0x890 || c == 0x891 ||
         c == 0x8e2 || c == 0x110bd || c == 0x110cd;
}

/* Invisible, though Unicode calls them letters or marks: joiners, fillers, vowel carriers. */
static gboolean
is_blank_letter (gunichar c)
{
  return c == 0x34f || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5 ||
         (c >= 0x180b && c <= 0x180f) || c == 0x3164 || c == 0xffa0;
}

/* Scripts in which a joiner changes how a word is spelt; elsewhere it only hides. */
static gboolean
script_has_joiners (gunichar c)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_BENGALI, G_UNICODE_SCRIPT_DEVANAGARI,
    G_UNICODE_SCRIPT_GUJARATI, G_UNICODE_SCRIPT_GURMUKHI, G_UNICODE_SCRIPT_KANNADA,
    G_UNICODE_SCRIPT_KHMER, G_UNICODE_SCRIPT_MALAYALAM, G_UNICODE_SCRIPT_MONGOLIAN,
    G_UNICODE_SCRIPT_MYANMAR, G_UNICODE_SCRIPT_ORIYA, G_UNICODE_SCRIPT_SINHALA,
    G_UNICODE_SCRIPT_SYRIAC, G_UNICODE_SCRIPT_TAMIL, G_UNICODE_SCRIPT_TELUGU,
  };
  GUnicodeScript script = g_unichar_get_script (c);

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i] == script)
      return TRUE;

  return FALSE;
}

/* Part of an emoji that a joiner may tie to the next one. */
static gboolean
is_emoji (gunichar c)
{
  return c == 0xfe0f || (c >= 0x1f3fb && c <= 0x1f3ff) ||
         (c >= 0x2600 && g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL);
}

static gboolean
is_joiner_in_place (gunichar c,
                    gunichar previous)
{
  if (c == ZERO_WIDTH_NON_JOINER)
    return script_has_joiners (previous);

  return c == ZERO_WIDTH_JOINER && (script_has_joiners (previous) || is_emoji (previous));
}

static gunichar
make_visible (gunichar c,
              gunichar previous)
{
  GUnicodeType type;

  if (c == '\n' || (c >= ' ' && c < 0x7f))
    return c;
  if (c == '\t')
    return ' ';
  if (c < ' ')
    return 0x2400 + c; /* the picture of the control character */
  if (c == 0x7f)
    return 0x2421;
  if (is_joiner_in_place (c, previous))
    return c;

  type = g_unichar_type (c);
  if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
      type == G_UNICODE_PARAGRAPH_SEPARATOR || is_blank_letter (c) ||
      (type == G_UNICODE_FORMAT && !is_visible_format (c)))
    return VISIBLE_MARK;

  return c;
}

static void
show (Display *display,
      gunichar c)
{
  display->n_marks = g_unichar_ismark (c) ? display->n_marks + 1 : 0;
  display->previous = c;
  if (display->n_marks > MAX_MARKS)
    return;

  display->n_characters++;
  if (c == '\n')
    display->n_lines++;
  g_string_append_unichar (display->shown, c);
}

static gboolean
is_full (const Display *display,
         gunichar next)
{
  return display->limit > 0 &&
         (display->n_characters == display->limit ||
          (next == '\n' && display->n_lines == MAX_LINES - 1));
}

/**
 * amicus_text_for_display:
 * @text: any bytes
 * @limit: most characters, or 0 for no limit of characters and lines
 *
 * Makes a stranger's text fit to be shown as text. A line end is kept, a tab becomes a space, other
 * control characters their pictures (U+2400…); bidirectional and invisible characters become boxes
 * (U+25A1), except joiners where a script or an emoji is written with them; bytes that are not
 * UTF-8 become U+FFFD. The time is linear in what is shown, not in the length of @text.
 *
 * Returns: (transfer full): valid UTF-8, at most @limit characters, 8 lines and 8 combining marks
 *   on a base; then an ellipsis if something is missing
 */
char *
amicus_text_for_display (const char *text,
                         guint limit)
{
  Display display = { .limit = limit };

  g_return_val_if_fail (text != NULL, NULL);

  display.shown = g_string_new (NULL);
  while (*text != '\0')
    {
      gunichar c = make_visible (next_character (&text), display.previous);

      if (is_full (&display, c))
        {
          g_string_append (display.shown, ELLIPSIS);
          break;
        }
      show (&display, c);
    }

  return g_string_free (display.shown, FALSE);
}

/**
 * amicus_text_isolate:
 * @text: any bytes
 *
 * Isolates the direction of @text from what stands around it. Its own direction marks are made
 * visible, for one of them could end the isolation.
 *
 * Returns: (transfer full): the text between U+2068 and U+2069
 */
char *
amicus_text_isolate (const char *text)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  shown = amicus_text_for_display (text, 0);

  return g_strconcat ("\u2068", shown, "\u2069", NULL);
}

/* Characters with which an address could look like another one, or which browsers read in their
 * own way. */
static gboolean
is_deceptive (const char *address)
{
  for (const char *at = address; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (strchr ("\\\"<>` \n", (int) MIN (c, 0x7f)) != NULL || make_visible (c, 0) != c)
        return TRUE;
    }

  return FALSE;
}

/* A host may be written with percent signs, behind which anything could stand. */
static gboolean
is_safe_host (const char *host)
{
  return host != NULL && *host != '\0' && strpbrk (host, "@/?#%") == NULL && !is_deceptive (host);
}

/* Some mail programs attach the file that a header names, and header names may be written with percent signs: only
 * those that are known to do no harm pass. */
static gboolean
is_safe_mail (GUri *uri)
{
  static const char * const safe_headers[] = { "subject", "body", "cc", NULL };
  const char *query = g_uri_get_query (uri);
  g_auto (GStrv) headers = g_strsplit (query ? query : "", "&", -1);

  for (guint i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *name = g_ascii_strdown (headers[i], (gssize) strcspn (headers[i], "="));

      if (*name != '\0' && !g_strv_contains (safe_headers, name))
        return FALSE;
    }
  return *g_uri_get_path (uri) != '\0';
}

/**
 * amicus_link_is_safe:
 * @address: any bytes
 *
 * Returns: whether @address is http or https with a host and without user information, or mailto
 *   without an attachment, and holds no character that misleads
 */
gboolean
amicus_link_is_safe (const char *address)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  g_return_val_if_fail (address != NULL, FALSE);

  if (strnlen (address, LONGEST_ADDRESS) == LONGEST_ADDRESS ||
      !g_utf8_validate (address, -1, NULL) || is_deceptive (address))
    return FALSE;

  uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL)
    return FALSE;

  scheme = g_uri_get_scheme (uri);
  if (strcmp (scheme, "mailto") == 0)
    return g_uri_get_host (uri) == NULL && is_safe_mail (uri);

  return (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0) &&
         is_safe_host (g_uri_get_host (uri)) && g_uri_get_userinfo (uri) == NULL;
}
