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

/* @seen_from: entity whose relations are listed, or AMICUS_NO_INDEX */
void  amicus_line_init   (AmicusLine          *line,
                          const AmicusSubject *subject,
                          guint32              seen_from);
void  amicus_line_clear  (AmicusLine          *line);

/* @text: anything that a file may hold */
char *amicus_words_show  (const char          *text) G_GNUC_WARN_UNUSED_RESULT;
char *amicus_words_name  (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
/* NULL for a kind that is not given. */
char *amicus_words_kind  (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
/* When a relation held or an entity was; NULL where nothing says so. */
char *amicus_words_dates (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmicusLine, amicus_line_clear)

G_END_DECLS
