#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever edits and saves a document is killed, or the system refuses: no edit that was shown is lost.

usage: test-keeping-kill.py TOOL

AMICUS_TEST_FULL=1 does all that is counted here, else a part of it, spread evenly.
"""

import concurrent.futures
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOOL = sys.argv[1]
FULL = os.environ.get("AMICUS_TEST_FULL") == "1"
PART = 1 if FULL else 24
STEPS = 4000

ENVIRONMENT = {**os.environ, "LC_ALL": "C", "G_DEBUG": "", "ASAN_OPTIONS": "detect_leaks=0"}
ERRORS = ["ENOSPC", "EIO", "EINTR", "EACCES", "EDQUOT", "EROFS"]
# What is no step of keeping or saving: memory, threads, waiting. Who cannot follow a link at the start keeps the journal
# under another name; it is among those that are listed, but not tied to the file.
OTHER = {"brk", "clone3", "clock_nanosleep", "exit", "exit_group", "eventfd2", "futex", "getpid", "getppid", "getrandom",
         "gettid", "madvise", "mmap", "mprotect", "mremap", "munmap", "poll", "prctl", "readlink", "restart_syscall", "rseq",
         "rt_sigaction", "rt_sigprocmask", "sched_getaffinity", "sched_getattr", "sched_setattr", "set_robust_list",
         "writev"}
LEFT_OVER = ".amicus-*.part"
DAMAGED = "amicus-save-error-quark 3"


class Skip(Exception):
    pass


class Desk:
    """A file, and a folder for journals, which are gone in the end."""

    def __init__(self, kind="plain"):
        self.kind = kind

    def __enter__(self):
        self.top = Path(tempfile.mkdtemp(prefix="amicus-keeping-"))
        self.state = self.top / "state"
        self.folder = self.top / "folder"
        self.folder.mkdir()
        self.path = self.folder / "a.gv"
        self.path.write_bytes(START)
        self.path.chmod(0o640)
        if self.kind == "hard link":
            (self.folder / "other.gv").hardlink_to(self.path)
        elif self.kind == "symbolic link":
            (self.top / "real.gv").write_bytes(START)
            self.path.unlink()
            self.path.symlink_to("../real.gv")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.top)

    def run(self, *words, before=(), **more):
        return subprocess.run([*before, TOOL, words[0], self.path, self.state, *words[1:]], capture_output=True,
                              text=True, env={**ENVIRONMENT, **more}, timeout=60)

    def hash(self):
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    def check(self):
        """What is found, what the file is like, the text, and the text once all is undone."""
        result = self.run("check")
        assert result.returncode == 0, result.stderr
        return result.stdout.split()

    def mend(self, word="mend"):
        result = self.run(word)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def check_order(self):
        """What was not to be changed was not, and nothing lies about."""
        assert not list(self.top.rglob(LEFT_OVER)), "left over"
        assert self.path.is_symlink() == (self.kind == "symbolic link")
        if self.kind != "symbolic link":
            assert self.path.stat().st_mode & 0o777 == 0o640
        if self.kind == "hard link":
            assert self.path.samefile(self.folder / "other.gv")


def texts(seed):
    """The hash of every text in the order in which they are shown."""
    result = subprocess.run([TOOL, "texts", str(seed), str(STEPS)], capture_output=True, text=True, env=ENVIRONMENT)
    assert result.returncode == 0, result.stderr
    return result.stdout.split()


def start():
    source = Path(__file__).with_name("scribe.c").read_text()
    lines = re.search(r"scribe_start\[\] =\n(.*?);\n\n", source, re.DOTALL).group(1)
    return "".join(eval(line) for line in lines.splitlines()).encode()


START = start()


def kill_one(kind, seed):
    """What the file is like then."""
    chance = random.Random(seed)
    expected = texts(seed)
    with Desk(kind) as desk:
        process = subprocess.Popen([TOOL, "edit", desk.path, desk.state, str(seed)], stdout=subprocess.PIPE,
                                   env={**ENVIRONMENT, "AMICUS_WRITE_MOST": "48"})
        time.sleep(chance.uniform(0.01, 0.3))
        process.send_signal(signal.SIGKILL)
        lines = process.communicate()[0].decode().split("\n")[:-1]
        assert not any(line.startswith("refused") for line in lines), lines
        shown = max((int(line.split()[1]) for line in lines if line.startswith("shown")), default=0)
        assert shown < STEPS, "more steps than were foreseen"

        found, state, text, first = desk.check()
        assert text in expected[shown:shown + 2], f"step {shown} was shown, and is not there"
        assert first == expected[0], "undone, it is not what it was"
        # What was written over may be known no more, if that was undone and something else done: then a person decides.
        assert state == "same" or kind == "hard link" and state in ("half", "changed"), (found, state)
        assert state != "changed" or desk.mend() != "saved\n", "written over without being asked"
        assert desk.mend("overwrite" if state == "changed" else "mend") == "saved\n"
        assert desk.hash() == text
        desk.check_order()
        return state


def test_killed():
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda seed: kill_one("plain", seed), range(500 if FULL else 25)))


def test_killed_in_place():
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        states = list(pool.map(lambda seed: kill_one("hard link", seed), range(500 if FULL else 25)))
    print(f"# half written: {states.count('half')}, not known to be ours: {states.count('changed')}")


def can_trace():
    return shutil.which("strace") is not None and \
        subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True).returncode == 0


def calls_of(kind):
    """Names of calls while it is saved, with their numbers among those of the same name in the same thread. Without
    those numbers under which another thread does what is none of ours, as to wake up the main loop."""
    with Desk(kind) as desk:
        log = desk.top / "log"
        desk.run("save", before=["strace", "-f", "-y", "-qq", "-o", log, "-e", "trace=all"], AMICUS_WRITE_MOST="48")
        counts, sites, others, marks = {}, set(), set(), 0
        for line in log.read_text().splitlines():
            match = re.match(r"(\d+)\s+(\w+)\((.*)", line)
            if not match:
                continue
            thread, name, rest = match.groups()
            number = counts[thread, name] = counts.get((thread, name), 0) + 1
            marks += name == "getppid"
            if "[eventfd" in rest or "<pipe:" in rest:
                others.add((name, number))
            elif marks == 1 and name not in OTHER:
                sites.add((name, number))
        return sorted(sites - others)


def inject(kind, name, number, fault):
    with Desk(kind) as desk:
        log = desk.top / "log"
        result = desk.run("save", before=["strace", "-f", "-qq", "-o", log, "-e", f"trace={name}", "-e",
                                          f"inject={name}:{fault}:when={number}"], AMICUS_WRITE_MOST="48")
        lines = [line.split(" ", 1) for line in result.stdout.split("\n")[:-1]]
        told = {line[0]: line[1] for line in lines if len(line) == 2}
        killed = "+++ killed by SIGKILL +++" in log.read_text()
        if "error while loading" in result.stderr:
            return "not started"
        assert killed or result.returncode == 0, result.stderr

        now = desk.hash()
        old = hashlib.sha256(START).hexdigest()
        new = told.get("shown", old)
        if "saved" in told or "unproven" in told:
            assert now == new, "not saved at all"
        elif "refused" in told and not told["refused"].startswith(DAMAGED):
            assert now == old, "refused, and yet changed"
        elif kind != "hard link":
            assert now in (old, new), "neither old nor new"

        _, state, text, first = desk.check()
        if "shown" in told:
            assert text == new, "an edit was lost"
            assert first == old, "undone, it is not what it was"
        assert state in ("same", "half"), state
        assert desk.mend() == "saved\n"
        assert desk.hash() == text
        desk.check_order()
        return state


def examine(kind):
    if not can_trace():
        raise Skip("strace is not here or may not trace")
    faults = ["signal=KILL", *(f"error={error}" for error in ERRORS)]
    jobs = [(name, number, fault) for name, number in calls_of(kind) for fault in faults][::PART]

    def attempt(job):
        try:
            return inject(kind, *job)
        except (AssertionError, subprocess.TimeoutExpired) as wrong:
            return f"{job}: {wrong}"

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        states = list(pool.map(attempt, jobs))
    wrong = [state for state in states if state not in ("same", "half", "not started")]
    print(f"# {kind}: {len(jobs)} injections, half written: {states.count('half')}")
    for one in wrong:
        print(f"# {one[:1000]}")
    assert len(jobs) > 10, jobs
    assert not wrong, f"{len(wrong)} wrong"


def test_refused_plain():
    examine("plain")


def test_refused_symbolic_link():
    examine("symbolic link")


def test_refused_in_place():
    examine("hard link")


def main():
    tests = [value for name, value in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} - {test.__name__}", flush=True)
        except Skip as reason:
            print(f"ok {number} - {test.__name__} # SKIP {reason}", flush=True)
        except AssertionError as error:
            failed += 1
            print(f"# {error}\nnot ok {number} - {test.__name__}", flush=True)
    return 1 if failed else 0


sys.exit(main())
