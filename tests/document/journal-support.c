/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-support.h"

#include <glib/gstdio.h>
#include <string.h>

static void
unref_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

static void
unref_patch (gpointer patch)
{
  amicus_patch_unref (patch);
}

static void
free_step (gpointer step)
{
  g_ptr_array_unref (step);
}

static gsize
random_size (Model *self,
             gsize  end)
{
  return (gsize) g_rand_int_range (self->random, 0, (gint32) end);
}

static GBytes *
random_bytes (Model *self,
              gsize  limit)
{
  gsize size = random_size (self, limit);
  guint8 *data = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) ('a' + random_size (self, 26));

  return g_bytes_new_take (data, size);
}

void
model_init (Model              *self,
            guint32             seed,
            const char * const *folders,
            const char         *path)
{
  self->random = g_rand_new_with_seed (seed);
  self->texts = g_ptr_array_new_with_free_func (unref_bytes);
  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->position = 0;
  self->saved = 0;
  g_ptr_array_add (self->texts, random_bytes (self, 400));
  self->journal = amicus_journal_new (folders, path, model_get_text (self));
}

void
model_clear (Model *self)
{
  g_clear_pointer (&self->journal, amicus_journal_free);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->steps);
  g_rand_free (self->random);
}

GBytes *
model_get_text (const Model *self)
{
  return self->texts->pdata[self->position];
}

AmicusPatch *
model_make_patch (Model *self)
{
  AmicusPatch *patch = amicus_patch_new ();
  gsize size = g_bytes_get_size (model_get_text (self));
  gsize end = 0;

  for (guint n = 1 + (guint) random_size (self, 3); n > 0; n--)
    {
      g_autoptr (GBytes) inserted = random_bytes (self, 40);
      gsize offset = end + random_size (self, size - end + 1);
      gsize removed = random_size (self, MIN (size - offset, 40) + 1);

      amicus_patch_add (patch, offset, removed, g_bytes_get_data (inserted, NULL),
                        g_bytes_get_size (inserted));
      end = offset + removed;
    }

  return patch;
}

static GPtrArray *
patches_new ( void)
{
  return g_ptr_array_new_with_free_func (unref_patch);
}

/* Makes a new text of the one that is there, by one patch more of the step. */
static void
add_patch (Model       *self,
           GPtrArray   *step,
           AmicusPatch *patch)
{
  g_ptr_array_add (self->texts, amicus_patch_apply (patch, model_get_text (self)));
  g_ptr_array_remove_index (self->texts, self->position);
  g_ptr_array_add (step, amicus_patch_ref (patch));
}

/* A step that changes nothing yet. */
static GPtrArray *
add_step (Model *self)
{
  GPtrArray *step = patches_new ();

  g_ptr_array_set_size (self->steps, (int) self->position);
  g_ptr_array_set_size (self->texts, (int) self->position + 1);
  g_ptr_array_add (self->steps, step);
  g_ptr_array_add (self->texts, g_bytes_ref (model_get_text (self)));
  self->position++;
  if (self->saved >= (int) self->position)
    self->saved = -1;

  return step;
}

gboolean
model_do (Model        *self,
          AmicusPatch  *patch,
          GError      **error)
{
  GPtrArray *step = add_step (self);

  add_patch (self, step, patch);
  return amicus_journal_append (self->journal, AMICUS_JOURNAL_DO, "Ändern", step, error);
}

static gboolean
do_some (Model   *self,
         GError **error)
{
  GPtrArray *step = add_step (self);

  for (gsize n = 1 + random_size (self, 3); n > 0; n--)
    {
      g_autoptr (AmicusPatch) patch = model_make_patch (self);

      add_patch (self, step, patch);
    }

  return amicus_journal_append (self->journal, AMICUS_JOURNAL_DO, "Ändern", step, error);
}

static gboolean
join (Model   *self,
      GError **error)
{
  g_autoptr (AmicusPatch) patch = model_make_patch (self);
  g_autoptr (GPtrArray) patches = patches_new ();
  guint last = self->position;

  if (last == 0 || last < self->steps->len || self->saved == (int) last)
    return model_do (self, patch, error);

  g_ptr_array_add (patches, amicus_patch_ref (patch));
  add_patch (self, self->steps->pdata[last - 1], patch);
  return amicus_journal_append (self->journal, AMICUS_JOURNAL_JOIN, NULL, patches, error);
}

gboolean
model_undo (Model   *self,
            GError **error)
{
  GPtrArray *step = self->steps->pdata[--self->position];
  g_autoptr (GPtrArray) inverses = patches_new ();
  GBytes *text = g_bytes_ref (model_get_text (self));

  for (guint i = 0; i < step->len; i++)
    {
      GBytes *old = text;

      g_ptr_array_insert (inverses, 0, amicus_patch_invert (step->pdata[i], old));
      text = amicus_patch_apply (step->pdata[i], old);
      g_bytes_unref (old);
    }
  g_bytes_unref (text);

  return amicus_journal_append (self->journal, AMICUS_JOURNAL_UNDO, "Zurück", inverses, error);
}

static gboolean
redo (Model   *self,
      GError **error)
{
  self->position++;
  return amicus_journal_append (self->journal, AMICUS_JOURNAL_REDO, NULL,
                                self->steps->pdata[self->position - 1], error);
}

gboolean
model_save (Model   *self,
            GError **error)
{
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];

  amicus_journal_hash (model_get_text (self), hash);
  amicus_journal_mark (self->journal);
  self->saved = (int) self->position;
  return amicus_journal_append_saved (self->journal, "/nowhere/a.gv", hash, error);
}

gboolean
model_step (Model   *self,
            GError **error)
{
  gsize choice = random_size (self, 20);

  if (choice < 1)
    return model_save (self, error);
  if (choice < 6 && self->position > 0)
    return model_undo (self, error);
  if (choice < 9 && self->position < self->steps->len)
    return redo (self, error);
  if (choice < 13)
    return join (self, error);

  return do_some (self, error);
}

static GBytes *
apply_all (GPtrArray *patches,
           GBytes    *text)
{
  GBytes *result = g_bytes_ref (text);

  for (guint i = 0; i < patches->len; i++)
    {
      GBytes *old = result;

      g_assert_true (amicus_patch_fits (patches->pdata[i], g_bytes_get_size (old)));
      result = amicus_patch_apply (patches->pdata[i], old);
      g_bytes_unref (old);
    }

  return result;
}

static void
assert_leads (GPtrArray *patches,
              GBytes    *from,
              GBytes    *to)
{
  g_autoptr (GBytes) result = apply_all (patches, from);

  g_assert_true (g_bytes_equal (result, to));
}

void
model_check (const Model                 *self,
             const AmicusJournalContents *contents)
{
  const AmicusJournalHistory *history = &contents->history;
  guint forgotten = self->position - history->position;
  GBytes **texts = (GBytes **) self->texts->pdata + forgotten;

  g_assert_cmpint (contents->state, ==, AMICUS_JOURNAL_WHOLE);
  g_assert_true (g_bytes_equal (contents->text, model_get_text (self)));
  g_assert_cmpuint (history->position, <=, self->position);
  g_assert_cmpuint (history->steps->len + forgotten, ==, self->steps->len);
  g_assert_true (g_bytes_equal (history->base, texts[0]));
  g_assert_cmpint (history->saved, ==,
                   self->saved < (int) forgotten ? -1 : self->saved - (int) forgotten);
  g_assert_cmpint (history->n_unsaved == 0, ==, self->saved == (int) self->position);
  for (guint i = 0; i < history->steps->len; i++)
    {
      const AmicusJournalStep *step = history->steps->pdata[i];

      assert_leads (step->patches, texts[i], texts[i + 1]);
      g_assert_nonnull (step->inverses);
      assert_leads (step->inverses, texts[i + 1], texts[i]);
      g_assert_cmpstr (step->name, ==, "Ändern");
    }
}

/* In memory, if there is such a place: a disk takes its time for every fsync. */
char *
journal_make_folder ( void)
{
  g_autofree char *folder = g_strdup ("/dev/shm/amicus-journal-XXXXXX");

  if (g_mkdtemp (folder) == NULL)
    {
      g_free (folder);
      folder = g_dir_make_tmp ("amicus-journal-XXXXXX", NULL);
    }
  g_assert_nonnull (folder);

  return g_build_filename (folder, "amicus", NULL);
}

/* Names in the order of the folder, which is any. */
GPtrArray *
journal_list_files (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (files, g_build_filename (folder, name, NULL));

  return files;
}

void
journal_remove_folder (char *folder)
{
  g_autoptr (GPtrArray) files = journal_list_files (folder);
  g_autofree char *parent = g_path_get_dirname (folder);

  for (guint i = 0; i < files->len; i++)
    g_assert_cmpint (g_remove (files->pdata[i]), ==, 0);
  g_rmdir (folder);
  g_rmdir (parent);
  g_free (folder);
}

GBytes *
journal_load (const char *file)
{
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (file, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

void
journal_set_up (JournalFixture *fixture,
                gconstpointer   data)
{
  fixture->folder = journal_make_folder ();
  fixture->other = journal_make_folder ();
  fixture->folders[0] = fixture->folder;
  fixture->folders[1] = fixture->other;
  fixture->folders[2] = NULL;
  model_init (&fixture->model, 1, fixture->folders, JOURNAL_PATH);
}

void
journal_tear_down (JournalFixture *fixture,
                   gconstpointer   data)
{
  model_clear (&fixture->model);
  journal_remove_folder (fixture->folder);
  journal_remove_folder (fixture->other);
}

void
journal_work (Model *model,
              guint  n_steps)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_steps; i++)
    {
      model_step (model, &error);
      g_assert_no_error (error);
    }
}

void
journal_edit (Model *model)
{
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autoptr (GError) error = NULL;

  amicus_patch_add (patch, 0, 0, "x", 1);
  g_assert_true (model_do (model, patch, &error));
  g_assert_no_error (error);
}

void
journal_save (Model *model)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (model_save (model, &error));
  g_assert_no_error (error);
  g_assert_true (amicus_journal_sync (model->journal, &error));
  g_assert_no_error (error);
}

AmicusJournalContents *
journal_read_living (const Model *model)
{
  g_autofree char *file = amicus_journal_dup_file (model->journal);
  g_autoptr (GBytes) bytes = journal_load (file);
  g_autoptr (GError) error = NULL;
  AmicusJournalContents *contents = amicus_journal_read_bytes (bytes, &error);

  g_assert_no_error (error);
  return contents;
}

void
journal_check_living (const Model *model)
{
  g_autoptr (AmicusJournalContents) contents = journal_read_living (model);

  model_check (model, contents);
}

void
journal_assert_n_files (const char *folder,
                        guint       n)
{
  g_autoptr (GPtrArray) files = journal_list_files (folder);

  g_assert_cmpuint (files->len, ==, n);
}
