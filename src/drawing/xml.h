/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes XML: the one place where text becomes markup. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmicusXml:
 *
 * A document being written. Names of elements and attributes are the program's own; every text goes through the
 * writer, which lets no character through that could end it or that XML forbids.
 */
typedef struct _AmicusXml AmicusXml;

AmicusXml *amicus_xml_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       amicus_xml_free          (AmicusXml  *self);

void       amicus_xml_open          (AmicusXml  *self,
                                     const char *element);
void       amicus_xml_attribute     (AmicusXml  *self,
                                     const char *name,
                                     const char *value);
void       amicus_xml_number        (AmicusXml  *self,
                                     const char *name,
                                     double      value);
void       amicus_xml_text          (AmicusXml  *self,
                                     const char *text);
void       amicus_xml_close         (AmicusXml  *self);
GBytes    *amicus_xml_finish        (AmicusXml  *self) G_GNUC_WARN_UNUSED_RESULT;

void       amicus_xml_append_number (GString    *string,
                                     double      value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusXml, amicus_xml_free)

G_END_DECLS
