/* SPDX-License-Identifier: GPL-3.0-or-later
 * Properties of every command, over real files and random ones: the graph after it differs in what
 * was meant and in nothing else, as we see it and as cgraph does; statements that do not speak of the
 * subject keep their bytes; undone, the file is as it was. AMICUS_TEST_SEED chooses other files. */

#include "tests/document/trial.h"

#include <string.h>

#include "document/commands.h"
#include "tests/document/author.h"

static void
check_model (Trial      *self,
             Model      *found,
             const char *who)
{
  g_autofree char *expected = model_write (self->expected);
  g_autofree char *written = NULL;

  found->any_order = self->expected->any_order;
  written = model_write (found);

  if (strcmp (expected, written) != 0)
    give_up (self, who, expected, written);
}

static void
check_meaning (Trial *self)
{
  g_autoptr (Model) ours = model_of_graph (amicus_document_get_graph (self->document));
  g_autoptr (Model) theirs = NULL;

  check_model (self, ours, "our graph is not as expected");
  if (!self->with_cgraph)
    return;
  theirs = model_of_cgraph (amicus_document_get_bytes (self->document));
  if (theirs == NULL)
    give_up (self, "cgraph does not read it any more", "", "");
  check_model (self, theirs, "cgraph's graph is not as expected");
}

/* Whether a statement may change: the subject's ID, or that of one of its ends, is in it. */
static gboolean
speaks_of (const char *text,
           const char *subject)
{
  g_autoptr (GString) quoted = g_string_new (subject);

  if (subject == NULL)
    return FALSE;
  g_string_replace (quoted, "\"", "\\\"", 0);

  return strstr (text, subject) != NULL || strstr (text, quoted->str) != NULL;
}

static gboolean
is_concerned (Trial      *self,
              const char *text)
{
  return self->is_any_statement || speaks_of (text, self->subject) ||
         speaks_of (text, self->other_subject);
}

/* Texts of statements that hold no others, those of the subject left out. */
static GPtrArray *
list_statements (Trial        *self,
                 AmicusSyntax *syntax)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (AmicusStatement at = 1; at < amicus_syntax_get_n_statements (syntax); at++)
    {
      gsize length;
      const char *bytes = amicus_syntax_get_text (syntax, at, &length);
      g_autofree char *text = g_strndup (bytes, length);
      AmicusStatementKind kind = amicus_syntax_get_kind (syntax, at);

      if ((kind == AMICUS_STATEMENT_EDGE || kind == AMICUS_STATEMENT_NODE ||
           kind == AMICUS_STATEMENT_DEFAULTS || kind == AMICUS_STATEMENT_ASSIGNMENT) &&
          amicus_syntax_get_first_child (syntax, at) == AMICUS_NO_STATEMENT &&
          !is_concerned (self, text))
        g_ptr_array_add (texts, g_steal_pointer (&text));
    }

  return texts;
}

/* All statements that do not speak of the subject are there as they were, in their order. */
static void
check_others (Trial        *self,
              AmicusSyntax *old)
{
  g_autoptr (GPtrArray) before = list_statements (self, old);
  g_autoptr (GPtrArray) after =
    list_statements (self, amicus_document_get_syntax (self->document));
  guint at = 0;

  for (guint i = 0; i < before->len; i++, at++)
    {
      while (at < after->len && strcmp (before->pdata[i], after->pdata[at]) != 0)
        at++;
      if (at == after->len)
        give_up (self, "a statement that was not meant has changed", before->pdata[i], "");
    }
}

static void
run_command (Trial *self)
{
  g_autoptr (AmicusSyntax) old = amicus_syntax_ref (amicus_document_get_syntax (self->document));

  trial_begin (self);
  if (trial_run_command (self))
    {
      check_meaning (self);
      check_others (self, old);
    }
  trial_end (self);
}

static void
check_undo (Trial  *self,
            GBytes *original)
{
  g_autoptr (GBytes) edited = g_bytes_ref (amicus_document_get_bytes (self->document));

  while (amicus_document_undo (self->document))
    ;
  if (!g_bytes_equal (original, amicus_document_get_bytes (self->document)))
    give_up (self, "undone, it is not the same", "", "");
  g_assert_false (amicus_document_is_modified (self->document));
  while (amicus_document_redo (self->document))
    ;
  if (!g_bytes_equal (edited, amicus_document_get_bytes (self->document)))
    give_up (self, "done again, it is not the same", "", "");
}

/* Entities and relations only. */
static char *
write_without_groups (AmicusDocument *document,
                      gboolean        directed)
{
  g_autoptr (Model) model = model_of_graph (amicus_document_get_graph (document));

  g_ptr_array_set_size (model->groups, 0);
  g_hash_table_remove_all (model->attributes);
  model->any_order = TRUE;
  model->directed = directed;

  return model_write (model);
}

static char *
copy_all (AmicusDocument *document)
{
  AmicusGraph *graph = amicus_document_get_graph (document);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  char *text;

  for (guint32 i = 0; i < amicus_graph_get_n_entities (graph); i++)
    g_ptr_array_add (names, amicus_name_new (graph, AMICUS_ENTITY (i)));
  text = amicus_document_copy (document, (const AmicusName *const *) names->pdata, names->len);
  for (guint i = 0; i < names->len; i++)
    amicus_name_free (names->pdata[i]);

  return text;
}

/* All of a document, pasted into an empty one that inherits something, is all that it was; pasted
 * once more it is nothing new. */
static void
check_copy (Trial *self)
{
  gboolean directed =
    amicus_graph_is_directed (amicus_document_get_graph (self->document));
  const char *text = directed ? "digraph {\n  node [inherited=1];\n  edge [inherited=1];\n}\n"
                              : "graph { edge [inherited=1] }";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AmicusDocument) other = amicus_document_new_for_bytes (NULL, bytes, NULL);
  g_autofree char *copied = copy_all (self->document);
  g_autofree char *expected = write_without_groups (self->document, directed);
  g_autofree char *found = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_auto (GStrv) ids = amicus_document_paste (other, copied, NULL);

      if (ids == NULL)
        give_up (self, "a copy cannot be pasted", copied, "");
    }
  found = write_without_groups (other, directed);
  if (strcmp (expected, found) != 0)
    give_up (self, "what was pasted is not what was copied", expected, found);
  amicus_document_undo (other);
  g_assert_true (g_bytes_equal (amicus_document_get_bytes (other), bytes));
}

/* Whether cgraph reads in the file what we read in it. */
static gboolean
agrees_with_cgraph (AmicusGraph *graph,
                    GBytes      *bytes)
{
  g_autoptr (Model) ours = model_of_graph (graph);
  g_autoptr (Model) theirs = model_of_cgraph (bytes);
  g_autofree char *our_text = model_write (ours);
  g_autofree char *their_text = theirs == NULL ? NULL : model_write (theirs);

  return g_strcmp0 (our_text, their_text) == 0;
}

/* Returns whether cgraph could be asked. */
static gboolean
edit_at_random (GRand      *rand,
                const char *title,
                GBytes     *bytes,
                guint       n_commands)
{
  Trial trial = { rand };
  g_autofree char *text = text_of (bytes);

  trial.document = amicus_document_new_for_bytes (NULL, bytes, NULL);
  if (trial.document == NULL)
    return FALSE;

  trial.log = g_string_new (title);
  g_string_append_printf (trial.log, "\n%s\n", text);
  trial.with_cgraph = amicus_document_get_n_graphs (trial.document) == 1 &&
                      agrees_with_cgraph (amicus_document_get_graph (trial.document), bytes);
  for (guint i = 0; i < n_commands; i++)
    run_command (&trial);
  check_undo (&trial, bytes);
  if (g_rand_int_range (rand, 0, 8) == 0)
    check_copy (&trial);

  g_string_free (trial.log, TRUE);
  g_object_unref (trial.document);

  return trial.with_cgraph;
}

static guint32
get_seed (void)
{
  const char *seed = g_getenv ("AMICUS_TEST_SEED");

  return seed == NULL ? 2042 : (guint32) g_ascii_strtoull (seed, NULL, 10);
}

static gboolean
is_full (void)
{
  return g_strcmp0 (g_getenv ("AMICUS_TEST_FULL"), "1") == 0;
}

static void
test_random_files (void)
{
  guint n_files = is_full () ? 20000 : 10000;
  guint n_agreed = 0;

  for (guint i = 0; i < n_files; i++)
    {
      const guint32 seed[] = { get_seed (), i };
      g_autoptr (GRand) rand = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
      g_autofree char *text = write_random_file (rand);
      g_autofree char *title = g_strdup_printf ("file %u", i);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      n_agreed += edit_at_random (rand, title, bytes, 4) ? 1 : 0;
    }
  g_test_message ("%u files, %u of which cgraph reads as we do", n_files, n_agreed);
  g_assert_cmpuint (n_agreed * 10, >, n_files * 9);
}

#define MAX_SIZE 60000

static void
edit_folder (const char *folder,
             guint      *n_files,
             guint      *n_agreed)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const guint32 seed[] = { get_seed (), *n_files };
      g_autoptr (GRand) rand = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gsize length;

      if (!g_file_get_contents (path, &text, &length, NULL) || length > MAX_SIZE)
        continue;
      bytes = g_bytes_new (text, length);
      (*n_files)++;
      *n_agreed += edit_at_random (rand, path, bytes, is_full () ? 20 : 3) ? 1 : 0;
    }
}

static void
test_real_files (void)
{
  static const char *const folders[] = { "graphviz-rtest", "graphviz-ts" };
  const char *shared = g_getenv ("AMICUS_SHARED");
  g_autofree char *beside = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), "..", "shared", NULL);
  guint n_files = 0;
  guint n_agreed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder =
        g_build_filename (shared != NULL ? shared : beside, "corpora", "dot", folders[i], NULL);

      edit_folder (folder, &n_files, &n_agreed);
    }
  if (n_files == 0)
    g_test_skip ("the corpora are not there");
  else
    g_test_message ("%u files, %u of which cgraph reads as we do", n_files, n_agreed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_quieten ();

  g_test_add_func ("/document/commands/random-files", test_random_files);
  g_test_add_func ("/document/commands/real-files", test_real_files);

  return g_test_run ();
}
