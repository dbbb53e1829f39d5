#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds po/zh_CN.po against the messages of the sources: none missing, none left over, none untranslated; the same places
to fill in and the same line ends on both sides; every source with messages is named in POTFILES.in."""
import ast
import glob
import pathlib
import re
import subprocess
import sys
import tempfile


def entries(path):
    text = subprocess.run(["msgcat", "--no-wrap", "--no-location", path], check=True, stdout=subprocess.PIPE).stdout
    lines = r'((?:"(?:[^"\\]|\\.)*"\n?)+)'
    return {unquote(m[1]): unquote(m[2]) for m in re.finditer(f"^msgid {lines}msgstr {lines}", text.decode(), re.M)}


def unquote(lines):
    return "".join(ast.literal_eval(line) for line in lines.splitlines())


def places(message):
    return sorted(set(re.findall(r"\{[a-z]+\}", message)))


def ends(message):
    return len(message) - len(message.lstrip("\n")), len(message) - len(message.rstrip("\n"))


def faults(catalogue, template):
    for message in template:
        if message not in catalogue:
            yield f"not in the catalogue: {message!r}"
    for message, translation in catalogue.items():
        if message == "":
            continue
        if message not in template:
            yield f"in no source: {message!r}"
        if not translation:
            yield f"not translated: {message!r}"
        if places(message) != places(translation):
            yield f"other places to fill in: {message!r} {translation!r}"
        if ends(message) != ends(translation):
            yield f"other line ends: {message!r}"


def main():
    named = pathlib.Path("po/POTFILES.in").read_text(encoding="utf-8").splitlines()[1:]
    marked = [path for path in sorted(glob.glob("cli/*.[ch]") + glob.glob("report/*.[ch]") + glob.glob("html/*.[ch]"))
              if re.search(r"\b(_|N_)\(\"", pathlib.Path(path).read_text(encoding="utf-8"))]
    found = [f"not named in POTFILES.in: {path}" for path in marked if path not in named]
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["sh", "po/extract.sh", f"{scratch}/fuhe.pot"], check=True)
        found += faults(entries("po/zh_CN.po"), entries(f"{scratch}/fuhe.pot"))
    print("\n".join(found))
    return 1 if found else 0


sys.exit(main())
