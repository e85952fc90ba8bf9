/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who stands in which group. */

#pragma once

#include "graph/attributes-private.h"

G_BEGIN_DECLS

/**
 * Membership:
 *
 * Every naming of an entity inside a group is written down in order. What is named between the
 * opening of a group and its end is in it, groups inside groups included; so a group is a few
 * stretches of that list, one for each time it was opened.
 */
typedef struct
{
  GArray *mentions; /* Mention */
  GArray *stretches; /* Stretch */
  GArray *groups; /* Group members, by number */
} Membership;

void           amicus_membership_init        (Membership *self);
void           amicus_membership_clear       (Membership *self);
void           amicus_membership_add_group   (Membership *self);
void           amicus_membership_open        (Membership *self,
                                              guint32     group);
void           amicus_membership_close       (Membership *self,
                                              guint32     group);
void           amicus_membership_add         (Membership *self,
                                              guint32     group,
                                              guint32     entity);
/* Entities so far, in order of their creation; valid until more are added. Only for groups that
 * are closed. */
const guint32 *amicus_membership_get         (Membership *self,
                                              guint32     group,
                                              guint      *n_entities);
guint          amicus_membership_n_mentions  (Membership *self);
void           amicus_membership_get_mention (Membership *self,
                                              guint       nth,
                                              guint32    *group,
                                              guint32    *entity);

G_END_DECLS
