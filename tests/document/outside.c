/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outside.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ONE "digraph {\n  a [x=1]\n}\n"
#define TWO "digraph {\n  a [x=2]\n}\n"
#define THEIRS "digraph {\n  a [y=1]\n}\n" /* as long as ONE */

char *
in_folder (Desk       *desk,
           const char *name)
{
  return g_build_filename (desk->top, "folder", name, NULL);
}

void
put (Desk       *desk,
     const char *name,
     const char *text,
     gssize      length)
{
  g_autofree char *path = in_folder (desk, name);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

/* Into the file itself, whatever names it has. */
static void
write_over (const char *path,
            const char *text,
            gssize      length)
{
  int fd = open (path, O_WRONLY | O_TRUNC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, (gsize) length), ==, length);
  close (fd);
}

static void
set_time (const char *path,
          gint64      seconds,
          long        nanoseconds)
{
  struct timespec times[2] = { { seconds, nanoseconds }, { seconds, nanoseconds } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
keep_time (Desk        *desk,
           const char  *text,
           void       (*write_text) (Desk *desk, const char *text))
{
  struct stat status;

  g_assert_cmpint (stat (desk->path, &status), ==, 0);
  write_text (desk, text);
  set_time (desk->path, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

static void
write_here (Desk       *desk,
            const char *text)
{
  write_over (desk->path, text, (gssize) strlen (text));
}

static void
rewrite (Desk *desk)
{
  write_here (desk, THEIRS);
}

void
rewrite_with_time (Desk *desk)
{
  keep_time (desk, THEIRS, write_here);
}

static void
replace (Desk *desk)
{
  desk_write (desk, THEIRS);
}

void
replace_with_time (Desk *desk)
{
  keep_time (desk, THEIRS, desk_write);
}

static void
replace_by_same (Desk *desk)
{
  desk_write (desk, ONE);
}

static void
rewrite_same (Desk *desk)
{
  write_here (desk, ONE);
}

static void
touch_past (Desk *desk)
{
  set_time (desk->path, 0, 0);
}

static void
touch_future (Desk *desk)
{
  set_time (desk->path, (gint64) 1 << 32, 0);
}

static void
change_in_past (Desk *desk)
{
  rewrite (desk);
  touch_past (desk);
}

static void
change_in_future (Desk *desk)
{
  rewrite (desk);
  touch_future (desk);
}

static void
empty (Desk *desk)
{
  write_here (desk, "");
}

static void
cut_last_byte (Desk *desk)
{
  g_assert_cmpint (truncate (desk->path, strlen (ONE) - 1), ==, 0);
}

static void
add_line_end (Desk *desk)
{
  write_here (desk, ONE "\n");
}

static void
add_mark (Desk *desk)
{
  write_here (desk, "\xef\xbb\xbf" ONE);
}

static void
change_line_ends (Desk *desk)
{
  write_here (desk, "digraph {\r\n  a [x=1]\r\n}\r\n");
}

static void
change_one_byte (Desk *desk)
{
  write_here (desk, "digraph {\n  a [x=7]\n}\n");
}

static void
write_binary (Desk *desk)
{
  write_over (desk->path, "\0\xff\x80 graph", 9);
}

static void
write_broken (Desk *desk)
{
  write_here (desk, "digraph { a -> ; \"b }");
}

static void
write_old (Desk *desk)
{
  desk_write (desk, DESK_TEXT);
}

void
write_ours (Desk *desk)
{
  desk_write (desk, TWO);
}

void
write_huge (Desk *desk)
{
  g_assert_cmpint (truncate (desk->path, (off_t) 300 * 1024 * 1024), ==, 0);
}

static void
write_twice (Desk *desk)
{
  rewrite (desk);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_CHANGED);
  change_one_byte (desk);
}

static void
write_and_back (Desk *desk)
{
  rewrite (desk);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_CHANGED);
  desk_write (desk, ONE);
}

void
delete_file (Desk *desk)
{
  g_assert_cmpint (g_unlink (desk->path), ==, 0);
}

static void
delete_and_same (Desk *desk)
{
  delete_file (desk);
  desk_write (desk, ONE);
}

static void
delete_and_other (Desk *desk)
{
  delete_file (desk);
  desk_write (desk, THEIRS);
}

static void
move_away (Desk *desk)
{
  g_autofree char *other = in_folder (desk, "moved.gv");

  g_assert_cmpint (g_rename (desk->path, other), ==, 0);
}

static void
swap_files (Desk *desk)
{
  g_autofree char *other = in_folder (desk, "moved.gv");

  move_away (desk);
  desk_write (desk, THEIRS);
  write_over (other, ONE "// and more\n", (gssize) strlen (ONE "// and more\n"));
}

static void
move_folder (Desk *desk)
{
  g_autofree char *folder = g_build_filename (desk->top, "folder", NULL);
  g_autofree char *other = g_build_filename (desk->top, "moved", NULL);

  g_assert_cmpint (g_rename (folder, other), ==, 0);
}

static void
replace_folder (Desk *desk)
{
  g_autofree char *folder = g_build_filename (desk->top, "folder", NULL);

  move_folder (desk);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  desk_write (desk, THEIRS);
}

static void
put_folder (Desk *desk)
{
  delete_file (desk);
  g_assert_cmpint (g_mkdir (desk->path, 0700), ==, 0);
}

static void
put_pipe (Desk *desk)
{
  delete_file (desk);
  g_assert_cmpint (mkfifo (desk->path, 0600), ==, 0);
}

static void
put_link (Desk       *desk,
          const char *target)
{
  delete_file (desk);
  g_assert_cmpint (symlink (target, desk->path), ==, 0);
}

void
put_link_to_other (Desk *desk)
{
  put (desk, "other.gv", THEIRS, -1);
  put_link (desk, "other.gv");
}

static void
put_link_to_same (Desk *desk)
{
  put (desk, "other.gv", ONE, -1);
  put_link (desk, "other.gv");
}

static void
put_link_to_nothing (Desk *desk)
{
  put_link (desk, "nothing.gv");
}

static void
put_link_to_itself (Desk *desk)
{
  put_link (desk, "a.gv");
}

static void
write_target (Desk *desk)
{
  put (desk, "real.gv", THEIRS, -1);
}

static void
delete_target (Desk *desk)
{
  g_autofree char *path = in_folder (desk, "real.gv");

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
replace_link (Desk *desk)
{
  desk_write (desk, THEIRS);
}

static void
write_hard_link (Desk *desk)
{
  g_autofree char *other = in_folder (desk, "other.gv");

  g_assert_cmpint (link (desk->path, other), ==, 0);
  write_over (other, THEIRS, (gssize) strlen (THEIRS));
}

static void
leave_conflict (Desk *desk)
{
  put (desk, "a (conflicted copy).gv", ONE, -1);
  replace (desk);
}

static void
save_in_other_window (Desk *desk)
{
  AmicusDocument *first = g_steal_pointer (&desk->document);

  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_ELSEWHERE);
  desk_edit (desk, "7");
  desk_save_well (desk);
  desk_close (desk);
  desk->document = first;
}

const Scenario scenarios[] = {
  { "rewritten", rewrite, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "rewritten, time kept", rewrite_with_time, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "replaced", replace, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "replaced, time kept", replace_with_time, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "replaced by the same", replace_by_same, AMICUS_FILE_SAME, FALSE, TRUE },
  { "rewritten with the same", rewrite_same, AMICUS_FILE_SAME, FALSE, TRUE },
  { "time of 1970", touch_past, AMICUS_FILE_SAME, FALSE, TRUE },
  { "time to come", touch_future, AMICUS_FILE_SAME, FALSE, TRUE },
  { "changed in 1970", change_in_past, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "changed in the future", change_in_future, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "emptied", empty, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "last byte cut", cut_last_byte, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "line end added", add_line_end, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "byte order mark added", add_mark, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "line ends changed", change_line_ends, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "one byte changed", change_one_byte, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "no text any more", write_binary, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "broken", write_broken, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "back to an old version", write_old, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "what we have not saved", write_ours, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "too large", write_huge, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "changed twice", write_twice, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "changed and back", write_and_back, AMICUS_FILE_SAME, FALSE, TRUE },
  { "deleted", delete_file, AMICUS_FILE_GONE, FALSE, TRUE },
  { "deleted, and the same again", delete_and_same, AMICUS_FILE_SAME, FALSE, TRUE },
  { "deleted, and another", delete_and_other, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "moved away", move_away, AMICUS_FILE_GONE, FALSE, TRUE },
  { "another has its name", swap_files, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "folder moved", move_folder, AMICUS_FILE_GONE, FALSE, FALSE },
  { "another folder has its name", replace_folder, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "a folder", put_folder, AMICUS_FILE_CHANGED, FALSE, FALSE },
  { "a pipe", put_pipe, AMICUS_FILE_CHANGED, FALSE, FALSE },
  { "a link to another", put_link_to_other, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "a link to the same", put_link_to_same, AMICUS_FILE_SAME, FALSE, TRUE },
  { "a link to nothing", put_link_to_nothing, AMICUS_FILE_GONE, FALSE, TRUE },
  { "a link to itself", put_link_to_itself, AMICUS_FILE_UNREADABLE, FALSE, FALSE },
  { "link: what it points to is replaced", write_target, AMICUS_FILE_CHANGED, TRUE, TRUE },
  { "link: what it points to is deleted", delete_target, AMICUS_FILE_GONE, TRUE, TRUE },
  { "link: points to another", put_link_to_other, AMICUS_FILE_CHANGED, TRUE, TRUE },
  { "link: points to the same elsewhere", put_link_to_same, AMICUS_FILE_SAME, TRUE, TRUE },
  { "link: a file now", replace_link, AMICUS_FILE_CHANGED, TRUE, TRUE },
  { "changed by another name", write_hard_link, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "conflict of a cloud", leave_conflict, AMICUS_FILE_CHANGED, FALSE, TRUE },
  { "saved in another window", save_in_other_window, AMICUS_FILE_CHANGED, FALSE, TRUE },
};

const guint n_scenarios = G_N_ELEMENTS (scenarios);
