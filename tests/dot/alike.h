/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changes of a text, and whether what came of it is what a new reading gives. */

#pragma once

#include "base/patch.h"
#include "dot/syntax.h"

/* One to three changes, mostly inside of statements, of which many break them. */
AmicusPatch *make_random_patch  (GRand        *rand,
                                 AmicusSyntax *syntax) G_GNUC_WARN_UNUSED_RESULT;

/* What is wrong, or NULL. All that can be asked of a syntax is asked; of @syntax in pieces as long as
 * it is. */
char        *compare_syntaxes   (AmicusSyntax *syntax,
                                 AmicusSyntax *expected) G_GNUC_WARN_UNUSED_RESULT;
