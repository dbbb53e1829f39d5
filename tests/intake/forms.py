# SPDX-License-Identifier: Apache-2.0
"""Forms in XML as plain dictionaries: absent cells are left out, blank ones are "". For the tests of the intake."""
import json
import subprocess

from lxml import etree

NAMESPACE = "{urn:fuhe:form:1}"


def text_of(parent, name):
    found = parent.find(NAMESPACE + name)
    return None if found is None else (found.text or "")


def read_indicator(element):
    row = dict(element.attrib)
    for name in ("target", "actual", "reason"):
        text = text_of(element, name)
        if text is not None:
            row[name] = text
    target = element.find(NAMESPACE + "target")
    if target is not None:
        row.update(target.attrib)
    reviewed = element.find(NAMESPACE + "reviewed")
    if reviewed is not None:
        row.update({"reviewed_" + name: value for name, value in reviewed.attrib.items()})
    return row


def read_form(element):
    funds = element.find(NAMESPACE + "funds")
    goal = element.find(NAMESPACE + "goal")
    total = element.find(NAMESPACE + "total")
    disclosed = element.find(NAMESPACE + "disclosed")
    form = {name: element.get(name) for name in ("year", "kind")}
    form.update({name: text_of(element, name) for name in ("project", "department", "unit")})
    form["money"] = None if funds is None else funds.get("unit")
    form["funds"] = [] if funds is None else [dict(row.attrib) for row in funds]
    form["expected"] = None if goal is None else text_of(goal, "expected")
    form["achieved"] = None if goal is None else text_of(goal, "achieved")
    form["indicators"] = [read_indicator(row) for row in element.iter(NAMESPACE + "indicator")]
    form["claimed"] = None if total is None else total.get("claimed")
    form["grade"] = None if total is None else total.get("grade")
    form["disclosed"] = None if disclosed is None else {**disclosed.attrib, "text": disclosed.text or ""}
    return form


def read_forms(path):
    """The forms of a document, and its statement."""
    root = etree.parse(str(path)).getroot()
    elements = [root] if root.tag == NAMESPACE + "form" else root.findall(NAMESPACE + "form")
    statement = root.find(NAMESPACE + "statement")
    return [read_form(element) for element in elements], None if statement is None else dict(statement.attrib)


def read_ids(path):
    return [element.get("id") for element in etree.parse(str(path)).getroot().iter(NAMESPACE + "form")]


def drop(value, names):
    """Without what tells where something stands: of a doubt in XML, its address in the document, too."""
    if isinstance(value, dict):
        more = ("other",) if value.get("code") == "doubtful-reading" else ()
        return {name: drop(inner, names) for name, inner in value.items() if name not in (*names, *more)}
    return [drop(inner, names) for inner in value] if isinstance(value, list) else value


def without_doubts(value):
    """What a score says but for doubts of the reading, which forms have that were read out of documents."""
    if isinstance(value, dict):
        return {name: without_doubts(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [without_doubts(inner) for inner in value
                if not isinstance(inner, dict) or inner.get("code") != "doubtful-reading"]
    return value


PLACES = ("file", "id", "line", "column", "place", "address")


def score(program, path, rules="jilin-yanbian"):
    """Every figure, verdict and finding of the forms of a document, and what they show together, without ids and
    places."""
    done = subprocess.run([program, "score", "--rules", rules, "--format", "json", str(path)], check=False,
                          stdout=subprocess.PIPE)
    report = json.loads(done.stdout)
    return drop([report["forms"], report["units"]], PLACES)
