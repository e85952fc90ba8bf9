/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/layout.h"

static const char * const words[AMICUS_N_ENGINES] = {
  [AMICUS_ENGINE_AUTO] = "auto",       [AMICUS_ENGINE_DOT] = "dot",
  [AMICUS_ENGINE_NEATO] = "neato",     [AMICUS_ENGINE_FDP] = "fdp",
  [AMICUS_ENGINE_SFDP] = "sfdp",       [AMICUS_ENGINE_TWOPI] = "twopi",
  [AMICUS_ENGINE_CIRCO] = "circo",     [AMICUS_ENGINE_OSAGE] = "osage",
  [AMICUS_ENGINE_BUILTIN] = "builtin",
};

/**
 * amicus_engine_to_word:
 * @engine: an engine
 *
 * Returns: the engine's word on the command line, in settings and in files
 */
const char *
amicus_engine_to_word (AmicusEngine engine)
{
  g_return_val_if_fail (engine < AMICUS_N_ENGINES, NULL);

  return words[engine];
}

/**
 * amicus_engine_from_word:
 * @word: (nullable): a word
 * @engine: (out): the engine it names; left alone when it names none
 *
 * Returns: whether @word names an engine
 */
gboolean
amicus_engine_from_word (const char   *word,
                         AmicusEngine *engine)
{
  g_return_val_if_fail (engine != NULL, FALSE);

  for (guint i = 0; word != NULL && i < AMICUS_N_ENGINES; i++)
    if (g_str_equal (word, words[i]))
      {
        *engine = (AmicusEngine) i;
        return TRUE;
      }

  return FALSE;
}
