#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A document of an old kind (.rtf, which is text and can be written here) is read with --convert as its table stands in
it, also several at once, and nothing is left behind; without the option it says what to do. Usage: old_kinds.py
FUHE_PROGRAM. Exit code 77 (skipped) where LibreOffice is not there. office_programs.py has the other kinds."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from forms import read_forms

ROWS = [["项目名称", "甲", "", "", ""], ["三级指标", "指标值", "完成值", "权重", "得分"], ["培训", "10次", "9次", "20", "18"]]


def rtf(rows):
    """Characters as their numbers, which is what old programs write."""
    lines = []
    for row in rows:
        texts = "".join("".join(f"\\u{ord(one)}?" for one in text) + "\\cell " for text in row)
        edges = "".join(f"\\cellx{1500 * at}" for at in range(1, len(row) + 1))
        lines.append(f"\\trowd{edges} \\intbl {texts}\\row\n")
    return "{\\rtf1\\ansi\n" + "".join(lines) + "\\pard\\par}"


def run(program, folder, *arguments):
    return subprocess.run([program, *map(str, arguments)], check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, env={**os.environ, "TMPDIR": str(folder / "temporary")})


def faults(program, folder):
    (folder / "temporary").mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.rtf").write_text(rtf(ROWS))
    asked = run(program, folder, "import", "--lang", "en", folder / "a.rtf")
    if asked.returncode != 5 or "--convert" not in asked.stdout:
        yield f"without the option: {asked.returncode}, {asked.stdout}"
    read = run(program, folder, "import", "--lang", "en", "--convert", "-o", folder, folder / "a.rtf")
    if read.returncode != 0:
        yield f"with it: {read.returncode}, {read.stdout}"
    else:
        (form,), _ = read_forms(folder / "a.xml")
        (row,) = form["indicators"]
        if [row[name] for name in ("name", "target", "actual", "weight", "score")] != ROWS[-1]:
            yield f"read as {row}"
    batch = run(program, folder, "batch", "--lang", "en", "--convert", "-j", "2", "-o", folder / "store", folder / "a.rtf",
                folder / "b.rtf")
    if "Forms 2, " not in batch.stdout:  # behind how far it is, on a slow machine
        yield f"two at once: {batch.returncode}, {batch.stdout}"
    if list((folder / "temporary").iterdir()):
        yield f"left behind: {list((folder / 'temporary').iterdir())}"


def main():
    if shutil.which("soffice") is None:
        print("soffice is not here")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        found = list(faults(sys.argv[1], pathlib.Path(folder)))
    print("\n".join(found) or "converted as it should be")
    sys.exit(len(found) > 0)


if __name__ == "__main__":
    main()
