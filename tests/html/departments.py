#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pages of departments of made-up forms: each form stands on one of them once, highest risk first, over as many parts as
are needed; the figures on top are those of the forms.

Usage: departments.py make_overview"""
import pathlib
import re
import subprocess
import sys
import tempfile

from lxml import etree

PART = 500
CLAIMED, VERIFIED, DEVIATION, RISK = 2, 3, 4, 9  # columns


def check(condition, what):
    if not condition:
        sys.exit(f"departments: {what}")


def parse(path):
    return etree.fromstring(path.read_bytes().replace(b"<!DOCTYPE html>", b"", 1))


def text(element):
    return "".join(element.itertext()).strip()


def rows_of(page):
    return [[*map(text, row), row.find("th/a").get("href")] for row in page.findall(".//table")[-1].iterfind("tbody/tr")]


def parts_of(path):
    """The pages of a department, found by their links."""
    pages = []
    while path is not None:
        check(path.is_file(), f"no {path.name}")
        pages.append(parse(path))
        following = pages[-1].find(".//a[@rel='next']")
        path = None if following is None else (path.parent / following.get("href")).resolve()
    return pages


def check_department(path):
    pages = parts_of(path)
    forms = [rows_of(page) for page in pages]
    check(all(len(part) == PART for part in forms[:-1]) and 0 < len(forms[-1]) <= PART, f"{path.name}: sizes of parts")
    rows = [row for part in forms for row in part]
    tiles = [text(tile).replace(",", "") for tile in pages[0].iterfind(".//dl[@class='tiles']//dd")]
    complete = [row for row in rows if not row[0].endswith("partly scored")]
    deviations = [float(row[DEVIATION]) for row in complete if row[DEVIATION] != "—"]
    expected = [len(rows), sum(d > 0 for d in deviations), sum(d < 0 for d in deviations)]
    check([int(tile) for tile in tiles[:3]] == expected, f"{path.name}: {tiles[:3]} are not {expected}")
    check(int(tiles[4]) == len(rows) - len(complete), f"{path.name}: {tiles[4]} partly scored")
    expected = f"{max(deviations):+.2f}" if max(deviations, default=0) > 0 else "—"
    check(tiles[8] == expected, f"{path.name}: {tiles[8]} claimed too much at most, not {expected}")
    risks = [int(row[RISK]) for row in rows]
    check(risks == sorted(risks, reverse=True), f"{path.name}: not by risk")
    for row in rows:
        if row[DEVIATION] != "—":
            apart = round(float(row[CLAIMED]) - float(row[VERIFIED]), 2)
            check(apart == float(row[DEVIATION]), f"{path.name}: {row}")
    check(all(page.find(".//dl") is None for page in pages[1:]), f"{path.name}: figures on a later part")
    return [row[-1] for row in rows]


def check_departments(program, forms):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder, str(forms), "en"], check=True)
        firsts = [path for path in sorted(pathlib.Path(folder, "departments").glob("*.html"))
                  if re.fullmatch(r"\d+\.html", path.name)]
        links = [link for path in firsts for link in check_department(path)]
        check(len(links) == len(set(links)) == forms, f"{len(links)} links to {len(set(links))} of {forms} forms")


for count in (7, 3500, 3501):
    check_departments(sys.argv[1], count)
