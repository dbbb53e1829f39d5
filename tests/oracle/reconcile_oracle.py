#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the cause finder against brute force: every set of slips is tried, with exact fractions.

The definitions, in words. A form has rows (weight, claim as printed, exact score, whether the review counts it) and an
execution score. The start is the sum of all claims and the execution score; the difference is the total to explain less
the start. A slip changes the points of one thing, its owner: a row, the execution score, or one row that the form lacks.

Common slips:
 0 row-missing-from-form  when the weights (rows and 10 for execution) fall short of 100: a row of just these points
 1 row-recomputed         the exact score, rounded half-up to two places, stands for the claim
 2 row-left-out           the row counts nothing; the weights lose its weight
 3 row-twice              the claim counts twice; the weights gain its weight
 4 execution-left-out     the execution score counts nothing; the weights lose 10
 5 execution-band         the execution score is 10, 7 or 5 instead of what it is
Far-fetched slips, where the claim stands for an exact score that cannot be computed:
 6 row-rounded            the exact score rounded half-up to one place or to none stands for the claim
 7 row-cut                the exact score cut to one place or to none stands for the claim
 8 digits-swapped         two neighbouring digits of the printed claim, both before or both behind the point, swapped
 9 other-weight           the exact score divided by the weight, times another weight of the form, rounded half-up to two
10 full-marks             the weight stands for the claim
A row without claim has no slip; a row without weight none that needs its weight.

A slip that does not change the points is none. Of slips of one owner with the same effect the first in the list stands.
A set has slips of different owners, and explains the total when their effects sum to the difference. The answer is all
sets of the smallest number of common slips that explain it, up to three; when there are none, all sets of the smallest
number of slips of any kind, up to three. The answer is ranked by the kinds of the slips (likelier first), then by
whether the set brings weights that do not give 100 to 100 (first of all by leaving out a row that the review does not
count), then by owner and effect.
"""
import itertools
import json
import math
import random
import subprocess
import sys
from fractions import Fraction

KINDS = ["row-missing-from-form", "row-recomputed", "row-left-out", "row-twice", "execution-left-out", "execution-band",
         "row-rounded", "row-cut", "digits-swapped", "other-weight", "full-marks"]
LAST_COMMON = 5
FULL_MARKS = Fraction(100)
EXECUTION_WEIGHT = Fraction(10)
BANDS = [Fraction(10), Fraction(7), Fraction(5)]
SHOWN = 16


def half_up(value, places):
    return Fraction(math.floor(value * 10**places + Fraction(1, 2)), 10**places)


def cut(value, places):
    return Fraction(math.floor(value * 10**places), 10**places)


class Row:
    """weight, claim: text or None; ratio: (actual, target) as text, or None when nothing can be computed."""

    def __init__(self, weight, claim, ratio, counted=True):
        self.printed = claim
        self.weight_text, self.ratio_text, self.counted = weight, ratio, counted
        self.weight = None if weight is None else Fraction(weight)
        self.claim = None if claim is None else Fraction(claim)
        computable = weight is not None and ratio is not None
        self.exact = self.weight * Fraction(ratio[0]) / Fraction(ratio[1]) if computable else None


class Slip:
    def __init__(self, kind, owner, start, end, weight_change=Fraction(0), duplicate=False):
        self.kind, self.owner, self.start, self.end = kind, owner, start, end
        self.effect, self.weight_change, self.duplicate = end - start, weight_change, duplicate

    def order(self):
        return (self.kind, self.owner, self.effect)

    def text(self):
        row = "-" if self.kind in (0, 4, 5) else str(self.owner)
        return f"+{KINDS[self.kind]}:{row}:{six_places(self.start)}:{six_places(self.end)}"


def six_places(value):
    scaled = value * 10**6
    assert scaled.denominator == 1
    sign, digits = "-" if scaled < 0 else "", abs(scaled.numerator)
    return f"{sign}{digits // 10**6}.{digits % 10**6:06d}"


def swapped_digits(printed):
    for i in range(len(printed) - 1):
        pair = printed[i:i + 2]
        if pair.isdigit():
            yield Fraction(printed[:i] + pair[1] + pair[0] + printed[i + 2:])


def row_slips(number, row, weights):
    claim, weight = row.claim, row.weight
    base = claim if row.exact is None else row.exact
    if row.exact is not None:
        yield Slip(1, number, claim, half_up(row.exact, 2))
    yield Slip(2, number, claim, Fraction(0), -(weight or Fraction(0)), not row.counted)
    yield Slip(3, number, claim, 2 * claim, weight or Fraction(0))
    for places in (0, 1):
        yield Slip(6, number, claim, half_up(base, places))
    for places in (0, 1):
        yield Slip(7, number, claim, cut(base, places))
    for swapped in swapped_digits(row.printed):
        yield Slip(8, number, claim, swapped)
    if weight is not None:
        for other in weights:
            if other != weight:
                yield Slip(9, number, claim, half_up(base / weight * other, 2))
        yield Slip(10, number, claim, weight)


def all_slips(rows, execution):
    weights = {row.weight for row in rows if row.weight is not None}
    shortage = FULL_MARKS - weight_sum(rows)
    if shortage > 0:
        yield Slip(0, len(rows) + 1, Fraction(0), shortage, shortage)
    for number, row in enumerate(rows):
        if row.claim is not None:
            yield from row_slips(number, row, weights)
    if execution is not None:
        yield Slip(4, len(rows), Fraction(execution), Fraction(0), -EXECUTION_WEIGHT)
        for band in BANDS:
            yield Slip(5, len(rows), Fraction(execution), band)


def weight_sum(rows):
    return EXECUTION_WEIGHT + sum(row.weight for row in rows if row.weight is not None)


def distinct_slips(rows, execution):
    kept = {}
    for slip in sorted(all_slips(rows, execution), key=lambda slip: slip.kind):
        if slip.effect != 0:
            kept.setdefault((slip.owner, slip.effect), slip)
    return sorted(kept.values(), key=Slip.order)


def sets_that_explain(slips, size, difference):
    effects = [int(slip.effect * 10**6) for slip in slips]
    wanted = int(difference * 10**6)
    for places in itertools.combinations(range(len(slips)), size):
        if sum(effects[place] for place in places) == wanted:
            chosen = [slips[place] for place in places]
            if len({slip.owner for slip in chosen}) == size:
                yield chosen


def standing(chosen, rows):
    start = weight_sum(rows)
    if start == FULL_MARKS or start + sum(slip.weight_change for slip in chosen) != FULL_MARKS:
        return 0
    return 2 if any(slip.duplicate for slip in chosen) else 1


def explain(rows, execution, total):
    start = sum(row.claim for row in rows if row.claim is not None) + Fraction(execution or 0)
    difference = Fraction(total) - start
    if difference == 0:
        return "adds-up 0 0 whole"
    slips = distinct_slips(rows, execution)
    for far_fetched, size in itertools.product((False, True), (1, 2, 3)):
        pool = slips if far_fetched else [slip for slip in slips if slip.kind <= LAST_COMMON]
        found = list(sets_that_explain(pool, size, difference))
        if found:
            return wording(found, rows, size, far_fetched)
    return "not-found 0 0 whole"


def wording(found, rows, size, far_fetched):
    state = "found" if not far_fetched else "far-fetched" if size < 3 else "not-found"
    found.sort(key=lambda chosen: ([slip.kind for slip in chosen], -standing(chosen, rows),
                                   [slip.order() for slip in chosen]))
    words = [f"{state} {size} {len(found)} whole"]
    for chosen in found[:SHOWN]:
        flags = ("open", "closes", "closes,duplicate")[standing(chosen, rows)]
        words.append(flags + "".join(slip.text() for slip in chosen))
    return " ".join(words)


# Forms to try


def published_forms(path):
    with open(path, encoding="utf-8") as file:
        forms = json.load(file)["forms"]
    for form in forms:
        rows = []
        for indicator, expected in zip(form["indicators"], form["expected"]["rows"]):
            exact = Fraction(expected["exact"]) / Fraction(indicator["weight"])
            rows.append(Row(indicator["weight"], indicator["score"], (str(exact.numerator), str(exact.denominator)),
                            expected["counted"]))
        totals = {form["total"], form.get("disclosed", {}).get("total"), form["expected"]["verified_total"]}
        for total in sorted(total for total in totals if total is not None):
            yield rows, form["expected"]["execution_score"], total


def decimal_text(value):
    text = f"{six_places(value)}".rstrip("0").rstrip(".")
    return text or "0"


def random_row(source, pool):
    weight = source.choice(pool)
    target = source.randint(1, 60)
    actual = target if source.random() < 0.5 else source.randint(0, target)
    exact = Fraction(weight) * actual / target
    ways = [half_up(exact, 2), half_up(exact, 2), half_up(exact, 1), cut(exact, 1), half_up(exact, 0), Fraction(weight),
            half_up(exact, 2) + Fraction(source.randint(-50, 50), 100), cut(exact, 4)]
    claim = max(source.choice(ways), Fraction(0))
    text = decimal_text(claim)
    if source.random() < 0.2:
        text += "0" if "." in text else ".00"
    ratio = (str(actual), str(target)) if source.random() < 0.85 else None
    return Row(weight if source.random() < 0.96 else None, text if source.random() < 0.96 else None, ratio,
               source.random() < 0.9)


def random_rows(source):
    pools = [["5", "10", "20"], ["2", "3", "4", "5", "7.5"], ["1.5", "2.25", "6", "8", "9", "11", "13"], ["10"]]
    count = min(source.randint(1, 12), source.randint(1, 14))
    rows = [random_row(source, source.choice(pools)) for _ in range(count)]
    rest = FULL_MARKS - weight_sum(rows) + source.choice([0, 0, 5, -5, Fraction("2.5")])
    if rest > 0 and source.random() < 0.7:
        rows.append(Row(decimal_text(rest), decimal_text(rest), ("1", "1")))
    return rows


def even_rows(source):
    """Rows that all claim the same, so that many sets explain a total; the weights close without some of them."""
    rows = [Row(source.choice(["5", "6"]), "4", ("2", "3"), source.random() < 0.8) for _ in range(source.randint(6, 12))]
    too_many = sum(row.weight for row in source.sample(rows, source.randint(1, 3)))
    rest = decimal_text(FULL_MARKS + too_many - weight_sum(rows))
    return rows + [Row(rest, rest, ("1", "1"))]


def planted_total(source, rows, execution):
    """The start, or what some slips make of it, or a figure near it."""
    total = sum(row.claim for row in rows if row.claim is not None) + Fraction(execution or 0)
    slips = distinct_slips(rows, execution)
    common = [slip for slip in slips if slip.kind <= LAST_COMMON]
    pool = common if source.random() < 0.5 else slips
    for slip in source.sample(pool, min(len(pool), source.choice([0, 1, 1, 2, 2, 2, 3, 3]))):
        total += slip.effect
    if source.random() < 0.2:
        total += Fraction(source.randint(-999, 999), 100)
    return decimal_text(total)


def random_forms(count):
    source = random.Random(20240612)
    for _ in range(count):
        rows = even_rows(source) if source.random() < 0.1 else random_rows(source)
        execution = source.choice(["10", "10", "7", "5", "0", "8.24", None])
        yield rows, execution, planted_total(source, rows, execution)


def form_line(rows, execution, total):
    words = [total, execution or "-"]
    for row in rows:
        words += [row.weight_text or "-", row.printed or "-", *(row.ratio_text or ("-", "-")),
                  "counted" if row.counted else "dropped"]
    return " ".join(words)


def main():
    driver, published = sys.argv[1:3]
    forms = list(published_forms(published)) + list(random_forms(1000))
    lines = [form_line(*form) for form in forms]
    answers = subprocess.run([driver], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    answers = answers.stdout.splitlines()
    assert len(answers) == len(forms), f"{len(answers)} answers to {len(forms)} forms"
    wrong, seen = 0, {}
    for form, line, answer in zip(forms, lines, answers):
        expected = explain(*form)
        kind = " ".join(expected.split()[:2])
        seen[kind] = seen.get(kind, 0) + 1
        if answer != expected:
            wrong += 1
            print(f"form {line}\n  expected {expected}\n  answered {answer}")
    print(f"{len(forms)} forms, {wrong} wrong:", ", ".join(f"{kind}: {seen[kind]}" for kind in sorted(seen)))
    # Every kind of answer must have come up, else the forms prove nothing.
    sizes = ["found 1", "found 2", "found 3", "far-fetched 1", "far-fetched 2", "not-found 3", "not-found 0", "adds-up 0"]
    return 1 if wrong or any(size not in seen for size in sizes) else 0


if __name__ == "__main__":
    sys.exit(main())
