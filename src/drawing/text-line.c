/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/text-line.h"

AmicusTextLine *
amicus_text_line_ref (AmicusTextLine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
amicus_text_line_unref (AmicusTextLine *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_runs; i++)
    {
      cairo_scaled_font_destroy (self->runs[i].font);
      g_free (self->runs[i].text);
    }
  g_free (self->runs);
  g_free (self->glyphs);
  g_free (self->clusters);
  g_free (self->string);
  g_free (self);
}

void
amicus_text_line_release (gpointer line)
{
  amicus_text_line_unref (line);
}
