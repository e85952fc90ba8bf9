/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which kinds of relations two entities are likely to have. */

#pragma once

#include "graph/vocabulary.h"

G_BEGIN_DECLS

/* Every kind of relation once, as words of the file; the @n_likely first ones suit what the two are. */
GPtrArray *amicus_offer_relation_kinds (AmicusKind  tail,
                                        AmicusKind  head,
                                        guint      *n_likely) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
