#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws recognised forms for the documentation, as SVG, out of the pages of fuhe import --page and their style sheet.
Usage: draw_intake.py [--check] FUHE_PROGRAM. With --check nothing is written: exits with 1 when a picture is not what
would be drawn."""
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as tree
from xml.sax.saxutils import escape

DOCUMENTS = ("weight-before-target.html", "two-targets.html", "doubtful.md")
TO = pathlib.Path("docs/pictures")
STYLE = pathlib.Path("html/intake_page.css")
FONT = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','Noto Sans',sans-serif"
TEXT, SMALL, PAD, EDGE, WIDEST = 13, 10, 5, 30, 165


def colours():
    return dict(re.findall(r"^\.(\w+) \{ background: (#\w+);", STYLE.read_text(encoding="utf-8"), re.M))


def width_of(text, size):
    return sum(size if unicodedata.east_asian_width(character) in "WFA" else size * 0.56 for character in text)


def wrap(text, size, width):
    """Lines no wider than width, broken at blanks where a word is not Chinese."""
    lines = [""]
    for word in re.findall(r"[!-~]+ ?|\s|.", text):
        if width_of(lines[-1] + word.rstrip(), size) > width and lines[-1]:
            lines.append("")
        lines[-1] += word
    return [line.strip() for line in lines if line.strip()]


class Cell:
    def __init__(self, element, row, column):
        self.kinds = (element.get("class") or "").split()
        self.row, self.column = row, column
        self.height, self.width = int(element.get("rowspan", 1)), int(element.get("colspan", 1))
        self.caption = "".join(word for small in element.iter("small") for word in small.itertext())
        self.text = element.text or ""

    def lines(self, width):
        """(text, size) from top to bottom."""
        return [(line, TEXT) for line in wrap(self.text, TEXT, width)] + [
            (line, SMALL) for line in wrap(self.caption, SMALL, width)]


def cells_of(table):
    taken, cells = set(), []
    for row, line in enumerate(table.find("tbody")):
        column = 0
        for element in line.findall("td"):
            while (row, column) in taken:
                column += 1
            cell = Cell(element, row, column)
            taken.update((row + down, column + right) for down in range(cell.height) for right in range(cell.width))
            cells.append(cell)
    return cells


def column_widths(cells, count):
    widths = [46] * count
    for cell in (cell for cell in cells if cell.width == 1):
        wished = max(width_of(cell.text, TEXT), min(width_of(cell.caption, SMALL), 90)) + 2 * PAD + 2
        widths[cell.column] = int(max(widths[cell.column], min(wished, WIDEST)))
    return widths


def row_heights(cells, widths, count):
    heights = [24] * count
    for cell in sorted(cells, key=lambda cell: cell.height):
        inside = sum(widths[cell.column:cell.column + cell.width]) - 2 * PAD
        needed = sum(size + 4 for _, size in cell.lines(inside)) + 2 * PAD
        last = cell.row + cell.height - 1
        heights[last] += max(0, needed - sum(heights[cell.row:last + 1]))
    return heights


def box(left, top, width, height, more):
    return f'<rect x="{left}" y="{top}" width="{width}" height="{height}" {more}/>'


def words(left, top, text, size, more=""):
    return f'<text x="{left}" y="{top}" font-size="{size}"{more}>{escape(text)}</text>'


def draw_cell(cell, place, fills):
    left, top, width, height = place
    kind = cell.kinds[0] if cell.kinds else ""
    fill = "url(#hatch)" if kind == "unread" else fills.get(kind, "#fff")
    parts = [box(left, top, width, height, f'fill="{fill}" stroke="#b6bfc9"')]
    for mark, more in (("likely", 'stroke="#4d5a68" stroke-width="2" stroke-dasharray="5 3"'),
                       ("unsure", 'stroke="#a31515" stroke-width="3"')):
        if mark in cell.kinds:
            parts.append(box(left + 2, top + 2, width - 4, height - 4, f'fill="none" {more}'))
    at = top + PAD
    for text, size in cell.lines(width - 2 * PAD):
        at += size + 4
        ink = "#1c2530" if size == TEXT else "#a31515" if "unsure" in cell.kinds else "#4d5a68"
        weight = ' font-weight="600"' if kind == "heading" and size == TEXT else ""
        parts.append(words(left + PAD, at - 4, text, size, f' fill="{ink}"{weight}'))
    return parts


def draw(table, title):
    cells = cells_of(table)
    rows, columns = len(table.find("tbody")), len(table.findall("thead/tr/th"))
    widths = column_widths(cells, columns)
    heights = row_heights(cells, widths, rows)
    lefts = [EDGE + sum(widths[:at]) for at in range(columns + 1)]
    tops = [22 + sum(heights[:at]) for at in range(rows + 1)]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lefts[-1] + 1} {tops[-1] + 1}" '
             f'width="{lefts[-1] + 1}" height="{tops[-1] + 1}" font-family="{FONT}" role="img">',
             f"<title>{escape(title)}</title>",
             '<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">'
             '<rect width="8" height="8" fill="#fff"/><path d="M0 8L8 0" stroke="#d5dbe1"/></pattern></defs>',
             box(0, 0, lefts[-1] + 1, tops[-1] + 1, 'fill="#fff"')]
    for at, head in enumerate(table.findall("thead/tr/th")):
        parts.append(box(lefts[at], 0, widths[at], 22, 'fill="#eef1f4" stroke="#b6bfc9"'))
        parts.append(words(lefts[at] + widths[at] // 2, 15, head.text, 11, ' fill="#4d5a68" text-anchor="middle"'))
    for at, line in enumerate(table.find("tbody")):
        parts.append(box(0, tops[at], EDGE, heights[at], 'fill="#eef1f4" stroke="#b6bfc9"'))
        parts.append(words(EDGE // 2, tops[at] + 16, line.find("th").text, 11, ' fill="#4d5a68" text-anchor="middle"'))
    for cell in cells:
        right, bottom = lefts[cell.column + cell.width], tops[cell.row + cell.height]
        place = (lefts[cell.column], tops[cell.row], right - lefts[cell.column], bottom - tops[cell.row])
        parts += draw_cell(cell, place, colours())
    return "\n".join(parts) + "\n</svg>\n"


def page_of(program, document, lang):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        subprocess.run([program, "import", "--lang", lang, "--page", page, f"tests/intake/documents/{document}"],
                       check=False, stdout=subprocess.DEVNULL)
        return tree.parse(page).getroot()


def main():
    check = sys.argv[1] == "--check"
    stale = []
    for document in DOCUMENTS:
        for lang, ending in (("en", ""), ("zh", ".zh-CN")):
            table = next(table for table in page_of(sys.argv[-1], document, lang).iter("table")
                         if table.get("class") == "grid" and any(cell.get("id") for cell in table.iter("td")))
            picture = TO / f"intake-{pathlib.Path(document).stem}{ending}.svg"
            drawn = draw(table, document)
            if check and (not picture.exists() or picture.read_text(encoding="utf-8") != drawn):
                stale.append(str(picture))
            elif not check:
                picture.write_text(drawn, encoding="utf-8")
    print("\n".join(f"{picture}: draw it again (scripts/draw_intake.py)" for picture in stale) or "pictures are current")
    sys.exit(len(stale) > 0)


if __name__ == "__main__":
    main()
