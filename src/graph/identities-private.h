/* SPDX-License-Identifier: GPL-3.0-or-later
 * Relations found again by their ends and key. */

#pragma once

#include "graph/graph-private.h"

G_BEGIN_DECLS

/* Stands for any key. */
#define ANY_KEY NO_STRING

typedef struct
{
  guint32 relation; /* AMICUS_NO_INDEX for a free slot */
  AmicusString key;
} IdentitySlot;

/* An open hash table over the relations of a graph. */
typedef struct
{
  const GArray *relations; /* Relation */
  IdentitySlot *slots;
  guint32 mask;
  guint32 n_used;
  guint64 secrets[2];
} Identities;

void    amicus_identities_init  (Identities   *self,
                                 const GArray *relations);
void    amicus_identities_clear (Identities   *self);
void    amicus_identities_add   (Identities   *self,
                                 guint32       relation,
                                 AmicusString  key);
guint32 amicus_identities_find  (Identities   *self,
                                 guint32       tail,
                                 guint32       head,
                                 AmicusString  key);

G_END_DECLS
