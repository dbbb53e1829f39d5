#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws samples and reckons reviewed ones up a second time, from forms whose budgets are known here: positions of draws
as fractions of a 元, factors of Poisson by bisection with fifty digits, the Stringer bound by its definition. And what
must not matter, does not; what must be drawn, is. Usage: sample_oracle.py FUHE_PROGRAM"""
import csv
import decimal
import io
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction

import jsonschema

import stats_forms

SCHEMA = jsonschema.Draft202012Validator(json.loads(pathlib.Path("sample/sample.schema.json").read_text("utf-8")))
GRADES = {"excellent": 0, "good": 1, "medium": 2, "fair": 2, "poor": 3}  # steps in any pack
decimal.getcontext().prec = 50


class Batch:
    """Forms with budgets in 万元 as printed (None for no budget at all), scored once; commands then run on it."""

    def __init__(self, program, folder, budgets, jobs="2", scale=1):
        self.program, self.folder = program, pathlib.Path(folder)
        self.folder.mkdir()
        self.fen = []
        chance = random.Random(len(budgets))
        for i, budget in enumerate(budgets):
            text = stats_forms.plain(f"f{i:03d}", "甲乙丙"[i % 3] + "局", chance.choice(("100", "96.5", "88", "71")),
                                     actual=chance.choice(("40", "36", "30", "12")))
            shown = None if budget is None else f"{Decimal(budget) * scale}"
            text = text.replace(' budget="100"', "" if shown is None else f' budget="{shown}"')
            (self.folder / f"f{i:03d}.xml").write_text(stats_forms.document([text]), "utf-8")
            self.fen.append(0 if shown is None else max(0, int(Decimal(shown) * 1000000)))
        self.run("batch", "-q", "-j", jobs, ".", "-o", "../" + self.folder.name + "-out", expect=None)

    def run(self, *arguments, expect=0):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, check=False, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        assert expect is None or done.returncode == expect, (arguments, done)
        return done.stdout.decode("utf-8-sig")

    def sample(self, *arguments, expect=0):
        lines = [json.loads(line) for line in self.run("sample", *arguments, "--format", "jsonl",
                                                       "../" + self.folder.name + "-out", expect=expect).splitlines()]
        for line in lines:
            SCHEMA.validate(line)
        return lines

    def money(self, n, seed, *arguments, expect=0):
        return self.sample("--by", "money", "-n", str(n), "--seed", str(seed), *arguments, expect=expect)


def number_of(form):
    return int(form["file"].rsplit("f", 1)[1][:3])


def fen(text):
    return int(Fraction(text) * 100)


# --- draws ---

def random_numbers(seed):
    """SplitMix64."""
    mask = (1 << 64) - 1
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) & mask
        number = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
        number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & mask
        yield number ^ (number >> 31)


def draw(budgets, n, seed):
    """How many draws fall on each form (0 for those that are certain), and which are certain: the others lie behind one
    another, and draw k falls on the place (k + random k) T / n, down to whole units of 1/n fen."""
    total = sum(budgets)
    certain = [budget > 0 and (budget * n >= total or sum(b > 0 for b in budgets) <= n) for budget in budgets]
    rest = [0 if sure else budget for budget, sure in zip(budgets, certain)]
    draws = [Fraction(k * total + (number * total >> 64), n)
             for k, number in zip(range(math.ceil(Fraction(sum(rest) * n, total))), random_numbers(seed))]
    hits, begin = [], 0
    for budget in rest:
        hits.append(sum(begin <= place < begin + budget for place in draws))
        begin += budget
    return hits, certain


def factor(confidence, errors):
    """The mean at which `errors` or fewer have the probability 1 - confidence."""
    open_to = 1 - Decimal(confidence) / 100
    if errors == 0:
        return -open_to.ln()
    low, high = Decimal(errors), Decimal(4 * errors + 20)
    for _ in range(150):
        mean = (low + high) / 2
        term = sum_of_terms = (-mean).exp()
        for k in range(1, errors + 1):
            term = term * mean / k
            sum_of_terms += term
        low, high = (mean, high) if sum_of_terms > open_to else (low, mean)
    return high


def check_draw(batch, n, seed, confidence=95):
    head, *forms = batch.money(n, seed, "--confidence", str(confidence))
    hits, certain = draw(batch.fen, n, seed)
    taken = [hit > 0 or sure for hit, sure in zip(hits, certain)]
    total, drawable = sum(batch.fen), sum(budget > 0 for budget in batch.fen)
    assert [number_of(form) for form in forms] == [i for i, took in enumerate(taken) if took], (n, seed, head, hits)
    assert len(forms) <= n, "more forms than were asked for"
    for form in forms:
        i = number_of(form)
        assert form["hits"] == hits[i] and fen(form["budget_yuan"]) == batch.fen[i], form
        assert form["certain"] == certain[i], form
    seen = sum(budget for budget, took in zip(batch.fen, taken) if took)
    assert fen(head["money_yuan"]) == total and fen(head["money_drawn_yuan"]) == seen, head
    assert fen(head["interval_yuan"]) == -(-total // n) and head["drawn"] == len(forms), head
    assert head["without_budget"] == len(batch.fen) - drawable and head["forms"] == len(batch.fen), head
    assert head["state"] == ("everything" if len(forms) == drawable else "drawn"), head
    exact = Fraction(factor(confidence, 0))
    least = min(exact * total / n, total - seen)
    bound = fen(head["bound_yuan"])
    assert exact <= Fraction(head["factor"]) < exact + Fraction(1, 10 ** 6), head
    assert least <= bound <= least + Fraction(total, n * 10 ** 6) + 1, (head, float(least))
    assert 0 <= Fraction(head["bound_percent"]) - Fraction(bound * 100, total) < Fraction(1, 100), head
    return forms


# --- risk ---

def risk_of(row):
    whole = row["state"] == "scored"  # else neither deviation nor grade is known
    steps = GRADES[row["grade"]] - GRADES[row["grade_claimed"]] if whole and row["grade"] and row["grade_claimed"] else 0
    deviation = Fraction(row["deviation_points"] or 0) if whole else Fraction(0)
    return {"state": {"scored": 0, "partial": 40, "unscored": 100}[row["state"]],
            "grade": min(60, 30 * max(0, steps)),
            "deviation": min(40, math.floor(abs(deviation)) * (4 if deviation > 0 else 1)),
            "findings": min(30, 5 * int(row["errors"])) + min(10, int(row["warnings"])),
            "firmness": 10 if whole and row["firmness"] != "firm" else 0}


def check_risk(batch):
    batch.run("report", "-q", "../" + batch.folder.name + "-out", "-o", "report", "--format", "csv,jsonl")
    rows = list(csv.DictReader(io.StringIO((batch.folder / "report/reviews.csv").read_text("utf-8-sig"), newline="")))
    parts = [risk_of(row) for row in rows]
    order = sorted(range(len(rows)), key=lambda i: (-sum(parts[i].values()), i))
    for n in (1, 7, len(rows) + 5):
        head, *forms = batch.sample("-n", str(n))
        assert head["state"] == ("everything" if n >= len(rows) else "drawn"), head
        assert [form["page"] - 1 for form in forms] == order[:n], (n, forms)
        for form in forms:
            assert form["risk_parts"] == parts[form["page"] - 1] and form["risk"] == sum(form["risk_parts"].values()), form
    assert len({sum(part.values()) for part in parts}) > 3, "all forms have the same risk: nothing was tried"
    in_report = [json.loads(line) for line in (batch.folder / "report/sample.jsonl").read_text("utf-8").splitlines()]
    assert in_report == batch.sample() + batch.money(50, 1), "the report has other samples"
    tables = [batch.run("sample", "--by", by, "-f", "csv", "--no-bom", "../" + batch.folder.name + "-out").splitlines()
              for by in ("risk", "money")]
    table = (batch.folder / "report/sample.csv").read_text("utf-8-sig").splitlines()
    assert table == tables[0] + tables[1][1:], "the report has another table"


# --- reviewed ---

def round_half_up(value):
    return math.floor(value + Fraction(1, 2))


def expect_money(forms, taintings, batch, n, confidence):
    total, seen = sum(batch.fen), sum(fen(form["budget_yuan"]) for form in forms)
    known = sum(t * fen(form["budget_yuan"]) for form, t in zip(forms, taintings) if form["certain"])
    found = sum(t * fen(form["budget_yuan"]) for form, t in zip(forms, taintings))
    chance = sorted((t for form, t in zip(forms, taintings) for _ in range(form["hits"]) if t > 0), reverse=True)
    factors = [Fraction(factor(confidence, k)) for k in range(len(chance) + 1)]
    interval = Fraction(total, n)
    bound = factors[0] + sum((factors[k + 1] - factors[k]) * t for k, t in enumerate(chance))
    ceiling = min(total, found + total - seen)
    slack = interval * (len(chance) + 1) / 10 ** 6 + 2
    return (min(known + interval * sum(chance), ceiling), min(known + interval * bound, ceiling), slack)


def check_money(money, expected, total):
    estimate, most, slack = expected
    assert abs(fen(money["estimate_yuan"]) - round_half_up(estimate)) <= 1, (money, float(estimate))
    assert most <= fen(money["most_yuan"]) <= most + slack, (money, float(most))
    assert 0 <= Fraction(money["most_percent"]) - Fraction(fen(money["most_yuan"]) * 100, total) < Fraction(1, 100), money
    assert abs(Fraction(money["estimate_percent"]) - Fraction(fen(money["estimate_yuan"]) * 100, total)) <= Fraction(1, 200)


def check_reviewed(batch, n, seed, confidence, chance):
    arguments = ["--by", "money", "-n", str(n), "--seed", str(seed)]
    out = "../" + batch.folder.name + "-out"
    rows = list(csv.DictReader(io.StringIO(batch.run("sample", *arguments, "-f", "csv", out), newline="")))
    forms = batch.sample(*arguments)[1:]
    for row in rows:
        claimed = Decimal(row["total_claimed"])
        row["reviewed"] = str(chance.choice((claimed, claimed, claimed - chance.randint(1, 3000) / Decimal(100), Decimal(0),
                                             min(Decimal(100), claimed + 2))))
    chance.shuffle(rows)
    with (batch.folder / "reviewed.csv").open("w", encoding=chance.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16")),
                                              newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=chance.choice(",;\t"))
        writer.writeheader()
        writer.writerows(rows)
    answer = batch.sample(*arguments, "--confidence", str(confidence), "--reviewed", "reviewed.csv")[-1]
    scores = {int(row["page"]): Fraction(row["reviewed"]) for row in rows}
    for line, name in (("claimed", "total_claimed"), ("verified", "total_verified")):
        audited = [Fraction(form[name]) for form in forms]
        taintings = [max(0, a - scores[form["page"]]) / a for a, form in zip(audited, forms)]
        given = answer[line]
        assert given["too_high"] == sum(t > 0 for t in taintings), (given, taintings)
        assert given["too_low"] == sum(a < scores[form["page"]] for a, form in zip(audited, forms)), given
        check_money(given["points_too_high"], expect_money(forms, taintings, batch, n, confidence), sum(batch.fen))
        check_money(given["forms_too_high"], expect_money(forms, [Fraction(t > 0) for t in taintings], batch, n, confidence),
                    sum(batch.fen))


# --- batches ---

def drawn_budgets(chance, count):
    kinds = (lambda: str(chance.randint(1, 400)), lambda: f"{chance.randint(1, 10 ** 9) / 10 ** 6:.6f}",
             lambda: str(chance.randint(500, 5000)), lambda: "0.000001")
    return [chance.choice(kinds)() for _ in range(count)]


def check_drawn(program, folder):
    chance = random.Random(7)
    budgets = drawn_budgets(chance, 60)
    for place, odd in ((3, None), (20, "0"), (41, "-12.5"), (59, None)):
        budgets[place] = odd
    batch = Batch(program, folder / "drawn", budgets)
    for n in (1, 2, 5, 13, 50, 55, 56, 100, 10000):
        for seed in (0, 1, 2, 77, 2 ** 32 - 1):
            check_draw(batch, n, seed, chance.choice((80, 90, 95, 99)))
    for n, seed, confidence in ((3, 1, 80), (10, 2, 90), (25, 3, 95), (50, 4, 99), (100, 5, 95)):
        check_reviewed(batch, n, seed, confidence, chance)
    check_risk(batch)
    again = Batch(program, folder / "again", budgets, jobs="1")
    assert batch.money(9, 5) == again.money(9, 5), "workers change the sample"
    twice = Batch(program, folder / "twice", budgets, scale=2)
    for seed in range(8):
        one, two = ([number_of(form) for form in which.money(11, seed)[1:]] for which in (batch, twice))
        assert one == two, "twice the money draws other forms"
    samples = {tuple(number_of(form) for form in batch.money(11, seed)[1:]) for seed in range(8)}
    assert len(samples) > 4, "seeds hardly matter"


def check_edges(program, folder):
    half = Batch(program, folder / "half", ["5"] * 6 + ["60"] + ["5"] * 6)
    for seed in range(12):
        assert 6 in [number_of(form) for form in half.money(2, seed)[1:]], "half of all money was not drawn"
        check_draw(half, 2, seed)
    one = Batch(program, folder / "one", ["12.34"])
    assert check_draw(one, 1, 9) and one.money(50, 1)[0]["bound_percent"] == "0.00"
    none = Batch(program, folder / "none", [None, "0", "-3"])
    head, = none.money(2, 1, expect=5)
    assert head["state"] == "no-money" and head["without_budget"] == 3 and "bound_percent" not in head, head
    assert len(none.sample("-n", "2")) == 3, "by risk, forms without money can be drawn"
    large = Batch(program, folder / "large", [str(10 ** 8 + i) for i in range(40)])
    check_draw(large, 10000, 3)
    check_draw(large, 7, 3)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        check_drawn(program, pathlib.Path(folder))
        check_edges(program, pathlib.Path(folder))


if __name__ == "__main__":
    main()
