/* SPDX-License-Identifier: GPL-3.0-or-later
 * IDs for what is new. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/commands.h"

#include "document/editing-private.h"
#include "dot/quote.h"

/* What stands where nothing of a name can be written in ASCII. */
#define PLAIN_ID "entity"
/* Longer names are cut between words. */
#define MAX_LENGTH 32

/* Letters and digits, and between words a line. */
static void
append_words (GString    *id,
              const char *ascii)
{
  gsize n_whole = 0;

  for (; *ascii != '\0' && id->len < MAX_LENGTH; ascii++)
    {
      if (g_ascii_isalnum (*ascii))
        g_string_append_c (id, g_ascii_tolower (*ascii));
      else if (id->len > 0 && id->str[id->len - 1] != '_' && *ascii != '\'')
        {
          n_whole = id->len;
          g_string_append_c (id, '_');
        }
    }
  if (g_ascii_isalnum (*ascii) && n_whole > 0)
    g_string_truncate (id, n_whole);
  while (id->len > 0 && id->str[id->len - 1] == '_')
    g_string_truncate (id, id->len - 1);
}

/* A word that begins with a digit, or is one of DOT's own, would need quotation marks. */
static void
make_bare (GString *id)
{
  g_autoptr (GString) quoted = g_string_new (NULL);

  if (g_ascii_isdigit (id->str[0]))
    g_string_prepend_c (id, '_');
  amicus_quote_id (quoted, id->str, id->len);
  if (quoted->str[0] == '"')
    g_string_append_c (id, '_');
}

static gboolean
is_taken (const char  *id,
          AmicusGraph *graph)
{
  return graph != NULL && (amicus_graph_find_entity (graph, id).kind != AMICUS_ELEMENT_NONE ||
                           amicus_graph_find_group (graph, id).kind != AMICUS_ELEMENT_NONE);
}

/* In neither of two graphs, of which the second may be NULL. */
char *
amicus_suggest_id (const char  *label,
                   AmicusGraph *graph,
                   AmicusGraph *other)
{
  g_autofree char *valid = g_utf8_make_valid (label, -1);
  g_autofree char *ascii = g_str_to_ascii (valid, "C");
  GString *id = g_string_new (NULL);
  gsize length;

  append_words (id, ascii);
  if (id->len == 0)
    g_string_append (id, PLAIN_ID);
  make_bare (id);

  length = id->len;
  for (guint n = 2; is_taken (id->str, graph) || is_taken (id->str, other); n++)
    {
      g_string_truncate (id, length);
      g_string_append_printf (id, "_%u", n);
    }

  return g_string_free (id, FALSE);
}

/**
 * amicus_document_suggest_id:
 * @self: a document
 * @label: the name of something new
 *
 * Makes an ID of a name: ASCII letters in lower case, digits and `_`, as letters of other alphabets
 * are written in ASCII; “entity” where they are not. It needs no quotation marks.
 *
 * Returns: (transfer full): an ID that no entity and no group has
 */
char *
amicus_document_suggest_id (AmicusDocument *self,
                            const char     *label)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  return amicus_suggest_id (label, self->graph, NULL);
}
