/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/graph-private.h"

G_BEGIN_DECLS

void    amicus_graph_check          (AmicusGraph *self);
gboolean
        amicus_graph_has_fault      (AmicusGraph       *self,
                                     const AmicusParts *parts);
/* Citations in a value; AmicusCitation elements. */
GArray *amicus_graph_read_citations (AmicusGraph *self,
                                     const char  *cites) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
