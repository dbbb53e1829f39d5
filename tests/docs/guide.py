#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Follows the author's guide in both languages, command by command and edit by edit: what comes of it must be the pack
in examples/rules, comments apart. Usage: guide.py FUHE_PROGRAM"""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

import examples

GUIDES = {"docs/write-a-pack.md": "build/shili-2026", "docs/write-a-pack.zh-CN.md": "build/示例县"}
EXAMPLE = pathlib.Path("examples/rules/shili-2026")


def canonical(path):
    """Without comments, and without the line that leads an editor to the schema."""
    text = re.sub(r"<\?xml-model.*?\?>", "", path.read_text(encoding="utf-8"))
    return tree.canonicalize(text, strip_text=True)


faults = 0
for page, folder in GUIDES.items():
    run, failed = examples.check(pathlib.Path(page), sys.argv[1], False)
    faults += failed + (run == 0)
    for name in ("pack.xml", "cases.xml"):
        if canonical(EXAMPLE / name) != canonical(pathlib.Path(folder) / name):
            print(f"{page}: its {name} is not that of {EXAMPLE}")
            faults += 1
sys.exit(faults > 0)
