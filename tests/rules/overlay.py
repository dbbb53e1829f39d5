#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Overlays and versions of packs, from the outside: an overlay scores as the whole pack with the same change does; its
base is found beside it; a folder of packs is chosen among; a store derives old figures when its packs are gone.
Usage: overlay.py FUHE"""
import contextlib
import hashlib
import json
import pathlib
import shutil
import sqlite3
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "reports"))
from program import Program  # noqa: E402

FORMS = pathlib.Path("tests/forms/yanbian-2024").resolve()
BASE = pathlib.Path("rules/jilin-yanbian/pack.xml").read_text(encoding="utf-8")
PAPERS = 'source="N" clause="第二条" confidence="verified" zh="县规则" en="county rule" why-zh="理由" why-en="reason"'

# What the whole pack says, what it says instead, and the overlay that says the same.
CHANGES = {
    "cost": ('<cost method="proportional"', '<cost method="ceiling"', f'<cost method="ceiling" {PAPERS}/>'),
    "band": ('<band from="80" score="7"/>', '<band from="80" score="8"/>',
             f'<execution {PAPERS}><band from="100" score="10"/><band from="80" score="8"/><band from="60" score="5"/>'
             '<band from="0" score="0"/></execution>'),
    "weights": ('<weights cost="20" output="40"', '<weights cost="15" output="45"',
                f'<weights cost="15" output="45" {PAPERS}/>'),
    "grades": ('<grade id="excellent" from="90"', '<grade id="excellent" from="96.5"',
               f'<grades {PAPERS}><grade id="excellent" from="96.5" zh="优秀" en="excellent"/>'
               '<grade id="good" from="80" zh="良好" en="good"/><grade id="fair" from="60" zh="一般" en="fair"/>'
               '<grade id="poor" from="0" zh="较差" en="poor"/></grades>'),
    "claim": ('<claim accept="rounded" raise="yes"', '<claim accept="exact" raise="no"',
              f'<claim accept="exact" raise="no" {PAPERS}/>'),
    "places": ('<rounding item-places="2"', '<rounding item-places="1"', f'<rounding item-places="1" {PAPERS}/>'),
}


def overlay(rules, name="county", version="1", base="jilin-yanbian", period='from="2024-01-01"', regions="", status="trial"):
    return (f'<pack xmlns="urn:fuhe:rules:1" id="{name}" version="{version}" status="{status}" {period}\n'
            f'      base="{base}" base-version="1">\n<title zh="县规则" en="County"/><issuer zh="县" en="County"/>\n'
            f'{regions}<source id="N" document="县发一号" zh="通知" en="Notice"/>\n{rules}\n</pack>\n')


def whole(old, new, name="county", version="1"):
    assert old in BASE, old
    text = BASE.replace(old, new).replace('id="jilin-yanbian" version="1"', f'id="{name}" version="{version}"')
    return text.replace('status="in-force"', 'status="trial"')


def sha256(*texts):
    return hashlib.sha256("".join(texts).encode()).hexdigest()


class Bureau(Program):
    """The program in a folder of a test, in which packs and forms lie."""

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    def score(self, *arguments, expect=None):
        output, errors = self.run("score", "--format", "json", *arguments, expect=expect)
        return json.loads(output)["forms"] if output else errors

    def refused(self, pack, *arguments):
        return self.run("score", "--rules", pack, *arguments, str(FORMS / "hall-operation.xml"), expect=4)[1]


def figures(forms):
    """All that is reported but the rules' papers."""
    return [{key: value for key, value in form.items() if key != "rules"} for form in forms]


def test_same_as_a_whole_pack(bureau):
    forms = [str(path) for path in sorted(FORMS.glob("*.xml")) if path.name != "department.xml"]
    assert len(forms) == 15
    plain = figures(bureau.score("--rules", "jilin-yanbian", *forms))
    for name, (old, new, rules) in CHANGES.items():
        text, all_text = overlay(rules), whole(old, new)
        changed = bureau.score("--rules", bureau.write(f"overlay-{name}.xml", text), *forms)
        expected = bureau.score("--rules", bureau.write(f"whole-{name}.xml", all_text), *forms)
        assert figures(changed) == figures(expected), name
        assert figures(changed) != plain, name
        assert changed[0]["rules"]["sha256"] == sha256(BASE, text), name
        assert expected[0]["rules"]["sha256"] == sha256(all_text), name
        assert changed[0]["rules"]["base"] == {"id": "jilin-yanbian", "version": "1", "sha256": sha256(BASE)}


def test_base_is_found_beside(bureau):
    base = whole(*CHANGES["cost"][:2], name="own")
    top = overlay(CHANGES["claim"][2], base="own")
    form = str(FORMS / "hall-operation.xml")
    for place in ("own.xml", "own/pack.xml", "own@1.xml", "own@1/pack.xml", "../own.xml", "../own/pack.xml",
                  "../own@1.xml", "../own@1/pack.xml"):
        shutil.rmtree(bureau.folder / "beside", ignore_errors=True)
        pack = bureau.write("beside/county/top.xml", top)
        bureau.write(f"beside/county/{place}", base)
        rules = bureau.score("--rules", pack, form)[0]["rules"]
        assert rules["sha256"] == sha256(base, top) and rules["base"]["id"] == "own", place
    # another version in the first place, the wanted one in the next
    bureau.write("beside/county/own.xml", base.replace('id="own" version="1"', 'id="own" version="2"'))
    assert bureau.score("--rules", pack, form)[0]["rules"]["base"]["version"] == "1"
    shutil.rmtree(bureau.folder / "beside/own@1")
    assert "own is wanted in version 1, at hand is 2" in bureau.refused(pack)
    (bureau.folder / "beside/county/own.xml").unlink()
    errors = bureau.refused(pack)
    assert "county/top.xml:2:" in errors and "own@1" in errors and "own.xml, own/pack.xml" in errors, errors
    bureau.write("beside/county/own.xml", base.replace('<band from="100" score="10"/>', ""))
    assert "base beside/county/own.xml is no sound rule pack" in bureau.refused(pack)


def test_base_beside_is_the_base_at_hand(bureau):
    """Two packs of one name leave in doubt which is meant, be the other built in or the base of another overlay."""
    form = str(FORMS / "hall-operation.xml")
    pack = bureau.write("doubt/a/top.xml", overlay(CHANGES["claim"][2]))
    bureau.write("doubt/a/jilin-yanbian.xml", BASE)
    assert bureau.score("--rules", pack, form)[0]["rules"]["base"]["sha256"] == sha256(BASE)
    bureau.write("doubt/a/jilin-yanbian.xml", BASE.replace('score="7"', 'score="8"'))
    assert "base jilin-yanbian@1 is at hand with other content" in bureau.refused(pack)
    bureau.write("doubt/a/jilin-yanbian.xml", "<draft/>")
    assert bureau.score("--rules", pack, form)
    for year, change in (("2024", "claim"), ("2025", "cost")):
        bureau.write(f"doubt/{year}/county.xml", overlay(CHANGES[change][2]))
        town = overlay(CHANGES["band"][2], name="town", base="county").replace('id="N"', 'id="T"')
        bureau.write(f"doubt/{year}/town.xml", town.replace('source="N"', 'source="T"'))
    bureau.run("rules", "check", "doubt/2024/town.xml")
    bureau.run("rules", "check", "doubt/2025/town.xml")
    bureau.run("rules", "diff", "doubt/2024/town.xml", "doubt/2025/town.xml", expect=4)


def test_circles_and_depth(bureau):
    for name, base in (("a", "b"), ("b", "c"), ("c", "a")):
        bureau.write(f"circle/{name}.xml", overlay("", name=name, base=base))
    assert "a@1 > b@1 > c@1 > a@1" in bureau.refused("circle/a.xml")
    bureau.write("deep/p0.xml", overlay("", name="p0").replace('id="N"', 'id="N0"'))
    for depth in range(1, 9):
        text = overlay("", name=f"p{depth}", base=f"p{depth - 1}").replace('id="N"', f'id="N{depth}"')
        bureau.write(f"deep/p{depth}.xml", text)
    assert bureau.score("--rules", "deep/p7.xml", str(FORMS / "hall-operation.xml"))
    assert "9 overlays stand on each other" in bureau.refused("deep/p8.xml")


def test_drafts(bureau):
    pack = bureau.write("draft.xml", overlay(CHANGES["claim"][2], base="hubei", status="draft"))
    assert "is a draft" in bureau.refused(pack)
    assert bureau.score("--allow-draft", "--rules", pack, str(FORMS / "hall-operation.xml"))
    pack = bureau.write("draft.xml", overlay(CHANGES["claim"][2], base="hubei"))
    assert "the base hubei is a draft" in bureau.refused(pack, "--allow-draft")


def test_folder(bureau):
    regions = "<regions><word>延边</word></regions>"
    form = str(FORMS / "hall-operation.xml")
    plain = bureau.score(form)[0]["rules"]
    assert (plain["id"], plain["chosen_by"]) == ("jilin-yanbian", "region")
    # as good as the one built in, although it begins earlier; its base stands behind it and under another name
    bureau.write("packs/a.xml", overlay(CHANGES["claim"][2], base="own", period='from="2020-01-01"', regions=regions))
    bureau.write("packs/b.xml", whole(*CHANGES["cost"][:2], name="own").replace("<word>延边</word><word>吉林</word>",
                                                                                "<word>无此地</word>"))
    bureau.write("packs/other/pack.xml", whole(*CHANGES["cost"][:2], name="other").replace(
        "<word>延边</word><word>吉林</word>", "<word>无此地</word>"))
    bureau.write("packs/cases.xml", "<cases/>")
    chosen = bureau.score("--rules", "packs", form)[0]["rules"]
    assert (chosen["id"], chosen["chosen_by"]) == ("county", "region"), chosen
    assert bureau.score("--rules", "packs/", form)[0]["rules"] == chosen
    # a longer word goes before; a pack of another year stands back
    bureau.write("packs/a.xml", overlay("", base="own", period='from="2025-01-01"', regions=regions))
    assert bureau.score("--rules", "packs", form)[0]["rules"]["id"] == "jilin-yanbian"
    assert bureau.score("--rules", "packs/other", form)[0]["rules"]["chosen_by"] == "asked"
    (bureau.folder / "empty").mkdir()
    assert "holds no rule pack" in bureau.refused("empty")
    bureau.write("packs/twin.xml", BASE.replace("优秀", "优"))
    assert "another rule pack jilin-yanbian@1 is at hand" in bureau.refused("packs")
    assert "another rule pack jilin-yanbian@1 is at hand" in bureau.refused("packs/twin.xml")


def reviews(bureau, store):
    shutil.rmtree(bureau.folder / "report", ignore_errors=True)
    bureau.run("report", store, "-o", "report", expect=None)
    return [json.loads(line) for line in (bureau.folder / "report/reviews.jsonl").read_text("utf-8").splitlines()]


def rules_of(bureau, store):
    return [line["rules"] for line in reviews(bureau, store) if "rules" in line]


def test_store_keeps_the_packs(bureau):
    form = str(FORMS / "hall-operation.xml")
    base = bureau.write("kept/own.xml", whole(*CHANGES["cost"][:2], name="own"))
    first, second = overlay(CHANGES["claim"][2], base="own"), overlay(CHANGES["places"][2], base="own")
    bureau.write("kept/top.xml", first)
    bureau.run("batch", "--rules", "kept/top.xml", "-o", "store", form, expect=None)
    old = reviews(bureau, "store")
    bureau.write("kept/top.xml", second)
    (bureau.folder / "kept/own.xml").unlink()
    assert reviews(bureau, "store") == old
    rules = rules_of(bureau, "store")[0]
    assert rules["sha256"] == sha256(whole(*CHANGES["cost"][:2], name="own"), first)
    assert rules["base"]["id"] == "own"
    shutil.rmtree(bureau.folder / "kept")
    assert reviews(bureau, "store") == old
    shutil.move(bureau.folder / "report", bureau.folder / "store/report")
    bureau.run("verify", "store")
    # whoever changes the base in the store changes the overlay
    shutil.copy(bureau.folder / "store/review.sqlite", bureau.folder / "untouched.sqlite")
    with contextlib.closing(sqlite3.connect(bureau.folder / "store/review.sqlite")) as database, database:
        database.execute("UPDATE pack SET xml = CAST(CAST(xml AS TEXT) || ' ' AS BLOB) WHERE name = 'own'")
    lines = bureau.run("verify", "--format", "jsonl", "store", expect=1)[0].splitlines()
    assert [json.loads(line)["file"] for line in lines if '"rules"' in line] == ["own", "county"], lines
    shutil.copy(bureau.folder / "untouched.sqlite", bureau.folder / "store/review.sqlite")
    # a new run by other bytes is told apart
    bureau.write(base, whole(*CHANGES["cost"][:2], name="own"))
    bureau.write("kept/top.xml", second)
    shutil.rmtree(bureau.folder / "store/report")
    bureau.run("batch", "--rules", "kept/top.xml", "-o", "store", form, expect=None)
    assert rules_of(bureau, "store")[0]["sha256"] == sha256(whole(*CHANGES["cost"][:2], name="own"), second)


def test_folder_in_the_store(bureau):
    """What is chosen among is kept, and which packs go before others."""
    regions = "<regions><word>延边</word></regions>"
    bureau.write("given/a.xml", overlay(CHANGES["claim"][2], period='from="2020-01-01"', regions=regions))
    bureau.run("batch", "--rules", "given", "-o", "given-store", str(FORMS / "hall-operation.xml"), expect=None)
    shutil.rmtree(bureau.folder / "given")
    assert rules_of(bureau, "given-store")[0]["id"] == "county"
    shutil.move(bureau.folder / "report", bureau.folder / "given-store/report")
    bureau.run("verify", "given-store")


def test_amendment(bureau):
    """A form of each year by the version of its year, in one batch."""
    regions = "<regions><word>延边</word></regions>"
    packs = {"1": overlay(CHANGES["claim"][2], regions=regions, period='from="2024-01-01" to="2024-12-31"'),
             "2": overlay(CHANGES["places"][2], version="2", regions=regions, period='from="2025-01-01"')}
    for version, text in packs.items():
        bureau.write(f"years/county@{version}/pack.xml", text)
    form = (FORMS / "hall-operation.xml").read_text(encoding="utf-8")
    bureau.write("forms/2024.xml", form)
    bureau.write("forms/2025.xml", form.replace('year="2024"', 'year="2025"'))
    bureau.run("batch", "--rules", "years", "-o", "years-store", "forms", expect=None)
    found = [(rules["version"], rules["sha256"], rules["chosen_by"]) for rules in rules_of(bureau, "years-store")]
    assert found == [(version, sha256(BASE, text), "region") for version, text in packs.items()], found
    shutil.move(bureau.folder / "report", bureau.folder / "years-store/report")
    bureau.run("verify", "years-store")


def main():
    with tempfile.TemporaryDirectory() as folder:
        bureau = Bureau(sys.argv[1], folder)
        for name, test in sorted(globals().items()):
            if name.startswith("test_"):
                test(bureau)


main()
