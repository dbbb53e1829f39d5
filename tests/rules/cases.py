#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the cases of every rule pack, then breaks a pack or its cases in one place at a time and sees `fuhe rules test`
fail. Usage: cases.py FUHE_PROGRAM"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
BASE = "rules/mof-2021-cost"
FAILS = 4
faults = 0

# What is changed in the pack: each value must be guarded by some case.
PACK_EDITS = [
    ("band edge", '<band from="80" score="7"/>', '<band from="81" score="7"/>'),
    ("band edge by a hundredth", '<band from="80" score="7"/>', '<band from="79.99" score="7"/>'),
    ("band score", '<band from="60" score="5"/>', '<band from="60" score="6"/>'),
    ("rate rounded first", 'basis="exact" places="2"', 'basis="printed" places="0"'),
    ("zero budget", 'zero-budget="unscored"', 'zero-budget="no-points"'),
    ("less is better", 'number-less method="linear-to-double"', 'number-less method="inverse"'),
    ("equal", 'number-equal method="as-more"', 'number-equal method="all-or-nothing"'),
    ("cost", 'cost method="ceiling"', 'cost method="proportional"'),
    ("weights", 'weights cost="20" output="40"', 'weights cost="10" output="50"'),
    ("variant", 'id="no-cost" cost="0" output="50" effect="30"', 'id="no-cost" cost="0" output="60" effect="20"'),
    ("word for done", "<word>已完成</word>", ""),
    ("step", 'step low="80" high="100"', 'step low="85" high="100"'),
    ("lowest step", 'step low="0" high="60"', 'step low="0" high="50"'),
    ("reason from", 'explain="1.3"', 'explain="1.29"'),
    ("no reason", 'explain="1.3"', 'explain="1.31"'),
    ("points off", 'en="A result of 1.3 times the target or more loses no points but needs a reason."/>',
     'en="x"><tier ratio="1.1" cut="10"/></over-completion>'),
    ("rounding of rows", 'item-mode="half-up"', 'item-mode="truncate"'),
    ("rounding of ties", 'item-mode="half-up"', 'item-mode="half-even"'),
    ("places of rows", 'item-places="2"', 'item-places="1"'),
    ("accepted claims", 'accept="rounded"', 'accept="exact"'),
    ("claims that are cut", 'accept="rounded"', 'accept="truncated"'),
    ("claims too low", 'raise="yes"', 'raise="no"'),
    ("duplicates", 'mode="count-once"', 'mode="keep"'),
    ("base of deviation", 'deviation base="claim"', 'deviation base="verified"'),
    ("grade cut", 'id="good" from="80"', 'id="good" from="80.01"'),
    ("grade cut from below", 'id="medium" from="60"', 'id="medium" from="59.99"'),
    ("unspent", 'unspent rate="5"', 'unspent rate="5.01"'),
    ("unspent from below", 'unspent rate="5"', 'unspent rate="4.99"'),
]

# The same in packs that choose otherwise.
OTHER_EDITS = [
    ("rules/national-linear", 'basis="printed"', 'basis="exact"'),
    ("rules/national-linear", 'zero-budget="no-points"', 'zero-budget="full"'),
    ("rules/national-linear", '<over-completion source', '<over-completion explain="1.9" source'),
    ("rules/jiangxi", 'basis="printed"', 'basis="exact"'),
    ("rules/guangxi", 'raise="no"', 'raise="yes"'),
    ("rules/jilin-yanbian", 'number-equal method="all-or-nothing"', 'number-equal method="as-more"'),
    ("rules/jilin-yanbian", 'cost method="proportional"', 'cost method="ceiling"'),
    ("tests/rules/good/scale-60", 'ratio="1.5" cut="5"', 'ratio="1.4999" cut="5"'),
    ("tests/rules/good/scale-60", 'ratio="1.5" cut="5"', 'ratio="1.5" cut="6"'),
    ("tests/rules/good/scale-60", 'ratio="3" cut="20"', 'ratio="3.01" cut="20"'),
    ("tests/rules/good/scale-60", 'step low="60" high="80"', 'step low="60.1" high="80"'),
    ("tests/rules/good/scale-50", 'step low="0" high="50"', 'step low="0" high="49.9"'),
    ("tests/rules/good/scale-50", 'step low="50" high="80"', 'step low="50.1" high="80"'),
]

# What is changed in the cases, and what must be said.
CASE_EDITS = [
    ("expected score", 'score="4.52"', 'score="4.51"', "score: expected is 4.51, found is 4.52"),
    ("expected verdict", 'score="8.6" verdict="rounded"', 'score="8.6" verdict="exact"',
     "verdict: expected is exact, found is rounded"),
    ("expected band", 'claim="7" band="80"', 'claim="7" band="60"', "band: expected is 60, found is 80"),
    ("expected grade", 'score="89.99" grade="good"', 'score="89.99" grade="excellent"',
     "grade: expected is excellent, found is good"),
    ("expected weights", 'weights="no-cost"', 'weights="own"', "weights: expected is own, found is no-cost"),
    ("expected finding", 'findings="full-marks-unmet"', 'findings="stale-year"',
     "findings: expected is stale-year, found is nothing"),
    ("finding that must not be", 'no-findings="over-completion"', 'no-findings="reason-missing judgement"',
     "no case hits: Far beyond the target: a result below 1.3 times"),
    ("rule that is shown", 'shows="rank"', 'shows="cost"', "shows: expected is cost, found is rank"),
    ("edge without a case", 'executed="7999"', 'executed="7990"', "no case hits: Budget execution: a rate below 80 %"),
    ("grade cut without a case", 'actual="79.99公里"\n         weight="90" claim="79.99" score="79.99" verdict="exact"/>\n'
     '    <total claim="89.99" score="89.99"', 'actual="79.9公里"\n         weight="90" claim="79.9" score="79.9" '
     'verdict="exact"/>\n    <total claim="89.9" score="89.9"', "no case hits: Grades: a total just below 90"),
    ("outcome not stated", ' score="10" verdict="exact"/>', "/>", "lacks score, verdict"),
    ("unknown attribute", 'target="≥100人"', 'aim="≥100人"', "aim"),
    ("unknown element", "<row ", "<line ", "line"),
    ("unknown rule", 'shows="rank"', 'shows="ranks"', "case/@shows"),
    ("unknown verdict", 'verdict="exact"', 'verdict="fine"', "execution/@verdict"),
    ("unknown finding", 'findings="full-marks-unmet"', 'findings="full-marks"', "case/@findings"),
    ("no number", 'score="4.52"', 'score="4,5,2"', "row/@score"),
    ("other pack", 'pack="mof-2021-cost"', 'pack="mof-2020"', "cases/@pack"),
    ("other namespace", "urn:fuhe:cases:1", "urn:fuhe:cases:2", "urn:fuhe:cases"),
    ("one language", 'en="Exactly the target: full marks"', "", "lacks en"),
    ("doctype", "<cases ", "<!DOCTYPE cases><cases ", "DOCTYPE"),
]


def run(*operands):
    done = subprocess.run([PROGRAM, "rules", "test", *operands, "--lang", "en"], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def fail(name, told):
    global faults
    faults += 1
    print(f"{name}: {told}")


def hold(operands, told):
    code, said = run(*operands)
    if code != 0 or said.count("cases hold") != told:
        fail("fuhe rules test " + " ".join(operands), f"exit code {code}\n{said}")


def edit(text, old, new):
    """Steps of words touch: the one beside a step that is changed ends where that one begins now."""
    text = text.replace(old, new, 1)
    if old.startswith("step "):
        (low, high), (new_low, new_high) = (re.findall(r'"(.*?)"', step) for step in (old, new))
        if low != new_low:
            text = text.replace(f'high="{low}"', f'high="{new_low}"', 1)
        if high != new_high:
            text = text.replace(f'low="{high}"', f'low="{new_high}"', 1)
    return text


def break_once(name, file, old, new, said_of_it, base=BASE):
    with tempfile.TemporaryDirectory() as work:
        shutil.copytree(base, work + "/pack")
        path = f"{work}/pack/{file}"
        with open(path, encoding="utf-8") as opened:
            text = opened.read()
        if old not in text:
            return fail(name, f"{old} is not in {base}/{file}: adapt this test")
        with open(path, "w", encoding="utf-8") as opened:
            opened.write(edit(text, old, new))
        code, said = run(work + "/pack")
    if code != FAILS or said_of_it not in said or "cases.xml:" not in said:
        fail(name, f"exit code {code}, expected {FAILS} with “{said_of_it}”\n{said}")


packs = sorted(os.path.dirname(path) for path in glob.glob("rules/*/pack.xml"))
hold([], len(packs))
hold(packs, len(packs))
hold([os.path.basename(pack) for pack in packs], len(packs))
hold([packs[0] + "/pack.xml", packs[0] + "/"], 2)
others = sorted(os.path.dirname(path) for folder in ("tests/rules/good", "examples/rules")
                for path in glob.glob(f"{folder}/*/pack.xml"))
hold(others, len(others))
for name, old, new in PACK_EDITS:
    break_once("pack: " + name, "pack.xml", old, new, "expected is")
for base, old, new in OTHER_EDITS:
    break_once(f"{base}: {new}", "pack.xml", old, new, "expected is", base)
for name, old, new, said_of_it in CASE_EDITS:
    break_once("cases: " + name, "cases.xml", old, new, said_of_it)
break_once("method without a case", "pack.xml", 'cost method="ceiling"', 'cost method="ceiling-if-saved"',
           "no case hits: Cost indicators: below the target, with a reason that says not paid yet")
code, said = run("rules/nowhere")
if code != FAILS or "rules/nowhere/pack.xml" not in said:
    fail("a folder that is not there", f"exit code {code}\n{said}")
sys.exit(1 if faults else 0)
