/* SPDX-License-Identifier: GPL-3.0-or-later
 * The blocks of settings that an element has, and what stands in them. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/attributes-private.h"

guint64
amicus_attributes_block_key (guint32 block)
{
  return (guint64) (AMICUS_TARGET_EDGE + 1) << 32 | block;
}

guint64
amicus_attributes_element_key (AmicusTarget target,
                               guint32 element)
{
  return (guint64) target << 32 | element;
}

/* Where the replacement of a key is or would be. */
static guint
find_place (const GArray *replaced,
            guint64 key)
{
  guint low = 0;
  guint high = replaced->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (replaced, Replacement, middle).key < key)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static const Replacement *
find_replacement (const Attributes *self,
                  guint64 key)
{
  const GArray *replaced = self->replaced;
  guint at;

  if (replaced == NULL)
    return NULL;

  at = find_place (replaced, key);
  if (at == replaced->len || g_array_index (replaced, Replacement, at).key != key)
    return NULL;

  return &g_array_index (replaced, Replacement, at);
}

/* Of a revised graph: puts a block in the place of another one, or of none. */
void
amicus_attributes_replace (Attributes *self,
                           guint64 key,
                           guint32 block)
{
  Replacement replacement = { key, block };
  guint at = find_place (self->replaced, key);

  if (at < self->replaced->len && g_array_index (self->replaced, Replacement, at).key == key)
    g_array_index (self->replaced, Replacement, at).block = block;
  else
    g_array_insert_val (self->replaced, at, replacement);
}

Setting *
amicus_attributes_get_settings (Attributes *self,
                                guint32 block,
                                guint *n_settings)
{
  const Replacement *replacement =
    find_replacement (self, amicus_attributes_block_key (block));
  guint32 first;
  guint32 end = self->settings->len;

  if (replacement != NULL)
    block = replacement->block;
  if (block == NO_BLOCK)
    {
      *n_settings = 0;
      return NULL;
    }

  first = g_array_index (self->blocks, guint32, block);
  if (block + 1 < self->blocks->len)
    end = g_array_index (self->blocks, guint32, block + 1);
  *n_settings = end - first;

  return &g_array_index (self->settings, Setting, first);
}

guint
amicus_attributes_count_blocks (Attributes *self,
                                AmicusTarget target,
                                guint32 element)
{
  const Applications *applied = &self->applied[target];

  if (g_array_index (applied->first, guint32, element) == NO_BLOCK)
    return find_replacement (self, amicus_attributes_element_key (target, element)) != NULL ? 1 : 0;
  if (applied->blocks == NULL)
    return 1;

  return 1 + applied->starts[element + 1] - applied->starts[element];
}

guint32
amicus_attributes_get_block (Attributes *self,
                             AmicusTarget target,
                             guint32 element,
                             guint nth)
{
  const Applications *applied = &self->applied[target];
  guint32 first = g_array_index (applied->first, guint32, element);

  if (nth > 0)
    return applied->blocks[applied->starts[element] + nth - 1];
  if (first == NO_BLOCK)
    return find_replacement (self, amicus_attributes_element_key (target, element))->block;

  return first;
}

Setting *
amicus_attributes_find_in_block (Attributes *self,
                                 guint32 block,
                                 AmicusString name)
{
  guint n_settings;
  Setting *settings = amicus_attributes_get_settings (self, block, &n_settings);
  guint low = 0;
  guint high = n_settings;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (settings[middle].name < name)
        low = middle + 1;
      else
        high = middle;
    }

  return low < n_settings && settings[low].name == name ? &settings[low] : NULL;
}

Setting *
amicus_attributes_find_own (Attributes *self,
                            AmicusTarget target,
                            guint32 element,
                            AmicusString name)
{
  for (guint i = amicus_attributes_count_blocks (self, target, element); i > 0; i--)
    {
      guint32 block = amicus_attributes_get_block (self, target, element, i - 1);
      Setting *found = amicus_attributes_find_in_block (self, block, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
amicus_attributes_list_own (Attributes *self,
                            AmicusTarget target,
                            guint32 element,
                            GArray *names)
{
  guint n_blocks = amicus_attributes_count_blocks (self, target, element);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint n_settings;
      guint32 block = amicus_attributes_get_block (self, target, element, i);
      const Setting *settings = amicus_attributes_get_settings (self, block, &n_settings);

      for (guint j = 0; j < n_settings; j++)
        {
          AmicusString name = settings[j].name;

          g_array_append_val (names, name);
        }
    }
}
