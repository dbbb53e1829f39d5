# SPDX-License-Identifier: Apache-2.0
"""OpenDocument workbooks and texts, written with nothing but zipfile: forms in the layouts of render.py, with what office
programs put around and into text: runs of one look, changes, remarks, blanks and cells that are repeated."""
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

import office
import render

NAMES = {"office": "office:1.0", "style": "style:1.0", "text": "text:1.0", "table": "table:1.0", "draw": "drawing:1.0"}
SPACES = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{end}"' for name, end in NAMES.items())
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
TYPES = {"text": "application/vnd.oasis.opendocument.text", "spreadsheet": "application/vnd.oasis.opendocument.spreadsheet"}
STYLES = ('<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>'
          '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
          '<style:style style:name="T1" style:family="text"><style:text-properties style:font-name="仿宋"/></style:style>')
REMARK = "<office:annotation><text:p>旧稿 7 分</text:p></office:annotation>"


def manifest(kind, inside=""):
    entries = "".join(f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}">{inside}'
                      "</manifest:file-entry>" for path, media in (("/", TYPES[kind]), ("content.xml", "text/xml")))
    return f'{office.DECLARATION}<manifest:manifest xmlns:manifest="{MANIFEST}">{entries}</manifest:manifest>'


def parts(kind, body):
    return {
        "mimetype": TYPES[kind],
        "content.xml": f'{office.DECLARATION}<office:document-content{SPACES} office:version="1.3"><office:automatic-styles>'
                       f"{STYLES}</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
                       "</office:document-content>",
        "META-INF/manifest.xml": manifest(kind),
    }


def package(kind, body):
    return office.package(parts(kind, body), ("mimetype",))


def paragraph(text, at=0):
    """Text as it is typed in, in runs, or with a remark and a change, in turn."""
    half = len(text) // 2
    runs = [escape(text), f'<text:span text:style-name="T1">{escape(text[:half])}</text:span>{escape(text[half:])}',
            f'{escape(text[:half])}{REMARK}<text:change text:change-id="ct1"/>{escape(text[half:])}'][at % 3]
    return f'<text:p text:style-name="P1">{runs}</text:p>'


def value_of(text):
    number = office.number_of(text)
    if not number:
        return 'office:value-type="string"'
    kind = "percentage" if text.endswith("%") else "float"
    return f'office:value-type="{kind}" office:value="{number[0]}"'


def cell(text, at, height, width):
    spans = f' table:number-columns-spanned="{width}" table:number-rows-spanned="{height}"' if height * width > 1 else ""
    content = paragraph(text, at) if text else ""
    return f"<table:table-cell{spans} {value_of(text) if text else ''}>{content}</table:table-cell>"


def repeated(cells):
    """Neighbours that are alike become one."""
    for one, alike in groupby(cells):
        count = len(list(alike))
        name = one.split(" ", 1)[0].split("/")[0].split(">")[0]
        yield one if count == 1 else one.replace(name, f'{name} table:number-columns-repeated="{count}"', 1)


def lines(rows, at_turns):
    """The rows of a table: its cells, and the places that they cover."""
    placed = list(office.placed(rows))
    width = max((column + columns for _, column, _, _, columns in placed), default=0)
    made = [["<table:table-cell/>"] * width for _ in rows]
    for row, column, text, height, columns in placed:
        for down in range(height):
            made[row + down][column:column + columns] = ["<table:covered-table-cell/>"] * columns
        made[row][column] = cell(text, row + column if at_turns else 0, height, columns)
    return [f'<table:table-row table:style-name="ro1">{"".join(repeated(line))}</table:table-row>' for line in made]


def sheet(name, rows, style="ta1"):
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    return (f'<table:table table:name={quoteattr(name)} table:style-name="{style}"><table:table-column '
            f'table:number-columns-repeated="16384"/>{"".join(lines(rows, True))}'
            f'<table:table-row table:number-rows-repeated="1048000">{blank}</table:table-row></table:table>')


def ods(forms, statement, layout):
    """A sheet a form; in some layouts all on one sheet, with blank rows between them; the narrative on a sheet of its own.
    A hidden copy is not to be read."""
    tables = [([[title]] if title else []) + rows for title, rows in render.tables(forms, layout)]
    if layout in ("weight-first", "two-tables", "one-table"):
        between = [] if layout == "two-tables" else [[], []]
        sheets = [sheet("自评表", [row for rows in tables for row in rows + between])]
    else:
        sheets = [sheet(f"自评表 {number}", rows) for number, rows in enumerate(tables, 1)]
    sheets.append(sheet("情况说明", [["", paragraph] for paragraph in render.prose(forms, statement, False)]))
    return package("spreadsheet", "".join(sheets) + sheet("去年", tables[0], "ta2"))


def table(rows):
    """The first row is one that is printed again on every page."""
    first, *others = lines(rows, True)
    width = max(column + columns for _, column, _, _, columns in office.placed(rows))
    return (f'<table:table table:name="表格1"><table:table-column table:number-columns-repeated="{width}"/>'
            f'<table:table-header-rows>{first}'
            f'</table:table-header-rows><table:table-rows>{"".join(others)}</table:table-rows></table:table>')


def odt(forms, statement, layout):
    body = ["<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>"]
    for title, rows in render.tables(forms, layout):
        body += [f'<text:h text:outline-level="1">{escape(title)}</text:h>'] if title else []
        body.append(table(rows) + "<text:p/>")
    return package("text", "".join(body + [paragraph(text, at) for at, text in
                                           enumerate(render.prose(forms, statement, False))]))
