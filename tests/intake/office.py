# SPDX-License-Identifier: Apache-2.0
"""Documents of office programs, written part by part with nothing but zipfile: forms in the layouts of render.py."""
import io
import re
import zipfile
from xml.sax.saxutils import escape

import render

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def package(parts, stored=()):
    """The bytes of a package: parts by name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            method = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), part, method)
    return content.getvalue()


def relations(*items):
    """Items are (id, type, target)."""
    lines = [f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for name, kind, target in items]
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONS}">{"".join(lines)}</Relationships>'


def content_types(overrides):
    lines = [f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides]
    return (f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Default Extension="xml" ContentType="application/xml"/>{"".join(lines)}</Types>')


def placed(rows):
    """Cells with their place: (row, column, text, rows, columns), as tables draw them."""
    taken = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in (cell for cell in row if cell is not None):
            text, height, width = render.cell_parts(cell)
            while (at, column) in taken:
                column += 1
            taken.update((at + down, column + right) for down in range(height) for right in range(width))
            yield at, column, text, height, width
            column += width


# --- xlsx ------------------------------------------------------------------------------------------------------------

# Number formats, and how many decimals they show.
STYLES = ["General", "0", "0.00", "0.0%", "0.00%", "0.000", "0%", "0.0_ ", "#,##0.00"]


def letters(column):
    return chr(ord("A") + column) if column < 26 else letters(column // 26 - 1) + letters(column % 26)


def number_of(text):
    """A text as (what a workbook stores, style), None when it is no number."""
    if not re.fullmatch(r"-?(0|[1-9]\d{0,9})(\.\d{1,6})?%?", text):
        return None
    decimals = len(text.rstrip("%").partition(".")[2])
    value = float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    code = "0" + ("." + "0" * decimals if decimals else "") + ("%" if text.endswith("%") else "")
    if not text.endswith("0") and not text.endswith("%"):
        code = "General"
    return (f"{value:.17g}", STYLES.index(code)) if code in STYLES else None


class Workbook:
    def __init__(self, inline=False):
        self.inline = inline
        self.strings = {}
        self.sheets = []

    def cell(self, row, column, text):
        place = f'r="{letters(column)}{row + 1}"'
        number = number_of(text)
        if number:
            return f'<c {place} s="{number[1]}"><v>{number[0]}</v></c>'
        if text == "":
            return f'<c {place} s="2"/>'
        if self.inline:
            return f'<c {place} t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        return f'<c {place} t="s"><v>{self.strings.setdefault(text, len(self.strings))}</v></c>'

    def add(self, name, rows, state="visible"):
        lines, merges, last = [], [], -1
        for row, column, text, height, width in placed(rows):
            lines += [] if row == last else [f'{"" if last < 0 else "</row>"}<row r="{row + 1}">']
            last = row
            lines.append(self.cell(row, column, text))
            if height > 1 or width > 1:
                merges.append(f'<mergeCell ref="{letters(column)}{row + 1}:{letters(column + width - 1)}{row + height}"/>')
        merged = f'<mergeCells>{"".join(merges)}</mergeCells>' if merges else ""
        self.sheets.append((name, state, f'{DECLARATION}<worksheet xmlns="{SHEETS}"><sheetData>{"".join(lines)}</row>'
                                         f"</sheetData>{merged}</worksheet>"))

    def shared_strings(self):
        """Every other string in two runs, with how it is pronounced."""
        lines = []
        for at, text in enumerate(self.strings):
            half = len(text) // 2
            runs = (f'<r><t xml:space="preserve">{escape(text[:half])}</t></r><r><rPr><b/></rPr><t xml:space="preserve">'
                    f'{escape(text[half:])}</t></r><rPh sb="0" eb="1"><t>音</t></rPh>')
            lines.append(f"<si>{runs if at % 2 else '<t>' + escape(text) + '</t>'}</si>")
        return f'{DECLARATION}<sst xmlns="{SHEETS}">{"".join(lines)}</sst>'

    def styles(self):
        formats = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>' for at, code in enumerate(STYLES))
        cells = "".join(f'<xf numFmtId="{164 + at if at else 0}"/>' for at in range(len(STYLES)))
        return (f'{DECLARATION}<styleSheet xmlns="{SHEETS}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="9"/>'
                f"</cellStyleXfs><cellXfs>{cells}</cellXfs></styleSheet>")

    def parts(self):
        listed = "".join(f'<sheet name="{escape(name)}" sheetId="{at}" state="{state}" r:id="r{at}"/>'
                         for at, (name, state, _) in enumerate(self.sheets, 1))
        kinds = [(f"/xl/worksheets/sheet{at}.xml", f"{SHEET_TYPE}.worksheet+xml") for at in range(1, len(self.sheets) + 1)]
        own = [(f"r{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(self.sheets) + 1)]
        parts = {
            "[Content_Types].xml": content_types([("/xl/workbook.xml", f"{SHEET_TYPE}.sheet.main+xml")] + kinds),
            "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{SHEETS}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets>'
                               "</workbook>",
            "xl/_rels/workbook.xml.rels": relations(*own, ("s", "styles", "/xl/styles.xml"),
                                                    ("t", "sharedStrings", "../xl/sharedStrings.xml")),
            "xl/styles.xml": self.styles(),
            "xl/sharedStrings.xml": self.shared_strings(),
        }
        parts.update({f"xl/worksheets/sheet{at}.xml": sheet for at, (_, _, sheet) in enumerate(self.sheets, 1)})
        return parts


def xlsx(forms, statement, layout):
    """A sheet a form; in some layouts all on one sheet, with blank rows between them. The narrative is on a sheet of its
    own, paragraph by paragraph or all in one cell. A hidden copy is not to be read."""
    book = Workbook(inline=layout == "any-order")
    tables = [([[title]] if title else []) + rows for title, rows in render.tables(forms, layout)]
    if layout in ("weight-first", "two-tables", "one-table"):
        all_rows = []
        for rows in tables:
            all_rows += rows + ([] if layout == "two-tables" else [[], []])
        book.add("自评表", all_rows)
    else:
        for number, rows in enumerate(tables, 1):
            book.add(f"自评表 {number}", rows)
    prose = list(render.prose(forms, statement, False))
    book.add("情况说明", [["\n".join(prose)]] if layout == "eleven" else [["", paragraph] for paragraph in prose])
    book.add("去年", tables[0], "hidden")
    return package(book.parts())
