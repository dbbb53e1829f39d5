# SPDX-License-Identifier: Apache-2.0
"""Fills an empty form as a unit would, cell by cell, with nothing but zipfile and lxml. A form is what
tests/intake/forms.py reads out of form XML."""
import io
import re
import zipfile

from lxml import etree

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

COLUMNS = {"level2": "C", "name": "D", "target": "E", "actual": "F", "weight": "G", "score": "H", "reason": "I"}
FIGURES = {"initial": "D", "budget": "E", "executed": "F", "weight": "G", "rate": "H", "score": "I"}
FUNDS = {"年度资金总额": 7, "当年财政拨款": 8, "上年结转资金": 9, "其他资金": 10}
FIRST = 14  # line of the first indicator on a sheet
TABLE = 3   # lines above the table of a text document that a sheet has more


def cells_of(form):
    """(place on a sheet, text) of everything that the form says."""
    yield "C4", form["project"]
    yield "C5", form["department"] or ""
    yield "F5", form["unit"] or ""
    for fund in form["funds"]:
        for name, column in FIGURES.items():
            yield f"{column}{FUNDS[fund['label']]}", fund.get(name, "")
    yield "B12", form["expected"]
    yield "F12", form["achieved"]
    for line, row in enumerate(form["indicators"], FIRST):
        for name, column in COLUMNS.items():
            yield f"{column}{line}", row.get(name, "")
    yield f"H{FIRST + len(form['indicators'])}", form["claimed"]


def repack(content, part, change):
    """The package with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(zipfile.ZipInfo(name), change(data) if name == part else data)
    return made.getvalue()


def put(cell, text):
    """A number as a number, one with zeros at its end and anything else as text; a formula gives way."""
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if re.fullmatch(r"\d+(\.\d*[1-9])?", text):
        etree.SubElement(cell, SHEET + "v").text = text
    elif text:
        cell.set("t", "inlineStr")
        etree.SubElement(etree.SubElement(cell, SHEET + "is"), SHEET + "t").text = text


def fill_xlsx(content, values, number=1):
    """values: (place, text) of the sheet with that number."""
    def change(part):
        root = etree.fromstring(part)
        cells = {cell.get("r"): cell for cell in root.iter(SHEET + "c")}
        for place, text in values:
            put(cells[place], text)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    return repack(content, f"xl/worksheets/sheet{number}.xml", change)


def by_column(row):
    """The cells of a row of a table by the column that they begin in."""
    column, cells = 0, {}
    for cell in row.findall(WORD + "tc"):
        cells[chr(ord("A") + column)] = cell
        span = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
        column += 1 if span is None else int(span.get(WORD + "val"))
    return cells


def put_text(cell, text):
    """Into the list to choose from, where the cell has one; else in place of what it says."""
    paragraph = cell.find(WORD + "p")
    content = paragraph.find(f"{WORD}sdt/{WORD}sdtContent")
    place = paragraph if content is None else content
    for run in place.findall(WORD + "r"):
        place.remove(run)
    if text:
        etree.SubElement(etree.SubElement(place, WORD + "r"), WORD + "t").text = text


def fill_docx(content, values):
    def change(part):
        root = etree.fromstring(part)
        rows = [by_column(row) for row in root.find(f"{WORD}body/{WORD}tbl").findall(WORD + "tr")]
        for place, text in values:
            put_text(rows[int(place[1:]) - 1 - TABLE][place[0]], text)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    return repack(content, "word/document.xml", change)
