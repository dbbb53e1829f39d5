#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The checks of an empty workbook, reckoned by LibreOffice: what it says above the form as the form is filled in. And both
kinds of form, empty and filled in, saved by LibreOffice, read back. Usage: libreoffice.py FUHE_PROGRAM; 77 when there is no LibreOffice."""
import csv
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import fill_form
import templates
from forms import read_forms

FULL = [10, 10, 10, 10, 5, 5, 10, 10, 5, 5, 5, 5]


def weights(changes=()):
    """Weights of the twelve rows, some of them changed; a full score for each."""
    points = {**dict(enumerate(FULL)), **dict(changes)}
    for row, value in points.items():
        yield f"G{fill_form.FIRST + row}", str(value)
        yield f"H{fill_form.FIRST + row}", str(value)


MONEY = [("D7", "90"), ("E7", "90"), ("F7", "89.974"), ("E8", "60"), ("F8", "59.974"), ("E9", "30"), ("F9", "30")]
CASES = [
    ("empty", [], {"B1": "请填写各指标分值，连同预算执行率10分，合计应为100", "F1": "", "B2": "产出指标50分", "G26": ""}),
    ("closed", [*weights(), *MONEY, ("I7", "9.99")],
     {"B1": "√ 权重合计为100", "F1": "√ 得分均不超过分值", "B2": "√ 产出指标50分", "D2": "√ 效益指标30分", "G26": "100",
      "H26": "99.99", "H7": "99.97", "H8": "99.96", "H10": ""}),
    ("95", weights({5: 0}.items()), {"B1": "× 权重合计应为100，现为95", "B2": "！ 产出指标应为50分，现为45", "G26": "95"}),
    ("too high", [*weights(), ("H14", "11")], {"B1": "√ 权重合计为100", "F1": "× 有1项得分超过分值"}),
    ("money", [*weights(), *MONEY, ("E9", "31")], {"F1": "！ 各项资金之和不等于年度资金总额"}),
    ("decimals", weights({0: "9.9", 1: "10.1"}.items()), {"B1": "√ 权重合计为100", "B2": "√ 产出指标50分"}),
]


def forget(part):
    """Formulas without the values that were saved with them."""
    return re.sub(rb"(<f>[^<]*</f>)<v>[^<]*</v>", rb"\1", re.sub(rb"(</f>)<v/>", rb"\1", part))


def convert(folder, kind, *paths):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                    "--outdir", str(folder / "out"), *map(str, paths)], check=True, timeout=120,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def shown(path):
    """Texts of a sheet by place, out of a page of LibreOffice's CSV."""
    with open(path, encoding="utf-8", newline="") as file:
        return {f"{chr(ord('A') + column)}{line}": text for line, row in enumerate(csv.reader(file), 1)
                for column, text in enumerate(row)}


def check_sums(program, folder):
    """How many cells say something else than they should."""
    empty = subprocess.run([program, "template", "--format", "xlsx", "--year", "2025"], check=True,
                           stdout=subprocess.PIPE).stdout
    paths = []
    for case, values, _ in CASES:
        paths.append(folder / f"{case}.xlsx")
        filled = fill_form.fill_xlsx(empty, values)
        paths[-1].write_bytes(fill_form.repack(filled, "xl/worksheets/sheet1.xml", forget))
    convert(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1", *paths)
    failed = 0
    for case, _, wanted in CASES:
        got = shown(next((folder / "out").glob(f"{case}*.csv")))
        for place, text in wanted.items():
            if got.get(place) != text:
                failed += 1
                print(f"{case}: {place} is {got.get(place)!r} instead of {text!r}")
    return failed


def check_saved(program, folder):
    """Empty and filled in, saved by LibreOffice in its own kinds of document and in the same one: how many read otherwise."""
    templates.PROGRAM = program
    form = templates.in_order(read_forms(templates.FORMS)[0][1])
    failed = 0
    for kind, kinds in {"xlsx": ("xlsx", "ods", "html"), "docx": ("docx", "odt")}.items():
        empty = templates.template(kind, "--rules", "jilin-yanbian", "--year", "2024", "--rows", templates.rows_of(form))
        filled = templates.KINDS[kind](empty, list(fill_form.cells_of(form)))
        for name, content in (("blank", empty), ("filled", filled)):
            (folder / f"{name}.{kind}").write_bytes(content)
            for other in kinds:
                convert(folder, other, folder / f"{name}.{kind}")
                done = templates.run("import", "--lang", "en", folder / "out" / f"{name}.{other}", "-o", folder)
                got = read_forms(folder / f"{name}.xml")[0]
                good = got[0]["indicators"] == [] if name == "blank" else same(got[0], form)
                if done.returncode != 0 or len(got) != 1 or not good:
                    failed += 1
                    print(f"{name}.{kind} saved as {other}:\n{done.stdout.decode()}\n{got}")
    return failed


def same(got, form):
    """LibreOffice reckons the sums anew: the total is not held against the one that was claimed."""
    return {**templates.plain(got), "claimed": None} == {**templates.plain(form), "claimed": None}


def main():
    if shutil.which("soffice") is None:
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        failed = check_sums(sys.argv[1], pathlib.Path(name)) + check_saved(sys.argv[1], pathlib.Path(name))
    print(f"{failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
