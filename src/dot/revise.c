/* SPDX-License-Identifier: GPL-3.0-or-later
 * A changed text, of which only the statements that changed are read.
 *
 * The origin is a text that was read as a whole; a revised text is the origin and a short list of
 * statements that have other bytes now. Only the insides of node and edge statements are revised,
 * and only where it is sure that all else is read as before: then every statement keeps its number.
 * Whatever is not plainly so is left to a new reading of the whole. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/syntax-private.h"

#include <string.h>

/* Each costs a little whenever a text is revised or asked; with more, it is time to read anew. */
#define MAX_REVISIONS 512
#define MAX_BYTES (4 * 1024 * 1024)

/* A statement as it is before it is revised. */
typedef struct
{
  AmicusStatement statement;
  const char *text;
  gsize length;
  gsize offset;
} Subject;

static AmicusSyntax *
get_origin (AmicusSyntax *self)
{
  return self->origin != NULL ? self->origin : self;
}

void
amicus_revisable_free (Revisable *self)
{
  g_array_unref (self->leaves);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/* An error may reach as far as the end of the file in search of what is missing, and what is not
 * listed cannot be moved. */
static gboolean
is_sound (AmicusSyntax *self)
{
  const Findings *findings = &self->findings;

  return findings->n_kept[AMICUS_SEVERITY_ERROR] == 0 &&
         findings->n_more[AMICUS_SEVERITY_ERROR] == 0 &&
         findings->n_more[AMICUS_SEVERITY_WARNING] == 0;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  guint32 first = amicus_syntax_peek (data, *(const AmicusStatement *) a)->text;
  guint32 second = amicus_syntax_peek (data, *(const AmicusStatement *) b)->text;

  return (first > second) - (first < second);
}

/* Numbers follow the order of the file but for subgraphs that turned out to be ends of edges. */
static GArray *
list_leaves (AmicusSyntax *self)
{
  GArray *leaves = g_array_sized_new (FALSE, FALSE, sizeof (AmicusStatement),
                                      self->statements->len);
  guint32 last = 0;
  gboolean is_sorted = TRUE;

  for (AmicusStatement i = 0; i < self->statements->len; i++)
    {
      const Statement *statement = amicus_syntax_peek (self, i);

      if (statement->first_child != AMICUS_NO_STATEMENT ||
          (statement->kind != AMICUS_STATEMENT_NODE && statement->kind != AMICUS_STATEMENT_EDGE))
        continue;
      is_sorted = is_sorted && statement->text >= last;
      last = statement->text;
      g_array_append_val (leaves, i);
    }
  if (!is_sorted)
    g_array_sort_with_data (leaves, compare_texts, self);

  return leaves;
}

static const Revisable *
prepare (AmicusSyntax *origin)
{
  if (origin->revisable == NULL)
    {
      origin->revisable = g_new0 (Revisable, 1);
      origin->revisable->is_sound = is_sound (origin);
      origin->revisable->leaves = list_leaves (origin);
      origin->revisable->texts = g_ptr_array_new_with_free_func (g_free);
    }

  return origin->revisable;
}

/* The last leaf whose text begins at a place of the origin or before. */
static AmicusStatement
find_leaf (AmicusSyntax *origin,
           gsize         place)
{
  const GArray *leaves = origin->revisable->leaves;
  guint low = 0;
  guint high = leaves->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (amicus_syntax_peek (origin, g_array_index (leaves, AmicusStatement, middle))->text <= place)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? g_array_index (leaves, AmicusStatement, low - 1) : AMICUS_NO_STATEMENT;
}

static const Revision *
get_revision_of (AmicusSyntax    *self,
                 AmicusStatement  statement)
{
  return self->origin != NULL ? amicus_syntax_find_revision (self, statement) : NULL;
}

/* Where a place of the file was in the origin; that of a revision is its beginning. */
static gsize
place_in_origin (AmicusSyntax *self,
                 gsize         offset)
{
  const Revision *last = self->origin != NULL ? amicus_syntax_find_at (self, offset) : NULL;

  if (last == NULL)
    return offset;
  if (offset <= amicus_revision_start (last) + last->length)
    return last->start;

  return (gsize) ((gssize) offset - last->shift);
}

/* The leaf in which something is changed at @offset. */
static gboolean
find_subject (AmicusSyntax *self,
              gsize         offset,
              Subject      *subject)
{
  AmicusSyntax *origin = get_origin (self);
  AmicusStatement found = find_leaf (origin, place_in_origin (self, offset));
  const Statement *statement;
  const Revision *revision;

  if (found == AMICUS_NO_STATEMENT)
    return FALSE;

  statement = amicus_syntax_peek (origin, found);
  revision = get_revision_of (self, found);
  subject->statement = found;
  subject->text = revision != NULL ? revision->text : origin->start + statement->text;
  subject->length = revision != NULL ? revision->length : statement->text_end - statement->text;
  subject->offset = amicus_syntax_get_start (self, found);

  return TRUE;
}

static gboolean
is_inside (const Subject      *subject,
           const AmicusChange *change)
{
  return change->offset >= subject->offset &&
         change->offset + change->removed <= subject->offset + subject->length;
}

/* The text of the subject after the changes from the first on that are inside it; how many. */
static guint
change_text (const Subject      *subject,
             const AmicusChange *changes,
             guint               n_changes,
             GString            *text)
{
  gsize done = 0;
  guint n = 0;

  for (; n < n_changes && is_inside (subject, &changes[n]); n++)
    {
      gsize length;
      const char *inserted = g_bytes_get_data (changes[n].inserted, &length);
      gsize at = changes[n].offset - subject->offset;

      g_string_append_len (text, subject->text + done, (gssize) (at - done));
      if (length > 0)
        g_string_append_len (text, inserted, (gssize) length);
      done = at + changes[n].removed;
    }
  g_string_append_len (text, subject->text + done, (gssize) (subject->length - done));

  return n;
}

/* Whether there is something to say about a statement of the origin. */
static gboolean
has_finding (AmicusSyntax    *origin,
             const Statement *statement)
{
  const GArray *items = origin->findings.items;
  guint low = 0;
  guint high = items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (items, AmicusDiagnostic, middle).offset < statement->text)
        low = middle + 1;
      else
        high = middle;
    }

  return low < items->len && g_array_index (items, AmicusDiagnostic, low).offset < statement->end;
}

static AmicusSyntax *
new_revised (AmicusSyntax *before)
{
  AmicusSyntax *origin = get_origin (before);
  AmicusSyntax *self = g_new0 (AmicusSyntax, 1);

  g_atomic_ref_count_init (&self->references);
  self->origin = amicus_syntax_ref (origin);
  self->start = origin->start;
  self->size = before->size;
  self->statements = g_array_ref (origin->statements);
  self->places = g_array_ref (origin->places);
  self->revisions = before->revisions != NULL ? g_array_copy (before->revisions)
                                              : g_array_new (FALSE, FALSE, sizeof (Revision));

  return self;
}

/* Gives up where there are too many of them. */
static gboolean
keep_text (AmicusSyntax  *origin,
           const GString *text,
           Revision      *revision)
{
  Revisable *revisable = origin->revisable;
  char *kept;

  if (text->len > MAX_BYTES - revisable->n_bytes)
    return FALSE;

  kept = g_strndup (text->str, text->len);
  revisable->n_bytes += text->len;
  g_ptr_array_add (revisable->texts, kept);
  revision->text = kept;
  revision->length = (guint32) text->len;

  return TRUE;
}

/* Where the revision of a statement is or would be. */
static guint
find_revision_place (AmicusSyntax    *self,
                     const Statement *statement)
{
  const Revision *before = amicus_syntax_find_before (self, statement->text);

  return before == NULL
           ? 0
           : (guint) (before - &g_array_index (self->revisions, Revision, 0)) + 1;
}

/* Puts the new text of a statement into the list; what was read first needs none. */
static gboolean
put_revision (AmicusSyntax    *self,
              AmicusStatement  number,
              const GString   *text)
{
  AmicusSyntax *origin = self->origin;
  const Statement *statement = amicus_syntax_peek (origin, number);
  Revision revision = { number, statement->text, statement->text_end };
  guint at = find_revision_place (self, statement);

  if (at < self->revisions->len &&
      g_array_index (self->revisions, Revision, at).statement == number)
    g_array_remove_index (self->revisions, at);
  if (text->len == statement->text_end - statement->text &&
      memcmp (text->str, origin->start + statement->text, text->len) == 0)
    return TRUE;

  if (self->revisions->len >= MAX_REVISIONS || !keep_text (origin, text, &revision))
    return FALSE;
  g_array_insert_val (self->revisions, at, revision);

  return TRUE;
}

static void
count_shifts (AmicusSyntax *self)
{
  gssize shift = 0;

  for (guint i = 0; i < self->revisions->len; i++)
    {
      Revision *revision = &g_array_index (self->revisions, Revision, i);

      shift += (gssize) revision->length - (gssize) (revision->end - revision->start);
      revision->shift = shift;
    }
  self->size = (gsize) ((gssize) self->origin->size + shift);
}

/* Makes one revision of the first changes that are in one statement; how many, 0 if it cannot. */
static guint
revise_statement (AmicusSyntax       *before,
                  AmicusSyntax       *self,
                  const AmicusChange *changes,
                  guint               n_changes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AmicusSyntax *origin = self->origin;
  Subject subject;
  guint n;

  if (!find_subject (before, changes[0].offset, &subject))
    return 0;

  n = change_text (&subject, changes, n_changes, text);
  if (n == 0 || has_finding (origin, amicus_syntax_peek (origin, subject.statement)) ||
      !amicus_syntax_reads_alike (origin, subject.statement, subject.text, subject.length, text) ||
      !put_revision (self, subject.statement, text))
    return 0;

  return n;
}

/**
 * amicus_syntax_revise:
 * @self: a syntax
 * @patch: that its bytes fit
 *
 * Reads a text that was changed inside its node and edge statements. These keep their numbers, and
 * so do all others. Not to be called in two threads for the same file.
 *
 * Returns: (transfer full) (nullable): what amicus_syntax_new() would read from the changed bytes;
 *   %NULL where it is not sure that it would be that, or where there were many changes
 */
AmicusSyntax *
amicus_syntax_revise (AmicusSyntax      *self,
                      const AmicusPatch *patch)
{
  g_autoptr (AmicusSyntax) revised = NULL;
  const AmicusChange *changes;
  guint n_changes;

  g_return_val_if_fail (self != NULL && patch != NULL, NULL);
  g_return_val_if_fail (amicus_patch_fits (patch, self->size), NULL);

  changes = amicus_patch_get_changes (patch, &n_changes);
  if (n_changes > MAX_REVISIONS || !prepare (get_origin (self))->is_sound)
    return NULL;

  revised = new_revised (self);
  for (guint done = 0; done < n_changes;)
    {
      guint n = revise_statement (self, revised, changes + done, n_changes - done);

      if (n == 0)
        return NULL;
      done += n;
    }
  count_shifts (revised);

  return revised->size < G_MAXUINT32 ? g_steal_pointer (&revised) : NULL;
}

/**
 * amicus_syntax_is_akin:
 * @self: a syntax
 * @other: a syntax
 *
 * Returns: whether both come from one reading: the same statements, of which some were revised
 */
gboolean
amicus_syntax_is_akin (AmicusSyntax *self,
                       AmicusSyntax *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return get_origin (self) == get_origin (other);
}
