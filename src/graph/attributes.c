/* SPDX-License-Identifier: GPL-3.0-or-later
 * What statements set on entities and relations. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/attributes-private.h"

#include <string.h>

#include "base/memory.h"

/* Makes room for about @n_statements. */
void
amicus_attributes_init (Attributes *self,
                        AmicusSyntax *syntax,
                        guint n_statements)
{
  self->syntax = syntax;
  self->names = amicus_strings_new ();
  self->strings = amicus_strings_new ();
  self->settings = amicus_memory_new_array (sizeof (Setting), n_statements * 2);
  self->blocks = amicus_memory_new_array (sizeof (guint32), n_statements);
  self->statements = amicus_memory_new_array (sizeof (AmicusStatement), n_statements);
  /* The empty name is there from the beginning. */
  self->name_places = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->name_places, 1);
  for (guint i = 0; i < G_N_ELEMENTS (self->applied); i++)
    {
      self->applied[i].first = amicus_memory_new_array (sizeof (guint32), n_statements);
      self->applied[i].log = g_array_new (FALSE, FALSE, sizeof (Application));
    }
  self->buffer = g_string_new (NULL);
  amicus_attributes_init_defaults (self);
}

void
amicus_attributes_clear (Attributes *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->applied); i++)
    {
      g_array_unref (self->applied[i].first);
      g_clear_pointer (&self->applied[i].log, g_array_unref);
      g_free (self->applied[i].starts);
      g_free (self->applied[i].blocks);
    }
  amicus_attributes_clear_defaults (self);
  g_array_unref (self->settings);
  g_array_unref (self->blocks);
  g_array_unref (self->statements);
  g_array_unref (self->name_places);
  amicus_strings_free (self->names);
  amicus_strings_free (self->strings);
  g_string_free (self->buffer, TRUE);
}

/* The value that a token means, up to a zero byte: everything else takes strings to end there, and
 * two names that look the same would be two. */
const char *
amicus_attributes_read_token (Attributes *self,
                              const AmicusToken *token,
                              gsize *length)
{
  const char *value = amicus_token_get_value (token, self->buffer, length);

  if (token->type == AMICUS_TOKEN_QUOTED || token->type == AMICUS_TOKEN_HTML)
    *length = strnlen (value, *length);

  return value;
}

/* The number of the value that a token means. */
AmicusString
amicus_attributes_intern (Attributes *self,
                          const AmicusToken *token)
{
  gsize length;
  const char *value = amicus_attributes_read_token (self, token, &length);

  return amicus_strings_intern (self->strings, value, length);
}

/* The number of a name that stands at @place. */
AmicusString
amicus_attributes_intern_name (Attributes *self,
                               const char *name,
                               gsize length,
                               guint32 place)
{
  AmicusString number = amicus_strings_intern (self->names, name, length) & MAX_NAMES;

  while (self->name_places->len <= number)
    g_array_append_val (self->name_places, place);

  return number;
}

/* A setting that has a value. */
Setting
amicus_attributes_read (Attributes *self,
                        const AmicusSetting *given,
                        guint32 place)
{
  Setting setting = { .type = given->value.type & 7 };
  gsize length;
  const char *name = amicus_attributes_read_token (self, &given->name, &length);

  setting.name = amicus_attributes_intern_name (self, name, length, place) & MAX_NAMES;
  setting.value = (guint32) amicus_syntax_get_offset (self->syntax, given->value.bytes);

  return setting;
}

const char *
amicus_attributes_get_value (Attributes *self,
                             Setting *setting)
{
  if (setting == NULL)
    return NULL;

  if (!setting->is_read)
    {
      AmicusToken token;

      amicus_syntax_get_token (self->syntax, setting->value, &token);
      setting->value = amicus_attributes_intern (self, &token);
      setting->is_read = TRUE;
    }

  return setting->value == 0 ? NULL : amicus_strings_get (self->strings, setting->value);
}

static int
compare_settings (gconstpointer a,
                  gconstpointer b,
                  gpointer unused)
{
  const Setting *first = a;
  const Setting *second = b;

  return (first->name > second->name) - (first->name < second->name);
}

static gboolean
is_sorted (const Setting *settings,
           guint n_settings)
{
  for (guint i = 1; i < n_settings; i++)
    if (settings[i - 1].name >= settings[i].name)
      return FALSE;

  return TRUE;
}

/* Sorts by name; of several settings of a name the last stays. Returns how many stay. */
static guint
sort_settings (Setting *settings,
               guint n_settings)
{
  guint n = 0;

  if (is_sorted (settings, n_settings))
    return n_settings;

  /* Stable, unlike qsort(). */
  g_qsort_with_data (settings, (gint) n_settings, sizeof *settings,
                     compare_settings, NULL);
  for (guint i = 0; i < n_settings; i++)
    if (i + 1 == n_settings || settings[i].name != settings[i + 1].name)
      settings[n++] = settings[i];

  return n;
}

/* Keeps the settings of a statement; reorders @settings. */
guint32
amicus_attributes_add_block (Attributes *self,
                             AmicusStatement statement,
                             GArray *settings)
{
  guint32 first = self->settings->len;
  guint n_settings;

  if (settings->len == 0)
    return NO_BLOCK;

  n_settings = sort_settings ((Setting *) (gpointer) settings->data, settings->len);
  g_array_append_vals (self->settings, settings->data, n_settings);
  g_array_append_val (self->blocks, first);
  g_array_append_val (self->statements, statement);

  return self->blocks->len - 1;
}

static void
extend_blocks (GArray *blocks,
               guint n)
{
  const guint32 none = NO_BLOCK;

  while (blocks->len < n)
    g_array_append_val (blocks, none);
}

void
amicus_attributes_apply (Attributes *self,
                         AmicusTarget target,
                         guint32 element,
                         guint32 block)
{
  Applications *applied = &self->applied[target];
  Application application = { element, block };
  guint32 *first;

  if (block == NO_BLOCK)
    return;

  extend_blocks (applied->first, element + 1);
  first = &g_array_index (applied->first, guint32, element);
  if (*first == NO_BLOCK)
    *first = block;
  else
    g_array_append_val (applied->log, application);
}

/* A counting sort, which keeps the order of the statements. */
static void
sort_applications (Applications *applied,
                   guint n_elements)
{
  const Application *log = (const Application *) (gpointer) applied->log->data;
  guint n = applied->log->len;

  applied->starts = g_new0 (guint32, (gsize) n_elements + 2);
  applied->blocks = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    applied->starts[log[i].element + 2]++;
  for (guint i = 2; i <= n_elements; i++)
    applied->starts[i] += applied->starts[i - 1];
  for (guint i = 0; i < n; i++)
    applied->blocks[applied->starts[log[i].element + 1]++] = log[i].block;
}

void
amicus_attributes_finish (Attributes *self,
                          const guint *n_elements)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->applied); i++)
    {
      Applications *applied = &self->applied[i];

      extend_blocks (applied->first, n_elements[i]);
      if (applied->log->len > 0)
        sort_applications (applied, n_elements[i]);
      g_clear_pointer (&applied->log, g_array_unref);
    }
  amicus_attributes_finish_defaults (self);
}
