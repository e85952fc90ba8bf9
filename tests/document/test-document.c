/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/document.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  AmicusDocument *document;
  GError *error;
  gboolean answered;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_object (&answer->document);
  g_clear_error (&answer->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Answer *answer = user_data;

  answer->document = amicus_document_open_finish (result, &answer->error);
  answer->answered = TRUE;
  g_assert_true ((answer->document == NULL) == (answer->error != NULL));
}

static Answer
open_file (GFile *file,
           GCancellable *cancellable)
{
  Answer answer = { NULL };

  amicus_document_open_async (file, cancellable, opened_cb, &answer);
  g_assert_false (answer.answered);
  while (!answer.answered)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}

/* Of our own: GLib's isolated folders leak their names, which hides other leaks. */
static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = path_of (name);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

static Answer
open_text (const char *name,
           const char *text)
{
  g_autofree char *path = path_of (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return open_file (file, NULL);
}

static Answer
open_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return open_file (file, NULL);
}

static void
assert_says (const Answer *answer,
             GQuark domain,
             gint code,
             const char *message)
{
  g_assert_error (answer->error, domain, code);
  g_assert_cmpstr (answer->error->message, ==, message);
}

static void
test_open (void)
{
  g_auto (Answer) answer = open_text ("good.gv", "digraph { a -> b; c }\n");
  AmicusDocument *document = answer.document;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = path_of ("good.gv");

  g_assert_no_error (answer.error);
  g_assert_cmpstr (amicus_document_get_name (document), ==, "good.gv");
  g_assert_cmpstr (g_file_peek_path (amicus_document_get_file (document)), ==, path);
  g_assert_cmpuint (amicus_document_get_n_graphs (document), ==, 1);
  g_assert_cmpuint (amicus_document_get_nth (document), ==, 0);
  g_assert_cmpuint (amicus_graph_get_n_entities (amicus_document_get_graph (document)), ==, 3);
  g_assert_cmpuint (amicus_graph_get_n_relations (amicus_document_get_graph (document)), ==, 1);
  bytes = amicus_syntax_to_bytes (amicus_document_get_syntax (document));
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, strlen ("digraph { a -> b; c }\n"));
}

static void
test_missing (void)
{
  g_autofree char *path = path_of ("missing.gv");
  g_auto (Answer) answer = open_path (path);

  assert_says (&answer, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               "“missing.gv” is not there. It may have been moved or deleted.");
}

static void
test_folder (void)
{
  g_autofree char *path = path_of ("folder");
  g_auto (Answer) answer = { NULL };

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  answer = open_path (path);
  assert_says (&answer, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NOT_REGULAR,
               "“folder” is a folder. Open a file inside it.");
}

/* A pipe without a writer would block for ever, and a device has no end. */
static void
test_pipe_and_device (void)
{
  g_autofree char *path = path_of ("pipe.gv");
  g_auto (Answer) pipe = { NULL };
  g_auto (Answer) device = open_path ("/dev/zero");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  pipe = open_path (path);
  assert_says (&pipe, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NOT_REGULAR,
               "“pipe.gv” is a device or a pipe. Save what it holds to a file and open that.");
  g_assert_error (device.error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NOT_REGULAR);
}

static void
test_forbidden (void)
{
  g_autofree char *path = path_of ("forbidden.gv");
  g_auto (Answer) answer = { NULL };

  if (geteuid () == 0)
    {
      g_test_skip ("Root may read every file");
      return;
    }
  g_assert_true (g_file_set_contents (path, "graph {}", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  answer = open_path (path);
  assert_says (&answer, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
               "You may not read “forbidden.gv”. Ask its owner for permission.");
}

/* Files that are not on a disk are read as streams. */
static void
test_resource (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///test/document/small.gv");
  g_autoptr (GFile) missing = g_file_new_for_uri ("resource:///test/document/missing.gv");
  g_auto (Answer) answer = open_file (file, NULL);
  g_auto (Answer) error = open_file (missing, NULL);

  g_assert_no_error (answer.error);
  g_assert_cmpstr (amicus_document_get_name (answer.document), ==, "small.gv");
  g_assert_cmpuint (amicus_graph_get_n_relations (amicus_document_get_graph (answer.document)), ==, 1);
  g_assert_error (error.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error.error->message, "“missing.gv” could not be read: "));
}

static void
test_too_large (void)
{
  g_autofree char *path = path_of ("large.gv");
  g_auto (Answer) answer = { NULL };

  g_assert_true (g_file_set_contents (path, "graph {}", -1, NULL));
  g_assert_cmpint (truncate (path, 256 * 1024 * 1024 + 1), ==, 0);
  answer = open_path (path);
  assert_says (&answer, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_TOO_LARGE,
               "“large.gv” is larger than 256 MiB, the most that can be opened. "
               "Divide it into several files.");
}

static void
test_no_graph (void)
{
  g_auto (Answer) empty = open_text ("empty.gv", "");
  g_auto (Answer) prose = open_text ("prose.gv", "caf\xe9\n\nDear all,");
  g_auto (Answer) utf16 = open_text ("wide.gv", "\xff\xfeg");

  assert_says (&empty, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NO_GRAPH,
               "“empty.gv” cannot be opened. Line 1, column 1: There is no graph in this file: it is empty.");
  assert_says (&prose, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NO_GRAPH,
               "“prose.gv” cannot be opened. Line 1, column 1: "
               "Expected “graph” or “digraph”; found “caf\xef\xbf\xbd”.");
  assert_says (&utf16, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NO_GRAPH,
               "“wide.gv” cannot be opened. Line 1, column 1: "
               "This file is in UTF-16; save it as UTF-8 to open it.");
}

/* A broken statement is told and the rest is there. */
static void
test_broken (void)
{
  g_auto (Answer) answer = open_text ("broken.gv", "digraph {\n a -> b;\n c -> ;\n d\n}\n");
  AmicusGraph *graph = amicus_document_get_graph (answer.document);
  guint n_diagnostics;
  const AmicusDiagnostic *diagnostics = amicus_graph_get_diagnostics (graph, &n_diagnostics);

  g_assert_cmpuint (amicus_graph_get_n_entities (graph), ==, 3);
  g_assert_cmpuint (n_diagnostics, ==, 1);
  g_assert_cmpuint (diagnostics[0].line, ==, 3);
  g_assert_cmpuint (diagnostics[0].column, ==, 7);
}

static void
count_cb (AmicusDocument *document,
          gpointer user_data)
{
  guint *n_changes = user_data;

  (*n_changes)++;
}

static void
test_several_graphs (void)
{
  g_auto (Answer) answer = open_text ("several.gv", "graph one { a }\ngraph two { b c }\n");
  AmicusDocument *document = answer.document;
  g_autoptr (AmicusGraph) first = amicus_graph_ref (amicus_document_get_graph (document));
  guint n_changes = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpuint (amicus_document_get_n_graphs (document), ==, 2);

  amicus_document_choose_graph (document, 0);
  g_assert_cmpuint (n_changes, ==, 0);

  amicus_document_choose_graph (document, 1);
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (amicus_document_get_nth (document), ==, 1);
  g_assert_cmpuint (amicus_graph_get_n_entities (amicus_document_get_graph (document)), ==, 2);
  /* Who holds the old one can go on with it. */
  g_assert_cmpstr (amicus_graph_get_id (first, AMICUS_ENTITY (0)), ==, "a");
}

/* What was chosen last counts, also when it is what there is. */
static void
test_chosen_last (void)
{
  g_auto (Answer) answer = open_text ("several.gv", "graph one { a }\ngraph two { b c }\ngraph three { d e f }\n");
  AmicusDocument *document = answer.document;
  guint n_changes = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &n_changes);
  amicus_document_choose_graph (document, 1);
  g_assert_cmpuint (amicus_document_get_nth (document), ==, 0);
  amicus_document_choose_graph (document, 0);
  amicus_document_choose_graph (document, 1);
  amicus_document_choose_graph (document, 2);
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (amicus_document_get_nth (document), ==, 2);
  g_assert_cmpuint (amicus_graph_get_n_entities (amicus_document_get_graph (document)), ==, 3);
}

static void
test_cancel (void)
{
  g_autofree char *path = path_of ("good.gv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Answer) before = { NULL };
  g_auto (Answer) during = { NULL };

  g_assert_true (g_file_set_contents (path, "graph { a }", -1, NULL));
  amicus_document_open_async (file, cancellable, opened_cb, &during);
  g_cancellable_cancel (cancellable);
  while (!during.answered)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (during.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  before = open_file (file, cancellable);
  g_assert_error (before.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Nobody asks for the result: nothing leaks. */
static void
ignored_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  gboolean *answered = user_data;

  *answered = TRUE;
}

static void
test_ignored (void)
{
  g_autofree char *path = path_of ("good.gv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean answered = FALSE;

  g_assert_true (g_file_set_contents (path, "graph { a }", -1, NULL));
  amicus_document_open_async (file, NULL, ignored_cb, &answered);
  while (!answered)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("graph { a }", 11);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusDocument) document = amicus_document_new_for_bytes (NULL, bytes, &error);
  g_autoptr (AmicusDocument) none = NULL;

  g_assert_no_error (error);
  g_assert_null (amicus_document_get_file (document));
  g_assert_cmpstr (amicus_document_get_name (document), ==, "Untitled");

  none = amicus_document_new_for_bytes (NULL, nothing, &error);
  g_assert_null (none);
  g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NO_GRAPH);
}

/* A name with line ends and marks of direction cannot disturb the sentence it stands in. */
static void
test_hostile_name (void)
{
  g_auto (Answer) answer = open_text ("a\n\xe2\x80\xae" "b.gv", "graph {}");
  const char *name = amicus_document_get_name (answer.document);

  g_assert_null (strstr (name, "\xe2\x80\xae"));
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

static void
test_finalize (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("graph { a }", 11);
  AmicusDocument *document = amicus_document_new_for_bytes (NULL, bytes, NULL);

  g_assert_finalize_object (document);
}

int
main (int argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("amicus-document-XXXXXX", NULL);
  g_assert_nonnull (folder);

  g_test_add_func ("/document/open", test_open);
  g_test_add_func ("/document/missing", test_missing);
  g_test_add_func ("/document/folder", test_folder);
  g_test_add_func ("/document/pipe-and-device", test_pipe_and_device);
  g_test_add_func ("/document/forbidden", test_forbidden);
  g_test_add_func ("/document/resource", test_resource);
  g_test_add_func ("/document/too-large", test_too_large);
  g_test_add_func ("/document/no-graph", test_no_graph);
  g_test_add_func ("/document/broken", test_broken);
  g_test_add_func ("/document/several-graphs", test_several_graphs);
  g_test_add_func ("/document/chosen-last", test_chosen_last);
  g_test_add_func ("/document/cancel", test_cancel);
  g_test_add_func ("/document/ignored", test_ignored);
  g_test_add_func ("/document/bytes", test_bytes);
  g_test_add_func ("/document/hostile-name", test_hostile_name);
  g_test_add_func ("/document/finalize", test_finalize);

  status = g_test_run ();
  remove_folder ();

  return status;
}
