#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the numbers of the engine against Python's exact fractions.

Writes lines "operation arguments = answer" to the driver, which works each one out with the engine and compares. The
seed is fixed, so every run tries the same cases; corner values and near misses are made on purpose, the rest at random.
Usage: decimal_oracle.py DRIVER
"""
import random
import re
import subprocess
import sys
from decimal import Decimal, localcontext
from fractions import Fraction
from math import gcd, trunc

SEED = 20241231
ONE = 10**6
LOW, HIGH = -(2**63), 2**63 - 1
LOW128, HIGH128 = -(2**127), 2**127 - 1
HALF_UP, HALF_EVEN, TRUNCATE = range(3)
CORNERS = [0, 1, -1, 5, 500000, 499999, -500000, ONE, -ONE, LOW, LOW + 1, HIGH, HIGH - 1, LOW // 2, HIGH // 2]
CORNERS_128 = [1, 2, 3, 10**6, 2**63 - 1, 2**63, 2**63 + 1, 2**64 - 1, 2**64, 2**64 + 1, HIGH128 // 10,
               HIGH128 // 10 + 1, 2**126, HIGH128 - 1, HIGH128]
WEIGHTS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 40]
TARGET_MAX = 200
VERDICTS = ["exact", "rounded", "truncated", "overstated", "understated"]

chance = random.Random(SEED)


def rounded(value, places, rounding):
    """The scaled value (x 10^6) of a fraction brought to places; from the definition of each rounding."""
    if rounding == HALF_EVEN:
        return int(round(Fraction(value), places) * ONE)
    units = Fraction(value) * 10**places
    if rounding == TRUNCATE:
        return trunc(units) * 10 ** (6 - places)
    away = (abs(units) + Fraction(1, 2)).__floor__()
    return (away if units >= 0 else -away) * 10 ** (6 - places)


def ranged(scaled):
    return str(scaled) if LOW <= scaled <= HIGH else "overflow"


def any_scaled():
    kind = chance.random()
    if kind < 0.1:
        return chance.choice(CORNERS)
    if kind < 0.3:
        return chance.randrange(-200, 201) * 10 ** chance.randrange(0, 7)
    if kind < 0.5:
        return (chance.randrange(-(10**6), 10**6) * 2 + 1) * 10 ** chance.randrange(0, 7) // 2
    magnitude = chance.getrandbits(chance.randrange(1, 64))
    return -magnitude if chance.random() < 0.5 else magnitude


def any_128():
    return chance.getrandbits(chance.randrange(1, 128)) or 1


def any_fraction():
    """Numerator and denominator, seldom in lowest terms: usual scores, ties and near ties of all sizes, corners."""
    kind = chance.random()
    if kind < 0.35:
        target = chance.randrange(1, 10 ** chance.randrange(1, 9))
        numerator, denominator = chance.choice(WEIGHTS) * chance.randrange(0, 2 * target + 1), target
    elif kind < 0.7:
        numerator, denominator = 2 * chance.getrandbits(chance.randrange(1, 20)) + 1, 2 * 10 ** chance.randrange(0, 7)
        factor = chance.getrandbits(chance.randrange(1, 86)) or 1
        numerator, denominator = numerator * factor + chance.choice([0, 0, 1, -1]), denominator * factor
    elif kind < 0.95:
        numerator, denominator = any_128() - 1, any_128()
    else:
        numerator, denominator = chance.choice([0, *CORNERS_128, 2**127]), chance.choice(CORNERS_128)
        if numerator == 2**127:
            return LOW128, denominator
    return (-numerator if chance.random() < 0.25 else numerator), denominator


def near_fractions():
    """Two fractions as close as their sizes allow: 1 / (d * e) apart, or equal in other terms."""
    numerator, denominator = any_fraction()
    if numerator > 1 and denominator > 1 and gcd(numerator, denominator) == 1 and chance.random() < 0.7:
        other = pow(numerator, -1, denominator)
        return (numerator, denominator), ((numerator * other - 1) // denominator, other)
    room = HIGH128 // max(abs(numerator), denominator)
    factor = chance.randrange(1, room) if room > 1 else 1
    shift = chance.choice([0, 0, 1, -1]) if abs(numerator) < 2**126 else 0
    return (numerator, denominator), (numerator * factor + shift, denominator * factor)


NUMBER = re.compile(rb"[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?")


def parse_answer(text):
    match = NUMBER.fullmatch(text)
    if match is None:
        return "not-a-number"
    scaled = Fraction(text.replace(b",", b"").decode()) * ONE
    if scaled.denominator != 1 or not LOW <= scaled <= HIGH:
        return "overflow"
    return f"{scaled} {len(match[1] or b'')}"


def any_number_text():
    digits = str(chance.getrandbits(chance.randrange(1, 68)))
    if chance.random() < 0.4:
        digits = f"{int(digits):,}"
    if chance.random() < 0.1:
        digits = "0" * chance.randrange(1, 30) + digits
    if chance.random() < 0.6:
        places = chance.randrange(1, 9)
        digits += "." + str(chance.randrange(10**places)).zfill(places)[: chance.randrange(1, 9)]
        digits += "0" * chance.choice([0, 0, 0, 1, 3, 8])
    return (chance.choice(["", "", "", "-", "+"]) + digits).encode()


def mutated(text):
    position = chance.randrange(len(text) + 1)
    piece = bytes([chance.choice(b"0123456789+-.,, eE\0\xef\xbcx")]) if chance.random() < 0.7 else b""
    return text[:position] + piece + text[position + chance.randrange(2):]


def parse_cases(count):
    for limit in (LOW, HIGH):
        for step in range(-3, 4):
            text = f"{Decimal(limit + step).scaleb(-6):f}".encode()
            yield f"parse {text.hex()} = {parse_answer(text)}"
    for _ in range(count):
        text = any_number_text()
        while chance.random() < 0.4:
            text = mutated(text)
        yield f"parse {text.hex() or '-'} = {parse_answer(text)}"


def format_cases(count):
    for _ in range(count):
        scaled, places = any_scaled(), chance.randrange(7)
        whole, _, decimals = f"{Decimal(scaled).scaleb(-6):f}".partition(".")
        decimals = decimals.ljust(6, "0").rstrip("0").ljust(places, "0")
        yield f"format {scaled} {places} = {whole + '.' + decimals if decimals else whole}"


def arithmetic_cases(count):
    for _ in range(count):
        a, b = any_scaled(), any_scaled()
        yield f"add {a} {b} = {ranged(a + b)}"
        yield f"subtract {a} {b} = {ranged(a - b)}"
        factor = b if chance.random() < 0.5 else b % 10001 - 5000
        yield f"multiply {a} {factor} = {ranged(a * factor)}"
        yield f"order {a} {b} = {(a > b) - (a < b)} {min(a, b)} {max(a, b)}"


def decimal_round_cases(count):
    for _ in range(count):
        scaled, places, rounding = any_scaled(), chance.randrange(7), chance.randrange(3)
        yield f"decimal-round {scaled} {places} {rounding} = {ranged(rounded(Fraction(scaled, ONE), places, rounding))}"


def scale_cases(count):
    for _ in range(count):
        a, b, c = any_scaled(), any_scaled(), any_scaled()
        yield f"of {a} = {Fraction(a, ONE)}"
        yield f"scale {a} {b} {c} = {Fraction(a * b, c * ONE) if c else 'overflow'}"


def compare_cases(count):
    for _ in range(count):
        (a, b), (c, d) = near_fractions() if chance.random() < 0.6 else (any_fraction(), any_fraction())
        yield f"compare {a} {b} {c} {d} = {(a * d > c * b) - (a * d < c * b)}"
        value = a * ONE // b
        value = value if LOW <= value <= HIGH and chance.random() < 0.7 else any_scaled()
        yield f"compare-decimal {a} {b} {value} = {(a * ONE > value * b) - (a * ONE < value * b)}"


def fraction_round_cases(count):
    for _ in range(count):
        (a, b), places, rounding = any_fraction(), chance.randrange(7), chance.randrange(3)
        yield f"round {a} {b} {places} {rounding} = {ranged(rounded(Fraction(a, b), places, rounding))}"


def fraction_format_cases(count):
    for _ in range(count):
        a, b = any_fraction()
        yield f"show {a} {b} = {Fraction(a, b)}"


def sum_items(places):
    """Items of a sum, every third time completed by one more that makes it a tie of the place."""
    items = []
    for _ in range(chance.randrange(0, 12)):
        target = chance.randrange(1, 10 ** chance.randrange(1, 5))
        items.append((chance.choice(WEIGHTS) * chance.randrange(-target // 4, target + 1), target))
    if chance.random() < 0.1:
        large = any_fraction()
        items += [large] if abs(Fraction(*large)) < 2**70 else []
    if chance.random() < 0.33:
        tie = Fraction(2 * chance.randrange(-200, 20000) + 1, 2 * 10**places)
        last = tie - sum((Fraction(*item) for item in items), Fraction(0))
        if max(abs(last.numerator), last.denominator) <= HIGH128:
            items.append((last.numerator, last.denominator))
    chance.shuffle(items)
    return items


def sum_cases(count):
    for _ in range(count):
        places = chance.randrange(7)
        items = sum_items(places)
        exact = sum((Fraction(*item) for item in items), Fraction(0))
        past_tie = (abs(exact) * 10**places + Fraction(1, 2)) % 1
        if past_tie != 0 and min(past_tie, 1 - past_tie) * 10**18 < len(items) + 1:
            continue  # nearer to a tie than the bracket of the engine resolves
        listed = " ".join(f"{a} {b}" for a, b in items)
        yield f"sum {places} {listed} = {ranged(rounded(exact, places, HALF_UP))}".replace("  ", " ")


def judged(claim, places, exact, weight, item_places, item_rounding, accept, may_raise):
    recomputed = min(rounded(exact, item_places, item_rounding), weight)
    if claim == recomputed:
        verdict = "exact"
    elif claim > weight or (claim == weight and exact * ONE < weight):
        verdict = "overstated"
    elif claim == rounded(exact, places, HALF_UP):
        verdict = "rounded"
    elif claim == rounded(exact, places, TRUNCATE):
        verdict = "truncated"
    else:
        verdict = "overstated" if claim > exact * ONE else "understated"
    stands = verdict == "exact" or (verdict, accept) in {("rounded", 1), ("rounded", 2), ("truncated", 2)}
    verified = claim if stands or (not may_raise and claim < recomputed) else recomputed
    return f"{verdict} {recomputed} {verified}"


def claim_cases(count):
    for _ in range(count):
        weight = Fraction(chance.choice(WEIGHTS), chance.choice([1, 1, 1, 2, 4, 8]))
        target = chance.randrange(1, 10 ** chance.randrange(1, 8))
        actual = target if chance.random() < 0.2 else chance.randrange(0, target + 1)
        exact = weight * actual / target
        places, item_places, item_rounding = chance.randrange(5), chance.choice([2, 2, 2, 0, 1, 3]), chance.randrange(3)
        step = 10 ** (6 - places)
        claim = chance.choice([
            rounded(exact, places, HALF_UP), rounded(exact, places, TRUNCATE), rounded(exact, places, HALF_EVEN),
            rounded(exact, places, HALF_UP) + chance.choice([step, -step]), int(weight * ONE),
            int((weight + chance.randrange(3)) * ONE), rounded(exact, min(places, item_places), item_rounding),
            chance.randrange(0, int(weight) + 2) * ONE + chance.randrange(0, 10**places) * step])
        accept, may_raise = chance.randrange(3), chance.randrange(2)
        answer = judged(claim, places, exact, weight * ONE, item_places, item_rounding, accept, may_raise)
        yield (f"claim {claim} {places} {exact.numerator} {exact.denominator} {weight * ONE} "
               f"{item_places} {item_rounding} {accept} {may_raise} = {answer}")


def natural_ties(counts):
    """Every score of two places that small weights, targets and results can give, in the three roundings."""
    for weight in WEIGHTS:
        for target in range(1, TARGET_MAX + 1):
            for actual in range(target + 1):
                exact = Fraction(weight * actual, target)
                counts["scores"] += 1
                counts["ties"] += 200 * exact % 2 == 1
                answers = " ".join(str(rounded(exact, 2, rounding)) for rounding in range(3))
                yield f"score {weight} {actual} {target} = {answers}"


def all_cases(counts):
    yield from parse_cases(150000)
    yield from format_cases(100000)
    yield from arithmetic_cases(50000)
    yield from decimal_round_cases(120000)
    yield from scale_cases(50000)
    yield from compare_cases(80000)
    yield from fraction_round_cases(200000)
    yield from fraction_format_cases(30000)
    yield from sum_cases(40000)
    yield from claim_cases(150000)
    yield from natural_ties(counts)


def main():
    counts = {"scores": 0, "ties": 0}
    with subprocess.Popen([sys.argv[1]], stdin=subprocess.PIPE, text=True, encoding="ascii") as driver:
        lines = []
        for line in all_cases(counts):
            lines.append(line)
            if len(lines) == 2000:
                driver.stdin.write("\n".join(lines) + "\n")
                lines.clear()
        driver.stdin.write("\n".join([*lines, ""]))
        driver.stdin.close()
        status = driver.wait()
    print(f"natural scores w * a / t: {counts['scores']}, true ties at two places: {counts['ties']}")
    return status


if __name__ == "__main__":
    with localcontext() as context:
        context.prec = 60
        sys.exit(main())
