/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-document"

#include "document/values.h"

#include <string.h>

static void
add_value (Values      *self,
           const char  *name,
           const char  *value,
           gboolean     html)
{
  const AmicusValue added = { g_string_chunk_insert_const (self->strings, name),
                              g_string_chunk_insert_const (self->strings, value), html };

  g_array_append_val (self->array, added);
}

Values *
amicus_values_new (AmicusGraph   *graph,
                   AmicusElement  element)
{
  Values *self = g_new (Values, 1);
  g_autoptr (GArray) attributes = amicus_graph_list_attributes (graph, element);

  self->array = g_array_new (FALSE, FALSE, sizeof (AmicusValue));
  self->strings = g_string_chunk_new (1024);
  for (guint i = 0; i < attributes->len; i++)
    {
      const AmicusAttribute *attribute = &g_array_index (attributes, AmicusAttribute, i);

      add_value (self, attribute->name, attribute->value, attribute->html);
    }

  return self;
}

void
amicus_values_free (Values *self)
{
  g_array_unref (self->array);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static guint
find_place (const Values *self,
            const char   *name)
{
  guint place = 0;

  while (place < self->array->len &&
         strcmp (g_array_index (self->array, AmicusValue, place).name, name) != 0)
    place++;

  return place;
}

const char *
amicus_values_find (const Values *self,
                    const char   *name)
{
  guint place = find_place (self, name);

  return place < self->array->len ? g_array_index (self->array, AmicusValue, place).value : NULL;
}

void
amicus_values_put (Values     *self,
                   const char *name,
                   const char *value)
{
  guint place = find_place (self, name);

  if (value == NULL || *value == '\0')
    {
      if (place < self->array->len)
        g_array_remove_index (self->array, place);
    }
  else if (place < self->array->len)
    {
      AmicusValue *found = &g_array_index (self->array, AmicusValue, place);

      found->value = g_string_chunk_insert_const (self->strings, value);
      found->html = FALSE;
    }
  else
    add_value (self, name, value, FALSE);
}

void
amicus_values_fill (Values       *self,
                    const Values *other)
{
  for (guint i = 0; i < other->array->len; i++)
    {
      const AmicusValue *value = &g_array_index (other->array, AmicusValue, i);

      if (amicus_values_find (self, value->name) == NULL)
        add_value (self, value->name, value->value, value->html);
    }
}

const AmicusValue *
amicus_values_get (const Values *self,
                   guint        *n_values)
{
  *n_values = self->array->len;

  return (const AmicusValue *) (gpointer) self->array->data;
}

gboolean
amicus_values_equal (const Values *self,
                     const Values *other)
{
  if (self->array->len != other->array->len)
    return FALSE;
  for (guint i = 0; i < self->array->len; i++)
    {
      const AmicusValue *value = &g_array_index (self->array, AmicusValue, i);
      guint place = find_place (other, value->name);
      const AmicusValue *found = &g_array_index (other->array, AmicusValue, place);

      if (place == other->array->len || strcmp (found->value, value->value) != 0 || found->html != value->html)
        return FALSE;
    }

  return TRUE;
}
