/* SPDX-License-Identifier: GPL-3.0-or-later
 * Documents from a text, and the text that commands made of it. */

#pragma once

#include "document/commands.h"

AmicusDocument *open_text   (const char     *text) G_GNUC_WARN_UNUSED_RESULT;
void            assert_text (AmicusDocument *document,
                             const char     *expected);
/* What undo would undo, without the marks around names. */
void            assert_step (AmicusDocument *document,
                             const char     *expected);
/* Undoes one step, which leaves the text. */
void            assert_undone (AmicusDocument *document,
                               const char     *text);
