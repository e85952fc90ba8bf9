#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A save whose system calls fail, one at a time: the old file is there or the new one, and no lie about which.

usage: test-save-faults.py SAVER [ROW…]

Each row is a situation; SAVER saves once in it. Every system call of that save is made to fail in every way, or to be
the last one before the program is killed (strace -e inject). The oracle is the folder as it was before, and as an
undisturbed save leaves it: content, kind, mode, owner, access list, attributes and links of everything in it.
AMICUS_TEST_FULL=1 makes all injections, else a part of them, spread evenly.
"""

import concurrent.futures
import errno
import os
import re
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

SAVER = sys.argv[1]
FULL = os.environ.get("AMICUS_TEST_FULL") == "1"
PART = 12
ROOT = os.geteuid() == 0
NOBODY = 65534

OLD, NEW, THEIRS = "old\n" * 100, "new, and longer\n" * 5000, "theirs\n"
LEFT_OVER = re.compile(r"\.amicus-[0-9a-f]{8}\.part")
ENVIRONMENT = {**os.environ, "LC_ALL": "C", "ASAN_OPTIONS": "detect_leaks=0"}

ERRORS = ["ENOSPC", "EIO", "EINTR", "EACCES", "EDQUOT", "EROFS"]
# A call that does nothing and says that it did so, or a part of it.
LIES = {"write": ["retval=0", "retval=1"], "pread64": ["retval=0", "retval=1"]}
# How much memory is asked for is no step of a save.
MEMORY = {"brk", "futex", "madvise", "mmap", "mprotect", "mremap", "munmap"}

CHANGED = "amicus-save-error-quark 0"
GONE = "amicus-save-error-quark 1"
IN_PLACE_NEEDED = "amicus-save-error-quark 2"
DAMAGED = "amicus-save-error-quark 3"


class Impossible(Exception):
    """A situation that cannot be had here, and why."""


@dataclass
class Row:
    name: str
    prepare: Callable  # makes the situation in a folder; returns the path to be saved, or None for "x.gv"
    claim: str = "saved"
    way: str = "replace"
    believed: str = OLD
    needs_root: bool = False
    changes: tuple = ("content",)  # what an undisturbed save changes


@dataclass
class Run:
    claim: str
    problem: str
    message: str
    killed: bool
    injected: bool


def put(path, content=OLD, mode=0o644, owner=None):
    path.write_text(content)
    path.chmod(mode)
    if owner:
        os.chown(path, *owner)
        path.chmod(mode)


def access_list(*entries):
    return struct.pack("<I", 2) + b"".join(
        struct.pack("<HHI", tag, permissions, identity) for tag, permissions, identity in entries)


ACL = access_list((1, 6, 0xffffffff), (2, 4, 12345), (4, 0, 0xffffffff), (16, 4, 0xffffffff), (32, 0, 0xffffffff))


def set_attribute(path, name, value):
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        if error.errno != errno.ENOTSUP:
            raise
        raise Impossible(f"no {name} on this file system") from error


def plain(folder):
    put(folder / "x.gv")


def nothing(folder):
    pass


def private(folder):
    put(folder / "x.gv", mode=0o600)


def attributes(folder):
    put(folder / "x.gv", mode=0o640)
    set_attribute(folder / "x.gv", "user.source", b"a register\0of companies")
    set_attribute(folder / "x.gv", "user.empty", b"")
    set_attribute(folder / "x.gv", "system.posix_acl_access", ACL)


def inherited_list(folder):
    put(folder / "x.gv")
    set_attribute(folder, "system.posix_acl_default", ACL)


def symlink(folder):
    (folder / "real").mkdir()
    put(folder / "real" / "x.gv")
    (folder / "x.gv").symlink_to("real/x.gv")


def dangling_symlink(folder):
    (folder / "real").mkdir()
    (folder / "x.gv").symlink_to("real/x.gv")


def hard_link(folder):
    put(folder / "x.gv")
    (folder / "other.gv").hardlink_to(folder / "x.gv")


def read_only_folder(folder):
    put(folder / "x.gv", mode=0o666)
    folder.chmod(0o555)


def sticky_folder(folder):
    put(folder / "x.gv", mode=0o666)
    folder.chmod(0o1777)


def changed(folder):
    put(folder / "x.gv", THEIRS)


def vanished_folder(folder):
    return folder / "vanished" / "x.gv"


def left_over(folder):
    plain(folder)
    put(folder / ".amicus-0123abcd.part", "half a docu", 0o600)


def read_only_file(folder):
    put(folder / "x.gv", mode=0o444, owner=(NOBODY, NOBODY) if ROOT else None)
    folder.chmod(0o777)


def other_owner(folder):
    put(folder / "x.gv", mode=0o664, owner=(1234, 0))


def other_group(folder):
    put(folder / "x.gv", mode=0o664, owner=(0, 2345))


def shared_folder(folder):
    put(folder / "x.gv", mode=0o664, owner=(1234, NOBODY))
    folder.chmod(0o777)


def strange_group(folder):
    put(folder / "x.gv", mode=0o664, owner=(NOBODY, 2345))
    folder.chmod(0o777)


ROWS = [
    Row("plain", plain),
    Row("new file", nothing, believed="-"),
    Row("mode 0600", private),
    Row("mode 0640, access list, attributes", attributes),
    Row("access list of the folder", inherited_list),
    Row("symbolic link", symlink),
    Row("dangling symbolic link", dangling_symlink, believed="-"),
    Row("hard link", hard_link, IN_PLACE_NEEDED),
    Row("hard link, in place", hard_link, way="over"),
    Row("read-only folder", read_only_folder, IN_PLACE_NEEDED, "replace-unprivileged"),
    Row("read-only folder, in place", read_only_folder, way="over-unprivileged"),
    Row("another's file in a sticky folder", sticky_folder, IN_PLACE_NEEDED, "replace-unprivileged", needs_root=True),
    Row("changed underneath", changed, CHANGED),
    Row("changed underneath, in place", changed, CHANGED, "over"),
    Row("gone", nothing, GONE),
    Row("vanished folder", vanished_folder, "g-file-error-quark 4", believed="-"),
    Row("left-over of a killed save", left_over),
    Row("read-only file", read_only_file, "g-file-error-quark 2", "replace-unprivileged"),
    Row("another's file", other_owner, needs_root=True),
    Row("another group's file", other_group, needs_root=True),
    Row("another's file, own group", shared_folder, way="replace-unprivileged", needs_root=True,
        changes=("content", "owner")),
    Row("own file, strange group", strange_group, IN_PLACE_NEEDED, "replace-unprivileged", needs_root=True),
]


def describe(path):
    status = path.lstat()
    kind = stat.S_IFMT(status.st_mode)
    content = path.read_text() if kind == stat.S_IFREG else os.readlink(path) if kind == stat.S_IFLNK else None
    names = os.listxattr(path, follow_symlinks=False)
    return {
        "content": content,
        "kind": kind,
        "mode": stat.S_IMODE(status.st_mode),
        "owner": status.st_uid,
        "group": status.st_gid,
        "links": status.st_nlink if kind == stat.S_IFREG else None,
        "attributes": {name: os.getxattr(path, name, follow_symlinks=False) for name in names},
    }


def look(folder):
    """Everything in a folder, and the names of left-overs."""
    found = {".": describe(folder)}
    left = []
    for path in sorted(folder.rglob("*")):
        if LEFT_OVER.fullmatch(path.name):
            left.append(path.name)
        else:
            found[str(path.relative_to(folder))] = describe(path)
    return found, left


def blur(found):
    """Without what an interrupted writing in place may leave."""
    return {name: {**what, "content": None} if what["kind"] == stat.S_IFREG else what for name, what in found.items()}


def run(row, path, believed, options=(), log=os.devnull):
    strace = ["strace", "-qq", "-o", log, *options] if options else []
    result = subprocess.run([*strace, SAVER, row.way, path, NEW, believed], env=ENVIRONMENT, capture_output=True,
                            text=True, timeout=60)
    lines = [*result.stdout.splitlines(), "", "", ""]
    trace = Path(log).read_text() if options else ""
    killed = "+++ killed by SIGKILL +++" in trace or result.returncode in (-9, 137)
    if result.returncode != 0 and not killed:
        raise AssertionError(f"ended with {result.returncode}: {result.stderr}")
    return Run(lines[0], lines[1], lines[2], killed, killed or "(INJECTED)" in trace)


def make(row, folder):
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    return row.prepare(folder) or folder / "x.gv"


def calls_of(row, folder):
    """The system calls between the two marks, each with its number among those of its name in the program's life."""
    log = f"{folder}.log"
    run(row, make(row, folder), row.believed, ["-e", "trace=all"], log)
    counts, marks = {}, 0
    for line in Path(log).read_text().splitlines():
        name = re.match(r"(\w+)\(", line)
        if not name:
            continue
        name = name.group(1)
        counts[name] = counts.get(name, 0) + 1
        if name == "getppid":
            marks += 1
        elif marks == 1 and name not in MEMORY:
            yield name, counts[name]


def undisturbed(row, folder):
    """The folder before and after, if nothing goes wrong."""
    path = make(row, folder)
    before, _ = look(folder)
    result = run(row, path, row.believed)
    after, left = look(folder)
    assert (result.claim if result.claim != "refused" else result.problem) == row.claim, result
    assert not left, left
    if result.claim == "refused":
        assert after == before, (before, after)
    for name, old in before.items():
        differs = {key for key in old if old[key] != after[name][key]}
        assert differs <= set(row.changes), (name, old, after[name])
    return before, after


def first_fsync(call, calls):
    return call[0] == "fsync" and call == min(one for one in calls if one[0] == "fsync")


def check_claim(row, result, path, call, fault, calls):
    assert result.claim in ("saved", "unproven", "refused"), result
    if result.claim == "refused":
        assert str(path) in result.message and result.message.endswith("."), result
    if not fault.startswith("error"):
        return
    assert result.problem not in {CHANGED, GONE} - {row.claim}, result
    if call[0] == "fsync":
        assert result.claim == ("refused" if first_fsync(call, calls) else "unproven"), result


def check_folder(row, result, before, after, now):
    over = row.way.startswith("over")
    if over and (result.killed or result.problem == DAMAGED):
        assert blur(now) in (blur(before), blur(after)), now
    elif result.killed:
        assert now in (before, after), now
    else:
        assert now == (before if result.claim == "refused" else after), (result, now)


def check_next_save(row, folder, path, before, after):
    """The next save takes away what the killed one left."""
    now, _ = look(folder)
    believed = row.believed if row.believed in ("-",) or now == before else NEW
    result = run(row, path, believed)
    now, left = look(folder)
    assert not left, left
    assert now == (before if result.claim == "refused" else after), (result, now)


def inject(row, folder, call, fault, calls, before, after):
    path = make(row, folder)
    name, number = call
    options = ["-e", f"trace={name}", "-e", f"inject={name}:{fault}:when={number}"]
    result = run(row, path, row.believed, options, f"{folder}.log")
    now, left = look(folder)
    assert result.injected, "the call was not reached"
    if not result.killed:
        check_claim(row, result, path, call, fault, calls)
    check_folder(row, result, before, after, now)
    if left:
        assert result.killed or name == "unlinkat" or row.prepare is left_over, left
        check_next_save(row, folder, path, before, after)
    return result


def faults_of(name):
    return ["signal=KILL", *(f"error={error}" for error in ERRORS), *LIES.get(name, [])]


def examine(row, base, pool, offset):
    """All injections of a row, or a part of them; the number of injections, and what was found wrong."""
    before, after = undisturbed(row, base / "undisturbed")
    calls = list(calls_of(row, base / "calls"))
    assert len(calls) > 2, calls
    jobs = [(call, fault) for call in calls for fault in faults_of(call[0])]
    if not FULL:
        jobs = jobs[offset % PART::PART]

    def attempt(job):
        number, (call, fault) = job
        try:
            inject(row, base / str(number), call, fault, calls, before, after)
        except AssertionError as wrong:
            return f"{call[0]} {call[1]} {fault}: {wrong}"
        return None

    return len(jobs), [wrong for wrong in pool.map(attempt, enumerate(jobs)) if wrong]


def skip_reason(row):
    if row.needs_root and not ROOT:
        return "only root can make this situation"
    return None


def report(number, row, top, pool):
    base = top / str(number)
    base.mkdir(mode=0o755)
    try:
        reason = skip_reason(row)
        count, wrong = (0, []) if reason else examine(row, base, pool, number)
    except Impossible as impossible:
        count, wrong, reason = 0, [], str(impossible)
    except AssertionError as failure:
        count, wrong, reason = 0, [f"undisturbed: {failure}"], None
    for one in wrong:
        print(f"# {one[:2000]}")
    print(f"{'not ok' if wrong else 'ok'} {number} - {row.name}: {count} injections"
          + (f" # SKIP {reason}" if reason else ""), flush=True)
    return count, len(wrong)


def can_trace():
    return shutil.which("strace") is not None and \
        subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True).returncode == 0


def main():
    if not can_trace():
        print("1..0 # SKIP strace is not here or may not trace")
        return 0

    rows = [row for row in ROWS if row.name in sys.argv[2:]] or ROWS
    print(f"1..{len(rows)}")
    top = Path(tempfile.mkdtemp(prefix="amicus-save-"))
    top.chmod(0o711)
    try:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = [report(number, row, top, pool) for number, row in enumerate(rows, 1)]
    finally:
        for folder in top.rglob("*/"):
            folder.chmod(0o755)
        shutil.rmtree(top)
    print(f"# {sum(count for count, _ in results)} injections, {sum(wrong for _, wrong in results)} wrong")
    return int(any(wrong for _, wrong in results))


sys.exit(main())
