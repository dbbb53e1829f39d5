#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes rule packs at random, sound ones and others, decides by brute force with fractions whether each is sound, and asks
`fuhe rules check`. What it knows of rules is written here anew: rates, results and totals are tried on a grid that holds
every edge and what lies a little beside it.
Usage: proof_oracle.py FUHE_PROGRAM [--packs 400] [--seed 1] [--at-once 100]"""
import argparse
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

CATEGORIES = ("cost", "output", "effect", "satisfaction")
GOOD_WORDS = ["完成", "已完成", "达标", "全部完成", "按期完成", "√"]
BAD_WORDS = ["待定", "—", "……", "××", "≥××%", "暂无", "N/A", "#REF!", "1.2.3", "无", "100%", "前5名", "万元", "Err:502"]
STEP_WORDS = ["基本完成", "部分完成", "少量完成", "未完成"]
STEP = Fraction(1, 10 ** 4)


class Maker:
    """One pack: a dictionary of numbers. About half of them are sound: each part is right more often than not."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def number(self, low, high, places):
        unit = 10 ** places
        return Fraction(self.random.randrange(low * unit, high * unit + 1), unit)

    def falling(self, top, count, places, odd):
        """Cuts from high to low that end with 0; sometimes something is wrong with them."""
        cuts = sorted({self.number(1, top, places) for _ in range(count)}, reverse=True) + [Fraction(0)]
        if self.chance(odd):
            kind = self.pick(["swap", "twice", "gap", "above", "close"])
            at = self.random.randrange(len(cuts))
            if kind == "swap" and len(cuts) > 1:
                at = max(at, 1)
                cuts[at - 1], cuts[at] = cuts[at], cuts[at - 1]
            elif kind == "twice":
                cuts.insert(at, cuts[at])
            elif kind == "gap":
                cuts[-1] = self.number(0, 3, 2)
            elif kind == "above":
                cuts[0] = cuts[0] + top
            elif len(cuts) > 1:
                at = max(at, 1)
                cuts.insert(at, (cuts[at - 1] * 3 + cuts[at]) / 4)
                cuts = [Fraction(round(cut * 100), 100) for cut in cuts]
        return cuts

    def weights(self, rest, odd):
        parts = [Fraction(self.random.randrange(0, 9) * 5) for _ in range(3)]
        if sum(parts) > rest:
            parts = [Fraction(int(part * rest / (sum(parts) or 1))) for part in parts]
        parts = [rest - sum(parts)] + parts
        self.random.shuffle(parts)
        if self.chance(odd):
            parts[self.random.randrange(4)] += self.pick([5, Fraction(1, 100), Fraction(1, 10 ** 6)])
        return parts

    def pack(self):
        weight = self.pick([Fraction(10), Fraction(20), Fraction(5), Fraction(21, 2), Fraction(0)])
        linear = self.chance(25)
        pack = {
            "weight": weight, "linear": linear, "printed": self.chance(40), "rate_places": self.pick([0, 1, 2, 2, 4]),
            "item_places": self.pick([0, 1, 2, 2, 2, 2]), "mode": self.pick(["half-up", "half-up", "half-even", "truncate"]),
            "total_places": self.pick([0, 1, 2, 2, 2]), "bands": [], "met": self.random.sample(GOOD_WORDS, 3),
            "less": self.pick(["inverse", "linear-to-double"]), "equal": self.pick(["as-more", "all-or-nothing"]),
            "cost": self.pick(["proportional", "ceiling", "ceiling-if-saved"]), "needs_cost": self.chance(8),
            "raise": self.pick(["yes", "no"]), "unpaid": [],
        }
        if not linear or self.chance(2):
            cuts = self.falling(100, self.random.randrange(0, 4), self.pick([0, 0, 1, 2]), 15)
            if pack["printed"] and len(cuts) > 1 and self.chance(40):  # a band about as wide as the rounding
                cuts.insert(0, cuts[0] + Fraction(self.random.randrange(1, 20), 10 ** (pack["rate_places"] + 1)))
            scores = sorted((self.number(0, int(weight), self.pick([0, 0, 1])) for _ in cuts), reverse=True)
            scores[0] = weight if not self.chance(5) else scores[0] + 1
            if len(scores) > 2 and self.chance(12):  # the second and the third the wrong way round
                scores[1], scores[2] = scores[2], scores[1]
            if self.chance(4):  # full marks below 100 %, too little at it
                at = self.random.randrange(len(scores))
                scores[at] = max(scores[at] + self.pick([1, -1]), Fraction(0))
            pack["bands"] = list(zip(cuts, scores))
        pack["own"] = self.weights(100 - weight, 4)
        pack["variants"] = [self.weights(100 - weight, 3) for _ in range(self.random.randrange(0, 3))]
        if pack["variants"] and self.chance(6):
            pack["variants"][-1] = list(self.pick([pack["own"], pack["variants"][0]]))
        pack["grades"] = self.falling(100, self.random.randrange(0, 5), self.pick([0, 0, 1, 2]), 12)
        ratios = {self.number(1, 4, 1) for _ in range(self.random.randrange(0, 4))}
        ratios = sorted(ratios | ({Fraction(1)} if self.chance(6) else set()), reverse=True)
        taken = sorted((self.number(0, 100, 0) for _ in ratios), reverse=True)
        if self.chance(15):
            self.random.shuffle(taken)
        pack["tiers"] = list(zip(ratios, taken))
        edges = {self.number(0, 100, 0) for _ in range(self.random.randrange(0, 4))}
        if edges and not self.chance(8):  # from 100 down to 0, as far as there are words
            edges = {Fraction(100), Fraction(0), *sorted(edges)[:len(STEP_WORDS) - 1]}
        edges = sorted(edges, reverse=True)
        pack["scale"] = [[low, high, [word]] for high, low, word in zip(edges, edges[1:], STEP_WORDS)]
        if len(pack["scale"]) > 1 and self.chance(8):
            self.random.shuffle(pack["scale"])
        if pack["scale"] and self.chance(8):
            pack["scale"][-1][1] += self.pick([0, 0, 1])
        for words in [pack["met"], pack["unpaid"], *[step[2] for step in pack["scale"]]]:
            if self.chance(4):
                words.append(self.pick(BAD_WORDS))
        return pack


# --- what is sound ---------------------------------------------------------------------------------------------------

def rounded(value, places, mode):
    scaled = value * 10 ** places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    up = mode == "half-up" and twice >= 0 or mode == "half-even" and (twice > 0 or twice == 0 and whole % 2 == 1)
    return Fraction(whole + (1 if up else 0), 10 ** places)


def grid(edges, top):
    """Each edge, and what lies up to a hundredth beside it, to four decimals; some values between."""
    beside = [0, 1, 2, 10, 50, 99, 100, 101]
    values = {edge + sign * count * STEP for edge in edges for count in beside for sign in (1, -1)}
    values |= {Fraction(top * part, 16) for part in range(17)}
    return sorted(value for value in values if 0 <= value <= top)


def band_of(pack, rate):
    """The band by the table as people read it: the one with the highest edge that the rate reaches."""
    reached = [band for band in pack["bands"] if band[0] <= rate]
    return max(reached) if reached else None


def execution_score(pack, rate):
    if pack["printed"]:
        rate = rounded(rate, pack["rate_places"], "half-up")
    if pack["linear"]:
        return pack["weight"] * min(rate, Fraction(100)) / 100, None
    band = band_of(pack, rate)
    return (band[1], band) if band else (None, None)


def execution_is_sound(pack):
    bands = pack["bands"]
    if pack["linear"] and bands or not pack["linear"] and not bands:
        return False
    cuts = [band[0] for band in bands]
    if len(set(cuts)) < len(cuts) or cuts != sorted(cuts, reverse=True) or any(cut > 100 for cut in cuts):
        return False
    half = Fraction(1, 2 * 10 ** pack["rate_places"])
    rates = grid(cuts + [Fraction(100)] + [cut - half for cut in cuts] + [cut + half for cut in cuts], 120)
    rates = sorted({*rates, *(rounded(rate, pack["rate_places"], "half-up") for rate in rates)})
    before, seen = None, set()
    for rate in rates:
        score, band = execution_score(pack, rate)
        if score is None:
            return False
        if score > pack["weight"]:
            return False
        score = min(rounded(score, pack["item_places"], pack["mode"]), pack["weight"])
        seen.add(band)
        if before is not None and score < before or rate >= 100 and score != pack["weight"]:
            return False
        before = score
    return all(band in seen for band in bands)


def weights_are_sound(pack):
    sets = [pack["own"], *pack["variants"]]
    if any(sum(parts) + pack["weight"] != 100 or min(parts) < 0 or max(parts) > 100 for parts in sets):
        return False
    return len({tuple(parts) for parts in sets}) == len(sets) and not (pack["needs_cost"] and pack["own"][0] == 0)


def result_score(pack, ratio):
    """Percent of the weight for a result of so many times the target, more being better."""
    if ratio < 1:
        return 100 * ratio
    off = [taken for edge, taken in pack["tiers"] if ratio >= edge]
    return 100 - (off[0] if off else 0)


def tiers_are_sound(pack):
    ratios = [ratio for ratio, _ in pack["tiers"]]
    if len(set(ratios)) < len(ratios) or ratios != sorted(ratios, reverse=True):
        return False
    first = min(ratios, default=None)
    results = grid([*ratios, Fraction(1)], 6)
    for low, high in zip(results, results[1:]):
        less, more = result_score(pack, low), result_score(pack, high)
        if low >= 1 and more > less or more < less and (first is None or high < first):
            return False
    return result_score(pack, Fraction(1)) == 100


def scale_is_sound(pack):
    steps = pack["scale"]
    if any(low > high or not 0 <= low <= high <= 100 for low, high, _ in steps):
        return False
    for claim in range(0, 101):  # a claim is brought up or down to its step
        points = [claim if pack["raise"] == "no" and claim < low else min(max(claim, low), high) for low, high, _ in steps]
        if points != sorted(points, reverse=True):
            return False
    tenths = {Fraction(share, 10) for share in range(1001)}
    covered = {share for share in tenths if any(low <= share <= high for low, high, _ in steps)}
    if any(low < high for low, high, _ in steps) and covered != tenths:
        return False
    shared = any(max(a[0], b[0]) < min(a[1], b[1]) for i, a in enumerate(steps) for b in steps[:i])
    return not shared


def words_are_sound(pack):
    every = pack["met"] + pack["unpaid"] + [word for _, _, words in pack["scale"] for word in words]
    graded = pack["met"] + [word for _, _, words in pack["scale"] for word in words]
    return not set(every) & set(BAD_WORDS) and len(set(graded)) == len(graded)


def grades_are_sound(pack):
    cuts = pack["grades"]
    if len(set(cuts)) < len(cuts) or cuts != sorted(cuts, reverse=True) or cuts[0] > 100 or cuts[-1] != 0:
        return False
    rates = {Fraction(0), Fraction(100), *(band[0] for band in pack["bands"])}
    earned = {min(rounded(execution_score(pack, rate)[0], pack["item_places"], pack["mode"]), pack["weight"]) for rate in rates}
    whole = lambda value: int(value * 10 ** 6)
    ranges = [(whole(score), whole(score + 100 - pack["weight"])) for score in earned]
    edges = [whole(cut) for cut in cuts]
    reached = set()
    for total in range(0, 10 ** 8 + 1, 10 ** (6 - pack["total_places"])):  # rows may earn all from nothing to their weights
        if any(low <= total <= high for low, high in ranges):
            reached.add(next(cut for cut in edges if cut <= total))
    return reached == set(edges)


def is_sound(pack):
    return (weights_are_sound(pack) and execution_is_sound(pack) and tiers_are_sound(pack) and scale_is_sound(pack)
            and words_are_sound(pack) and grades_are_sound(pack))


# --- documents -------------------------------------------------------------------------------------------------------

def number(value):
    text = f"{value.numerator * 10 ** 6 // value.denominator:07d}"
    return (text[:-6] + "." + text[-6:]).rstrip("0").rstrip(".")


def words(items):
    return "".join(f"<word>{word}</word>" for word in items)


def document(pack):
    says = 'confidence="none" zh="规则" en="rule"'
    parts = lambda sizes: " ".join(f'{name}="{number(size)}"' for name, size in zip(CATEGORIES, sizes))
    variants = "".join(f'<variant id="v{i}" {parts(sizes)} zh="另" en="other"/>' for i, sizes in enumerate(pack["variants"]))
    bands = "".join(f'<band from="{number(edge)}" score="{number(score)}"/>' for edge, score in pack["bands"])
    steps = "".join(f'<step low="{number(low)}" high="{number(high)}">{words(items)}</step>' for low, high, items in pack["scale"])
    tiers = "".join(f'<tier ratio="{number(ratio)}" cut="{number(taken)}"/>' for ratio, taken in pack["tiers"])
    grades = "".join(f'<grade id="g{i}" from="{number(cut)}" zh="档{i}" en="grade {i}"/>' for i, cut in enumerate(pack["grades"]))
    needs = ' needs-cost="yes"' if pack["needs_cost"] else ""
    method = "linear" if pack["linear"] else "bands"
    basis = "printed" if pack["printed"] else "exact"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<pack xmlns="urn:fuhe:rules:1" id="random" version="1" status="draft"{needs}>
  <title zh="规则" en="rules"/><issuer zh="测试" en="tests"/>
  <categories {says}><category id="cost"><word>成本</word></category><category id="output"><word>产出</word></category>
    <category id="effect"><word>效益</word></category><category id="satisfaction"><word>满意度</word></category></categories>
  <weights {parts(pack["own"])} {says}>{variants}</weights>
  <execution weight="{number(pack["weight"])}" method="{method}" basis="{basis}" places="{pack["rate_places"]}"
    zero-budget="unscored" {says}><word>年度资金总额</word>{bands}</execution>
  <number-more {says}/><number-less method="{pack["less"]}" {says}/><number-equal method="{pack["equal"]}" {says}/>
  <rank {says}/><zero-target {says}/><cost method="{pack["cost"]}" {says}>{words(pack["unpaid"])}</cost>
  <words {says}>{words(pack["met"])}</words><scale {says}>{steps}</scale><judgement {says}/>
  <over-completion {says}>{tiers}</over-completion>
  <rounding item-places="{pack["item_places"]}" item-mode="{pack["mode"]}" total-places="{pack["total_places"]}"
    total-mode="half-up" {says}/>
  <claim accept="rounded" raise="{pack["raise"]}" {says}/><duplicates mode="keep" {says}/><deviation base="claim" {says}/>
  <grades {says}>{grades}</grades><reasons {says}/><satisfaction {says}/><unspent rate="5" {says}/>
</pack>
"""


def ask(program, folder, paths):
    """Which of the files hold together, and what was said of each of the others."""
    done = subprocess.run([program, "rules", "check", "--lang", "en", *paths], capture_output=True, text=True, cwd=folder)
    if done.returncode not in (0, 4):
        sys.exit(f"exit code {done.returncode}\n{done.stderr}")
    sound = set(re.findall(r"^(\S+\.xml): rule pack", done.stdout, re.MULTILINE))
    refused = dict(re.findall(r"^fuhe: (\d+\.xml):(.*)$", done.stderr, re.MULTILINE))
    if (done.returncode == 0) != (not refused) or sound | set(refused) != set(paths):
        sys.exit(f"exit code {done.returncode} for {len(refused)} packs refused of {len(paths)}\n{done.stderr}")
    return sound, refused


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--packs", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=100)
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    differ = count = 0
    problems = set()
    for begin in range(0, options.packs, options.at_once):
        packs = {f"{i}.xml": Maker(options.seed * 10 ** 6 + i).pack()
                 for i in range(begin, min(begin + options.at_once, options.packs))}
        with tempfile.TemporaryDirectory() as folder:
            for name, pack in packs.items():
                pathlib.Path(folder, name).write_text(document(pack), encoding="utf-8")
            sound, refused = ask(program, folder, list(packs))
        count += len(sound)
        problems |= {re.sub(r"^[\d:]+|“[^”]*”|[\d.]+|[^ -~]+", "", said) for said in refused.values()}
        for name, pack in packs.items():
            if is_sound(pack) != (name in sound):
                differ += 1
                print(f"{name}: here {is_sound(pack)}, there {refused.get(name, 'it holds together')}\n{document(pack)}")
    print(f"{options.packs} packs, {count} of them sound, refused in {len(problems)} ways, {differ} differ")
    if count < options.packs // 10 or len(problems) < min(10, options.packs // 20):
        sys.exit("too few kinds of packs: adapt this test")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
