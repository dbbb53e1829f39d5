#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs fuhe batch on what a bureau may get. Usage: test_program.py FUHE_PROGRAM

2,000 forms, 20 of them broken in 14 ways, come as files, as one document, in an archive and in another encoding: always
the same figures, for any number of workers. Then come folders, links and names of every kind, archives made to do harm,
an interrupt, and folders for results that must not be used.
"""
import json
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile

FORMS = 2000
SOURCE = pathlib.Path("tests/forms/yanbian-2024/department.xml").read_text(encoding="utf-8")
RIGHT = pathlib.Path("tests/cli/forms/right.xml").read_bytes()
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<forms xmlns="urn:fuhe:form:1" source="made\nup">\n'
TAIL = "</forms>\n"

BREAKS = [
    lambda form: form.replace("</form>", ""),
    lambda form: form.replace("<indicators>", "<indicators", 1),
    lambda form: form.replace("<project>", "<project>&nbsp;", 1),
    lambda form: form.replace("<project>", "<project>\x01", 1),
    lambda form: form.replace("<project>", "<project><", 1),
    lambda form: form.replace("</indicators>", "</indicator>", 1),
    lambda form: form.replace('id="', 'id="a" id="', 1),
    lambda form: form.replace("<project>", "<project><!-- never closed ", 1),
    lambda form: form.replace("<project>", "<project>]]>", 1),
    lambda form: form.replace("<project>", "<project><![CDATA[ never closed", 1),
    lambda form: form.replace('"', " ", 1),
    lambda form: form.replace("<project>", "<project>" + "x" * 300000, 1),
    lambda form: form.replace("</form>", "</fo rm>"),
    lambda form: form.replace("<project>", "<project>\udcff", 1),
]
BROKEN = {number: BREAKS[index % len(BREAKS)] for index, number in enumerate(range(7, FORMS, 101))}


def make_forms():
    one = re.findall(r"  <form .*?</form>\n", SOURCE, re.DOTALL)
    forms = [re.sub(r'id="[^"]*"', f'id="f{number}"', one[number % len(one)], count=1) for number in range(FORMS)]
    return [BROKEN[number](form) if number in BROKEN else form for number, form in enumerate(forms)]


def encode(text):
    return text.encode("utf-8", "surrogateescape")


class Program:
    def __init__(self, path, folder):
        self.path = str(pathlib.Path(path).resolve())
        self.folder = folder

    def run(self, *arguments, expect=None, given=b""):
        done = subprocess.run([self.path, "batch", "--lang", "en", *arguments], cwd=self.folder, input=given,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        assert expect is None or done.returncode == expect, (arguments, done.returncode, done.stderr)
        return done

    def records(self, *arguments, given=b""):
        """The records of a run, the same for two numbers of workers."""
        runs = [self.run("-q", "-f", "jsonl", "-j", jobs, *arguments, given=given) for jobs in ("1", "3")]
        assert runs[0].stdout == runs[1].stdout, f"{arguments}: differs by the number of workers"
        return [json.loads(line) for line in runs[0].stdout.splitlines()]

    def score(self, *arguments):
        return subprocess.run([self.path, "score", "-f", "jsonl", *arguments], cwd=self.folder, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def of_type(records, kind):
    return [record for record in records if record["type"] == kind]


def figures(value):
    """A record without what tells where it comes from."""
    if isinstance(value, dict):
        return {key: figures(part) for key, part in value.items() if key not in ("file", "number", "line", "column")}
    return [figures(part) for part in value] if isinstance(value, list) else value


def check_forms(program):
    forms = make_forms()
    good = [f"f{number}" for number in range(FORMS) if number not in BROKEN]
    (program.folder / "files").mkdir()
    for number, form in enumerate(forms):
        (program.folder / "files" / f"{number:05}.xml").write_bytes(encode(HEAD + form + TAIL))
    (program.folder / "one.xml").write_bytes(encode(HEAD + "".join(forms) + TAIL))
    with zipfile.ZipFile(program.folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number, form in enumerate(forms):
            archive.writestr(f"{number:05}.xml", encode(HEAD + form + TAIL))

    files = program.records("files")
    alone = of_type(files, "form")
    assert [form["id"] for form in alone] == good, "a form is missing or too much"
    assert len(of_type(files, "failure")) == len(BROKEN)
    assert [int(failure["file"][6:11]) for failure in of_type(files, "failure")] == sorted(BROKEN)

    one = program.records("one.xml")
    together = of_type(one, "form")
    assert figures(together) == figures(alone), "one document gives other figures than files"
    assert [form["number"] for form in together] == [int(form["id"][1:]) + 1 for form in together]
    assert len(of_type(one, "failure")) == len(BROKEN) and not of_type(one, "unit")
    check_places(encode(HEAD + "".join(forms) + TAIL).split(b"\n"), one)

    zipped = program.records("all.zip")
    assert figures(of_type(zipped, "form")) == figures(alone), "an archive gives other figures than files"
    assert [failure["file"][8:13] for failure in of_type(zipped, "failure")] == [f"{n:05}" for n in sorted(BROKEN)]


def check_places(lines, records):
    for form in of_type(records, "form"):
        for row in form["rows"]:
            assert lines[row["line"] - 1].lstrip().startswith(b"<indicator "), (form["id"], row["line"])
    starts = [number for number, line in enumerate(lines, 1) if line.startswith(b"  <form ")]
    for failure, number in zip(of_type(records, "failure"), sorted(BROKEN)):
        end = starts[number + 1] if number + 1 < FORMS else len(lines)
        assert starts[number] <= failure["line"] <= end, (failure, starts[number])


def check_whole_document(program):
    """Nothing broken: the bytes of fuhe score, in any encoding, from a file or from standard input."""
    forms = re.findall(r"  <form .*?</form>\n", SOURCE, re.DOTALL)
    odd = '<misspelt a="1"/>\n stray text <statement projects="5"/>'
    text = HEAD.replace("source=", 'odd="1" source=') + '<statement projects="3"/>' + odd + "".join(forms * 20) + odd
    text += "".join(forms * 20) + "<!-- </form> --><?x </form>?>" + "".join(forms) + odd * 2 + TAIL
    for name, encoding in (("utf-8", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16")):
        path = program.folder / f"{name}.xml"
        path.write_bytes(text.replace("UTF-8", name.upper(), 1).encode(encoding))
        scored = program.score(path.name)
        assert scored.count(b'"type":"unit"') == 1
        for jobs in ("1", "2"):
            assert program.run("-q", "-f", "jsonl", "-j", jobs, path.name, expect=1).stdout == scored, (name, jobs)
    given = text.encode()
    piped = program.run("-q", "-f", "jsonl", "-", given=given).stdout
    assert piped.replace(b'"file":"-"', b'"file":"utf-8.xml"') == program.score("utf-8.xml")


def check_odd_documents(program):
    """What cannot be cut, or is cut in unlucky places."""
    def failures(name, text):
        (program.folder / name).write_bytes(encode(text))
        return [failure["problem"] for failure in of_type(program.records(name), "failure")]

    form = re.search(r"  <form .*?</form>\n", SOURCE, re.DOTALL)[0]
    long_form = form.replace("<indicators>", "<indicators>" + " " * 1500000)
    assert failures("single.xml", long_form.replace("<form ", '<form xmlns="urn:fuhe:form:1" ', 1)) == []
    assert failures("long-form.xml", HEAD + long_form * 3 + TAIL) == []
    prefixed = (HEAD + form * 500 + TAIL).replace("<", "<f:").replace("<f:/", "</f:").replace("<f:?", "<?")
    assert failures("prefix.xml", prefixed.replace("xmlns=", "xmlns:f=")) == []
    assert failures("no-end.xml", HEAD + form * 700) == ["not-xml"]
    assert failures("twice.xml", (HEAD + form * 700 + TAIL) * 2)[0] == "not-xml"
    assert failures("comment.xml", HEAD + ("<!--" + form + "-->" + form) * 400 + TAIL) == []
    assert len(of_type(program.records("comment.xml"), "form")) == 400
    assert failures("no-form.xml", HEAD + "<other>" + " " * 1500000 + "</other>" + TAIL) == ["no-form"]
    assert failures("gbk-broken.xml", HEAD.replace("UTF-8", "GBK") + form.encode("gbk").decode("latin-1")) != []


def check_folders(program):
    top = program.folder / "folders"
    (top / "a" / "deep").mkdir(parents=True)
    (top / "b").mkdir()
    for name in (b"plain.xml", b"new\nline.xml", b"bad\xff.xml", b"back\\slash.xml", b".hidden", "表.xml".encode()):
        with open(os.path.join(os.fsencode(top / "a"), name), "wb") as file:
            file.write(RIGHT)
    (top / "a" / "deep" / "right.xml").write_bytes(RIGHT)
    (top / "a" / "loop").symlink_to("..")
    (top / "b" / "self").symlink_to("self")
    (top / "b" / "nowhere").symlink_to("none")
    os.mkfifo(top / "b" / "pipe")
    (top / "star*.xml").write_bytes(RIGHT)
    records = program.records("folders")
    assert [form["file"].removeprefix("folders/") for form in of_type(records, "form")] == [
        "a/back\\slash.xml", "a/bad\\xFF.xml", "a/deep/right.xml", "a/new\\nline.xml", "a/plain.xml", "a/表.xml",
        "star*.xml"]
    assert [(failure["file"].removeprefix("folders/"), failure["problem"]) for failure in of_type(records, "failure")] == [
        ("a/loop", "folder-loop"), ("b/nowhere", "open"), ("b/pipe", "read"), ("b/self", "open")]

    def names(*arguments, given=b""):
        return [form["file"] for form in of_type(program.records(*arguments, given=given), "form")]

    assert names("folders/star*.xml") == ["folders/star*.xml"], "a file comes before a pattern"
    assert names("folders/a/[p]*.xml", "folders/a/deep") == ["folders/a/plain.xml", "folders/a/deep/right.xml"]
    assert names("--files-from", "-", given=b"folders/a/deep\r\n\nfolders/a/plain.xml") == [
        "folders/a/deep/right.xml", "folders/a/plain.xml"]
    assert names("--files-from", "-", given=b"folders/a/new\nline.xml\0folders/a/plain.xml\0") == [
        "folders/a/new\\nline.xml", "folders/a/plain.xml"]


def check_archives(program):
    folder = program.folder / "archives"
    folder.mkdir()

    def make(name, *entries):
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, content in entries:
                archive.writestr(entry, content)

    forms = re.findall(r"  <form .*?</form>\n", SOURCE, re.DOTALL)
    long_document = encode(HEAD + "".join(forms * 50) + TAIL)
    make("a-names.zip", ("../../up.xml", RIGHT), ("/absolute.xml", RIGHT), ("folder/", b""), ("__MACOSX/x", b"x"))
    make("b-bomb.zip", ("bomb.xml", b" " * 40000000), ("right.xml", RIGHT))
    make("c-nested.zip", ("in.zip", b"PK\3\4"), ("broken.xml", HEAD))
    make("d-office.docx", ("[Content_Types].xml", b"<Types/>"))
    make("e-empty.zip")
    make("f-long.zip", ("right.xml", RIGHT), ("long.xml", long_document), ("last.xml", RIGHT))
    (folder / "g-cut.zip").write_bytes((folder / "f-long.zip").read_bytes()[:4000])
    (folder / "h-form.zip").write_bytes(RIGHT)
    (folder / "i-archive.xml").write_bytes((folder / "b-bomb.zip").read_bytes())
    records = program.records("archives")
    assert [(failure["file"].removeprefix("archives/"), failure["problem"]) for failure in of_type(records, "failure")] == [
        ("b-bomb.zip/bomb.xml", "archive-limit"), ("c-nested.zip/in.zip", "archive-nested"),
        ("c-nested.zip/broken.xml", "not-xml"), ("d-office.docx", "intake-office"), ("e-empty.zip", "no-form"),
        ("g-cut.zip", "archive"), ("i-archive.xml/bomb.xml", "archive-limit")]
    forms = [form["file"].removeprefix("archives/") for form in of_type(records, "form")]
    assert forms == ["a-names.zip/../../up.xml", "a-names.zip//absolute.xml", "b-bomb.zip/right.xml",
                     "f-long.zip/right.xml", *["f-long.zip/long.xml"] * 750, "f-long.zip/last.xml", "h-form.zip",
                     "i-archive.xml/right.xml"], forms
    assert not (program.folder.parent / "up.xml").exists()
    piped = program.run("-f", "jsonl", "-", given=(folder / "f-long.zip").read_bytes(), expect=5)
    assert b"archive-nested" in piped.stdout


def check_result_folder(program):
    out = program.folder / "out"
    first = program.run("files/00001.xml", "files/00007.xml", "-o", "out", expect=3)
    assert b"results are in out" in first.stderr
    assert sorted(os.listdir(out)) == [".fuhe-batch", "review.sqlite", "summary.json", "unscored"]
    assert os.listdir(out / "unscored") == ["000001.txt"]
    assert "files/00007.xml" in (out / "unscored" / "000001.txt").read_text()
    summary = json.loads((out / "summary.json").read_text())
    assert (summary["complete"], summary["files"], summary["forms"], summary["failures"]) == (True, 2, 1, 1)
    (out / "summary.json.Ab12Cd").write_bytes(b"left over")
    (out / "reviews.jsonl").write_bytes(b"of an earlier version")
    kept = [out / name for name in ("summary.json.bak", "reviews.csv-2024", "reviews.jsonl.Ab12Cd.old")]
    kept.append(out / "unscored" / "000001.txt.read")
    for path in kept:
        path.write_bytes(b"somebody's own")
    program.run("files/00001.xml", "-o", "out")
    assert os.listdir(out / "unscored") == ["000001.txt.read"]
    assert all(path.exists() for path in kept), "somebody's own files are gone"
    assert not (out / "summary.json.Ab12Cd").exists() and not (out / "reviews.jsonl").exists()
    (program.folder / "both").mkdir()
    (program.folder / "both" / "right.xml").write_bytes(RIGHT)
    for _ in range(2):
        program.run("both", "-o", "both/results", expect=0)  # does not read its own results
    assert b"something else" in program.run("files/00001.xml", "-o", "files", expect=6).stderr
    assert b"Not a directory" in program.run("one.xml", "-o", "one.xml", expect=6).stderr


def wait_for(condition):
    """Looks often: what comes right behind the condition is to be met, too."""
    for _ in range(30000):
        if condition():
            return
        time.sleep(0.001)
    raise AssertionError("waited in vain")


def check_interrupt(program):
    """A run that waits for input is stopped; another one meanwhile cannot have its folder."""
    out = program.folder / "stopped"
    run = subprocess.Popen([program.path, "batch", "files/00001.xml", "-", "-o", "stopped", "--lang", "en"],
                           cwd=program.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_for(lambda: (out / "review.sqlite-wal").exists())
    assert b"in use by another run" in program.run("files/00001.xml", "-o", "stopped", expect=6).stderr
    run.send_signal(signal.SIGINT)
    assert run.wait(timeout=60) == 5
    said = run.stderr.read()
    assert b"stopped early" in said and b"--resume" not in said, "standard input cannot be read again"
    assert b"standard input" in program.run("--resume", "-o", "stopped", expect=2).stderr
    summary = json.loads((out / "summary.json").read_text())
    forms, = sqlite3.connect(out / "review.sqlite").execute("SELECT count(*) FROM review").fetchone()
    assert summary["complete"] is False and summary["forms"] == forms


def main(path):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "work"
        folder.mkdir()
        program = Program(path, folder)
        for check in (check_forms, check_whole_document, check_odd_documents, check_folders, check_archives,
                      check_result_folder, check_interrupt):
            began = time.monotonic()
            check(program)
            print(f"{check.__name__}: {time.monotonic() - began:.1f} s")


main(sys.argv[1])
