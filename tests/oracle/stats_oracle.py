#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Works out the statistics of batches a second time, from what `fuhe score` says of the same forms, by the formulas of
docs/statistics.md: sorted lists and fractions instead of counts, binomial coefficients, an integral for Student's t, and
weights drawn by another generator. Usage: stats_oracle.py FUHE_PROGRAM"""
import collections
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

import jsonschema

import stats_forms

SCHEMA = jsonschema.Draft202012Validator(json.loads(pathlib.Path("stats/statistics.schema.json").read_text("utf-8")))
OUTLIERS_MIN, TEST_MIN, CORRELATION_MIN, SHARE_MIN, SIGNS_MIN, FORMS_MIN, ROUND_MIN = 10, 5, 10, 10, 3, 3, 3
DRAWS = 10000
SIGNS = ("full-marks", "target-equal", "words", "over-budget", "round-claims", "stale-year")


def half_up(value, places):
    scale = 10 ** places
    size = math.floor(abs(value) * scale + Fraction(1, 2))
    whole, rest = divmod(size, scale)
    sign = "-" if value < 0 and size else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"


def number(row, name):
    return Fraction(row[name]) if name in row else None


def run(program, *arguments):
    done = subprocess.run([program, *arguments], check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode in (0, 1, 3), (arguments, done)
    return done.stdout


# --- deviations ---

def quantile(values, percent):
    return values[max(1, -(-len(values) * percent // 100)) - 1]


def spread(values):
    result = {"n": len(values)}
    if not values:
        return {**result, "left_out": "none"}, lambda value: None
    values = sorted(values)
    median = quantile(values, 50)
    distances = sorted(abs(value - median) for value in values)
    mad = quantile(distances, 50)
    mean = sum(distances) / len(distances)

    def score(value):
        if mad:
            return Fraction("0.6745") * (value - median) / mad
        return (value - median) / (Fraction("1.253314") * mean) if mean else Fraction(0)

    for name, percent in (("least", 0), ("q05", 5), ("q25", 25), ("median", 50), ("q75", 75), ("q95", 95), ("most", 100)):
        result[name] = half_up(quantile(values, percent), 2)
    result["mad"] = half_up(mad, 2)
    if len(values) < OUTLIERS_MIN:
        result["left_out"] = "outliers"
    else:
        result["outliers"] = sum(abs(score(value)) > Fraction("3.5") for value in values)
        result["scale"] = "mad" if mad else "mean-distance" if mean else "all-the-same"
    return result, score


def deviation(form):
    """Of a form that was scored in part it is not known."""
    return number(form["totals"], "deviation_points") if form["state"] == "scored" else None


def rows_with_points(form):
    return [row for row in form["rows"] if number(row, "weight") and "claimed" in row and "verified" in row]


def departments(forms):
    result = collections.OrderedDict()
    for form in forms:
        result.setdefault(form["department"], []).append(form)
    return result


def named(form):
    return {"page": form["page"], "id": form["id"], "project": form["project"], "department": form["department"]}


def outliers(forms, top):
    found, counted, total = [], 0, 0
    for members in departments(forms).values():
        values = [deviation(form) for form in members if deviation(form) is not None]
        if len(values) < OUTLIERS_MIN:
            continue
        counted += 1
        score = spread(values)[1]
        strange = [form for form in members if deviation(form) is not None
                   and abs(score(deviation(form))) > Fraction("3.5")]
        total += len(strange)
        found += [(-abs(Fraction(half_up(score(deviation(form)), 2))), form["page"],
                   {**named(form), "deviation": half_up(deviation(form), 2), "score": half_up(score(deviation(form)), 2),
                    "n": len(values)})
                  for form in strange]
    return {"method": "modified-z-score-3.5-within-department", "minimum": OUTLIERS_MIN, "departments": counted,
            "count": total, "forms": [form for _, _, form in sorted(found, key=lambda item: item[:2])[:top]]}


# --- tests of significance ---

def sign_tests(forms, top):
    tests = []
    for place, (name, members) in enumerate(departments(forms).items()):
        over = sum((deviation(form) or 0) > 0 for form in members)
        n = over + sum((deviation(form) or 0) < 0 for form in members)
        if n >= TEST_MIN:
            p = Fraction(sum(math.comb(n, k) for k in range(over, n + 1)), 2 ** n)
            tests.append((p, place, {"name": name, "forms": len(members), "n": n, "over": over}))
    tests.sort(key=lambda test: test[:2])
    adjusted, listed = Fraction(0), []
    for i, (p, _, test) in enumerate(tests):
        adjusted = min(Fraction(1), max(adjusted, p * (len(tests) - i)))
        listed.append({**test, "p": half_up(p, 6), "p_adjusted": half_up(adjusted, 6),
                       "look_here": adjusted <= Fraction("0.05")})
    return {"method": "sign-test-exact-one-sided", "correction": "holm", "level": "0.05", "minimum": TEST_MIN,
            "tested": len(tests), "look_here": sum(test["look_here"] for test in listed), "departments": listed[:top]}


def ranks(values):
    places = collections.defaultdict(list)
    for place, value in enumerate(sorted(values), 1):
        places[value].append(place)
    return [Fraction(sum(places[value]), len(places[value])) for value in values]


def two_sided(t, freedom, steps=20000):
    """Student's t by Simpson's rule over the angle: the density becomes cos(angle) ** (freedom - 1)."""
    edge = math.atan(t / math.sqrt(freedom))
    width = (math.pi / 2 - edge) / steps
    total = sum((1 if i in (0, steps) else 4 if i % 2 else 2) * math.cos(edge + i * width) ** (freedom - 1)
                for i in range(steps + 1)) * width / 3
    return 2 * total * math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(math.pi)


def correlation(forms):
    pairs = []
    for form in forms:
        rows = [row for row in form["rows"] if row["counted"] and "weight" in row and "verified" in row]
        weight = sum(number(row, "weight") for row in rows)
        if "rate" in form["execution"] and weight > 0:
            earned = half_up(sum(number(row, "verified") for row in rows) * 100 / weight, 2)
            pairs.append((min(Fraction(200), number(form["execution"], "rate")), Fraction(earned)))
    result = {"method": "spearman", "minimum": CORRELATION_MIN, "n": len(pairs)}
    if len(pairs) < CORRELATION_MIN:
        return {**result, "left_out": "too-few"}
    middle = Fraction(len(pairs) + 1, 2)
    a, b = ([rank - middle for rank in ranks(side)] for side in zip(*pairs))
    squares = sum(x * x for x in a) * sum(y * y for y in b)
    if not squares:
        return {**result, "left_out": "all-the-same"}
    rho = float(sum(x * y for x, y in zip(a, b))) / math.sqrt(squares)
    freedom = len(pairs) - 2
    p = 0 if rho * rho >= 1 else two_sided(abs(rho) * math.sqrt(freedom / (1 - rho * rho)), freedom)
    return {**result, "rho": half_up(Fraction(rho), 4), "p": half_up(Fraction(p), 6)}


# --- shares ---

def share(n, claimed, verified):
    def part(count):
        return {"count": count, **({"percent": half_up(Fraction(count * 100, n), 1)} if n >= SHARE_MIN else {})}

    return {"n": n, **({} if n >= SHARE_MIN else {"left_out": "too-few"}), "claimed": part(claimed),
            "verified": part(verified)}


def shares(forms):
    rows = [row for form in forms for row in rows_with_points(form)]
    totals = [(number(form["totals"], "claimed"), number(form["totals"], "verified")) for form in forms
              if deviation(form) is not None]

    def of_totals(holds):
        return share(len(totals), *(sum(map(holds, side)) for side in zip(*totals))) if totals else share(0, 0, 0)

    return {"full_rows": share(len(rows), *(sum(number(row, name) >= number(row, "weight") for row in rows)
                                            for name in ("claimed", "verified"))),
            "full_totals": of_totals(lambda total: total >= 100),
            "whole_totals": of_totals(lambda total: total % 1 == 0),
            "multiples_of_five": of_totals(lambda total: total % 5 == 0)}


# --- gauge ---

def unit_kind(unit):
    return {"": None, "元": "money", "%": "percent"}.get(unit, "time" if unit == "天" else "count")


def at_its_end(target):
    """Whether no result can be better than the target."""
    relation, value = target.get("relation"), number(target, "number")
    all_of_it = value == 100 and unit_kind(target.get("unit", "")) == "percent" and relation in (None, "at-least", "equal")
    return all_of_it or value == 0 and relation in (None, "at-most", "equal")


def signs(form):
    """Part and whole of each sign."""
    result = {sign: [0, 0] for sign in SIGNS}

    def count(sign, part, whole=1):
        result[sign][0] += int(part)
        result[sign][1] += whole

    for row in form["rows"]:
        weight, claim = number(row, "weight"), number(row, "claimed")
        if weight:
            if claim is not None:
                count("full-marks", claim >= weight)
            points = int(min(weight, 100) * 100)
            count("words", points * (row["reading"] in ("words-met", "words-scale", "judgement")), points)
        target, actual = row["target"], row["actual"]
        if target["kind"] == actual["kind"] == "number":
            kinds = {unit_kind(target.get("unit", "")), unit_kind(actual.get("unit", ""))} - {None}
            if len(kinds) < 2 and not at_its_end(target):
                count("target-equal", number(target, "number") == number(actual, "number"))
        if "exact" in row and claim is not None and number(row, "recomputed") % 1:
            count("round-claims", claim % 1 == 0)
    codes = [finding["code"] for finding in form["findings"]]
    result["stale-year"] = [codes.count("stale-year"), len(form["rows"])]
    if any(row.get("category") == "cost" for row in form["rows"]) and "budget_yuan" in form["execution"]:
        count("over-budget", any(finding["code"] == "cost-target-sum" and finding["severity"] != "note"
                                 and number(finding, "difference") > 0 for finding in form["findings"]))
    return result


def gauge(forms):
    total = {sign: [0, 0] for sign in SIGNS}
    for form in forms:
        for sign, (part, whole) in signs(form).items():
            total[sign][0] += part
            total[sign][1] += whole
    shown = {sign: Fraction(part * 100, whole) for sign, (part, whole) in total.items()
             if whole >= (ROUND_MIN if sign == "round-claims" else 1)}
    present = shown.values()
    result = {"index": half_up(sum(present) / len(present), 1)} if len(present) >= SIGNS_MIN \
        else {"left_out": "too-few-signs"}
    return {**result, "signs": [{"sign": sign, "part": part, "n": whole,
                                 **({"percent": half_up(shown[sign], 1)} if sign in shown else {})}
                                for sign, (part, whole) in total.items()]}


def easy(forms, top):
    by_form = [({**named(form), **gauge([form])}, form["page"]) for form in forms]
    by_department = [({"name": name, "forms": len(members), **gauge(members)}, place)
                     for place, (name, members) in enumerate(departments(forms).items()) if len(members) >= FORMS_MIN]

    def first(items):
        items = [item for item in items if "index" in item[0]]
        return [item for item, _ in sorted(items, key=lambda item: (-Fraction(item[0]["index"]), item[1]))[:top]]

    return {"method": "mean-of-shares", "signs_minimum": SIGNS_MIN, "forms_minimum": FORMS_MIN, "all": gauge(forms),
            "departments": first(by_department), "forms": first(by_form)}


# --- stability ---

def share_kept(form, draws=4000):
    """Row by row, by another generator."""
    generator = random.Random(form["page"])
    rows = [row for row in form["rows"] if row["counted"] and number(row, "weight") and "verified" in row]
    weights = [float(row["weight"]) for row in rows]
    earned = [float(row["verified"]) / float(row["weight"]) for row in rows]
    execution = float(form["execution"].get("verified", 0))
    scale = 100 / float(form["totals"]["weight_sum"]) if form["totals"]["basis"] == "rescaled" else 1
    cuts = [(("excellent",), 90), (("good",), 80), (("fair", "medium"), 60), (("poor",), -math.inf)]
    kept = 0
    for _ in range(draws):
        drawn = [generator.gammavariate(100 * weight / sum(weights), 1) for weight in weights]
        mean = sum(g * e for g, e in zip(drawn, earned)) / sum(drawn)
        total = math.floor((execution + sum(weights) * mean) * scale * 100 + 0.5) / 100
        kept += form["grading"]["grade"] in next(grades for grades, cut in cuts if total >= cut)
    return kept / draws


def check_stability(forms, stability, top):
    by_page = {form["page"]: form for form in forms}
    margins = {form["page"]: min(Fraction(form["grading"][side]) for side in ("margin_up", "margin_down")
                                 if side in form["grading"])
               for form in forms if "grade" in form["grading"] and form["state"] == "scored"}
    nearest = sorted(margins, key=lambda page: (margins[page], page))[:top]
    assert [form["page"] for form in stability["forms"]][:len(nearest)] == nearest, "those nearest to a cut"
    for shown in stability["forms"]:
        form = by_page[shown["page"]]
        assert Fraction(shown["margin"]) == margins[form["page"]] and shown["grade"] == form["grading"]["grade"]
        if "left_out" in shown:
            assert shown["rows"] < 2, shown
            continue
        expected = share_kept(form)
        error = math.sqrt(max(expected * (1 - expected), 0.0005) * (1 / 4000 + 1 / DRAWS))
        assert abs(float(shown["share"]) - expected) < 4 * error, (shown, expected)
        assert Fraction(shown["share"]) == Fraction(shown["kept"], DRAWS)


# --- all of it ---

def expected_of(forms, top):
    kinds = []
    for category in ("cost", "output", "effect", "satisfaction"):
        values = [number(row, "claimed") - number(row, "verified") for form in forms for row in rows_with_points(form)
                  if row.get("category") == category]
        kinds.append({"category": category, **spread(values)[0]})
    return {"schema": "fuhe-stats/1", "forms": len(forms), "departments": len(departments(forms)),
            "deviations": spread([deviation(form) for form in forms if deviation(form) is not None])[0], "kinds": kinds,
            "outliers": outliers(forms, top), "over_claiming": sign_tests(forms, top),
            "execution_and_performance": correlation(forms), **shares(forms), "gauge": easy(forms, top)}


def differences(where, expected, printed):
    """Probabilities may differ in their last digit."""
    if isinstance(expected, dict) and isinstance(printed, dict):
        for name in {**expected, **printed}:
            yield from differences(f"{where}/{name}", expected.get(name), printed.get(name))
    elif isinstance(expected, list) and isinstance(printed, list) and len(expected) == len(printed):
        for i, pair in enumerate(zip(expected, printed)):
            yield from differences(f"{where}/{i}", *pair)
    elif where.endswith(("/p", "/p_adjusted")) and expected is not None and printed is not None:
        if abs(Fraction(expected) - Fraction(printed)) > Fraction(1, 10 ** 6):
            yield f"{where}: oracle {expected}, program {printed}"
    elif expected != printed:
        yield f"{where}: oracle {expected}, program {printed}"


def check(program, name, documents, folder, top=10):
    folder.mkdir()
    for i, document in enumerate(documents):
        (folder / f"{i:04}.xml").write_text(document, encoding="utf-8")
    files = sorted(map(str, folder.glob("*.xml")))
    forms = json.loads(run(program, "score", "-f", "json", *files))["forms"]
    for page, form in enumerate(forms, 1):
        form["page"] = page
        form["department"] = form.get("department") or form.get("unit", "")
    run(program, "batch", "-q", *files, "-o", str(folder / "out"))
    command = ("stats", "--format", "json", "--top", str(top), str(folder / "out"))
    printed = run(program, *command)
    assert printed == run(program, *command), f"{name}: not the same twice"
    for language in ("en", "zh"):
        assert run(program, "stats", "--lang", language, str(folder / "out")).strip(), name
    document = json.loads(printed)
    SCHEMA.validate(document)
    assert not SCHEMA.is_valid({**document, "surprise": 1}) and not SCHEMA.is_valid({**document, "forms": "1"})
    stability = document.pop("stability")
    document.pop("crosscheck")  # has an oracle of its own
    check_stability(forms, stability, top)
    wrong = list(differences(name, expected_of(forms, top), document))
    assert not wrong, "\n".join(wrong[:20])
    for shown in stability["forms"][:2]:
        alone = json.loads(run(program, "stats", "-f", "json", "--form", shown["id"], str(folder / "out")))
        SCHEMA.validate(alone)
        assert shown in alone["stability"]["forms"], f"{name}: another share when asked for alone"
    return document


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        for name, (documents, seen) in stats_forms.batches().items():
            document = check(program, name, documents, pathlib.Path(folder) / name)
            assert seen(document), f"{name}: not what this batch is for: {json.dumps(document)[:2000]}"


if __name__ == "__main__":
    main()
