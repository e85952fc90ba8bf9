/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saves once, for a test that makes system calls fail: saver WAY PATH CONTENT BELIEVED
 *
 * WAY is "replace" or "over", with "-unprivileged" to give up being root first. BELIEVED is what may
 * be written over; "-" is anything. Prints what is claimed to have happened. Two calls of getppid ()
 * enclose the save; none is in it. */

#include "base/save.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

static gboolean
give_up_privileges (void)
{
  return geteuid () != 0
         || (setresgid (NOBODY, NOBODY, NOBODY) == 0 && setresuid (NOBODY, NOBODY, NOBODY) == 0);
}

static AmicusSaved
save (gboolean     over,
      const char  *path,
      GBytes      *bytes,
      const char  *expected,
      GError     **error)
{
  AmicusSaved saved;

  getppid ();
  if (over)
    saved = amicus_save_in_place (path, bytes, expected, error) ? AMICUS_SAVED : AMICUS_NOT_SAVED;
  else
    saved = amicus_save_document (path, bytes, expected, error);
  getppid ();

  return saved;
}

int
main (int    argc,
      char **argv)
{
  const char *claims[] = { "refused", "saved", "unproven" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *expected = NULL;
  AmicusSaved saved;

  if (argc != 5 || (g_str_has_suffix (argv[1], "-unprivileged") && !give_up_privileges ()))
    return 2;

  bytes = g_bytes_new (argv[3], strlen (argv[3]));
  if (strcmp (argv[4], "-") != 0)
    expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, argv[4], -1);

  saved = save (g_str_has_prefix (argv[1], "over"), argv[2], bytes, expected, &error);
  printf ("%s\n", claims[saved]);
  if (error != NULL)
    printf ("%s %d\n%s\n", g_quark_to_string (error->domain), error->code, error->message);

  return 0;
}
