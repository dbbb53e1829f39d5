#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The 15 published forms as workbooks and Word documents in every layout, filled in: what is read out of the copy is what
`fuhe score --fill` makes of the XML of the document. Usage: fill.py FUHE_PROGRAM"""
import pathlib
import sys
import tempfile

from filled import changed_entries, fill, run, with_review

import office
import office_docx
import render
from forms import read_forms

FORMS = "tests/forms/yanbian-2024/department.xml"
PARTS = ("xl/worksheets/sheet", "xl/styles.xml", "word/document.xml")


def documents():
    forms, _ = read_forms(FORMS)
    for layout in render.LAYOUTS:
        if layout != "converted":
            yield f"{layout}.xlsx", office.xlsx(forms, None, layout)
            yield f"{layout}.docx", office_docx.docx(forms, None, layout, "merged")
    yield "nested.docx", office_docx.docx(forms, None, "eleven", "nested")
    yield "plain.docx", office_docx.docx(forms, None, "nine", "plain")


def imported(program, path, folder):
    """The XML of a document, and what is doubtful about it."""
    done = run(program, "import", "--lang", "en", path, "-o", folder)
    return folder / (path.stem + ".xml"), done.stdout


def faults_of(program, folder, name, content):
    source, copy, again = folder / name, folder / ("filled-" + name), folder / ("again-" + name)
    source.write_bytes(content)
    done = fill(program, source, copy)
    if done.returncode not in (0, 1) or not done.stderr.startswith(f"fuhe: {source}: 已回填：自评表 15 张，校验得分 "):
        return [f"{done.returncode}: {done.stderr}"]
    xml, _ = imported(program, source, folder)
    wanted_path = folder / "wanted.xml"
    wanted_path.write_text(run(program, "score", "--lang", "zh", "--rules", "jilin-yanbian", "--fill", xml).stdout, "utf-8")
    got_path, said = imported(program, copy, folder)
    wanted, got = with_review(wanted_path), with_review(got_path)
    faults = [f"form {at}, {key}: {one[key]}\n instead of {other[key]}" for at, (one, other) in
              enumerate(zip(got, wanted), 1) for key in one if one[key] != other[key]]
    faults += [] if len(got) == len(wanted) == 15 else [f"{len(got)} forms"]
    faults += ["doubts: " + said] if "?" in said else []
    changed = changed_entries(content, copy.read_bytes())
    faults += [] if changed and all(part.startswith(PARTS) for part in changed) else [f"changed: {changed}"]
    done = fill(program, copy, again)
    faults += [] if again.read_bytes() == copy.read_bytes() else ["filled twice is not the same: " + done.stderr]
    return faults


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        made = list(documents())
        for name, content in made:
            faults = faults_of(sys.argv[1], pathlib.Path(folder), name, content)
            failed += len(faults) > 0
            for fault in faults[:2]:
                print(f"{name}: {fault[:600]}")
    print(f"{len(made)} documents, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
