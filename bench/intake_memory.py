#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Peak memory of a batch of documents, and what a sheet of a million cells takes. Usage:
intake_memory.py [--documents N] [--program FUHE]. Documents are copies of one form as xlsx in folders of a thousand."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests" / "intake"))
import office  # noqa: E402
import render  # noqa: E402
from forms import read_forms  # noqa: E402

FORMS = pathlib.Path("tests/forms/yanbian-2024/department.xml")


def run(*command):
    """Exit code, seconds of processor time, MB at the most."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def batches(program, folder, most):
    forms, statement = read_forms(FORMS)
    content = office.xlsx(forms[:1], statement, list(render.LAYOUTS)[0])
    count, made = 0, 10
    while made <= most:
        while count < made:
            path = folder / "documents" / f"{count // 1000:03}" / f"{count:06}.xlsx"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            count += 1
        code, seconds, memory = run(program, "batch", "--format", "jsonl", "-j", "1", str(folder / "documents"))
        print(f"{made:8} documents {seconds * 1e6 / made:8.0f} us a document {memory:7.1f} MB (exit {code})", flush=True)
        made *= 10


def sheet(program, folder):
    path = folder / "large.xlsx"
    rows = f'<row>{"<c><v>1</v></c>" * 1000}</row>' * 1000
    book = office.Workbook()
    book.add("a", [["a"]])
    parts = {**book.parts(), "xl/worksheets/sheet1.xml":
             f'<worksheet xmlns="{office.SHEETS}"><sheetData>{rows}</sheetData></worksheet>'}
    path.write_bytes(office.package(parts, ("xl/worksheets/sheet1.xml",)))
    _, seconds, memory = run(program, "import", str(path))
    print(f"a sheet of 1,000,000 cells: {seconds:.2f} s, {memory:.0f} MB")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=10000)
    options.add_argument("--program", default="build/release/bin/fuhe")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        batches(chosen.program, folder, chosen.documents)
        sheet(chosen.program, folder)


if __name__ == "__main__":
    main()
