/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/application.h"

int
main (int argc,
      char **argv)
{
  const char *locale_dir = g_getenv ("AMICUS_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : AMICUS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_autoptr (AmicusApplication) application = amicus_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
