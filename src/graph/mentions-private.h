/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/mentions.h"

G_BEGIN_DECLS

void amicus_mentions_add         (AmicusMentions *self,
                                  AmicusMention   mention);
void amicus_mentions_add_pair    (AmicusMentions *self,
                                  AmicusPair      pair);
void amicus_mentions_add_opening (AmicusMentions *self,
                                  AmicusOpening   opening);

G_END_DECLS
