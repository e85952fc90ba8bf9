/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the parser finds wrong, up to a limit. */

#pragma once

#include "base/diagnostic.h"

G_BEGIN_DECLS

/**
 * FindingsCount:
 * @n_items: how many are kept
 * @n_more: how many of each severity were beyond the limit
 */
typedef struct
{
  guint n_items;
  guint n_more[2];
} FindingsCount;

/**
 * Findings:
 * @items: AmicusDiagnostic elements, without line and column until they are located
 * @n_kept: how many of each severity there are
 * @n_more: how many of each were beyond the limit
 */
typedef struct
{
  GArray *items;
  guint n_kept[2];
  guint n_more[2];
} Findings;

void  amicus_findings_init   (Findings       *self);
void  amicus_findings_clear  (Findings       *self);
void  amicus_findings_add    (Findings       *self,
                              AmicusSeverity  severity,
                              gsize           offset,
                              const char     *format,
                              ...) G_GNUC_PRINTF (4, 5);
FindingsCount
      amicus_findings_count  (const Findings *self);
void  amicus_findings_drop   (Findings       *self,
                              AmicusSeverity  severity,
                              const FindingsCount *from);
void  amicus_findings_finish (Findings       *self,
                              gsize           size);

G_END_DECLS
