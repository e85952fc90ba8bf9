/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the value of an attribute is written, for people and in the file. */

#pragma once

#include "app/inspector/subject.h"

G_BEGIN_DECLS

/**
 * AmicusWriting:
 * @AMICUS_WRITING_TEXT: a line to be read
 * @AMICUS_WRITING_LONG: lines to be read
 * @AMICUS_WRITING_LIST: items
 * @AMICUS_WRITING_DATE: EDTF
 * @AMICUS_WRITING_COUNTRY: ISO 3166
 * @AMICUS_WRITING_LINK: an address
 * @AMICUS_WRITING_AMOUNT: a number, with a currency beside it
 * @AMICUS_WRITING_RAW: as the file has it
 */
typedef enum
{
  AMICUS_WRITING_TEXT,
  AMICUS_WRITING_LONG,
  AMICUS_WRITING_LIST,
  AMICUS_WRITING_DATE,
  AMICUS_WRITING_COUNTRY,
  AMICUS_WRITING_LINK,
  AMICUS_WRITING_AMOUNT,
  AMICUS_WRITING_RAW,
} AmicusWriting;

/* What somebody edits, for what the file has; NULL is empty. */
char *amicus_writing_to_text   (AmicusWriting           form,
                             const char          *value) G_GNUC_WARN_UNUSED_RESULT;
/* What the file will have. */
char *amicus_writing_to_value  (AmicusWriting           form,
                             const char          *text,
                             const char          *language) G_GNUC_WARN_UNUSED_RESULT;
/* What is understood of a text, or why nothing is; NULL where there is nothing to say. @wrong: whether it is no value
 * of the form */
char *amicus_writing_explain   (AmicusWriting           form,
                             const char          *text,
                             const char          *language,
                             gboolean            *wrong) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
