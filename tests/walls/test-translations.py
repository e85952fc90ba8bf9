#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string a person sees can be translated, and the translations are complete."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(sys.argv[1])
PO = SOURCE / "po"

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dngettext:2,3", "ngettext:1,2",
            "amicus_translate_plural:1,2"]


def listed():
    return [line for line in (PO / "POTFILES").read_text().splitlines() if line and not line.startswith("#")]


def with_strings():
    for path in sorted((SOURCE / "src").rglob("*.c")):
        if re.search(r"\b(_|N_|C_|NC_|ngettext|g_dngettext|amicus_translate_plural) ?\(", path.read_text()):
            yield str(path.relative_to(SOURCE))
    for path in sorted((SOURCE / "ui").rglob("*.ui")):
        if 'translatable="yes"' in path.read_text():
            yield str(path.relative_to(SOURCE))


def check_list():
    have, want = set(listed()), set(with_strings())
    yield from (f"po/POTFILES lacks {name}" for name in sorted(want - have))
    yield from (f"po/POTFILES names {name}, which does not exist" for name in sorted(have) if not (SOURCE / name).exists())


def check_complete(language, folder):
    pot = Path(folder) / "amicus.pot"
    code = [name for name in listed() if name.endswith((".c", ".ui"))]
    subprocess.run(["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "-o", pot]
                   + [f"--keyword={word}" for word in KEYWORDS] + code, cwd=SOURCE, check=True)
    po = PO / f"{language}.po"
    result = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", po],
                            capture_output=True, text=True, env={"LC_ALL": "C"})
    if result.returncode or re.search(r"fuzzy|untranslated", result.stderr):
        yield f"{po.name}: {result.stderr.strip()}"
    result = subprocess.run(["msgcmp", po, pot], capture_output=True, text=True, env={"LC_ALL": "C"})
    yield from result.stderr.strip().splitlines()


def main():
    languages = (PO / "LINGUAS").read_text().split()
    with tempfile.TemporaryDirectory() as folder:
        checks = [("every file with strings is listed", list(check_list()))]
        checks += [(f"{language} is complete", list(check_complete(language, folder))) for language in languages]
    print(f"1..{len(checks)}")
    for number, (name, findings) in enumerate(checks, 1):
        for finding in findings:
            print(f"# {finding}")
        print(f'{"not ok" if findings else "ok"} {number} - {name}')


main()
