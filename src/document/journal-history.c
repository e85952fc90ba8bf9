/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was done to a text. Who keeps the journal and who reads it go through the same functions. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/journal-private.h"

#include <string.h>

/* Half of what a patch can count. */
#define TEXT_LIMIT (G_MAXUINT32 / 2)

/**
 * amicus_journal_hash:
 * @text: a text
 * @hash: (out) (array fixed-size=32): place for its SHA-256
 */
void
amicus_journal_hash (GBytes *text,
                     guint8 *hash)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size, length = AMICUS_JOURNAL_HASH_SIZE;
  const guint8 *data = g_bytes_get_data (text, &size);

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, hash, &length);
}

static void
unref_patch (gpointer patch)
{
  amicus_patch_unref (patch);
}

GPtrArray *
amicus_journal_patches_new (void)
{
  return g_ptr_array_new_with_free_func (unref_patch);
}

void
amicus_journal_step_free (AmicusJournalStep *step)
{
  g_free (step->name);
  g_ptr_array_unref (step->patches);
  g_clear_pointer (&step->inverses, g_ptr_array_unref);
  g_free (step);
}

static void
free_step (gpointer step)
{
  amicus_journal_step_free (step);
}

void
amicus_journal_history_init (AmicusJournalHistory *self,
                             const char           *path,
                             GBytes               *base)
{
  *self = (AmicusJournalHistory) { .marked = -1, .saving = -1 };
  self->path = g_strdup (path);
  self->base = g_bytes_ref (base);
  self->size = g_bytes_get_size (base);
  amicus_journal_hash (base, self->base_hash);
  memcpy (self->saved_hash, self->base_hash, sizeof self->saved_hash);
  self->steps = g_ptr_array_new_with_free_func (free_step);
}

void
amicus_journal_history_clear (AmicusJournalHistory *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

static AmicusJournalStep *
get_step (const AmicusJournalHistory *self,
          guint                       index)
{
  return self->steps->pdata[index];
}

static gssize
get_growth (const AmicusPatch *patch)
{
  guint n_changes;
  const AmicusChange *changes = amicus_patch_get_changes (patch, &n_changes);
  gssize growth = 0;

  for (guint i = 0; i < n_changes; i++)
    growth += (gssize) g_bytes_get_size (changes[i].inserted) - (gssize) changes[i].removed;

  return growth;
}

/* Whether @inverse takes back just what @patch does, as far as can be told without the text. */
static gboolean
mirrors (const AmicusPatch *patch,
         const AmicusPatch *inverse)
{
  guint n_changes, n_inverse;
  const AmicusChange *changes = amicus_patch_get_changes (patch, &n_changes);
  const AmicusChange *back = amicus_patch_get_changes (inverse, &n_inverse);
  gsize grown = 0;

  for (guint i = 0; i < n_changes && n_changes == n_inverse; i++)
    {
      gsize length = g_bytes_get_size (changes[i].inserted);

      if (back[i].offset != changes[i].offset + grown || back[i].removed != length ||
          g_bytes_get_size (back[i].inserted) != changes[i].removed)
        return FALSE;
      grown += length - changes[i].removed;
    }

  return n_changes == n_inverse;
}

static gboolean
all_mirror (GPtrArray *patches,
            GPtrArray *inverses)
{
  guint n = patches->len;

  for (guint i = 0; i < n && n == inverses->len; i++)
    if (!mirrors (patches->pdata[i], inverses->pdata[n - 1 - i]))
      return FALSE;

  return n == inverses->len;
}

static gboolean
equal (const AmicusPatch *patch,
       const AmicusPatch *other)
{
  guint n_changes, n_others;
  const AmicusChange *changes = amicus_patch_get_changes (patch, &n_changes);
  const AmicusChange *others = amicus_patch_get_changes (other, &n_others);

  for (guint i = 0; i < n_changes && n_changes == n_others; i++)
    if (changes[i].offset != others[i].offset || changes[i].removed != others[i].removed ||
        !g_bytes_equal (changes[i].inserted, others[i].inserted))
      return FALSE;

  return n_changes == n_others;
}

static gboolean
all_equal (GPtrArray *patches,
           GPtrArray *others)
{
  for (guint i = 0; i < patches->len && patches->len == others->len; i++)
    if (!equal (patches->pdata[i], others->pdata[i]))
      return FALSE;

  return patches->len == others->len;
}

/* One after the other. */
static gboolean
fit (const AmicusJournalHistory *self,
     GPtrArray                  *patches)
{
  gsize size = self->size;

  for (guint i = 0; i < patches->len; i++)
    {
      if (!amicus_patch_fits (patches->pdata[i], size))
        return FALSE;
      size += (gsize) get_growth (patches->pdata[i]);
      if (size > TEXT_LIMIT)
        return FALSE;
    }

  return TRUE;
}

/* A step that leads to what is saved, or is to be saved, stays as it is. */
static gboolean
may_join (const AmicusJournalHistory *self)
{
  int position = (int) self->position;

  return position > 0 && self->position == self->steps->len && position != self->saved &&
         position != self->marked;
}

/* Whether @act can come next. @patches are what it does, or for undo and redo %NULL for whatever the
 * step says. */
gboolean
amicus_journal_history_may (const AmicusJournalHistory *self,
                            AmicusJournalAct            act,
                            GPtrArray                  *patches)
{
  switch (act)
    {
    case AMICUS_JOURNAL_DO:
      return fit (self, patches);
    case AMICUS_JOURNAL_JOIN:
      return may_join (self) && fit (self, patches);
    case AMICUS_JOURNAL_UNDO:
      return self->position > 0 &&
             (patches == NULL || all_mirror (get_step (self, self->position - 1)->patches, patches));
    case AMICUS_JOURNAL_REDO:
      return self->position < self->steps->len &&
             (patches == NULL || all_equal (get_step (self, self->position)->patches, patches));
    default:
      return FALSE;
    }
}

/* Forgets what could be redone. */
static void
cut (AmicusJournalHistory *self)
{
  guint n_undone = self->steps->len - self->position;

  if (n_undone > 0)
    g_ptr_array_remove_range (self->steps, self->position, n_undone);
  if (self->saved > (int) self->position)
    self->saved = -1;
  if (self->marked > (int) self->position)
    self->marked = -1;
  if (self->saving > (int) self->position)
    self->saving = -1;
}

static void
add_patches (AmicusJournalHistory *self,
             GPtrArray            *patches)
{
  AmicusJournalStep *step = get_step (self, self->position - 1);

  for (guint i = 0; i < patches->len; i++)
    {
      gssize growth = get_growth (patches->pdata[i]);

      g_ptr_array_add (step->patches, amicus_patch_ref (patches->pdata[i]));
      step->growth += growth;
      self->size += (gsize) growth;
    }
}

static void
add_step (AmicusJournalHistory *self,
          const char           *name)
{
  AmicusJournalStep *step = g_new0 (AmicusJournalStep, 1);

  step->name = g_strdup (name);
  step->patches = amicus_journal_patches_new ();
  g_ptr_array_add (self->steps, step);
  self->position++;
}

static void
count_unsaved (AmicusJournalHistory *self)
{
  self->n_unsaved = self->saved == (int) self->position ? 0 : self->n_unsaved + 1;
}

/* Returns: whether @act could be done; if not, nothing happened */
gboolean
amicus_journal_history_act (AmicusJournalHistory *self,
                            AmicusJournalAct      act,
                            const char           *name,
                            GPtrArray            *patches)
{
  if (!amicus_journal_history_may (self, act, patches))
    return FALSE;

  switch (act)
    {
    case AMICUS_JOURNAL_DO:
      cut (self);
      add_step (self, name);
      add_patches (self, patches);
      break;
    case AMICUS_JOURNAL_JOIN:
      add_patches (self, patches);
      if (self->saving == (int) self->position)
        self->saving = -1;
      break;
    case AMICUS_JOURNAL_UNDO:
      self->size -= (gsize) get_step (self, --self->position)->growth;
      break;
    case AMICUS_JOURNAL_REDO:
    default:
      self->size += (gsize) get_step (self, self->position++)->growth;
      break;
    }
  count_unsaved (self);

  return TRUE;
}

/* @saved: how many steps were done in what is on the disk now; -1 if none lead there. */
void
amicus_journal_history_save (AmicusJournalHistory *self,
                             int                   saved,
                             const guint8         *hash)
{
  self->saved = saved;
  memcpy (self->saved_hash, hash, sizeof self->saved_hash);
  self->is_saving = FALSE;
  self->saving = -1;
  self->n_unsaved = saved < 0 ? 1 : (guint) ABS ((int) self->position - saved);
}

/* @saving: how many steps were done in what is about to be written. */
void
amicus_journal_history_begin_save (AmicusJournalHistory *self,
                                   int                   saving,
                                   const guint8         *hash)
{
  self->is_saving = TRUE;
  self->saving = saving;
  memcpy (self->saving_hash, hash, sizeof self->saving_hash);
}

static void
render_step (AmicusJournalStep *step,
             AmicusPieces      *pieces)
{
  g_clear_pointer (&step->inverses, g_ptr_array_unref);
  step->inverses = amicus_journal_patches_new ();
  for (guint i = 0; i < step->patches->len; i++)
    g_ptr_array_insert (step->inverses, 0, amicus_pieces_apply (pieces, step->patches->pdata[i]));
}

/* Returns: (transfer full): the text; all steps are given their inverses */
GBytes *
amicus_journal_history_render (AmicusJournalHistory *self)
{
  g_autoptr (AmicusPieces) pieces = amicus_pieces_new (self->base);
  GBytes *text;

  for (guint i = 0; i < self->position; i++)
    render_step (get_step (self, i), pieces);
  text = amicus_pieces_to_bytes (pieces);
  for (guint i = self->position; i < self->steps->len; i++)
    render_step (get_step (self, i), pieces);

  return text;
}

/* Returns: (transfer full): the text after the first @n_steps steps */
GBytes *
amicus_journal_history_render_at (const AmicusJournalHistory *self,
                                  guint                       n_steps)
{
  g_autoptr (AmicusPieces) pieces = amicus_pieces_new (self->base);

  for (guint i = 0; i < n_steps; i++)
    {
      GPtrArray *patches = get_step (self, i)->patches;

      for (guint j = 0; j < patches->len; j++)
        amicus_patch_unref (amicus_pieces_apply (pieces, patches->pdata[j]));
    }

  return amicus_pieces_to_bytes (pieces);
}

static int
shift (int   place,
       guint n_steps)
{
  return place < (int) n_steps ? -1 : place - (int) n_steps;
}

/* The first @n_steps steps, which lead to @text, are no longer known. */
void
amicus_journal_history_rebase (AmicusJournalHistory *self,
                               GBytes               *text,
                               guint                 n_steps)
{
  g_bytes_unref (self->base);
  self->base = g_bytes_ref (text);
  amicus_journal_hash (text, self->base_hash);
  if (n_steps > 0)
    g_ptr_array_remove_range (self->steps, 0, n_steps);
  self->position -= n_steps;
  self->saved = shift (self->saved, n_steps);
  self->marked = shift (self->marked, n_steps);
  self->saving = shift (self->saving, n_steps);
}

/* About what a step takes in the journal and in memory. */
static gsize
get_weight (const AmicusJournalStep *step)
{
  gsize weight = 64 + strlen (step->name);

  for (guint i = 0; i < step->patches->len; i++)
    {
      guint n_changes;
      const AmicusChange *changes = amicus_patch_get_changes (step->patches->pdata[i], &n_changes);

      weight += 64;
      for (guint j = 0; j < n_changes; j++)
        weight += 32 + g_bytes_get_size (changes[j].inserted);
    }

  return weight;
}

static guint
count_to_fold (const AmicusJournalHistory *self,
               gsize                       limit)
{
  guint most = self->saved < 0 ? 0 : MIN (self->position, (guint) self->saved);
  guint n_steps = 0;
  gsize weight = 0;

  if (self->marked >= 0)
    most = MIN (most, (guint) self->marked);
  for (guint i = 0; i < self->steps->len; i++)
    weight += get_weight (get_step (self, i));
  while (n_steps < most && weight > limit)
    weight -= get_weight (get_step (self, n_steps++));

  return n_steps;
}

/* Forgets the oldest steps as far as they go beyond @limit bytes, but none since the last save. */
void
amicus_journal_history_fold (AmicusJournalHistory *self,
                             gsize                 limit)
{
  guint n_steps = count_to_fold (self, limit);
  g_autoptr (AmicusPieces) pieces = NULL;
  g_autoptr (GBytes) text = NULL;

  if (n_steps == 0)
    return;

  pieces = amicus_pieces_new (self->base);
  for (guint i = 0; i < n_steps; i++)
    render_step (get_step (self, i), pieces);
  text = amicus_pieces_to_bytes (pieces);
  amicus_journal_history_rebase (self, text, n_steps);
}
