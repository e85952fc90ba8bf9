/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/selection.h"

static guint
element_hash (gconstpointer key)
{
  const AmicusElement *element = key;

  return element->id * 8 + element->kind;
}

static gboolean
element_equal (gconstpointer a,
               gconstpointer b)
{
  return amicus_element_equal (*(const AmicusElement *) a, *(const AmicusElement *) b);
}

/* The set of @elements, which it points to. */
static GHashTable *
element_set_new (const AmicusElement *elements,
                 guint                n_elements)
{
  GHashTable *set = g_hash_table_new (element_hash, element_equal);

  for (guint i = 0; i < n_elements; i++)
    g_hash_table_add (set, (gpointer) &elements[i]);
  return set;
}

/**
 * amicus_selection_choose:
 * @before: what was selected
 * @elements: (array length=n_elements): what is chosen now; empty ones and repetitions do not count
 * @n_elements: their number
 * @mode: what becomes of @before
 *
 * Returns: (transfer full): what is selected then, what was chosen last at the end
 */
GArray *
amicus_selection_choose (GArray              *before,
                         const AmicusElement *elements,
                         guint                n_elements,
                         AmicusSelectMode     mode)
{
  const AmicusElement *old = (const AmicusElement *) (gconstpointer) before->data;
  g_autoptr (GHashTable) was = element_set_new (old, before->len);
  g_autoptr (GHashTable) chosen = element_set_new (elements, n_elements);
  GArray *after = g_array_new (FALSE, FALSE, sizeof (AmicusElement));

  if (mode != AMICUS_SELECT_REPLACE)
    for (guint i = 0; i < before->len; i++)
      if (!g_hash_table_contains (chosen, &old[i]))
        g_array_append_val (after, old[i]);

  for (guint i = 0; i < n_elements; i++)
    if (elements[i].kind != AMICUS_ELEMENT_NONE &&
        !(mode == AMICUS_SELECT_TOGGLE && g_hash_table_contains (was, &elements[i])) &&
        g_hash_table_remove (chosen, &elements[i]))
      g_array_append_val (after, elements[i]);

  return after;
}

/**
 * amicus_selection_equal:
 * @a: a selection
 * @b: another one
 *
 * Returns: whether both hold the same elements in the same order
 */
gboolean
amicus_selection_equal (GArray *a,
                        GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!amicus_element_equal (g_array_index (a, AmicusElement, i),
                               g_array_index (b, AmicusElement, i)))
      return FALSE;
  return TRUE;
}
