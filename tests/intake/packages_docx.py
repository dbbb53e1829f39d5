#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Documents of Word that are damaged, too large or odd: what the program says, and that it ends. Usage:
packages_docx.py FUHE_PROGRAM"""
import pathlib
import sys
import tempfile

import office
import office_docx
from packages import fault, flipped, locked, replacing

FORM = [["项目名称", ("甲", 1, 4)], ["三级指标", "指标值", "完成值", "权重", "得分"], ["培训", "10次", "9次", "20", "18"]]
PART = office_docx.PART
NAMES = {"part": PART, "top": "_rels/.rels", "types": "[Content_Types].xml", "links": "word/_rels/document.xml.rels"}


def parts(body=None, **changes):
    """Parts of a good document with some of them changed; None takes a part out."""
    made = office_docx.parts(office_docx.table(office_docx.merged_rows(FORM)) if body is None else body)
    for name, change in changes.items():
        made[NAMES[name]] = change(made[NAMES[name]]) if callable(change) else change
    return {name: part for name, part in made.items() if part is not None}


def document(body=None, stored=False, **changes):
    return office.package(parts(body, **changes), (PART,) if stored else ())


def rows(*lines):
    return office_docx.table(["".join(office_docx.cell(text, 0) for text in line) for line in lines])


def cell(properties, text):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


FORM_TABLE = office_docx.table(office_docx.merged_rows(FORM))
ITEM = office_docx.paragraph("1. 乙项目绩效自评情况：根据年初设定的绩效目标，项目绩效自评得分为 95 分。项目全年预算数为 10 万元，"
                             "执行数为 9 万元，完成预算的 90%。")
STATEMENT = office_docx.paragraph("组织对2024年度项目支出开展绩效自评，其中，二级项目 3 个，共涉及资金 30 万元，占一般公共预算项目支出总额的 "
                                  "9%。")
HEAD, LAST_ROW = FORM_TABLE.rsplit("<w:tr ", 1)
LAST_ROW_OF_PARTS = HEAD + "<w:tr " + LAST_ROW.replace("<w:vAlign", "<w:vMerge/><w:vAlign")
NESTED = "<w:tbl><w:tr><w:tc>"
WIDE = [["项目名称", ("甲", 1, 69)], ["三级指标", "指标值", "完成值", "权重", "得分"] + [""] * 65,
        ["培训", "10次", "9次", "20", "18"] + [""] * 65]
LINKS = office.relations(("r1", "image", "document.xml"), ("r2", "aFChunk", "../word/document.xml"))
OUTSIDE = LINKS.replace('Target="document.xml"', 'TargetMode="External" Target="http://localhost:1/a.docx"')
good = document()
CASES = [
    ("as it should be", good, 0, "(docx): forms 1"),
    ("macros are not read", office.package({**parts(types=replacing(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        "application/vnd.ms-word.document.macroEnabled.main")), "word/vbaProject.bin": "x"}), 0, "forms 1"),
    ("another name of the main part", office.package({
        **parts(part=None, top=replacing(PART, "a/b.xml")), "a/b.xml": parts()[PART]}), 0, "forms 1"),
    ("truncated", good[:-200], 5, "damaged office document"),
    ("a wrong check sum", flipped(document(FORM_TABLE + " " * 300, stored=True), PART), 5, "damaged office document"),
    ("no document", document(part=None), 5, "document.xml: it is not there"),
    ("no relationships", document(top=None), 5, "which part is the document"),
    ("a document outside", document(top=replacing("<Relationship ", '<Relationship TargetMode="External" ')), 5,
     "which part is the document"),
    ("a document that is its own relationships", document(top=replacing(PART, "_rels/.rels")), 5, "forms 0"),
    ("relationships that lead in a circle", document(links=LINKS), 0, "forms 1"),
    ("links that lead outside", document(links=OUTSIDE), 0, "forms 1"),
    ("another document within", document(FORM_TABLE + '<w:altChunk r:id="r2" xmlns:r="r"/>', links=LINKS), 0,
     "documents within it that were not read: 1"),
    ("not XML", document(part="<w:document><w:body>"), 5, "document.xml: "),
    ("a document type", document(part='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 5, "document type"),
    ("a bomb", document(" " * 30_000_000), 5, ": 1, at most 250 : 1 is allowed"),
    ("encrypted parts", locked(good), 5, "protected by a password"),
    ("a part of nothing above", document(LAST_ROW_OF_PARTS), 0, "indicators 1"),
    ("a cell over 100,000 columns", document("<w:tbl><w:tr>" + cell('<w:gridSpan w:val="100000"/>', "a")
                                             + "</w:tr></w:tbl>"), 5, "a table has 16385 columns"),
    ("a cell over no columns", document(FORM_TABLE.replace("<w:vAlign", '<w:gridSpan w:val="0"/><w:vAlign')), 0,
     "indicators 1"),
    ("100,000 columns in front", document('<w:tbl><w:tr><w:trPr><w:gridBefore w:val="100000"/></w:trPr>' + cell("", "a")
                                          + "</w:tr></w:tbl>"), 5, "columns"),
    ("70 columns", document(office_docx.table(office_docx.merged_rows(WIDE))), 0, "indicators 1"),
    ("20,000 cells in a row", document("<w:tbl><w:tr>" + cell("", "a") * 20000 + "</w:tr></w:tbl>", stored=True), 5,
     "a table has 16385 columns"),
    ("100,000 tables within one another", document(NESTED * 100_000 + "</w:tc></w:tr></w:tbl>" * 100_000, stored=True), 5,
     "tables"),
    ("tables without rows within one another", document("<w:tbl>" * 100_000 + "</w:tbl>" * 100_000, stored=True), 5,
     "tables"),
    ("100,000 controls within one another", document("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000, stored=True), 5,
     "nested 513 deep"),
    ("a cell of 20 MB", document(FORM_TABLE.replace("培训", "训" * 7_000_000), stored=True), 0, "forms 1"),
    ("text of 72 MB", document(rows(["a" * 9_000_000]) * 8, stored=True), 5, "MiB"),
    ("an attribute of 12 MB", document(f'<w:p w:a="{"a" * 12_000_000}"/>', stored=True), 5, "document.xml: "),
    ("200,000 paragraphs", document("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 200_000 + FORM_TABLE, stored=True), 0,
     "forms 1"),
    ("100,000 rows of parts", document(FORM_TABLE + "<w:tbl>" + f'<w:tr>{cell("<w:vMerge/>", "a")}</w:tr>' * 100_000
                                       + "</w:tbl>", stored=True), 0, "forms 1"),
    ("an item without a line", document(FORM_TABLE + ITEM), 1, "\n  ? narrative item: 乙: no form has this name"),
    ("a statement without a line", document(STATEMENT + FORM_TABLE), 0, "\n    statement: projects 3, money 30"),
    ("a picture and a chart", document('<w:p><w:r><w:drawing><a:p xmlns:a="a"><a:r><a:t>项目名称</a:t></a:r></a:p></w:drawing>'
                                       "</w:r></w:p>" + FORM_TABLE), 0, "forms 1"),
]


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.docx"
        failed = sum(fault(sys.argv[1], path, *case) for case in CASES)
    print(f"{len(CASES)} packages, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
