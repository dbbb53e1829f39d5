#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A batch of documents as units file them beside form XML: the same bytes for any number of workers, in shards, after a
kill, and when it is verified. Usage: test_documents.py FUHE

The input is the 15 published forms as workbook, page, text and XML, an archive of such, and what else lies in folders:
what office programs leave behind, a picture, a PDF, a letter, a damaged workbook, an archive in an archive, a document
of more than a MiB, one that is too large, and results of an earlier run.
"""
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "intake"))

import office
import office_docx
import render
from forms import read_forms
from test_resume import Program, connect, contents, dump, kill_at

FORMS = pathlib.Path("tests/forms/yanbian-2024/department.xml")
TAUGHT = "| 项目名称 | 甲 | | | |\n| 绩效内容 | 指标值 | 完成值 | 权重 | 得分 |\n| 培训 | 10次 | 9次 | 20 | 18 |\n"
WORDS = "[indicator]\nname = 绩效内容\n"
LETTER = "关于报送自评材料的通知\n\n各单位：\n".encode()
ALL = ["files", "late.zip", "large.html"]

# What cannot be read, and why.
FAILURES = {
    "files/book-cut.xlsx": "intake-package", "files/letter.txt": "intake-no-form", "files/letter.pdf": "intake-pdf",
    "files/scan.png": "intake-picture", "files/taught.md": "intake-no-form", "files/too-large.md": "limit-bytes",
    "files/in.zip/in.zip": "archive-nested", "files/broken.xml": "not-xml", "files/page-without-form.html": "intake-no-form",
    "late.zip/letter.txt": "intake-no-form",
}


def make_input(folder):
    forms, statement = read_forms(FORMS)
    files = folder / "files"
    (files / "deeper").mkdir(parents=True)
    page, text = render.page(forms, statement, "nine"), render.markdown(forms, statement, "eleven").encode()
    book = office.xlsx(forms, statement, "split")
    documents = {
        "book.xlsx": book, "page.html": page.encode(), "text.md": text, "deeper/forms.xml": FORMS.read_bytes(),
        "deeper/gbk.htm": render.page(forms[:3], statement, "nine", "gb2312").encode("gb18030"),
        "deeper/word.docx": office_docx.docx(forms, statement, "nine", "merged"),
        "book-cut.xlsx": book[:len(book) // 2], "letter.txt": LETTER, "letter.pdf": b"%PDF-1.7\n", "taught.md": TAUGHT.encode(),
        "scan.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "broken.xml": FORMS.read_bytes()[:-200],
        "page-without-form.html": b"<html><table><tr><td>a<td>b</table></html>",
        "too-large.md": b"| a | b |\n" * (65 << 20 >> 4) * 2, # 10 bytes a line: 81 MiB
        "~$book.xlsx": b"\5user", "Thumbs.db": b"\xD0\xCF\x11\xE0", ".~lock.book.xlsx#": b",user", "deeper/desktop.ini": b"[x]",
    }
    for name, content in documents.items():
        (files / name).write_bytes(content)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("text.md", text)
    with zipfile.ZipFile(files / "in.zip", "w") as archive:
        archive.writestr("in.zip", inner.getvalue())
        archive.writestr("text.md", text)
        archive.writestr("~$text.docx", b"\5user")
    with zipfile.ZipFile(folder / "late.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("book.xlsx", "page.html", "text.md", "deeper/word.docx", "deeper/forms.xml", "letter.txt"):
            archive.write(files / name, name)
        archive.writestr("large.html", page + "<!--" + "x" * (2 << 20) + "-->")
    (folder / "large.html").write_text(page + "<!--" + "x" * (2 << 20) + "-->")
    (folder / "words.txt").write_text(WORDS)


def tables(program, name):
    program.run("report", "-q", "-f", "csv,jsonl,xml", name)
    return contents(program.folder / name / "report")


def failures(out):
    database = connect(out)
    rows = dict(database.execute("SELECT path, problem FROM failure JOIN in_force AS reading ON reading.id = failure.reading"))
    database.close()
    return rows


def counts(out):
    """How many forms of each document there are."""
    database = connect(out)
    rows = dict(database.execute("SELECT path, count(form.id) FROM in_force AS reading LEFT JOIN form ON form.reading = reading.id "
                                 "GROUP BY path"))
    database.close()
    return rows


def check_found(out):
    assert failures(out) == FAILURES, failures(out)
    found = counts(out)
    whole = {path for path, count in found.items() if count == 15}
    assert whole == {f"{place}/{name}" for place in ("files", "late.zip")
                     for name in ("book.xlsx", "page.html", "text.md", "deeper/word.docx", "deeper/forms.xml")} | {
                         "large.html", "late.zip/large.html", "files/in.zip/text.md"}, found
    assert found["files/deeper/gbk.htm"] == 3 and found["files/broken.xml"] == 14, found
    left = set(found) - whole - set(FAILURES)
    assert left == {"files/deeper/gbk.htm"}, left


def check_same(program):
    folder = program.folder
    program.batch(*ALL, "-q", "-j", "1", "-o", "one", expect=3)
    one = dump(folder / "one")
    check_found(folder / "one")
    one_report = tables(program, "one")
    program.batch(*ALL, "-q", "-j", "4", "-o", "four", expect=3)
    assert dump(folder / "four") == one and tables(program, "four") == one_report, "four workers leave something else"
    for count in (2, 3):
        names = [f"s{count}-{number}" for number in range(1, count + 1)]
        for number, name in enumerate(names, 1):
            program.batch(*ALL, "-q", "--shard", f"{number}/{count}", "-o", name)
        program.run("merge", "-q", *names, "-o", f"m{count}", expect=3)
        assert dump(folder / f"m{count}") == one, f"{count} shards leave something else"
    for point in (("time", 0.02), ("time", 0.2), ("size", 1 << 16)):
        kill_at(program, [*ALL, "-q", "-j", "2", "-o", "killed"], folder / "killed", point)
        code, said = program.batch("--resume", "-q", "-o", "killed")
        if code != 3:
            program.batch(*ALL, "-q", "-o", "killed", expect=3)
        assert dump(folder / "killed") == one, (point, said)
        shutil.rmtree(folder / "killed")
    assert program.run("verify", "-q", "one")[0] == 0, program.run("verify", "-q", "one")


def check_again(program):
    """What has not changed is not scored again; a folder of results in a folder is passed over."""
    folder = program.folder
    shutil.copytree(folder / "one", folder / "files" / "results")
    said = program.batch("files", "late.zip", "large.html", "-o", "one", expect=3)[1]
    unchanged = len(counts(folder / "one")) - 1  # what is too large is not read to its end
    assert f"not changed since an earlier run {unchanged};" in said, said
    shutil.rmtree(folder / "files" / "results")
    (folder / "files" / "text.md").write_text(TAUGHT)
    code, said = program.run("verify", "-q", "one")
    assert code == 1, said


def check_words(program):
    """Words are part of what results rest on: other words read all anew, and verify reads by those of the run."""
    folder = program.folder
    program.batch("files/taught.md", "-q", "-o", "taught", "--words", "words.txt", "--fail-on", "never", expect=0)
    assert counts(folder / "taught") == {"files/taught.md": 1}
    (folder / "words.txt").rename(folder / "gone.txt")
    assert program.run("verify", "-q", "taught")[0] == 0
    program.batch("files/taught.md", "-q", "-o", "taught", expect=5)
    assert counts(folder / "taught") == {"files/taught.md": 0}, "other words and yet the same"
    program.batch("files/taught.md", "-q", "-o", "nothing", "--words", "words.txt", expect=3)
    program.batch("-q", "-o", "taught", "--resume", "--words", "gone.txt", expect=2)


def check_old_kinds(program):
    """A document that was converted is read again where it can be converted, and else cannot be told, which is not wrong."""
    folder = program.folder
    forms, statement = read_forms(FORMS)
    (folder / "old.docx").write_bytes(office_docx.docx(forms, statement, "nine", "merged"))
    (folder / "old.rtf").write_text("{\\rtf1 old}")
    (folder / "bin").mkdir()
    (folder / "bin" / "soffice").write_text(f'#!/bin/sh\ncp {folder}/old.docx "$8/document.$6"\n')
    (folder / "bin" / "soffice").chmod(0o755)
    path = os.environ["PATH"]
    os.environ["PATH"] = f"{folder}/bin{os.pathsep}{path}"
    program.batch("old.rtf", "-q", "-o", "old", "--convert", "--fail-on", "never", expect=0)
    assert counts(folder / "old") == {"old.rtf": 15}
    assert program.run("verify", "-q", "old")[0] == 0
    (folder / "bin" / "soffice").unlink()
    os.environ["PATH"] = f"{folder}/bin"
    code = program.run("verify", "-q", "old")[0]
    os.environ["PATH"] = path
    assert code == 3, code
    program.batch("old.rtf", "-q", "-o", "not-converted", expect=5)
    assert failures(folder / "not-converted") == {"old.rtf": "intake-office"}


def check_streams(program):
    with open(program.folder / "files" / "book.xlsx", "rb") as given:
        run = subprocess.run([program.path, "batch", "-q", "-f", "jsonl", "-"], stdin=given, check=False,
                             capture_output=True)
    assert run.stdout.count(b'"type":"form"') == 15, run.stdout[:300]


def main(path):
    with tempfile.TemporaryDirectory() as folder:
        program = Program(path, pathlib.Path(folder))
        make_input(program.folder)
        for check in (check_same, check_streams, check_words, check_old_kinds, check_again):
            check(program)
            print(check.__name__)


if __name__ == "__main__":
    main(sys.argv[1])
