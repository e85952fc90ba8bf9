/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which engine draws when none was asked for. */

#pragma once

#include "layout/layout.h"

AmicusLayoutRequest *amicus_choose (AmicusLayoutRequest *request) G_GNUC_WARN_UNUSED_RESULT;
