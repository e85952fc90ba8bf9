#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`amicus-cli export`, from the outside.

test-export.py AMICUS-CLI"""

import os
import re
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import harmless
import tap

CLI = Path(sys.argv[1]).resolve()
SOURCE = Path(os.environ.get("AMICUS_SOURCE_DIR", Path(__file__).resolve().parents[2]))
EXAMPLE = SOURCE / "data" / "nso-2020.gv"

SMALL = b"""digraph small {
  graph [amicus="1", label="A & B", label_fr="A et B"];
  a [kind=company, label="R&D <Ltd>", URL="https://example.org/?a=1&b=2"];
  b [kind=litigation, label="B v. A", URL="javascript:alert(1)"];
  s [kind=source, label="Data News", URL="https://example.org/news"];
  a -> b [kind=plaintiff, status=alleged, cites="s; p. 2; said so"];
}
"""


def export(*arguments, stdin=None, expect=0, **environment):
    result = subprocess.run([CLI, "export", *map(str, arguments)], input=stdin, capture_output=True,
                            env={**os.environ, "LC_ALL": "C.UTF-8", **environment})
    assert result.returncode == expect, f"exit {result.returncode}: {result.stderr.decode()}"
    assert (expect == 0) == (result.stderr == b""), result.stderr.decode()
    return result


def svg_of(*arguments, stdin=SMALL):
    return export("-o", "-", "--format=svg", *arguments, "-", stdin=stdin).stdout


def words(svg):
    return {" ".join("".join(element.itertext()).split()) for element in ET.fromstring(svg).iter(harmless.SVG + "text")}


def elements(svg, name):
    return list(ET.fromstring(svg).iter(harmless.SVG + name))


def png_size(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n"), png[:8]
    return struct.unpack(">II", png[16:24])


def in_class(svg, word):
    return [group for group in elements(svg, "g") if word in group.get("class", "").split()]


def test_svg_of_the_example(folder):
    out = folder / "nso.svg"
    export("--legend", "--sources", "-o", out, EXAMPLE)
    svg = out.read_bytes()
    assert harmless.faults(svg) == [], harmless.faults(svg)
    entities = {group.get("data-entity") for group in in_class(svg, "entity")}
    assert {"facebook", "nso"} <= entities, sorted(map(str, entities))
    assert len(in_class(svg, "relation")) > 20
    painted = {"fill", "stroke"}
    assert all(painted & set(path.keys()) for path in elements(svg, "path"))
    for group in in_class(svg, "entity") + in_class(svg, "relation"):
        assert group.find(harmless.SVG + "title").text, group.attrib
        assert group.get("role") == "graphics-symbol img"


def test_xmllint_reads_it(folder):
    if shutil.which("xmllint") is None:
        raise tap.Skip("no xmllint")
    out = folder / "lint.svg"
    export("-o", out, EXAMPLE)
    subprocess.run(["xmllint", "--noout", "--nonet", out], check=True)


def test_same_bytes_in_every_format(folder):
    for ending in ("svg", "pdf", "png"):
        first, second = folder / f"first.{ending}", folder / f"second.{ending}"
        export("-o", first, EXAMPLE)
        export("-o", second, EXAMPLE, TZ="Asia/Tokyo", LC_NUMERIC="de_DE.UTF-8", USER="somebody", HOME="/nowhere")
        assert first.read_bytes() == second.read_bytes(), ending


def test_text_is_text_and_never_markup():
    svg = svg_of()
    assert b"R&amp;D &lt;Ltd&gt;" in svg
    assert "R&D <Ltd>" in words(svg), words(svg)


def test_links_only_where_they_are_safe():
    links = [link.get("href") for link in elements(svg_of(), "a")]
    assert links == ["https://example.org/?a=1&b=2"], links


def test_language():
    assert ET.fromstring(svg_of()).get("lang") == "en"
    assert ET.fromstring(svg_of("--lang=fr_BE")).get("lang") == "fr-BE"
    assert "A et B" in words(svg_of("--lang=fr"))
    assert "A & B" in words(svg_of("--lang=en"))


def test_legend_and_sources_are_added():
    plain, legend, sources = svg_of(), svg_of("--legend"), svg_of("--sources")
    assert len(words(legend)) > len(words(plain))
    assert not any("Data News" in text for text in words(plain)), words(plain)
    assert any("Data News" in text for text in words(sources)), words(sources)


def test_background():
    light, dark, none = (svg_of(f"--background={word}") for word in ("light", "dark", "transparent"))
    colours = [elements(svg, "rect")[0].get("fill") for svg in (light, dark)]
    assert colours[0] != colours[1], colours
    assert elements(none, "rect") == []


def test_standard_output_in_every_format():
    assert svg_of().startswith(b"<?xml")
    assert export("-o", "-", "--format=pdf", "-", stdin=SMALL).stdout.startswith(b"%PDF-")
    png_size(export("-o", "-", "--format=png", "-", stdin=SMALL).stdout)


def test_scale(folder):
    sizes = []
    for scale in (1, 2, 4):
        out = folder / f"scale{scale}.png"
        export("-o", out, f"--scale={scale}", "-", stdin=SMALL)
        sizes.append(png_size(out.read_bytes()))
    assert sizes[1] == tuple(2 * side for side in sizes[0]), sizes
    assert sizes[2] == tuple(4 * side for side in sizes[0]), sizes


def test_format_by_ending_whatever_its_case(folder):
    out = folder / "UPPER.PNG"
    export("-o", out, "-", stdin=SMALL)
    png_size(out.read_bytes())


def test_pdf_has_text_and_no_date(folder):
    out = folder / "small.pdf"
    export("-o", out, "-", stdin=SMALL)
    assert b"Date" not in out.read_bytes()
    assert b"/URI (https://example.org/?a=1&b=2)" in out.read_bytes()
    assert b"javascript" not in out.read_bytes()
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", out, "-"], check=True, capture_output=True, text=True).stdout
        assert "R&D <Ltd>" in text, text


def test_nothing_private_is_written(folder):
    private = folder / "private-name-of-folder"
    private.mkdir()
    source = private / "private-name-of-file.gv"
    source.write_bytes(SMALL.replace(b"a [kind=company,", b"// private comment\n  a [kind=company, note=\"private note\","))
    for ending in ("svg", "pdf", "png"):
        out = private / f"out.{ending}"
        export("--legend", "--sources", "-o", out, source, USER="private-user", HOME="/home/private-user")
        assert b"private" not in out.read_bytes(), ending
    if shutil.which("pdftotext"):
        assert b"private" not in subprocess.run(["pdftotext", private / "out.pdf", "-"], check=True,
                                                capture_output=True).stdout


def test_another_file_is_replaced_whole_and_keeps_its_mode(folder):
    out = folder / "kept.svg"
    out.write_text("old")
    out.chmod(0o640)
    export("-o", out, "-", stdin=SMALL)
    assert out.read_bytes().startswith(b"<?xml")
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    assert [path.name for path in folder.glob("*kept*")] == ["kept.svg"]


def test_nothing_is_touched_when_it_fails(folder):
    out = folder / "untouched.svg"
    out.write_text("old")
    for arguments in (["--engine=nonsense"], ["--background=pink"], ["--scale=0"], ["--scale=nan"], ["--format=gif"]):
        export("-o", out, *arguments, "-", stdin=SMALL, expect=2)
    export("-o", out, "-", stdin=b"", expect=2)
    export("-o", out, folder / "missing.gv", expect=2)
    assert out.read_text() == "old"


def test_too_large_an_image_names_its_size(folder):
    wide = b"digraph { " + b" ".join(b"n%d [label=\"%s\"];" % (i, b"w" * 30) for i in range(60)) + \
        b" a -> { " + b" ".join(b"n%d" % i for i in range(60)) + b" } }"
    result = export("--engine=dot", "--scale=16", "-o", folder / "large.png", "-", stdin=wide, expect=2)
    assert re.search(rb"\d{5} \xc3\x97 \d+", result.stderr), result.stderr
    assert not (folder / "large.png").exists()


def test_wrong_use_says_so(folder):
    assert b"-o" in export("-", stdin=SMALL, expect=2).stderr
    export("-o", folder / "x.gif", "-", stdin=SMALL, expect=2)
    export("-o", folder / "x.svg", expect=2)
    export("-o", folder / "no" / "such" / "folder.svg", "-", stdin=SMALL, expect=2)


def test_a_missing_worker_gives_a_picture_and_status_3(folder):
    out = folder / "builtin.svg"
    result = export("--engine=dot", "-o", out, "-", stdin=SMALL, expect=3, AMICUS_LAYOUT_WORKER="/nonexistent")
    assert result.stderr
    assert harmless.faults(out.read_bytes()) == []


with tempfile.TemporaryDirectory(prefix="amicus-export-") as name:
    tap.run(globals(), Path(name))
