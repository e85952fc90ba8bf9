/* SPDX-License-Identifier: GPL-3.0-or-later
 * One command of `amicus-cli edit`, as it was read, and what it does. */

#pragma once

#include "cli/command.h"
#include "document/document.h"
#include "dot/edit.h"
#include "graph/name.h"

G_BEGIN_DECLS

/**
 * Call:
 * @ids: the IDs behind its name
 * @key: of the relation that is meant, or %NULL
 * @nth: which of several, from 1; 0 where none is chosen
 * @names: what stands behind, `NAME=VALUE` cut in two
 * @values: the same; %NULL where only a name stood
 */
typedef struct
{
  AmicusDocument *document;
  char **ids;
  const char *key;
  guint nth;
  GPtrArray *names;
  GPtrArray *values;
} Call;

/* The settings of a command. */
AmicusValue *amicus_call_list_values    (const Call        *call) G_GNUC_WARN_UNUSED_RESULT;
/* The value of a setting that has a meaning for one command only; NULL where it is not given. */
const char  *amicus_call_find_value     (const Call        *call,
                                         const char        *name);
/* FALSE after a message if there is a setting of another name. */
gboolean     amicus_call_has_only       (const Call        *call,
                                         const char        *first,
                                         const char        *second);
gboolean     amicus_call_set_all        (const Call        *call,
                                         const AmicusName  *name,
                                         GError           **error);
gboolean     amicus_call_cite           (const Call        *call,
                                         const AmicusName  *name,
                                         const char        *source,
                                         GError           **error);

/* Each does what its name says; FALSE after an error or a message. */
gboolean     amicus_verb_set            (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_add            (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_connect        (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_rename         (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_remove         (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_set_edge       (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_disconnect     (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_reverse        (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_merge          (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_pin            (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_unpin          (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_duplicate      (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_duplicate_edge (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_retarget       (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_add_source     (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_cite           (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_cite_edge      (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_group          (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_ungroup        (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_move           (const Call  *call,
                                         GError     **error);
gboolean     amicus_verb_leave          (const Call  *call,
                                         GError     **error);

G_END_DECLS
