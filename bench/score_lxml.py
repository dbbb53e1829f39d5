#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What one would write in an afternoon: scores and totals of forms with lxml and Decimal. Usage: score_lxml.py PATH…

Prints a line a form, its id and its total. It knows the rules of one pack (jilin-yanbian) and the ways of printing that
made-up forms have. It checks nothing, explains nothing, and takes the rows as listed: weights that do not close to 100
are neither rescaled nor searched for a row that stands there twice. Used by compare_lxml.py.
"""
import os
import re
import sys
from decimal import ROUND_HALF_UP, Decimal

from lxml import etree

FORM = "{urn:fuhe:form:1}"
CENT = Decimal("0.01")
HUNDRED = Decimal(100)
BANDS = [(Decimal(100), Decimal(10)), (Decimal(80), Decimal(7)), (Decimal(60), Decimal(5))]
SCALE = {"基本完成": (Decimal(80), HUNDRED), "部分完成": (Decimal(60), Decimal(80)), "未完成": (Decimal(0), Decimal(60))}
LESS = ("≤", "≦", "<=", "不超过", "不高于")
VALUE = re.compile(r"(≥|≧|>=|不少于|不低于|≤|≦|<=|不超过|不高于|=|前|第)?([\d,]+(?:\.\d+)?)(万|亿)?(.*?)(以内|以上)?$")
WIDE = str.maketrans("０１２３４５６７８９，．＞＜＝", "0123456789,.><=")
FACTORS = {None: 1, "万": 10 ** 4, "亿": 10 ** 8}


def read_value(text):
    """(operator, number) of a cell; None for words."""
    text = text.translate(WIDE)
    if text == "无":
        return "", Decimal(0)
    match = VALUE.match(text)
    if match is None:
        return None
    before, digits, scale, _, behind = match.groups()
    return before or behind or "", Decimal(digits.replace(",", "")) * FACTORS[scale]


def exact_score(category, weight, relation, target, actual):
    """The score before any rounding."""
    before, wanted = target
    reached = actual[1]
    if category == "成本指标":
        return weight if reached >= wanted else weight * reached / wanted
    if before in ("前", "第"):
        return weight if reached <= wanted else weight * wanted / reached
    if wanted == 0:
        return weight if reached == 0 else Decimal(0)
    if relation in LESS or before in LESS or before == "以内":
        return weight if reached <= wanted else max(Decimal(0), weight - weight * (reached - wanted) / wanted)
    return weight if reached >= wanted else weight * reached / wanted


def rounds(claim, exact):
    """Whether a claim is the exact score rounded to the decimals that the claim has."""
    return claim == exact.quantize(Decimal(1).scaleb(claim.as_tuple().exponent), ROUND_HALF_UP)


def accept(claim, exact, weight):
    """The claim when it is honest, else the exact score at two places."""
    rounded = exact.quantize(CENT, ROUND_HALF_UP)
    overreaches = claim == weight and exact < weight
    return claim if claim == rounded or rounds(claim, exact) and not overreaches else rounded


def score_words(claim, weight, target, actual):
    """Words: met, in a band of the scale, or for a person to judge."""
    if actual in SCALE:
        low, high = (weight * edge / HUNDRED for edge in SCALE[actual])
        return claim if rounds(claim, low) or rounds(claim, high) else min(max(claim, low), high)
    if actual in (target, "全部完成", "完成"):
        return accept(claim, weight, weight)
    return min(claim, weight)


def score_indicator(row):
    weight = Decimal(row.get("weight"))
    claim = Decimal(row.get("score"))
    target = row.find(FORM + "target")
    wanted, reached = target.get("adjusted") or target.text, row.findtext(FORM + "actual")
    wanted_value, reached_value = read_value(wanted), read_value(reached)
    if wanted_value is None or reached_value is None:
        return score_words(claim, weight, wanted, reached)
    exact = exact_score(row.get("level1"), weight, target.get("relation"), wanted_value, reached_value)
    return accept(claim, exact, weight)


def score_execution(form):
    for fund in form.iterfind(f"{FORM}funds/{FORM}fund"):
        if fund.get("label") == "年度资金总额":
            rate = Decimal(fund.get("executed")) / Decimal(fund.get("budget")) * HUNDRED
            return next((score for start, score in BANDS if rate >= start), Decimal(0))
    return Decimal(0)


def score_form(form):
    return score_execution(form) + sum(map(score_indicator, form.iter(FORM + "indicator")))


def score_document(path):
    for _, form in etree.iterparse(path, tag=FORM + "form"):
        yield form.get("id"), score_form(form).quantize(CENT)
        form.clear(keep_tail=True)
        while form.getprevious() is not None:
            del form.getparent()[0]


def documents(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from (entry.path for entry in sorted(os.scandir(path), key=lambda entry: entry.name))
        else:
            yield path


def main(paths):
    for path in documents(paths):
        for name, total in score_document(path):
            print(name, total)


if __name__ == "__main__":
    main(sys.argv[1:])
