#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the walls between the rooms: who may include whom, what a program may link, what a file must say."""

import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE, BUILD = Path(sys.argv[1]), Path(sys.argv[2])

# What a room may include, as in CONTRIBUTING.md: rooms, and families of library headers.
ROOMS = {
    "base": ({"base"}, {"glib"}),
    "dot": ({"base", "dot"}, {"glib"}),
    "graph": ({"base", "dot", "graph"}, {"glib"}),
    "document": ({"base", "dot", "graph", "document"}, {"glib", "gio"}),
    "layout": ({"base", "layout"}, {"glib", "gio"}),
    "layout-worker": ({"layout-worker"}, {"glib", "cgraph", "seccomp"}),
    "drawing": ({"base", "graph", "layout", "drawing"}, {"glib", "gio", "cairo", "pango"}),
    "cli": ({"base", "dot", "graph", "document", "layout", "drawing", "cli"}, {"glib", "gio", "cairo", "pango"}),
    "app": ({"base", "dot", "graph", "document", "layout", "drawing", "app"}, {"glib", "gio", "cairo", "pango", "gtk"}),
}
# One file crosses a wall: the wire protocol that both ends share.
EXCEPTIONS = {("layout-worker", "layout/protocol.h")}

LIBRARIES = [
    ("gtk", re.compile(r"^(gtk|gdk|gsk)/|^adwaita\.h$|^gtksourceview/")),
    ("cgraph", re.compile(r"^graphviz/|^(cgraph|gvc|gvcext|cdt)\.h$")),
    ("cairo", re.compile(r"^cairo")),
    ("pango", re.compile(r"^pango/|^hb")),
    ("gio", re.compile(r"^gio/")),
    ("glib", re.compile(r"^glib|^gobject|^gmodule")),
    ("seccomp", re.compile(r"^seccomp\.h$|^linux/")),
]
# GObject comes with GIO; rooms of plain data do without.
LIBC = re.compile(r"^[a-z0-9_]+\.h$|^sys/|^linux/")

NETWORK = re.compile(r"lib(curl|soup|ssl|gnutls|nghttp|pq|ssh|websockets)")


def includes(path):
    for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if match:
            yield number, match.group(1) == '"', match.group(2)


def family(header):
    for name, pattern in LIBRARIES:
        if pattern.search(header):
            return name
    return "libc" if LIBC.match(header) else "unknown"


def check_includes(room):
    rooms, libraries = ROOMS[room]
    for path in sorted((SOURCE / "src" / room).rglob("*.[ch]")):
        for number, quoted, header in includes(path):
            where = f"{path.relative_to(SOURCE)}:{number}"
            if quoted:
                target = header.split("/")[0] if "/" in header else None
                if header == "config.h" or (room, header) in EXCEPTIONS:
                    continue
                if target is None or target not in rooms:
                    yield f'{where}: {room} may not include "{header}"'
            elif family(header) not in libraries | {"libc"}:
                yield f"{where}: {room} may not include <{header}>"


def check_license():
    for path in sorted((SOURCE / "src").rglob("*.[ch]")):
        relative = path.relative_to(SOURCE / "src")
        mit = relative.parts[0] == "layout-worker" or str(relative) == "layout/protocol.h"
        expected = "MIT" if mit else "GPL-3.0-or-later"
        if f"SPDX-License-Identifier: {expected}" not in path.read_text(errors="replace")[:300]:
            yield f"{path.relative_to(SOURCE)}: no head that says {expected}"


BANNED = re.compile(
    r"\b(gtk_label_set_markup\w*|gtk_\w+_set_\w*markup|g_file_replace_contents\w*|g_file_set_contents\w*"
    r"|popen|system|strcpy|sprintf|gets|g_markup_printf_escaped)\s*\("
)


def check_banned():
    for path in sorted((SOURCE / "src").rglob("*.[ch]")):
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            match = BANNED.search(line)
            if match:
                yield f"{path.relative_to(SOURCE)}:{number}: {match.group(1)} () is not used here"


def check_length():
    for folder in ("src", "tests"):
        for path in sorted((SOURCE / folder).rglob("*.[ch]")):
            lines = len(path.read_text(errors="replace").splitlines())
            if lines > 600:
                yield f"{path.relative_to(SOURCE)}: {lines} lines tell more than one story"


def linked(program):
    result = subprocess.run(["ldd", BUILD / program], capture_output=True, text=True, check=True)
    return result.stdout


def check_links(program, banned):
    if not (BUILD / program).exists():
        yield f"{program} has not been built"
        return
    for line in linked(program).splitlines():
        if re.search(banned, line):
            yield f"{program} links {line.split()[0]}"


def check_top_level():
    allowed = {"meson.build", "README.md", "src", "data", "ui", "tests", "po", "dev", "LICENSE",
               "CONTRIBUTING.md", ".ci", ".clang-format", ".editorconfig", ".gitignore", "meson_options.txt"}
    listed = subprocess.run(["git", "-C", SOURCE, "ls-files"], capture_output=True, text=True)
    for name in sorted({line.split("/")[0] for line in listed.stdout.splitlines()} - allowed):
        yield f"{name} has no place at the top"


def main():
    checks = [(f"{room} includes only what it may", check_includes(room)) for room in ROOMS]
    checks += [
        ("every file names its licence", check_license()),
        ("no call that is known to harm", check_banned()),
        ("files tell one story", check_length()),
        ("the top level holds what it may", check_top_level()),
        ("amicus links no Graphviz", check_links("src/app/amicus", r"lib(gvc|cgraph|cdt)\b")),
        ("amicus-cli links neither Graphviz nor GTK", check_links("src/cli/amicus-cli", r"lib(gvc|cgraph|cdt|gtk|adwaita)\b")),
        ("amicus-layout links no network library", check_links("src/layout-worker/amicus-layout", NETWORK.pattern)),
    ]
    print(f"1..{len(checks)}")
    for number, (name, findings) in enumerate(checks, 1):
        findings = list(findings)
        for finding in findings:
            print(f"# {finding}")
        print(f'{"not ok" if findings else "ok"} {number} - {name}')


main()
