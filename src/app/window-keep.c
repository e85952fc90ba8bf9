/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where edits are until they are saved: what came back after a crash, and what the person must know of the place. */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

/* As people write a moment; the present one if it is not known. */
static char *
describe_moment (gint64 when)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_local (utc) : NULL;

  return local ? g_date_time_format (local, "%x, %H:%M") : g_strdup ("?");
}

void
amicus_window_tell_recovered (AmicusWindow *self,
                              guint n_edits,
                              gint64 when)
{
  g_autofree char *moment = describe_moment (when);
  /* Translators: how many changes, then the day and hour of the last one */
  g_autofree char *text = g_strdup_printf (
    ngettext ("%u change that was never saved is back. It was made on %s.",
              "%u changes that were never saved are back. The last one was made on %s.", n_edits),
    n_edits, moment);
  gboolean can_discard = amicus_window_has_own_file (self);

  amicus_banner_show (self->keep_banner, text, can_discard ? _("_Discard") : NULL,
                      can_discard ? "win.discard-recovered" : NULL);
}

static void
tell_place (AmicusWindow *self,
            AmicusJournalPlace place)
{
  if (place == AMICUS_JOURNAL_PLACE_NONE)
    amicus_banner_show (self->keep_banner,
                        _("Changes cannot be written down: a crash would lose what is not saved."),
                        _("_Save"), "win.save");
  else if (place == AMICUS_JOURNAL_PLACE_OTHER)
    amicus_banner_show (self->keep_banner,
                        _("Changes are written down in a place that may not last until the computer is started again."),
                        _("_Save"), "win.save");
}

void
amicus_window_tell_kept (AmicusWindow *self,
                         AmicusKept kept)
{
  if (kept == AMICUS_KEPT_ELSEWHERE)
    amicus_banner_show (self->keep_banner, _("This file is open in another program too, which may change it."),
                        NULL, NULL);
}

static void
kept_changed_cb (AmicusWindow *self)
{
  tell_place (self, amicus_document_get_place (amicus_session_get_document (self->session)));
}

void
amicus_window_adopt (AmicusWindow *self,
                     AmicusDocument *document)
{
  g_signal_connect_object (document, "notify", G_CALLBACK (amicus_window_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "kept-changed", G_CALLBACK (kept_changed_cb), self, G_CONNECT_SWAPPED);
  amicus_session_set_document (self->session, document);
  amicus_window_show_page (self);
  tell_place (self, amicus_document_get_place (document));
  if (self->outside_touched)
    amicus_window_look_outside (self);
}
