/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the vocabulary says of values: dates that are none, sources that are missing. */

#define G_LOG_DOMAIN "amicus-graph"

#include "config.h"

#include "graph/checks-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "graph/evidence.h"

/* Characters of a value that a message quotes. */
#define MAX_QUOTED 40

#define ON_GRAPH (1u << AMICUS_TARGET_GRAPH)
#define ON_NODE (1u << AMICUS_TARGET_NODE)
#define ON_EDGE (1u << AMICUS_TARGET_EDGE)
#define ON_ALL (ON_GRAPH | ON_NODE | ON_EDGE)

/* Returns what is wrong with a value, for people, or NULL. */
typedef char *(*CheckFunc) (AmicusGraph *graph,
                            const char *value);

typedef struct
{
  const char *name;
  guint targets;
  CheckFunc find_fault;
  gboolean is_graphviz; /* rather than of the vocabulary, so that it counts in every file */
} Check;

/* Puts the quoted value into a message that has one place for it. */
static char *
complain (const char *message,
          const char *value)
{
  g_autofree char *shown = amicus_text_for_display (value, MAX_QUOTED);
  g_autofree char *isolated = amicus_text_isolate (shown);
  GString *text = g_string_new (message);

  g_string_replace (text, "{value}", isolated, 1);

  return g_string_free (text, FALSE);
}

static char *
check_date (AmicusGraph *graph,
            const char *value)
{
  AmicusDate date;

  if (amicus_date_parse (value, &date))
    return NULL;

  return complain (_("“{value}” is no date that is understood; dates look like 2004, 2004-06, "
                     "2004-06-11, 201X, 2004? or 2004/2006"),
                   value);
}

static char *
check_status (AmicusGraph *graph,
              const char *value)
{
  AmicusStatus status;

  if (amicus_status_from_word (value, &status))
    return NULL;

  return complain (_("“{value}” is no status; it is established, alleged, disputed, denied or "
                     "possible"),
                   value);
}

static char *
check_speakers (AmicusGraph *graph,
                const char *value)
{
  g_auto (GStrv) ids = amicus_list_split (value);

  for (guint i = 0; ids[i] != NULL; i++)
    if (amicus_graph_find_entity (graph, ids[i]).kind == AMICUS_ELEMENT_NONE &&
        amicus_graph_find_group (graph, ids[i]).kind == AMICUS_ELEMENT_NONE)
      return complain (_("No entity and no group of this file has the ID “{value}”"), ids[i]);

  return NULL;
}

static char *
check_citations (AmicusGraph *graph,
                 const char *value)
{
  g_autoptr (GArray) citations = amicus_graph_read_citations (graph, value);

  for (guint i = 0; i < citations->len; i++)
    {
      const AmicusCitation *citation = &g_array_index (citations, AmicusCitation, i);

      if (citation->source == AMICUS_NO_INDEX)
        return complain (_("No source of this file has the ID “{value}”; a citation looks like "
                           "source; place; quotation"),
                         citation->source_id);
      if (amicus_graph_get_kind (graph, citation->source) != AMICUS_KIND_SOURCE)
        return complain (_("“{value}” is cited, but its kind is not “source”"),
                         citation->source_id);
    }

  return NULL;
}

static char *
check_entity (AmicusGraph *graph,
              const char *value)
{
  if (amicus_graph_find_entity (graph, value).kind != AMICUS_ELEMENT_NONE)
    return NULL;

  return complain (_("No entity of this file has the ID “{value}”"), value);
}

/* ISO 3166: two capital letters; for a part of a country a hyphen and up to three letters or digits
 * behind them. */
static gboolean
is_place_code (const char *code,
               gboolean may_have_part)
{
  gsize length = strlen (code);

  if (length < 2 || !g_ascii_isupper (code[0]) || !g_ascii_isupper (code[1]))
    return FALSE;
  if (length == 2)
    return TRUE;
  if (!may_have_part || code[2] != '-' || length < 4 || length > 6)
    return FALSE;

  for (const char *at = code + 3; *at != '\0'; at++)
    if (!g_ascii_isupper (*at) && !g_ascii_isdigit (*at))
      return FALSE;

  return TRUE;
}

static char *
check_country (AmicusGraph *graph,
               const char *value)
{
  g_auto (GStrv) codes = amicus_list_split (value);

  for (guint i = 0; codes[i] != NULL; i++)
    if (!is_place_code (codes[i], FALSE))
      return complain (_("“{value}” is no country code; it is two capital letters, such as BE"),
                       codes[i]);

  return NULL;
}

static char *
check_jurisdiction (AmicusGraph *graph,
                    const char *value)
{
  g_auto (GStrv) codes = amicus_list_split (value);

  for (guint i = 0; codes[i] != NULL; i++)
    if (!is_place_code (codes[i], TRUE))
      return complain (_("“{value}” is no code of a jurisdiction, such as BE or US-CA"), codes[i]);

  return NULL;
}

/* A number at @text, in the way of the C locale; where it ends, or NULL. */
static const char *
skip_number (const char *text,
             double least,
             double most)
{
  char *end;
  double number;

  if (!g_ascii_isdigit (*text) && *text != '.')
    return NULL;

  number = g_ascii_strtod (text, &end);

  return end != text && number >= least && number <= most ? end : NULL;
}

static char *
check_percentage (AmicusGraph *graph,
                  const char *value)
{
  const char *end = skip_number (value, 0, 100);

  if (end != NULL && *end == '-')
    end = skip_number (end + 1, 0, 100);
  if (end != NULL && *end == '\0')
    return NULL;

  return complain (_("“{value}” is no percentage; it is a number from 0 to 100 or a range, such as "
                     "25-50"),
                   value);
}

static char *
check_amount (AmicusGraph *graph,
              const char *value)
{
  const char *end = skip_number (value, 0, G_MAXDOUBLE);

  if (end != NULL && *end == '\0')
    return NULL;

  return complain (_("“{value}” is no amount; it is a number without separators, such as "
                     "167254000.50"),
                   value);
}

static char *
check_currency (AmicusGraph *graph,
                const char *value)
{
  if (strlen (value) == 3 && g_ascii_isupper (value[0]) && g_ascii_isupper (value[1]) &&
      g_ascii_isupper (value[2]))
    return NULL;

  return complain (_("“{value}” is no currency; it is three capital letters, such as EUR"), value);
}

/* ISO 17442: twenty letters and digits, of which ISO 7064 MOD 97-10 makes 1. */
static gboolean
is_lei (const char *code)
{
  guint rest = 0;

  if (strlen (code) != 20)
    return FALSE;

  for (; *code != '\0'; code++)
    if (g_ascii_isdigit (*code))
      rest = (rest * 10 + (guint) (*code - '0')) % 97;
    else if (g_ascii_isupper (*code))
      rest = (rest * 100 + (guint) (*code - 'A') + 10) % 97;
    else
      return FALSE;

  return rest == 1;
}

static char *
check_lei (AmicusGraph *graph,
           const char *value)
{
  if (is_lei (value))
    return NULL;

  return complain (_("“{value}” is no LEI: its check digits do not fit"), value);
}

static char *
check_address (AmicusGraph *graph,
               const char *value)
{
  if (amicus_link_is_safe (value))
    return NULL;

  return complain (_("“{value}” does not become a link; only http, https and mailto addresses do"),
                   value);
}

static gboolean
take_number (const char **text)
{
  char *end;
  double number = g_ascii_strtod (*text, &end);
  gboolean is_number = end != *text && isfinite (number);

  *text = end;

  return is_number;
}

static const char *
skip_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

static char *
check_number (AmicusGraph *graph,
              const char *value)
{
  const char *at = value;

  if (take_number (&at) && *skip_blank (at) == '\0')
    return NULL;

  return complain (_("“{value}” is no number, such as 1.5"), value);
}

/* `x,y`, in Graphviz also `x,y,z`; a mark behind them pins the entity. */
static char *
check_position (AmicusGraph *graph,
                const char *value)
{
  const char *at = value;
  gboolean is_position = take_number (&at) && *at++ == ',' && take_number (&at);

  if (is_position && *at == ',')
    {
      at++;
      is_position = take_number (&at);
    }
  if (is_position && *at == '!')
    at++;
  if (is_position && *skip_blank (at) == '\0')
    return NULL;

  return complain (_("“{value}” is no position; it is two numbers with a comma between them, such "
                     "as 72,36!"),
                   value);
}

static const Check checks[] = {
  { "date", ON_ALL, check_date },
  { "startDate", ON_ALL, check_date },
  { "endDate", ON_ALL, check_date },
  { "publishedAt", ON_ALL, check_date },
  { "retrievedAt", ON_ALL, check_date },
  { "status", ON_EDGE, check_status },
  { "saidBy", ON_EDGE, check_speakers },
  { "deniedBy", ON_EDGE, check_speakers },
  { "cites", ON_ALL, check_citations },
  { "entity", ON_GRAPH, check_entity },
  { "country", ON_NODE, check_country },
  { "jurisdiction", ON_NODE, check_jurisdiction },
  { "percentage", ON_EDGE, check_percentage },
  { "amount", ON_EDGE, check_amount },
  { "currency", ON_EDGE, check_currency },
  { "lei", ON_NODE, check_lei },
  { "URL", ON_ALL, check_address },
  { "archiveUrl", ON_ALL, check_address },
  { "pos", ON_NODE, check_position, TRUE },
  { "penwidth", ON_ALL, check_number, TRUE },
  { "inputscale", ON_GRAPH, check_number, TRUE },
};

static const Check *
find_check (AmicusTarget target,
            gboolean is_amicus,
            const char *name,
            gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if ((is_amicus || checks[i].is_graphviz) && (checks[i].targets & (1u << target)) != 0 &&
        strlen (checks[i].name) == length &&
        memcmp (checks[i].name, name, length) == 0)
      return &checks[i];

  return NULL;
}

static char *
check_setting (AmicusGraph *graph,
               gboolean is_amicus,
               AmicusTarget target,
               const AmicusSetting *setting,
               GString *buffer)
{
  const Check *check;
  const char *text;
  gsize length;
  g_autofree char *value = NULL;

  text = amicus_token_get_value (&setting->name, buffer, &length);
  check = find_check (target, is_amicus, text, length);
  if (check == NULL || setting->value.type == AMICUS_TOKEN_NONE)
    return NULL;

  text = amicus_token_get_value (&setting->value, buffer, &length);
  value = g_strndup (text, length);

  return *value == '\0' ? NULL : check->find_fault (graph, value);
}

/* What the settings of a statement are about. */
static AmicusTarget
get_target (const AmicusParts *parts)
{
  if (parts->kind == AMICUS_STATEMENT_NODE)
    return AMICUS_TARGET_NODE;
  if (parts->kind == AMICUS_STATEMENT_EDGE)
    return AMICUS_TARGET_EDGE;
  if (parts->kind == AMICUS_STATEMENT_DEFAULTS)
    return parts->target;

  return AMICUS_TARGET_GRAPH;
}

static void
check_settings (AmicusGraph *graph,
                gboolean is_amicus,
                const AmicusParts *parts,
                GString *buffer)
{
  for (guint i = 0; i < parts->settings->len; i++)
    {
      const AmicusSetting *setting = &g_array_index (parts->settings, AmicusSetting, i);
      char *fault = check_setting (graph, is_amicus, get_target (parts), setting, buffer);

      if (fault != NULL)
        amicus_graph_find (graph, AMICUS_SEVERITY_WARNING,
                           amicus_syntax_get_offset (graph->syntax, setting->value.bytes), fault);
    }
}

/* Whether there is something to warn of in a statement. */
gboolean
amicus_graph_has_fault (AmicusGraph *self,
                        const AmicusParts *parts)
{
  gboolean is_amicus = amicus_graph_is_amicus (self);
  g_autoptr (GString) buffer = g_string_new (NULL);

  for (guint i = 0; i < parts->settings->len; i++)
    {
      g_autofree char *fault =
        check_setting (self, is_amicus, get_target (parts),
                       &g_array_index (parts->settings, AmicusSetting, i), buffer);

      if (fault != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The next statement inside @root, in the order of the file. */
static AmicusStatement
get_following (AmicusSyntax *syntax,
               AmicusStatement at,
               AmicusStatement root)
{
  AmicusStatement next = amicus_syntax_get_first_child (syntax, at);

  while (next == AMICUS_NO_STATEMENT && at != root)
    {
      next = amicus_syntax_get_next (syntax, at);
      at = amicus_syntax_get_parent (syntax, at);
    }

  return next;
}

/* Whether the file has any of the names, so that it needs to be looked through. */
static gboolean
has_name_to_check (AmicusGraph *self,
                   gboolean is_amicus)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if ((is_amicus || checks[i].is_graphviz) &&
        amicus_strings_lookup (self->attributes.names, checks[i].name, strlen (checks[i].name),
                               NULL))
      return TRUE;

  return FALSE;
}

/* Warns of values that are not understood: those of Graphviz that are used in every file, those of
 * the vocabulary in files that follow it. Values are looked at where they are written, for a
 * message names a line and a column. */
void
amicus_graph_check (AmicusGraph *self)
{
  AmicusStatement at = self->statement;
  g_autoptr (GString) buffer = g_string_new (NULL);
  gboolean is_amicus = amicus_graph_is_amicus (self);
  AmicusParts parts;

  if (at == AMICUS_NO_STATEMENT || !has_name_to_check (self, is_amicus))
    return;

  amicus_parts_init (&parts);
  while ((at = get_following (self->syntax, at, self->statement)) != AMICUS_NO_STATEMENT)
    {
      amicus_syntax_get_parts (self->syntax, at, &parts);
      check_settings (self, is_amicus, &parts, buffer);
    }
  amicus_parts_clear (&parts);
}
