/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reading a file that a stranger may have prepared. */

#pragma once

#include "document/load.h"

G_BEGIN_DECLS

/* Name for people, without anything that could disturb the sentence it is put in. */
char   *amicus_document_describe_file (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;
void    amicus_document_set_too_large (GError       **error,
                                       const char    *name);
/* Blocks; never on anything but a regular file. */
GBytes *amicus_document_load          (GFile         *file,
                                       GCancellable  *cancellable,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
