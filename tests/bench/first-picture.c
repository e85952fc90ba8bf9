/* SPDX-License-Identifier: GPL-3.0-or-later
 * Starts a command and prints after how many milliseconds the screen changed for the last time:
 * when its first complete picture stood there. Works alike for every program.
 *
 * first-picture COMMAND [ARGUMENT…] */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

/* The picture is complete when nothing has changed for so long, in µs. */
#define QUIET (700 * 1000)
#define GIVE_UP (120 * G_USEC_PER_SEC)

typedef struct
{
  Display *display;
  XWindowAttributes root;
} Watched;

static guint64
look (Watched *screen)
{
  XImage *image = XGetImage (screen->display, DefaultRootWindow (screen->display), 0, 0,
                             (guint) screen->root.width, (guint) screen->root.height, AllPlanes,
                             ZPixmap);
  const guint64 *words = (const guint64 *) (gpointer) image->data;
  gsize n_words = (gsize) image->bytes_per_line * (gsize) image->height / sizeof (guint64);
  guint64 hash = 0;

  for (gsize i = 0; i < n_words; i++)
    hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15u + (hash >> 29);
  XDestroyImage (image);

  return hash;
}

static GPid
start (char **command)
{
  g_autoptr (GError) error = NULL;
  GPid pid;

  if (!g_spawn_async (NULL, command, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s", error->message);

  return pid;
}

int
main (int argc,
      char **argv)
{
  Watched screen = { .display = XOpenDisplay (NULL) };

  if (argc < 2 || screen.display == NULL)
    {
      g_printerr ("usage: first-picture COMMAND [ARGUMENT…], under a display\n");
      return 2;
    }
  XGetWindowAttributes (screen.display, DefaultRootWindow (screen.display), &screen.root);

  guint64 empty = look (&screen);
  guint64 seen = empty;
  gint64 begun = g_get_monotonic_time ();
  gint64 changed = begun;
  GPid pid = start (argv + 1);

  while (seen == empty || g_get_monotonic_time () - changed < QUIET)
    {
      guint64 now = look (&screen);

      if (now != seen)
        {
          seen = now;
          changed = g_get_monotonic_time ();
        }
      if (g_get_monotonic_time () - begun > GIVE_UP)
        break;
      g_usleep (2000);
    }

  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  if (seen == empty)
    return 1;
  g_print ("%.1f\n", (double) (changed - begun) / 1000.0);
  return 0;
}
