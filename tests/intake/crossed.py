#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What is crossed out in a document is for a person to look at, whatever kind of document that is: a cell, a part of
one, a heading, a row. Usage: crossed.py FUHE_PROGRAM"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

import office
import office_docx
import office_odf

ROWS = [["项目名称", "甲", "", "", ""],
        ["三级指标", "年度指标值", "实际完成值", "权重", "得分"],
        ["培训", "10次", "9次", "20", "18"],
        ["巡查", "8次", "8次", "30", "30"],
        ["总分", "", "", "", "48"]]

# What is crossed out stands between two ~~. Expected are the doubts (what, why, where), then what is read there.
CASES = [
    ("nothing is", {}, [], "18"),
    ("a score", {(2, 4): "~~18~~"}, [("score", "struck-out", (3, 5))], "18"),
    ("a part of a score", {(2, 4): "~~18~~ 19"}, [("score", "struck-part", (3, 5))], "19"),
    ("figures of a score", {(2, 4): "1~~8~~9"}, [("score", "struck-part", (3, 5))], "19"),
    ("a heading", {(1, 4): "~~得分~~"}, [("none", "struck-out", (2, 5))], "18"),
    ("a part of a heading", {(1, 1): "~~年初~~年度指标值"}, [("heading", "struck-part", (2, 2))], "18"),
    ("an indicator altogether", {(2, at): f"~~{text}~~" for at, text in enumerate(ROWS[2])},
     [("row", "struck-row", (3, 4))], "18"),
    ("two values", {(2, 3): "~~20~~", (2, 4): "~~18~~"},
     [("weight", "struck-out", (3, 4)), ("score", "struck-out", (3, 5))], "18"),
    ("the total", {(4, 4): "~~48~~"}, [("total", "struck-out", (5, 5))], "18"),
    ("the name of the project", {(0, 1): "~~甲~~"}, [("project", "struck-out", (1, 2))], "18"),
]


def pieces(text):
    """(text, whether it is crossed out), in their order."""
    return [(piece, at % 2 == 1) for at, piece in enumerate(text.split("~~")) if piece]


def is_whole(text):
    return all(crossed for _, crossed in pieces(text))


def html(rows):
    def cell(text):
        if text and is_whole(text):
            return f'<td style="text-decoration: line-through">{text.strip("~")}'
        return "<td>" + "".join(f"<s>{piece}</s>" if crossed else piece for piece, crossed in pieces(text))
    return ("<table>" + "".join("<tr>" + "".join(map(cell, row)) for row in rows) + "</table>").encode()


def docx(rows):
    def run(piece, crossed):
        return f'<w:r><w:rPr>{"<w:strike/>" if crossed else ""}</w:rPr><w:t xml:space="preserve">{piece}</w:t></w:r>'

    def cell(text):
        return "<w:tc><w:p>" + "".join(run(*piece) for piece in pieces(text)) + "</w:p></w:tc>"
    return office.package(office_docx.parts(office_docx.table(["".join(map(cell, row)) for row in rows])))


def xlsx(rows):
    """A cell is crossed out by its style, a part of one by its run."""
    def run(piece, crossed):
        return f'<r><rPr>{"<strike/>" if crossed else ""}</rPr><t xml:space="preserve">{piece}</t></r>'

    def cell(text):
        if not text:
            return "<c/>"
        if is_whole(text):
            text = text.strip("~")
            return f'<c s="1"><v>{text}</v></c>' if text.isdigit() else f'<c s="1" t="str"><v>{text}</v></c>'
        return '<c t="inlineStr"><is>' + "".join(run(*piece) for piece in pieces(text)) + "</is></c>"
    book = office.Workbook()
    book.add("表", [["甲"]])
    parts = book.parts()
    lines = "".join(f'<row>{"".join(map(cell, row))}</row>' for row in rows)
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{office.SHEETS}"><sheetData>{lines}</sheetData></worksheet>'
    parts["xl/styles.xml"] = (f'<styleSheet xmlns="{office.SHEETS}"><fonts><font><sz val="11"/></font><font><strike/></font>'
                              '</fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs><dxfs><dxf><font><strike/></font>'
                              "</dxf></dxfs></styleSheet>")
    return office.package(parts)


def open_document(kind, rows):
    """A cell is crossed out by the style of the cell in a workbook, of the paragraph in a text; a part of one by its
    own."""
    def cell(text):
        whole = bool(text) and is_whole(text)
        content = "".join(f'<text:span text:style-name="X">{piece}</text:span>' if crossed and not whole else piece
                          for piece, crossed in pieces(text))
        of_cell, of_text = (' table:style-name="X"', "") if kind == "spreadsheet" else ("", ' text:style-name="X"')
        return (f'<table:table-cell{of_cell if whole else ""}><text:p{of_text if whole else ""}>{content}</text:p>'
                "</table:table-cell>")
    lines = "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
    parts = office_odf.parts(kind, f'<table:table table:name="表">{lines}</table:table>')
    styles = "".join(f'<style:style style:name="X" style:family="{family}"><style:text-properties '
                     'style:text-line-through-style="solid"/></style:style>' for family in ("text", "paragraph", "table-cell"))
    parts["content.xml"] = parts["content.xml"].replace("</office:automatic-styles>", styles + "</office:automatic-styles>")
    return office.package(parts, ("mimetype",))


KINDS = {"html": html, "docx": docx, "xlsx": xlsx, "ods": lambda rows: open_document("spreadsheet", rows),
         "odt": lambda rows: open_document("text", rows)}


def place_of(at):
    """(row, column) of "table 1, row 3, column 5" or "表!E3"."""
    cell = re.fullmatch(r"表!([A-Z])(\d+)", at)
    return (int(cell[2]), ord(cell[1]) - ord("A") + 1) if cell else tuple(map(int, re.findall(r"\d+", at)))[1:]


def look_at(program, folder, kind, changes):
    """Exit code, doubts and the first score of a document in which cells are changed."""
    rows = [[changes.get((row, column), text) for column, text in enumerate(line)] for row, line in enumerate(ROWS)]
    document = folder / f"a.{kind}"
    document.write_bytes(KINDS[kind](rows))
    done = subprocess.run([program, "import", str(document), "-o", str(folder)], check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=60)
    root = tree.parse(folder / "a.xml").getroot()
    doubts = [(doubt.get("value"), doubt.get("why"), place_of(doubt.get("at"))) for doubt in root.iterfind(".//{*}doubt")]
    return done.returncode, doubts, root.find(".//{*}indicator").get("score")


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        for kind in KINDS:
            for said, changes, doubts, score in CASES:
                weighty = any(value not in ("heading", "project") for value, _, _ in doubts)
                expected = (int(weighty), doubts, score)
                found = look_at(sys.argv[1], pathlib.Path(name), kind, changes)
                if found != expected:
                    failed += 1
                    print(f"{kind}, {said}: {found}\n  instead of {expected}")
    print(f"{len(KINDS) * len(CASES)} documents, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
