/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes a journal until it is stopped, or reads one: for tests that kill the writer. */

#include "journal-support.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <unistd.h>

#define COMPACT_LIMIT 3000

static const char *folders[] = { NULL, NULL, NULL };

/* Not with write(), which a test makes fail. */
static void
tell (const char *word,
      GBytes     *text)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
  g_autofree char *line = g_strdup_printf ("%s %s\n", word, hash);
  struct iovec part = { line, strlen (line) };

  if (writev (STDOUT_FILENO, &part, 1) < 0)
    _exit (1);
}

static gpointer
compact (gpointer journal)
{
  g_autoptr (GError) error = NULL;

  amicus_journal_compact (journal, COMPACT_LIMIT, &error);
  return NULL;
}

/* Before each step tells the text it leads to, and after it what the journal said. */
static void
do_step (Model *model)
{
  g_autoptr (AmicusPatch) patch = model_make_patch (model);
  g_autoptr (GBytes) next = amicus_patch_apply (patch, model_get_text (model));
  gboolean kept;

  tell ("try", next);
  kept = model_do (model, patch, NULL);
  tell (kept ? "kept" : "lost", next);
}

/* Saves and writes anew while edits go on, or waits for the disk. */
static void
do_more (Model  *model,
         guint   i,
         GThread **thread)
{
  if (i % 16 == 7 && amicus_journal_sync (model->journal, NULL))
    tell ("synced", model_get_text (model));
  if (i % 32 != 31)
    return;

  if (*thread != NULL)
    g_thread_join (*thread);
  model_save (model, NULL);
  *thread = g_thread_new ("compact", compact, model->journal);
}

G_NORETURN static void
write_journal (guint32 seed,
               guint   n_steps)
{
  Model model;
  GThread *thread = NULL;

  model_init (&model, seed, folders, "/nowhere/a.gv");
  for (guint i = 0; i < n_steps; i++)
    {
      do_step (&model);
      do_more (&model, i, &thread);
    }
  if (thread != NULL)
    g_thread_join (thread);
  /* As if killed: nothing is put in order. */
  _exit (0);
}

/* The first @n bytes of a file come through; what is left of a write does not. */
static void
limit_size (rlim_t n)
{
  struct rlimit limit = { n, n };

  if (n == 0)
    return;

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
read_journals (void)
{
  g_autoptr (GPtrArray) orphans = amicus_journal_list_orphans (folders, NULL);

  for (guint i = 0; i < orphans->len; i++)
    {
      const AmicusJournalContents *orphan = orphans->pdata[i];
      g_autoptr (AmicusJournalContents) contents = amicus_journal_read (orphan->file, NULL);
      static const char *states[] = { "whole", "torn", "damaged" };

      tell (states[contents->state], contents->text);
    }
}

/* A large text and many edits: what each costs. */
static void
measure (gsize size,
         guint n_steps)
{
  g_autoptr (GBytes) base = g_bytes_new_take (g_strnfill (size, 'a'), size);
  g_autoptr (AmicusJournal) journal = amicus_journal_new (folders, "/nowhere/a.gv", base);
  g_autoptr (GPtrArray) patches = g_ptr_array_new ();
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();

  amicus_patch_add (patch, size / 2, 10, "twenty bytes or more", 20);
  g_ptr_array_add (patches, patch);
  for (guint i = 0; i < n_steps; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 appended;

      amicus_journal_append (journal, AMICUS_JOURNAL_DO, "Edit", patches, NULL);
      appended = g_get_monotonic_time ();
      if (i % 10 == 0)
        amicus_journal_sync (journal, NULL);
      g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", appended - start,
               g_get_monotonic_time () - appended);
    }
}

/* write FOLDER FOLDER SEED STEPS SIZE, read FOLDER FOLDER, measure FOLDER FOLDER SIZE STEPS */
int
main (int    argc,
      char **argv)
{
  if (argc < 4)
    return EXIT_FAILURE;

  folders[0] = argv[2];
  folders[1] = argv[3];
  if (strcmp (argv[1], "write") == 0 && argc == 7)
    {
      limit_size ((rlim_t) atol (argv[6]));
      write_journal ((guint32) atol (argv[4]), (guint) atol (argv[5]));
    }
  if (strcmp (argv[1], "measure") == 0 && argc == 6)
    measure ((gsize) atol (argv[4]), (guint) atol (argv[5]));
  if (strcmp (argv[1], "read") == 0)
    read_journals ();

  return EXIT_SUCCESS;
}
