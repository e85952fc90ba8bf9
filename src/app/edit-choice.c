/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/edit-choice.h"

struct _AmicusChoice
{
  GObject parent_instance;

  char *id;
  char *words;
  char *quiet;
};

G_DEFINE_FINAL_TYPE (AmicusChoice, amicus_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_WORDS,
  N_PROPS,
};

static void
amicus_choice_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, AMICUS_CHOICE (object)->words);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amicus_choice_finalize (GObject *object)
{
  AmicusChoice *self = AMICUS_CHOICE (object);

  g_free (self->id);
  g_free (self->words);
  g_free (self->quiet);

  G_OBJECT_CLASS (amicus_choice_parent_class)->finalize (object);
}

static void
amicus_choice_class_init (AmicusChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amicus_choice_get_property;
  object_class->finalize = amicus_choice_finalize;

  g_object_class_install_property (object_class, PROP_WORDS,
                                   g_param_spec_string ("words", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
amicus_choice_init (AmicusChoice *self)
{
}

/**
 * amicus_choice_new:
 * @id: what it is to the program
 * @words: what it is called
 * @quiet: (nullable): what more there is to say
 *
 * Returns: (transfer full): a choice
 */
AmicusChoice *
amicus_choice_new (const char *id,
                   const char *words,
                   const char *quiet)
{
  AmicusChoice *self = g_object_new (AMICUS_TYPE_CHOICE, NULL);

  self->id = g_strdup (id);
  self->words = g_strdup (words);
  self->quiet = g_strdup (quiet);

  return self;
}

const char *
amicus_choice_get_id (AmicusChoice *self)
{
  g_return_val_if_fail (AMICUS_IS_CHOICE (self), NULL);

  return self->id;
}

const char *
amicus_choice_get_words (AmicusChoice *self)
{
  g_return_val_if_fail (AMICUS_IS_CHOICE (self), NULL);

  return self->words;
}

const char *
amicus_choice_get_quiet (AmicusChoice *self)
{
  g_return_val_if_fail (AMICUS_IS_CHOICE (self), NULL);

  return self->quiet;
}
