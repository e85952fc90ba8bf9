/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/identities-private.h"

#include "base/hash.h"

#define FIRST_SLOTS 64

static IdentitySlot *
new_slots (guint32 n)
{
  IdentitySlot *slots = g_new (IdentitySlot, n);

  for (guint32 i = 0; i < n; i++)
    slots[i] = (IdentitySlot) { AMICUS_NO_INDEX, NO_STRING };

  return slots;
}

void
amicus_identities_init (Identities *self,
                        const GArray *relations)
{
  self->relations = relations;
  self->slots = new_slots (FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  self->n_used = 0;
  /* Nobody who writes a file can know which relations would collide. */
  for (guint i = 0; i < G_N_ELEMENTS (self->secrets); i++)
    self->secrets[i] = amicus_hash_secret ();
}

void
amicus_identities_clear (Identities *self)
{
  g_clear_pointer (&self->slots, g_free);
}

static guint32
hash_identity (const Identities *self,
               guint32 tail,
               guint32 head,
               AmicusString key)
{
  guint64 ends = amicus_hash_mix (((guint64) tail << 32 | head) ^ self->secrets[0],
                                  self->secrets[1]);

  return (guint32) amicus_hash_mix (ends ^ key, self->secrets[1]);
}

/* The slot that holds the identity, or the free one where it belongs. */
static IdentitySlot *
find_slot (const Identities *self,
           guint32 tail,
           guint32 head,
           AmicusString key)
{
  guint32 at = hash_identity (self, tail, head, key) & self->mask;

  for (; self->slots[at].relation != AMICUS_NO_INDEX; at = (at + 1) & self->mask)
    {
      const IdentitySlot *slot = &self->slots[at];
      const Relation *relation = &g_array_index (self->relations, Relation, slot->relation);

      if (relation->tail == tail && relation->head == head && slot->key == key)
        break;
    }

  return &self->slots[at];
}

static void
double_slots (Identities *self)
{
  g_autofree IdentitySlot *old = self->slots;
  guint32 n_old = self->mask + 1;

  self->slots = new_slots (n_old * 2);
  self->mask = n_old * 2 - 1;
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].relation != AMICUS_NO_INDEX)
      {
        const Relation *relation = &g_array_index (self->relations, Relation, old[i].relation);

        *find_slot (self, relation->tail, relation->head, old[i].key) = old[i];
      }
}

/* The first relation that is added under an identity keeps it. */
void
amicus_identities_add (Identities *self,
                       guint32 relation,
                       AmicusString key)
{
  const Relation *added = &g_array_index (self->relations, Relation, relation);
  IdentitySlot *slot;

  if (self->n_used > self->mask / 2)
    double_slots (self);

  slot = find_slot (self, added->tail, added->head, key);
  if (slot->relation != AMICUS_NO_INDEX)
    return;

  *slot = (IdentitySlot) { relation, key };
  self->n_used++;
}

/* AMICUS_NO_INDEX if there is none. */
guint32
amicus_identities_find (Identities *self,
                        guint32 tail,
                        guint32 head,
                        AmicusString key)
{
  return find_slot (self, tail, head, key)->relation;
}
