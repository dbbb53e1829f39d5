#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes reports of batches. Usage: test_report.py FUHE_PROGRAM"""
import csv
import glob
import io
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import zipfile

import jsonschema
from lxml import etree

from program import Program, differing, tree

MACHINES = ["reviews.csv", "indicators.csv", "findings.csv", "reviews.jsonl", "reviews.xml", "sample.csv", "sample.jsonl",
            "statistics.csv", "statistics.jsonl", "gauge.csv", "gauge.jsonl", "crosscheck.csv", "crosscheck.jsonl"]
SCHEMA = json.loads(pathlib.Path("report/review.schema.json").read_text(encoding="utf-8"))
XSD = etree.XMLSchema(etree.parse("report/review.xsd"))
SOURCE = pathlib.Path("tests/forms/yanbian-2024/department.xml").read_text(encoding="utf-8")


def make_input(folder):
    """All forms at hand, good, odd and broken, and one whose words are formulas."""
    os.makedirs(folder / "in/深")
    for name in glob.glob("tests/forms/yanbian-2024/*.xml"):
        shutil.copy(name, folder / "in")
    for name in glob.glob("tests/cli/forms/*.xml"):
        shutil.copy(name, folder / "in/深")
    for name in (b"=1+2.xml", b"two\nlines.xml", b"not utf-8 \xff.xml", b'"quoted", and more.xml'):
        shutil.copy("tests/cli/forms/small.xml", os.fsencode(folder / "in") + b"/" + name)


def make_many(folder, count):
    forms = re.findall(r"  <form .*?</form>\n", SOURCE, re.DOTALL)
    head = '<forms xmlns="urn:fuhe:form:1">\n'
    made = [re.sub(r'id="[^"]*"', f'id="f{number}"', forms[number % len(forms)], count=1) for number in range(count)]
    (folder / "many.xml").write_text(head + "".join(made) + "</forms>\n", encoding="utf-8")


# --- what a report says ---

def read_table(text):
    lines = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    for line in lines:
        assert None not in line and None not in line.values(), "a line has too many or too few columns"
        for value in line.values():
            number = re.fullmatch(r"[+-]?\d+(\.\d*)?%?|-", value)
            assert value[:1] not in "=+-@\t\r\n＝＋－＠" or value == "" or number, f"looks like a formula: {value}"
    return lines


def printed(text):
    """A text as a table has it: an apostrophe keeps a formula from being one."""
    is_formula = text[:1] in tuple("=+-@\t\r\n＝＋－＠") and not re.fullmatch(r"[+-]?\d+(\.\d*)?%?|-", text)
    return "'" + text if is_formula else text


def check_findings(lines, records):
    expected = []
    for record in records:
        if record["type"] == "failure":
            expected.append(("failure", record["file"], record["problem"], "error", "", record.get("found", "")))
        for finding in record.get("findings", []):
            expected.append((record["type"], record["file"], finding["code"], finding["severity"],
                             finding.get("difference", ""), finding.get("quote", "")))
    columns = ("kind", "file", "code", "severity", "difference", "quote")
    assert [tuple(line[column] for column in columns) for line in lines] == [
        tuple(printed(value) if place in (1, 5) else value for place, value in enumerate(row)) for row in expected]
    assert any(line["difference"].startswith("-") for line in lines), "no negative number to look at"
    assert {line["kind"] for line in lines} == {"form", "unit", "failure"}
    documented = pathlib.Path("docs/report-formats.md").read_text(encoding="utf-8")
    for column in lines[0]:
        assert f"`{column}`" in documented, f"{column} is not in docs/report-formats.md"


def check_tables(report, records):
    forms = [record for record in records if record["type"] == "form"]
    lines = read_table(report["reviews.csv"])
    assert [(line["id"], line["total_verified"], line["deviation_points"], line["project"]) for line in lines] == [
        (printed(form.get("id", "")), form["totals"].get("verified", ""), form["totals"].get("deviation_points", ""),
         printed(form.get("project", ""))) for form in forms]
    rows = [row for form in forms for row in form["rows"] or [{}]]
    lines = read_table(report["indicators.csv"])
    assert [(line["verified"], line["verdict"]) for line in lines] == [
        (row.get("verified", ""), row.get("verdict", "")) for row in rows]
    check_findings(read_table(report["findings.csv"]), records)


def check_records(program, report, source):
    expected = program.run("batch", "-q", "-f", "jsonl", source, expect=None)[0].encode()
    assert report["reviews.jsonl"] == expected, "the records are not those of fuhe batch --format jsonl"
    validator = jsonschema.Draft202012Validator(SCHEMA)
    records = [json.loads(line) for line in report["reviews.jsonl"].decode().splitlines()]
    for record in records:
        validator.validate(record)
    root = etree.fromstring(report["reviews.xml"])
    XSD.assertValid(root)
    assert [form.get("id") for form in root.findall("{urn:fuhe:review:1}form")] == [
        record.get("id") for record in records if record["type"] == "form"]
    return records


def check_people(report):
    assert b"<html" in report["index.html"][:400].lower()
    assert any(name.startswith("notices/") for name in report), "no notices"
    assert any(name.startswith("forms/") for name in report), "no pages of forms"
    with zipfile.ZipFile(io.BytesIO(report["review.xlsx"])) as book:
        assert book.testzip() is None and "xl/workbook.xml" in book.namelist()


def check_content(program, folder):
    program.run("batch", "-q", "in", "-o", "out", expect=3)
    printed_to, said = program.run("report", "out")
    assert printed_to == "" and "out/report/index.html" in said, said
    report = tree(folder / "out/report")
    check_tables(report, check_records(program, report, "in"))
    check_people(report)
    assert all(report[name].startswith(b"\xef\xbb\xbf") for name in MACHINES if name.endswith(".csv"))


def check_same_bytes(program, folder):
    """The report of the first batch, made again in every way that must not matter."""
    first = tree(folder / "out/report")
    program.run("report", "-q", "out")
    assert not differing(first, tree(folder / "out/report")), "made again, it is another one"
    for jobs, locale, zone in (("1", "C", "UTC"), ("4", "de_DE.UTF-8", "Asia/Shanghai")):
        elsewhere = {"LC_ALL": locale, "TZ": zone}
        program.run("batch", "-q", "-j", jobs, "in", "-o", f"out{jobs}", expect=3, environment=elsewhere)
        program.run("report", "-q", f"out{jobs}", environment=elsewhere)
        faults = differing(first, tree(folder / f"out{jobs}/report"))
        assert not faults, f"-j {jobs}: {faults} differ"
    program.run("report", "-q", "out", "-o", "zh", language="zh")
    chinese = tree(folder / "zh")
    assert not differing({name: first[name] for name in MACHINES}, {name: chinese[name] for name in MACHINES})
    assert first["index.html"] != chinese["index.html"] and first["review.xlsx"] != chinese["review.xlsx"]


def check_choice(program, folder):
    program.run("report", "-q", "out", "-o", "some", "--format", "csv,jsonl", "--no-bom")
    some = tree(folder / "some")
    assert set(some) - {".fuhe-report"} == {"reviews.csv", "indicators.csv", "findings.csv", "sample.csv",
                                              "statistics.csv", "gauge.csv", "reviews.jsonl", "sample.jsonl",
                                              "statistics.jsonl", "gauge.jsonl", "crosscheck.csv",
                                              "crosscheck.jsonl", "manifest.jsonl"}
    whole = tree(folder / "out/report")
    for name in ("reviews.csv", "indicators.csv", "findings.csv", "sample.csv", "statistics.csv", "gauge.csv",
                 "crosscheck.csv"):
        assert b"\xef\xbb\xbf" + some[name] == whole[name], f"{name}: --no-bom leaves out more than the mark"
    program.run("report", "-q", "out", "-o", "some", "--format", "xml")
    assert set(tree(folder / "some")) - {".fuhe-report"} == {"reviews.xml", "manifest.jsonl"}, "the earlier report is still there"


# --- what may go wrong ---

def check_refusals(program, folder):
    (folder / "mine").mkdir()
    (folder / "mine/letter.txt").write_text("to be kept")
    (folder / "some/notes.txt").write_text("to be kept")
    (folder / "file").write_text("to be kept")
    (folder / ".taken.new").mkdir()
    (folder / ".taken.new/letter.txt").write_text("to be kept")
    (folder / ".linked.new").symlink_to("mine")
    before = tree(folder)
    for place in ("mine", "some", "file", "out", "none/there", "taken", "linked"):
        program.run("report", "-q", "out", "-o", place, expect=6)
    for arguments in (["report"], ["report", "out", "out"], ["report", "out", "--format", "pdf"],
                      ["report", "out", "--format", ""], ["report", "out", "--unknown"]):
        program.run(*arguments, expect=2)
    program.run("report", "none", expect=3)
    program.run("report", "mine", expect=3)
    assert not differing(before, tree(folder)), "something was left or replaced"


def check_filled_in(program, folder):
    """What people wrote into a table or workbook of a report is not lost with it."""
    program.run("report", "-q", "out", "-o", "filled", "--format", "csv,xlsx")
    for name in ("sample.csv", "review.xlsx"):
        with open(folder / "filled" / name, "ab") as table:
            table.write(b"to be kept")
        before = tree(folder / "filled")
        said = program.run("report", "-q", "out", "-o", "filled", expect=6)[1]
        assert name in said and "move" in said, said
        assert not differing(before, tree(folder / "filled")), "something was left or replaced"
        (folder / "filled" / name).unlink()
    program.run("report", "-q", "out", "-o", "filled")
    assert (folder / "filled/sample.csv").exists(), "the report is not made anew"


def change_store(folder, name, *statements):
    shutil.rmtree(folder / name, ignore_errors=True)
    shutil.copytree(folder / "out", folder / name, ignore=shutil.ignore_patterns("report"))
    store = sqlite3.connect(folder / name / "review.sqlite")
    for statement in statements:
        store.execute(statement)
    store.commit()
    store.close()


def check_stores(program, folder):
    for statements, expected, words in (
            (["PRAGMA user_version = 999"], 3, "newer"),
            (["PRAGMA user_version = 1"], 3, "earlier"),
            (["UPDATE run SET engine = '0.0.1'", "UPDATE basis SET engine = '0.0.1'"], 3, "0.0.1"),
            (["UPDATE form SET verified = verified + 1000000 WHERE id = 3"], 3, "damaged"),
            (["UPDATE transcript SET cells = x'00' WHERE form = 5"], 3, "damaged"),
            (["DROP TABLE transcript"], 3, ""),
            (["PRAGMA foreign_keys = ON", "DELETE FROM reading", "DELETE FROM run"], 5, "fuhe batch")):
        change_store(folder, "odd", *statements)
        said = program.run("report", "odd", expect=expected)[1]
        assert words in said, said
        assert not (folder / "odd/report").exists() and not list((folder / "odd").glob(".report*"))
    (folder / "odd/review.sqlite").write_bytes(b"this is no database at all, but long enough to be read as one" * 9)
    program.run("report", "odd", expect=3)


def check_incomplete(program, folder):
    change_store(folder, "half", "UPDATE run SET complete = 0")
    said = program.run("report", "half")[1]
    assert "--resume" in said, said
    whole, half = tree(folder / "out/report"), tree(folder / "half/report")
    for name, word, other in (("sample.jsonl", b'"whole":true', b'"whole":false'), ("sample.csv", b",true,", b",false,")):
        assert whole[name] != half[name], f"{name} does not say that the run was stopped"
        half[name] = b"\n".join(line.replace(other, word, 1) if old.count(word) > line.count(word) else line
                                for line, old in zip(half[name].split(b"\n"), whole[name].split(b"\n")))
    assert whole["index.html"] != half["index.html"], "the pages do not say that the run was stopped"
    assert not differing({name: whole[name] for name in MACHINES}, {name: half[name] for name in MACHINES})


def limit_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200000, 200000))


def hidden(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".report")]


def wait_for(process, folder, pattern="reviews.xml*"):
    """Until the report is in the making; with index.html, until all forms are done and what needs the whole is made."""
    while process.poll() is None and not list(folder.glob(".report*/" + pattern)):
        time.sleep(0.01)


def check_interruptions(program, folder):
    make_many(folder, 2000)
    program.run("batch", "-q", "many.xml", "-o", "many", expect=1)
    program.run("report", "-q", "many", "--format", "csv")
    earlier = tree(folder / "many/report")
    for number, expected, pattern in ((signal.SIGINT, 5, "reviews.xml*"), (signal.SIGTERM, 5, "index.html"),
                                      (signal.SIGHUP, 5, "forms/*/*"), (signal.SIGKILL, -9, "reviews.xml*")):
        process = program.start("report", "-q", "many")
        wait_for(process, folder / "many", pattern)
        process.send_signal(number)
        process.communicate()
        assert process.returncode == expected, (number, process.returncode)
        assert not differing(earlier, tree(folder / "many/report")), "the earlier report is no more"
        assert expected < 0 or not hidden(folder / "many"), "something half-written stays behind"
    said = program.run("report", "many", expect=6, preexec_fn=limit_files)[1]
    assert "cannot be written" in said, said
    assert not differing(earlier, tree(folder / "many/report")) and not hidden(folder / "many")
    process = program.start("report", "-q", "many")
    wait_for(process, folder / "many")
    said = program.run("report", "-q", "many", "--format", "csv", expect=6)[1]
    assert "in use" in said, said
    process.communicate()
    assert process.returncode == 0 and (folder / "many/report/index.html").exists() and not hidden(folder / "many")


def check_resumed(program, folder):
    """A run that is killed and resumed makes the report of one that is not."""
    program.run("report", "-q", "many", expect=0)
    whole = tree(folder / "many/report")
    process = program.start("batch", "-q", "-j", "1", "many.xml", "-o", "killed")
    while process.poll() is None and not (folder / "killed/review.sqlite").exists():
        time.sleep(0.01)
    time.sleep(0.1)
    process.kill()
    process.communicate()
    program.run("batch", "-q", "--resume", "-o", "killed", expect=None)
    program.run("report", "-q", "killed")
    faults = differing(whole, tree(folder / "killed/report"))
    assert not faults, f"after a run that was killed and resumed {faults} differ"


def main(path):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = Program(path, folder)
        make_input(folder)
        check_content(program, folder)
        check_same_bytes(program, folder)
        check_choice(program, folder)
        check_refusals(program, folder)
        check_filled_in(program, folder)
        check_stores(program, folder)
        check_incomplete(program, folder)
        check_interruptions(program, folder)
        check_resumed(program, folder)


main(sys.argv[1])
