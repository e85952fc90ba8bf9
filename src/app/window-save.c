/* SPDX-License-Identifier: GPL-3.0-or-later
 * From the window into a file. */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/recent-list.h"
#include "base/text.h"
#include "graph/evidence.h"

/* What is being saved where. */
typedef struct
{
  AmicusWindow *window;
  GFile *file; /* NULL: the document's own */
  AmicusSaveFlags flags;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->window);
  g_clear_object (&save->file);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

/* An example inside the program is nobody's file. */
gboolean
amicus_window_has_own_file (AmicusWindow *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  GFile *file = document ? amicus_document_get_file (document) : NULL;

  return file != NULL && g_file_is_native (file);
}

static void
tell_copied (AmicusWindow *self,
             GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = amicus_text_for_display (name, AMICUS_TEXT_LIST_LIMIT);
  g_autofree char *isolated = amicus_text_isolate (shown);
  /* Translators: a file's name */
  g_autofree char *text = g_strdup_printf (_("A copy was saved as %s"), isolated);

  amicus_window_toast (self, text);
}

static void
tell_unproven (AmicusWindow *self)
{
  amicus_banner_show (self->keep_banner,
                      _("Saved, but the disk did not confirm it: after a power cut the file may be as it was before."),
                      _("_Save Again"), "win.save");
}

/* The document may have another file by now, and the old one is nobody's concern any more. */
static void
follow_saved (AmicusWindow *self,
              const Save *save)
{
  GFile *file = amicus_document_get_file (amicus_session_get_document (self->session));

  amicus_banner_show (self->keep_banner, NULL, NULL, NULL);
  self->outside = AMICUS_FILE_SAME;
  if (save->file)
    {
      amicus_window_watch (self, file);
      amicus_recent_list_remember (file);
    }
  else
    amicus_banner_show (self->change_banner, NULL, NULL, NULL);
}

static void
tell_saved (AmicusWindow *self,
            const Save *save,
            AmicusSaved saved)
{
  if (save->flags & AMICUS_SAVE_COPY)
    tell_copied (self, save->file);
  else
    follow_saved (self, save);
  if (saved == AMICUS_SAVED_UNPROVEN)
    tell_unproven (self);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (Save) save = data;
  AmicusWindow *self = save->window;
  AmicusDocument *document = AMICUS_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  AmicusSaved saved = amicus_document_save_finish (document, result, &error);

  self->saving = FALSE;
  if (amicus_session_get_document (self->session) != document)
    return;

  if (saved != AMICUS_NOT_SAVED)
    tell_saved (self, save, saved);
  amicus_window_actions_update (self);
  amicus_window_saved (self, saved);
  if (saved == AMICUS_NOT_SAVED)
    amicus_window_ask_after (self, save->file, save->flags, error);
  /* What came while the file was being written has waited. */
  amicus_window_look_outside (self);
}

void
amicus_window_save (AmicusWindow *self,
                    GFile *file,
                    AmicusSaveFlags flags)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  Save *save;

  if (self->saving)
    return;

  save = g_new0 (Save, 1);
  save->window = g_object_ref (self);
  save->flags = flags;
  g_set_object (&save->file, file);
  self->saving = TRUE;
  amicus_window_actions_update (self);
  amicus_document_save_async (document, file, flags, NULL, saved_cb, save);
}

/* As the document's title says it, and no folder in it. */
static char *
name_from_title (AmicusWindow *self)
{
  g_autofree char *title = amicus_graph_get_text (amicus_session_get_graph (self->session), AMICUS_WHOLE_GRAPH,
                                                  "label", NULL);
  g_autofree char *stem = title ? amicus_text_for_display (title, AMICUS_TEXT_LIST_LIMIT) : g_strdup ("");

  g_strstrip (g_strdelimit (stem, "/\\\n\t:*?\"<>|", ' '));
  return g_strconcat (*stem && *stem != '.' ? stem : _("Untitled"), ".gv", NULL);
}

static char *
suggest_name (AmicusWindow *self)
{
  GFile *file = amicus_document_get_file (amicus_session_get_document (self->session));
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;

  return name ? g_filename_display_name (name) : name_from_title (self);
}

/* Whether another window shows the file, which then must not be written from here. */
static gboolean
is_shown_elsewhere (AmicusWindow *self,
                    GFile *file)
{
  AmicusWindow *other = amicus_application_find_window (
    AMICUS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file);

  return other != NULL && other != self;
}

/* The one who chose a file that is there was asked whether to replace it. */
static void
save_into (AmicusWindow *self,
           GFile *file,
           AmicusSaveFlags flags)
{
  if (file == NULL || amicus_session_get_document (self->session) == NULL)
    amicus_window_stay (self);
  else if (is_shown_elsewhere (self, file))
    {
      amicus_window_stay (self);
      amicus_window_toast (self, _("This file is open in another window. Choose another name."));
    }
  else if (amicus_window_has_own_file (self) && amicus_window_shows (self, file))
    amicus_window_save (self, NULL, AMICUS_SAVE_DEFAULT);
  else
    amicus_window_save (self, file, AMICUS_SAVE_OVERWRITE | flags);
}

static void
place_chosen (AmicusWindow *self,
              GFile *file)
{
  save_into (self, file, AMICUS_SAVE_DEFAULT);
}

static void
copy_chosen (AmicusWindow *self,
             GFile *file)
{
  save_into (self, file, AMICUS_SAVE_COPY);
}

void
amicus_window_save_as (AmicusWindow *self)
{
  g_autofree char *name = suggest_name (self);

  self->choose_place (self, _("Save As"), name, place_chosen);
}

static void
save_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  AmicusWindow *self = data;

  amicus_window_finish_input (self);
  if (amicus_window_has_own_file (self))
    amicus_window_save (self, NULL, AMICUS_SAVE_DEFAULT);
  else
    amicus_window_save_as (self);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer data)
{
  amicus_window_finish_input (data);
  amicus_window_save_as (data);
}

static void
save_copy_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  AmicusWindow *self = data;
  g_autofree char *name = suggest_name (self);

  amicus_window_finish_input (self);
  self->choose_place (self, _("Save a Copy"), name, copy_chosen);
}

static const GActionEntry actions[] = {
  { .name = "save", .activate = save_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "save-copy", .activate = save_copy_cb },
};

void
amicus_window_save_init (AmicusWindow *self)
{
  self->choose_place = amicus_window_choose_place;
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
amicus_window_save_update (AmicusWindow *self)
{
  gboolean can_save = amicus_session_get_document (self->session) != NULL && !self->saving;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    amicus_window_set_enabled (self, actions[i].name, can_save);
}
