#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""amicus-cli from outside: what it prints, and how it ends.

Usage: test-cli.py AMICUS-CLI
"""

import glob
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import tap

CLI = sys.argv[1]
FULL = os.environ.get("AMICUS_TEST_FULL") == "1"
SOURCE = os.environ.get("AMICUS_SOURCE_DIR", os.getcwd())
EXAMPLES = sorted(glob.glob(os.path.join(SOURCE, "data", "*.gv")))
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")


def cli(*arguments, stdin=b"", **more):
    done = subprocess.run([CLI, *arguments], input=stdin, stdout=more.pop("stdout", subprocess.PIPE),
                          stderr=subprocess.PIPE, timeout=120, env=ENVIRONMENT, **more)
    return done.returncode, done.stdout, done.stderr.decode()


def dump(text):
    status, out, _ = cli("dump", "-", stdin=text)
    return status, [json.loads(line) for line in out.decode().splitlines()]


def test_help_and_version(folder):
    status, out, err = cli("--help")
    assert status == 0 and not err
    commands = re.findall(r"^  ([a-z]+)  ", out.decode(), re.M)
    assert {"check", "dump", "format"} <= set(commands), commands
    for command in commands:
        status, out, err = cli(command, "--help")
        assert status == 0 and not err and f"amicus-cli {command}".encode() in out, command
    status, out, err = cli("--version")
    assert status == 0 and re.fullmatch(rb"amicus-cli \d+\.\d+\.\d+\n", out)


def test_wrong_usage_is_told(folder):
    for arguments in [], ["chekc"], ["check"], ["dump"], ["check", "--nothing", "-"], ["dump", "/nowhere/at all"], ["format", folder], \
            ["check", "--graph=0", EXAMPLES[0]], ["check", "--graph=9", EXAMPLES[0]], ["check", "--graph=x", EXAMPLES[0]]:
        status, out, err = cli(*arguments)
        assert status == 2 and not out and err.startswith("amicus-cli: "), (arguments, status, out, err)


def test_the_examples_are_fine(folder):
    assert EXAMPLES
    status, out, err = cli("check", "--strict", *EXAMPLES)
    assert (status, out, err) == (0, b"", ""), out.decode()


def test_format_gives_the_same_bytes(folder):
    texts = [open(path, "rb").read() for path in EXAMPLES]
    texts += [b"", b"digraph { a }", b"\xef\xbb\xbfgraph{}\r\n// end", b"\xff\x00 digraph { a [x=\"\xe9\"", b"}}}{{{"]
    chance = random.Random(1)
    for _ in range(100 if FULL else 20):
        text = bytearray(chance.choice(texts[:len(EXAMPLES)])[:3000])
        for _ in range(20):
            text[chance.randrange(len(text))] = chance.randrange(256)
        texts.append(bytes(text))
    for text in texts:
        assert cli("format", "-", stdin=text) == (0, text, ""), text[:80]


def test_check_names_line_and_column(folder):
    text = 'digraph {\n  é [ñ="ü"]; a -> ;\n  b\n}\n'.encode()
    status, out, err = cli("check", "-", stdin=text)
    lines = out.decode().splitlines()
    assert status == 1 and not err and lines
    for line in lines:
        assert re.fullmatch(r"<stdin>:\d+:\d+: (error|warning): \S.*", line), line
    assert any(line.startswith("<stdin>:2:") and ": error: " in line for line in lines), lines


def test_warnings_are_errors_when_strict(folder):
    text = 'digraph { amicus=1\n "é" [startDate="June 2004"] }'.encode()
    status, out, _ = cli("check", "-", stdin=text)
    assert status == 0 and re.match(rb"<stdin>:2:17: warning: ", out), out
    assert cli("check", "--strict", "-", stdin=text)[:2] == (1, out)


def test_check_is_safe_to_print(folder):
    text = b'digraph { amicus=1 a [startDate="\x1b[31m\n\xff\xe2\x80\xae"] }'
    _, out, _ = cli("check", "-", stdin=text)
    assert len(out.splitlines()) == 2 and b"\x1b" not in out
    assert all(line.startswith(b"<stdin>:") for line in out.splitlines())
    assert "\u202e" not in out.decode()


def test_the_worst_file_counts(folder):
    bad = os.path.join(folder, "bad.gv")
    with open(bad, "w", encoding="utf-8") as file:
        file.write("digraph { a -> }")
    status, out, _ = cli("check", bad, EXAMPLES[0])
    assert status == 1 and out.startswith(bad.encode() + b":1:")
    status, _, err = cli("check", bad, os.path.join(folder, "missing.gv"), EXAMPLES[0])
    assert status == 2 and "missing.gv" in err


def test_one_of_several_graphs(folder):
    text = b"digraph { amicus=1 a [startDate=x] } digraph { amicus=1 a } "
    assert b"warning" in cli("check", "-", stdin=text)[1]
    assert cli("check", "--graph=2", "-", stdin=text)[:2] == (0, b"")


def test_dump_prints_everything(folder):
    text = b'''strict graph "g g" { x=1; node [c=red]; a [c=""]; a:p -- {b c}:q [key=k, w="\\"\n\t\x7f"];
               subgraph s { subgraph { d } } } digraph { }'''
    text = text.replace(b":q", b"")
    status, lines = dump(text)
    assert status == 0
    assert lines == [
        {"graph": {"id": "g g", "directed": False, "strict": True, "attributes": {"x": "1"}}},
        {"node": "a", "attributes": {}},
        {"node": "b", "attributes": {"c": "red"}},
        {"node": "c", "attributes": {"c": "red"}},
        {"node": "d", "attributes": {"c": "red"}},
        {"edge": ["a", "b"], "key": "k", "attributes": {"tailport": "p", "w": '"\n\t\x7f'}},
        {"edge": ["a", "c"], "key": "k", "attributes": {"tailport": "p", "w": '"\n\t\x7f'}},
        {"subgraph": None, "index": 0, "parent": None, "nodes": ["b", "c"], "attributes": {"x": "1"}},
        {"subgraph": "s", "index": 1, "parent": None, "nodes": ["d"], "attributes": {"x": "1"}},
        {"subgraph": None, "index": 2, "parent": 1, "nodes": ["d"], "attributes": {"x": "1"}},
        {"graph": {"id": None, "directed": True, "strict": False, "attributes": {}}},
    ], lines


def test_dump_loses_no_byte(folder):
    for value in b"caf\xe9", b"\xff\xfe", b"\xed\xa0\x80", b"ok \xc3\xa9 \xc3", bytes(range(1, 256)).translate(None, b'"\\'):
        status, lines = dump(b'digraph { n [x="' + value + b'"] }')
        assert status == 0 and lines[1]["attributes"]["x"].encode("utf-8", "surrogateescape") == value, value


def test_dump_tells_that_something_is_missing(folder):
    status, out, err = cli("dump", "-", stdin=b"digraph { a; b -> ; c }")
    assert status == 1 and "<stdin>" in err
    assert [json.loads(line).get("node") for line in out.splitlines()] == [None, "a", "c"]


def test_nothing_that_comes_in_crashes(folder):
    chance = random.Random(2)
    base = open(EXAMPLES[0], "rb").read()[:4000]
    for i in range(200 if FULL else 40):
        text = bytearray(base)
        for _ in range(chance.choice([1, 5, 50])):
            at = chance.randrange(len(text))
            text[at:at + chance.randrange(4)] = bytes(chance.choice(b'{}[]"<>;->=\\/*#\n\xff\x00') for _ in range(chance.randrange(3)))
        for command in "check", "dump", "format":
            status, _, err = cli(command, "-", stdin=bytes(text))
            assert status in (0, 1) and "CRITICAL" not in err, (i, command, status, err)


def test_output_that_fails_is_told(folder):
    with open("/dev/full", "wb") as full:
        for command in "dump", "format":
            status, _, err = cli(command, EXAMPLES[0], stdout=full)
            assert status == 2 and err.startswith("amicus-cli: "), (command, status, err)
    read_end, write_end = os.pipe()
    os.close(read_end)
    with open(write_end, "wb") as closed:
        status, _, err = cli("dump", EXAMPLES[0], stdout=closed)
        # As with other programs, whoever closed the pipe need not be told.
        assert status == 2 and err == "", (status, err)


def test_names_of_files_are_text(folder):
    path = os.path.join(os.fsencode(folder), b"\x1b[31m\xff\n.gv")
    with open(path, "wb") as file:
        file.write(b"digraph { a -> }")
    status, out, _ = cli("check", path)
    assert status == 1 and b"\x1b" not in out and out
    assert all(b": error: " in line or b": warning: " in line for line in out.splitlines())


def test_what_is_too_large_is_refused(folder):
    if not FULL:
        raise tap.Skip("AMICUS_TEST_FULL is not 1")
    path = os.path.join(folder, "large.gv")
    with open(path, "wb") as file:
        file.truncate(256 * 1024 * 1024 + 1)
    status, out, err = cli("format", path)
    assert status == 2 and not out and "256 MiB" in err


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        tap.run(globals(), scratch)
