/* SPDX-License-Identifier: GPL-3.0-or-later
 * The tree of statements. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/syntax-private.h"

#include "base/memory.h"

/* Bytes of a statement; only a guess of how many there will be. */
#define TYPICAL_LENGTH 40

void
amicus_syntax_locate_findings (AmicusSyntax *self)
{
  GArray *items = self->findings.items;

  for (guint i = 0; i < items->len; i++)
    {
      AmicusDiagnostic *diagnostic = &g_array_index (items, AmicusDiagnostic, i);

      amicus_syntax_locate (self, diagnostic->offset, &diagnostic->line, &diagnostic->column);
    }
}

/**
 * amicus_syntax_new:
 * @bytes: a file of at most 4 GiB
 *
 * Reads any bytes: all that cgraph 2.42 reads, to the same effect, and more. The time is linear in
 * the number of bytes. May be called in any thread; the result does not change.
 *
 * Read with a warning, since Graphviz refuses it: `;;`, `[a=1,,b=2]`, an attribute without a value,
 * `subgraph x` without braces. Read with an error, so that the picture survives: `--` in a directed
 * graph and `->` in another, words between a graph's ID and its brace. Text behind a graph is kept
 * with a warning; Graphviz ignores it. A zero byte is blank space, or part of a string.
 *
 * What cannot be read becomes an error statement of its own. It ends at a semicolon, behind a
 * closed list, before a brace or at the end of a line; where a quotation mark or bracket seems to
 * be missing, at the end of the line in which it is missing. Braces may be nested 4096 deep.
 *
 * Returns: (transfer full): the statements
 */
AmicusSyntax *
amicus_syntax_new (GBytes *bytes)
{
  AmicusSyntax *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (g_bytes_get_size (bytes) < G_MAXUINT32, NULL);

  self = g_new0 (AmicusSyntax, 1);
  g_atomic_ref_count_init (&self->references);
  self->bytes = g_bytes_ref (bytes);
  self->start = g_bytes_get_data (bytes, &self->size);
  if (self->start == NULL)
    self->start = "";
  self->statements = amicus_memory_new_array (sizeof (Statement),
                                              (guint) (self->size / TYPICAL_LENGTH) + 1);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  amicus_findings_init (&self->findings);

  amicus_syntax_index_lines (self);
  amicus_syntax_parse (self);
  amicus_findings_finish (&self->findings, self->size);
  amicus_syntax_locate_findings (self);

  return self;
}

/**
 * amicus_syntax_ref:
 * @self: a syntax
 *
 * Returns: (transfer full): the same syntax, kept once more; may be called in any thread
 */
AmicusSyntax *
amicus_syntax_ref (AmicusSyntax *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * amicus_syntax_unref:
 * @self: (transfer full): a syntax
 *
 * Lets go of a syntax. Its statements, tokens and diagnostics live as long as somebody keeps it.
 */
void
amicus_syntax_unref (AmicusSyntax *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  amicus_findings_clear (&self->findings);
  g_array_unref (self->places);
  g_array_unref (self->statements);
  g_clear_pointer (&self->revisions, g_array_unref);
  g_clear_pointer (&self->revisable, amicus_revisable_free);
  g_clear_pointer (&self->origin, amicus_syntax_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * amicus_syntax_get_bytes:
 * @self: a syntax
 *
 * Returns: (transfer none): the bytes that were read
 */
GBytes *
amicus_syntax_get_bytes (AmicusSyntax *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (amicus_syntax_is_in_pieces (self))
    amicus_syntax_join (self);

  return self->bytes;
}

static void
append (GByteArray *bytes,
        AmicusSyntax *self,
        guint32 from,
        guint32 to)
{
  if (to > from)
    g_byte_array_append (bytes, (const guint8 *) self->start + from, to - from);
}

static void
append_tail (GByteArray *bytes,
             AmicusSyntax *self,
             const Statement *statement)
{
  append (bytes, self, statement->end, amicus_syntax_tail_end (self, statement));
}

/**
 * amicus_syntax_to_bytes:
 * @self: a syntax
 *
 * Writes the statements one after the other.
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
amicus_syntax_to_bytes (AmicusSyntax *self)
{
  GByteArray *bytes;
  AmicusStatement at = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (amicus_syntax_is_in_pieces (self))
    amicus_syntax_join (self);
  bytes = g_byte_array_sized_new ((guint) self->size);
  while (at != AMICUS_NO_STATEMENT)
    {
      const Statement *statement = amicus_syntax_peek (self, at);

      append (bytes, self, statement->start, amicus_syntax_head_end (self, statement));
      if (statement->first_child != AMICUS_NO_STATEMENT)
        {
          at = statement->first_child;
          continue;
        }
      append_tail (bytes, self, statement);
      while (statement->next == AMICUS_NO_STATEMENT && statement->parent != AMICUS_NO_STATEMENT)
        {
          statement = amicus_syntax_peek (self, statement->parent);
          append_tail (bytes, self, statement);
        }
      at = statement->next;
    }

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * amicus_syntax_get_diagnostics:
 * @self: a syntax
 * @n_diagnostics: (out): how many
 *
 * Returns: (transfer none) (array length=n_diagnostics): what is wrong, in the order of the file;
 *   of each severity the first thousand, then one that says how many there are besides
 */
const AmicusDiagnostic *
amicus_syntax_get_diagnostics (AmicusSyntax *self,
                               guint *n_diagnostics)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_diagnostics != NULL, NULL);

  if (self->findings.items == NULL)
    amicus_syntax_copy_findings (self);
  *n_diagnostics = self->findings.items->len;
  return (const AmicusDiagnostic *) (gpointer) self->findings.items->data;
}

static const Statement *
get_statement (AmicusSyntax *self,
               AmicusStatement statement)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (statement < self->statements->len, NULL);

  return amicus_syntax_peek (self, statement);
}

/**
 * amicus_syntax_get_n_statements:
 * @self: a syntax
 *
 * Returns: how many statements there are, the file itself included
 */
guint
amicus_syntax_get_n_statements (AmicusSyntax *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->statements->len;
}

/**
 * amicus_syntax_get_kind:
 * @self: a syntax
 * @statement: a statement
 *
 * Returns: what it is; a node ID with an edge mark behind it is an edge statement
 */
AmicusStatementKind
amicus_syntax_get_kind (AmicusSyntax *self,
                        AmicusStatement statement)
{
  const Statement *found = get_statement (self, statement);

  return found != NULL ? found->kind : AMICUS_STATEMENT_ERROR;
}

/**
 * amicus_syntax_get_parent:
 * @self: a syntax
 * @statement: a statement
 *
 * Returns: the statement it stands in, %AMICUS_NO_STATEMENT for the file
 */
AmicusStatement
amicus_syntax_get_parent (AmicusSyntax *self,
                          AmicusStatement statement)
{
  const Statement *found = get_statement (self, statement);

  return found != NULL ? found->parent : AMICUS_NO_STATEMENT;
}

/**
 * amicus_syntax_get_first_child:
 * @self: a syntax
 * @statement: a statement
 *
 * Returns: the first statement in its body or among its ends, or %AMICUS_NO_STATEMENT
 */
AmicusStatement
amicus_syntax_get_first_child (AmicusSyntax *self,
                               AmicusStatement statement)
{
  const Statement *found = get_statement (self, statement);

  return found != NULL ? found->first_child : AMICUS_NO_STATEMENT;
}

/**
 * amicus_syntax_get_next:
 * @self: a syntax
 * @statement: a statement
 *
 * Returns: the statement behind it in the same parent, or %AMICUS_NO_STATEMENT
 */
AmicusStatement
amicus_syntax_get_next (AmicusSyntax *self,
                        AmicusStatement statement)
{
  const Statement *found = get_statement (self, statement);

  return found != NULL ? found->next : AMICUS_NO_STATEMENT;
}

/**
 * amicus_syntax_get_text:
 * @self: a syntax
 * @statement: a statement
 * @length: (out): how many bytes
 *
 * The statement as a person would copy it: without the semicolon behind it and the blank space and
 * comments around it, but with all that stands in it.
 *
 * Returns: (transfer none) (array length=length): its bytes
 */
const char *
amicus_syntax_get_text (AmicusSyntax *self,
                        AmicusStatement statement,
                        gsize *length)
{
  const Statement *found = get_statement (self, statement);
  const Revision *revision;

  g_return_val_if_fail (found != NULL && length != NULL, NULL);

  if (amicus_syntax_is_in_pieces (self))
    {
      revision = amicus_syntax_find_revision (self, statement);
      if (revision != NULL)
        {
          *length = revision->length;
          return revision->text;
        }
      /* Others inside may be revised. */
      if (found->first_child != AMICUS_NO_STATEMENT || statement == 0)
        amicus_syntax_join (self);
      found = get_statement (self, statement);
    }
  *length = found->text_end - found->text;
  return self->start + found->text;
}

/**
 * amicus_syntax_get_start:
 * @self: a syntax
 * @statement: a statement
 *
 * Returns: how many bytes of the file stand before its text
 */
gsize
amicus_syntax_get_start (AmicusSyntax *self,
                         AmicusStatement statement)
{
  const Statement *found = get_statement (self, statement);

  g_return_val_if_fail (found != NULL, 0);

  return amicus_syntax_place_byte (self, self->start + found->text);
}

/**
 * amicus_syntax_get_offset:
 * @self: a syntax
 * @byte: a byte of a text or token that @self gave
 *
 * Returns: how many bytes of the file stand before it
 */
gsize
amicus_syntax_get_offset (AmicusSyntax *self,
                          const char *byte)
{
  g_return_val_if_fail (self != NULL, 0);

  return amicus_syntax_place_byte (self, byte);
}
