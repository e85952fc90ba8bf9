/* SPDX-License-Identifier: GPL-3.0-or-later
 * A program that edits and saves a document, for tests that kill it or make system calls fail.
 *
 * texts SEED STEPS          tells the hash of the text after each step
 * edit FILE STATE SEED      edits on and on; tells each step once it shows, and saves now and then
 * save FILE STATE           edits, and saves between two calls of getppid (); in place if need be
 * check FILE STATE          opens the file, and tells what is found
 * mend FILE STATE           opens the file, and saves whatever was recovered
 * overwrite FILE STATE      so, too, whatever the file holds
 *
 * With AMICUS_WRITE_MOST, no write is larger than so many bytes. */

#include "document/commands.h"
#include "document/keeping.h"
#include "scribe.h"
#include "tests/base/system-faults.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define SAVE_EACH 7

static const char *folders[] = { NULL, NULL };

/* Not with write (), which a test makes fail. */
G_GNUC_PRINTF (1, 2)
static void
tell (const char *format,
      ...)
{
  g_autofree char *line = NULL;
  struct iovec part;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  part = (struct iovec) { line, strlen (line) };
  if (writev (STDOUT_FILENO, &part, 1) < 0)
    _exit (1);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GAsyncResult **answer = data;

  *answer = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **answer)
{
  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *answer;
}

static AmicusDocument *
open_document (const char *path,
               AmicusKept *kept)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  AmicusDocument *document;

  amicus_document_open_async (file, NULL, answered_cb, &opened);
  document = amicus_document_open_finish (wait_for (&opened), &error);
  if (document == NULL)
    {
      tell ("closed %s\n", error->message);
      exit (0);
    }

  amicus_document_keep_async (document, folders, NULL, answered_cb, &answer);
  *kept = amicus_document_keep_finish (document, wait_for (&answer), NULL, NULL);
  return document;
}

static AmicusFileState
compare (AmicusDocument *document)
{
  g_autoptr (GAsyncResult) answer = NULL;

  amicus_document_compare_async (document, NULL, answered_cb, &answer);
  return amicus_document_compare_finish (document, wait_for (&answer));
}

static AmicusSaved
save (AmicusDocument   *document,
      AmicusSaveFlags   flags,
      GError          **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  amicus_document_save_async (document, NULL, flags, NULL, answered_cb, &answer);
  return amicus_document_save_finish (document, wait_for (&answer), error);
}

static void
tell_texts (guint32 seed,
            guint   n_steps)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (scribe_start, strlen (scribe_start));
  g_autoptr (AmicusDocument) document = amicus_document_new_for_bytes (NULL, bytes, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i <= n_steps; i++)
    {
      g_autofree char *hash = scribe_hash (document);

      tell ("%s\n", hash);
      scribe_step (document, rand);
    }
}

static void
ignore_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  if (amicus_document_save_finish (AMICUS_DOCUMENT (source), result, &error) == AMICUS_NOT_SAVED)
    tell ("refused %s\n", error->message);
}

/* Until it is killed. */
G_NORETURN static void
edit (const char *path,
      guint32     seed)
{
  AmicusKept kept;
  g_autoptr (AmicusDocument) document = open_document (path, &kept);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 1;; i++)
    {
      scribe_step (document, rand);
      tell ("shown %u\n", i);
      if (i % SAVE_EACH == 0)
        amicus_document_save_async (document, NULL, AMICUS_SAVE_IN_PLACE, NULL, ignore_cb, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

G_NORETURN static void
edit_and_save (const char *path)
{
  AmicusKept kept;
  AmicusDocument *document = open_document (path, &kept);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  AmicusSaved saved;
  static const char *const claims[] = { "refused", "saved", "unproven" };

  for (guint i = 0; i < 20; i++)
    scribe_step (document, rand);
  hash = scribe_hash (document);
  tell ("shown %s\n", hash);

  getppid ();
  saved = save (document, AMICUS_SAVE_IN_PLACE, &error);
  getppid ();
  tell ("%s %s %d %s\n", claims[saved], error != NULL ? g_quark_to_string (error->domain) : "-",
        error != NULL ? error->code : 0, error != NULL ? error->message : "-");
  /* As if killed: nothing is put in order. */
  _exit (0);
}

G_NORETURN static void
tell_found (const char *path)
{
  static const char *const found[] = { "new", "resumed", "recovered", "elsewhere" };
  static const char *const states[] = { "same", "changed", "half", "gone", "unreadable" };
  AmicusKept kept;
  g_autoptr (AmicusDocument) document = open_document (path, &kept);
  g_autofree char *hash = scribe_hash (document);
  g_autofree char *first = NULL;
  AmicusFileState state = compare (document);
  guint n_steps = 0;

  while (amicus_document_undo (document))
    n_steps++;
  first = scribe_hash (document);
  while (n_steps-- > 0)
    amicus_document_redo (document);
  tell ("%s %s %s %s\n", found[kept], states[state], hash, first);
  _exit (0);
}

static void
mend (const char      *path,
      AmicusSaveFlags  flags)
{
  AmicusKept kept;
  g_autoptr (AmicusDocument) document = open_document (path, &kept);
  g_autoptr (GError) error = NULL;

  if (save (document, AMICUS_SAVE_IN_PLACE | flags, &error) == AMICUS_SAVED)
    tell ("saved\n");
  else
    tell ("refused %s\n", error->message);
}

int
main (int    argc,
      char **argv)
{
  const char *most = g_getenv ("AMICUS_WRITE_MOST");

  if (argc < 4)
    return EXIT_FAILURE;

  fault.write_most = most != NULL ? (gsize) atol (most) : 0;
  folders[0] = argv[3];
  if (strcmp (argv[1], "texts") == 0)
    tell_texts ((guint32) atol (argv[2]), (guint) atol (argv[3]));
  else if (strcmp (argv[1], "edit") == 0 && argc == 5)
    edit (argv[2], (guint32) atol (argv[4]));
  else if (strcmp (argv[1], "save") == 0)
    edit_and_save (argv[2]);
  else if (strcmp (argv[1], "check") == 0)
    tell_found (argv[2]);
  else if (strcmp (argv[1], "mend") == 0)
    mend (argv[2], AMICUS_SAVE_DEFAULT);
  else if (strcmp (argv[1], "overwrite") == 0)
    mend (argv[2], AMICUS_SAVE_OVERWRITE);

  return EXIT_SUCCESS;
}
