/* SPDX-License-Identifier: GPL-3.0-or-later
 * A small scene with one of everything that painters must draw. */

#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean without_arrowhead;
  const char *name;
  const char *link;
} SampleChange;

/* Makes DejaVu Sans the only font of the process; must come before anything asks for one. FALSE where it is missing. */
gboolean     sample_pin_font   (void);

/* @change: (nullable): what is different from the usual one. */
AmicusScene *sample_scene      (const SampleChange *change) G_GNUC_WARN_UNUSED_RESULT;

/* The usual one cut to @area, with a title above it. */
AmicusScene *sample_detail     (const AmicusRect   *area) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
