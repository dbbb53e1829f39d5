#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds every text of a collection against every other, with exact fractions, and compares with what the search found.

A text is the set of its runs of four characters, after full-width signs are narrowed, letters are small, and blanks and
punctuation are gone; a shorter text is one run. A run weighs 1 + min(5, floor(log2((texts + 256) / those that have it))),
where runs that share one of 2^18 counters count as one. Two texts are alike when the runs that both have weigh at least
80 % of those that either has.

The runs are told from the driver's numbers only by how many any two texts share; counters are worked out from them.
What is reported must be exact, and hardly a pair may be missed.
"""
import itertools
import random
import subprocess
import sys
from collections import Counter, defaultdict
from fractions import Fraction

LIMIT = Fraction(8, 10)
PUNCTUATION = ({chr(code) for code in range(0x80) if not chr(code).isalnum()}
               | {chr(code) for code in [*range(0x2000, 0x2070), *range(0x3000, 0x3040), *range(0xFF5F, 0xFF66),
                                         0xA0, 0xB7, 0xFEFF]})
WORD = 0xFFFFFFFF


# What the answers must be


def runs(text):
    narrow = (chr(ord(sign) - 0xFEE0) if "\uFF01" <= sign <= "\uFF5E" else sign for sign in text)
    plain = "".join(sign.lower() if "A" <= sign <= "Z" else sign for sign in narrow if sign not in PUNCTUATION)
    if len(plain) < 4:
        return {plain} if plain else set()
    return {plain[at:at + 4] for at in range(len(plain) - 3)}


def counter(feature):
    feature = (feature ^ feature >> 16) * 0x85EBCA6B & WORD
    feature = (feature ^ feature >> 13) * 0xC2B2AE35 & WORD
    return (feature ^ feature >> 16) >> 14


def floor_log2(ratio):
    return (ratio.numerator // ratio.denominator).bit_length() - 1


def weigh(sets):
    having = Counter(counter(feature) for features in sets for feature in features)
    texts = sum(1 for features in sets if features)
    return {feature: 1 + min(5, floor_log2(Fraction(texts + 256, having[counter(feature)])))
            for feature in set().union(*sets)}


def similarities(sets, weights):
    whole = [sum(weights[feature] for feature in features) for features in sets]
    for a, b in itertools.combinations(range(len(sets)), 2):
        if sets[a] and sets[b]:
            both = sum(weights[feature] for feature in sets[a] & sets[b])
            yield a, b, Fraction(both, whole[a] + whole[b] - both)


class Linked:
    def __init__(self, count):
        self.first = list(range(count))

    def of(self, text):
        while self.first[text] != text:
            text = self.first[text]
        return text

    def link(self, a, b):
        a, b = sorted((self.of(a), self.of(b)))
        self.first[b] = a


# Comparing


class Collection:
    def __init__(self, texts, lines):
        self.texts = texts
        self.sets = [set(map(int, line.split()[1:])) for line in lines if line.startswith("text")]
        self.matches = [tuple(map(int, line.split()[1:])) for line in lines if line.startswith("match")]
        self.faults = []

    def check(self, holds, what):
        if not holds:
            self.faults.append(what)

    def check_features(self):
        expected = [runs(text) for text in self.texts]
        self.check(len(self.sets) == len(expected), "not one set a text")
        for a, features in enumerate(expected):
            self.check(len(features) == len(self.sets[a]), f"text {a} has {len(features)} runs")
        for a, b in itertools.combinations(range(len(expected)), 2):
            shared = len(expected[a] & expected[b])
            self.check(shared == len(self.sets[a] & self.sets[b]), f"texts {a} and {b} share {shared} runs")

    def check_matches(self, pairs):
        """That what is reported is right: similarities, whom a text is like, groups and their order."""
        linked, members = Linked(len(self.texts)), defaultdict(list)
        for a, b in pairs:
            linked.link(a, b)
        for owner, like, group, similarity in self.matches:
            known = pairs.get((min(owner, like), max(owner, like)))
            first = not members[group]
            self.check(first == (owner == like), f"text {owner} is like {like}")
            self.check(similarity == (1000 if first else known and known * 1000 // 1), f"text {owner}: {similarity}")
            members[group].append(owner)
        for group, owners in members.items():
            self.check(len(owners) > 1 and owners == sorted(owners), f"group {group}: {owners}")
            self.check(len({linked.of(owner) for owner in owners}) == 1, f"group {group} holds what is not linked")
        firsts = [members[group][0] for group in range(len(members))]
        self.check(firsts == sorted(firsts), "groups are not in the order of their first texts")
        self.check(len({match[0] for match in self.matches}) == len(self.matches), "a text stands twice")

    def missed(self, pairs):
        group_of = {owner: group for owner, _, group, _ in self.matches}
        missed = [pair for pair in pairs if pair[0] not in group_of or group_of[pair[0]] != group_of.get(pair[1])]
        for pair in missed:
            self.check(pairs[pair] < 1, f"texts {pair} are the same")
        return len(missed)


# Texts to try

OPENINGS = ["目标1：完成", "按计划实施", "年内完成", "进一步推进"]
LETTER = "，资金按规定及时足额支付，专款专用，提高财政资金使用效益，"
SIGNS = str.maketrans({"，": " ; ", "。": "", "1": "１", "2": "２", "A": "a", "B": "Ｂ"})


def words(chance, count):
    return "".join(chr(0x4E00 + chance.randrange(900)) for _ in range(count))


def goal(chance, letters):
    text = chance.choice(OPENINGS) + words(chance, chance.randrange(20, 60))
    if letters and chance.random() < 0.85:
        text += LETTER
    text += words(chance, chance.randrange(10, 60)) + f"{chance.randrange(10000)}万元AB。"
    return text


def changed(chance, text):
    """A near copy: some other characters, a piece more or less, other signs, or no change at all."""
    at = chance.randrange(len(text))
    more = words(chance, chance.randrange(1, 6))
    return chance.choice([
        text, text.translate(SIGNS), text[:at] + more + text[at:], text[:at] + text[at + chance.randrange(1, 8):],
        text[:at] + more + text[at + len(more):], changed_twice(text, at, more)])


def changed_twice(text, at, more):
    return more[0] + text[:at] + more[1:] + text[at:]


def collection(chance, size, letters):
    texts = ["", "。，", "完成", "完成。", "按期", "全年完成", "\uFEFF\u3000"][:size // 10]
    while len(texts) < size:
        earlier = [text for text in texts[-40:] if len(text) > 10]
        new = not earlier or chance.random() < 0.6
        texts.append(goal(chance, letters) if new else changed(chance, chance.choice(earlier)))
    chance.shuffle(texts)
    return texts


def answers(driver, collections):
    text = "".join(line + "\n" for texts in collections for line in [*texts, "="])
    printed = subprocess.run([driver], input=text, capture_output=True, encoding="utf-8", check=True).stdout
    return [block.splitlines() for block in printed.split("end\n")[:-1]]


def main():
    chance = random.Random(20241101)
    sizes = [(1, False), (2, False), (3, False)] + [(40, False)] * 10 + [(120, True)] * 6 + [(500, True), (500, False)]
    collections = [collection(chance, size, letters) for size, letters in sizes]
    given = answers(sys.argv[1], collections)
    assert len(given) == len(collections), f"{len(given)} answers to {len(collections)} collections"
    alike, missed, wrong, seen, later = 0, 0, 0, Counter(), 0
    for texts, lines in zip(collections, given):
        held = Collection(texts, lines)
        held.check_features()
        weights = weigh(held.sets)
        pairs = {(a, b): similarity for a, b, similarity in similarities(held.sets, weights) if similarity >= LIMIT}
        held.check_matches(pairs)
        alike += len(pairs)
        missed += held.missed(pairs)
        wrong += len(held.faults)
        seen.update(weights.values())
        later += sum(like > owner for owner, like, _, _ in held.matches)
        for fault in held.faults[:3]:
            print(f"{len(texts)} texts: {fault}")
    print(f"{len(collections)} collections, {alike} pairs alike, {missed} missed, {wrong} wrong; weights",
          dict(sorted(seen.items())), f"like a later text: {later}")
    # Every weight must have come up, and enough pairs that are alike, else the texts prove nothing.
    return 1 if wrong or missed * 100 > alike * 3 or alike < 500 or len(seen) < 6 or not later else 0


if __name__ == "__main__":
    sys.exit(main())
