#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pages of forms and the notice to their department: well-formed, whole, harmless whatever a form says, and with the
figures of the JSON report of the same forms.

Usage: pages.py html_driver fuhe locales"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

from lxml import etree

FORMS = sorted(pathlib.Path("tests/forms/yanbian-2024").glob("[a-ce-z]*.xml")) + [
    pathlib.Path(f"tests/cli/forms/{name}.xml")
    for name in ("fragile", "hostile", "odd", "partial", "right", "small", "unscored")
] + sorted(pathlib.Path("tests/cases/findings").glob("*/bad.xml"))
SVG = "{http://www.w3.org/2000/svg}"
# Files of the report that are made by others.
ELSEWHERE = {"index.html", "findings.html", "departments/0001.html"}
COLUMNS = {"weight": 3, "claimed": 4, "recomputed": 5, "verified": 6}

HOSTILE = """<form xmlns="urn:fuhe:form:1" id="&quot;&gt;&lt;i&gt;" year="2024&#9;">
<project>{long}&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;</project>
<department>" onclick="alert(1)' &#x202E;../../x</department>
<funds unit="&lt;b&gt;"><fund label="&lt;td&gt;" initial="javascript:alert(1)" budget="1" executed="1" rate="&quot;"/></funds>
<goal><expected>&lt;/p&gt;&lt;script&gt;</expected><achieved>]]&gt;&lt;!--</achieved></goal>
<indicators><indicator level1="产出指标" level2="&lt;tr&gt;" name="{long}" weight="10" score="99999999">
<target>&lt;img src=x onerror=alert(1)&gt;</target><actual>{long}</actual><reason>'"&lt;/td&gt;</reason></indicator>
</indicators><total claimed="&lt;0&gt;" grade="&lt;/dd&gt;"/></form>"""


def check(condition, what):
    if not condition:
        sys.exit(f"pages: {what}")


def parse(path):
    return etree.fromstring(path.read_bytes().replace(b"<!DOCTYPE html>", b"", 1))


def text(element):
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


# --- every page ---


def check_structure(name, page):
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    check(len(ids) == len(set(ids)), f"{name}: an id stands twice")
    check(not page.findall(".//script"), f"{name}: a script")
    events = [key for element in page.iter(etree.Element) for key in element.keys() if key.startswith("on")]
    check(not events, f"{name}: {events}")
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]
    check(levels and levels[0] == 1 and levels.count(1) == 1, f"{name}: headings {levels}")
    check(all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"{name}: headings skip a level: {levels}")
    check(page.get("lang") in ("zh-CN", "en") and page.findtext("head/title"), f"{name}: no language or title")
    for table in page.iter("table"):
        check(table.find("caption") is not None and text(table.find("caption")), f"{name}: a table without caption")
        check(all(head.get("scope") for head in table.iter("th")), f"{name}: a head without scope")
        widths = {sum(int(cell.get("colspan", 1)) for cell in row) for row in table.iter("tr")}
        check(len(widths) == 1, f"{name}: rows of {widths} cells")
    for chart in page.iter(SVG + "svg"):
        check(chart.get("aria-label") and chart.get("role") == "img", f"{name}: a chart without words")


def check_links(folder, path, page):
    ids = {element.get("id") for element in page.iter() if element.get("id")}
    for element in page.iter():
        for key in ("href", "src"):
            address, _, anchor = (element.get(key) or "").partition("#")
            check(":" not in address and not address.startswith("/"), f"{path.name}: {address} leads out")
            if address:
                target = (path.parent / urllib.parse.unquote(address)).resolve()
                inside = str(target.relative_to(folder.resolve()))
                check(target.is_file() or inside in ELSEWHERE, f"{path.name}: no {inside}")
            elif anchor:
                check(anchor in ids, f"{path.name}: no anchor {anchor}")
    addresses = re.findall(rb"https?:[^\"'< ]*", path.read_bytes())
    check(set(addresses) <= {b"http://www.w3.org/2000/svg"}, f"{path.name}: {addresses}")


def make(program, locales, language, folder, forms):
    subprocess.run([program, language, locales, folder, *map(str, forms)], check=True)
    pages = {}
    for path in sorted(pathlib.Path(folder).rglob("*.html")):
        pages[path.name] = page = parse(path)
        check_structure(path.name, page)
        check_links(pathlib.Path(folder), path, page)
        check(page.get("lang") == {"zh": "zh-CN", "en": "en"}[language], f"{path.name}: another language")
    return pages


# --- figures ---


def figure(words):
    match = re.match(r"[+-]?[\d.]+", words)
    return float(match[0]) if match else None


def same(name, shown, value):
    check(figure(shown) == (None if value is None else float(value)), f"{name}: {shown} is not {value}")


def check_totals(page, form, name):
    tiles = [text(tile) for tile in page.iterfind(".//dl[@class='tiles']//dd")]
    totals = form["totals"]
    wanted = ("claimed", "verified", "deviation_points", "deviation_rate")
    if form["state"] == "partial":
        check(re.match("— (not known|不能确定)", tiles[5]), f"{name}: in part, and yet a grade {tiles[5]}")
    for shown, key in zip(tiles, wanted):
        if form["state"] == "partial" and key.startswith("deviation"):
            check(re.match("— (not known|不能确定)", shown), f"{name}: in part, and yet {key} {shown}")
            continue
        zero = key == "deviation_points" and totals.get(key) is not None and float(totals[key]) == 0
        if zero:
            check(shown in ("none", "无"), f"{name}: deviation {shown}")
        else:
            same(f"{name} {key}", shown, totals.get(key))


def check_rows(page, form, name):
    for row in form["rows"]:
        cells = page.find(f".//tr[@id='row-{row['number']}']")
        check(cells is not None, f"{name}: no row {row['number']}")
        for key, column in COLUMNS.items():
            value = None if key == "recomputed" and "exact" not in row else row.get(key)
            same(f"{name} row {row['number']} {key}", text(cells[column]), value)
        for key, column in (("target", 1), ("actual", 2)):
            printed = row.get(key, {}).get("printed", "")
            check(re.sub(r"\s+", " ", printed) in text(cells[column]), f"{name}: {key} of row {row['number']}")


def check_findings(page, form, name):
    shown = sum(len(part.findall("ul/li")) for part in page.iterfind(".//section"))
    check(shown == len(form["findings"]), f"{name}: {shown} findings, not {len(form['findings'])}")
    codes = {text(part.find("h3/a[@class='code']")) for part in page.iterfind(".//section")}
    check(codes == {finding["code"] for finding in form["findings"]}, f"{name}: codes {codes}")
    places = [text(place) for place in page.iterfind(".//span[@class='place']")]
    for finding in form["findings"]:
        place = f"{finding.get('path', '')} {finding['line']}:{finding['column']}".strip()
        check(place in places, f"{name}: no finding at {place}")
    words = [text(small) for small in page.iterfind(".//section[@class]/ul/li/small")]
    check(len(words) == len(form["findings"]) and all(words), f"{name}: findings without a place in words")


def check_ladder(page, form, name):
    steps = form.get("ladder", {}).get("steps", [])
    rows = page.findall(".//table[@class='ladder']/tbody/tr")
    check(len(rows) == (len(steps) + 2 if steps else 0), f"{name}: {len(rows)} rows for {len(steps)} steps")
    for row, step in zip(rows[1:], steps):
        same(f"{name} step", text(row[2]), str(-float(step["points"])))
        same(f"{name} step", text(row[3]), step["left"])
    bars = page.findall(f".//{SVG}rect")
    check(len(bars) == (min(len(steps), 24) + 2 if steps else 0), f"{name}: {len(bars)} bars for {len(steps)} steps")


def notice_of(pages):
    return one(page for name, page in pages.items() if name.startswith("notice-") and not name.endswith("-annex.html"))


def annex_of(pages):
    return one(page for name, page in pages.items() if name.endswith("-annex.html"))


def one(found):
    pages = list(found)
    check(len(pages) == 1, f"{len(pages)} pages where there is to be one")
    return pages[0]


def forms_on(notice):
    """What stands on a notice or annex: the figures of each form, with its corrections."""
    forms = []
    for row in notice.findall(".//tbody/tr"):
        if row.get("class") == "form":
            forms.append(([text(cell) for cell in row], []))
        else:
            forms[-1][1].extend(text(item) for item in row.findall(".//li"))
    return forms


def plain(item):
    return re.sub(r"\[\d+\] ", "", item)  # numbers of rules


def is_doubtful(form):
    return any((finding["code"], finding["severity"]) == ("doubtful-reading", "error") for finding in form["findings"])


def due_of(form):
    return [] if is_doubtful(form) else [finding for finding in form["findings"]
            if finding["severity"] != "note" and finding["code"] != "rules-period"]


def check_form_line(cells, form):
    """The four cells that the form has for the review, as its record has them; a partial one is compared with nothing."""
    totals, name = {} if is_doubtful(form) else form["totals"], form["file"]
    whole = form["state"] == "scored"
    doubtful = cells[5] in ("being compared with the document", "待核对原件")
    check(doubtful == is_doubtful(form), f"{name}: grade {cells[5]}")
    same(f"notice {name} claimed", cells[1], totals.get("claimed"))
    same(f"notice {name} verified", cells[2], totals.get("verified"))
    same(f"notice {name} deviation", cells[3], totals.get("deviation_points") if whole else None)
    same(f"notice {name} rate", cells[4], totals.get("deviation_rate") if whole else None)
    check((cells[5] in ("incomplete", "不完整")) == (form["state"] == "partial"), f"{name}: grade {cells[5]}")
    check(name.rsplit("/", 1)[-1] in cells[0], f"{name}: the notice says {cells[0]}")


def check_notice(pages, forms):
    notice, annex = notice_of(pages), annex_of(pages)
    for page in (notice, annex):
        check(not page.findall(".//link"), "a notice that needs more than itself")
        check(page.find("head/style") is not None, "a notice without style")
        check(not re.search(r"第 \d+ 行|\bline \d", text(page)), "a notice that speaks of lines of a file")
    every = forms_on(annex)
    check(len(every) == len(forms), f"{len(every)} forms in the annex of {len(forms)}")
    for (cells, items), form in zip(every, forms):
        check_form_line(cells, form)
        check(len(items) == len(due_of(form)), f"{len(items)} corrections of {form['file']} in the annex")
    chosen = forms_on(notice)
    check(bool(chosen) == any(map(due_of, forms)), f"{len(chosen)} forms on the notice")
    for cells, items in chosen:
        whole = [plain(item) for every_cells, every_items in every if every_cells == cells for item in every_items]
        check({plain(item) for item in items} <= set(whole), f"{cells}: not in the annex: {items}")
    check(len(notice.findall(".//span[@class='blank']")) >= 2, "no room to sign")


def check_figures(driver, program, locales, language):
    report = subprocess.run([program, "score", "--format", "json", *map(str, FORMS)], stdout=subprocess.PIPE)
    forms = json.loads(report.stdout)["forms"]
    with tempfile.TemporaryDirectory() as folder:
        pages = make(driver, locales, language, folder, FORMS)
        check_notice(pages, forms)
        for number, form in enumerate(forms, 1):
            page, name = pages[f"{number:06}.html"], f"{form['file']} {form['number']}"
            check(text(page.find(".//h1")).startswith(form.get("project", "")[:5].strip()), f"{name}: another project")
            check_totals(page, form, name)
            check_rows(page, form, name)
            check_findings(page, form, name)
            check_ladder(page, form, name)
        check(len(pages) == len(forms) + 2, f"{len(pages)} pages for {len(forms)} forms")


# --- hostile forms, and departments with much or nothing to correct ---


def check_hostile(driver, locales, language):
    with tempfile.TemporaryDirectory() as folder:
        form = pathlib.Path(folder, "form.xml")
        form.write_text(HOSTILE.format(long="长" * 2000), encoding="utf-8")
        pages = make(driver, locales, language, folder, [form])
        check("<script>alert(1)</script>&amp;" in text(pages["000001.html"].find(".//h1")), "words of the form are lost")
        notice = [name for name in pages if name.startswith("notice-") and not name.endswith("-annex.html")][0]
        check(re.fullmatch(r"notice-0001-[^/\\:*?\"<>|\x00-\x1f\u202e]+\.html", notice), f"name of notice {notice!r}")


def check_many(driver, locales, language):
    """The notice of hundreds of forms is no longer than that of some: it counts what it leaves out."""
    with tempfile.TemporaryDirectory() as folder:
        pages = make(driver, locales, language, folder, FORMS * 4)
        notice = notice_of(pages)
        check(len(notice.findall(".//tbody//li")) <= 40, "more corrections than a page holds")
        check(text(notice.find(".//p[@class='more']")), "what is left out is not counted")


def check_choice(driver, locales):
    """First what makes up the deviation; reasons last; the same items in both languages."""
    form = "tests/forms/yanbian-2024/hotline-operation.xml"
    counts = []
    for language in ("en", "zh"):
        with tempfile.TemporaryDirectory() as folder:
            pages = make(driver, locales, language, folder, [form])
            items = forms_on(notice_of(pages))[0][1]
            doubled = {"en": "stands twice", "zh": "出现两次"}[language]
            check(any("91.43" in item for item in items[:2]), f"{language}: the total is not first: {items}")
            check(any(doubled in item for item in items[:3]), f"{language}: the duplicate is not among the first")
        with tempfile.TemporaryDirectory() as folder:
            pages = make(driver, locales, language, folder, FORMS * 4)
            counts.append([(cells[0], len(items)) for cells, items in forms_on(notice_of(pages))])
    check(counts[0] == counts[1], f"the choice depends on the language: {counts}")


def check_nothing(driver, locales, language):
    with tempfile.TemporaryDirectory() as folder:
        pages = make(driver, locales, language, folder, ["tests/cli/forms/right.xml"])
        notice = notice_of(pages)
        check(notice.find(".//table") is None, "a table of nothing")
        said = {"en": "Nothing was found that is to be corrected", "zh": "未发现需要更正的事项"}[language]
        check(said in text(notice), "a notice that does not say that nothing is to be corrected")


def main():
    driver, program, locales = sys.argv[1:]
    for language in ("en", "zh"):
        check_figures(driver, program, locales, language)
        check_hostile(driver, locales, language)
        check_nothing(driver, locales, language)
    check_many(driver, locales, "zh")
    check_choice(driver, locales)


main()
