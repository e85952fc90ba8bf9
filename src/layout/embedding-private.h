/* SPDX-License-Identifier: GPL-3.0-or-later
 * The built-in engine's heart: places for the boxes of one connected network. */

#pragma once

#include "layout/box-private.h"
#include "layout/network-private.h"

#include <gio/gio.h>

/* Up to this size all pairs count, beyond it a few pivots stand for all. */
#define AMICUS_FULL_SIZE 500

/**
 * AmicusEmbeddingStyle:
 * @AMICUS_EMBEDDING_LEVEL: the longer way lies level
 * @AMICUS_EMBEDDING_UPRIGHT: the longer way stands upright
 * @AMICUS_EMBEDDING_KEPT: the boxes lie well as they are, but some are new
 * @AMICUS_EMBEDDING_CHARGED: level, and the boxes push each other apart, as suits the parts of a
 *   large picture
 */
typedef enum
{
  AMICUS_EMBEDDING_LEVEL,
  AMICUS_EMBEDDING_UPRIGHT,
  AMICUS_EMBEDDING_KEPT,
  AMICUS_EMBEDDING_CHARGED,
} AmicusEmbeddingStyle;

void amicus_embedding_find (AmicusBox            *boxes,
                            guint                 n,
                            const AmicusLink     *links,
                            guint                 n_links,
                            AmicusEmbeddingStyle  style,
                            guint64              *random,
                            GCancellable         *cancellable);
