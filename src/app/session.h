/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the widgets of a window share: the document, its picture, what is selected. */

#pragma once

#include "app/selection.h"
#include "document/document.h"
#include "drawing/picture.h"

G_BEGIN_DECLS

/**
 * AmicusSession:
 *
 * Widgets know the session and never each other.
 *
 * Property `document`: the open document or NULL.
 *
 * Signals:
 *
 * - `graph-changed`: the picture is of another graph: of another document, where nothing is selected or hovered yet, or
 *   after an edit, where the selection is already found again in the new graph.
 * - `selection-changed`
 * - `hover-changed`
 * - `options-changed`
 * - `reveal (const AmicusElement *element)`: whoever can show an element is asked to bring it into view.
 *
 * None is emitted when nothing changes.
 */
#define AMICUS_TYPE_SESSION (amicus_session_get_type ())
G_DECLARE_FINAL_TYPE (AmicusSession, amicus_session, AMICUS, SESSION, GObject)

/* @layouter: (nullable): NULL for one of its own with the installed worker. */
AmicusSession       *amicus_session_new                (AmicusLayouter       *layouter) G_GNUC_WARN_UNUSED_RESULT;

AmicusDocument      *amicus_session_get_document       (AmicusSession        *self);
void                 amicus_session_set_document       (AmicusSession        *self,
                                                        AmicusDocument       *document);
/* NULL without a document. */
AmicusGraph         *amicus_session_get_graph          (AmicusSession        *self);
/* Both only while `graph-changed` is emitted: NULL for another document, and an element of the graph before an edit. */
AmicusGraph         *amicus_session_get_former_graph   (AmicusSession        *self);
AmicusElement        amicus_session_follow             (AmicusSession        *self,
                                                        AmicusElement         element);
/* Never NULL. */
AmicusPicture       *amicus_session_get_picture        (AmicusSession        *self);

/* How the picture is drawn. */
const AmicusPictureOptions *
                     amicus_session_get_options        (AmicusSession        *self);
void                 amicus_session_set_scheme         (AmicusSession        *self,
                                                        AmicusScheme          scheme);
/* @language: (nullable): NULL for the locale's */
void                 amicus_session_set_language       (AmicusSession        *self,
                                                        const char           *language);
void                 amicus_session_set_engine         (AmicusSession        *self,
                                                        AmicusEngine          engine);
void                 amicus_session_set_rank_direction (AmicusSession        *self,
                                                        AmicusRankDirection   rank_direction);
void                 amicus_session_set_draw_sources   (AmicusSession        *self,
                                                        gboolean              draw_sources);

/* In the order in which they were selected; the last one is the primary. Valid until the selection changes. */
const AmicusElement *amicus_session_get_selection      (AmicusSession        *self,
                                                        guint                *n_elements);
/* AMICUS_ELEMENT_NONE when nothing is selected. */
AmicusElement        amicus_session_get_primary        (AmicusSession        *self);
gboolean             amicus_session_is_selected        (AmicusSession        *self,
                                                        AmicusElement         element);
void                 amicus_session_select             (AmicusSession        *self,
                                                        AmicusElement         element,
                                                        AmicusSelectMode      mode);
void                 amicus_session_select_many        (AmicusSession        *self,
                                                        const AmicusElement  *elements,
                                                        guint                 n_elements,
                                                        AmicusSelectMode      mode);
void                 amicus_session_clear_selection    (AmicusSession        *self);

/* The element under the pointer, here or in a list elsewhere; AMICUS_ELEMENT_NONE for none. */
AmicusElement        amicus_session_get_hover          (AmicusSession        *self);
void                 amicus_session_set_hover          (AmicusSession        *self,
                                                        AmicusElement         element);

/* Emits `reveal`. */
void                 amicus_session_reveal             (AmicusSession        *self,
                                                        AmicusElement         element);

G_END_DECLS
