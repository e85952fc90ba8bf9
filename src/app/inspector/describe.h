/* SPDX-License-Identifier: GPL-3.0-or-later
 * Elements in a few words: plain text, ready to be shown. */

#pragma once

#include "app/inspector/subject.h"

G_BEGIN_DECLS

/**
 * AmicusLine:
 * @title: name, or both ends of a relation
 * @subtitle: kind, status, date
 * @spoken: both as one phrase, with no sign that a screen reader would leave out
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *spoken;
} AmicusLine;

void  amicus_line_clear           (AmicusLine          *line);

/* @text, @word: anything that a file may hold */
char *amicus_describe_text        (const char          *text) G_GNUC_WARN_UNUSED_RESULT;
char *amicus_describe_word        (const char          *word) G_GNUC_WARN_UNUSED_RESULT;

char *amicus_describe_name        (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
/* NULL for a kind that is not given. */
char *amicus_describe_kind        (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
/* When a relation held or an entity was; NULL where nothing says so. */
char *amicus_describe_dates       (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
/* @seen_from: entity whose relations are listed, or AMICUS_NO_INDEX */
void  amicus_describe_element     (const AmicusSubject *subject,
                                   guint32              seen_from,
                                   AmicusLine          *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmicusLine, amicus_line_clear)

G_END_DECLS
