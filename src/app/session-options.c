/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/session-private.h"

static void
options_changed (AmicusSession *self)
{
  amicus_picture_set_options (self->picture, &self->options);
  g_signal_emit_by_name (self, "options-changed");
}

/**
 * amicus_session_get_options:
 * @self: the session
 *
 * Returns: (transfer none): how the picture is drawn
 */
const AmicusPictureOptions *
amicus_session_get_options (AmicusSession *self)
{
  g_return_val_if_fail (AMICUS_IS_SESSION (self), NULL);

  return &self->options;
}

/**
 * amicus_session_set_scheme:
 * @self: the session
 * @scheme: colours
 *
 * Draws the picture in other colours.
 */
void
amicus_session_set_scheme (AmicusSession *self,
                           AmicusScheme   scheme)
{
  g_return_if_fail (AMICUS_IS_SESSION (self));

  if (self->options.scheme == scheme)
    return;

  self->options.scheme = scheme;
  options_changed (self);
}

/**
 * amicus_session_set_language:
 * @self: the session
 * @language: (nullable): such as "fr"; NULL for the locale's
 *
 * Writes the picture's words in another language.
 */
void
amicus_session_set_language (AmicusSession *self,
                             const char    *language)
{
  g_return_if_fail (AMICUS_IS_SESSION (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;

  g_free (self->language);
  self->language = g_strdup (language);
  self->options.language = self->language;
  options_changed (self);
}

/**
 * amicus_session_set_engine:
 * @self: the session
 * @engine: that is asked for a layout
 *
 * Lays the graph out with another engine.
 */
void
amicus_session_set_engine (AmicusSession *self,
                           AmicusEngine   engine)
{
  g_return_if_fail (AMICUS_IS_SESSION (self));

  if (self->options.engine == engine)
    return;

  self->options.engine = engine;
  options_changed (self);
}

/**
 * amicus_session_set_rank_direction:
 * @self: the session
 * @rank_direction: where the ranks of a layered layout go
 *
 * Turns a layered layout.
 */
void
amicus_session_set_rank_direction (AmicusSession      *self,
                                   AmicusRankDirection rank_direction)
{
  g_return_if_fail (AMICUS_IS_SESSION (self));

  if (self->options.rank_direction == rank_direction)
    return;

  self->options.rank_direction = rank_direction;
  options_changed (self);
}

/**
 * amicus_session_set_draw_sources:
 * @self: the session
 * @draw_sources: whether entities of the kind source are drawn
 *
 * Shows sources as cards, or only as numbers.
 */
void
amicus_session_set_draw_sources (AmicusSession *self,
                                 gboolean       draw_sources)
{
  g_return_if_fail (AMICUS_IS_SESSION (self));

  draw_sources = !!draw_sources;
  if (self->options.draw_sources == draw_sources)
    return;

  self->options.draw_sources = draw_sources;
  options_changed (self);
}
