/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which elements are selected after a choice: arrays of AmicusElement in the order of choosing. */

#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * AmicusSelectMode:
 * @AMICUS_SELECT_REPLACE: only these are selected
 * @AMICUS_SELECT_ADD: these as well
 * @AMICUS_SELECT_TOGGLE: those that were not selected are, the others no longer
 */
typedef enum
{
  AMICUS_SELECT_REPLACE,
  AMICUS_SELECT_ADD,
  AMICUS_SELECT_TOGGLE,
} AmicusSelectMode;

GArray   *amicus_selection_choose (GArray              *before,
                                   const AmicusElement *elements,
                                   guint                n_elements,
                                   AmicusSelectMode     mode) G_GNUC_WARN_UNUSED_RESULT;
gboolean  amicus_selection_equal  (GArray              *a,
                                   GArray              *b);

G_END_DECLS
