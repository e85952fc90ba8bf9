/* SPDX-License-Identifier: GPL-3.0-or-later
 * What becomes of an edge statement when some of its pairs go or are to stand alone.
 *
 * `a -> b -> {c d}` joins a with b, and b with c and d. Where all pairs of an arrow stay, so does
 * the arrow. Where not, the chain ends there, the pairs that are left are written out, and what
 * follows begins anew. A subgraph is written once, where it stood: written twice it would be two. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/editing-private.h"

/* An end of what is to be written; or one that is only named, and may be left out. */
typedef struct
{
  AmicusNewEnd end;
  gboolean is_mention;
} Draft;

typedef struct
{
  Editing *editing;
  AmicusStatement statement;
  const PairFate *fates;
  guint32 gone;
  AmicusParts parts;
  const guint32 *pairs;
  guint n_pairs;
  GArray *drafts;       /* Draft */
  guint piece;          /* the one that is being written */
  guint piece_start;    /* its first draft */
  guint n_sides;        /* how many it has */
  gboolean *is_written; /* whether the subgraph of an end stands in an earlier piece */
  gboolean *is_used;    /* whether an end stands in a piece with an arrow */
} Plan;

static const AmicusEnd *
get_end (const Plan *self,
         guint       end)
{
  return &g_array_index (self->parts.ends, AmicusEnd, end);
}

static const AmicusPair *
get_pair (const Plan *self,
          guint       nth)
{
  return &self->editing->pairs[self->pairs[nth]];
}

static PairFate
get_fate (const Plan *self,
          guint       nth)
{
  return self->fates[self->pairs[nth]];
}

static guint
count_arrows (const Plan *self)
{
  return get_end (self, self->parts.ends->len - 1)->group;
}

static gboolean
is_subgraph (const Plan *self,
             guint       end)
{
  return get_end (self, end)->subgraph != AMICUS_NO_STATEMENT;
}

static void
add_end (Plan       *self,
         guint       end,
         const char *id)
{
  Draft draft = { { self->piece, self->n_sides, end, id }, FALSE };

  g_array_append_val (self->drafts, draft);
}

static void
add_entity (Plan    *self,
            guint    end,
            guint32  entity)
{
  if (is_subgraph (self, end))
    add_end (self, AMICUS_NO_END,
             amicus_graph_get_id (self->editing->graph, AMICUS_ENTITY (entity)));
  else
    add_end (self, end, NULL);
}

/* A piece of one side only names its ends; each could be left out for itself. */
static void
close_piece (Plan *self)
{
  for (guint i = self->piece_start; i < self->drafts->len; i++)
    {
      Draft *draft = &g_array_index (self->drafts, Draft, i);

      if (self->n_sides == 1)
        {
          draft->is_mention = TRUE;
          draft->end.piece = self->piece++;
        }
      else if (draft->end.end != AMICUS_NO_END)
        self->is_used[draft->end.end] = TRUE;
    }
  self->piece++;
  self->piece_start = self->drafts->len;
  self->n_sides = 0;
}

/* Whom a subgraph joined with others; where it joined nobody, it does not matter who is in it. */
static void
add_members (Plan  *self,
             guint  end)
{
  guint32 last = AMICUS_NO_INDEX;
  guint as_tail = AMICUS_NO_END;

  for (guint i = 0; i < self->n_pairs; i++)
    {
      const AmicusPair *pair = get_pair (self, i);

      if (pair->tail_end == end && pair->tail != last)
        {
          last = pair->tail;
          add_entity (self, end, pair->tail);
        }
    }
  if (last != AMICUS_NO_INDEX)
    return;

  for (guint i = 0; i < self->n_pairs; i++)
    {
      const AmicusPair *pair = get_pair (self, i);

      if (pair->head_end != end)
        continue;
      if (as_tail == AMICUS_NO_END)
        {
          as_tail = pair->tail_end;
          last = pair->tail;
        }
      if (pair->tail_end == as_tail && pair->tail == last)
        add_entity (self, end, pair->head);
    }
}

/* All ends of a side, as they are. A group without members joins nothing, so the chain ends there. */
static void
add_side (Plan  *self,
          guint  side)
{
  guint n_before = self->drafts->len;

  for (guint i = 0; i < self->parts.ends->len; i++)
    {
      if (get_end (self, i)->group != side)
        continue;
      if (is_subgraph (self, i) && self->is_written[i])
        add_members (self, i);
      else
        add_end (self, i, NULL);
      self->is_written[i] = TRUE;
    }
  if (self->drafts->len > n_before)
    self->n_sides++;
  else
    close_piece (self);
}

static gboolean
is_of_arrow (const Plan *self,
             guint       nth,
             guint       arrow)
{
  return get_end (self, get_pair (self, nth)->tail_end)->group == arrow;
}

/* The mention that an end of the statement is. */
static guint32
find_mention (const Plan *self,
              guint       end)
{
  guint n;
  const guint32 *mentions = amicus_index_get (&self->editing->of_statement, self->statement, &n);

  for (guint i = 0; i < n; i++)
    if (self->editing->mentions[mentions[i]].end == end)
      return mentions[i];

  return AMICUS_NO_INDEX;
}

/* Whether an ID between two arrows is of the entity that goes; it may have no pairs. */
static gboolean
names_gone (const Plan *self,
            guint       side)
{
  for (guint i = 0; i < self->parts.ends->len; i++)
    if (get_end (self, i)->group == side && !is_subgraph (self, i) &&
        self->editing->mentions[find_mention (self, i)].entity == self->gone)
      return TRUE;

  return FALSE;
}

static gboolean
is_whole (const Plan *self,
          guint       arrow)
{
  if (self->gone != AMICUS_NO_INDEX && (names_gone (self, arrow) || names_gone (self, arrow + 1)))
    return FALSE;

  for (guint i = 0; i < self->n_pairs; i++)
    if (is_of_arrow (self, i, arrow) && get_fate (self, i) != PAIR_STAYS)
      return FALSE;

  return TRUE;
}

/* The same tail goes on, and neither pair stands alone. */
static gboolean
continues (const Plan *self,
           guint       nth,
           guint       before)
{
  const AmicusPair *pair = get_pair (self, nth);
  const AmicusPair *previous = get_pair (self, before);

  return self->n_sides > 0 && pair->tail == previous->tail &&
         pair->tail_end == previous->tail_end && get_fate (self, nth) == PAIR_STAYS &&
         get_fate (self, before) == PAIR_STAYS;
}

static void
close_pairs (Plan *self)
{
  if (self->n_sides == 0)
    return;

  self->n_sides = 2;
  close_piece (self);
}

/* The pairs of an arrow that are left: `tail -> head, head`. */
static void
write_pairs (Plan  *self,
             guint  arrow)
{
  guint before = 0;

  for (guint i = 0; i < self->n_pairs; i++)
    {
      const AmicusPair *pair = get_pair (self, i);

      if (!is_of_arrow (self, i, arrow) || get_fate (self, i) == PAIR_GOES)
        continue;
      if (!continues (self, i, before))
        {
          close_pairs (self);
          add_entity (self, pair->tail_end, pair->tail);
          self->n_sides = 1;
        }
      add_entity (self, pair->head_end, pair->head);
      before = i;
    }
  close_pairs (self);
}

/* Whether an ID creates its entity, and a subgraph of the statement names that too. */
static gboolean
is_named_inside (const Plan *self,
                 guint       end)
{
  const Editing *editing = self->editing;
  guint32 here = find_mention (self, end);
  guint n;
  const guint32 *mentions = amicus_index_get (&editing->of_entity, editing->mentions[here].entity, &n);

  if (mentions[0] != here)
    return FALSE;
  for (guint i = 1; i < n; i++)
    {
      AmicusStatement statement = editing->mentions[mentions[i]].statement;

      if (statement != self->statement &&
          amicus_editing_contains (self->editing, self->statement, statement))
        return TRUE;
    }

  return FALSE;
}

static void
write_alone (Plan  *self,
             guint  end)
{
  self->n_sides = 0;
  add_end (self, end, NULL);
  self->piece++;
  self->piece_start = self->drafts->len;
}

/* All subgraphs are read before any relation of the statement is made, so that what one of them says
 * counts for all; so they must come first if one of them would not. An entity that is created before
 * them, and is in one, must be there already. */
static void
write_subgraphs (Plan  *self,
                 guint  n_ends)
{
  for (guint i = 0; i < n_ends; i++)
    if (is_subgraph (self, i))
      {
        self->is_written[i] = TRUE;
        write_alone (self, i);
      }
    else if (self->editing->mentions[find_mention (self, i)].entity != self->gone &&
             is_named_inside (self, i))
      {
        self->is_used[i] = TRUE;
        write_alone (self, i);
      }
}

/* As many ends as there are up to the last subgraph. */
static guint
count_to_last_subgraph (const Plan *self)
{
  guint n = self->parts.ends->len;

  while (n > 0 && !is_subgraph (self, n - 1))
    n--;

  return n;
}

static guint
find_first_break (const Plan *self)
{
  guint arrow = 0;

  while (arrow < count_arrows (self) && is_whole (self, arrow))
    arrow++;

  return arrow;
}

static void
write_all (Plan *self)
{
  guint n_ends = count_to_last_subgraph (self);

  if (n_ends > 0 && get_end (self, n_ends - 1)->group > find_first_break (self))
    write_subgraphs (self, n_ends);

  add_side (self, 0);
  for (guint arrow = 0; arrow < count_arrows (self); arrow++)
    {
      if (!is_whole (self, arrow))
        {
          close_piece (self);
          write_pairs (self, arrow);
        }
      add_side (self, arrow + 1);
    }
  close_piece (self);
}

/* Forgets the IDs that no piece with an arrow names, as if they were gone. */
static void
forget_unused (Plan *self)
{
  for (guint i = 0; i < self->parts.ends->len; i++)
    if (!is_subgraph (self, i) && !self->is_used[i])
      self->editing->is_gone[find_mention (self, i)] = TRUE;
}

static gboolean
stays (Plan        *self,
       const Draft *draft)
{
  guint end = draft->end.end;
  guint32 mention;

  if (!draft->is_mention)
    return TRUE;
  if (end == AMICUS_NO_END || is_subgraph (self, end))
    return end != AMICUS_NO_END;

  mention = find_mention (self, end);
  if (!self->editing->is_gone[mention] || self->editing->mentions[mention].entity == self->gone ||
      !amicus_editing_is_needed (self->editing, mention))
    return FALSE;
  self->editing->is_gone[mention] = FALSE;

  return TRUE;
}

static void
write_patch (Plan *self)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (AmicusNewEnd));

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = &g_array_index (self->drafts, Draft, i);

      if (stays (self, draft))
        g_array_append_val (ends, draft->end);
    }
  amicus_editing_replace_ends (self->editing, self->statement,
                               (const AmicusNewEnd *) (gpointer) ends->data, ends->len);
}

void
amicus_editing_rewrite_edge (Editing         *self,
                             AmicusStatement  statement,
                             const PairFate  *fates,
                             guint32          gone)
{
  Plan plan = { self, statement, fates, gone };

  amicus_parts_init (&plan.parts);
  amicus_syntax_get_parts (self->syntax, statement, &plan.parts);
  plan.pairs = amicus_index_get (&self->pairs_of_statement, statement, &plan.n_pairs);
  plan.drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  plan.is_written = g_new0 (gboolean, plan.parts.ends->len);
  plan.is_used = g_new0 (gboolean, plan.parts.ends->len);

  write_all (&plan);
  forget_unused (&plan);
  write_patch (&plan);

  g_array_unref (plan.drafts);
  g_free (plan.is_written);
  g_free (plan.is_used);
  amicus_parts_clear (&plan.parts);
}

/* The first pair of a relation that shares its statement with others, or with ends that are joined to
 * nobody; or AMICUS_NO_INDEX. */
static guint32
find_shared (Editing *editing,
             guint32  relation)
{
  for (guint32 i = 0; i < editing->n_pairs; i++)
    {
      guint n;

      amicus_index_get (&editing->pairs_of_statement, editing->pairs[i].statement, &n);
      if (editing->pairs[i].relation == relation &&
          (n > 1 || amicus_editing_count_ends (editing, editing->pairs[i].statement) > 2))
        return i;
    }

  return AMICUS_NO_INDEX;
}

gboolean
amicus_document_isolate (AmicusDocument    *self,
                         const AmicusName  *relation,
                         GError           **error)
{
  for (;;)
    {
      g_auto (Editing) editing = { NULL };
      g_autofree PairFate *fates = NULL;
      guint32 pair;

      amicus_editing_init (&editing, self);
      pair = find_shared (&editing, amicus_name_find (relation, editing.graph).id);
      if (pair == AMICUS_NO_INDEX)
        return TRUE;

      fates = g_new0 (PairFate, editing.n_pairs);
      fates[pair] = PAIR_ALONE;
      amicus_editing_rewrite_edge (&editing, editing.pairs[pair].statement, fates, AMICUS_NO_INDEX);
      if (!amicus_editing_apply (&editing, error))
        return FALSE;
    }
}
