/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which engine draws when none was asked for. */

#pragma once

#include "layout/layout.h"

AmicusEngine amicus_choose_engine (const AmicusLayoutRequest *request);
