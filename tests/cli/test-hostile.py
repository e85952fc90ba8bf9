#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files made to do harm go through every command: none may crash it, make it hang, make it open a file that is not
its own or a socket, or come out of it as an SVG that does more than show something.

test-hostile.py AMICUS-CLI"""

import concurrent.futures
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import harmless

CLI = Path(sys.argv[1]).resolve()
SOURCE = Path(os.environ.get("AMICUS_SOURCE_DIR", Path(__file__).resolve().parents[2]))
SHARED = Path(os.environ.get("AMICUS_SHARED", SOURCE / ".." / "shared")).resolve()
WORKER = Path(os.environ.get("AMICUS_LAYOUT_WORKER", CLI.parents[1] / "layout-worker" / "amicus-layout")).resolve()
FULL = os.environ.get("AMICUS_TEST_FULL") == "1"

# In an ordinary run, larger files are only read, not laid out.
LARGEST_DRAWN = 120_000
MEMORY = 4 << 30

# Of computing, and until a program that does nothing is given up; other programs may keep the processors busy.
CPU_SECONDS = 240 if FULL else 60
WALL_SECONDS = 5 * CPU_SECONDS

# The commands end with one of these: fine, problems in the file, wrong use, another engine than asked for.
EXITS = range(4)

ENVIRONMENT = {
    "HOME": "/nonexistent", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
    **{name: value for name, value in os.environ.items() if name.startswith("AMICUS_") or name == "FONTCONFIG_FILE"},
}

# What a program may open that reads one file and writes one: libraries, fonts, locales, the system's own.
OWN = re.compile(r"""/(usr/)?lib(64|32)?/ | /etc/ld\.so | /usr/share/(fonts|fontconfig|locale|glib-2\.0|zoneinfo|icu)
    | /usr/local/share/(fonts|locale) | /usr/local/lib | /etc/fonts | /var/cache/fontconfig | /proc/(self|\d+)/ | /proc/sys/vm/
    | /sys/devices/system/cpu | /sys/fs/cgroup | /proc/(meminfo|cpuinfo|filesystems|stat)$ | /dev/(null|urandom)$
    | /nonexistent/ | \.amicus-[0-9a-f]+\.part$ | \.$""", re.X)
OPENED = re.compile(r'\b(?:open|openat|openat2|creat)\((?:[^,"]*, )?"((?:[^"\\]|\\.)*)"')
STARTED = re.compile(r'\bexecve\("((?:[^"\\]|\\.)*)"')


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def run(command):
    try:
        return subprocess.run([str(word) for word in command], capture_output=True, stdin=subprocess.DEVNULL,
                              timeout=WALL_SECONDS, env=ENVIRONMENT, preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return None


def ending_faults(name, result):
    if result is None:
        return [f"{name}: no end after {WALL_SECONDS} s"]
    if result.returncode not in EXITS:
        return [f"{name}: exit {result.returncode}: {result.stderr[-200:].decode(errors='replace')}"]
    if b"CRITICAL" in result.stderr or b"WARNING" in result.stderr:
        return [f"{name}: {result.stderr[-200:].decode(errors='replace')}"]
    return []


def json_faults(name, result):
    try:
        for line in result.stdout.decode().rstrip("\n").split("\n"):
            line and json.loads(line, parse_constant=lambda word: int("not a number: " + word))
    except ValueError as error:
        return [f"{name}: {error}"]
    return []


def try_reading(file):
    found = ending_faults("check", run([CLI, "check", file]))
    result = run([CLI, "dump", file])
    return found + (ending_faults("dump", result) or json_faults("dump", result))


def try_layout(file):
    result = run([CLI, "layout", file])
    return ending_faults("layout", result) or json_faults("layout", result)


def try_export(file, folder):
    svg = folder / (file.name + ".svg")
    result = run([CLI, "export", "--legend", "--sources", "-o", svg, file])
    found = ending_faults("export", result)
    if svg.exists():
        found += [f"export: {fault}" for fault in harmless.faults(svg.read_bytes())]
    elif result is not None and result.returncode in (0, 3):
        found.append("export: no file")
    return found


def try_file(entry, file, folder):
    if entry["cls"] == "amplify" and not FULL:
        return ending_faults("check", run([CLI, "check", file]))  # a dump of it would fill a disk
    found = try_reading(file)
    if FULL or file.stat().st_size <= LARGEST_DRAWN:
        found += try_export(file, folder)
    if FULL or entry["cls"] == "numbers":
        found += try_layout(file)  # which export has done already, but here the numbers are seen
    return found


def trace_faults(trace, allowed):
    found = []
    for line in trace.splitlines():
        opened = OPENED.search(line)
        started = STARTED.search(line)
        if opened and not OWN.match(opened.group(1)) and not opened.group(1).startswith(allowed):
            found.append(f"opens {opened.group(1)}")
        elif started and Path(started.group(1)).resolve() not in (CLI, WORKER):
            found.append(f"starts {started.group(1)}")
        elif re.search(r"\b(socket|connect)\(", line):
            found.append(line.strip())
    return found


def try_traced(entry, file, folder):
    trace = folder / (file.name + ".trace")
    svg = folder / (file.name + ".traced.svg")
    result = run(["strace", "-f", "-qq", "-s", "300", "-e", "trace=open,openat,openat2,creat,socket,connect,execve",
                  "-o", trace, CLI, "export", "-o", svg, file])
    # What is written is looked for and read back by its name in the open folder.
    allowed = (svg.name, *(str(path) for path in (file, folder, CLI.parents[2], SOURCE / "data", SOURCE / "po")))
    return ending_faults("traced export", result) + trace_faults(trace.read_text(errors="replace"), allowed)


def can_trace():
    return shutil.which("strace") is not None and \
        subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode == 0


def is_traced(entry):
    return FULL or entry["cls"] in ("read", "read-hang", "phone-home", "link", "svg-inject", "engine-override")


def report(number, name, found):
    print(f"{'not ok' if found else 'ok'} {number} - {name}", flush=True)
    for fault in found[:5]:
        print(f"# {fault}")


def skip(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def main():
    generator = SHARED / "hostile" / "gen.py"
    if not generator.exists():
        skip(f"no {generator}")
    with tempfile.TemporaryDirectory(prefix="amicus-hostile-") as name:
        folder = Path(name)
        corpus, out = folder / "corpus", folder / "out"
        out.mkdir()
        subprocess.run([sys.executable, generator, corpus], check=True, capture_output=True)
        entries = [entry for entry in json.loads((corpus / "manifest.json").read_text())
                   if entry["file"].startswith(("dot/", "text/"))]
        jobs = [(entry["file"], try_file, entry) for entry in entries]
        if can_trace():
            jobs += [(f"{entry['file']} traced", try_traced, entry) for entry in entries if is_traced(entry)]
        else:
            print("# strace cannot be used: what is opened is not looked at")
        print(f"1..{len(jobs)}", flush=True)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = [pool.submit(function, entry, corpus / entry["file"], out) for _, function, entry in jobs]
            for number, ((title, _, _), result) in enumerate(zip(jobs, results), 1):
                report(number, title, result.result())


main()
