#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds rules/pack.xsd against the packs: good ones are valid, those that are bad in form are not. Every pack has cases,
which are valid by rules/cases.xsd."""
import glob
import sys

try:
    from lxml import etree
except ImportError:
    sys.exit(77)

# Bad in what the values mean together, which a schema cannot say; all others are bad in form.
BAD_IN_MEANING = """band-gap band-overlap band-unreachable band-above-100 band-not-monotone band-short-of-weight
bands-missing bands-of-linear total-row-missing grade-gap grade-overlap grade-unreachable grade-above-full-marks
grade-twice weights-95 variant-110 variant-twice weight-negative full-marks-zero category-twice category-cost-method
category-words-collide word-twice step-overlap step-gap step-short-of-100 step-short-of-0 step-turned-round explain-200 placeholder-in-force
step-word-twice step-word-met tier-not-monotone
tier-unreachable tier-overlap tier-below-target explain-below-target rule-missing rule-twice rule-without-source
rule-without-clause practice-with-source recalled-in-force source-unknown source-twice period-turned-round
attribute-missing category-without-word date-no-such-day severity-code-unknown unspent-above-100 title-missing doctype
band-above-weight band-between-rates weight-rounded-down tier-at-target step-worse-first step-word-for-nothing
step-word-number word-for-nothing total-word-dash unpaid-word-zero category-word-dash grade-between-totals
grade-below-execution variants-alike variant-like-weights cost-needed-without-points""".split()

schema = etree.XMLSchema(etree.parse("rules/pack.xsd"))
faults = 0


def hold(path, wanted):
    global faults
    if schema.validate(etree.parse(path)) != wanted:
        print(f"{path}: {'not valid' if wanted else 'valid'} by rules/pack.xsd: {schema.error_log.last_error}")
        faults += 1


good = [path for folder in ("rules/*/pack.xml", "tests/rules/good/*.xml", "tests/rules/good/*/pack.xml",
                            "examples/rules/*/pack.xml") for path in glob.glob(folder)]
bad = glob.glob("tests/rules/bad/*.xml")
if not good or not bad:
    sys.exit("no packs found")
for path in good:
    hold(path, True)
for path in bad:
    hold(path, path.split("/")[-1][:-4] in BAD_IN_MEANING)

cases = etree.XMLSchema(etree.parse("rules/cases.xsd"))
for path in (path for path in good if path.endswith("/pack.xml")):
    beside = path.replace("pack.xml", "cases.xml")
    if not cases.validate(etree.parse(beside)):
        print(f"{beside}: not valid by rules/cases.xsd: {cases.error_log.last_error}")
        faults += 1
sys.exit(1 if faults else 0)
