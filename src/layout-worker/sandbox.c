/* SPDX-License-Identifier: MIT */

#include "layout-worker/sandbox.h"

#include "layout/protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A third of it is for graphs: see arena.c. */
#define MEMORY_LIMIT ((rlim_t) 3 << 30)
#define STACK_LIMIT ((rlim_t) 64 << 20)

/* When memory runs out, this process goes first and the person's window stays. */
static void
volunteer_for_oom (void)
{
  int fd = open ("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

  if (fd < 0)
    return;

  /* Without the file nothing is lost but the order of killing. */
  if (write (fd, "1000", 4) < 0)
    errno = 0;
  close (fd);
}

/**
 * worker_sandbox_prepare:
 *
 * Lets go of all that the worker inherits and does not need: environment, folder, file
 * descriptors. From here on it dies with the thread that started it; if that thread is gone
 * already, the end of its pipe tells.
 */
void
worker_sandbox_prepare (void)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  close_range (3, ~0u, 0);
  clearenv ();
  if (chdir ("/") != 0)
    abort ();
  volunteer_for_oom ();
}

static bool
limit_resource (int    resource,
                rlim_t value)
{
  struct rlimit limit;

  if (getrlimit (resource, &limit) != 0)
    return false;

  limit.rlim_cur = value < limit.rlim_max ? value : limit.rlim_max;
  limit.rlim_max = limit.rlim_cur;
  return setrlimit (resource, &limit) == 0;
}

/* There is no limit of processor time: it would add up over the requests of a long life. The
 * client has a clock. The main thread's stack may grow to its limit at run time: Linux leaves at
 * least 128 MiB free below it. */
static bool
limit_resources (void)
{
  return limit_resource (RLIMIT_AS, MEMORY_LIMIT)
         && limit_resource (RLIMIT_STACK, STACK_LIMIT)
         && limit_resource (RLIMIT_FSIZE, sizeof (AmicusWireFrame) + AMICUS_WIRE_MAX_LENGTH)
         && limit_resource (RLIMIT_CORE, 0)
         && limit_resource (RLIMIT_NPROC, 0)
         && limit_resource (RLIMIT_NOFILE, 3);
}

/* No file may be touched, in the words of as many kernels as there are. Old kernels lack
 * Landlock; the filter of system calls is the wall, this is the second one. */
static void
enter_landlock (void)
{
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  int n_rights = version >= 3 ? 15 : version == 2 ? 14 : 13;
  struct landlock_ruleset_attr attributes = { .handled_access_fs = (1ull << n_rights) - 1 };
  int ruleset;

  if (version < 1)
    return;

  ruleset = (int) syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (ruleset < 0)
    return;

  syscall (SYS_landlock_restrict_self, ruleset, 0);
  close (ruleset);
}

/* Calls that are allowed whatever their arguments. glibc's qsort asks sysinfo how much memory
 * there is. */
static const int harmless_calls[] = {
  SCMP_SYS (brk),
  SCMP_SYS (clock_gettime),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
  SCMP_SYS (futex),
  SCMP_SYS (getrandom),
  SCMP_SYS (getrusage),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (madvise),
  SCMP_SYS (mremap),
  SCMP_SYS (munmap),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sched_yield),
  SCMP_SYS (sysinfo),
  SCMP_SYS (times),
};

static bool
allow_calls (scmp_filter_ctx filter)
{
  for (size_t i = 0; i < sizeof harmless_calls / sizeof harmless_calls[0]; i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ALLOW, harmless_calls[i], 0) != 0)
      return false;

  /* Read requests, write replies and complaints, get memory that is neither a file nor code. */
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (read), 1,
                           SCMP_A0 (SCMP_CMP_EQ, STDIN_FILENO)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (write), 1,
                              SCMP_A0 (SCMP_CMP_EQ, STDOUT_FILENO)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (write), 1,
                              SCMP_A0 (SCMP_CMP_EQ, STDERR_FILENO)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 2,
                              SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
                              SCMP_A3 (SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                              SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
}

static bool
enter_seccomp (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_KILL_PROCESS);
  bool loaded;

  if (filter == NULL)
    return false;

  loaded = seccomp_attr_set (filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0
           && allow_calls (filter)
           && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return loaded;
}

/**
 * worker_sandbox_enter:
 *
 * Shuts the worker in for the rest of its life: it can read, write and compute, and anything
 * else kills it. There is no way back.
 *
 * Returns: false if the sandbox could not be had; the worker must then read nothing
 */
bool
worker_sandbox_enter (void)
{
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
      || prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) != 0
      || !limit_resources ())
    return false;

  enter_landlock ();
  return enter_seccomp ();
}
