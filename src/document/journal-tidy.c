/* SPDX-License-Identifier: GPL-3.0-or-later
 * So that journals do not become more and more: those of documents that are saved, oldest first. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/journal-private.h"

#include <glib/gstdio.h>

/* A journal that nothing unsaved is in. */
typedef struct
{
  char *folder;
  char *name;
  gint64 when;
  gsize size;
} Candidate;

typedef struct
{
  guint n;
  gsize size;
  GArray *candidates;
} Stock;

static void
clear_candidate (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->folder);
  g_free (candidate->name);
}

typedef void (*Visit) (Stock      *stock,
                       const char *folder,
                       const char *name);

/* What is damaged or discarded has another suffix, and stays. */
static void
visit_all (Stock *stock,
           char **folders,
           Visit  visit)
{
  for (char **folder = folders; *folder != NULL; folder++)
    {
      g_autoptr (GDir) dir = g_dir_open (*folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".journal"))
          visit (stock, *folder, name);
    }
}

static gsize
get_size (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf status;

  return g_lstat (path, &status) == 0 ? (gsize) status.st_size : 0;
}

static void
count (Stock      *stock,
       const char *folder,
       const char *name)
{
  stock->n++;
  stock->size += get_size (folder, name);
}

static gboolean
is_clean (const char *folder,
          const char *name,
          gint64     *when)
{
  g_autoptr (AmicusJournalContents) contents = amicus_journal_look_into (folder, name);

  if (contents == NULL || contents->state == AMICUS_JOURNAL_DAMAGED ||
      contents->history.n_unsaved > 0)
    return FALSE;

  *when = contents->history.when;
  return TRUE;
}

static void
find (Stock      *stock,
      const char *folder,
      const char *name)
{
  Candidate candidate = { NULL, NULL, 0, get_size (folder, name) };

  if (!is_clean (folder, name, &candidate.when))
    return;

  candidate.folder = g_strdup (folder);
  candidate.name = g_strdup (name);
  g_array_append_val (stock->candidates, candidate);
}

static int
compare_ages (gconstpointer a,
              gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  return one->when < other->when ? -1 : one->when > other->when ? 1 : 0;
}

/* Someone may have opened its document meanwhile, and edited it. */
static gboolean
remove_if_clean (const Candidate *candidate)
{
  g_autofree char *path = g_build_filename (candidate->folder, candidate->name, NULL);
  g_autoptr (AmicusJournalFile) file = amicus_journal_file_open (path, TRUE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? amicus_journal_file_read (file, 0, NULL) : NULL;
  g_autoptr (AmicusJournalContents) contents =
    bytes != NULL ? amicus_journal_scan (bytes, NULL) : NULL;

  return contents != NULL && contents->history.base != NULL &&
         contents->state != AMICUS_JOURNAL_DAMAGED && contents->history.n_unsaved == 0 &&
         g_unlink (path) == 0;
}

/**
 * amicus_journal_tidy:
 * @folders: (nullable): where to look; %NULL for the folders of this person
 * @n_most: how many journals there may be
 * @size_most: how many bytes they may have together
 *
 * Removes journals if there are more: of documents that are not open, and only those without edits
 * that were not saved. What can no longer be undone then is oldest. Blocks; reads the journals only
 * if there are too many.
 */
void
amicus_journal_tidy (const char * const *folders,
                     guint               n_most,
                     gsize               size_most)
{
  g_auto (GStrv) all = amicus_journal_dup_folders (folders);
  Stock stock = { 0, 0, NULL };

  visit_all (&stock, all, count);
  if (stock.n <= n_most && stock.size <= size_most)
    return;

  stock.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (stock.candidates, clear_candidate);
  visit_all (&stock, all, find);
  g_array_sort (stock.candidates, compare_ages);
  for (guint i = 0; i < stock.candidates->len && (stock.n > n_most || stock.size > size_most); i++)
    {
      const Candidate *candidate = &g_array_index (stock.candidates, Candidate, i);

      if (!remove_if_clean (candidate))
        continue;
      stock.n--;
      stock.size -= MIN (stock.size, candidate->size);
    }
  g_array_unref (stock.candidates);
}
