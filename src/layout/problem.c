/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "config.h"

#include "layout/problem-private.h"

#include <glib/gi18n-lib.h>

/* Another engine that may do where this one did not; for the force-directed, the one that copes
 * with more. */
static const char *
other_engine (AmicusEngine engine)
{
  AmicusEngine other = engine == AMICUS_ENGINE_FDP ? AMICUS_ENGINE_SFDP : AMICUS_ENGINE_FDP;

  return amicus_engine_to_word (other);
}

/**
 * amicus_layout_problem_new:
 * @code: what happened
 * @engine: the engine that was asked
 *
 * Returns: (transfer full): an error that names the engine and offers another
 */
GError *
amicus_layout_problem_new (AmicusLayoutError code,
                           AmicusEngine      engine)
{
  const char *word = amicus_engine_to_word (engine), *other = other_engine (engine);

  /* Translators: in these messages the names in quotation marks are engines, such as dot */
  switch (code)
    {
    case AMICUS_LAYOUT_ERROR_WORKER_MISSING:
      return g_error_new (AMICUS_LAYOUT_ERROR, code,
                          _("The engine “%s” is not there: the program that runs Graphviz could not be "
                            "started. Use the built-in engine."), word);
    case AMICUS_LAYOUT_ERROR_SANDBOX:
      return g_error_new (AMICUS_LAYOUT_ERROR, code,
                          _("The engine “%s” was not run: this system does not offer the sandbox it must "
                            "be shut in. Use the built-in engine."), word);
    case AMICUS_LAYOUT_ERROR_CRASHED:
      return g_error_new (AMICUS_LAYOUT_ERROR, code,
                          _("The engine “%s” crashed on this graph. Try “%s” or the built-in engine."),
                          word, other);
    case AMICUS_LAYOUT_ERROR_TIMED_OUT:
      return g_error_new (AMICUS_LAYOUT_ERROR, code,
                          _("The engine “%s” took too long for this graph. Try “%s” or the built-in "
                            "engine."),
                          word, other);
    case AMICUS_LAYOUT_ERROR_BAD_REPLY:
      return g_error_new (AMICUS_LAYOUT_ERROR, code,
                          _("The answer of the engine “%s” made no sense. Try “%s” or the built-in "
                            "engine."),
                          word, other);
    case AMICUS_LAYOUT_ERROR_FAILED:
    default:
      return g_error_new (AMICUS_LAYOUT_ERROR, AMICUS_LAYOUT_ERROR_FAILED,
                          _("The engine “%s” found no layout for this graph. Try “%s” or the built-in "
                            "engine."),
                          word, other);
    }
}
