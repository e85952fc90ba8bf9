/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/offers.h"

#define BIT(kind) (1u << AMICUS_KIND_##kind)

#define SOMEBODY (BIT (PERSON) | BIT (PEOPLE))
#define BUSINESS (BIT (COMPANY) | BIT (MEDIA))
#define CIVIC    (BIT (ORGANIZATION) | BIT (NGO) | BIT (ASSOCIATION) | BIT (LAB))
#define STATE    (BIT (AGENCY) | BIT (GOVERNMENT))
#define BODY     (BUSINESS | CIVIC | STATE | BIT (COURT))
#define ANYBODY  (SOMEBODY | BODY)
#define CASE     (BIT (LITIGATION))
#define PAPER    (BIT (FILING) | BIT (DOCUMENT) | BIT (DOCTRINE) | BIT (SOURCE))
#define MADE     (BIT (PRODUCT))
#define HOLE     (BIT (VULNERABILITY))
#define ANYTHING (~0u)

/* A row that comes first says what is more likely. */
static const struct
{
  guint tails;
  guint heads;
  const char *words[8];
} offers[] = {
  { SOMEBODY, CASE, { "plaintiff", "defendant", "counsel", "judge", "appellant", "appellee", "amicus" } },
  { BODY, CASE, { "plaintiff", "defendant", "amicus", "appellant", "appellee", "concerns" } },
  { BIT (COURT), CASE, { "judge" } },
  { CASE, CASE, { "appeal", "cites", "concerns" } },
  { CASE, ANYTHING, { "concerns", "cites" } },
  { ANYBODY, PAPER, { "signatory", "cites", "supports", "opposes" } },
  { PAPER, PAPER, { "cites", "concerns" } },
  { PAPER, ANYTHING, { "concerns", "claims", "denies", "supports", "opposes" } },
  { BIT (LAB), HOLE | MADE | BODY, { "researches", "reports" } },
  { CIVIC | BIT (MEDIA), HOLE, { "reports", "researches" } },
  { ANYBODY | MADE, HOLE, { "exploits" } },
  { HOLE, ANYTHING, { "affects" } },
  { STATE, BODY | SOMEBODY, { "sanctions", "funds", "targets" } },
  { SOMEBODY, BODY, { "founded", "owns", "member", "employs" } },
  { BODY, SOMEBODY, { "employs", "targets" } },
  { BUSINESS, BUSINESS, { "owns", "subsidiary", "sells", "supplies", "funds" } },
  { BUSINESS, STATE, { "sells", "supplies" } },
  { BUSINESS | STATE, MADE, { "sells", "owns", "supplies" } },
  { MADE, ANYBODY, { "targets" } },
  { MADE, MADE, { "part" } },
  { BIT (MEDIA) | CIVIC, ANYTHING, { "reports", "member", "supports", "opposes" } },
  { ANYBODY, ANYBODY, { "member", "funds", "supports", "opposes", "claims" } },
  { BIT (EVENT) | BIT (PLACE), ANYTHING, { "part", "concerns" } },
  { ANYTHING, ANYTHING, { "related" } },
};

static gboolean
has (GPtrArray  *words,
     const char *word)
{
  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

static void
add_once (GPtrArray  *words,
          const char *word)
{
  if (!has (words, word))
    g_ptr_array_add (words, (gpointer) word);
}

/**
 * amicus_offer_relation_kinds:
 * @tail: what the relation goes from
 * @head: what it goes to
 * @n_likely: (out): how many suit the two
 *
 * Returns: (transfer container) (element-type utf8): every kind of relation, the likely ones first
 */
GPtrArray *
amicus_offer_relation_kinds (AmicusKind  tail,
                             AmicusKind  head,
                             guint      *n_likely)
{
  const char * const *all = amicus_relation_kind_words ();
  GPtrArray *words = g_ptr_array_new ();

  g_return_val_if_fail (tail < AMICUS_N_KINDS && head < AMICUS_N_KINDS, words);
  g_return_val_if_fail (n_likely != NULL, words);

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    if ((offers[i].tails & 1u << tail) && (offers[i].heads & 1u << head))
      for (guint j = 0; offers[i].words[j] != NULL; j++)
        add_once (words, offers[i].words[j]);
  *n_likely = words->len;
  for (; *all != NULL; all++)
    add_once (words, *all);

  return words;
}
