/* SPDX-License-Identifier: GPL-3.0-or-later
 * One type over several files: window.c is its life, window-actions.c its verbs, window-file.c what is open in it;
 * window-save.c how that gets into a file, window-choose.c into which, window-failure.c what is asked when it does not,
 * window-close.c what is asked before it goes; window-outside.c what others do to the file, window-history.c what was
 * done and can be undone, window-keep.c where that is kept; window-toast.c what is said in passing. */

#pragma once

#include "app/banner.h"
#include "app/inspector/inspector.h"
#include "app/window.h"
#include "document/keeping.h"

G_BEGIN_DECLS

/* Work shorter than this shows no sign of itself, in ms. */
#define AMICUS_PATIENCE 300

/* Told where to save; @file is NULL if the person wants no place. */
typedef void (*AmicusPlaceFunc) (AmicusWindow *self,
                                 GFile        *file);

struct _AmicusWindow
{
  AdwApplicationWindow parent_instance;

  AmicusSession *session;
  GtkWidget *canvas;

  GFile *wanted;            /* being opened */
  GCancellable *opening;
  GFileMonitor *monitor;    /* of the file that is shown or being opened */
  gboolean outside_touched; /* since it was looked at last */
  gboolean outside_asked;   /* a look is under way */
  guint outside_delay;
  AmicusFileState outside;  /* what the file was like then */
  gboolean saving;
  gboolean close_wanted;    /* as soon as it is saved */
  gboolean close_settled;   /* the person has said what becomes of what is not saved */
  GtkWidget *close_question;
  /* Asks for a place, with a name to begin with; tests answer themselves. */
  void (*choose_place) (AmicusWindow *self, const char *title, const char *name, AmicusPlaceFunc chosen);
  guint loading_delay;
  guint present_delay;      /* until the window is shown without its first picture */
  guint progress_delay;

  AdwWindowTitle *title;
  GtkBox *document_buttons;
  GtkDropDown *graph_choice;
  GtkMenuButton *primary_button;
  AmicusBanner *problems_banner;
  AmicusBanner *layout_banner;
  AmicusBanner *change_banner;
  AmicusBanner *keep_banner;
  GMenu *history_menu;
  GtkBox *history_buttons;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  AdwToastOverlay *toasts;
  AdwToast *undo_toast;      /* as long as it is shown */
  GtkStack *stack;
  AdwFlap *flap;
  gboolean inspector_wanted; /* as soon as there is room for it again */
  GtkOverlay *overlay;
  GtkWidget *empty_hint; /* how to begin */
  GtkRevealer *progress;
  GtkSpinner *loading_spinner;
  GtkSpinner *progress_spinner;
  GtkLabel *progress_label;
  AmicusInspector *inspector;
};

/* Title and actions follow the document. */
void     amicus_window_update          (AmicusWindow    *self);
/* Either the document or the start page. */
void     amicus_window_show_page       (AmicusWindow    *self);
/* If the window waits for its first picture to be shown, it does so no longer. */
void     amicus_window_present_now     (AmicusWindow    *self);
/* Nothing is opened or watched any more. */
void     amicus_window_forget_file     (AmicusWindow    *self);

/* Adds the actions to the window. */
void     amicus_window_actions_init    (AmicusWindow    *self);
/* Sets which of them can be used now, and the states of those that have one. */
void     amicus_window_actions_update  (AmicusWindow    *self);
void     amicus_window_set_enabled     (AmicusWindow    *self,
                                        const char      *action,
                                        gboolean         enabled);

/* What is being typed becomes part of the document. */
void     amicus_window_finish_input    (AmicusWindow    *self);
/* Whether the document has a file that can be saved into. */
gboolean amicus_window_has_own_file    (AmicusWindow    *self);
/* The document's name, fit for a sentence. */
char    *amicus_window_dup_name        (AmicusWindow    *self) G_GNUC_WARN_UNUSED_RESULT;
/* Whether closing the window loses what is in no file. */
gboolean amicus_window_has_unsaved     (AmicusWindow    *self);

/* Says something that needs no answer; @text is plain text. */
void     amicus_window_toast           (AmicusWindow    *self,
                                        const char      *text);
/* The same, and offers to take it back, until something else is done. */
void     amicus_window_toast_with_undo (AmicusWindow    *self,
                                        const char      *text);

void     amicus_window_dismiss_undo    (AmicusWindow    *self);

void     amicus_window_history_init    (AmicusWindow    *self);
void     amicus_window_history_update  (AmicusWindow    *self);

/* Shows a file in the window that suits it. */
void     amicus_window_open_somewhere  (AmicusWindow    *self,
                                        GFile           *file);
void     amicus_window_choose_file     (AmicusWindow    *self);
void     amicus_window_choose_place    (AmicusWindow    *self,
                                        const char      *title,
                                        const char      *name,
                                        AmicusPlaceFunc  chosen);

void     amicus_window_save_init       (AmicusWindow    *self);
void     amicus_window_save_update     (AmicusWindow    *self);
/* @file: NULL for the document's own. */
void     amicus_window_save            (AmicusWindow    *self,
                                        GFile           *file,
                                        AmicusSaveFlags  flags);
void     amicus_window_save_as         (AmicusWindow    *self);
/* Asks what to do after a save that did not succeed. */
void     amicus_window_ask_after       (AmicusWindow    *self,
                                        GFile           *file,
                                        AmicusSaveFlags  flags,
                                        const GError    *error);
/* The file holds something else: whose version goes on? */
void     amicus_window_ask_which       (AmicusWindow    *self);

/* Whether the window may go now; asks and says FALSE if not. */
gboolean amicus_window_may_close       (AmicusWindow    *self);
/* The person has thought better of closing. */
void     amicus_window_stay            (AmicusWindow    *self);
/* After a save: a window that waited for it closes. */
void     amicus_window_saved           (AmicusWindow    *self,
                                        AmicusSaved      saved);

void     amicus_window_outside_init    (AmicusWindow    *self);
/* From now on what others do to @file is noticed; NULL for no file. */
void     amicus_window_watch           (AmicusWindow    *self,
                                        GFile           *file);
/* Looks whether the file is as it was; soon, and once for several calls. */
void     amicus_window_look_outside    (AmicusWindow    *self);
/* Takes what the file holds; undo takes it back. */
void     amicus_window_reload          (AmicusWindow    *self);
/* Puts the document's text in the place of what others wrote, which redo brings back. */
void     amicus_window_overwrite       (AmicusWindow    *self);

/* Shows a document that is kept. */
void     amicus_window_adopt           (AmicusWindow    *self,
                                        AmicusDocument  *document);
/* Says that edits are back which were never saved. */
void     amicus_window_tell_recovered  (AmicusWindow    *self,
                                        guint            n_edits,
                                        gint64           when);
/* Says where edits are kept, if that is not as it should be. */
void     amicus_window_tell_kept       (AmicusWindow    *self,
                                        AmicusKept       kept);

G_END_DECLS
