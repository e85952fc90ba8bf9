/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is set on elements, and the defaults of scopes. */

#pragma once

#include "base/strings.h"
#include "dot/syntax.h"

G_BEGIN_DECLS

/**
 * Scope:
 *
 * Where defaults hold: 0 is the graph, n + 1 the group n.
 */
typedef guint32 Scope;

#define NO_SCOPE G_MAXUINT32
#define NO_BLOCK G_MAXUINT32

/* As many as the bits that hold their numbers. */
#define MAX_NAMES ((1u << 28) - 1)

/**
 * Setting:
 * @name: number of the name
 * @type: how the value is written, an #AmicusTokenType
 * @is_read: whether somebody asked for the value
 * @value: its number; as long as it is not read, where it stands in the file
 *
 * Most values of a large file are never asked for.
 */
typedef struct
{
  guint32 name : 28;
  guint32 type : 3;
  guint32 is_read : 1;
  guint32 value;
} Setting;

/* A statement that speaks of an element once more. */
typedef struct
{
  guint32 element;
  guint32 block;
} Application;

/**
 * Applications:
 * @first: guint32: the first block of each element, or NO_BLOCK
 * @log: Application: all others as they come; when all are known, sorted by element into
 * @blocks: or %NULL, if there are none
 * @starts: of each element in @blocks, and the end
 *
 * One statement speaks of most elements, in particular of most relations.
 */
typedef struct
{
  GArray *first;
  GArray *log;
  guint32 *starts;
  guint32 *blocks;
} Applications;

/**
 * Replacement:
 * @key: of a block, or of an element that has none, see amicus_attributes_block_key()
 * @block: what is in its place, or NO_BLOCK
 *
 * In a revised graph a statement has other settings. Both graphs share all blocks.
 */
typedef struct
{
  guint64 key;
  guint32 block;
} Replacement;

/* Where a name stands first: statements are counted by their blocks, and between two blocks are
 * defaults. */
#define PLACE_OF_BLOCK(block) (2 * (block) + 1)
#define PLACE_BEFORE_BLOCK(block) (2 * (block))
#define NO_PLACE G_MAXUINT32

/**
 * ScopePlace:
 * @parent: scope in which it stands, or NO_SCOPE
 * @clock: when it was opened first
 * @start: its number if scopes are counted from outside to inside,
 * @end: and the first number behind the scopes inside it
 */
typedef struct
{
  Scope parent;
  guint32 clock;
  guint32 start;
  guint32 end;
} ScopePlace;

/**
 * Attributes:
 *
 * DOT gives an element the defaults that hold where and when it is created. No element carries
 * them: every change of a default is kept with the time at which it was made, and an element knows
 * the scope and the time of its creation. The time counts such changes.
 */
typedef struct
{
  AmicusSyntax *syntax; /* not owned */
  AmicusStrings *names; /* of attributes, in order of first appearance */
  AmicusStrings *strings;
  GArray *settings;
  GArray *name_places;     /* guint32: where each name stands first */
  GArray *blocks;          /* guint32: the first setting of each statement; then by name */
  GArray *statements;      /* AmicusStatement: that of each block, or AMICUS_NO_STATEMENT */
  GArray *replaced;        /* Replacement, by key; or NULL */
  Applications applied[3]; /* by AmicusTarget */
  GArray *scopes;          /* ScopePlace */
  AmicusStrings *history_keys;
  GArray *histories;       /* History, by the number of its key; the first is none */
  GArray *boundaries;      /* Boundary, sorted */
  GArray *default_names[3]; /* AmicusString, by AmicusTarget */
  guint32 clock;
  GString *buffer;
} Attributes;

void           amicus_attributes_init          (Attributes          *self,
                                                AmicusSyntax        *syntax,
                                                guint                n_statements);
void           amicus_attributes_clear         (Attributes          *self);

const char    *amicus_attributes_read_token    (Attributes          *self,
                                                const AmicusToken   *token,
                                                gsize               *length);
AmicusString   amicus_attributes_intern        (Attributes          *self,
                                                const AmicusToken   *token);
AmicusString   amicus_attributes_intern_name   (Attributes          *self,
                                                const char          *name,
                                                gsize                length,
                                                guint32              place);
Setting        amicus_attributes_read          (Attributes          *self,
                                                const AmicusSetting *given,
                                                guint32              place);
void           amicus_attributes_open_scope    (Attributes          *self,
                                                Scope                parent);
void           amicus_attributes_set_default   (Attributes          *self,
                                                AmicusTarget         target,
                                                Scope                scope,
                                                const AmicusSetting *given);
guint32        amicus_attributes_add_block     (Attributes          *self,
                                                AmicusStatement      statement,
                                                GArray              *settings);
void           amicus_attributes_apply         (Attributes          *self,
                                                AmicusTarget         target,
                                                guint32              element,
                                                guint32              block);
/* After the last statement; @n_elements by target. */
void           amicus_attributes_finish        (Attributes          *self,
                                                const guint         *n_elements);

void           amicus_attributes_init_defaults   (Attributes        *self);
void           amicus_attributes_clear_defaults  (Attributes        *self);
void           amicus_attributes_finish_defaults (Attributes        *self);

/* The first blocks of a statement and those that are found by them. */
guint64        amicus_attributes_block_key     (guint32              block);
guint64        amicus_attributes_element_key   (AmicusTarget         target,
                                                guint32              element);
void           amicus_attributes_replace       (Attributes          *self,
                                                guint64              key,
                                                guint32              block);
/* The nth block of an element in the order of the statements, NO_BLOCK for one without settings. */
guint          amicus_attributes_count_blocks  (Attributes          *self,
                                                AmicusTarget         target,
                                                guint32              element);
guint32        amicus_attributes_get_block     (Attributes          *self,
                                                AmicusTarget         target,
                                                guint32              element,
                                                guint                nth);
Setting       *amicus_attributes_get_settings  (Attributes          *self,
                                                guint32              block,
                                                guint               *n_settings);
Setting       *amicus_attributes_find_in_block (Attributes          *self,
                                                guint32              block,
                                                AmicusString         name);

/* NULL for no setting and for an empty value: an empty value is how DOT takes a default away. */
const char    *amicus_attributes_get_value     (Attributes          *self,
                                                Setting             *setting);
/* What an entity or relation was given by its own statements, or NULL. */
Setting       *amicus_attributes_find_own      (Attributes          *self,
                                                AmicusTarget         target,
                                                guint32              element,
                                                AmicusString         name);
/* What holds in @scope at @clock. */
Setting       *amicus_attributes_find_default  (Attributes          *self,
                                                AmicusTarget         target,
                                                Scope                scope,
                                                guint32              clock,
                                                AmicusString         name);
/* What a graph or group was given in its own body. */
Setting       *amicus_attributes_find_in_scope (Attributes          *self,
                                                Scope                scope,
                                                AmicusString         name);
/* What a group has from outside. */
Setting       *amicus_attributes_find_inherited (Attributes         *self,
                                                 Scope               scope,
                                                 AmicusString        name);
/* Adds to @names (AmicusString) each of which there is a default, here or elsewhere. */
void           amicus_attributes_list_defaults (Attributes          *self,
                                                AmicusTarget         target,
                                                GArray              *names);
void           amicus_attributes_list_own      (Attributes          *self,
                                                AmicusTarget         target,
                                                guint32              element,
                                                GArray              *names);

G_END_DECLS
