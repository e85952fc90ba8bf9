/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said in passing. */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

static AdwToast *
toast_new (const char *text)
{
  /* A toast's title is markup until libadwaita 1.4. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

void
amicus_window_toast (AmicusWindow *self,
                     const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, toast_new (text));
}

/* After another edit it would undo something else. */
void
amicus_window_dismiss_undo (AmicusWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
}

void
amicus_window_toast_with_undo (AmicusWindow *self,
                               const char *text)
{
  AdwToast *toast = toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  amicus_window_dismiss_undo (self);
  g_set_weak_pointer (&self->undo_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
