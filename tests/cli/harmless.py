# SPDX-License-Identifier: GPL-3.0-or-later
"""What an SVG may contain that a stranger's text went into: a list of what is allowed, nothing else."""

import re
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"

ELEMENTS = {"svg", "title", "desc", "rect", "g", "a", "path", "text"}
ATTRIBUTES = set("""id class lang role width height viewBox x y d fill fill-opacity stroke stroke-opacity stroke-width
    stroke-dasharray stroke-linecap stroke-linejoin font-family font-size font-weight letter-spacing text-anchor
    text-rendering direction target rel aria-labelledby aria-describedby aria-hidden
    data-kind data-status data-entity data-group data-tail data-head""".split())
LINK = re.compile(r"(https?://[^/@]+([/?#].*)?|mailto:.*)", re.S | re.I)
FORBIDDEN = re.compile(rb"<!(?!--)|<\?(?!xml version=\"1.0\" encoding=\"UTF-8\"\?>\n)|<script|<style|<image|<use|<foreign",
                       re.I)


def attribute_faults(element, name, value):
    if name in ("href", XLINK + "href"):
        if element.tag != SVG + "a" or not LINK.fullmatch(value):
            yield f"link to {value!r}"
    elif name not in ATTRIBUTES and name not in (XML + "lang", XML + "space"):
        yield f"attribute {name}"
    elif "url(" in value and not name.startswith(("data-", "aria-")):
        yield f"reference in {name}"
    elif re.search(r"\b(nan|inf)", value) and name in ("x", "y", "width", "height", "d", "viewBox"):
        yield f"{name}={value[:40]!r}"


def faults(svg):
    """Everything in the bytes of an SVG that may not be there; empty if it is harmless."""
    found = [f"{match.group().decode()!r} at {match.start()}" for match in FORBIDDEN.finditer(svg)]
    try:
        root = ET.fromstring(svg)
    except ET.ParseError as error:
        return [*found, f"not well-formed: {error}"]
    ids = [element.get("id") for element in root.iter() if element.get("id") is not None]
    if len(ids) != len(set(ids)):
        found.append("an id stands twice")
    for element in root.iter():
        if element.tag.removeprefix(SVG) not in ELEMENTS:
            found.append(f"element {element.tag}")
        for name, value in element.items():
            found.extend(attribute_faults(element, name, value))
    return found
