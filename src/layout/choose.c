/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/choose-private.h"

/**
 * amicus_choose_engine:
 * @request: a request
 *
 * Returns: the engine asked for, or the one that suits the graph; never %AMICUS_ENGINE_AUTO
 */
AmicusEngine
amicus_choose_engine (const AmicusLayoutRequest *request)
{
  return request->engine == AMICUS_ENGINE_AUTO ? AMICUS_ENGINE_BUILTIN : request->engine;
}
