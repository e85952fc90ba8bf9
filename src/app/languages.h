/* SPDX-License-Identifier: GPL-3.0-or-later
 * In which languages a graph can be shown. */

#pragma once

#include "document/survey.h"

G_BEGIN_DECLS

/* Codes of the languages that the program or the file's labels speak. */
char **amicus_languages_of  (const AmicusSurvey *survey) G_GNUC_WARN_UNUSED_RESULT;
/* What its speakers call it. */
char  *amicus_language_name (const char         *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
