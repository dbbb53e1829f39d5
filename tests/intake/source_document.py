#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Imports a document with the 15 published forms, and holds every field against the transcription of the golden file,
and every figure of their scores against those of the transcribed forms, which are held against the golden file. Usage:
source_document.py FUHE_PROGRAM DOCUMENT PLACE [SPENDING]. PLACE is the only one that a person must look at: a header over
the total row of the funds. SPENDING is what the department spent on projects, where the document has it. Exit code 77
(skipped) where the document is not there.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from forms import read_forms, score, without_doubts

GOLDEN = pathlib.Path("tests/golden/yanbian-2024.json")
DEPARTMENT = pathlib.Path("tests/forms/yanbian-2024/department.xml")
# What the transcription calls otherwise than the form XML.
FUND = {"kind": "label", "initial": "initial", "full_year": "budget", "executed": "executed", "rate": "rate",
        "score": "score"}
# Blank in the document; the transcription has no word for them.
BLANK = ("reviewed_score", "reviewed_reason", "grade", "deviation-rate")


def from_golden(form):
    """A form of the transcription in the shape of forms.py."""
    disclosed = {**form["disclosed"], "present": True}
    return {
        "year": "2024", "kind": "project", "project": form["project"], "department": form.get("department"),
        "unit": form.get("unit"), "money": "万元", "expected": form["goal_expected"],
        "achieved": form["goal_actual"], "claimed": form["total"],
        "funds": [{FUND[name]: value for name, value in row.items()} for row in form["funds"]],
        "indicators": form["indicators"],
        "disclosed": {name: value for name, value in disclosed.items() if name != "present"},
    }


def without_blanks(row):
    return {name: value for name, value in row.items() if not (name in BLANK and value == "")}


def compare(expected, got):
    """What differs, in words."""
    for name in ("year", "kind", "project", "department", "unit", "money", "expected", "achieved", "claimed",
                 "disclosed", "funds"):
        if expected[name] != got[name]:
            yield f"{expected['project']}: {name}: {got[name]!r}, expected {expected[name]!r}"
    rows = [without_blanks(row) for row in got["indicators"]]
    if rows != expected["indicators"]:
        for row, wanted in zip(rows, expected["indicators"]):
            if row != wanted:
                yield f"{expected['project']}: {row}, expected {wanted}"
        if len(rows) != len(expected["indicators"]):
            yield f"{expected['project']}: {len(rows)} indicators, expected {len(expected['indicators'])}"


def statement_of(golden, spending):
    wanted = golden["statement"]
    return {"projects": str(wanted["projects"]), "funds": wanted["funds"], "unit": wanted["unit"],
            "share": wanted["share_of_project_spending"], **{"spending": value for value in spending}}


def batch(program, document, folder, count):
    """What is wrong with a batch of the document."""
    records = subprocess.run([program, "batch", "-q", "--rules", "jilin-yanbian", "--format", "jsonl", document],
                             check=False, stdout=subprocess.PIPE).stdout.splitlines()
    forms = [record for record in map(json.loads, records) if record.get("type") == "form"]
    alone = json.loads(subprocess.run([program, "score", "--rules", "jilin-yanbian", "--format", "json", document],
                                      check=False, stdout=subprocess.PIPE).stdout)
    if len(forms) != count or [form["totals"] for form in forms] != [form["totals"] for form in alone["forms"]]:
        yield "a batch of the document gives other totals"
    out = pathlib.Path(folder) / "results"
    subprocess.run([program, "batch", "-q", document, "-o", str(out)], check=False)
    if subprocess.run([program, "verify", "-q", str(out)], check=False, stdout=subprocess.DEVNULL).returncode != 0:
        yield "a batch of the document cannot be verified"


def main():
    program, document, place = sys.argv[1:4]
    if not pathlib.Path(document).exists():
        print(f"{document} is not here")
        sys.exit(77)
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([program, "import", document, "-o", folder, "--lang", "en"], check=False,
                              stdout=subprocess.PIPE, text=True)
        imported = pathlib.Path(folder) / (pathlib.Path(document).stem + ".xml")
        forms, statement = read_forms(imported)
        faults = [] if done.returncode == 1 else [f"exit code {done.returncode}"]
        faults += [fault for expected, got in zip(golden["forms"], forms) for fault in compare(from_golden(expected), got)]
        if len(forms) != len(golden["forms"]):
            faults.append(f"{len(forms)} forms, expected {len(golden['forms'])}")
        if statement != statement_of(golden, sys.argv[4:]):
            faults.append(f"statement: {statement}")
        looked_at = [line for line in done.stdout.splitlines() if line.startswith("    ? ")]
        if len(looked_at) != 1 or f" {place}, " not in looked_at[0]:
            faults.append(f"to look at: {looked_at}")
        if without_doubts(score(program, imported)) != score(program, DEPARTMENT):
            faults.append("the scores are not those of the transcription")
        if score(program, document) != score(program, imported):
            faults.append("the document itself gives other scores")
        faults += batch(program, document, folder, len(golden["forms"]))
    print("\n".join(faults) or f"{len(forms)} forms are equal to the transcription")
    sys.exit(len(faults) > 0)


if __name__ == "__main__":
    main()
