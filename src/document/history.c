/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-document"

#include "document/history.h"

/**
 * Step:
 * @name: for people
 * @forth: patches in the order in which they are applied
 * @back: those that undo them, in that order
 */
typedef struct
{
  char *name;
  GPtrArray *forth;
  GPtrArray *back;
} Step;

struct _AmicusHistory
{
  GArray *steps;
  guint n_done;
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
  Step step = { g_strdup (name), g_ptr_array_ref (patches), NULL };

  g_return_if_fail (self != NULL && patches->len == inverses->len);

  step.back = amicus_history_new_list ();
  for (guint i = inverses->len; i > 0; i--)
    g_ptr_array_add (step.back, amicus_patch_ref (g_ptr_array_index (inverses, i - 1)));

  g_array_set_size (self->steps, self->n_done);
  g_array_append_val (self->steps, step);
  self->n_done++;
}

static const Step *
get_step (const AmicusHistory *self,
          guint                nth)
{
  return &g_array_index (self->steps, Step, nth);
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
