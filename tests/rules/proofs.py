#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What docs/rule-packs.md says that a failing proof prints is what one of the packs in tests/rules/bad gives, word for word.
Usage: proofs.py FUHE_PROGRAM"""
import glob
import re
import subprocess
import sys

PAGES = {"en": "docs/rule-packs.md", "zh": "docs/rule-packs.zh-CN.md"}
faults = 0

for language, page in PAGES.items():
    packs = sorted(glob.glob("tests/rules/bad/*.xml"))
    done = subprocess.run([sys.argv[1], "rules", "check", "--lang", language, *packs], capture_output=True, text=True)
    printed = {re.sub(r"^fuhe: \S+?\.xml:\d+:\d+: ", "", line) for line in done.stderr.splitlines()}
    with open(page, encoding="utf-8") as opened:
        table = opened.read().split("`fuhe rules check`")[-1].split("\n\n")[0]
    told = re.findall(r"\| `([^`]+)` \|$", table, re.MULTILINE)
    if done.returncode != 4 or len(printed) < 40 or len(told) < 15:
        sys.exit(f"{page}: {len(told)} examples, {len(printed)} messages, exit code {done.returncode}")
    for example in told:
        if example not in printed:
            print(f"{page}: no pack in tests/rules/bad gives: {example}")
            faults += 1
sys.exit(1 if faults else 0)
