#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tampers with one thing after the other; verify must name it, and nothing else.
Usage: test_verify.py FUHE [EVERY]. With EVERY, only one in so many kinds of tampering."""
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import sys
import tempfile
import zipfile

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "reports"))
from program import Program, tree  # noqa: E402

FORMS = pathlib.Path("tests/forms/yanbian-2024").resolve()
PACKS = pathlib.Path("rules/jilin-yanbian").resolve()
VERSION = "1"  # of that pack
DIGEST = hashlib.sha256((PACKS / "pack.xml").read_bytes()).hexdigest()
SCHEMAS = {name: jsonschema.Draft202012Validator(json.loads(pathlib.Path(f"verify/{name}.schema.json").read_text()))
           for name in ("verify", "manifest")}


# --- the batch ---

def collection(*names):
    forms = []
    for name in names:
        text = (FORMS / f"{name}.xml").read_text(encoding="utf-8")
        forms.append(text[text.index("<form "):text.rindex("</form>") + len("</form>")])
    return '<forms xmlns="urn:fuhe:form:1" source="抄录" region="222400">\n' + "\n".join(forms) + "\n</forms>\n"


# More than is read in one piece.
LONG = collection("hotline-move", "extranet-access").replace("</forms>", f"<!-- {'long ' * 250000} --></forms>")
THREE = collection("hotline-move", "hall-operation", "it-project-review")


def make_input(folder):
    folder.mkdir()
    (folder / "three.xml").write_text(THREE, encoding="utf-8")
    (folder / "国标.xml").write_bytes(('<?xml version="1.0" encoding="GB18030"?>\n' + collection("open-government"))
                                    .encode("gb18030"))
    (folder / "broken.xml").write_text(THREE.replace("<goal>", "<goal><", 1), encoding="utf-8")
    (folder / "empty.xml").write_text("")
    shutil.copy(FORMS / "department.xml", folder)
    (folder / "long.xml").write_text(LONG, encoding="utf-8")
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("一/hotline.xml", collection("hotline-operation"))
        archive.writestr("move.xml", collection("hotline-move"))
        archive.writestr("broken.xml", "<forms")
        archive.writestr("long.xml", LONG)


NAMED = ["in", "nowhere.xml"]
# Of a batch that was copied, with its documents.
COPIES = ["--inputs", "."]


class Verified(Program):
    def verify(self, out="out", *arguments, expect=0):
        """What does not hold, as (kind, file, line or form), and the closing line."""
        output, errors = self.run("verify", "-q", "-f", "jsonl", out, *arguments, expect=expect)
        lines = [json.loads(line) for line in output.splitlines()]
        for line in lines:
            SCHEMAS["verify"].validate(line)
        *faults, summary = lines
        assert summary["holds"] == (expect == 0), (summary, errors)
        return [(fault["kind"], fault.get("file"), fault.get("line", fault.get("form"))) for fault in faults], lines


# --- tampering ---

def edit(path, old, new, count=1):
    text = path.read_bytes()
    assert old.encode() in text, (path, old)
    path.write_bytes(text.replace(old.encode(), new.encode(), count))


def sql(folder, text, *values):
    database = sqlite3.connect(folder / "out" / "review.sqlite")
    changed = database.execute(text, values).rowcount
    database.commit()
    database.close()
    assert changed == 1, (text, changed)


def line_of(path, words):
    """The number of the first line with these words."""
    lines = path.read_bytes().decode().split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def edit_line(path, number, change):
    lines = path.read_bytes().decode().split("\n")
    changed = change(lines[number - 1])
    lines[number - 1:number] = changed if isinstance(changed, list) else [changed]
    path.write_bytes("\n".join(lines).encode())


def rewrite_archive(folder, change):
    path = folder / "in" / "more.zip"
    with zipfile.ZipFile(path) as archive:
        entries = {info.filename: archive.read(info) for info in archive.infolist()}
    change(entries)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


FORM_OF = 'SELECT form.id FROM form JOIN reading ON reading.id = form.reading WHERE path = ? AND number = ?'


def case_input_byte(folder):
    edit(folder / "in" / "three.xml", 'claimed="100.00"', 'claimed="99.00"')
    return 1, [("form", "in/three.xml", 1), ("document-changed", "in/three.xml", None)]


def case_input_blank(folder):
    edit(folder / "in" / "three.xml", "<form ", "\n<form ")
    return 1, [("document-changed", "in/three.xml", None)]


def case_input_text(folder):
    edit(folder / "in" / "国标.xml", "</project>", "X</project>")
    return 1, [("form", "in/国标.xml", 1), ("document-changed", "in/国标.xml", None)]


def case_long_document(folder):
    edit(folder / "in" / "long.xml", 'claimed="100.00"', 'claimed="99.00"')
    return 1, [("form", "in/long.xml", 1), ("document-changed", "in/long.xml", None)]


def case_input_removed(folder):
    (folder / "in" / "three.xml").unlink()
    return 3, [("document-missing", "in/three.xml", None)]


def case_archive_removed(folder):
    (folder / "in" / "more.zip").unlink()
    return 3, [("document-missing", f"in/more.zip/{name}", None) for name in ("一/hotline.xml", "move.xml", "broken.xml", "long.xml")]


def case_entry_changed(folder):
    def change(entries):
        entries["move.xml"] = entries["move.xml"].replace(b'claimed="100.00"', b'claimed="95.00"')
        entries["later.xml"] = b"<forms"
    rewrite_archive(folder, change)
    return 1, [("form", "in/more.zip/move.xml", 1), ("document-changed", "in/more.zip/move.xml", None)]


def case_entry_removed(folder):
    rewrite_archive(folder, lambda entries: entries.pop("move.xml"))
    return 3, [("document-missing", "in/more.zip/move.xml", None)]


def case_form_in_front(folder):
    (folder / "in" / "three.xml").write_text(
        collection("extranet-access", "hotline-move", "hall-operation", "it-project-review"), encoding="utf-8")
    return 1, [("form-new", "in/three.xml", 1), ("document-changed", "in/three.xml", None)]


def case_form_behind(folder):
    (folder / "in" / "three.xml").write_text(
        collection("hotline-move", "hall-operation", "it-project-review", "extranet-access"), encoding="utf-8")
    return 1, [("form-new", "in/three.xml", 4), ("document-changed", "in/three.xml", None)]


def case_form_gone(folder):
    (folder / "in" / "three.xml").write_text(collection("hotline-move", "it-project-review"), encoding="utf-8")
    return 1, [("form-gone", "in/three.xml", 2), ("document-changed", "in/three.xml", None)]


def case_form_replaced(folder):
    (folder / "in" / "three.xml").write_text(
        collection("hotline-move", "extranet-access", "it-project-review"), encoding="utf-8")
    return 1, [("form", "in/three.xml", 2), ("document-changed", "in/three.xml", None)]


def case_forms_swapped(folder):
    (folder / "in" / "three.xml").write_text(
        collection("hall-operation", "hotline-move", "it-project-review"), encoding="utf-8")
    return 1, [("form-gone", "in/three.xml", 1), ("form-new", "in/three.xml", 2),
               ("document-changed", "in/three.xml", None)]


def case_broken_mended(folder):
    (folder / "in" / "broken.xml").write_text(THREE, encoding="utf-8")
    return 1, [("form-new", "in/broken.xml", 1), ("failure", "in/broken.xml", None),
               ("document-changed", "in/broken.xml", None)]


def case_document_breaks(folder):
    edit(folder / "in" / "department.xml", "</funds>", "</fund>")
    return 1, [("failure", "in/department.xml", None), ("form-gone", "in/department.xml", 1),
               ("document", "in/department.xml", None), ("document-changed", "in/department.xml", None)]


def case_named_comes(folder):
    (folder / "nowhere.xml").write_text(collection("hotline-move"), encoding="utf-8")
    return 1, [("form-new", "nowhere.xml", 1), ("failure", "nowhere.xml", None),
               ("document-changed", "nowhere.xml", None)]


def case_table_cell(folder):
    path = folder / "out" / "report" / "reviews.csv"
    line = line_of(path, "in/three.xml")
    edit_line(path, line, lambda text: text.replace("100.00", "98.00", 1))
    return 1, [("line-changed", "reviews.csv", line)]


def case_table_cells(folder):
    path = folder / "out" / "report" / "indicators.csv"
    for line in (3, 4, 90, 150):
        edit_line(path, line, lambda text: text + ",")
    return 1, [("line-changed", "indicators.csv", line) for line in (3, 4, 90, 150)]


def case_line_dropped(folder):
    edit_line(folder / "out" / "report" / "reviews.jsonl", 4, lambda text: [])
    return 1, [("line-missing", "reviews.jsonl", 4)]


def case_line_added(folder):
    edit_line(folder / "out" / "report" / "reviews.jsonl", 4, lambda text: [text, text.replace("form", "Form", 1)])
    return 1, [("line-added", "reviews.jsonl", 5)]


def case_last_line_dropped(folder):
    path = folder / "out" / "report" / "findings.csv"
    lines = path.read_bytes().split(b"\r\n" if b"\r\n" in path.read_bytes() else b"\n")
    path.write_bytes(path.read_bytes()[:-len(lines[-2]) - 1 - (b"\r\n" in path.read_bytes())])
    return 1, [("line-missing", "findings.csv", len(lines) - 1)]


def case_line_end_dropped(folder):
    path = folder / "out" / "report" / "reviews.jsonl"
    path.write_bytes(path.read_bytes()[:-1])
    return 1, [("file-changed", "reviews.jsonl", None)]


def case_xml_line(folder):
    path = folder / "out" / "report" / "reviews.xml"
    line = line_of(path, "hall-operation")
    edit(path, 'verified="', 'verified="1', 1)
    line = next(number for number, text in enumerate(path.read_text().split("\n"), 1) if 'verified="1' in text)
    return 1, [("line-changed", "reviews.xml", line)]


def case_table_removed(folder):
    (folder / "out" / "report" / "reviews.csv").unlink()
    return 1, [("file-missing", "reviews.csv", None)]


def case_page_edited(folder):
    edit(folder / "out" / "report" / "forms" / "0001" / "000002.html", "</html>", " </html>")
    return 1, [("file-changed", "forms/0001/000002.html", None)]


def case_page_removed(folder):
    (folder / "out" / "report" / "forms" / "0001" / "000003.html").unlink()
    return 1, [("file-missing", "forms/0001/000003.html", None)]


def case_file_added(folder):
    (folder / "out" / "report" / "notices" / "另.html").write_text("x")
    (folder / "out" / "report" / "zzz").write_text("x")
    return 1, [("file-added", "notices/另.html", None), ("file-added", "zzz", None)]


def case_workbook(folder):
    path = folder / "out" / "report" / "review.xlsx"
    path.write_bytes(path.read_bytes() + b"\0")
    return 1, [("file-changed", "review.xlsx", None)]


def case_manifest_page(folder):
    path = folder / "out" / "report" / "manifest.jsonl"
    line = line_of(path, '"index.html"')
    edit_line(path, line, lambda text: text.replace('"sha256":"', '"sha256":"0')[:-1])
    return 1, [("file-changed", "index.html", None)]


def case_manifest_table(folder):
    path = folder / "out" / "report" / "manifest.jsonl"
    line = line_of(path, '"reviews.csv"')
    edit_line(path, line, lambda text: text.replace('"bytes":', '"bytes":1'))
    return 1, [("line-changed", "manifest.jsonl", line)]


def case_manifest_document(folder):
    path = folder / "out" / "report" / "manifest.jsonl"
    line = line_of(path, '"in/three.xml"')
    edit_line(path, line, lambda text: text.replace('"forms":3', '"forms":2'))
    return 1, [("line-changed", "manifest.jsonl", line)]


def case_manifest_document_dropped(folder):
    path = folder / "out" / "report" / "manifest.jsonl"
    line = line_of(path, '"nowhere.xml"')
    edit_line(path, line, lambda text: [])
    return 1, [("line-missing", "manifest.jsonl", line)]


def case_manifest_nonsense(folder):
    path = folder / "out" / "report" / "manifest.jsonl"
    line = line_of(path, '"index.html"')
    edit_line(path, line, lambda text: [text, "nonsense"])
    return 1, [("line-added", "manifest.jsonl", line + 1)]


def case_manifest_endless(folder):
    manifest = folder / "out" / "report" / "manifest.jsonl"
    manifest.unlink()
    manifest.symlink_to("/dev/zero")
    return 3, [("manifest-missing", "manifest.jsonl", None)]


def case_manifest_removed(folder):
    (folder / "out" / "report" / "manifest.jsonl").unlink()
    return 3, [("manifest-missing", "manifest.jsonl", None)]


def case_page_with_its_line(folder):
    """An edited page with its hash put into the manifest: then the hash of the manifest is another one, see below."""
    page = folder / "out" / "report" / "index.html"
    old = hashlib.sha256(page.read_bytes()).hexdigest()
    edit(page, "</html>", "</htmL>")
    edit(folder / "out" / "report" / "manifest.jsonl", old, hashlib.sha256(page.read_bytes()).hexdigest())
    return 0, []


def case_store_figure(folder):
    sql(folder, f"UPDATE form SET verified = verified + 1000000 WHERE id = ({FORM_OF})", "in/three.xml", 1)
    return 1, [("form", "in/three.xml", 2)]


def case_store_text(folder):
    sql(folder, f"UPDATE form SET project = project || '（改）' WHERE id = ({FORM_OF})", "in/three.xml", 0)
    return 1, [("form", "in/three.xml", 1)]


def case_store_claim(folder):
    sql(folder, f"UPDATE form SET claimed_printed = '1' WHERE id = ({FORM_OF})", "in/department.xml", 14)
    return 1, [("form", "in/department.xml", 15)]


def case_store_transcript(folder):
    sql(folder, "UPDATE transcript SET cells = CAST(replace(CAST(cells AS TEXT), '100.00', '100.01') AS BLOB)"
        f" WHERE form = ({FORM_OF})", "in/more.zip/move.xml", 0)
    return 1, [("form", "in/more.zip/move.xml", 1)]


def case_store_transcript_damaged(folder):
    sql(folder, f"UPDATE transcript SET cells = x'00' WHERE form = ({FORM_OF})", "in/department.xml", 3)
    return 1, [("form", "in/department.xml", 4)]


def case_store_place(folder):
    sql(folder, f"UPDATE form SET line = line + 1 WHERE id = ({FORM_OF})", "in/three.xml", 2)
    return 1, [("form", "in/three.xml", 3)]


def case_store_form_dropped(folder):
    sql(folder, f"DELETE FROM form WHERE id = ({FORM_OF})", "in/department.xml", 7)
    return 1, [("form-new", "in/department.xml", 8),
               *(("line-changed", "manifest.jsonl", line) for line in (3, 5, 6, 7, 9, 10, 11))]  # pages behind it move up


def case_store_findings(folder):
    sql(folder, "UPDATE reading SET findings = '{}' WHERE path = ?", "in/department.xml")
    return 1, [("document", "in/department.xml", None)]


def case_store_failure(folder):
    sql(folder, "UPDATE failure SET line = 7 WHERE reading = (SELECT id FROM reading WHERE path = ?)", "in/broken.xml")
    return 1, [("failure", "in/broken.xml", None)]


def case_store_hash(folder):
    """The documents are what they were, but the store says otherwise; and so does what was made of it."""
    sql(folder, "UPDATE reading SET sha256 = zeroblob(32) WHERE path = ?", "in/three.xml")
    report = folder / "out" / "report"
    samples = (report / "sample.jsonl").read_text(encoding="utf-8").splitlines()
    heads = [("sample.jsonl", i + 1) for i, line in enumerate(samples) if '"batch":' in line]
    rows = [("sample.csv", i + 2) for i in range(len(samples) - len(heads))]  # the fingerprint of all documents
    listed = [("manifest.jsonl", line_of(report / "manifest.jsonl", '"in/three.xml"'))]
    return 1, [("document-changed", "in/three.xml", None),
               *(("line-changed", name, line) for name, line in heads + rows + listed)]


def case_pack(folder):
    sql(folder, "UPDATE pack SET xml = CAST(replace(CAST(xml AS TEXT), '优秀', '好的') AS BLOB) WHERE name = ?",
        "jilin-yanbian")
    return 1, [("rules", "jilin-yanbian", None)]


def other_pack(folder, version, xml):
    """Puts another pack of the same id into the store, sound by itself, and has one form say that it was scored by it."""
    sql(folder, "INSERT INTO pack (sha256, name, version, xml) VALUES (?, ?, ?, ?)",
        hashlib.sha256(xml).digest(), "jilin-yanbian", version, xml)
    sql(folder, f"UPDATE form SET pack = (SELECT max(id) FROM pack) WHERE id = ({FORM_OF})", "in/three.xml", 1)
    return 1, [("form", "in/three.xml", 2)]


def case_store_pack_version(folder):
    return other_pack(folder, "9", (PACKS / "pack.xml").read_bytes().replace(b'version="', b'version="9', 1))


def case_store_pack_content(folder):
    return other_pack(folder, VERSION, (PACKS / "pack.xml").read_bytes() + b"\n")


def case_pack_version(folder):
    """The store gives a pack another version than its document: each form that was scored by it says so."""
    database = sqlite3.connect(folder / "out" / "review.sqlite")
    forms = database.execute("SELECT reading.path, form.number + 1 FROM form JOIN reading ON reading.id = form.reading"
                             " JOIN pack ON pack.id = form.pack WHERE pack.name = 'jilin-yanbian'").fetchall()
    database.close()
    assert forms
    sql(folder, "UPDATE pack SET version = '9' WHERE name = 'jilin-yanbian'")
    return 1, [*(("form", file, number) for file, number in forms), ("line-changed", "manifest.jsonl", 1)]


def change_rules(folder, name, old, new):
    path = folder / "out" / "report" / name
    line = line_of(path, old)
    edit_line(path, line, lambda text: text.replace(old, new))
    return 1, [("line-changed", name, line)]


def case_table_rules_hash(folder):
    return change_rules(folder, "reviews.csv", DIGEST, DIGEST[::-1])


def case_lines_rules_hash(folder):
    return change_rules(folder, "reviews.jsonl", DIGEST, DIGEST[::-1])


def case_lines_rules_version(folder):
    return change_rules(folder, "reviews.jsonl", f'"version":"{VERSION}"', '"version":"9"')


def case_engine(folder):
    sql(folder, "UPDATE run SET engine = '0.0.9'")
    return 3, [("engine", None, None), ("line-changed", "manifest.jsonl", 1)]


def case_damage_and_no_document(folder):
    sql(folder, f"UPDATE form SET verified = 0 WHERE id = ({FORM_OF})", "in/three.xml", 1)
    (folder / "in" / "three.xml").unlink()
    return 3, [("document-missing", "in/three.xml", None), ("store", None, None)]


def check_case(program, name, case, more):
    """With more, for another number of workers, too."""
    folder = program.folder / name
    shutil.copytree(program.folder / "clean", folder)
    exit_code, expected = case(folder)
    tampered = Verified(program.path, folder)
    faults, lines = tampered.verify("out", "-j", "1", *COPIES, expect=exit_code)
    loose = [(kind, file, None) for kind, file, _ in faults]
    assert len(faults) == len(expected), (name, faults, expected)
    for fault, bare, wanted in zip(sorted(faults, key=str), sorted(loose, key=str), sorted(expected, key=str)):
        assert wanted in (fault, bare), (name, faults, expected)
    for line in lines:
        page = program.folder / "clean" / "out" / "report" / "forms" / "0001" / f"{line.get('page', 0):06}.html"
        assert "page" not in line or line["project"].removesuffix("（改）") in page.read_text(encoding="utf-8"), line
    if more:
        assert tampered.verify("out", "-j", "4", *COPIES, expect=exit_code)[1] == lines, (name, "depends on workers")
    output, _ = tampered.run("verify", "-q", "out", *COPIES, expect=exit_code, language="zh")
    assert all(file is None or file in output for _, file, _ in faults), output
    shutil.rmtree(folder)


# --- what holds ---

def check_clean(program):
    clean = program.folder / "clean"
    clean.mkdir()
    make_input(clean / "in")
    inside = Verified(program.path, clean)
    inside.run("batch", "-q", *NAMED, "-o", "out", expect=3)
    _, said = inside.run("report", "out")
    manifest = clean / "out" / "report" / "manifest.jsonl"
    digest = hashlib.sha256(manifest.read_bytes()).hexdigest()
    assert digest in said, said
    for line in manifest.read_text().splitlines():
        SCHEMAS["manifest"].validate(json.loads(line))
        assert not SCHEMAS["manifest"].is_valid({**json.loads(line), "surprise": 1})
    faults, (summary,) = inside.verify()
    assert not faults and summary["report"]["manifest"] == digest
    assert summary["documents"] == {"count": 10, "changed": 0, "missing": 0}, summary
    assert summary["forms"] == {"count": 27, "wrong": 0, "missing": 0}, summary
    files = {json.loads(line)["file"]: json.loads(line) for line in manifest.read_text().splitlines() if "file" in json.loads(line)}
    report = {name: content for name, content in tree(clean / "out" / "report").items() if not name.startswith(".")}
    assert files.keys() == report.keys() - {"manifest.jsonl"}
    for name, line in files.items():
        assert line["sha256"] == hashlib.sha256(report[name]).hexdigest() and line["bytes"] == len(report[name]), name
    before = tree(clean)
    inside.run("verify", "out")
    assert tree(clean) == before, "something was written"
    return summary


def check_parts(program, summary):
    """Other ways to the same results: workers, shards, later runs, tables without mark, only some formats, no report."""
    clean = Verified(program.path, program.folder / "clean")
    for number in (1, 2):
        clean.run("batch", "-q", "--shard", f"{number}/2", *NAMED, "-o", f"s{number}", expect=None)
    clean.run("merge", "-q", "s1", "s2", "-o", "merged", expect=3)
    clean.run("report", "-q", "merged")
    assert clean.verify("merged")[1] == [summary]
    assert clean.verify("s1")[0] == [] and clean.verify("s2")[0] == []
    clean.run("batch", "-q", *NAMED, "-o", "again", expect=3)
    clean.run("batch", "-q", *NAMED, "-o", "again", expect=3)
    clean.run("report", "-q", "again")
    assert clean.verify("again")[1] == [summary]
    clean.run("report", "-q", "again", "--no-bom", "--format", "csv,notices")
    assert clean.verify("again")[0] == []
    edit_line(program.folder / "clean" / "again" / "report" / "reviews.csv", 1, lambda text: "\ufeff" + text)
    assert clean.verify("again", expect=1)[0] == [("line-changed", "reviews.csv", 1)]
    shutil.rmtree(program.folder / "clean" / "again" / "report")
    assert clean.verify("again")[0] == []
    clean.run("report", "-q", "again", "-o", "elsewhere")
    assert clean.verify("again", "--report", "elsewhere")[1] == [summary]
    clean.verify_missing = clean.run("verify", "again", "--report", "nowhere", expect=3)
    for name in ("s1", "s2", "merged", "again", "elsewhere"):
        shutil.rmtree(program.folder / "clean" / name)


def check_moved(program, summary):
    """Documents that were moved are found with --inputs, from their own folder or from one above it."""
    folder = program.folder / "moved"
    shutil.copytree(program.folder / "clean" / "out", folder / "out")
    (folder / "usb").mkdir()
    shutil.move(program.folder / "clean" / "in", folder / "usb" / "in")
    moved = Verified(program.path, folder)
    missing, _ = moved.verify(expect=3)
    assert len(missing) == 10 and {kind for kind, _, _ in missing} == {"document-missing"}, missing
    assert moved.verify("out", "--inputs", "usb")[1] == [summary]
    assert moved.verify("out", "--inputs", "usb/in")[1] == [summary]
    shutil.move(folder / "usb" / "in", program.folder / "clean" / "in")
    absolute = Verified(program.path, program.folder / "clean")
    absolute.run("batch", "-q", str(program.folder / "clean" / "in"), "-o", str(folder / "absolute"), expect=3)
    shutil.copytree(program.folder / "clean" / "in", folder / "usb" / "in")
    assert moved.verify("absolute")[0] == []
    assert moved.verify("absolute", "--inputs", "usb")[0] == []


def check_nothing(program):
    """A shard without documents proves nothing."""
    folder = program.folder / "nothing"
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "three.xml").write_text(THREE, encoding="utf-8")
    shards = Verified(program.path, folder)
    codes = []
    for number in (1, 2):
        shards.run("batch", "-q", "--fail-on", "never", "--shard", f"{number}/2", "in", "-o", f"out{number}", expect=None)
        process = shards.start("verify", "-q", f"out{number}")
        output = process.communicate()[0].decode()
        codes.append((process.returncode, "holds" in output))
    assert sorted(codes) == [(0, True), (5, False)], codes


def check_report_alone(program, summary):
    """Who has a report and the documents, but not the results, is told to make results, and holds the report against
    them."""
    folder = program.folder / "alone"
    shutil.copytree(program.folder / "clean" / "out" / "report", folder / "received" / "report")
    shutil.copytree(program.folder / "clean" / "in", folder / "in")
    auditor = Verified(program.path, folder)
    for arguments in (["received"], ["received/report"], ["in", "--report", "received/report"]):
        _, said = auditor.run("verify", "-q", *arguments, expect=3)
        assert "run fuhe batch" in said and "--report" in said, said
    assert "run fuhe batch" not in auditor.run("verify", "-q", "in", expect=3)[1]
    auditor.run("batch", "-q", *NAMED, "-o", "own", expect=3)
    assert auditor.verify("own", "--report", "received/report")[1] == [summary]
    table = folder / "received" / "report" / "reviews.csv"
    table.write_bytes(table.read_bytes() + b"x\n")
    faults = auditor.verify("own", "--report", "received/report", expect=1)[0]
    assert [fault[1] for fault in faults] == ["reviews.csv"], faults


def check_odd_names(program):
    """Names that are shown otherwise than they are, an archive without its ending, standard input."""
    folder = program.folder / "odd"
    make_input(folder / "in") if (folder.mkdir() or True) else None
    raw = os.fsencode(folder / "in") + b"/\xff\\\n.xml"
    with open(raw, "wb") as file:
        file.write(THREE.encode())
    (folder / "in" / "a\\x41.xml").write_text(THREE, encoding="utf-8")
    shutil.copy(folder / "in" / "more.zip", folder / "in" / "archive.data")
    odd = Verified(program.path, folder)
    odd.run("batch", "-q", *NAMED, "-o", "out", expect=3)
    assert odd.verify()[0] == []
    os.unlink(raw)
    assert odd.verify(expect=3)[0] == [("document-missing", "in/\\xFF\\\\\\n.xml", None)]


def check_text(program):
    clean = Verified(program.path, program.folder / "clean")
    for language, words in (("en", "Everything holds."), ("zh", "全部成立")):
        output, errors = clean.run("verify", "out", language=language)
        assert output.startswith(words), (output, errors)
    path = program.folder / "clean" / "out" / "report" / "indicators.csv"
    kept = path.read_bytes()
    path.write_bytes(kept.replace(b",", b";"))
    output, _ = clean.run("verify", "-q", "out", expect=1)
    assert output.count("\n") < 60 and "jsonl" in output.splitlines()[-1], output
    assert len(clean.verify(expect=1)[0]) == kept.count(b"\n")
    path.write_bytes(kept)


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = Program(sys.argv[1], pathlib.Path(folder).resolve())
        summary = check_clean(program)
        check_parts(program, summary)
        every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
        cases = dict([(name, case) for name, case in globals().items() if name.startswith("case_")][::every])
        for number, (name, case) in enumerate(cases.items()):
            check_case(program, name, case, more=number % 4 == 0)
        check_text(program)
        check_moved(program, summary)
        check_report_alone(program, summary)
        check_nothing(program)
        check_odd_names(program)
        print(f"{len(cases)} kinds of tampering named")


if __name__ == "__main__":
    main()
