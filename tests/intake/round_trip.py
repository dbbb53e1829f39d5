#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The 15 published forms written in every layout of render.py, as markdown, HTML, HTML in GBK, xlsx, docx, ods and
odt, imported again: every field must be as it was. Usage: round_trip.py FUHE_PROGRAM
"""
import pathlib
import subprocess
import sys
import tempfile

import office
import office_docx
import office_odf
import render
from forms import drop, read_forms, read_ids

OLD_KINDS = ("xls", "doc", "rtf")  # of office_programs.py
FORMS = "tests/forms/yanbian-2024/department.xml"
# Cells that a layout has and the forms leave blank.
# A program has put lines on their own where spaces were: a browser shows a space there, between Chinese characters none.
SPACES_LOST = ("wrapped.html",)
BLANK = ("reviewed_score", "reviewed_reason", "relation", "unit")


def expected_rows(rows, layout):
    rows = [render.split_target(row) for row in rows] if layout in ("split", "two-row-header") else rows
    return [{name: text for name, text in row.items() if not (name in BLANK and text == "")} for row in rows]


def comparable(form):
    return {**drop(form, ("grade",)), "indicators": expected_rows(form["indicators"], None)}


def documents():
    forms, statement = read_forms(FORMS)
    for layout in render.LAYOUTS:
        text = render.markdown(forms, statement, layout)
        page = render.page(forms, statement, layout)
        if layout not in ("two-row-header", "one-table"):  # they need cells that span
            yield layout, "md", text.encode()
        yield layout, "html", page.encode()
        yield layout, "gbk.html", render.page(forms, statement, layout, "gb2312").encode("gb18030")


def office_documents():
    forms, statement = read_forms(FORMS)
    for layout in render.LAYOUTS:
        if layout != "converted":
            yield layout, "xlsx", office.xlsx(forms, statement, layout)
            yield layout, "merged.docx", office_docx.docx(forms, statement, layout, "merged")
            yield layout, "ods", office_odf.ods(forms, statement, layout)
            yield layout, "odt", office_odf.odt(forms, statement, layout)
    for layout in ("eleven", "split"):
        yield layout, "uneven.docx", office_docx.docx(forms, statement, layout, "uneven")
    for layout in ("nine", "weight-first"):
        yield layout, "nested.docx", office_docx.docx(forms, statement, layout, "nested")
    for layout in ("nine", "any-order"):
        yield layout, "plain.docx", office_docx.docx(forms, statement, layout, "plain")


def without_spaces(value):
    if isinstance(value, dict):
        return {name: without_spaces(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [without_spaces(inner) for inner in value]
    return value.replace(" ", "") if isinstance(value, str) else value


def different(one, other):
    return "\n".join(f"{name}: {one[name]}\n expected {other[name]}" for name in other if one[name] != other[name])


def expected_ids(layout, count):
    """Forms of sheets are named after these."""
    if layout in ("weight-first", "two-tables", "one-table"):
        return ["自评表" + (f"-{number}" if number > 1 else "") for number in range(1, count + 1)]
    return [f"自评表 {number}" for number in range(1, count + 1)]


def check(program, folder, layout, ending, content):
    wanted, statement = read_forms(FORMS)
    path = folder / f"{layout}.{ending}"
    path.write_bytes(content)
    options = ["--convert"] if ending in OLD_KINDS else []
    done = subprocess.run([program, "import", *options, str(path), "-o", str(folder), "--lang", "en"], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    # The header in place of a row is for a person to see.
    faults = [] if done.returncode == (1 if layout == "converted" else 0) else [done.stdout]
    if done.returncode in (0, 1):
        got, got_statement = read_forms(folder / (path.stem + ".xml"))
        expected = [{**comparable(form), "indicators": expected_rows(form["indicators"], layout)} for form in wanted]
        if ending in SPACES_LOST:
            got, expected = without_spaces(got), without_spaces(expected)
        faults += [different(one, other) for one, other in zip(map(comparable, got), expected) if one != other]
        ids = read_ids(folder / (path.stem + ".xml"))
        if ending in ("xlsx", "ods") and ids != expected_ids(layout, len(wanted)):
            faults.append(f"ids {ids}")
        faults += [] if len(got) == len(wanted) else [f"{len(got)} forms"]
        faults += [] if got_statement == statement else [f"statement {got_statement}"]
    for fault in faults[:2]:
        print(f"{path.name}: {fault[:1500]}")
    return len(faults) > 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        results = [check(sys.argv[1], pathlib.Path(folder), *document) for document in [*documents(), *office_documents()]]
    print(f"{len(results)} documents, {sum(results)} failed")
    sys.exit(any(results))


if __name__ == "__main__":
    main()
