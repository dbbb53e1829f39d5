#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the forms of tests/forms/yanbian-2024/ from the transcription in tests/golden/yanbian-2024.json.

Usage: scripts/make_forms.py [TARGET_FOLDER]

Only what the forms print is taken over: values as printed, and a cell that a form does not have is left out. The
figures that a review must give (`expected`) are thrown away before anything is written, so that no form can hold them.
"""
import json
import pathlib
import sys
from xml.sax.saxutils import escape, quoteattr

TOP = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = TOP / "tests" / "golden" / "yanbian-2024.json"
NAMESPACE = "urn:fuhe:form:1"

# Attribute of the XML form <- key of the transcription, in the order of the printed form.
FUND = [("label", "kind"), ("initial", "initial"), ("budget", "full_year"), ("executed", "executed"),
        ("rate", "rate"), ("score", "score")]
INDICATOR = [("level1", "level1"), ("level2", "level2"), ("name", "name"), ("weight", "weight"), ("score", "score")]
INDICATOR_CHILDREN = ["target", "actual", "reason"]
DISCLOSED = [("name", "name"), ("total", "total"), ("budget", "budget"), ("executed", "executed"), ("rate", "rate")]
STATEMENT = [("projects", "projects"), ("funds", "funds"), ("share", "share_of_project_spending"), ("unit", "unit")]


def load():
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    del golden["batch_findings"]
    for form in golden["forms"]:
        del form["expected"]
    return golden


def attributes(names, row):
    return "".join(f" {name}={quoteattr(str(row[key]))}" for name, key in names if key in row)


def element(name, text, indent):
    return f"{indent}<{name}>{escape(text)}</{name}>" if text else f"{indent}<{name}/>"


def funds(form):
    yield '  <funds unit="万元">'
    for row in form["funds"]:
        yield f"    <fund{attributes(FUND, row)}/>"
    yield "  </funds>"


def goal(form):
    yield "  <goal>"
    yield element("expected", form["goal_expected"], "    ")
    yield element("achieved", form["goal_actual"], "    ")
    yield "  </goal>"


def indicators(form):
    yield "  <indicators>"
    for row in form["indicators"]:
        yield f"    <indicator{attributes(INDICATOR, row)}>"
        for child in INDICATOR_CHILDREN:
            if child in row:
                yield element(child, row[child], "      ")
        yield "    </indicator>"
    yield "  </indicators>"


def disclosed(form):
    row = form["disclosed"]
    yield f"  <disclosed{attributes(DISCLOSED, row)}>{escape(row['text'])}</disclosed>"


def form_lines(form, year, namespace):
    yield f'<form{namespace} id={quoteattr(form["id"])} year="{year}" kind="project">'
    for name in ("project", "department", "unit"):
        if name in form:
            yield element(name, form[name], "  ")
    yield from funds(form)
    yield from goal(form)
    yield from indicators(form)
    yield f'  <total claimed={quoteattr(form["total"])}/>'
    yield from disclosed(form)
    yield "</form>"


def department_lines(golden, namespace):
    yield f'<forms{namespace} source={quoteattr(golden["source"])}>'
    yield f'  <statement{attributes(STATEMENT, golden["statement"])}/>'
    for form in golden["forms"]:
        yield from ("  " + line for line in form_lines(form, golden["year"], ""))
    yield "</forms>"


def write(path, lines):
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"
    path.write_bytes(text.encode("utf-8"))


def main():
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else TOP / "tests" / "forms" / "yanbian-2024"
    target.mkdir(parents=True, exist_ok=True)
    golden = load()
    namespace = f' xmlns="{NAMESPACE}"'
    for form in golden["forms"]:
        write(target / f"{form['id']}.xml", form_lines(form, golden["year"], namespace))
    write(target / "department.xml", department_lines(golden, namespace))


if __name__ == "__main__":
    main()
