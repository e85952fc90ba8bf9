#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever writes a journal is killed, or the system refuses: what was said to be kept is there."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TOOL = sys.argv[1]
FULL = "AMICUS_TEST_FULL" in os.environ
MANY = 1000000

ENVIRONMENT = dict(os.environ, G_DEBUG="")
ENVIRONMENT.pop("LD_PRELOAD", None)


class Skip(Exception):
    pass


class Folders:
    def __enter__(self):
        self.top = tempfile.mkdtemp(prefix="amicus-journal-")
        self.paths = [os.path.join(self.top, name) for name in ("first", "other")]
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.top)

    def names(self):
        return [name for path in self.paths if os.path.isdir(path) for name in os.listdir(path)]


def writer(folders, seed, steps, size=0, before=()):
    return subprocess.Popen([*before, TOOL, "write", *folders.paths, str(seed), str(steps), str(size)],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT)


def read(folders):
    result = subprocess.run([TOOL, "read", *folders.paths], capture_output=True, text=True, env=ENVIRONMENT)
    assert result.returncode == 0, result.stderr
    return [line.split() for line in result.stdout.splitlines()]


def words(output):
    """Whole lines: the last may have been cut by the kill."""
    lines = output.decode().split("\n")[:-1]
    return [line.split() for line in lines]


def check(output, folders):
    """The last text that was kept, or one that was tried after it."""
    told = words(output)
    kept = [i for i, (word, _) in enumerate(told) if word == "kept"]
    found = read(folders)
    assert len(found) <= 1, found
    if kept:
        allowed = {told[kept[-1]][1]} | {text for word, text in told[kept[-1]:] if word == "try"}
        assert found, "nothing is there"
        assert found[0][0] != "damaged", found
        assert found[0][1] in allowed, "not what was kept last"
    return told, found


def test_killed():
    for seed in range(500 if FULL else 60):
        with Folders() as folders:
            process = writer(folders, seed, MANY)
            time.sleep(random.Random(seed).uniform(0.0, 0.25))
            process.send_signal(signal.SIGKILL)
            check(process.communicate()[0], folders)


def test_killed_while_read():
    """Who lists orphans neither disturbs the writer nor takes its journal."""
    for seed in range(100 if FULL else 10):
        with Folders() as folders:
            process = writer(folders, seed, MANY)
            end = time.monotonic() + 0.2
            while time.monotonic() < end:
                assert read(folders) == []
            process.send_signal(signal.SIGKILL)
            told, _ = check(process.communicate()[0], folders)
            assert not any(word == "lost" for word, _ in told)


def test_short_writes():
    """Files may not be larger: a write is cut within a record."""
    for size in range(200, 4000, 7 if FULL else 61):
        with Folders() as folders:
            told, found = check(writer(folders, 3, 60, size).communicate()[0], folders)
            assert all(state == "whole" for state, _ in found), "part of a record was left"
            assert any(word == "lost" for word, _ in told) or size > 2000


def inject(call, error, when):
    if not shutil.which("strace"):
        raise Skip("strace is not installed")
    return ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
            f"inject={call}:error={error}:when={when}"]


def can_trace():
    return subprocess.run([*inject("fdatasync", "EIO", "1"), "true"], capture_output=True).returncode == 0


def test_refused():
    if not can_trace():
        raise Skip("strace may not trace here")
    for call, error in (("write", "ENOSPC"), ("write", "EIO"), ("write", "EINTR"), ("fdatasync", "EIO"),
                        ("fsync", "EIO"), ("ftruncate", "EIO"), ("rename", "EACCES"), ("flock", "EINTR")):
        # Who is interrupted each time goes on trying.
        for when in list(range(1, 40 if FULL else 4)) + ["2+3"] + (["1+", "3+"] if error != "EINTR" else []):
            with Folders() as folders:
                output = writer(folders, 5, 70, before=inject(call, error, when)).communicate()[0]
                told, found = check(output, folders)
                if error == "EINTR":
                    assert not any(word == "lost" for word, _ in told)
                # One failure has a second place to go to.
                if isinstance(when, int):
                    assert told[-1][0] != "lost", (call, error, when)
                    assert len([word for word, _ in told if word == "synced"]) == 4


def test_never_again():
    """After a failed fdatasync the same file gets no more records."""
    if not can_trace():
        raise Skip("strace may not trace here")
    with Folders() as folders:
        check(writer(folders, 6, 40, before=inject("fdatasync", "EIO", 1)).communicate()[0], folders)
        sizes = [os.path.getsize(os.path.join(path, name)) for path in folders.paths for name in os.listdir(path)]
        assert len(sizes) == 2 and sizes[0] < sizes[1], sizes


def test_moved_but_alive():
    """A journal that goes on elsewhere is no orphan where it was."""
    if not can_trace():
        raise Skip("strace may not trace here")
    with Folders() as folders:
        process = writer(folders, 8, MANY, before=inject("fdatasync", "EIO", 1))
        while len(folders.names()) < 2:
            process.stdout.readline()
        time.sleep(0.1)
        assert read(folders) == []
        process.stdout.close()
        process.wait()


def test_no_sync_no_promise():
    """If nothing can be brought to the disk anywhere, nobody is told that it is."""
    if not can_trace():
        raise Skip("strace may not trace here")
    with Folders() as folders:
        told, _ = check(writer(folders, 7, 40, before=inject("fdatasync", "EIO", "1+")).communicate()[0], folders)
        assert not any(word == "synced" for word, _ in told)


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
            line = error.__traceback__
            while line.tb_next:
                line = line.tb_next
            print(f"# line {line.tb_lineno}: {error}\nnot ok {number} - {test.__name__}", flush=True)
    return 1 if failed else 0


sys.exit(main())
