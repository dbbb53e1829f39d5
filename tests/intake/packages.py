#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Workbooks that are damaged, too large, locked or odd: what the program says, and that it ends. Usage:
packages.py FUHE_PROGRAM"""
import pathlib
import struct
import subprocess
import sys
import tempfile

import office

SHEET = "xl/worksheets/sheet1.xml"
FORM = [["项目名称", ("甲", 1, 4)], ["三级指标", "指标值", "完成值", "权重", "得分"], ["培训", "10次", "9次", "20", "18"]]


def parts(**changes):
    """Parts of a good workbook with some of them changed; None takes a part out."""
    book = office.Workbook()
    book.add("自评表", FORM)
    book.add("旧", FORM, "veryHidden")
    names = {"sheet": SHEET, "strings": "xl/sharedStrings.xml", "book": "xl/workbook.xml", "styles": "xl/styles.xml",
             "links": "xl/_rels/workbook.xml.rels", "top": "_rels/.rels", "types": "[Content_Types].xml"}
    made = book.parts()
    for name, change in changes.items():
        made[names[name]] = change(made[names[name]]) if callable(change) else change
    return {name: part for name, part in made.items() if part is not None}


def sheet(rows, merges=""):
    return (f'<worksheet xmlns="{office.SHEETS}"><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>'
            "</worksheet>")


def flipped(content, name):
    """One bit of a part turned over, where the part is stored as it is."""
    at = content.index(name.encode()) + len(name) + 200
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1:]


def locked(content):
    """Every part says that it is encrypted."""
    content = bytearray(content)
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def announcing(content, name, size):
    """The directory announces another size of a part."""
    at = content.rindex(name.encode()) - 46
    return content[:at + 24] + struct.pack("<I", size) + content[at + 28:]


def replacing(old, new):
    return lambda part: part.replace(old, new)


good = office.package(parts())
CASES = [
    ("as it should be", good, 0, "forms 1"),
    ("hidden sheets are counted", good, 0, "hidden sheets that were not read: 1"),
    ("macros are not read", office.package({**parts(types=replacing(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        "application/vnd.ms-excel.sheet.macroEnabled.main")), "xl/vbaProject.bin": "x"}), 0, "forms 1"),
    ("names that lead out are names", office.package({**parts(), "../../../evil.xml": "x", "/etc/evil": "x"}), 0,
     "forms 1"),
    ("truncated", good[:-200], 5, "damaged office document"),
    ("only its beginning", b"PK\3\4", 5, "damaged office document"),
    ("a wrong check sum", flipped(office.package(parts(sheet=replacing("<sheetData>", "<sheetData>" + " " * 300)),
                                                    (SHEET,)), SHEET), 5, "CRC error"),
    ("a size that is not true", announcing(good, SHEET, 100), 5, "sheet1.xml: "),
    ("a bomb", office.package(parts(sheet=sheet(" " * 30_000_000))), 5, ": 1, at most 250 : 1 is allowed"),
    ("a bomb that announces nothing", announcing(office.package(parts(sheet=sheet(" " * 30_000_000))), SHEET, 5000), 5,
     "sheet1.xml: "),
    ("not XML", office.package(parts(sheet="<worksheet><sheetData>")), 5, "sheet1.xml: "),
    ("a document type", office.package(parts(sheet='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')), 5, "document type"),
    ("too deep", office.package(parts(sheet="<a>" * 600 + "</a>" * 600)), 5, "nested 513 deep"),
    ("no sheet", office.package(parts(sheet=None)), 5, "sheet1.xml: it is not there"),
    ("no strings", office.package(parts(strings=None)), 5, "sharedStrings.xml: it is not there"),
    ("no workbook", office.package(parts(book=None)), 5, "workbook.xml: it is not there"),
    ("no relationships", office.package(parts(top=None)), 5, "which part is the workbook"),
    ("a sheet that leads nowhere", office.package(parts(links=replacing('Id="r1"', 'Id="x"'))), 5, "leads to no part"),
    ("a sheet outside", office.package(parts(links=replacing('Target="worksheets/sheet1.xml"',
                                                             'TargetMode="External" Target="file:///etc/passwd"'))), 5,
     "leads to no part"),
    ("a sheet that is the workbook", office.package(parts(links=replacing("worksheets/sheet1.xml", "workbook.xml"))), 5,
     "forms 0"),
    ("a string that is not there", office.package(parts(sheet=sheet('<c t="s"><v>99</v></c>'))), 5,
     "shared string that is not there"),
    ("a style that is not there", office.package(parts(sheet=replacing('s="1"', 's="999"'))), 0, "forms 1"),
    ("a place that is none", office.package(parts(sheet=sheet('<row><c r="XFE1"><v>1</v></c></row>'))), 5,
     "XFE1 is no place"),
    ("a row that is none", office.package(parts(sheet=sheet('<row r="1048577"><c><v>1</v></c></row>'))), 5,
     "1048577 is no place"),
    ("a merged range that is none", office.package(parts(sheet=sheet("", '<mergeCell ref="B2:A1"/>'))), 5,
     "B2:A1 is no place"),
    ("a merged range without place", office.package(parts(sheet=sheet("", "<mergeCell/>"))), 5, "is no place"),
    ("16,385 columns", office.package(parts(sheet=sheet("<row>" + "<c><v>1</v></c>" * 16385 + "</row>")), (SHEET,)), 5,
     "a table has 16385 columns"),
    ("1,000,001 cells", office.package(parts(sheet=sheet(f'<row>{"<c><v>1</v></c>" * 1000}</row>' * 1001)), (SHEET,)),
     5, "cells"),
    ("far apart", office.package(parts(sheet=sheet('<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'))), 5, "cells"),
    ("encrypted parts", locked(good), 5, "protected by a password"),
    ("encrypted as a whole", b"\xD0\xCF\x11\xE0" + bytes(2000) + "EncryptedPackage".encode("utf-16-le") + bytes(99), 5,
     "protected by a password"),
    ("an old kind", b"\xD0\xCF\x11\xE0" + bytes(2000), 5, ".doc, .xls"),
    ("an archive", office.package({"form.xml": "<form/>"}), 5, "no form was found"),
]


def fault(program, path, name, content, exit_code, sentence):
    path.write_bytes(content)
    done = subprocess.run([program, "import", "--lang", "en", str(path)], check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=60)
    if done.returncode == exit_code and sentence in done.stdout:
        return 0
    print(f"{name}: {done.returncode} instead of {exit_code}, without {sentence!r}:\n{done.stdout[:600]}")
    return 1


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.xlsx"
        failed = sum(fault(sys.argv[1], path, *case) for case in CASES)
    print(f"{len(CASES)} packages, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
