#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Empty forms: the same bytes each time, sound packages, what may be entered where; an empty one reads as a form without
any doubt and is not scored; filled in with the 15 published forms they read back equal and score the same.
Usage: templates.py FUHE_PROGRAM"""
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

from lxml import etree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "intake"))
import fill_form  # noqa: E402
from forms import drop, read_forms, score  # noqa: E402

PROGRAM = ""
FORMS = pathlib.Path("tests/forms/yanbian-2024/department.xml")
GROUPS = {"cost": ["成本指标"], "output": ["产出指标"], "effect": ["效益指标", "效果指标"], "satisfaction": ["满意度指标"]}
KINDS = {"xlsx": fill_form.fill_xlsx, "docx": fill_form.fill_docx}


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def template(kind, *arguments):
    done = run("template", "--format", kind, *arguments)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    return done.stdout


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def rows_of(form):
    """--rows for as many indicators as a form has in each group."""
    counts = {name: sum(row["level1"] in words for row in form["indicators"]) for name, words in GROUPS.items()}
    return ",".join(f"{name}={count}" for name, count in counts.items())


def plain(form):
    """A form without what a template adds: points in labels, 其中, blank and dashed cells, rows without money."""
    form = drop(form, ("grade", "disclosed"))
    funds = [{name: text for name, text in row.items() if text not in ("", "—")} for row in form["funds"]]
    for fund in funds:
        fund["label"] = fund["label"].replace("其中：", "")
    form["funds"] = sorted((fund for fund in funds if fund.keys() - {"label", "weight"}), key=lambda fund: fund["label"])
    for row in form["indicators"]:
        row["level1"] = re.sub(r"\s*（.*", "", row["level1"]).replace("效果", "效益")
    return {name: value or None for name, value in form.items()}


def figures(result):
    """What a scored form comes to: every figure, verdict and finding, but for the narrative, which a template has not."""
    kept = {name: result.get(name) for name in ("totals", "grading", "categories", "rows")}
    codes = [finding["code"] for finding in result["findings"]]
    return {**drop(kept, ("number", "level1")), "findings": sorted(code for code in codes if "disclosed" not in code),
            "explanations": [cause for cause in result.get("explanations", []) if cause["of"] != "disclosed"]}


def in_order(form):
    """With its indicators group by group, as a template has them."""
    words = sum(GROUPS.values(), [])
    return {**form, "indicators": sorted(form["indicators"], key=lambda row: words.index(row["level1"]))}


class Templates(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def read(self, kind, content):
        """The document imported: the exit code, what was said, the XML."""
        path = self.folder / f"form.{kind}"
        path.write_bytes(content)
        done = run("import", "--lang", "en", path, "-o", self.folder)
        return done.returncode, done.stdout.decode(), self.folder / "form.xml"

    def test_same_bytes(self):
        for kind in KINDS:
            first = template(kind, "--year", "2025", "--sheets", "2", "--review")
            self.assertEqual(first, template(kind, "--year", "2025", "--sheets", "2", "--review", "--lang", "zh"), kind)
            self.assertNotIn(b"20260", b"".join(parts(first).values()), kind)

    def test_packages(self):
        for kind in KINDS:
            made = parts(template(kind, "--sheets", "2"))
            types = etree.fromstring(made["[Content_Types].xml"])
            named = {part.get("PartName") for part in types if part.get("PartName")}
            self.assertLessEqual(named, {"/" + name for name in made}, kind)
            for content in made.values():
                etree.fromstring(content)

    def test_blank_is_unscored(self):
        for kind in KINDS:
            for options in ([], ["--review"], ["--rules", "jilin-yanbian"], ["--year", "2025", "--sheets", "3"]):
                code, said, xml = self.read(kind, template(kind, *options))
                self.assertEqual(code, 0, (kind, options, said))
                self.assertNotIn("?", said)
                forms, _ = read_forms(xml)
                self.assertEqual(len(forms), 3 if "--sheets" in options else 1, (kind, options))
                for form in forms:
                    self.assertEqual(form["year"], "2025" if "--year" in options else None)
                    self.assertEqual((form["indicators"], form["claimed"], form["project"]), ([], "", ""), (kind, said))
                self.assertEqual(run("score", xml).returncode, 3, (kind, options))
                self.assertEqual(run("score", xml.with_suffix("." + kind)).returncode, 3, (kind, options))

    def test_filled_in(self):
        """As filed: every field of the published forms is there again, and every verdict is the same."""
        for form in map(in_order, read_forms(FORMS)[0]):
            for kind, fill in KINDS.items():
                empty = template(kind, "--rules", "jilin-yanbian", "--year", "2024", "--rows", rows_of(form))
                code, said, xml = self.read(kind, fill(empty, list(fill_form.cells_of(form))))
                self.assertEqual(code, 0, said)
                self.assertEqual(plain(read_forms(xml)[0][0]), plain(form), form["project"])

    def test_scores_the_same(self):
        forms, _ = read_forms(FORMS)
        wanted, _ = score(PROGRAM, FORMS)
        for form, result in zip(forms, wanted):
            empty = template("xlsx", "--rules", "jilin-yanbian", "--year", "2024", "--rows", rows_of(form))
            _, _, xml = self.read("xlsx", fill_form.fill_xlsx(empty, list(fill_form.cells_of(form))))
            self.assertEqual(figures(score(PROGRAM, xml)[0][0]), figures(result), form["project"])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
