/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include "cli/edit-commands.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "document/commands.h"

/**
 * Call:
 * @ids: the IDs behind its name
 * @key: of the relation that is meant, or %NULL
 * @nth: which of several, from 1; 0 where none is chosen
 * @names: what stands behind, `NAME=VALUE` cut in two
 * @values: the same; %NULL where only a name stood
 */
typedef struct
{
  AmicusDocument *document;
  char **ids;
  const char *key;
  guint nth;
  GPtrArray *names;
  GPtrArray *values;
} Call;

/**
 * Verb:
 * @n_ids: how many IDs it needs
 * @chooses: whether it may have --key or --nth
 * @what: what stands behind: '=' settings, 'n' names, '+' at least one setting, 0 nothing
 * @arguments: for people
 * @run: does it; %FALSE after an error or a message
 */
typedef struct
{
  const char *name;
  guint n_ids;
  gboolean chooses;
  char what;
  const char *arguments;
  gboolean (*run) (const Call  *call,
                   GError     **error);
} Verb;

static gboolean
set_all (const Call        *call,
         const AmicusName  *name,
         GError           **error)
{
  for (guint i = 0; i < call->names->len; i++)
    if (!amicus_document_set_attribute (call->document, name, call->names->pdata[i],
                                        call->values->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* Also for `unset`, where no name has a value. */
static gboolean
run_set (const Call  *call,
         GError     **error)
{
  g_autoptr (AmicusName) name = amicus_name_new_entity (call->ids[0]);

  return set_all (call, name, error);
}

static AmicusValue *
list_values (const Call *call)
{
  AmicusValue *values = g_new (AmicusValue, call->names->len + 1);

  for (guint i = 0; i < call->names->len; i++)
    values[i] = (AmicusValue) { call->names->pdata[i], call->values->pdata[i] };

  return values;
}

static gboolean
run_add (const Call  *call,
         GError     **error)
{
  g_autofree AmicusValue *values = list_values (call);

  return amicus_document_add_entity (call->document, call->ids[0], values, call->names->len, error);
}

static gboolean
run_connect (const Call  *call,
             GError     **error)
{
  g_autofree AmicusValue *values = list_values (call);

  return amicus_document_connect (call->document, call->ids[0], call->ids[1], values,
                                  call->names->len, error);
}

static gboolean
run_rename (const Call  *call,
            GError     **error)
{
  return amicus_document_rename (call->document, call->ids[0], call->ids[1], error);
}

static gboolean
run_remove (const Call  *call,
            GError     **error)
{
  g_autofree char *id = amicus_text_for_display (call->ids[0], AMICUS_TEXT_LIST_LIMIT);
  AmicusRemoval removal;

  if (!amicus_document_remove_entity (call->document, call->ids[0], &removal, error))
    return FALSE;
  if (removal.n_relations > 0)
    amicus_complain (ngettext ("with “%s” went %u relation", "with “%s” went %u relations",
                               removal.n_relations), id, removal.n_relations);
  if (removal.n_references > 0)
    amicus_complain (ngettext ("“%s” was in %u list", "“%s” was in %u lists",
                               removal.n_references), id, removal.n_references);

  return TRUE;
}

/* The relations between two entities, or NULL where there is none. */
static GArray *
find_parallels (const Call *call)
{
  AmicusGraph *graph = amicus_document_get_graph (call->document);
  AmicusElement tail = amicus_graph_find_entity (graph, call->ids[0]);
  AmicusElement head = amicus_graph_find_entity (graph, call->ids[1]);

  if (tail.kind == AMICUS_ELEMENT_NONE || head.kind == AMICUS_ELEMENT_NONE)
    return NULL;

  return amicus_graph_get_parallels (graph, tail.id, head.id);
}

static void
describe_attribute (GString     *text,
                    AmicusGraph *graph,
                    guint32      relation,
                    const char  *name)
{
  const char *value = amicus_graph_get_attribute (graph, AMICUS_RELATION (relation), name);
  g_autofree char *shown = NULL;

  if (value == NULL)
    return;
  shown = amicus_text_for_display (value, AMICUS_TEXT_LIST_LIMIT);
  g_string_append_printf (text, " %s=%s", name, g_strdelimit (shown, "\n", ' '));
}

/* Says which relations there are to choose from, a line each. */
static void
list_parallels (const Call *call,
                GArray     *parallels)
{
  static const char *const shown[] = { "kind", "label", "status", "date", "startDate" };
  AmicusGraph *graph = amicus_document_get_graph (call->document);

  for (guint i = 0; i < parallels->len; i++)
    {
      guint32 relation = g_array_index (parallels, guint32, i);
      const char *key = amicus_graph_get_key (graph, relation);
      g_autofree char *key_text = key == NULL ? NULL : amicus_text_for_display (key, 0);
      g_autoptr (GString) text = g_string_new (NULL);

      g_string_append_printf (text, "--nth=%u", i + 1);
      if (key_text != NULL)
        g_string_append_printf (text, " --key=%s", key_text);
      for (guint j = 0; j < G_N_ELEMENTS (shown); j++)
        describe_attribute (text, graph, relation, shown[j]);
      amicus_complain ("  %s", text->str);
    }
}

/* The relation that is meant; NULL after a message where that is not clear. */
static AmicusName *
choose_relation (const Call *call)
{
  g_autoptr (GArray) parallels = find_parallels (call);
  guint n = parallels == NULL ? 0 : parallels->len;

  if (call->key == NULL && call->nth == 0 && n > 1)
    {
      amicus_complain (_("there are several; --key or --nth says which:"));
      list_parallels (call, parallels);
      return NULL;
    }

  return amicus_name_new_relation (call->ids[0], call->ids[1], call->key,
                                   call->nth == 0 ? 0 : call->nth - 1);
}

static gboolean
run_set_edge (const Call  *call,
              GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);

  return relation != NULL && set_all (call, relation, error);
}

static gboolean
run_disconnect (const Call  *call,
                GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);

  return relation != NULL && amicus_document_disconnect (call->document, relation, error);
}

static gboolean
run_reverse (const Call  *call,
             GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);

  return relation != NULL && amicus_document_reverse (call->document, relation, error);
}

static gboolean
run_merge (const Call  *call,
           GError     **error)
{
  g_autofree char *id = amicus_text_for_display (call->ids[1], AMICUS_TEXT_LIST_LIMIT);
  AmicusMerger merger;

  if (!amicus_document_merge (call->document, call->ids[0], call->ids[1], &merger, error))
    return FALSE;
  if (merger.n_dropped > 0)
    amicus_complain (ngettext ("with “%s” went %u relation", "with “%s” went %u relations",
                               merger.n_dropped), id, merger.n_dropped);

  return TRUE;
}

/* A place in points. */
static gboolean
run_pin (const Call  *call,
         GError     **error)
{
  char *x_end, *y_end;
  double x = g_ascii_strtod (call->ids[1], &x_end);
  double y = g_ascii_strtod (call->ids[2], &y_end);

  if (*x_end != '\0' || *y_end != '\0' || !isfinite (x) || !isfinite (y))
    {
      amicus_complain (_("a place is two numbers, in points"));
      return FALSE;
    }

  return amicus_document_pin (call->document, call->ids[0], x, y, error);
}

static gboolean
run_unpin (const Call  *call,
           GError     **error)
{
  return amicus_document_unpin (call->document, call->ids[0], error);
}

static gboolean
run_duplicate (const Call  *call,
               GError     **error)
{
  g_autofree char *id = amicus_document_duplicate_entity (call->document, call->ids[0], FALSE, error);

  return id != NULL;
}

static gboolean
run_duplicate_edge (const Call  *call,
                    GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);
  g_autoptr (AmicusName) made = relation == NULL ? NULL
    : amicus_document_duplicate_relation (call->document, relation, error);

  return made != NULL;
}

/* The value of a setting that has a meaning for one command only; NULL where it is not given. */
static const char *
find_value (const Call *call,
            const char *name)
{
  for (guint i = 0; i < call->names->len; i++)
    if (strcmp (call->names->pdata[i], name) == 0)
      return call->values->pdata[i];

  return NULL;
}

/* FALSE after a message if there is a setting of another name. */
static gboolean
has_only (const Call *call,
          const char *first,
          const char *second)
{
  for (guint i = 0; i < call->names->len; i++)
    if (strcmp (call->names->pdata[i], first) != 0 && strcmp (call->names->pdata[i], second) != 0)
      {
        amicus_complain (_("here only “%s” and “%s” can be said"), first, second);
        return FALSE;
      }

  return TRUE;
}

static gboolean
run_retarget (const Call  *call,
              GError     **error)
{
  g_autoptr (AmicusName) relation = NULL;
  g_autoptr (AmicusName) made = NULL;

  if (!has_only (call, "tail", "head"))
    return FALSE;
  relation = choose_relation (call);
  if (relation != NULL)
    made = amicus_document_retarget (call->document, relation, find_value (call, "tail"),
                                     find_value (call, "head"), error);

  return made != NULL;
}

static gboolean
run_add_source (const Call  *call,
                GError     **error)
{
  g_autofree AmicusValue *values = list_values (call);

  return amicus_document_add_source (call->document, call->ids[0], values, call->names->len, error);
}

static gboolean
cite (const Call        *call,
      const AmicusName  *name,
      const char        *source,
      GError           **error)
{
  return has_only (call, "locator", "quote") &&
         amicus_document_cite (call->document, name, source, find_value (call, "locator"),
                               find_value (call, "quote"), error);
}

static gboolean
run_cite (const Call  *call,
          GError     **error)
{
  g_autoptr (AmicusName) name = amicus_name_new_entity (call->ids[0]);

  return cite (call, name, call->ids[1], error);
}

static gboolean
run_cite_edge (const Call  *call,
               GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);

  return relation != NULL && cite (call, relation, call->ids[2], error);
}

static const Verb verbs[] = {
  { "set", 1, FALSE, '+', N_("ID NAME=VALUE…"), run_set },
  { "unset", 1, FALSE, 'n', N_("ID NAME…"), run_set },
  { "add", 1, FALSE, '=', N_("ID [NAME=VALUE…]"), run_add },
  { "remove", 1, FALSE, 0, N_("ID"), run_remove },
  { "rename", 2, FALSE, 0, N_("ID NEW-ID"), run_rename },
  { "connect", 2, FALSE, '=', N_("ID ID [NAME=VALUE…]"), run_connect },
  { "set-edge", 2, TRUE, '+', N_("ID ID [--key=KEY|--nth=N] NAME=VALUE…"), run_set_edge },
  { "unset-edge", 2, TRUE, 'n', N_("ID ID [--key=KEY|--nth=N] NAME…"), run_set_edge },
  { "disconnect", 2, TRUE, 0, N_("ID ID [--key=KEY|--nth=N]"), run_disconnect },
  { "reverse", 2, TRUE, 0, N_("ID ID [--key=KEY|--nth=N]"), run_reverse },
  { "retarget", 2, TRUE, '+', N_("ID ID [--key=KEY|--nth=N] [tail=ID] [head=ID]"), run_retarget },
  { "merge", 2, FALSE, 0, N_("ID OTHER-ID"), run_merge },
  { "duplicate", 1, FALSE, 0, N_("ID"), run_duplicate },
  { "duplicate-edge", 2, TRUE, 0, N_("ID ID [--key=KEY|--nth=N]"), run_duplicate_edge },
  { "pin", 3, FALSE, 0, N_("ID X Y"), run_pin },
  { "unpin", 1, FALSE, 0, N_("ID"), run_unpin },
  { "add-source", 1, FALSE, '=', N_("ID [NAME=VALUE…]"), run_add_source },
  { "cite", 2, FALSE, '=', N_("ID SOURCE-ID [locator=TEXT] [quote=TEXT]"), run_cite },
  { "cite-edge", 3, TRUE, '=', N_("ID ID SOURCE-ID [--key=KEY|--nth=N] [locator=TEXT] [quote=TEXT]"),
    run_cite_edge },
};

char *
amicus_edit_list_commands (void)
{
  GString *text = g_string_new (_("Commands, divided by the word “then”:"));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "\n  %s %s", verbs[i].name, _(verbs[i].arguments));

  return g_string_free (text, FALSE);
}

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];

  amicus_complain (_("there is no command “%s”; see “amicus-cli edit --help”"), name);
  return NULL;
}

static gboolean
is_end (const char *word)
{
  return word == NULL || strcmp (word, "then") == 0;
}

/* `--key=KEY` or `--nth=N`; whether the word is one of them. */
static gboolean
read_choice (Call       *call,
             const char *word)
{
  guint64 nth;

  if (g_str_has_prefix (word, "--key="))
    {
      call->key = word + strlen ("--key=");
      return TRUE;
    }
  if (!g_str_has_prefix (word, "--nth=") ||
      !g_ascii_string_to_unsigned (word + strlen ("--nth="), 10, 1, G_MAXINT, &nth, NULL))
    return FALSE;
  call->nth = (guint) nth;

  return TRUE;
}

static gboolean
read_setting (Call       *call,
              const Verb *verb,
              const char *word)
{
  const char *equals = strchr (word, '=');

  if (verb->what == 0 || *word == '\0' || (verb->what != 'n' && (equals == NULL || equals == word)))
    return FALSE;
  if (verb->what == 'n')
    equals = NULL;
  g_ptr_array_add (call->names, equals == NULL ? g_strdup (word)
                                               : g_strndup (word, (gsize) (equals - word)));
  g_ptr_array_add (call->values, equals == NULL ? NULL : g_strdup (equals + 1));

  return TRUE;
}

/* The words of one command, up to `then` or the end; NULL after a message. */
static char **
read_call (Call        *call,
           const Verb  *verb,
           char       **words)
{
  gboolean fine = TRUE;

  call->ids = words;
  for (guint i = 0; i < verb->n_ids && fine; i++, words++)
    fine = *words != NULL && !is_end (*words);
  for (; fine && !is_end (*words); words++)
    fine = (verb->chooses && read_choice (call, *words)) || read_setting (call, verb, *words);
  if (fine && (verb->what == 'n' || verb->what == '+'))
    fine = call->names->len > 0;

  if (!fine)
    amicus_complain (_("the command is: %s %s"), verb->name, _(verb->arguments));
  return fine ? words : NULL;
}

static gboolean
run_verb (const Verb *verb,
          const Call *call)
{
  g_autoptr (GError) error = NULL;

  if (verb->run (call, &error))
    return TRUE;
  if (error != NULL)
    amicus_complain ("%s: %s", verb->name, error->message);

  return FALSE;
}

/* Runs one command, behind whose last word *@words stands then. */
static Status
run_next (AmicusDocument   *document,
          char           ***words)
{
  const Verb *verb = find_verb (**words);
  Call call = { document };
  Status status = STATUS_FAILED;

  if (verb == NULL)
    return STATUS_FAILED;

  call.names = g_ptr_array_new_with_free_func (g_free);
  call.values = g_ptr_array_new_with_free_func (g_free);
  *words = read_call (&call, verb, *words + 1);
  if (*words != NULL)
    status = run_verb (verb, &call) ? STATUS_FINE : STATUS_WRONG;
  g_ptr_array_unref (call.names);
  g_ptr_array_unref (call.values);

  return status;
}

Status
amicus_edit_run_commands (AmicusDocument *document,
                          char          **words)
{
  Status status = STATUS_FINE;

  if (*words == NULL)
    {
      amicus_complain (_("what to do is missing; see “amicus-cli edit --help”"));
      return STATUS_FAILED;
    }

  amicus_document_begin (document, _("Edit"));
  while (status == STATUS_FINE && *words != NULL)
    {
      status = run_next (document, &words);
      if (status == STATUS_FINE && *words != NULL && *++words == NULL)
        {
          amicus_complain (_("nothing stands behind “then”"));
          status = STATUS_FAILED;
        }
    }
  if (status == STATUS_FINE)
    amicus_document_end (document);
  else
    amicus_document_abort (document);

  return status;
}
