/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "layout-worker/sandbox.h"

#include <fcntl.h>
#include <glib.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* Made before the sandbox closes, as a plug-in might have done. */
static int open_file, open_socket;
static void *page;

static void
act_open (void)
{
  open ("/etc/hostname", O_RDONLY);
}

static void
act_stat (void)
{
  struct stat status;

  stat ("/etc/hostname", &status);
}

static void
act_chmod (void)
{
  chmod ("/tmp/no-such-file", 0600);
}

static void
act_rename (void)
{
  rename ("/tmp/no-such-file", "/tmp/nor-this");
}

static void
act_unlink (void)
{
  unlink ("/tmp/no-such-file");
}

static void
act_read_other (void)
{
  char byte;

  if (read (open_file, &byte, 1) < 0)
    _exit (EXIT_FAILURE);
}

static void
act_write_other (void)
{
  if (write (open_file, "x", 1) < 0)
    _exit (EXIT_FAILURE);
}

static void
act_socket (void)
{
  socket (AF_INET, SOCK_STREAM, 0);
}

static void
act_connect (void)
{
  struct sockaddr_un address = { AF_UNIX, "/run/no-such-socket" };

  connect (open_socket, (struct sockaddr *) &address, sizeof address);
}

static void
act_sendto (void)
{
  sendto (open_socket, "x", 1, 0, NULL, 0);
}

static void
act_fork (void)
{
  fork ();
}

static void *
thread (void *data)
{
  return data;
}

static void
act_thread (void)
{
  pthread_t id;

  pthread_create (&id, NULL, thread, NULL);
}

static void
act_exec (void)
{
  execl ("/bin/true", "true", NULL);
}

static void
act_kill (void)
{
  kill (getppid (), SIGWINCH);
}

static void
act_ptrace (void)
{
  ptrace (PTRACE_TRACEME, 0, NULL, NULL);
}

static void
act_map_code (void)
{
  mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void
act_map_file (void)
{
  mmap (NULL, 4096, PROT_READ, MAP_PRIVATE, open_file, 0);
}

static void
act_make_code (void)
{
  mprotect (page, 4096, PROT_READ | PROT_EXEC);
}

static const struct
{
  const char *name;
  void (*act) (void);
} forbidden[] = {
  { "chmod", act_chmod },
  { "connect", act_connect },
  { "exec", act_exec },
  { "fork", act_fork },
  { "kill", act_kill },
  { "make-code", act_make_code },
  { "map-code", act_map_code },
  { "map-file", act_map_file },
  { "open", act_open },
  { "ptrace", act_ptrace },
  { "read-other", act_read_other },
  { "rename", act_rename },
  { "sendto", act_sendto },
  { "socket", act_socket },
  { "stat", act_stat },
  { "thread", act_thread },
  { "unlink", act_unlink },
  { "write-other", act_write_other },
};

/* Does it in a child, in the sandbox, and returns how the child ended. */
static int
status_of (void (*act) (void))
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (!worker_sandbox_enter ())
        _exit (EXIT_FAILURE);
      act ();
      _exit (EXIT_SUCCESS);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

static void
test_forbidden (gconstpointer data)
{
  int status = status_of (forbidden[GPOINTER_TO_UINT (data)].act);

  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGSYS);
}

static void
act_nothing (void)
{
}

static int
compare (const void *a,
         const void *b)
{
  const int *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

static void
act_compute (void)
{
  static int numbers[100000];
  char *memory = malloc (64 << 20);

  memory = realloc (memory, 128 << 20);
  if (memory == NULL)
    _exit (EXIT_FAILURE);
  memset (memory, 1, 128 << 20);
  free (memory);

  for (size_t i = 0; i < G_N_ELEMENTS (numbers); i++)
    numbers[i] = rand ();
  qsort (numbers, G_N_ELEMENTS (numbers), sizeof numbers[0], compare);
}

/* Uses a page of the stack for each level. */
static int
descend (int levels)
{
  volatile char stack[4096];

  stack[0] = (char) levels;
  return levels > 0 ? descend (levels - 1) + stack[0] : 0;
}

static void
act_recurse (void)
{
  descend (48 * 256);
}

static void
act_recurse_forever (void)
{
  descend (80 * 256);
}

static void
act_want_memory (void)
{
  if (malloc ((size_t) 4 << 30) == NULL)
    _exit (42);
}

static void
test_allowed (void)
{
  g_assert_cmpint (status_of (act_nothing), ==, 0);
  g_assert_cmpint (status_of (act_compute), ==, 0);
  g_assert_cmpint (status_of (act_recurse), ==, 0);
}

static void
test_limits (void)
{
  int status = status_of (act_want_memory);

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 42);

  status = status_of (act_recurse_forever);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGSEGV);
}

static void
test_prepare (void)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      char *folder;

      worker_sandbox_prepare ();
      folder = getcwd (NULL, 0);
      if (getenv ("PATH") != NULL || fcntl (open_file, F_GETFD) >= 0 || strcmp (folder, "/") != 0)
        _exit (EXIT_FAILURE);
      _exit (EXIT_SUCCESS);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  open_file = open ("/dev/zero", O_RDWR);
  open_socket = socket (AF_UNIX, SOCK_DGRAM, 0);
  page = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  g_assert_cmpint (open_file, >=, 0);
  g_assert_cmpint (open_socket, >=, 0);
  g_assert_true (page != MAP_FAILED);

  g_test_add_func ("/layout-worker/sandbox/allowed", test_allowed);
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      g_autofree char *path = g_strconcat ("/layout-worker/sandbox/forbidden/",
                                           forbidden[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_forbidden);
    }
  g_test_add_func ("/layout-worker/sandbox/limits", test_limits);
  g_test_add_func ("/layout-worker/sandbox/prepare", test_prepare);

  return g_test_run ();
}
