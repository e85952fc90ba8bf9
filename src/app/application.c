/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/application-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (AmicusApplication, amicus_application, ADW_TYPE_APPLICATION)

/* Every verb that has keys, in one place; the shortcuts window (ui/amicus-shortcuts.ui) shows the same. */
static const struct
{
  const char *action;
  const char *accels[4];
} shortcuts[] = {
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.new-document", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "win.show-help-overlay", { "F1", "<Control>question" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.close", { "<Control>w" } },
  { "win.export", { "<Control>e" } },
  { "win.relayout", { "<Control>r", "F5" } },
  { "win.show-inspector", { "F9" } },
  { "win.show-menu", { "F10" } },
  { "win.toggle-fullscreen", { "F11" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-original", { "<Control>1", "<Control>KP_1" } },
  { "win.zoom-fit", { "<Control>0", "<Control>KP_0" } },
  { "win.fit-selection", { "<Control>2" } },
};

static void
new_window_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  gtk_window_present (GTK_WINDOW (amicus_window_new (AMICUS_APPLICATION (data))));
}

static void
new_document_cb (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  AmicusWindow *window = amicus_application_get_empty_window (AMICUS_APPLICATION (data));

  amicus_window_begin (window);
  amicus_window_present (window);
}

static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  amicus_application_quit (AMICUS_APPLICATION (data));
}

static void
about_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name", "Amicus",
                         "application-icon", AMICUS_APPLICATION_ID,
                         "version", AMICUS_VERSION,
                         "developer-name", _("The Amicus authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("See who stands behind whom"),
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "new-document", .activate = new_document_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
};

static void
amicus_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (amicus_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accels);
  gtk_window_set_default_icon_name (AMICUS_APPLICATION_ID);
  amicus_application_bring_back (AMICUS_APPLICATION (application));
}

/* Quitting goes on with the next window when one is gone. */
static void
amicus_application_window_removed (GtkApplication *application,
                                   GtkWindow *window)
{
  GTK_APPLICATION_CLASS (amicus_application_parent_class)->window_removed (application, window);

  amicus_application_quit_on (AMICUS_APPLICATION (application));
}

static void
amicus_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (amicus_window_new (AMICUS_APPLICATION (application)));
  gtk_window_present (window);
}

static void
amicus_application_open (GApplication *application,
                         GFile **files,
                         int n_files,
                         const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      amicus_application_show_file (AMICUS_APPLICATION (application), files[i]);
    }
}

/* In the program that runs already, or in this one. Returns what is left to do as for the caller: -1 is to go on. */
static int
activate_in_program (GApplication *application,
                     const char *action)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
  return -1;
}

static int
amicus_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("amicus %s\n", AMICUS_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "new-window"))
    return activate_in_program (application, "new-window");
  if (g_variant_dict_contains (options, "new"))
    return activate_in_program (application, "new-document");
  return -1;
}

static void
amicus_application_class_init (AmicusApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->startup = amicus_application_startup;
  application_class->activate = amicus_application_activate;
  application_class->open = amicus_application_open;
  application_class->handle_local_options = amicus_application_handle_local_options;
  GTK_APPLICATION_CLASS (class)->window_removed = amicus_application_window_removed;
}

static void
amicus_application_init (AmicusApplication *self)
{
  const GOptionEntry options[] = {
    { "new", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new document"), NULL },
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open another window"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * amicus_application_new:
 *
 * Returns: (transfer full): the program, not yet running
 */
AmicusApplication *
amicus_application_new (void)
{
  return g_object_new (AMICUS_TYPE_APPLICATION,
                       "application-id", AMICUS_APPLICATION_ID,
                       "resource-base-path", "/org/amicusgraph/Amicus",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
