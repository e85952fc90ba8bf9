/* SPDX-License-Identifier: GPL-3.0-or-later
 * Properties of every command, over real files and random ones: the graph after it differs in what
 * was meant and in nothing else, as we see it and as cgraph does; statements that do not speak of the
 * subject keep their bytes; undone, the file is as it was. AMICUS_TEST_SEED chooses other files. */

#include "document/commands.h"

#include <string.h>

#include "graph/mentions.h"
#include "tests/document/author.h"
#include "tests/document/model.h"

/**
 * Trial:
 * @before: what the file meant before the command; the command makes it what is expected after
 * @subject: of an entity that is edited, or %NULL
 * @log: what was done, for whoever has to look into it
 */
typedef struct
{
  GRand *rand;
  AmicusDocument *document;
  AmicusGraph *graph;
  Model *before;
  gboolean with_cgraph;
  char *subject;
  GString *log;
} Trial;

static guint
pick (Trial *self,
      guint  n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static void
say (Trial      *self,
     const char *format,
     ...) G_GNUC_PRINTF (2, 3);

static void
say (Trial      *self,
     const char *format,
     ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->log, format, arguments);
  va_end (arguments);
}

static char *
text_of (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void G_GNUC_NORETURN
give_up (Trial      *self,
         const char *what,
         const char *expected,
         const char *found)
{
  g_autofree char *text = text_of (amicus_document_get_bytes (self->document));

  g_printerr ("%s\n%s\n--- now:\n%s\n--- expected:\n%s\n--- found:\n%s\n", what, self->log->str, text,
              expected, found);
  abort ();
}

/* ---- What is expected ---- */

static gboolean
item_is (const char *item,
         gboolean    cites,
         const char *id)
{
  gsize length = cites ? strcspn (item, ";") : strlen (item);

  return length == strlen (id) && strncmp (item, id, length) == 0;
}

static char *
change_list (const char *value,
             gboolean    cites,
             const char *id,
             const char *new_id)
{
  g_auto (GStrv) items = g_strsplit (value, "\\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (char **item = items; *item != NULL; item++)
    if (!item_is (*item, cites, id))
      g_ptr_array_add (kept, g_strdup (*item));
    else if (new_id != NULL)
      g_ptr_array_add (kept, g_strconcat (new_id, *item + strlen (id), NULL));
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("\\n", (char **) kept->pdata);
}

static void
change_references (GHashTable *attributes,
                   const char *id,
                   const char *new_id)
{
  static const char *const lists[] = { "saidBy", "cites" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *value = g_hash_table_lookup (attributes, lists[i]);
      g_autofree char *changed = NULL;

      if (value == NULL)
        continue;
      changed = change_list (value, i == 1, id, new_id);
      model_set (attributes, lists[i], changed);
    }
}

static void
change_all_references (Model      *model,
                       const char *id,
                       const char *new_id)
{
  GHashTableIter iter;
  gpointer attributes;

  change_references (model->attributes, id, new_id);
  g_hash_table_iter_init (&iter, model->entities);
  while (g_hash_table_iter_next (&iter, NULL, &attributes))
    change_references (attributes, id, new_id);
  for (guint i = 0; i < model->relations->len; i++)
    change_references (((ModelRelation *) model->relations->pdata[i])->attributes, id, new_id);
  for (guint i = 0; i < model->groups->len; i++)
    change_references (((ModelGroup *) model->groups->pdata[i])->attributes, id, new_id);
}

/* ---- Commands; each returns whether it was done, and changes what is expected ---- */

static const char *
pick_id (Trial *self)
{
  guint n = amicus_graph_get_n_entities (self->graph);

  return n == 0 ? NULL : amicus_graph_get_id (self->graph, AMICUS_ENTITY (pick (self, n)));
}

static gboolean
try_entity_value (Trial *self)
{
  const char *id = pick_id (self);
  const char *attribute = author_names[pick (self, N_AUTHOR_NAMES)];
  const char *value = pick (self, 3) == 0 ? NULL : author_values[pick (self, N_AUTHOR_VALUES)];
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return FALSE;
  self->subject = g_strdup (id);
  say (self, "set %s %s=%s\n", id, attribute, value == NULL ? "NULL" : value);
  model_set (g_hash_table_lookup (self->before->entities, id), attribute, value);
  /* A statement of its own makes it earlier, and a group joins its members in order of creation. */
  self->before->any_order = TRUE;
  name = amicus_name_new_entity (id);
  amicus_document_set_attribute (self->document, name, attribute, value, &error);
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
pick_relation (Trial       *self,
               guint32     *relation,
               AmicusName **name)
{
  guint n = amicus_graph_get_n_relations (self->graph);

  if (n == 0)
    return FALSE;
  *relation = pick (self, n);
  *name = amicus_name_new (self->graph, AMICUS_RELATION (*relation));
  self->subject = g_strdup ((*name)->tail);
  say (self, "%s -> %s key %s nth %u: ", (*name)->tail, (*name)->head,
       (*name)->key == NULL ? "-" : (*name)->key, (*name)->nth);

  return TRUE;
}

static gboolean
try_relation_value (Trial *self)
{
  const char *attribute = author_names[pick (self, N_AUTHOR_NAMES)];
  const char *value = pick (self, 3) == 0 ? NULL : author_values[pick (self, N_AUTHOR_VALUES)];
  ModelRelation *expected;
  guint32 relation;
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (GError) error = NULL;

  if (!pick_relation (self, &relation, &name))
    return FALSE;
  say (self, "set %s=%s\n", attribute, value == NULL ? "NULL" : value);
  expected = self->before->relations->pdata[relation];
  model_set (expected->attributes, attribute, value);
  amicus_document_set_attribute (self->document, name, attribute, value, &error);
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
try_disconnect (Trial *self)
{
  guint32 relation;
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (GError) error = NULL;

  if (!pick_relation (self, &relation, &name))
    return FALSE;
  say (self, "disconnect\n");
  if (!amicus_document_disconnect (self->document, name, &error))
    {
      g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
      say (self, "refused\n");
      return FALSE;
    }
  g_ptr_array_remove_index (self->before->relations, relation);

  return TRUE;
}

static gboolean
try_rename (Trial *self)
{
  static const char *const ids[] = { "new", "x y", "5", "node", "n\"q", "ne;w" };
  const char *id = pick_id (self);
  const char *new_id = ids[pick (self, 5)];
  g_autoptr (GError) error = NULL;

  if (id == NULL || g_hash_table_contains (self->before->entities, new_id))
    return FALSE;
  self->subject = g_strdup (id);
  say (self, "rename %s to %s\n", id, new_id);
  change_all_references (self->before, id, new_id);
  model_rename_entity (self->before, id, new_id);
  amicus_document_rename (self->document, self->subject, new_id, &error);
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
try_remove (Trial *self)
{
  const char *id = pick_id (self);
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return FALSE;
  self->subject = g_strdup (id);
  say (self, "remove %s\n", id);
  change_all_references (self->before, id, NULL);
  model_remove_entity (self->before, id);
  amicus_document_remove_entity (self->document, self->subject, NULL, &error);
  g_assert_no_error (error);

  return TRUE;
}

/* A new thing has the defaults of its place too. */
static void
check_given (Trial             *self,
             GHashTable        *attributes,
             const AmicusValue *values,
             guint              n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (strcmp (values[i].name, "key") != 0 &&
        g_strcmp0 (g_hash_table_lookup (attributes, values[i].name), values[i].value) != 0)
      give_up (self, "a new thing lacks a value", values[i].value, values[i].name);
}

static gboolean
try_add (Trial *self)
{
  const AmicusValue values[] = { { "marked", "1" },
                                 { "label", author_values[pick (self, N_AUTHOR_VALUES)] } };
  guint n_values = pick (self, 3);
  g_autoptr (Model) after = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *attributes;

  if (g_hash_table_contains (self->before->entities, "added"))
    return FALSE;
  say (self, "add\n");
  self->subject = g_strdup ("added");
  amicus_document_add_entity (self->document, "added", values, n_values, &error);
  g_assert_no_error (error);

  after = model_of_graph (amicus_document_get_graph (self->document));
  attributes = g_hash_table_lookup (after->entities, "added");
  if (attributes == NULL)
    give_up (self, "nothing was added", "", "");
  check_given (self, attributes, values, n_values);
  g_hash_table_insert (self->before->entities, g_strdup ("added"), g_hash_table_ref (attributes));

  return TRUE;
}

/* The new relation, with what it has from defaults, among those that are expected. */
static void
expect_marked (Trial             *self,
               Model             *after,
               const AmicusValue *values,
               guint              n_values)
{
  for (guint i = 0; i < after->relations->len; i++)
    {
      ModelRelation *relation = after->relations->pdata[i];

      if (g_hash_table_lookup (relation->attributes, "marked") == NULL)
        continue;
      check_given (self, relation->attributes, values, n_values);
      model_add_relation (self->before, relation->tail, relation->head, relation->key,
                          g_hash_table_ref (relation->attributes));
      g_ptr_array_insert (self->before->relations, (int) i,
                          g_ptr_array_steal_index (self->before->relations,
                                                   self->before->relations->len - 1));
      return;
    }
  give_up (self, "nothing was connected", "", "");
}

static gboolean
has_marked (Trial *self)
{
  for (guint i = 0; i < self->before->relations->len; i++)
    if (g_hash_table_contains (((ModelRelation *) self->before->relations->pdata[i])->attributes,
                               "marked"))
      return TRUE;

  return FALSE;
}

static gboolean
try_connect (Trial *self)
{
  const AmicusValue values[] = { { "marked", "1" },
                                 { "label", author_values[pick (self, N_AUTHOR_VALUES)] },
                                 { "key", "new key" } };
  guint n_values = 1 + pick (self, 3);
  g_autofree char *tail = g_strdup (pick_id (self));
  g_autofree char *head = g_strdup (pick_id (self));
  g_autoptr (GArray) parallels = NULL;
  g_autoptr (Model) after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (tail == NULL || has_marked (self))
    return FALSE;
  say (self, "connect %s %s\n", tail, head);
  parallels = amicus_graph_get_parallels (self->graph,
                                          amicus_graph_find_entity (self->graph, tail).id,
                                          amicus_graph_find_entity (self->graph, head).id);
  done = amicus_document_connect (self->document, tail, head, values, n_values, &error);
  if (parallels->len > 0 && amicus_graph_is_strict (self->graph))
    {
      g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
      g_assert_false (done);
      return FALSE;
    }
  g_assert_no_error (error);
  after = model_of_graph (amicus_document_get_graph (self->document));
  expect_marked (self, after, values, n_values);

  return TRUE;
}

/* ---- What must hold ---- */

static void
check_model (Trial      *self,
             Model      *found,
             const char *who)
{
  g_autofree char *expected = model_write (self->before);
  g_autofree char *written = NULL;

  found->any_order = self->before->any_order;
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
is_concerned (Trial      *self,
              const char *text)
{
  g_autoptr (GString) quoted = g_string_new (self->subject);

  if (self->subject == NULL)
    return FALSE;
  g_string_replace (quoted, "\"", "\\\"", 0);

  return strstr (text, self->subject) != NULL || strstr (text, quoted->str) != NULL;
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

static gboolean
run_command (Trial *self)
{
  static gboolean (*const commands[]) (Trial *self) = {
    try_entity_value, try_relation_value, try_disconnect, try_rename, try_remove, try_add, try_connect,
    try_entity_value, try_relation_value,
  };
  g_autoptr (AmicusSyntax) old = amicus_syntax_ref (amicus_document_get_syntax (self->document));
  gboolean done;

  self->graph = amicus_graph_ref (amicus_document_get_graph (self->document));
  self->before = model_of_graph (self->graph);
  done = commands[pick (self, G_N_ELEMENTS (commands))] (self);
  if (done)
    {
      check_meaning (self);
      check_others (self, old);
    }
  g_clear_pointer (&self->before, model_free);
  g_clear_pointer (&self->graph, amicus_graph_unref);
  g_clear_pointer (&self->subject, g_free);

  return done;
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
  guint n_files = is_full () ? 20000 : 3000;
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
