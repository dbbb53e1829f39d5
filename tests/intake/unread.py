#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hidden sheets, embedded documents and text boxes are named as not read: by score, check, batch and report, the same
for any number of workers, and where a document has nothing else. Usage: unread.py FUHE_PROGRAM"""
import json
import pathlib
import subprocess
import sys
import tempfile

import office
from packages import FORM

SENTENCE = "文件中有 2 个隐藏工作表未读取"
TO_DO = "如其中有自评表，请取消隐藏或另存为单独的文件后重新评分"


def workbook(shown, hidden):
    book = office.Workbook()
    for name, state, count in (("自评表", "visible", shown), ("旧", "hidden", hidden)):
        for number in range(count):
            book.add(f"{name}{number}", FORM if name == "旧" or shown == 1 else [["通知"]], state)
    return office.package(book.parts())


def run(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, timeout=60)
    return done.stdout


def of_units(report):
    """The findings of documents: file by its name, path, severity, how many."""
    return sorted((pathlib.Path(unit["file"]).name, finding["path"], finding["severity"], finding["quote"])
                  for unit in report["units"] for finding in unit["findings"] if finding["code"] == "unread-part")


def expect(faults, name, found, expected):
    if isinstance(expected, str) and not isinstance(found, list):
        faults += [] if expected in found else [f"{name}: no {expected!r} in:\n{found[:800]}"]
    elif found != expected:
        faults.append(f"{name}: {found!r} instead of {expected!r}")


def check_batch(faults, program, folder, workers):
    out = folder / f"out{workers}"
    run(program, "batch", folder / "in", "-o", out, "-j", workers)
    run(program, "report", out, "--lang", "zh")
    texts = {path.relative_to(out): path.read_text(encoding="utf-8", errors="replace")
             for path in sorted(out.rglob("*")) if path.suffix in (".csv", ".jsonl", ".html")}
    naming = {str(name) for name, text in texts.items() if "unread-part" in text or SENTENCE in text}
    for kind in (".csv", ".jsonl", ".html"):
        if not any(name.endswith(kind) for name in naming):
            faults.append(f"batch -j {workers}: no {kind} names what was not read: {sorted(naming)}")
    return {name: texts[name] for name in texts if str(name) in naming}


def main():
    program, faults = sys.argv[1], []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "in").mkdir()
        book, bare, empty = folder / "in" / "a.xlsx", folder / "b.xlsx", folder / "in" / "c.xlsx"
        book.write_bytes(workbook(1, 2))
        bare.write_bytes(workbook(1, 0))
        empty.write_bytes(workbook(2, 3))
        text = run(program, "score", "--lang", "zh", book)
        expect(faults, "score", text, SENTENCE)
        expect(faults, "score", text, TO_DO)
        expect(faults, "check", run(program, "check", "--lang", "zh", book), "未读取的隐藏工作表：2 张")
        expect(faults, "json", of_units(json.loads(run(program, "score", "--format", "json", book))),
               [("a.xlsx", "hidden-sheets", "warning", "2")])
        expect(faults, "nothing hidden", of_units(json.loads(run(program, "score", "--format", "json", bare))), [])
        expect(faults, "nothing but hidden", run(program, "score", "--lang", "zh", empty), "共 3 个未读取")
        if check_batch(faults, program, folder, 1) != check_batch(faults, program, folder, 2):
            faults.append("batch: -j 1 and -j 2 differ")
    print("\n".join(faults) or "what is not read is named")
    sys.exit(len(faults) > 0)


if __name__ == "__main__":
    main()
