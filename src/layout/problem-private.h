/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person is told when an engine gives no layout. */

#pragma once

#include "layout/layout.h"

G_BEGIN_DECLS

GError *amicus_layout_problem_new (AmicusLayoutError  code,
                                   AmicusEngine       engine) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
