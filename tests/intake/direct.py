#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scoring a document says what scoring the XML says that fuhe import writes of it: the same JSON, but for names of files
and places, and for what was not read (unread-part). For the 15 published forms in every kind of document, and for the documents of tests/intake/documents.
Usage: direct.py FUHE_PROGRAM
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import office
from forms import drop, read_forms
from round_trip import FORMS, documents, office_documents

DOCUMENTS = pathlib.Path("tests/intake/documents")
LAYOUTS = ("eleven", "converted", "split")
# Where something stands in the XML is not where it stands in the document.
PLACES = ("file", "line", "column", "address", "place")


def score(program, path):
    done = subprocess.run([program, "score", "--format", "json", str(path)], check=False, stdout=subprocess.PIPE)
    report = json.loads(done.stdout)
    for unit in report["units"]:  # of an XML, import itself says what it left out
        told = [finding for finding in unit["findings"] if finding["code"] != "unread-part"]
        report["summary"]["warnings"] -= len(unit["findings"]) - len(told)
        unit["findings"] = told
    return done.returncode, drop([report["forms"], report["units"], report["failures"], report["summary"]], PLACES)


def check(program, folder, path):
    xml = folder / (path.name.rsplit(".", 1)[0] + ".xml")
    subprocess.run([program, "import", str(path), "-o", str(folder)], check=False, stdout=subprocess.DEVNULL)
    direct, by_way_of_xml = score(program, path), score(program, xml)
    if direct == by_way_of_xml and direct[1][0]:
        return []
    one, other = (json.dumps(result, ensure_ascii=False, indent=0).splitlines() for result in (direct, by_way_of_xml))
    differences = [f"  {a!r}, by way of XML {b!r}" for a, b in zip(one, other) if a != b]
    return [f"{path.name}: {direct[0]}, {by_way_of_xml[0]}; {len(one)}, {len(other)} lines"] + differences[:5]


def check_copies(program, folder):
    """One form in two sheets: what is said of both has the address in the first, in every output alike."""
    forms, statement = read_forms(FORMS)
    path = folder / "twice.xlsx"
    path.write_bytes(office.xlsx([forms[0], forms[0]], statement, "eleven"))
    done = subprocess.run([program, "score", "--format", "json", str(path)], check=False, stdout=subprocess.PIPE)
    findings = [finding for unit in json.loads(done.stdout)["units"] for finding in unit["findings"]]
    told = [finding["address"] for finding in findings if finding["code"] == "duplicate-project"]
    subprocess.run([program, "batch", "--quiet", str(path), "-o", str(folder / "run")], check=False)
    subprocess.run([program, "report", "--quiet", "--format", "csv", str(folder / "run")], check=False)
    with open(folder / "run/report/findings.csv", encoding="utf-8-sig", newline="") as table:
        rows = [row["address"] for row in csv.DictReader(table) if row["code"] == "duplicate-project"]
    good = len(told) == 1 and re.fullmatch(r"[^,]+![A-Z]+[0-9]+", told[0]) and rows == told
    return [] if good else [f"a form in two sheets: {told} in JSON, {rows} in CSV"]


def main():
    program = sys.argv[1]
    faults = []
    count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        made = [(f"{layout}.{ending}", content) for layout, ending, content in (*documents(), *office_documents())
                if layout in LAYOUTS]
        made += [(path.name, path.read_bytes()) for path in sorted(DOCUMENTS.iterdir()) if path.suffix in (".md", ".html")]
        for file, content in made:
            path = folder / file
            path.write_bytes(content)
            faults += check(program, folder, path)
            count += 1
        faults += check_copies(program, folder)
    print("\n".join(faults) or f"{count} documents give what their XML gives")
    sys.exit(len(faults) > 0)


if __name__ == "__main__":
    main()
