#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the packs in force against in_force.txt: what forms were scored by stays as it is, byte for byte.
Usage: frozen.py [--accept]  (--accept adds packs that are new; it changes no line)"""
import hashlib
import pathlib
import sys
import xml.etree.ElementTree

LIST = pathlib.Path(__file__).parent / "in_force.txt"
RULES = pathlib.Path(__file__).parent.parent.parent / "rules"
AMEND = """Reviews were made by it, and must come out the same again. To change the rules: put the pack back as it was (git
checkout), copy its folder to rules/<id>@<version>/ with the new version, change that one (version, from, and the
values, each with its paper), name the folder in rules/CMakeLists.txt behind the old one, and run this test with
--accept (rules/README.md)."""


def packs():
    """Every pack that is no draft: its name and the hash of its bytes."""
    for path in sorted(RULES.glob("*/pack.xml")):
        root = xml.etree.ElementTree.parse(path).getroot()
        if root.get("status") != "draft":
            yield f"{root.get('id')}@{root.get('version')}", hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    frozen = dict(line.split() for line in LIST.read_text().splitlines() if line and not line.startswith("#"))
    found = dict(packs())
    faults = [f"{name}: its pack.xml is no longer what it was when it came into force.\n{AMEND}"
              for name, hash in frozen.items() if name in found and found[name] != hash]
    faults += [f"{name}: the pack is no longer there, or is a draft now.\n{AMEND}" for name in frozen.keys() - found.keys()]
    new = sorted(found.keys() - frozen.keys())
    if new and "--accept" in sys.argv:
        with LIST.open("a") as list:
            list.writelines(f"{name} {found[name]}\n" for name in new)
    elif new:
        faults.append(f"new, and not in {LIST.name} yet: {' '.join(new)}; from now on it stays as it is: run this test "
                      "with --accept, and say in rules/CHANGELOG.md whom it concerns")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


main()
