#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""amicus-cli edit: what it writes, what it refuses, and how it ends.

Usage: test-edit.py AMICUS-CLI
"""

import difflib
import os
import subprocess
import sys
import tempfile

import tap

CLI = sys.argv[1]
SOURCE = os.environ.get("AMICUS_SOURCE_DIR", os.getcwd())
EXAMPLE = os.path.join(SOURCE, "data", "nso-2020.gv")
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")


def edit(*arguments, stdin="", **more):
    done = subprocess.run([CLI, "edit", *arguments], input=stdin.encode(), stdout=more.pop("stdout", subprocess.PIPE),
                          stderr=subprocess.PIPE, timeout=60, env=ENVIRONMENT)
    return done.returncode, (done.stdout or b"").decode(), done.stderr.decode()


def check(text, words, expected):
    assert edit("-", *words.split(), stdin=text) == (0, expected, ""), edit("-", *words.split(), stdin=text)


def test_each_command(folder):
    text = "digraph { a [x=1]; a -> b -> c }"
    check(text, "set a x=2 y==", 'digraph { a [x=2, y="="]; a -> b -> c }')
    check(text, "unset a x", "digraph { a; a -> b -> c }")
    check(text, "add d kind=person", "digraph { a [x=1]; d [kind=person]; a -> b -> c }")
    check(text, "connect c a kind=owns key=k", "digraph { a [x=1]; a -> b -> c; c -> a [kind=owns, key=k] }")
    check(text, "set-edge b c x=", text)
    check(text, "set-edge b c x=3", "digraph { a [x=1]; a -> b; b -> c [x=3] }")
    check("digraph { a -> b [x=1] }", "unset-edge a b x", "digraph { a -> b }")
    check(text, "rename a d", "digraph { d [x=1]; d -> b -> c }")
    check(text, "reverse b c", "digraph { a [x=1]; a -> b; c -> b }")
    check(text, "disconnect b c", "digraph { a [x=1]; a -> b; c }")


def test_commands_of_shape(folder):
    text = "digraph { a [x=1]; b; a -> b [cites=s] }"
    check(text, "retarget a b head=a", "digraph { a [x=1]; b; a -> a [cites=s] }")
    check(text, "duplicate a", "digraph { a [x=1]; a_2 [x=1]; b; a -> b [cites=s] }")
    check(text, "duplicate-edge a b", "digraph { a [x=1]; b; a -> b [cites=s]; a -> b [key=2, cites=s] }")
    check(text, "merge a b", "digraph { a [x=1, alias=b]; a -> a [cites=s] }".replace(", alias=b", ""))
    check(text, "pin a 1 -2.5 then unpin a", text.replace("{ a", "{ inputscale=72; a"))
    check(text, "group G a then leave a then ungroup cluster_g", "digraph { a [x=1]; b; a -> b [cites=s] }")
    check("digraph { a; subgraph cluster_x { b } }", "move a cluster_x", "digraph { a; subgraph cluster_x { b; a } }")
    check("digraph { a -> b }", "add-source s label=S then cite a s quote=q then cite-edge a b s locator=l",
          'digraph { a [cites="s; ; q"]; a -> b [cites="s; l"]; subgraph sources { s [kind=source, label=S]; } }')


def test_merger_is_told(folder):
    status, out, err = edit("-", "merge", "a", "b", stdin="digraph { a -> b; b -> c }")
    assert (status, out) == (0, "digraph { a; a -> c }"), out
    assert "1 relation" in err, err


def test_removal_is_told(folder):
    status, out, err = edit("-", "remove", "b", stdin="digraph { a -> b [saidBy=c]; c -> a [saidBy=b] }")
    assert (status, out) == (0, "digraph { c -> a }"), out
    assert "1 relation" in err and "1 list" in err, err


def test_several_are_one(folder):
    check("digraph { a }", "add b then connect a b then set a x=1", "digraph { a [x=1]; b; a -> b }")
    status, out, err = edit("-", "add", "b", "then", "remove", "nobody", stdin="digraph { a }")
    assert status == 1 and not out and "nobody" in err


def test_one_of_several_relations(folder):
    text = "digraph { a -> b [kind=owns]; a -> b [key=k]; a -> b [kind=funds] }"
    status, out, err = edit("-", "disconnect", "a", "b", stdin=text)
    assert status == 1 and not out
    assert "--nth=1 kind=owns" in err and "--nth=2 --key=k" in err and "--nth=3 kind=funds" in err, err
    check(text, "disconnect a b --nth=3", "digraph { a -> b [kind=owns]; a -> b [key=k]; }")
    check(text, "set-edge a b --key=k x=1", text.replace("key=k", "key=k, x=1"))
    assert edit("-", "disconnect", "a", "b", "--nth=4", stdin=text)[0] == 1
    assert edit("-", "disconnect", "a", "b", "--key=l", stdin=text)[0] == 1


def test_wrong_usage_is_told(folder):
    for words in "", "sett a x=1", "set a", "set a x", "set", "connect a", "rename a", "rename a b c", "add c then", \
            "disconnect a b --nth=0", "remove a --nth=1", "set a =1", "then", "--nothing", "--graph=2 set a x=1", "pin a 1", "group G", "merge a":
        status, out, err = edit("-", *words.split(), stdin="digraph { a -> b }")
        assert status == 2 and not out and err.startswith("amicus-cli"), (words, status, out, err)
    assert edit()[0] == 2
    assert edit("/nowhere/at all", "add", "b")[0] == 2
    assert edit("--in-place", "-", "add", "b", stdin="digraph {}")[0] == 2
    assert edit("--in-place", "-o", "x", EXAMPLE, "add", "b")[0] == 2


def test_what_cannot_be_is_told(folder):
    for words in "pin a 1 x", "move a nobody", "ungroup nobody", "retarget a b x=1", "merge a a", "cite a nobody", \
            "cite a b page=1":
        status, out, err = edit("-", *words.split(), stdin="digraph { a -> b }")
        assert status == 1 and not out and err.startswith("amicus-cli"), (words, status, out, err)


def test_a_strict_graph_refuses(folder):
    status, out, err = edit("-", "connect", "b", "a", stdin="strict graph { a -- b }")
    assert status == 1 and not out and "strict" in err


def test_files(folder):
    path = os.path.join(folder, "a.gv")
    other = os.path.join(folder, "b.gv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("digraph { a } digraph { b }")
    assert edit(path, "-o", other, "set", "a", "x=1") == (0, "", "")
    assert open(other, encoding="utf-8").read() == "digraph { a [x=1] } digraph { b }"
    assert edit("--in-place", "--graph=2", path, "set", "b", "x=1") == (0, "", "")
    assert open(path, encoding="utf-8").read() == "digraph { a } digraph { b [x=1] }"
    assert edit("--in-place", path, "remove", "nobody")[0] == 1
    assert open(path, encoding="utf-8").read() == "digraph { a } digraph { b [x=1] }"


def test_git_diff_shows_one_line(folder):
    old = open(EXAMPLE, encoding="utf-8").read().splitlines()
    for words, removed, added in [
            (["set", "nso", "country=FR"], 1, 1),
            (["set", "facebook", "country=US"], 1, 1),
            (["set-edge", "coalition", "facebook", "status=alleged"], 1, 1),
            (["connect", "google", "facebook", "kind=related"], 0, 1),
            (["add", "someone", "kind=person"], 0, 1)]:
        status, out, err = edit(EXAMPLE, *words)
        assert status == 0 and not err, err
        diff = [line for line in difflib.ndiff(old, out.splitlines()) if line[0] in "+-"]
        assert [len([line for line in diff if line[0] == sign]) for sign in "-+"] == [removed, added], diff


def test_output_that_fails_is_told(folder):
    with open("/dev/full", "wb") as full:
        assert edit(EXAMPLE, "add", "b", stdout=full)[0] == 2


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        tap.run(globals(), scratch)
