/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lists what is wrong in a file, each with its line. */

#pragma once

#include <adwaita.h>

#include "graph/graph.h"

G_BEGIN_DECLS

#define AMICUS_TYPE_PROBLEMS_DIALOG (amicus_problems_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmicusProblemsDialog, amicus_problems_dialog, AMICUS, PROBLEMS_DIALOG, AdwWindow)

/* Copies what it shows of @graph. */
GtkWidget *amicus_problems_dialog_new (AmicusGraph *graph) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
