/* SPDX-License-Identifier: GPL-3.0-or-later
 * The words of Amicus: kinds of entities and relations, statuses. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of entities; UNKNOWN for none given or a word outside the list. */
typedef enum
{
  AMICUS_KIND_UNKNOWN,
  AMICUS_KIND_COMPANY,
  AMICUS_KIND_AGENCY,
  AMICUS_KIND_GOVERNMENT,
  AMICUS_KIND_COURT,
  AMICUS_KIND_ORGANIZATION,
  AMICUS_KIND_NGO,
  AMICUS_KIND_LAB,
  AMICUS_KIND_ASSOCIATION,
  AMICUS_KIND_MEDIA,
  AMICUS_KIND_PERSON,
  AMICUS_KIND_PEOPLE,
  AMICUS_KIND_LITIGATION,
  AMICUS_KIND_FILING,
  AMICUS_KIND_DOCTRINE,
  AMICUS_KIND_PRODUCT,
  AMICUS_KIND_VULNERABILITY,
  AMICUS_KIND_EVENT,
  AMICUS_KIND_PLACE,
  AMICUS_KIND_DOCUMENT,
  AMICUS_KIND_SOURCE,
  AMICUS_N_KINDS,
} AmicusKind;

/* Families of relations: they give colour and arrowhead. */
typedef enum
{
  AMICUS_FAMILY_NEUTRAL,  /* says and concerns, and unknown kinds */
  AMICUS_FAMILY_AGAINST,
  AMICUS_FAMILY_WITH,
  AMICUS_FAMILY_TRADE,    /* owns and trades */
  AMICUS_FAMILY_WATCHES,
  AMICUS_N_FAMILIES,
} AmicusFamily;

typedef enum
{
  AMICUS_STATUS_NOT_STATED,
  AMICUS_STATUS_ESTABLISHED,
  AMICUS_STATUS_ALLEGED,
  AMICUS_STATUS_DISPUTED,
  AMICUS_STATUS_DENIED,
  AMICUS_STATUS_POSSIBLE,
  AMICUS_N_STATUSES,
} AmicusStatus;

/* @word is the value of `kind` or `status` in a file and may be NULL or anything. */
AmicusKind    amicus_kind_from_word          (const char   *word);
const char   *amicus_kind_to_word            (AmicusKind    kind);
AmicusFamily  amicus_family_from_word        (const char   *relation_kind);
gboolean      amicus_relation_kind_is_known  (const char   *relation_kind);
gboolean      amicus_status_from_word        (const char   *word,
                                              AmicusStatus *status);

/* Every known word of relations, in the order of the format's manual; NULL-terminated. */
const char * const *
              amicus_relation_kind_words     (void);

/* Words for people, in @language ("fr", "fr_BE", "en"; NULL means the locale's). A word outside
 * the vocabulary comes back as it is. */
const char   *amicus_kind_name               (const char   *word,
                                              const char   *language);
const char   *amicus_relation_kind_name      (const char   *word,
                                              const char   *language);
const char   *amicus_status_name             (AmicusStatus  status,
                                              const char   *language);
const char   *amicus_family_name             (AmicusFamily  family,
                                              const char   *language);
/* The word of a kind of relation that looks as all of the family do. */
const char   *amicus_family_example          (AmicusFamily  family);

G_END_DECLS
