/* SPDX-License-Identifier: GPL-3.0-or-later
 * The words of Amicus in files, and what people read for them. */

#define G_LOG_DOMAIN "amicus-graph"

#include "config.h"

#include "graph/vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/catalogue.h"

typedef struct
{
  const char *word; /* in files */
  const char *name; /* for people */
} Word;

typedef struct
{
  const char *word;
  const char *name;
  AmicusFamily family;
} RelationKind;

static const Word kinds[AMICUS_N_KINDS] = {
  [AMICUS_KIND_UNKNOWN] = { "unknown", N_("unknown") },
  [AMICUS_KIND_COMPANY] = { "company", N_("company") },
  [AMICUS_KIND_AGENCY] = { "agency", N_("agency") },
  [AMICUS_KIND_GOVERNMENT] = { "government", N_("government") },
  [AMICUS_KIND_COURT] = { "court", N_("court") },
  [AMICUS_KIND_ORGANIZATION] = { "organization", N_("organization") },
  [AMICUS_KIND_NGO] = { "ngo", N_("NGO") },
  [AMICUS_KIND_LAB] = { "lab", N_("laboratory") },
  [AMICUS_KIND_ASSOCIATION] = { "association", N_("association") },
  [AMICUS_KIND_MEDIA] = { "media", N_("media") },
  [AMICUS_KIND_PERSON] = { "person", N_("person") },
  [AMICUS_KIND_PEOPLE] = { "people", N_("people") },
  [AMICUS_KIND_LITIGATION] = { "litigation", N_("litigation") },
  [AMICUS_KIND_FILING] = { "filing", N_("court filing") },
  [AMICUS_KIND_DOCTRINE] = { "doctrine", N_("legal doctrine") },
  [AMICUS_KIND_PRODUCT] = { "product", N_("product") },
  [AMICUS_KIND_VULNERABILITY] = { "vulnerability", N_("vulnerability") },
  [AMICUS_KIND_EVENT] = { "event", N_("event") },
  [AMICUS_KIND_PLACE] = { "place", N_("place") },
  [AMICUS_KIND_DOCUMENT] = { "document", N_("document") },
  [AMICUS_KIND_SOURCE] = { "source", N_("source") },
};

static const RelationKind relation_kinds[] = {
  { "owns", N_("owns"), AMICUS_FAMILY_TRADE },
  { "subsidiary", N_("subsidiary of"), AMICUS_FAMILY_TRADE },
  { "member", N_("member of"), AMICUS_FAMILY_WITH },
  { "employs", N_("employs"), AMICUS_FAMILY_TRADE },
  { "founded", N_("founded"), AMICUS_FAMILY_TRADE },
  { "funds", N_("funds"), AMICUS_FAMILY_TRADE },
  { "sells", N_("sells to"), AMICUS_FAMILY_TRADE },
  { "supplies", N_("supplies"), AMICUS_FAMILY_TRADE },
  { "plaintiff", N_("plaintiff"), AMICUS_FAMILY_AGAINST },
  { "defendant", N_("defendant"), AMICUS_FAMILY_NEUTRAL },
  { "appellant", N_("appellant"), AMICUS_FAMILY_AGAINST },
  { "appellee", N_("appellee"), AMICUS_FAMILY_NEUTRAL },
  { "amicus", N_("amicus curiae"), AMICUS_FAMILY_WITH },
  { "counsel", N_("counsel"), AMICUS_FAMILY_WITH },
  { "judge", N_("judge"), AMICUS_FAMILY_NEUTRAL },
  { "signatory", N_("signatory"), AMICUS_FAMILY_WITH },
  { "appeal", N_("appealed"), AMICUS_FAMILY_NEUTRAL },
  { "concerns", N_("concerns"), AMICUS_FAMILY_NEUTRAL },
  { "cites", N_("cites"), AMICUS_FAMILY_NEUTRAL },
  { "reports", N_("reports"), AMICUS_FAMILY_NEUTRAL },
  { "researches", N_("researches"), AMICUS_FAMILY_NEUTRAL },
  { "targets", N_("targets"), AMICUS_FAMILY_WATCHES },
  { "exploits", N_("exploits"), AMICUS_FAMILY_WATCHES },
  { "affects", N_("affects"), AMICUS_FAMILY_WATCHES },
  { "claims", N_("claims"), AMICUS_FAMILY_NEUTRAL },
  { "denies", N_("denies"), AMICUS_FAMILY_AGAINST },
  { "supports", N_("supports"), AMICUS_FAMILY_WITH },
  { "opposes", N_("opposes"), AMICUS_FAMILY_AGAINST },
  { "sanctions", N_("sanctions"), AMICUS_FAMILY_AGAINST },
  { "part", N_("part of"), AMICUS_FAMILY_NEUTRAL },
  { "related", N_("related to"), AMICUS_FAMILY_NEUTRAL },
};

/* The kinds of groups; they have words for people only. */
static const Word group_kinds[] = {
  { "coalition", N_("coalition") },
  { "group", N_("group") },
  { "sector", N_("sector") },
};

static const Word statuses[AMICUS_N_STATUSES] = {
  [AMICUS_STATUS_NOT_STATED] = { NULL, N_("not stated") },
  [AMICUS_STATUS_ESTABLISHED] = { "established", N_("established") },
  [AMICUS_STATUS_ALLEGED] = { "alleged", N_("alleged") },
  [AMICUS_STATUS_DISPUTED] = { "disputed", N_("disputed") },
  [AMICUS_STATUS_DENIED] = { "denied", N_("denied") },
  [AMICUS_STATUS_POSSIBLE] = { "possible", N_("possible") },
};

static const char *const families[AMICUS_N_FAMILIES] = {
  [AMICUS_FAMILY_NEUTRAL] = N_("says and concerns"),
  [AMICUS_FAMILY_AGAINST] = N_("against"),
  [AMICUS_FAMILY_WITH] = N_("with"),
  [AMICUS_FAMILY_TRADE] = N_("owns and trades"),
  [AMICUS_FAMILY_WATCHES] = N_("watches"),
};

/**
 * amicus_kind_from_word:
 * @word: (nullable): the value of `kind` of a node
 *
 * Returns: the kind; UNKNOWN for words outside the vocabulary
 */
AmicusKind
amicus_kind_from_word (const char *word)
{
  for (guint i = 0; i < AMICUS_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      return (AmicusKind) i;

  return AMICUS_KIND_UNKNOWN;
}

/**
 * amicus_kind_to_word:
 * @kind: a kind
 *
 * Returns: (transfer none): its word in files
 */
const char *
amicus_kind_to_word (AmicusKind kind)
{
  g_return_val_if_fail (kind < AMICUS_N_KINDS, NULL);

  return kinds[kind].word;
}

static const RelationKind *
find_relation_kind (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (relation_kinds); i++)
    if (g_strcmp0 (relation_kinds[i].word, word) == 0)
      return &relation_kinds[i];

  return NULL;
}

/**
 * amicus_family_from_word:
 * @relation_kind: (nullable): the value of `kind` of an edge
 *
 * Returns: the family that the kind belongs to; NEUTRAL for words outside the vocabulary
 */
AmicusFamily
amicus_family_from_word (const char *relation_kind)
{
  const RelationKind *kind = find_relation_kind (relation_kind);

  return kind == NULL ? AMICUS_FAMILY_NEUTRAL : kind->family;
}

/**
 * amicus_relation_kind_is_known:
 * @relation_kind: (nullable): the value of `kind` of an edge
 *
 * Returns: whether it is a word of the vocabulary
 */
gboolean
amicus_relation_kind_is_known (const char *relation_kind)
{
  return find_relation_kind (relation_kind) != NULL;
}

/**
 * amicus_relation_kind_words:
 *
 * Returns: (transfer none) (array zero-terminated=1): every kind of relation, as written in files
 */
const char *const *
amicus_relation_kind_words (void)
{
  static const char *words[G_N_ELEMENTS (relation_kinds) + 1];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (relation_kinds); i++)
        words[i] = relation_kinds[i].word;
      g_once_init_leave (&filled, 1);
    }

  return words;
}

/**
 * amicus_status_from_word:
 * @word: (nullable): the value of `status`; none or an empty one is NOT_STATED
 * @status: (out): the status, NOT_STATED for words outside the vocabulary
 *
 * Returns: whether @word is none or a word of the vocabulary
 */
gboolean
amicus_status_from_word (const char *word,
                         AmicusStatus *status)
{
  g_return_val_if_fail (status != NULL, FALSE);

  *status = AMICUS_STATUS_NOT_STATED;
  if (word == NULL || *word == '\0')
    return TRUE;

  for (guint i = AMICUS_STATUS_ESTABLISHED; i < AMICUS_N_STATUSES; i++)
    if (strcmp (statuses[i].word, word) == 0)
      {
        *status = (AmicusStatus) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * amicus_kind_name:
 * @word: the value of `kind` of a node or a subgraph
 * @language: (nullable): "fr", "en", …; %NULL for the locale's
 *
 * Returns: (transfer none): what people read for it; @word itself outside the vocabulary
 */
const char *
amicus_kind_name (const char *word,
                  const char *language)
{
  g_return_val_if_fail (word != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      return amicus_translate (kinds[i].name, language);
  for (gsize i = 0; i < G_N_ELEMENTS (group_kinds); i++)
    if (strcmp (group_kinds[i].word, word) == 0)
      return amicus_translate (group_kinds[i].name, language);

  return word;
}

/**
 * amicus_relation_kind_name:
 * @word: the value of `kind` of an edge
 * @language: (nullable): "fr", "en", …; %NULL for the locale's
 *
 * Returns: (transfer none): what people read for it; @word itself outside the vocabulary
 */
const char *
amicus_relation_kind_name (const char *word,
                           const char *language)
{
  const RelationKind *kind;

  g_return_val_if_fail (word != NULL, NULL);

  kind = find_relation_kind (word);

  return kind == NULL ? word : amicus_translate (kind->name, language);
}

/**
 * amicus_status_name:
 * @status: a status
 * @language: (nullable): "fr", "en", …; %NULL for the locale's
 *
 * Returns: (transfer none): what people read for it
 */
const char *
amicus_status_name (AmicusStatus status,
                    const char *language)
{
  g_return_val_if_fail (status < AMICUS_N_STATUSES, NULL);

  return amicus_translate (statuses[status].name, language);
}

/**
 * amicus_family_name:
 * @family: a family of relations
 * @language: (nullable): "fr", "en", …; %NULL for the locale's
 *
 * Returns: (transfer none): what people read for it
 */
const char *
amicus_family_name (AmicusFamily family,
                    const char *language)
{
  g_return_val_if_fail (family < AMICUS_N_FAMILIES, NULL);

  return amicus_translate (families[family], language);
}

/**
 * amicus_family_example:
 * @family: a family of relations
 *
 * Returns: (transfer none): the word of a kind that is drawn with the usual line and head of the
 *   family, for legends
 */
const char *
amicus_family_example (AmicusFamily family)
{
  static const char *const examples[AMICUS_N_FAMILIES] = {
    [AMICUS_FAMILY_NEUTRAL] = "concerns", [AMICUS_FAMILY_AGAINST] = "opposes",
    [AMICUS_FAMILY_WITH] = "supports",    [AMICUS_FAMILY_TRADE] = "sells",
    [AMICUS_FAMILY_WATCHES] = "targets",
  };

  g_return_val_if_fail (family < AMICUS_N_FAMILIES, NULL);

  return examples[family];
}
