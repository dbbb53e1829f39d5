#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Three runs over two years, with forms that are corrected, added and taken away; then two batches against each other.
Usage: test_history.py FUHE_PROGRAM"""
import json
import pathlib
import re
import sqlite3
import sys
import tempfile

import jsonschema

from program import Program, tree

SCHEMA = json.loads(pathlib.Path("report/history.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SMALL = pathlib.Path("tests/cli/forms/small.xml").read_text(encoding="utf-8")


def form(folder, name, year="2024", claimed="94", area="40", reason="尾款待支付", project="公园养护", unit="延边州某局"):
    """The small form: it claims 94 with 40 points for an area that earns 38.67, so that 92.67 would be right."""
    text = SMALL.replace('id="small" year="2024"', f'id="{name}-{year}" year="{year}"').replace("公园养护", project)
    text = text.replace('claimed="94"', f'claimed="{claimed}"').replace("延边州某局", unit)
    text = text.replace('name="养护面积" weight="40" score="40"', f'name="养护面积" weight="40" score="{area}"')
    text = text.replace("<reason>尾款待支付</reason>", f"<reason>{reason}</reason>")
    (folder / "in").mkdir(exist_ok=True)
    (folder / f"in/{name}-{year}.xml").write_text(text, encoding="utf-8")


def three_runs(program, folder):
    form(folder, "park", year="2023")
    form(folder, "park")
    form(folder, "lamp", project="路灯")
    program.run("batch", "-q", "in", "-o", "out", expect=1)
    form(folder, "park", claimed="92.67", area="38.67")
    form(folder, "bridge", project="桥梁")
    program.run("batch", "-q", "in", "-o", "out", expect=1)
    (folder / "in/lamp-2024.xml").unlink()
    form(folder, "park", claimed="92.67", area="38.67", reason="")
    program.run("batch", "-q", "in", "-o", "out", "--rules", "jilin-yanbian", expect=1)


def valid(text):
    """A document, once its schema has been found to notice damage to it."""
    document = json.loads(text)
    VALIDATOR.validate(document)
    for item in document.get("reviews", document.get("forms")):
        assert not VALIDATOR.is_valid({**document, "surprise": 1})
        item["surprise"] = 1
        assert not VALIDATOR.is_valid(document), "damage is not noticed"
        del item["surprise"]
    return document


def reviews(program, *arguments):
    return valid(program.run("history", "out", "--format", "json", *arguments)[0])["reviews"]


def words(review, name):
    return [item.get("of", item.get("code")) for item in review.get(name, [])]


def check_history(program):
    park = reviews(program, "park-2024")
    assert park == reviews(program, "公园养护"), "by id and by name of the project differ"
    of_2024 = [review for review in park if review["year"] == "2024"]
    assert [review["year"] for review in park] == ["2023"] + ["2024"] * len(of_2024) or park[0]["year"] == "2023"
    assert [review["claimed"] for review in of_2024] == ["94", "92.67", "92.67"]
    assert [review["verified"] for review in of_2024] == ["92.67"] * 3
    assert [review["deviation_points"] for review in of_2024] == ["1.33", "0.00", "0.00"]
    assert [review["in_force"] for review in of_2024] == [False, False, True]
    assert "claim" in words(of_2024[1], "changes") and "total-verified" in words(of_2024[1], "gone")
    assert words(of_2024[1], "new") == ["reason-missing"]
    assert words(of_2024[2], "changes") == ["result"] and [review["warnings"] for review in of_2024[1:]] == [1, 2]
    assert all("started" not in review for review in park)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", review["started"])
               for review in reviews(program, "park-2024", "--dates"))
    lamp = reviews(program, "lamp-2024")
    assert not lamp[-1]["in_force"], "a form that is no longer there is still in force"
    said = program.run("history", "out", "nowhere", expect=3)[1]
    assert "nowhere" in said, said


def check_text(program):
    english = program.run("history", "out", "park-2024")[0]
    for line in ("公园养护", "2023  in/park-2023.xml #1", "2024  in/park-2024.xml #1", "changed: what it claims",
                 "changed: other cells of the form", "new findings: ", "(reason-missing)"):
        assert line in english, (line, english)
    assert "变化：" in program.run("history", "out", "park-2024", language="zh")[0]
    dated = program.run("history", "out", "park-2024", "--dates")[0]
    assert re.search(r"\d{4}-\d\d-\d\d", dated) and not re.search(r"\d{4}-\d\d-\d\d", english)


def batch(program, folder, out, make, *rules):
    """The results of a batch over what make puts into the folder."""
    for path in (folder / "in").iterdir():
        path.unlink()
    make()
    program.run("batch", "-q", "in", "-o", out, *rules, expect=None)


def before(folder):
    form(folder, "park")
    form(folder, "lamp", project="路灯")
    form(folder, "toilet", project="公厕")


def after(folder):
    form(folder, "park", claimed="92.67", area="38.67")
    form(folder, "toilet", project="公厕")
    form(folder, "bridge", project="桥梁")


def difference(program, *arguments, expect=1):
    output, said = program.run("diff", *arguments, "--format", "json", expect=expect)
    return valid(output), said


def check_difference(program, folder):
    batch(program, folder, "one", lambda: before(folder))
    batch(program, folder, "two", lambda: after(folder))
    batch(program, folder, "again", lambda: before(folder))
    assert program.run("diff", "one", "again")[0] == "changed 0, new 0, gone 0, the same 3\n"
    found, _ = difference(program, "one", "two")
    assert found["by"] == "form" and found["summary"] == {"changed": 1, "added": 1, "removed": 1, "same": 1}
    by_word = {item["what"]: item for item in found["forms"]}
    assert by_word["added"]["after"]["project"] == "桥梁" and "before" not in by_word["added"]
    assert by_word["removed"]["before"]["project"] == "路灯" and "after" not in by_word["removed"]
    park = by_word["changed"]
    assert (park["before"]["claimed"], park["after"]["claimed"]) == ("94", "92.67")
    assert words(park, "changes") == ["claim", "result"] and "total-verified" in words(park, "gone")
    text = program.run("diff", "one", "two", expect=1)[0]
    for line in ("~ 公园养护", "claimed 94 → 92.67; verified 92.67; deviation 1.33 → 0.00", "- 路灯", "+ 桥梁",
                 "changed 1, new 1, gone 1, the same 1\n"):
        assert line in text, (line, text)
    backwards, _ = difference(program, "two", "one")
    assert backwards["summary"] == {"changed": 1, "added": 1, "removed": 1, "same": 1}


def check_years(program, folder):
    def last_year():
        form(folder, "park", year="2023")
        form(folder, "lamp", year="2023", project="路灯")

    batch(program, folder, "other-rules", last_year)
    said = program.run("diff", "other-rules", "two", expect=2)[1]
    assert "no year is in both" in said and "not comparable" in said, said
    batch(program, folder, "last-year", last_year, "--rules", "jilin-yanbian")
    found, said = difference(program, "last-year", "two")
    assert found["by"] == "project" and "no year is in both" in said
    changed = [item for item in found["forms"] if item["what"] == "changed"]
    assert [(item["before"]["year"], item["after"]["year"]) for item in changed] == [("2023", "2024")]
    assert "2023 → 2024" in program.run("diff", "last-year", "two", expect=1)[0]
    same, _ = difference(program, "one", "again", "--by-project", expect=0)
    assert same["by"] == "project" and same["summary"]["same"] == 3


def check_not_comparable(program, folder):
    batch(program, folder, "other", lambda: before(folder), "--rules", "mof-2020")
    printed, said = program.run("diff", "one", "other", expect=2)
    assert printed == "" and "mof-2020" in said and "jilin-yanbian" in said, said
    store = sqlite3.connect(folder / "other/review.sqlite")
    store.execute("UPDATE basis SET engine = '0.0.1'")
    store.execute("UPDATE run SET engine = '0.0.1'")
    store.commit()
    store.close()
    said = program.run("diff", "one", "other", expect=2)[1]
    assert "0.0.1" in said, said
    program.run("diff", "one", "nowhere", expect=3)
    program.run("diff", "one", expect=2)


def main(path):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = Program(path, folder)
        three_runs(program, folder)
        seen = tree(folder / "out")
        check_history(program)
        check_text(program)
        check_difference(program, folder)
        check_years(program, folder)
        check_not_comparable(program, folder)
        assert seen["review.sqlite"] == tree(folder / "out")["review.sqlite"], "looking at a store changed it"


main(sys.argv[1])
