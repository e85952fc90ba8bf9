/* SPDX-License-Identifier: GPL-3.0-or-later
 * The C expression in the header of a gettext catalogue, evaluated by two stacks (Dijkstra's
 * shunting yard, 1961). */

#define G_LOG_DOMAIN "amicus-base"

#include "base/plural.h"

#include <string.h>

/* The longest expression in use, that of Arabic, has 22 operators and 4 levels. */
#define STACK_SIZE 64

typedef struct
{
  const char *text;
  char code; /* what it is called on the stack */
  int level; /* binds tighter than lower ones */
} Operator;

/* Longer ones first. `?` and `:` are one operator in two parts: it groups from the right. */
static const Operator operators[] = {
  { "||", '|', 2 }, { "&&", '&', 3 }, { "==", '=', 4 }, { "!=", '#', 4 },
  { "<=", 'l', 5 }, { ">=", 'g', 5 }, { "<", '<', 5 },  { ">", '>', 5 },
  { "+", '+', 6 },  { "-", '-', 6 },  { "*", '*', 7 },  { "/", '/', 7 },
  { "%", '%', 7 },  { "!", '!', 8 },  { "?", '?', 1 },  { ":", ':', 1 },
};

typedef struct
{
  gulong values[STACK_SIZE];
  const Operator *pending[STACK_SIZE]; /* NULL stands for an opening parenthesis */
  guint n_values;
  guint n_pending;
  gboolean after_value; /* an operator comes next, else a value */
  gboolean failed;
} Machine;

static void
push_value (Machine *machine,
            gulong value)
{
  if (machine->n_values == STACK_SIZE)
    machine->failed = TRUE;
  else
    machine->values[machine->n_values++] = value;
}

static gulong
pop_value (Machine *machine)
{
  if (machine->n_values > 0)
    return machine->values[--machine->n_values];

  machine->failed = TRUE;
  return 0;
}

static void
push_operator (Machine *machine,
               const Operator *operator)
{
  if (machine->n_pending == STACK_SIZE)
    machine->failed = TRUE;
  else
    machine->pending[machine->n_pending++] = operator;
}

static gulong
compute (char code,
         gulong a,
         gulong b)
{
  switch (code)
    {
    case '|': return a != 0 || b != 0;
    case '&': return a != 0 && b != 0;
    case '=': return a == b;
    case '#': return a != b;
    case 'l': return a <= b;
    case 'g': return a >= b;
    case '<': return a < b;
    case '>': return a > b;
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return b == 0 ? 0 : a / b;
    case '%': return b == 0 ? 0 : a % b;
    default: return 0;
    }
}

/* `c ? a : b` when its end is reached: the `:` is on the stack and its `?` below it. */
static void
choose (Machine *machine)
{
  gulong otherwise = pop_value (machine);
  gulong then = pop_value (machine);
  gulong condition = pop_value (machine);
  const Operator *question = machine->n_pending > 0 ? machine->pending[--machine->n_pending] : NULL;

  if (question == NULL || question->code != '?')
    machine->failed = TRUE;
  push_value (machine, condition != 0 ? then : otherwise);
}

static void
apply (Machine *machine)
{
  const Operator *operator = machine->pending[--machine->n_pending];
  gulong b;

  if (operator->code == ':')
    {
      choose (machine);
      return;
    }
  if (operator->code == '?')
    {
      machine->failed = TRUE;
      return;
    }

  b = pop_value (machine);
  if (operator->code == '!')
    push_value (machine, b == 0);
  else
    push_value (machine, compute (operator->code, pop_value (machine), b));
}

static void
apply_tighter (Machine *machine,
               int level)
{
  while (!machine->failed && machine->n_pending > 0 &&
         machine->pending[machine->n_pending - 1] != NULL &&
         machine->pending[machine->n_pending - 1]->level >= level)
    apply (machine);
}

static void
take_operator (Machine *machine,
               const Operator *operator)
{
  if (machine->after_value == (operator->code == '!'))
    machine->failed = TRUE;
  machine->after_value = FALSE;

  if (operator->code == ':')
    /* What stands between `?` and `:`, up to that `?`. */
    while (!machine->failed && machine->n_pending > 0 &&
           machine->pending[machine->n_pending - 1] != NULL &&
           machine->pending[machine->n_pending - 1]->code != '?')
      apply (machine);
  else if (operator->code != '!')
    apply_tighter (machine, operator->level + (operator->code == '?' ? 1 : 0));

  push_operator (machine, operator);
}

static void
close_parenthesis (Machine *machine)
{
  apply_tighter (machine, 0);
  if (machine->n_pending == 0)
    machine->failed = TRUE;
  else
    machine->n_pending--;
}

static const Operator *
find_operator (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (strncmp (at, operators[i].text, strlen (operators[i].text)) == 0)
      return &operators[i];

  return NULL;
}

static void
take_value (Machine *machine,
            gulong value)
{
  if (machine->after_value)
    machine->failed = TRUE;
  push_value (machine, value);
  machine->after_value = TRUE;
}

static void
take_parenthesis (Machine *machine,
                  char parenthesis)
{
  gboolean opens = parenthesis == '(';

  if (machine->after_value == opens)
    machine->failed = TRUE;
  else if (opens)
    push_operator (machine, NULL);
  else
    close_parenthesis (machine);
}

/* Takes one token and returns where the next begins. */
static const char *
step (Machine *machine,
      const char *at,
      gulong n)
{
  const Operator *operator = find_operator (at);
  char *end;

  if (operator != NULL)
    {
      take_operator (machine, operator);
      return at + strlen (operator->text);
    }
  if (g_ascii_isdigit (*at))
    {
      take_value (machine, (gulong) g_ascii_strtoull (at, &end, 10));
      return end;
    }

  if (*at == 'n')
    take_value (machine, n);
  else if (*at == '(' || *at == ')')
    take_parenthesis (machine, *at);
  else if (!g_ascii_isspace (*at))
    machine->failed = TRUE;

  return at + 1;
}

static gboolean
evaluate (const char *expression,
          guint n,
          gulong *result)
{
  Machine machine = { .n_values = 0 };

  for (const char *at = expression; *at != '\0' && *at != ';' && *at != '\n' && !machine.failed;)
    at = step (&machine, at, n);
  apply_tighter (&machine, 0);
  *result = pop_value (&machine);

  return !machine.failed && machine.n_values == 0 && machine.n_pending == 0;
}

/**
 * amicus_plural_form:
 * @header: the header of a catalogue
 * @n: a number
 *
 * Returns: the number of the form, from 0; the English rule if @header gives none that makes sense
 */
guint
amicus_plural_form (const char *header,
                    guint n)
{
  const char *expression;
  gulong form;

  g_return_val_if_fail (header != NULL, 0);

  expression = strstr (header, "plural=");
  if (expression == NULL || !evaluate (expression + strlen ("plural="), n, &form) || form > 5)
    return n == 1 ? 0 : 1;

  return (guint) form;
}
