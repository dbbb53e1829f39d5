#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The page of fuhe import --page, of every document of documents/ and of some that are odd: it is well-formed, needs
nothing beside it, has every cell of every form in its place with what it was read as, and its links lead somewhere.
Usage: pages.py FUHE_PROGRAM"""
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

FOLDER = pathlib.Path("tests/intake/documents")
faults = []


def check(name, good, what):
    if not good:
        faults.append(f"{name}: {what}")


def make(program, page, *documents, lang="en"):
    done = subprocess.run([program, "import", "--lang", lang, "--page", str(page), *map(str, documents)], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


def words(element):
    return "".join(element.itertext())


def is_whole(name, root):
    """What any page must be."""
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    check(name, len(ids) == len(set(ids)), "an id stands twice")
    for link in root.iter("a"):
        check(name, link.get("href")[1:] in ids, f"{link.get('href')} leads nowhere")
    tags = {element.tag for element in root.iter()}
    check(name, not tags & {"script", "link", "img", "iframe"}, f"has more than text: {sorted(tags)}")
    for table in (table for table in root.iter("table") if table.get("class") == "grid"):
        widths = layout(table)
        check(name, len(set(widths)) == 1, f"rows of different widths: {widths}")


def layout(table):
    """How many columns each row of a table comes to, spans counted."""
    hanging, widths = {}, []
    for row in table.iter("tr"):
        width = sum(int(cell.get("colspan", 1)) for cell in row) + sum(span for span, left in hanging.values() if left)
        hanging = {at: (span, left - 1) for at, (span, left) in hanging.items() if left > 1}
        for cell in row:
            if int(cell.get("rowspan", 1)) > 1:
                hanging[id(cell)] = (int(cell.get("colspan", 1)), int(cell.get("rowspan")) - 1)
        widths.append(width)
    return widths


def cell(root, place):
    found = [element for element in root.iter("td") if element.get("id") == place]
    return (found[0].get("class"), words(found[0])) if found else (None, None)


def documents(program, scratch):
    for lang in ("en", "zh"):
        page = scratch / f"all-{lang}.html"
        names = sorted(path for path in FOLDER.iterdir() if path.suffix in (".md", ".html", ".txt"))
        code, said = make(program, page, *names, lang=lang)
        check(lang, code == 1, f"exit code {code}: {said}")
        root = tree.parse(page).getroot()
        is_whole(lang, root)
        headings = [words(element) for element in root.iter("h2")]
        check(lang, [heading.split(" (")[0] for heading in headings] == [path.name for path in names], str(headings))


def roles(program, scratch):
    make(program, scratch / "a.html", FOLDER / "doubtful.md", FOLDER / "weight-before-target.html")
    root = tree.parse(scratch / "a.html").getroot()
    for place, expected in {
        "d1t1r1c1": ("heading", "项目名称"), "d1t1r1c3": ("fact", "防汛物资储备name of the project"),
        "d1t1r4c3": ("money unsure", "约40? initial: a number is expected here"),
        "d1t1r7c7": ("weight unsure", "三十? weight: a number is expected here"), "d1t1r7c8": ("score", "30score"),
        "d2t1r9c6": ("goal", "12 座设施全年正常运行。achieved goal"), "d2t1r11c5": ("weight", "20weight"),
        "d2t1r11c6": ("target", "≥12座target"), "d2t1r16c8": ("score", "98.74total score"),
        "d2t1r17c1": ("unread", "说明：本表由项目单位填写。not used"),
    }.items():
        check(place, cell(root, place) == expected, f"{cell(root, place)} instead of {expected}")
    figures = [[words(cell) for cell in row] for table in root.iter("table") if table.get("class") == "figures"
               for row in table.find("tbody")]
    check("figures", figures == [
        ["table-1", "防汛物资储备", "4", "2", "40", "38", "35not 100no numbers: 1", "65not the total", "98", "? 11 "],
        ["table-1", "乡镇污水处理设施运行维护", "5", "4", "90", "89.974", "100", "98.74", "98.74", "~ 1"]], str(figures))


def odd(program, scratch):
    form = ("<table><tr><td>项目名称<td colspan=4>&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x<tr><td>三级指标<td>指标值"
            "<td>完成值<td>权重<td>得分<tr><td>培训<td>10次<td>9次<td>20<td>18</table>")
    (scratch / "odd.htm").write_text("<meta charset=utf-8><table><tr><td>甲<td>乙<tr><td>1<td>2</table>" + form,
                                     encoding="utf-8")
    (scratch / "no.pdf").write_bytes(b"%PDF-1.7")
    wide = "|" + "x|" * 16000 + "\n"
    (scratch / "large.md").write_text(wide + "\n" + ("| a | b |\n" * 90000) + "\n", encoding="utf-8")
    code, said = make(program, scratch / "o.html", scratch / "odd.htm", scratch / "no.pdf", scratch / "large.md")
    check("odd", code == 3, f"exit code {code}: {said}")
    text = (scratch / "o.html").read_text(encoding="utf-8")
    root = tree.fromstring(text.split("\n", 1)[1])
    is_whole("odd", root)
    check("odd", "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=" in text, "the name of the project is not there as text")
    folded = [words(element) for element in root.iter("summary")]
    check("odd", any("Table 1: no form, which begins “甲 | 乙”" in line for line in folded), str(folded))
    check("odd", "is a PDF" in text, "what could not be read is not named")
    check("odd", "Cut: of " in text and len(text) < 1_000_000, f"a page of {len(text)} characters")


def refusals(program, scratch):
    own = scratch / "own.html"
    own.write_bytes((FOLDER / "page-layout.html").read_bytes())
    code, said = make(program, own, own)
    check("own", code == 2 and "--page names a document" in said, f"{code}: {said}")
    check("own", own.read_bytes() == (FOLDER / "page-layout.html").read_bytes(), "was written over")
    code, said = make(program, "/dev/full", FOLDER / "page-layout.html")
    check("full", code == 6 and "cannot be written" in said, f"{code}: {said}")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        for part in (documents, roles, odd, refusals):
            part(program, pathlib.Path(folder))
    print("\n".join(faults) or "pages are as they should be")
    sys.exit(len(faults) > 0)


if __name__ == "__main__":
    main()
