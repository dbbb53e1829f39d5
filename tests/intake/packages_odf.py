#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""OpenDocuments that are damaged, too large, locked or odd: what the program says, and that it ends. Usage:
packages_odf.py FUHE_PROGRAM"""
import pathlib
import sys
import tempfile

import office
import office_odf
from packages import fault, flipped, locked

FORM = [["项目名称", ("甲", 1, 4)], ["三级指标", "指标值", "完成值", "权重", "得分"], ["培训", "10次", "9次", "20", "18"]]
TABLE = office_odf.table(FORM)
SHEET = office_odf.sheet("自评表", FORM)
PART = "content.xml"
OUTSIDE = ' xmlns:xlink="x" xlink:href="http://localhost:1/a.ods"'


def document(of, body, stored=False, **changes):
    """A package with some of its parts changed; None takes a part out."""
    names = {"part": PART, "kind": "mimetype", "manifest": "META-INF/manifest.xml", "more": "encrypted-package"}
    made = office_odf.parts(of, body)
    made.update({names[name]: change for name, change in changes.items()})
    return office.package({name: part for name, part in made.items() if part is not None}, (PART,) if stored else ())


def text(body, stored=False, **changes):
    return document("text", body, stored, **changes)


def workbook(body, stored=False, **changes):
    return document("spreadsheet", body, stored, **changes)


def sheet(rows):
    return workbook(f'<table:table table:name="a">{rows}</table:table>', True)


def row(content, repeats=1):
    return f'<table:table-row table:number-rows-repeated="{repeats}">{content}</table:table-row>'


def cell(content, repeats=1, tag="table-cell"):
    return f'<table:{tag} table:number-columns-repeated="{repeats}"><text:p>{content}</text:p></table:{tag}>'


NESTED = "<table:table><table:table-row><table:table-cell>"
NESTED_END = "</table:table-cell></table:table-row></table:table>"
good = workbook(SHEET)
CASES = [
    ("a workbook", good, 0, "(ods): forms 1"),
    ("a text", text(TABLE), 0, "(odt): forms 1"),
    ("templates", text(TABLE, kind=office_odf.TYPES["text"] + "-template"), 0, "(odt): forms 1"),
    ("without mimetype", text(TABLE, kind=None), 0, "(odt): forms 1"),
    ("neither mimetype nor manifest", text(TABLE, kind=None, manifest=None), 5, "no form was found"),
    ("a mimetype and no manifest", text(TABLE, manifest=None), 0, "forms 1"),
    ("hidden sheets are counted", workbook(SHEET + office_odf.sheet("旧", FORM, "ta2")), 0,
     "hidden sheets that were not read: 1"),
    ("a presentation", text(TABLE, kind="application/vnd.oasis.opendocument.presentation"), 5, "of a kind that is not read"),
    ("truncated", good[:-200], 5, "damaged office document"),
    ("a wrong check sum", flipped(workbook(SHEET + " " * 300, True), PART), 5, "damaged office document"),
    ("no content", text("", part=None), 5, "content.xml: it is not there"),
    ("nothing in it", text("", part=""), 5, "content.xml: "),
    ("not XML", text("", part="<office:document-content><office:body>"), 5, "content.xml: "),
    ("a document type", text("", part='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 5, "document type"),
    ("no body", text("", part="<a/>"), 5, "forms 0"),
    ("encrypted", workbook(SHEET, manifest=office_odf.manifest("spreadsheet", "<manifest:encryption-data/>")), 5,
     "protected by a password"),
    ("encrypted as a whole", workbook("", more="x", part=None), 5, "protected by a password"),
    ("encrypted parts of the archive", locked(good), 5, "protected by a password"),
    ("links that lead outside", text(TABLE + f"<text:section><text:section-source{OUTSIDE}/></text:section>"
                                     f"<text:p><text:a{OUTSIDE}>a</text:a></text:p>"), 0, "forms 1"),
    ("a bomb", text(" " * 30_000_000), 5, ": 1, at most 250 : 1 is allowed"),
    ("16,384 blank columns and a million blank rows", sheet(row(cell("项目名称"), 1) + row(cell("", 16384), 1048575)), 5,
     "forms 0"),
    ("a million rows of text", sheet(row(cell("a"), 1048576)), 5, "cells"),
    ("a row of text for ever", sheet(row(cell("a"), 4294967295)), 5, "cells"),
    ("16,385 columns of text", sheet(row(cell("a", 16385))), 5, "columns"),
    ("a million cells of much text", sheet(row(cell("a" * 1000, 1000), 1000)), 5, "MiB"),
    ("the same in a table of a text", text("<table:table>" + row(cell("a" * 1000, 1000), 1000) + "</table:table>", True), 5,
     "MiB"),
    ("covered for ever", sheet(row(cell("", 4294967295, "covered-table-cell") * 3 + cell("a"))), 5, "columns"),
    ("blank rows for ever", text("<table:table>" + row("<table:table-cell/>", 4294967295) * 1000 + row(cell("a"))
                                 + "</table:table>", True), 5, "cells"),
    ("far apart", sheet(row(cell("a"), 1) + row(cell("", 1), 9999) + row(cell("", 9999) + cell("a"), 1)), 5, "cells"),
    ("spans for ever", text(TABLE.replace('-spanned="4"', '-spanned="4294967295"')), 5, "columns"),
    ("rows spanned for ever", text(TABLE.replace('rows-spanned="1"', 'rows-spanned="4294967295"')), 0, "forms 1"),
    ("numbers that are none", text(TABLE.replace('-spanned="4"', '-spanned="-4"')), 0, "forms 1"),
    ("100,000 tables within one another", text(NESTED * 100_000 + NESTED_END * 100_000, True), 5, "tables"),
    ("100,000 sections within one another", text("<text:section>" * 100_000 + "</text:section>" * 100_000, True), 5,
     "nested 513 deep"),
    ("text of 72 MB", text(("<text:p>" + "a" * 9_000_000 + "</text:p>") * 8, True), 5, "MiB"),
    ("100,000 styles", text("", part=office_odf.parts("text", TABLE)[PART].replace("</office:automatic", "".join(
        f'<style:style style:name="s{at}" style:family="text"><style:text-properties text:display="none"/></style:style>'
        for at in range(100_000)) + "</office:automatic")), 0, "forms 1"),
    ("an object with a table", text(f"<text:p><draw:frame><draw:object>{TABLE}</draw:object></draw:frame></text:p>" + TABLE),
     0, "forms 1"),
]


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.ods"
        failed = sum(fault(sys.argv[1], path, *case) for case in CASES)
    print(f"{len(CASES)} packages, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
