#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Overview, lists and search data of made-up forms: pages are well-formed, links lead somewhere, lists have every form
once, highest risk first, and the data of the search has the same forms in the same order.

Usage: overview.py make_overview"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from lxml import etree

NAME, RISK = 0, 9  # columns of a list of forms
ROWS, DATA_ROWS = 200, 5000
FIELDS = 18
STATE, PARTIAL = 6, "1"  # of the data


def check(condition, what):
    if not condition:
        sys.exit(f"overview: {what}")


def parse(path):
    return etree.fromstring(path.read_bytes().replace(b"<!DOCTYPE html>", b"", 1))


def text(element):
    return "".join(element.itertext()).strip()


def link_faults(folder, path, page):
    ids = {element.get("id") for element in page.iter() if element.get("id")}
    for link in page.iterfind(".//a[@href]"):
        address, _, anchor = link.get("href").partition("#")
        if address == "":
            if "=" not in anchor and anchor not in ids:
                yield f"{path.name}: no anchor {anchor}"
        elif not re.match(r"(\.\./)?(forms|departments)/", address):  # made by others
            target = (path.parent / address).resolve()
            if not target.is_file():
                yield f"{path.name}: no page {address}"
            elif anchor and f'id="{anchor}"' not in target.read_text(encoding="utf-8"):
                yield f"{path.name}: no anchor {anchor} in {address}"


def rows_of(page):
    return [[text(cell) for cell in row] for row in page.iterfind(".//main//table/tbody/tr")]


def rows_of_lists(folder, forms):
    pages = sorted((folder / "lists").glob("[0-9]*.html"))
    check(len(pages) == max(1, -(-forms // ROWS)), f"{len(pages)} pages of lists for {forms} forms")
    return [row for path in pages for row in rows_of(parse(path))]


def rows_of_data(folder):
    rows = []
    for number, path in enumerate(sorted((folder / "data").glob("*.js")), 1):
        match = re.fullmatch(r'fuheSearchData\((\d+),(".*")\);\n', path.read_text(encoding="utf-8"), re.S)
        check(match and int(match[1]) == number, f"{path.name} is no call with its number")
        part = json.loads(match[2]).split("\n")
        check(len(part) <= DATA_ROWS, f"{path.name} has {len(part)} forms")
        rows += [row.split("\t") for row in part]
    return rows


def check_forms(folder, forms):
    listed, data = rows_of_lists(folder, forms), rows_of_data(folder)
    check(len(listed) == forms and len(data) == forms, f"{len(listed)} and {len(data)} forms, not {forms}")
    check(all(len(row) == FIELDS for row in data), "a form of the data has another number of fields")
    check(len({row[0] for row in data}) == forms, "a form stands twice")
    risks = [int(row[2]) for row in data]
    check(risks == sorted(risks, reverse=True), "not by risk")
    check([int(row[RISK]) for row in listed] == risks, "lists and data have another order")
    names = [re.sub(r"\s", " ", row[NAME]) for row in listed]
    check(all(name.startswith(row[-1].strip()) for name, row in zip(names, data)), "lists and data name other forms")


def check_index(folder, forms):
    page = parse(folder / "index.html")
    tiles = [text(tile) for tile in page.iterfind(".//dl[@class='tiles all']//dd")]
    check(tiles[0] == f"{forms:,}", f"{tiles[0]} forms in the overview")
    matrix = page.find(".//details//table")
    counted = 0 if matrix is None else sum(int(text(cell).replace(",", "")) for cell in matrix.iterfind(".//td"))
    data = rows_of_data(folder)
    complete = sum(row[STATE] != PARTIAL for row in data)
    check(counted == complete, f"{counted} forms in the matrix, not {complete}")
    for chart in page.iterfind(".//{*}svg[@role='img']"):
        named = [page.find(f".//*[@id='{name}']") for name in chart.get("aria-labelledby").split()]
        check(all(element is not None and text(element) for element in named), "a chart without words")
    dots = len(page.findall(".//{*}circle"))
    expected = sum(1 for row in data if row[3] and row[STATE] != PARTIAL)
    few = complete <= 2000
    check(dots == (expected if few else 0), f"{dots} dots")


def check_repeats(folder, forms):
    """The first two forms are of one project: a row with links to both."""
    page = parse(folder / "documents.html")
    rows = page.findall(".//main//table/tbody/tr")
    check(len(rows) == (forms >= 2), f"{len(rows)} rows of projects that came in repeatedly")
    if rows:
        links = [link.get("href") for link in rows[0].iterfind(".//a")]
        check([re.search(r"(\d+)\.html$", link)[1].lstrip("0") for link in links] == ["1", "2"], links)
    tile = [text(tile) for tile in parse(folder / "index.html").iterfind(".//dl[@class='tiles all']//dd")][-1]
    check(tile == str(len(rows)), f"{tile} such projects in the overview")


def check_site(program, forms, language):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([program, name, str(forms), language], check=True)
        for path in sorted(folder.rglob("*.html")):
            page = parse(path)
            faults = list(link_faults(folder, path, page))
            check(not faults, "\n".join(faults))
            check(page.get("lang") == {"zh": "zh-CN", "en": "en"}[language], f"{path.name}: another language")
        check_forms(folder, forms)
        check_index(folder, forms)
        check_repeats(folder, forms)


for count in (0, 1, 200, 451, 5001):
    for tongue in ("en", "zh"):
        check_site(sys.argv[1], count, tongue)
