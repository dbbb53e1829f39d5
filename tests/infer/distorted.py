#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What must hold whatever is claimed: counts add up, a draft states only what the report proposes, and full marks and
single scores prove nothing. Usage: distorted.py FUHE_PROGRAM"""
import copy
import os
import random
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import forms as made
from forms import infer, tag

PUBLISHED = "tests/forms/yanbian-2024/department.xml"
METHOD_RULES = {"cost": "cost", "at-most": "number-less", "equal": "number-equal", "output": "categories",
                "effect": "categories", "satisfaction": "categories"}


def rows_of(forms, level1=""):
    return [row for row in forms.iter(tag("indicator")) if row.get("score") and level1 in row.get("level1", "")]


def claim(change, level1="", every=1):
    """Changes the claim of every such row, by its weight and its claim."""
    def distort(forms):
        for row in rows_of(forms, level1)[::every]:
            row.set("score", str(change(Decimal(row.get("weight")), Decimal(row.get("score")))))
    return distort


def to(places, rounding):
    return lambda weight, score: score.quantize(Decimal(1).scaleb(-places), rounding)


def random_claims(seed):
    rnd = random.Random(seed)
    return claim(lambda weight, score: Decimal(rnd.randrange(0, int(weight * 100) + 1)) / 100)


def some_full(seed):
    rnd = random.Random(seed)
    return claim(lambda weight, score: weight if rnd.random() < 0.5 else score)


DISTORTIONS = {
    "as they are": lambda forms: None,
    "all costs full": claim(lambda weight, score: weight, "成本"),
    "everything full": claim(lambda weight, score: weight),
    "half the costs full": claim(lambda weight, score: weight, "成本", 2),
    "whole points": claim(to(0, ROUND_HALF_UP)),
    "one place": claim(to(1, ROUND_HALF_UP)),
    "cut to one place": claim(to(1, ROUND_DOWN)),
    "nothing earned": claim(lambda weight, score: Decimal(0)),
    **{f"at random {seed}": random_claims(seed) for seed in range(4)},
    **{f"some full {seed}": some_full(seed) for seed in range(4)},
}


def rules_in(draft):
    root = ET.parse(draft).getroot()
    return {child.tag.rpartition("}")[2] for child in root} - {"title", "issuer", "source", "region"}


def proposed(result, base_weight="10"):
    """The rules that the report proposes, by their elements in a pack."""
    rules = {METHOD_RULES[one["rows_of"]] for one in result["methods"] if one["proposed"]}
    execution = result["execution"]
    if execution["state"] == "proposed":
        rules |= {"execution"} | ({"weights"} if execution["weight"] != base_weight else set())
    rules |= {"weights"} if result["weights"]["differ"] else set()
    rules |= {"rounding", "claim"} if result["rounding"]["proposed"] else set()
    rules |= {"grades"} if result["grades"]["proposed"] else set()
    return rules | ({"words"} if any(word["proposed"] for word in result["words"]) else set())


def check_election(one, name):
    assert one["fit"] + len(one["misfits"]) + one["unscored"] == one["rows"], f"{name}: {one}"
    best = next(rival for rival in one["rivals"] if rival["method"] == one["method"])
    if one["proposed"]:
        assert one["state"] == "proposed" and best["fits"] + best["misfits"] <= one["telling"]
        assert best["below_full_marks"] >= 2, f"{name}: {one['rows_of']} rests on full marks"
        assert all(rival["fits"] < best["fits"] or rival["method"].startswith("ceiling") for rival in one["rivals"]
                   if rival is not best), name


def check_bands(execution, name):
    for band in execution.get("bands", []):
        if band["support"] == 1:
            assert Decimal(band["score"]) * 2 % 1 == 0, f"{name}: one score shows {band['score']} points"


def check(program, folder, forms, base, name):
    path, draft = os.path.join(folder, "forms.xml"), os.path.join(folder, "draft.xml")
    made.save(forms, path)
    if os.path.exists(draft):
        os.remove(draft)
    done = subprocess.run([program, "infer", "--format", "json", "--base", base, "-o", draft, path], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode in (0, 5), f"{name}: {done.stderr}"
    result = made.json.loads(done.stdout)
    for one in result["methods"]:
        check_election(one, name)
    check_bands(result["execution"], name)
    if os.path.exists(draft):
        stated = rules_in(draft)
        assert stated <= proposed(result), f"{name}: the draft states {stated - proposed(result)}"
        made.run(program, "rules", "check", draft)
    return result


def election(result, family):
    return next(one for one in result["methods"] if one["rows_of"] == family)


def check_distortions(program, folder):
    published = ET.parse(PUBLISHED).getroot()
    seeded = made.make_forms("distorted", 30)
    made.claim_by(program, seeded, "jilin-yanbian", os.path.join(folder, "seeded.xml"))
    for source, forms in (("published", published), ("seeded", seeded)):
        for name, distort in DISTORTIONS.items():
            for base in ("mof-2021-cost", "jilin-yanbian"):
                spoiled = copy.deepcopy(forms)
                distort(spoiled)
                result = check(program, folder, spoiled, base, f"{source}, {name}, {base}")
                if name == "everything full":
                    assert not any(one["proposed"] for one in result["methods"]), "full marks prove a method"
                if name == "all costs full":
                    assert not election(result, "cost")["proposed"], "full marks prove a method"


def check_two_practices(program, folder):
    forms = ET.parse(PUBLISHED).getroot()
    costs = [row for row in rows_of(forms, "成本") if Decimal(row.get("score")) < Decimal(row.get("weight"))]
    for row in costs[:10]:
        row.set("score", row.get("weight"))
    cost = election(check(program, folder, forms, "mof-2021-cost", "two practices"), "cost")
    assert cost["state"] == "two-practices" and not cost["proposed"]
    text = made.run(program, "infer", "--lang", "zh", os.path.join(folder, "forms.xml"))
    assert "两种做法并存" in text


def check_scores(program, folder):
    """Execution scores that rise with the rate, each once: no bands. A whole number between two bands is one."""
    def bands(scores):
        forms = ET.Element(tag("forms"))
        for number, (rate, points) in enumerate(scores):
            form = made.make_form(random.Random(number), number, rate, 10)
            fund = form.find(f"./{tag('funds')}/{tag('fund')}")
            for name, value in (("budget", "1000"), ("executed", str(rate * 10)), ("score", str(points))):
                fund.set(name, value)
            forms.append(form)
        result = check(program, folder, forms, "mof-2021-cost", str(scores))
        return [band["score"] for band in result["execution"].get("bands", [])]

    assert bands([(10 * i + 3, points) for i, points in enumerate(
        ["0.6", "1.17", "2.2", "3.9", "4.1", "6.2", "7.7", "8.4", "9.3"])]) == []
    many = [(3, 0), (9, 0), (20, 0), (85, 7), (88, 7), (91, 7), (100, 10), (100, 10)]
    assert bands(many) == ["10", "7", "0"]
    assert bands([*many, (70, 5)]) == ["10", "7", "5", "0"]
    assert bands([*many, (80, "5.37")]) == ["10", "7", "0"]
    assert bands([*many, (70, 5), (60, 4)]) == ["10", "7", "0"], "one of two single scores is as good as the other"
    assert bands(many[:-1]) == ["10", "7", "0"], "full points need no band above them"


def check_written(program, folder):
    draft = os.path.join(folder, "written.xml")
    for lang, words in (("en", "was written to"), ("zh", "已写入")):
        text = made.run(program, "infer", "--lang", lang, "-o", draft, PUBLISHED)
        assert words in " ".join(text.split()) and "-o" not in text.split("\n\n")[-1]


def main(program):
    assert infer(program, PUBLISHED)["rounding"]["by_convention"]
    with tempfile.TemporaryDirectory() as folder:
        check_distortions(program, folder)
        check_two_practices(program, folder)
        check_scores(program, folder)
        check_written(program, folder)


main(sys.argv[1])
