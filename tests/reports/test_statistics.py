#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the tables of statistics and of the gauge in a report against `fuhe stats` on the same results and against each
other. Usage: test_statistics.py FUHE_PROGRAM"""
import collections
import csv
import io
import json
import pathlib
import re
import sys
import tempfile
from fractions import Fraction

import jsonschema

from program import Program

sys.path.insert(0, str(pathlib.Path("tests/oracle").resolve()))
import stats_forms  # pylint: disable=wrong-import-position

TABLES = ("statistics.csv", "statistics.jsonl", "gauge.csv", "gauge.jsonl")
SIGNS = ("full-marks", "target-equal", "words", "over-budget", "round-claims", "stale-year")
SPREAD = ("least", "q05", "q25", "median", "q75", "q95", "most", "mad", "outliers")


def validator(name):
    schema = json.loads(pathlib.Path(f"stats/{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


LINES, GAUGES = validator("statistics-line"), validator("gauge-line")


def read_csv(path):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_jsonl(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


# --- what `fuhe stats --format json` says, as lines ---

class Expected:
    """(section, subject, figure) -> value or None, n, part, whole. A subject is "", a category, a department or an id."""

    def __init__(self):
        self.lines = []

    def add(self, section, subject, figure, value, n, share=(None, None)):
        value = None if value is None else str(int(value) if isinstance(value, bool) else value)
        self.lines.append((section, subject, figure, value, n, *share))

    def add_gauge(self, subject, forms, gauge):
        self.add("gauge", subject, "index", gauge.get("index"), forms)
        for sign in gauge["signs"]:
            self.add("gauge", subject, sign["sign"], sign.get("percent"), sign["n"], (sign["part"], sign["n"]))


def expected_lines(document):
    lines = Expected()
    lines.add("batch", "", "forms", document["forms"], document["forms"])
    lines.add("batch", "", "departments", document["departments"], document["forms"])
    for spread in (document["deviations"], *document["kinds"]):
        for figure in SPREAD:
            lines.add("deviations", spread.get("category", ""), figure, spread.get(figure), spread["n"])
    outliers = document["outliers"]
    lines.add("outliers", "", "departments", outliers["departments"], document["departments"])
    lines.add("outliers", "", "outliers", outliers["count"] if outliers["departments"] else None, outliers["departments"])
    for form in outliers["forms"]:
        lines.add("outliers", form["id"], "deviation", form["deviation"], 1)
        lines.add("outliers", form["id"], "z-score", form["score"], form["n"])
    tests = document["over_claiming"]
    lines.add("over-claiming", "", "tested", tests["tested"], document["departments"])
    lines.add("over-claiming", "", "look-here", tests["look_here"] if tests["tested"] else None, tests["tested"])
    for test in tests["departments"]:
        for figure, name in (("over", "over"), ("p", "p"), ("p-adjusted", "p_adjusted"), ("look-here", "look_here")):
            lines.add("over-claiming", test["name"], figure, test[name], test["n"])
    pair = document["execution_and_performance"]
    for figure in ("rho", "p"):
        lines.add("execution-and-performance", "", figure, pair.get(figure), pair["n"])
    for name in ("full_rows", "full_totals", "whole_totals", "multiples_of_five"):
        for side in ("claimed", "verified"):
            share = document[name][side]
            lines.add("full-marks-and-round-numbers", "", f"{name.replace('_', '-')}-{side}", share.get("percent"),
                      document[name]["n"], (share["count"], document[name]["n"]))
    for form in document["stability"]["forms"]:
        for figure, name in (("verified-total", "verified"), ("margin", "margin"), ("risk", "risk")):
            lines.add("stability", form["id"], figure, form.get(name), 1)
        kept = (form["kept"], document["stability"]["draws"]) if "kept" in form else (None, None)
        lines.add("stability", form["id"], "grade-stays", form.get("share"), form["rows"], kept)
    gauge = document["gauge"]
    lines.add_gauge("", document["forms"], gauge["all"])
    for department in gauge["departments"]:
        lines.add_gauge(department["name"], department["forms"], department)
    for form in gauge["forms"]:
        lines.add_gauge(form["id"], 1, form)
    for family in document["crosscheck"]:
        for figure, name in (("findings", "findings"), ("forms-found", "forms"), ("cleared", "cleared")):
            if figure != "cleared" or family["code"].startswith("statement"):
                lines.add("cross-check", family["code"], figure, None if "left_out" in family else family[name], family["n"])
    return lines.lines


# --- what stands in the report ---

def subject_of(line):
    return {"batch": "", "category": line.get("category"), "department": line.get("department"),
            "form": line.get("id"), "finding": line.get("code")}[line["subject"]]


def check_lines(name, report, document):
    lines = read_jsonl(report / "statistics.jsonl")
    for line in lines:
        LINES.validate(line)
    got = [(line["section"], subject_of(line), line["figure"], line.get("value"), line["n"], line.get("part"),
            line.get("whole")) for line in lines]
    expected = expected_lines(document)
    wrong = [pair for pair in zip(got, expected) if pair[0] != pair[1]]
    assert not wrong and len(got) == len(expected), f"{name}: {wrong[:5]}, {len(got)} lines for {len(expected)}"
    for line in lines:
        if line["method"] == "dirichlet-weights":
            assert (line["seed"], line["draws"]) == (document["stability"]["seed"], document["stability"]["draws"])
    cells = [{key: str(value) for key, value in line.items() if key != "schema"} for line in lines]
    table = read_csv(report / "statistics.csv")
    assert [{key: value for key, value in row.items() if value != ""} for row in table] == [
        {key: value for key, value in row.items() if value != ""} for row in cells], f"{name}: table and lines differ"
    return lines


def index_of(signs, forms, needed):
    """The mean of shares that can be seen, by fractions."""
    shares = [Fraction(100 * sign["part"], sign["n"]) for sign in signs
              if sign["n"] >= (3 if sign["sign"] == "round-claims" else 1)]
    if len(shares) < 3 or forms < needed:
        return None
    tenths = (sum(shares) / len(shares) * 10 + Fraction(1, 2)).__floor__()
    return f"{tenths // 10}.{tenths % 10}"


def check_gauges(name, report, document):
    lines = read_jsonl(report / "gauge.jsonl")
    sums = collections.defaultdict(lambda: [0] * 13)
    for line in lines:
        GAUGES.validate(line)
        assert [sign["sign"] for sign in line["signs"]] == list(SIGNS)
        figures = [line["forms"]] + [sign[key] for sign in line["signs"] for key in ("part", "n")]
        assert line.get("index") == index_of(line["signs"], line["forms"], 3 if line["kind"] == "department" else 1), line
        if line["kind"] == "form":
            sums[line["department"]] = [one + other for one, other in zip(sums[line["department"]], figures)]
        else:
            assert sums[line["department"]] == figures, f"{name}: {line['department']} is not the sum of its forms"
    kinds = collections.Counter(line["kind"] for line in lines)
    assert kinds["form"] == document["forms"] and kinds["department"] == document["departments"] == len(sums), kinds
    by_id = {line["id"]: line for line in lines if line["kind"] == "form"}
    for form in document["gauge"]["forms"]:
        assert by_id[form["id"]]["signs"] == form["signs"] and by_id[form["id"]]["index"] == form["index"]
    for row, line in zip(read_csv(report / "gauge.csv"), lines, strict=True):
        expected = {key: str(line.get(key, "")) for key in ("kind", "file", "number", "id", "year", "department", "project",
                                                            "forms", "index", "left_out")}
        expected["signs"] = str(sum("percent" in sign for sign in line["signs"]))
        for sign in line["signs"]:
            expected |= {f"{sign['sign']}-part": str(sign["part"]), f"{sign['sign']}-whole": str(sign["n"]),
                         f"{sign['sign']}-percent": sign.get("percent", "")}
        assert row == expected, (row, expected)


def check_schemas(lines):
    """A schema that lets everything through would pass too."""
    for fault in ({"surprise": 1}, {"value": "1e3"}, {"value": 1}, {"method": "guess"}, {"section": "other"},
                  {"left_out": "too-few", "value": "1"}, {"seed": 1}, {"subject": "form"}, {"part": 1}):
        assert not LINES.is_valid({**lines[0], **fault}), fault


def check_documented(report):
    for page in ("docs/report-formats.md", "docs/report-formats.zh-CN.md"):
        text = pathlib.Path(page).read_text("utf-8")
        for table in ("statistics.csv", "gauge.csv"):
            for column in read_csv(report / table)[0]:
                sign = column.rsplit("-", 1)[0]
                assert f"`{column}`" in text or (sign in SIGNS and f"`{sign}`" in text), f"{page} does not have {column}"
        for name in ("statistics-line", "gauge-line"):
            assert f"stats/{name}.schema.json" in text, page
        properties = LINES.schema["properties"]
        for word in properties["figure"]["enum"] + properties["method"]["enum"] + properties["left_out"]["enum"]:
            assert f"`{word}`" in text, f"{page} does not have {word}"


def check_batch(program, folder, name, documents, expect=None):
    (folder / name).mkdir()
    for i, document in enumerate(documents):
        (folder / name / f"{i:04}.xml").write_text(document, encoding="utf-8")
    program.run("batch", "-q", name, "-o", f"{name}-out", expect=expect)
    document = json.loads(program.run("stats", "--format", "json", f"{name}-out")[0])
    program.run("report", "-q", "--format", "csv,jsonl", f"{name}-out", language="zh")
    report = folder / f"{name}-out/report"
    lines = check_lines(name, report, document)
    check_gauges(name, report, document)
    return document, lines


def unscored(count):
    return stats_forms.document([f'<form id="u{i}"><project>空表{i}</project><department>某局</department></form>\n'
                                 for i in range(count)])


def check_pages(program, folder):
    """What pages say of forms without a grade: none of them is one of how many, and no row of theirs has one."""
    for name in ("partly-scored", "unscored"):
        program.run("report", "-q", "--format", "html", f"{name}-out", "-o", f"{name}-pages", language="zh")
    index = (folder / "unscored-pages/index.html").read_text("utf-8")
    assert "没有全部评分的自评表，因此都没有复核档次。" in index and "建议下调档次的有" not in index
    partly = folder / "partly-scored-pages"
    assert "全部评分的 10 份自评表中，建议下调档次的有 0 份" in (partly / "index.html").read_text("utf-8")
    assert "总分不包括另外 6 份不完整的自评表" in (partly / "statistics.html").read_text("utf-8")
    for page in ("sample.html", "lists/0001.html", "departments/0001.html"):
        rows = re.findall("<tr>.*?</tr>", (partly / page).read_text("utf-8"), re.DOTALL)
        shown = [row for row in rows if re.search(r"forms/\d+/0*1[1-6]\.html", row)]
        assert shown and all("+40.00" not in row and row.count(">—<") == 2 for row in shown), (page, shown)


def main():
    path = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        program = Program(path, folder)
        met = set()
        for name, (documents, seen) in stats_forms.batches().items():
            document, lines = check_batch(program, folder, name, documents)
            assert seen(document), f"{name}: not what this batch is for"
            met |= {line.get("left_out") for line in lines} | {line["method"] for line in lines}
        document, lines = check_batch(program, folder, "unscored", [unscored(12)], expect=3)
        assert {line["value"] for line in lines if line["unit"] != "count" and "value" in line} == set(), "figures of nothing"
        met |= {line.get("left_out") for line in lines}
        check_pages(program, folder)
        missed = {"no-values", "too-few", "all-the-same", "too-few-signs", "modified-z-score-3.5-mad"} - met
        assert not missed, f"no batch shows {missed}"
        check_schemas(lines)
        check_documented(folder / "drawn-out/report")
        program.run("report", "-q", "--format", "csv,jsonl", "drawn-out", "-o", "again", language="en",
                    environment={"LC_ALL": "C"})
        for table in TABLES:
            assert (folder / "again" / table).read_bytes() == (folder / "drawn-out/report" / table).read_bytes(), table


main()
