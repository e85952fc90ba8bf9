/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-document"

#include "document/history.h"

/**
 * Step:
 * @name: for people
 * @forth: patches in the order in which they are applied
 * @back: those that undo them, in that order
 * @mark: of the text that it leads to
 */
typedef struct
{
  char *name;
  GPtrArray *forth;
  GPtrArray *back;
  guint mark;
} Step;

struct _AmicusHistory
{
  GArray *steps;
  guint n_done;
  guint mark; /* of the text before the first step */
};

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_ptr_array_unref (step->forth);
  g_ptr_array_unref (step->back);
}

/**
 * amicus_history_new:
 *
 * Returns: (transfer full): a history without steps
 */
AmicusHistory *
amicus_history_new (void)
{
  AmicusHistory *self = g_new0 (AmicusHistory, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, clear_step);

  return self;
}

/**
 * amicus_history_free:
 * @self: (transfer full): a history
 */
void
amicus_history_free (AmicusHistory *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->steps);
  g_free (self);
}

static void
unref_patch (gpointer patch)
{
  amicus_patch_unref (patch);
}

/**
 * amicus_history_new_list:
 *
 * Returns: (transfer full) (element-type AmicusPatch): an empty array that keeps patches
 */
GPtrArray *
amicus_history_new_list (void)
{
  return g_ptr_array_new_with_free_func (unref_patch);
}

/**
 * amicus_history_append:
 * @self: a history
 * @name: what the step is called, for people
 * @forth: (element-type AmicusPatch): what does it, in its order
 * @back: (element-type AmicusPatch): what takes it back, in its order
 *
 * Adds a step that can be redone after all others.
 */
void
amicus_history_append (AmicusHistory *self,
                       const char    *name,
                       GPtrArray     *forth,
                       GPtrArray     *back)
{
  Step step = { g_strdup (name), g_ptr_array_ref (forth), g_ptr_array_ref (back), 0 };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->steps, step);
}

/**
 * amicus_history_add:
 * @self: a history
 * @name: what the step is called, for people
 * @patches: (element-type AmicusPatch): what was done, in its order
 * @inverses: (element-type AmicusPatch): what undoes each of them
 *
 * Adds a step that was done. Those that were undone are forgotten.
 */
void
amicus_history_add (AmicusHistory *self,
                    const char    *name,
                    GPtrArray     *patches,
                    GPtrArray     *inverses)
{
  g_autoptr (GPtrArray) back = NULL;

  g_return_if_fail (self != NULL && patches->len == inverses->len);

  back = amicus_history_new_list ();
  for (guint i = inverses->len; i > 0; i--)
    g_ptr_array_add (back, amicus_patch_ref (g_ptr_array_index (inverses, i - 1)));

  g_array_set_size (self->steps, self->n_done);
  amicus_history_append (self, name, patches, back);
  self->n_done++;
}

static Step *
get_step (const AmicusHistory *self,
          guint                nth)
{
  return &g_array_index (self->steps, Step, nth);
}

/**
 * amicus_history_get_place:
 * @self: a history
 *
 * Returns: how many steps are done
 */
guint
amicus_history_get_place (const AmicusHistory *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_done;
}

/**
 * amicus_history_set_place:
 * @self: a history
 * @n_done: how many steps are done in the text as it is now
 */
void
amicus_history_set_place (AmicusHistory *self,
                          guint          n_done)
{
  g_return_if_fail (self != NULL && n_done <= self->steps->len);

  self->n_done = n_done;
}

/**
 * amicus_history_set_mark:
 * @self: a history
 * @mark: a number; 0 for none
 *
 * Marks the text as it is now.
 */
void
amicus_history_set_mark (AmicusHistory *self,
                         guint          mark)
{
  g_return_if_fail (self != NULL);

  if (self->n_done == 0)
    self->mark = mark;
  else
    get_step (self, self->n_done - 1)->mark = mark;
}

/**
 * amicus_history_get_mark:
 * @self: a history
 *
 * Returns: the mark of the text as it is now
 */
guint
amicus_history_get_mark (const AmicusHistory *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_done == 0 ? self->mark : get_step (self, self->n_done - 1)->mark;
}

/**
 * amicus_history_get_undo:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): name of the step that would be undone
 */
const char *
amicus_history_get_undo (const AmicusHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->n_done > 0 ? get_step (self, self->n_done - 1)->name : NULL;
}

/**
 * amicus_history_get_redo:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): name of the step that would be redone
 */
const char *
amicus_history_get_redo (const AmicusHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->n_done < self->steps->len ? get_step (self, self->n_done)->name : NULL;
}

/**
 * amicus_history_undo:
 * @self: a history
 *
 * Goes back one step.
 *
 * Returns: (transfer none) (nullable) (element-type AmicusPatch): what is to be applied for it
 */
GPtrArray *
amicus_history_undo (AmicusHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->n_done > 0 ? get_step (self, --self->n_done)->back : NULL;
}

/**
 * amicus_history_redo:
 * @self: a history
 *
 * Goes forth one step.
 *
 * Returns: (transfer none) (nullable) (element-type AmicusPatch): what is to be applied for it
 */
GPtrArray *
amicus_history_redo (AmicusHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->n_done < self->steps->len ? get_step (self, self->n_done++)->forth : NULL;
}
