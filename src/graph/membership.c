/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/membership-private.h"

#include <stdlib.h>

#include "base/geometry.h"

typedef struct
{
  guint32 group;
  guint32 entity;
} Mention;

/* Mentions from @start to before @end. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 next; /* stretch of the same group, or AMICUS_NO_INDEX */
} Stretch;

typedef struct
{
  guint32 first; /* stretch, or AMICUS_NO_INDEX */
  guint32 last;
  guint32 unread;   /* first stretch that @members lacks, or AMICUS_NO_INDEX */
  GArray *members;  /* guint32, ascending; NULL until somebody asks */
} Members;

void
amicus_membership_init (Membership *self)
{
  self->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  self->groups = g_array_new (FALSE, FALSE, sizeof (Members));
}

static Members *
get_members (Membership *self,
             guint32 group)
{
  return &g_array_index (self->groups, Members, group);
}

void
amicus_membership_clear (Membership *self)
{
  for (guint32 i = 0; i < self->groups->len; i++)
    g_clear_pointer (&get_members (self, i)->members, g_array_unref);
  g_array_unref (self->groups);
  g_array_unref (self->stretches);
  g_array_unref (self->mentions);
}

void
amicus_membership_add_group (Membership *self)
{
  Members members = { AMICUS_NO_INDEX, AMICUS_NO_INDEX, AMICUS_NO_INDEX, NULL };

  g_array_append_val (self->groups, members);
}

void
amicus_membership_open (Membership *self,
                        guint32 group)
{
  Members *members = get_members (self, group);
  Stretch stretch = { self->mentions->len, self->mentions->len, AMICUS_NO_INDEX };
  guint32 number = self->stretches->len;

  g_array_append_val (self->stretches, stretch);
  if (members->first == AMICUS_NO_INDEX)
    members->first = number;
  else
    g_array_index (self->stretches, Stretch, members->last).next = number;
  members->last = number;
  if (members->unread == AMICUS_NO_INDEX)
    members->unread = number;
}

void
amicus_membership_close (Membership *self,
                         guint32 group)
{
  const Members *members = get_members (self, group);

  g_array_index (self->stretches, Stretch, members->last).end = self->mentions->len;
}

void
amicus_membership_add (Membership *self,
                       guint32 group,
                       guint32 entity)
{
  Mention mention = { group, entity };

  g_array_append_val (self->mentions, mention);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const guint32 *first = a;
  const guint32 *second = b;

  return (*first > *second) - (*first < *second);
}

static gboolean
is_ascending (const guint32 *numbers,
              guint n)
{
  for (guint i = 1; i < n; i++)
    if (numbers[i - 1] >= numbers[i])
      return FALSE;

  return TRUE;
}

/* Most entities are named in the order of their creation, so there is seldom something to sort. */
static void
sort_members (GArray *members)
{
  guint32 *numbers = (guint32 *) (gpointer) members->data;
  guint n = 0;

  if (is_ascending (numbers, members->len))
    return;

  qsort (numbers, members->len, sizeof *numbers, compare_numbers);
  for (guint i = 0; i < members->len; i++)
    if (i == 0 || numbers[i] != numbers[i - 1])
      numbers[n++] = numbers[i];
  g_array_set_size (members, n);
}

static gboolean
has_member (const GArray *members,
            guint n_sorted,
            guint32 entity)
{
  const guint32 *numbers = (const guint32 *) (gpointer) members->data;

  return n_sorted > 0 &&
         bsearch (&entity, numbers, n_sorted, sizeof *numbers, compare_numbers) != NULL;
}

/* Reads the stretches that came since the last time. */
static void
read_stretches (Membership *self,
                Members *members)
{
  guint n_sorted = members->members->len;

  for (; members->unread != AMICUS_NO_INDEX;)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, members->unread);

      for (guint32 i = stretch->start; i < stretch->end; i++)
        {
          guint32 entity = g_array_index (self->mentions, Mention, i).entity;

          if (!has_member (members->members, n_sorted, entity))
            g_array_append_val (members->members, entity);
        }
      members->unread = stretch->next;
    }

  if (members->members->len > n_sorted)
    sort_members (members->members);
}

const guint32 *
amicus_membership_get (Membership *self,
                       guint32 group,
                       guint *n_entities)
{
  Members *members = get_members (self, group);

  if (members->members == NULL)
    members->members = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_stretches (self, members);

  *n_entities = members->members->len;
  return (const guint32 *) (gpointer) members->members->data;
}

guint
amicus_membership_n_mentions (Membership *self)
{
  return self->mentions->len;
}

void
amicus_membership_get_mention (Membership *self,
                               guint nth,
                               guint32 *group,
                               guint32 *entity)
{
  const Mention *mention = &g_array_index (self->mentions, Mention, nth);

  *group = mention->group;
  *entity = mention->entity;
}
