#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What fuhe infer finds, on forms whose rules are known. Usage: infer_cases.py FUHE_PROGRAM

The published forms; forms claimed as each built-in rule pack scores them, which must lead back to it; the same with wrong
claims planted, which must be named and nothing else; with execution scores taken out; and forms of which little or
nothing can be inferred. The expected rules are read from the rule packs themselves.
"""
import copy
import glob
import json
import os
import random
import re
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction

import jsonschema

import forms as made
from forms import infer, run, tag

PUBLISHED = "tests/forms/yanbian-2024/department.xml"
PACKS = ["guangxi", "hubei", "jiangxi", "jilin-yanbian", "mof-2020", "mof-2021-cost", "national-linear", "sichuan-pidu",
         "zhejiang"]


def election(result, rows_of):
    return next(one for one in result["methods"] if one["rows_of"] == rows_of)


def bands(result):
    return [(band["score"], band.get("above", {}).get("rate"), band.get("up_to", {}).get("rate"))
            for band in result["execution"]["bands"]]


def misfits(result):
    """Every row and execution score that is named as a counter-example."""
    rows = {(fault["number"], fault["row"]) for one in result["methods"] for fault in one["misfits"]}
    return rows | {(fault["number"], "execution") for fault in result["execution"]["misfits"]}


def check_published(program, folder):
    result = infer(program, PUBLISHED)
    assert bands(result) == [("10", "99.36", "100.00"), ("7", "68.40", "81.97"), ("5", "39.53", "68.40"),
                             ("0", None, None)]
    for band in result["execution"]["bands"][:-1]:
        assert Fraction(band["above"]["rate_exact"]) < Fraction(band["from"]) <= Fraction(band["up_to"]["rate_exact"])
    execution = result["execution"]
    assert (execution["method"], execution["fits"], execution["printed"], execution["told_from_totals"]) == \
        ("bands", 15, 6, 9)
    assert election(result, "cost")["method"] == "proportional" and election(result, "cost")["proposed"]
    assert election(result, "output")["method"] == "more" and election(result, "output")["proposed"]
    assert [(fault["id"], fault["name"]) for one in result["methods"] for fault in one["misfits"]] == \
        [("hotline-operation", "办公经费3")]
    assert [fault["claimed"] for fault in result["rounding"]["misfits"]] == ["19.8", "5.8"]
    assert result["rounding"]["mode"] == "half-up" and not result["grades"]["proposed"]
    text = " ".join(run(program, "infer", "--lang", "en", PUBLISHED).split())
    supports = {band["score"]: band["support"] for band in result["execution"]["bands"]}
    for score, support in supports.items():
        assert (f"One score alone speaks for {score} points" in text) == (support == 1), (score, support)
    assert 1 in supports.values()
    each = infer(program, *sorted(path for path in glob.glob("tests/forms/yanbian-2024/*.xml") if path != PUBLISHED))
    assert sorted(bands(each)) == sorted(bands(result)), "files one by one say something else"
    without = strip_scores(PUBLISHED, os.path.join(folder, "without.xml"))
    # The form whose total is wrong tells a wrong score once its own is gone, and nothing else changes.
    blind = infer(program, without)
    assert bands(blind) == bands(result)
    assert {fault["id"] for fault in blind["execution"]["misfits"]} == {"hotline-move", "hotline-operation"}
    assert all(fault["told_from_total"] for fault in blind["execution"]["misfits"])


def strip_scores(path, target):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(target, "w", encoding="utf-8") as file:
        file.write(re.sub(r"(<fund [^>]*?) score=\"[^\"]*\"", r"\1", text))
    return target


# --- built-in rule packs ----------------------------------------------------------------------------------------------


def rules_of(pack):
    with open(f"rules/{pack}/pack.xml", encoding="utf-8") as file:
        text = file.read()
    execution = re.search(r"<execution weight=\"(\d+)\" method=\"(\w+)\" basis=\"(\w+)\"", text).groups()
    steps = re.findall(r"<band from=\"([\d.]+)\" score=\"([\d.]+)\"", text)
    methods = {name: re.search(rf"<{name} method=\"([\w-]+)\"", text).group(1)
               for name in ("cost", "number-less", "number-equal")}
    return execution, steps, methods


def check_bands(result, steps):
    found = result["execution"]["bands"]
    assert [band["score"] for band in found] == [score for _, score in steps]
    for band, (cut, _) in zip(found[:-1], steps):
        assert Fraction(band["above"]["rate_exact"]) < Fraction(cut) <= Fraction(band["up_to"]["rate_exact"]), band


def check_line(result, weight, basis):
    line = result["execution"]["line"]
    assert result["execution"]["method"] == "linear" and line["weight"] == weight
    assert line["basis"] == basis or line["other_basis_fits"] == line["fits"]


def check_rules(result, pack):
    (weight, method, basis), steps, methods = rules_of(pack)
    if method == "bands":
        check_bands(result, steps)
    else:
        check_line(result, weight, basis)
    assert result["execution"]["weight"] == weight
    assert election(result, "cost")["method"] == methods["cost"] and election(result, "cost")["proposed"]
    assert election(result, "at-most")["method"] == methods["number-less"] and election(result, "at-most")["proposed"]
    assert election(result, "equal")["method"] == methods["number-equal"] and election(result, "equal")["proposed"]
    assert (result["rounding"]["mode"], result["rounding"]["places"]) == ("half-up", 2)


def plant(forms, rnd, count):
    """Spoils claims of rows that cannot be right any more; returns their places."""
    places = rnd.sample([(number, row) for number in range(1, len(forms) + 1) for row in range(1, 7)], count)
    for number, row in places:
        cell = list(forms[number - 1].iter(tag("indicator")))[row - 1]
        cell.set("score", str((Decimal(cell.get("score")) + Decimal("1.37")) % 10))
    return set(places)


def same_proposal(a, b):
    assert [(one["rows_of"], one["method"], one["proposed"]) for one in a["methods"]] == \
        [(one["rows_of"], one["method"], one["proposed"]) for one in b["methods"]]
    for name in ("method", "weight", "state"):
        assert a["execution"][name] == b["execution"][name]
    assert [(band["from"], band["score"]) for band in a["execution"].get("bands", [])] == \
        [(band["from"], band["score"]) for band in b["execution"].get("bands", [])]


def check_pack(program, folder, pack):
    path = os.path.join(folder, f"{pack}.xml")
    weight = rules_of(pack)[0][0]
    forms = made.make_forms(pack, 60, cost_points=10 if weight == "10" else 5)
    made.claim_by(program, forms, pack, path)
    result = infer(program, path)
    check_rules(result, pack)
    assert misfits(result) == set(), f"{pack}: {misfits(result)}"

    spoiled = copy.deepcopy(forms)
    planted = plant(spoiled, random.Random(pack), 7)
    made.save(spoiled, path)
    faulty = infer(program, path)
    same_proposal(result, faulty)
    assert misfits(faulty) == planted, f"{pack}: {misfits(faulty) ^ planted}"

    # Totals tell what the scores told.
    made.save(forms, path)
    told = infer(program, strip_scores(path, path))
    assert told["execution"]["told_from_totals"] == 60
    same_proposal(result, told)
    check_draft(program, folder, path, pack)


def check_draft(program, folder, path, pack):
    """The draft is a rule pack that holds together, and finds nothing wrong with the claims that it comes from."""
    draft = os.path.join(folder, f"draft-{pack}.xml")
    infer(program, "-o", draft, "--id", f"like-{pack}", path)
    if not os.path.exists(draft):
        assert rules_of(pack)[1:] == rules_of("mof-2021-cost")[1:], f"{pack}: no draft"
        return
    run(program, "rules", "check", draft)
    scored = json.loads(run(program, "score", "--format", "json", "--rules", draft, "--allow-draft", "--fail-on", "never",
                            path))
    for form in scored["forms"]:
        assert form["rules"]["id"] == f"like-{pack}"
        assert all(row["verdict"] in ("exact", "rounded") for row in form["rows"]), form["id"]
        assert Decimal(form["totals"]["verified"]) == Decimal(form["totals"]["claimed"]), form["id"]


# --- grades, words, cuts ----------------------------------------------------------------------------------------------


def check_grades(program, folder):
    """Grades printed by cuts at 85 and 70 are found again, and a wrong one is named."""
    path = os.path.join(folder, "grades.xml")
    forms = made.make_forms("grades", 40)
    made.claim_by(program, forms, "mof-2021-cost", path)
    for number, form in enumerate(forms):
        total = form.find(tag("total"))
        points = Decimal(total.get("claimed"))
        total.set("grade", "甲" if points >= 85 else "乙" if points >= 70 else "丙")
        if number == 8:
            total.set("grade", "丙")
    assert Decimal(forms[8].find(tag("total")).get("claimed")) >= 70, "the planted one must be wrong"
    made.save(forms, path)
    draft = os.path.join(folder, "draft-grades.xml")
    grades = infer(program, "-o", draft, path)["grades"]
    assert [cut["name"] for cut in grades["cuts"]] == ["甲", "乙", "丙"]
    for cut, truth in zip(grades["cuts"], (85, 70)):
        assert Decimal(cut["above"]["total"]) < truth <= Decimal(cut["up_to"]["total"])
    assert [fault["number"] for fault in grades["misfits"]] == [9]
    run(program, "rules", "check", draft)


def check_two_ranges(program, folder):
    """One of two claims is wrong, and nothing says which: the cut can lie in either of two ranges, and both are said."""
    def make(rates):
        forms = made.ET.Element(tag("forms"))
        for number, (rate, points) in enumerate(rates):
            form = made.make_form(random.Random(number), number, rate, 10)
            form.find(f"./{tag('funds')}/{tag('fund')}").set("budget", "100")
            form.find(f"./{tag('funds')}/{tag('fund')}").set("executed", str(rate))
            form.find(f"./{tag('funds')}/{tag('fund')}").set("score", str(points))
            form.find(tag("total")).set("claimed", str(rate))
            form.find(tag("total")).set("grade", f"甲{points}")
            forms.append(form)
        return forms

    path, draft = os.path.join(folder, "ranges.xml"), os.path.join(folder, "draft-ranges.xml")
    made.save(make([(90, 7), (85, 7), (80, 5), (78, 7), (70, 5), (60, 5)]), path)
    result = infer(program, "-o", draft, path)
    for cut in (result["execution"]["bands"][1], result["grades"]["cuts"][0]):
        at = "rate" if "score" in cut else "total"
        assert (cut["above"][at], cut["up_to"][at]) == ("70.00", "78.00")
        assert [(one["above"][at], one["up_to"][at]) for one in cut["other_ranges"]] == [("80.00", "85.00")]
    for lang, words in (("en", "this cut above 80 "), ("zh", "该界限在80")):
        assert re.sub(r"\s+", " ", run(program, "infer", "--lang", lang, path)).count(words) == 2
    with open(draft, encoding="utf-8") as file:
        assert file.read().count("and up to 85") == 2


def check_left_out(program, folder):
    """A form that comes twice is one piece of evidence, and one that was read with doubt is none."""
    once, twice = (infer(program, *[PUBLISHED] * times) for times in (1, 2))
    assert (twice["forms"], twice.pop("left_out_repeated"), once.pop("left_out_repeated")) == (15, 15, 0)
    assert once == twice

    path = os.path.join(folder, "left-out-little.xml")
    forms = made.make_forms("left-out", 60)
    made.claim_by(program, forms, "jilin-yanbian", path)
    doubts = made.ET.SubElement(forms[2], tag("doubts"))
    made.ET.SubElement(doubts, tag("doubt"), value="score", why="not-a-number", at="table 1, row 7, column 7", text="五")
    list(forms[2].iter(tag("indicator")))[0].set("score", "0.01")
    list(forms[5].iter(tag("indicator")))[0].set("score", "0.01")
    made.save(forms, path)
    result = infer(program, path)
    assert (result["forms"], result["left_out_doubtful"]) == (59, 1)
    assert misfits(result) == {(6, 1)}, "forms are numbered as they came"
    for form in list(forms)[3:] + list(forms)[:2]:
        forms.remove(form)
    made.save(forms, path)
    assert infer(program, path, expect=5)["left_out_doubtful"] == 1


def check_slips(program, folder):
    """Two slips among costs that are scored in proportion say nothing of how targets with ≤ are scored."""
    path = os.path.join(folder, "slips.xml")
    forms = made.make_forms("slips", 60)
    for form in forms:
        rows = form.find(tag("indicators"))
        rows.remove(next(row for row in rows if row.get("name") == "at most"))
    made.claim_by(program, forms, "jilin-yanbian", path)
    slips = set()
    for number, form in enumerate(forms, 1):
        for index, row in enumerate(form.iter(tag("indicator")), 1):
            target, actual = (Decimal(row.find(tag(name)).text.rstrip("万元人项%").lstrip("＝≥")) for name in
                              ("target", "actual"))
            if row.get("level1") == "成本指标" and actual > target and len(slips) < 2:
                row.set("score", str((10 * target / actual).quantize(Decimal("0.01"))))
                slips.add((number, index))
    made.save(forms, path)
    result = infer(program, path)
    assert election(result, "cost")["method"] == "proportional" and misfits(result) == slips
    assert not any(one["rows_of"] == "at-most" for one in result["methods"]), "a slip is taken for a method"


def check_even(program, folder):
    """Where half-up and half to even explain as much, the claims do not speak against the base."""
    base, draft = os.path.join(folder, "base-of-draft.xml"), os.path.join(folder, "draft-even.xml")
    with open("rules/jilin-yanbian/pack.xml", encoding="utf-8") as file:
        text = file.read().replace('id="jilin-yanbian"', 'id="even"', 1)
    with open(base, "w", encoding="utf-8") as file:
        file.write(re.sub(r'(item-mode=")half-up', r"\1half-even", text))
    path = os.path.join(folder, "even.xml")
    forms = made.make_forms("even", 20)
    made.claim_by(program, forms, base, path)
    assert infer(program, "--base", base, "-o", draft, path)["rounding"]["mode"] == "half-even"
    with open(draft, encoding="utf-8") as file:
        assert "<rounding" not in file.read()
    assert "cannot be told from half to even" in " ".join(run(program, "infer", "--lang", "en", path).split())


def check_one_rounded(program, folder):
    """One score that was rounded to whole points says nothing of decimals, in the draft neither."""
    path, draft = os.path.join(folder, "rounded.xml"), os.path.join(folder, "draft-rounded.xml")
    forms = made.make_forms("places", 12)
    made.claim_by(program, forms, "jilin-yanbian", path)
    rounded = next(row for row in forms.iter(tag("indicator")) if "1" <= row.get("score")[-2] <= "4")
    for row in forms.iter(tag("indicator")):
        if row is rounded:
            row.set("score", row.get("score").split(".")[0])
        elif not row.get("score").endswith("00"):
            del row.attrib["score"]
    made.save(forms, path)
    found = infer(program, "-o", draft, path)["rounding"]
    assert (found["rounded"], found["proposed"], found["places"]) == (1, False, 2)
    with open(draft, encoding="utf-8") as file:
        assert "<rounding" not in file.read()


def check_unseen_depths(program, folder):
    """What holds below the lowest rate and the lowest total that were seen is an assumption, and said to be one."""
    result = infer(program, PUBLISHED)
    assert result["execution"]["bands"][-1]["lowest"]["rate"] == "0.00"
    assert "is assumed" not in run(program, "infer", "--lang", "en", PUBLISHED)
    path, draft = os.path.join(folder, "depths.xml"), os.path.join(folder, "draft-depths.xml")
    forms = made.make_forms("depths", 12)
    made.claim_by(program, forms, "jilin-yanbian", path)
    for number, form in enumerate(forms):
        fund, total = form.find(f"./{tag('funds')}/{tag('fund')}"), form.find(tag("total"))
        fund.set("budget", "100")
        fund.set("executed", "100" if number % 2 else "83")
        fund.set("score", "10" if number % 2 else "7")
        total.set("claimed", "95" if number % 2 else "81")
        total.set("grade", "优" if number % 2 else "良")
    made.save(forms, path)
    result = infer(program, "-o", draft, path)
    assert result["execution"]["bands"][-1]["lowest"]["rate"] == "83.00"
    assert result["grades"]["cuts"][-1]["lowest"]["total"] == "81.00"
    text = " ".join(run(program, "infer", "--lang", "en", path).split())
    assert "Below 83 % nothing that fits was seen" in text and "Below 81 points nothing that fits was seen" in text
    with open(draft, encoding="utf-8") as file:
        drafted = file.read()
    assert "Below 83% nothing that fits was seen" in drafted and "Below 81 nothing that fits was seen" in drafted


def check_words(program, folder):
    path = os.path.join(folder, "words.xml")
    forms = made.make_forms("words", 4)
    made.claim_by(program, forms, "mof-2021-cost", path)
    for number, form in enumerate(forms):
        rows = form.find(tag("indicators"))
        made.indicator(rows, "效益指标", "words", "长期保持", "一直保持良好。", 5)
        made.indicator(rows, "效益指标", "graded", "长期保持", "有所松懈", 5)
        list(rows)[-2].set("score", "5")
        list(rows)[-1].set("score", str(2 + number % 2))
    made.save(forms, path)
    draft = os.path.join(folder, "draft-words.xml")
    words = {use["word"]: use for use in infer(program, "-o", draft, path)["words"]}
    assert words["一直保持良好"]["proposed"] and not words["有所松懈"]["proposed"]
    assert (words["有所松懈"]["least_percent"], words["有所松懈"]["most_percent"]) == ("40.00", "60.00")
    run(program, "rules", "check", draft)
    with open(draft, encoding="utf-8") as file:
        text = file.read()
    assert "<word>一直保持良好</word>" in text and "有所松懈" not in text


def check_cutting(program, folder):
    """Scores cut to one decimal: rounding and claims follow."""
    path = os.path.join(folder, "cut.xml")
    forms = made.make_forms("cut", 30)
    made.claim_by(program, forms, "jilin-yanbian", path)
    for row in forms.iter(tag("indicator")):
        row.set("score", row.get("score")[:-1])
    made.save(forms, path)
    draft = os.path.join(folder, "draft-cut.xml")
    result = infer(program, "-o", draft, path)
    assert (result["rounding"]["mode"], result["rounding"]["places"], result["rounding"]["proposed"]) == \
        ("truncate", 1, True)
    run(program, "rules", "check", draft)


# --- little or nothing ------------------------------------------------------------------------------------------------


def check_little(program, folder):
    path = os.path.join(folder, "little.xml")
    forms = made.make_forms("little", 12)
    made.claim_by(program, forms, "mof-2021-cost", path)

    def with_forms(keep, change=lambda form: None, expect=0):
        some = copy.deepcopy(forms)
        for form in list(some)[keep:]:
            some.remove(form)
        for form in some:
            change(form)
        made.save(some, path)
        return infer(program, path, expect=expect)

    def fund(form):
        return form.find(f"./{tag('funds')}/{tag('fund')}")

    def without_funds(form):
        form.remove(form.find(tag("funds")))

    def always_full(form):
        fund(form).set("score", "10")

    def huge(form):
        fund(form).set("budget", "9" * 30)
        for row in form.iter(tag("indicator")):
            row.find(tag("target")).text = "9" * 25 + "万元"

    def without_claims(form):
        without_funds(form)
        form.remove(form.find(tag("total")))
        for row in form.iter(tag("indicator")):
            del row.attrib["score"], row.attrib["weight"]

    def at_random(form, rnd=random.Random(7)):
        fund(form).set("score", str(rnd.randrange(0, 1000) / 100))
        for row in form.iter(tag("indicator")):
            row.set("score", str(rnd.randrange(0, 500) / 100))

    assert with_forms(1)["execution"]["state"] == "flat"
    assert with_forms(2)["execution"]["state"] == "unexplained", "one score for each band is no band"
    assert with_forms(12, without_funds)["execution"]["state"] == "unseen"
    full = with_forms(12, always_full)["execution"]
    assert (full["state"], full["bands_fit"]) == ("flat", 12)
    assert with_forms(12, huge, expect=5)["execution"]["without_rate"] == 12
    assert with_forms(12, at_random, expect=5)["execution"]["state"] == "unexplained"
    nothing = with_forms(12, without_claims, expect=5)
    assert nothing["rows"] == 0 and nothing["methods"] == []


def check_schema(program, folder):
    with open("infer/inference.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    paths = [PUBLISHED] + sorted(glob.glob(os.path.join(folder, "*.xml")))
    for path in paths:
        if "draft" not in path and "little" not in path:
            validator.validate(infer(program, path))
    damaged = infer(program, PUBLISHED)
    damaged["execution"]["bands"][0]["from"] = 100
    assert not validator.is_valid(damaged), "the schema lets everything through"
    assert run(program, "infer", "--format", "json", "--lang", "zh", PUBLISHED) == \
        run(program, "infer", "--format", "json", "--lang", "en", PUBLISHED), "it differs by language"


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        check_published(program, folder)
        for pack in PACKS:
            check_pack(program, folder, pack)
        check_grades(program, folder)
        check_two_ranges(program, folder)
        check_left_out(program, folder)
        check_slips(program, folder)
        check_even(program, folder)
        check_one_rounded(program, folder)
        check_unseen_depths(program, folder)
        check_words(program, folder)
        check_cutting(program, folder)
        check_schema(program, folder)
        check_little(program, folder)


main(sys.argv[1])
