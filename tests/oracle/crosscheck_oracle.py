#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cross-checks made-up batches a second time: exact copies by comparing texts, repeated projects by dictionaries, uneven
treatment from what `fuhe score` says of the same rows, statements from the amounts that went into the forms. Texts are
drawn from so many characters that they are copies or have nothing in common. Usage: crosscheck_oracle.py FUHE_PROGRAM"""
import collections
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from xml.sax.saxutils import escape, quoteattr

import jsonschema

LINES = jsonschema.Draft202012Validator(json.loads(pathlib.Path("crosscheck/crosscheck.schema.json").read_text("utf-8")))
WHOLE = jsonschema.Draft202012Validator(json.loads(pathlib.Path("stats/statistics.schema.json").read_text("utf-8")))
BROKEN = "the document breaks off behind its forms"
NUMBER_FORMULAS = {"proportion", "inverse", "linear-to-double", "zero"}
WORD_READINGS = {"words-scale", "judgement"}


def run(program, *arguments):
    done = subprocess.run([program, *arguments], check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode in (0, 1, 3), (arguments, done)
    return done.stdout


# --- forms ---

def text(rng, length):
    return "".join(chr(rng.randrange(0x4E00, 0x9F00)) for _ in range(length))


def form_of(rng, **cells):
    """A form of 90 points in nine rows; cells may say otherwise."""
    rows = cells.pop("rows", None) or [
        ("产出指标", text(rng, 5), 10, f"{100 + rng.randrange(900)}次", None, None, "") for _ in range(9)]
    made = {"id": "", "year": "2024", "project": text(rng, 8), "department": "甲局", "unit": "", "goal": text(rng, 40),
            "budget": Fraction(rng.randrange(100, 9999), 100), "rate": 100, "execution": "10", "total": None, "rows": rows}
    made.update(cells)
    return made


def decimal(value):
    value = Fraction(value)
    return f"{float(value):.4f}".rstrip("0").rstrip(".")


def xml_of(form):
    executed = form["budget"] * form["rate"] / 100
    lines = [f'<form id={quoteattr(form["id"])} year={quoteattr(form["year"])} kind="project">',
             f'<project>{escape(form["project"])}</project><department>{escape(form["department"])}</department>',
             f'<unit>{escape(form["unit"])}</unit>' if form["unit"] else "",
             f'<funds unit="万元"><fund label="年度资金总额" initial="{decimal(form["budget"])}" '
             f'budget="{decimal(form["budget"])}" executed="{decimal(executed)}" rate="{decimal(form["rate"])}" '
             f'weight="10" score="{form["execution"]}"/></funds>',
             f'<goal><expected>{escape(form["goal"])}</expected></goal>' if form["goal"] else "", "<indicators>"]
    claims = Fraction(form["execution"] or 0)
    for level, name, weight, target, actual, claim, reason in form["rows"]:
        claim = weight if claim is None else claim
        claims += Fraction(claim or 0)
        lines.append(f'<indicator level1="{level}" level2="数量指标" name={quoteattr(name)} weight="{weight}" '
                     f'score="{claim}"><target>{escape(target)}</target><actual>{escape(actual or target)}</actual>'
                     f'<reason>{escape(reason)}</reason></indicator>')
    total = decimal(claims) if form["total"] is None else form["total"]
    lines.append(f'</indicators><total claimed="{total}"/></form>')
    return "\n".join(line for line in lines if line)


def document_of(forms, statement=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<forms xmlns="urn:fuhe:form:1">{statement}\n'
            + "\n".join(map(xml_of, forms)) + "\n</forms>\n")


# --- batches: documents as lists of forms, with what the department states ---

def row(level, claim, actual, target="100次", weight=10, reason="", name="同一指标"):
    return (level, name, weight, target, actual, claim, reason)


def with_row(rng, first, **cells):
    rows = form_of(rng)["rows"]
    return form_of(rng, rows=[first, *rows[1:]], **cells)


def batches():
    rng = random.Random(20240901)
    goal, reason = text(rng, 30), text(rng, 15)
    copied_rows = form_of(rng)["rows"]

    def reasoned(count, words):
        return [with_row(rng, row("产出指标", "9", "90次", reason=words, name=text(rng, 6))) for _ in range(count)]

    yield "one form", [([form_of(rng)], None)]
    yield "two forms", [([form_of(rng)], None), ([form_of(rng)], None)]
    yield "alike", [([form_of(rng, goal=goal), form_of(rng)], None),
                    ([form_of(rng, goal=f" {goal[:9]}，{goal[9:]}。", department="乙局")], None),
                    ([form_of(rng, goal=goal[:19]), form_of(rng, goal=goal[:19])], None),
                    ([form_of(rng, rows=copied_rows), form_of(rng, rows=copied_rows, department="丙局")], None),
                    ([form_of(rng, rows=copied_rows[:4]), form_of(rng, rows=copied_rows[:4])], None),
                    (reasoned(4, reason), None), (reasoned(2, text(rng, 15)), None), (reasoned(5, reason[:11]), None)]
    same = {"project": "同一项目", "goal": goal, "rows": copied_rows}
    yield "one project again", [([form_of(rng, **same)], None), ([form_of(rng, **{**same, "project": " 同一 项目"})], None),
                                ([form_of(rng, **same, department="乙局")], None),
                                ([form_of(rng, **{**same, "year": "2023"})], None)]
    yield "within a document", [([form_of(rng, project="运行经费", unit="一所", goal=goal),
                                  form_of(rng, project="运行经费", unit="二所", goal=goal),
                                  form_of(rng, project="运行经费", unit="一所", goal=goal), form_of(rng, project="")], None),
                                ([form_of(rng, project="")], None)]
    hundred = form_of(rng)
    yield "units with a standard project", [
        ([form_of(rng, project="生均公用经费", unit=f"第{i}小学", goal=goal, rows=copied_rows)], None) for i in range(30)]
    yield "a project with and without its unit", [
        ([form_of(rng, project="维修", unit="一所")], None), ([form_of(rng, project="维修")], None),
        ([form_of(rng, project="维修", unit="一所")], None)]
    yield "a standard remark", [([with_row(rng, row("产出指标", "10", "100次", reason="该项指标已按计划全部完成没有偏差"))], None)
                                for _ in range(4)]
    yield "a hundred identical forms", [([hundred] * 60, None), ([hundred] * 40, None)]
    yield "departments of one form", [([form_of(rng, department=f"{text(rng, 3)}局", goal=goal, total="100")], None)
                                      for _ in range(12)]
    yield "empty departments", [([form_of(rng, department="", total="100") for _ in range(3)], None)]
    yield "bare forms", [([form_of(rng, goal="", rows=[row("产出指标", "", "", "")]) for _ in range(3)], None)]
    yield "full marks", [([form_of(rng, total="100")], None), ([form_of(rng, total="100"), form_of(rng, total="100")], None),
                         ([form_of(rng, department="乙局", total="100") for _ in range(2)], None),
                         ([form_of(rng, department="丙局", total=total) for total in ("100", "100", "99.9")], None)]
    yield "uneven", [
        ([with_row(rng, row("产出指标", "10", "90次")), with_row(rng, row("产出指标", "9", "90次"))], None),
        ([with_row(rng, row("效益指标", "10", "80次")), with_row(rng, row("成本指标", "8", "80次"))], None),
        ([with_row(rng, row("产出指标", "10", "90次"), department="乙局")], None),
        ([form_of(rng, rate=70, execution=score, department="丙局") for score in ("10", "5", "10", "", "5")], None),
        ([with_row(rng, row("效益指标", claim, "基本完成", "完成"), department="丁局") for claim in ("10", "8", "8", "")], None),
        ([with_row(rng, row("效益指标", claim, "有所提升", target), department="戊局")
          for claim, target in (("10", "提升"), ("9", "提升"), ("10", "改善"), ("10", "改善"), ("5", "优化"))], None),
        ([with_row(rng, row("产出指标", "10", "90次"), department="己局", project="一个项目")], None),
        ([with_row(rng, row("产出指标", "9", "90次"), department="己局", project="一个项目")], None),
        ([with_row(rng, row("满意度指标", "9" if i else "10", "90%", "95%"), department="庚局") for i in range(30)], None)]
    parts = [[form_of(rng, department=name) for _ in range(count)]
             for name, count in (("甲局", 3), ("甲局", 2), ("乙局", 2), ("乙局", 1), ("丙局", 2), ("丁局", 3))]
    money = [sum(form["budget"] for form in part) for part in parts]
    yield "statements", [(parts[0], (5, money[0] + money[1])), (parts[1], None), (parts[2], (4, money[2] + money[3] + 50)),
                         (parts[3], None), (parts[4], (2, money[4])),
                         ([*parts[5], form_of(rng, department="戊局")], (9, Fraction(1)))]
    broken = [[form_of(rng, department=name) for _ in range(2)] for name in ("甲局", "甲局", "乙局", "乙局")]
    years = [[form_of(rng, year=year) for _ in range(count)] for year, count in (("2023", 4), ("2024", 2), ("2024", 3))]
    sums = [sum(form["budget"] for form in part) for part in years]
    yield "statements of years", [(years[0], (4, sums[0])), (years[1], (5, sums[1] + sums[2])), (years[2], None),
                                  ([form_of(rng, department="")], (7, Fraction(1))), ([form_of(rng, department="")], None)]
    yield "documents that break off", [(broken[0], (9, Fraction(1))), (broken[1], BROKEN), (broken[2], (4, Fraction(1))),
                                       (broken[3], BROKEN)]
    again = form_of(rng)
    yield "a statement and a project again", [([again, form_of(rng)], (3, again["budget"])), ([again, form_of(rng)], None)]


# --- what must be found ---

def normal(words):
    return "".join(c for c in words if c.isalnum())


def department_of(form):
    return form["department"] or form["unit"]


def project_of(form):
    """What makes forms one project in one year; a form that names none is its own."""
    name = normal(form["project"])
    return (department_of(form), name, form["year"]) if name and department_of(form) else form["page"]


def tell_projects(forms):
    """What makes forms one project in any year: of any unit (text), and of one (same)."""
    by_name = collections.defaultdict(list)
    for form in forms:
        name = normal(form["project"])
        form["text"] = form["same"] = (department_of(form), name) if name else form["page"]
        by_name[form["same"]].append(form)
    for group in by_name.values():
        if not one_unit(group):
            for form in group:
                form["same"] = (form["same"], form["unit"])


def one_unit(group):
    """Of several documents some may leave out the unit."""
    return len({form["file"] for form in group}) > 1 and len({form["unit"] for form in group} - {""}) < 2


def groups_of_copies(forms, texts_of, least):
    by_text = collections.defaultdict(dict)
    for form in forms:
        for place, words in texts_of(form):
            by_text[words].setdefault(form["text"], (form["page"], place))
    return {frozenset(places.values()) for places in by_text.values() if len(places) >= least}


def goals_of(form):
    words = normal(form["goal"])
    return [(0, words)] if len(words) >= 20 else []


def indicators_of(form):
    items = frozenset((normal(row[1]), normal(row[3])) for row in form["rows"] if row[1])
    return [(0, items)] if len(items) >= 5 else []


def reasons_of(form):
    seen = {}
    for i, row in enumerate(form["rows"], 1):
        if len(normal(row[6])) >= 12 and (row[2] != 10 or row[5] not in (None, "10")):
            seen.setdefault(normal(row[6]), i)
    return [(i, words) for words, i in seen.items()]


def repeats(forms):
    found = set()
    by_project = collections.defaultdict(list)
    for form in forms:
        if isinstance(project_of(form), tuple):
            by_project[project_of(form)].append(form)
    for group in by_project.values():
        if one_unit(group):
            parts = [group]
        else:
            units = collections.defaultdict(list)
            for form in group:
                units[form["unit"]].append(form)
            parts = units.values()
        found |= {frozenset((form["page"], 0) for form in part) for part in parts if len(part) > 1}
    return found


def defects(form):
    """What is wrong in a form: key, row, and whether it is claimed in full."""
    scored, execution = form["scored"], form["scored"]["execution"]
    if execution["state"] == "scored" and "claimed" in execution and Fraction(execution["recomputed"]) < 10:
        yield "execution", 0, Fraction(execution["claimed"]) >= 10
    for printed, row in zip(form["rows"], scored["rows"]):
        if "claimed" not in row or not row["counted"]:
            continue
        full = Fraction(row["claimed"]) >= Fraction(row["weight"])
        if row.get("formula") in NUMBER_FORMULAS and Fraction(row["recomputed"]) < Fraction(row["weight"]):
            yield ("number", row["category"]), row["number"], full
        elif row["reading"] in WORD_READINGS and row["actual"]["kind"] == "words":
            target = printed[3] if row["reading"] == "judgement" else None
            yield ("words", normal(printed[4] or printed[3]), target), row["number"], full


def uneven(forms):
    groups = collections.defaultdict(list)
    for form in forms:
        for key, place, full in defects(form) if department_of(form) else []:
            groups[department_of(form), key].append((form, place, full))
    found = set()
    for group in groups.values():
        if len({full for _, _, full in group}) == 2 and len({form["same"] for form, _, _ in group}) > 1:
            deducted = [item for item in group if not item[2]]
            listed = [item for item in group if item[2]] + deducted[:20]
            found.add(frozenset((form["page"], place, full) for form, place, full in listed))
    return found


def full_marks(forms):
    by_department = collections.defaultdict(list)
    for form in forms:
        by_department[department_of(form)].append(form["scored"]["totals"].get("claimed"))
    return {name for name, totals in by_department.items()
            if name and len(totals) >= 3 and all(total and Fraction(total) == 100 for total in totals)}


def statements(documents, forms):
    """Findings of projects and of funds, and how many statements the whole clears."""
    found, cleared = {"projects": set(), "funds": set()}, 0
    for file, (own, stated) in documents.items():
        names = {department_of(form) for form in own}
        if stated in (None, BROKEN) or len(names) > 1 or "" in names:
            continue
        unread = any(part is BROKEN and department_of(other[0]) in names for other, part in documents.values())
        years = {form["year"] for form in own}
        everything = [form for form in forms if department_of(form) in names
                      and (len(years) > 1 or form["year"] in years)]
        once = {project_of(form): form for form in reversed(everything)}.values()
        measures = {"projects": (stated[0], len), "funds": (stated[1], lambda part: sum(form["budget"] for form in part))}
        for kind, (value, measure) in measures.items():
            if value == measure(own):
                continue
            if value in (measure(everything), measure(list(once))):
                cleared += 1
            elif not unread:
                found[kind].add(file)
    return found, cleared


# --- the comparison ---

def found_by(program, folder, pages):
    """Groups of crosscheck.jsonl by code, each a set of places; the table must say the same."""
    lines = [json.loads(line) for line in (folder / "crosscheck.jsonl").read_text("utf-8").splitlines()]
    with open(folder / "crosscheck.csv", encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert len(lines) == len(table), "table and lines"
    groups = collections.defaultdict(set)
    for line, cells in zip(lines, table):
        LINES.validate(line)
        assert not LINES.is_valid({**line, "surprise": 1}) and not LINES.is_valid({**line, "group": "1"})
        for name in ("code", "group", "members", "department", "file", "number", "id", "project", "row", "defect", "mild"):
            assert cells[name] == str(line.get(name, "")), (name, line, cells)
        page = pages.get((line.get("file"), line.get("number")))
        if line["code"] in ("all-full-marks",):
            place = line["department"]
        elif line["code"].startswith("statement"):
            place = line["file"]
        elif line["code"] == "uneven-treatment":
            place = (page, line.get("row", 0), line["treated_mildly"])
        else:
            place = (page, line.get("row", 0))
        if line["code"].startswith("copied"):
            assert line.get("similarity", "100.0") == "100.0" and ("similarity" in line) == ("other" in line), line
        groups[line["code"], line["group"]].add(place)
    by_code = collections.defaultdict(set)
    for (code, _), places in groups.items():
        by_code[code].add(frozenset(places))
    for code in by_code:
        numbers = sorted(group for other, group in groups if other == code)
        assert numbers == list(range(1, len(numbers) + 1)), (code, numbers)
    return by_code


def check(program, name, batch, folder):
    folder.mkdir()
    documents, forms, pages = {}, [], {}
    for i, (own, stated) in enumerate(batch):
        file = str(folder / f"{i:04}.xml")
        statement = (f'<statement projects="{stated[0]}" funds="{decimal(stated[1])}" unit="万元"/>'
                     if stated not in (None, BROKEN) else "")
        document = document_of(own, statement)
        if stated is BROKEN:
            document = document.replace("</forms>", "<form")
        pathlib.Path(file).write_text(document, encoding="utf-8")
        own = [{**form, "file": file} for form in own]
        for number, form in enumerate(own, 1):
            forms.append(form)
            form["page"] = len(forms)
            pages[file, number] = len(forms)
        documents[file] = (own, stated)
    scored = json.loads(run(program, "score", "-f", "json", *documents))["forms"]
    for form, result in zip(forms, scored, strict=True):
        form["scored"] = result
    tell_projects(forms)
    for jobs in ("1", "4"):
        run(program, "batch", "-q", "-j", jobs, *documents, "-o", str(folder / f"out{jobs}"))
        run(program, "report", "-q", "--format", "csv,jsonl", str(folder / f"out{jobs}"))
    found = found_by(program, folder / "out1/report", pages)
    for file in ("crosscheck.csv", "crosscheck.jsonl"):
        assert (folder / "out1/report" / file).read_bytes() == (folder / "out4/report" / file).read_bytes(), file
    stated, cleared = statements(documents, forms)
    expected = {"copied-goal": groups_of_copies(forms, goals_of, 2),
                "copied-indicators": groups_of_copies(forms, indicators_of, 2),
                "copied-reason": groups_of_copies(forms, reasons_of, 3), "duplicate-project": repeats(forms),
                "uneven-treatment": uneven(forms), "all-full-marks": {frozenset([name]) for name in full_marks(forms)},
                "statement-projects": {frozenset([file]) for file in stated["projects"]},
                "statement-funds": {frozenset([file]) for file in stated["funds"]}}
    for code, groups in expected.items():
        assert found[code] == groups, f"{name}, {code}: oracle {groups}, program {found[code]}"
    for language in ("en", "zh"):
        assert run(program, "stats", "--lang", language, str(folder / "out1")), name
    whole = json.loads(run(program, "stats", "-f", "json", str(folder / "out1")))
    WHOLE.validate(whole)
    for family in whole["crosscheck"]:
        assert family["findings"] == len(expected[family["code"]]), (name, family)
    assert sum(family["cleared"] for family in whole["crosscheck"]) == cleared, (name, cleared, whole["crosscheck"][:2])
    return {code: len(groups) for code, groups in expected.items() if groups}


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    seen = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for i, (name, batch) in enumerate(batches()):
            seen.update(check(program, name, batch, pathlib.Path(folder) / str(i)))
    assert len(seen) == 8, f"some code is never found: {seen}"


if __name__ == "__main__":
    main()
