#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the reports for machines against their schemas and against each other. Usage: schemas.py FUHE_PROGRAM

The input is all the published forms and all the small ones, together with files that fail. A schema that lets everything
through would pass too, so some damage is done to each report, which the schema must notice.
"""
import copy
import csv
import glob
import io
import json
import os
import subprocess
import sys

import jsonschema
from lxml import etree

FILES = sorted(glob.glob("tests/forms/yanbian-2024/*.xml") + glob.glob("tests/cli/forms/*.xml")) + ["none.xml", "tests"]
NAMESPACE = "{urn:fuhe:review:1}"


def report(program, form, language="en", locale="C"):
    environment = {**os.environ, "LC_ALL": locale}
    done = subprocess.run([program, "score", "--format", form, "--lang", language, *FILES], env=environment, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert done.returncode == 3, f"{form}: exit code {done.returncode}"
    return done.stdout


def check_languages(program):
    for form in ("json", "jsonl", "xml", "csv"):
        first = report(program, form)
        assert report(program, form, "zh", "zh_CN.UTF-8") == first, f"{form} differs by language"
        assert report(program, form, "en", "de_DE.UTF-8") == first, f"{form} differs by locale"


def damaged(document):
    """Copies of the document with one fault each."""
    for fault in (lambda d: d.update(surprise=1),
                  lambda d: d.pop("summary"),
                  lambda d: d["forms"][0].update(surprise=1),
                  lambda d: d["forms"][0].update(state="fine"),
                  lambda d: d["forms"][0]["totals"].update(verified=95.0),
                  lambda d: d["forms"][0]["totals"].update(verified="9.5e1"),
                  lambda d: d["forms"][0]["rows"][0].pop("verdict"),
                  lambda d: d["forms"][0]["findings"][0].update(severity="fatal"),
                  lambda d: d["forms"][0]["findings"][0].update(surprise=1),
                  lambda d: d["forms"][0]["rules"]["citations"][0].pop("clause"),
                  lambda d: d["units"][0].update(complete="true"),
                  lambda d: d["failures"][0].pop("problem")):
        broken = copy.deepcopy(document)
        fault(broken)
        yield broken


def check_citations(forms):
    """Each rule that a form names is cited once, or in no form that was scored by the same rules."""
    cited, bare = set(), set()
    for form in forms:
        named = {part["rule"] for part in (form["execution"], *form["rows"], *form["findings"],
                                           *form.get("ladder", {"steps": []})["steps"]) if "rule" in part}
        rules = [citation["rule"] for citation in form["rules"]["citations"]]
        assert len(rules) == len(set(rules)) and set(rules) <= named, f"{form['file']}: {rules} cited, {named} named"
        cited |= {(form["rules"]["id"], rule) for rule in rules}
        bare |= {(form["rules"]["id"], rule) for rule in named - set(rules)}
    assert cited and not cited & bare, f"not always cited: {cited & bare}"


def check_json(program):
    with open("report/review.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    document = json.loads(report(program, "json"))
    validator.validate(document)
    check_citations(document["forms"])
    for number, broken in enumerate(damaged(document)):
        assert not validator.is_valid(broken), f"damage {number} is not noticed"
    lines = [json.loads(line) for line in report(program, "jsonl").decode().splitlines()]
    for line in lines:
        validator.validate(line)
        assert not validator.is_valid({**line, "surprise": 1}), "damage to a line is not noticed"
    for kind, name in (("form", "forms"), ("unit", "units"), ("failure", "failures")):
        without = [{key: value for key, value in line.items() if key not in ("schema", "type")} for line in lines
                   if line["type"] == kind]
        assert without == document[name], f"{name} differ between json and jsonl"
    return document


def as_text(value):
    return value if isinstance(value, str) else json.dumps(value)


def same(value, element):
    """Whether an object of the JSON report and an element of the XML report say the same."""
    fields = {key: as_text(field) for key, field in value.items() if not isinstance(field, (dict, list))}
    assert fields == dict(element.attrib), f"{element.tag}: {fields} is not {dict(element.attrib)}"
    parts = [(key, part) for key, part in value.items() if isinstance(part, (dict, list))]
    assert [NAMESPACE + key for key, _ in parts] == [child.tag for child in element], element.tag
    for (_, part), child in zip(parts, element):
        if isinstance(part, dict):
            same(part, child)
            continue
        assert len(part) == len(child), child.tag
        for item, grandchild in zip(part, child):
            same(item, grandchild)


def check_xml(program, document):
    schema = etree.XMLSchema(etree.parse("report/review.xsd"))
    root = etree.fromstring(report(program, "xml"))
    schema.assertValid(root)
    for kind, name in (("form", "forms"), ("unit", "units"), ("failure", "failures")):
        elements = root.findall(NAMESPACE + kind)
        assert len(elements) == len(document[name]), name
        for value, element in zip(document[name], elements):
            same(value, element)
    same(document["summary"], root.find(NAMESPACE + "summary"))
    for fault in (lambda form: form.set("state", "fine"), lambda form: form.set("surprise", "1"),
                  lambda form: form.find(NAMESPACE + "totals").set("verified", "many"),
                  lambda form: form.remove(form.find(NAMESPACE + "rows"))):
        broken = copy.deepcopy(root)
        fault(broken.find(NAMESPACE + "form"))
        assert not schema.validate(broken), "damage to the XML is not noticed"


def check_csv(program, document):
    text = report(program, "csv").decode("utf-8-sig")
    assert "\r\n" in text and "\r\r" not in text
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    rows = [(form, row) for form in document["forms"] for row in form["rows"] or [{}]]
    assert len(lines) == len(rows)
    for line, (form, row) in zip(lines, rows):
        assert None not in line and None not in line.values(), "a line has too many or too few columns"
        expected = {"total_verified": form["totals"].get("verified", ""), "verified": row.get("verified", ""),
                    "claimed": row.get("claimed", ""), "exact": row.get("exact", "").replace("/", "÷"),
                    "line": as_text(row.get("line", ""))}
        assert {key: line[key] for key in expected} == expected, (line, expected)
        for value in line.values():
            negative = value[:1] == "-" and value[1:].replace(".", "").isdigit()
            assert value[:1] not in ("=", "+", "-", "@") or negative, f"looks like a formula: {value}"


def main(program):
    check_languages(program)
    document = check_json(program)
    check_xml(program, document)
    check_csv(program, document)


main(sys.argv[1])
