# SPDX-License-Identifier: Apache-2.0
"""Documents of Word, written part by part with nothing but zipfile: forms in the layouts of render.py, with what office
programs put around and into text: runs of one look, marks of the proof reader, content controls, changes."""
from xml.sax.saxutils import escape

import office
import render

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PART = "word/document.xml"
LOOK = '<w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋"/><w:sz w:val="21"/></w:rPr>'


def run(text):
    return f'<w:r w:rsidR="00A1">{LOOK}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def paragraph(text, at=0):
    """Text as it is typed in, in a control, or with a change, in turn."""
    half = len(text) // 2
    runs = [run(text[:half]) + '<w:proofErr w:type="gramStart"/>' + run(text[half:]),
            f"<w:sdt><w:sdtPr>{LOOK}<w:alias w:val='栏'/></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>",
            f'{run(text[:half])}<w:del w:id="1"><w:r><w:delText>旧0</w:delText></w:r></w:del><w:ins w:id="2">'
            f"{run(text[half:])}</w:ins><w:r><w:lastRenderedPageBreak/></w:r>"][at % 3]
    return f'<w:p w:rsidR="00A1"><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr>{runs}</w:p>'


def cell(text, at, width=1, merge=""):
    span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>" if merge else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>{span}{merged}<w:vAlign w:val="center"/></w:tcPr>' \
           f"{paragraph(text, at)}</w:tc>"


def merged_rows(rows):
    """The cells of each row, in every row of those that span several."""
    lines = [[] for _ in rows]
    for row, column, text, height, width in office.placed(rows):
        for down in range(height):
            merge = "" if height == 1 else "restart" if down == 0 else "continue"
            lines[row + down].append((column, cell("" if down else text, row + column, width, merge)))
    return ["".join(made for _, made in sorted(line)) for line in lines]


def plain_rows(rows):
    """What spans is followed by blanks."""
    for row in rows:
        texts = []
        for one in row:
            text, _, columns = render.cell_parts(one or "")
            texts += [text] + [""] * (columns - 1)
        yield "".join(cell(text, at) for at, text in enumerate(texts))


def uneven(rows):
    """A table whose borders are drawn by hand: in every third row they are moved to either side, by no more than 2 mm
    against one another."""
    placed = list(office.placed(rows))
    width = max(column + columns for _, column, _, _, columns in placed)
    borders = [[900 * at + (0 if at in (0, width) else 25 * ((row // 3 * 7 + at * 5) % 5 - 2)) for at in range(width + 1)]
               for row in range(len(rows))]
    grid = sorted({border for row in borders for border in row})
    lines = [[] for _ in rows]
    for row, column, text, height, columns in placed:
        for down in range(height):
            begin, end = (grid.index(borders[row + down][at]) for at in (column, column + columns))
            merge = "" if height == 1 else "restart" if down == 0 else "continue"
            lines[row + down].append((column, cell("" if down else text, row + column, end - begin, merge)))
    widths = [right - left for left, right in zip(grid, grid[1:])]
    return table(["".join(made for _, made in sorted(line)) for line in lines], widths)


def table(lines, widths=(900,)):
    rows = "".join(f'<w:tr w:rsidR="00A1"><w:trPr><w:jc w:val="center"/></w:trPr>{line}</w:tr>' for line in lines)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def parts(body):
    return {
        "[Content_Types].xml": office.content_types([("/" + PART, TYPE)]),
        "_rels/.rels": office.relations(("r1", "officeDocument", PART)),
        PART: f'{office.DECLARATION}<w:document xmlns:w="{WORDS}"><w:body>{body}<w:sectPr/></w:body></w:document>',
    }


def body(forms, statement, layout, style):
    """style: merged, plain, uneven, or nested, where each table stands in a cell of another one."""
    made = []
    for title, rows in render.tables(forms, layout):
        made += [paragraph(title)] if title else []
        drawn = uneven(rows) if style == "uneven" else table((plain_rows if style == "plain" else merged_rows)(rows))
        made.append(f"<w:tbl><w:tr><w:tc><w:p/>{drawn}<w:p/></w:tc></w:tr></w:tbl>" if style == "nested" else drawn)
        made.append("<w:p/>")
    return "".join(made + [paragraph(text, at) for at, text in enumerate(render.prose(forms, statement, False))])


def docx(forms, statement, layout, style):
    return office.package(parts(body(forms, statement, layout, style)))
