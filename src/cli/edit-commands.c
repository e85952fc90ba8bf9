/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include "cli/edit-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/edit-verbs.h"

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

static const Verb verbs[] = {
  { "set", 1, FALSE, '+', N_("ID NAME=VALUE…"), amicus_verb_set },
  { "unset", 1, FALSE, 'n', N_("ID NAME…"), amicus_verb_set },
  { "add", 1, FALSE, '=', N_("ID [NAME=VALUE…]"), amicus_verb_add },
  { "remove", 1, FALSE, 0, N_("ID"), amicus_verb_remove },
  { "rename", 2, FALSE, 0, N_("ID NEW-ID"), amicus_verb_rename },
  { "connect", 2, FALSE, '=', N_("ID ID [NAME=VALUE…]"), amicus_verb_connect },
  { "set-edge", 2, TRUE, '+', N_("ID ID [--key=KEY|--nth=N] NAME=VALUE…"), amicus_verb_set_edge },
  { "unset-edge", 2, TRUE, 'n', N_("ID ID [--key=KEY|--nth=N] NAME…"), amicus_verb_set_edge },
  { "disconnect", 2, TRUE, 0, N_("ID ID [--key=KEY|--nth=N]"), amicus_verb_disconnect },
  { "reverse", 2, TRUE, 0, N_("ID ID [--key=KEY|--nth=N]"), amicus_verb_reverse },
  { "retarget", 2, TRUE, '+', N_("ID ID [--key=KEY|--nth=N] [tail=ID] [head=ID]"),
    amicus_verb_retarget },
  { "merge", 2, FALSE, 0, N_("ID OTHER-ID"), amicus_verb_merge },
  { "duplicate", 1, FALSE, 0, N_("ID"), amicus_verb_duplicate },
  { "duplicate-edge", 2, TRUE, 0, N_("ID ID [--key=KEY|--nth=N]"), amicus_verb_duplicate_edge },
  { "pin", 3, FALSE, 0, N_("ID X Y"), amicus_verb_pin },
  { "unpin", 1, FALSE, 0, N_("ID"), amicus_verb_unpin },
  { "group", 1, FALSE, 'n', N_("NAME ID…"), amicus_verb_group },
  { "ungroup", 1, FALSE, 0, N_("GROUP-ID"), amicus_verb_ungroup },
  { "move", 2, FALSE, 0, N_("ID GROUP-ID"), amicus_verb_move },
  { "leave", 1, FALSE, 0, N_("ID"), amicus_verb_leave },
  { "add-source", 1, FALSE, '=', N_("ID [NAME=VALUE…]"), amicus_verb_add_source },
  { "cite", 2, FALSE, '=', N_("ID SOURCE-ID [locator=TEXT] [quote=TEXT]"), amicus_verb_cite },
  { "cite-edge", 3, TRUE, '=', N_("ID ID SOURCE-ID [--key=KEY|--nth=N] [locator=TEXT] [quote=TEXT]"),
    amicus_verb_cite_edge },
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
