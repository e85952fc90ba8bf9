/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scribe.h"

#include "document/commands.h"

#define N_ENTITIES 6

const char scribe_start[] =
  "/* Who owns whom. */\n"
  "digraph owners {\n"
  "  node [kind=company]\n"
  "  n0 [label=\"Zero\"]; n1 // the first\n"
  "  n0 -> n1 -> n2 [kind=owns];\n"
  "  subgraph cluster_a { n3 -> n0 }\n"
  "}\n";

static const char *const values[] = { "1", "a longer value", "é \"quoted\"", "" };

static void
pick (GRand *rand,
      char  *id)
{
  id[1] = (char) ('0' + g_rand_int_range (rand, 0, N_ENTITIES));
}

static void
run_command (AmicusDocument *document,
             GRand          *rand)
{
  char id[] = "n0", other[] = "n0";
  g_autoptr (AmicusName) name = NULL;

  pick (rand, id);
  pick (rand, other);
  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      amicus_document_add_entity (document, id, NULL, 0, NULL);
      break;
    case 1:
      amicus_document_connect (document, id, other, NULL, 0, NULL);
      break;
    case 2:
      amicus_document_remove_entity (document, id, NULL, NULL);
      break;
    case 3:
      amicus_document_pin (document, id, g_rand_int_range (rand, 0, 9), 1, NULL);
      break;
    case 4:
      amicus_document_rename (document, id, other, NULL);
      break;
    default:
      name = amicus_name_new_entity (id);
      amicus_document_set_attribute (document, name, "x",
                                     values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))],
                                     NULL);
    }
}

static void
run_several (AmicusDocument *document,
             GRand          *rand)
{
  amicus_document_begin (document, "Several");
  for (guint i = 0; i < 3; i++)
    run_command (document, rand);
  if (g_rand_int_range (rand, 0, 4) == 0)
    amicus_document_abort (document);
  else
    amicus_document_end (document);
}

void
scribe_step (AmicusDocument *document,
             GRand          *rand)
{
  g_autofree char *before = scribe_hash (document);
  g_autofree char *after = NULL;

  do
    {
      int act = g_rand_int_range (rand, 0, 8);

      if (act == 0)
        amicus_document_undo (document);
      else if (act == 1)
        amicus_document_redo (document);
      else if (act == 2)
        run_several (document, rand);
      else
        run_command (document, rand);
      g_free (after);
      after = scribe_hash (document);
    }
  while (g_str_equal (before, after));
}

char *
scribe_hash (AmicusDocument *document)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, amicus_document_get_bytes (document));
}
