#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the rule book as a page against the one as text, and what `fuhe rules diff` tells machines against its schema.

Of every pack: the page is well-formed, needs nothing beside it, its links lead somewhere, and everything that the text
says of a rule stands in its section. Of pairs of packs: the JSON is valid, names the rules that the text names, is the
same in both languages, and turned round when the packs are. Usage: book.py FUHE_PROGRAM
"""
import glob
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
from lxml import etree

FUHE = sys.argv[1]
PACKS = sorted(path.split("/")[1] for path in glob.glob("rules/*/pack.xml")) + sorted(glob.glob("tests/rules/good/*.xml")) + \
    sorted(glob.glob("examples/rules/*/pack.xml"))
PAIRS = [("mof-2020", "mof-2021-cost"), ("jilin-yanbian", "mof-2021-cost"), ("hubei", "national-linear"),
         ("sichuan-pidu", "zhejiang"), ("tests/rules/good/least.xml", "tests/rules/good/other-choices.xml"),
         ("guangxi", "guangxi"), ("jilin-yanbian", "examples/rules/example-county/pack.xml"),
         ("mof-2020", "examples/rules/shili-2026/pack.xml")]
SCHEMA = jsonschema.Draft202012Validator(json.loads(pathlib.Path("report/rules-diff.schema.json").read_text("utf-8")))


def check(condition, what):
    if not condition:
        sys.exit(f"book: {what}")


def run(codes, *arguments):
    done = subprocess.run([FUHE, "rules", *arguments], check=False, capture_output=True)
    check(done.returncode in codes, f"fuhe rules {' '.join(arguments)}: exit code {done.returncode}: {done.stderr}")
    return done.stdout.decode("utf-8")


def bare(text):
    """Text without what only sets words apart."""
    return re.sub(r"[\s、,]", "", text)


def words_of(element):
    """All that a reader of an element is told, pictures included."""
    return bare("".join(element.itertext()) + "".join(element.xpath(".//@aria-label")))


# --- the page ---

def sections_of_text(text):
    """The lines of each rule, by its id."""
    parts = re.split(r"^\d+\. .* \[([a-z-]+)\]$", text, flags=re.M)
    return {name: body.split("\n\n")[0] for name, body in zip(parts[1::2], parts[2::2])}


def in_section(line, section, told):
    """A line of values stands in the section as it is; of a table, label and figure are in cells of their own."""
    parts = [bare(part) for part in re.split(r"\s{2,}", line.strip()) if part]
    return all(part in told or set(re.findall(r"\d+(?:\.\d+)?", part)) <= set(
        cell.strip() for cell in section.xpath(".//td/text()")) and re.search(r"\d", part) for part in parts)


def check_page(pack, language):
    page = run((0,), "show", pack, "--format", "html", "--lang", language)
    text = run((0,), "show", pack, "--lang", language)
    root = etree.fromstring(page.replace("<!DOCTYPE html>", "", 1).encode("utf-8"))
    where = f"{pack} in {language}"
    check(root.get("lang") == {"zh": "zh-CN", "en": "en"}[language], f"{where}: language")
    check(not root.xpath("//script | //link | //img | //@src | //@onclick"), f"{where}: needs something beside it")
    check("url(" not in page and "@import" not in page, f"{where}: its style needs something beside it")
    names = root.xpath("//@id")
    check(len(names) == len(set(names)), f"{where}: an id twice")
    links = root.xpath("//a/@href")
    check(links and all(link[0] == "#" and link[1:] in names for link in links), f"{where}: a link leads nowhere")
    rules = sections_of_text(text)
    check(len(rules) == 21, f"{where}: {len(rules)} rules in the text")
    for name, body in rules.items():
        section = root.xpath(f"//section[@id='{name}']")[0]
        told = words_of(section)
        lines = body.strip("\n").split("\n")
        says = bare(root.xpath(f"//section[@id='{name}']/p[@class='says']")[0].text)
        while lines and bare(lines[0]) in says and lines[0].strip():  # it may be broken into lines
            lines.pop(0)
        for line in lines:
            check(in_section(line, section, told), f"{where}: {name} lacks “{line.strip()}”")
    for line in text.split("\n\n")[-1].split("\n")[1:]:
        source = words_of(root.xpath("//section[@id='sources']")[0]).replace("·", "")
        check(bare(line).replace("·", "") in source, f"{where}: sources lack “{line.strip()}”")


def check_hostile():
    """Whatever a pack says is text."""
    pack = pathlib.Path("tests/rules/good/other-choices.xml").read_text("utf-8")
    evil = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&#x202E;"
    pack = re.sub(r' (zh|en|clause|document|date)="', lambda match: f'{match.group(0)}{evil}', pack)
    pack = re.sub(r"<word>", f"<word>{evil}", pack)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/evil.xml"
        pathlib.Path(path).write_text(pack, "utf-8")
        page = run((0,), "show", path, "--format", "html", "--lang", "en")
        root = etree.fromstring(page.replace("<!DOCTYPE html>", "", 1).encode("utf-8"))
        check("&lt;script&gt;" in page and "\u202e" not in page, "hostile text is not shown as text")
        check(not root.xpath("//script | //@onclick"), "hostile text becomes markup")
        SCHEMA.validate(json.loads(run((1,), "diff", path, "tests/rules/good/least.xml", "--format", "json")))


# --- the names ---

def check_names(changes):
    """A name for machines is a word of the pack format."""
    known = pathlib.Path("rules/pack.xsd").read_text("utf-8")
    ours = {"output-method", "effect-method", "satisfaction-method", "says", "period", "words", "variants", "bands",
            "steps", "tiers", "grades", "sources", "regions"}
    for change in changes:
        check(change["name"] in ours or f'"{change["name"]}"' in known, f"unknown name {change['name']}")


# --- differences ---

def turned(change):
    pairs = {"before": "after", "after": "before", "added": "removed", "removed": "added"}
    return {pairs.get(key, key): value for key, value in change.items()}


def check_pair(before, after):
    where = f"{before} and {after}"
    codes = (0,) if before == after else (1,)
    raw = run(codes, "diff", before, after, "--format", "json", "--lang", "en")
    check(raw == run(codes, "diff", before, after, "--format", "json", "--lang", "zh"), f"{where}: differs by language")
    diff = json.loads(raw)
    back = json.loads(run(codes, "diff", after, before, "--format", "json"))
    SCHEMA.validate(diff)
    for fault in ({"surprise": 1}, {"schema": "fuhe-rules-diff/0"}, {"summary": {}}):
        check(not SCHEMA.is_valid({**diff, **fault}), f"{where}: damage is not noticed: {fault}")
    check([rule["rule"] for rule in diff["rules"]] == [rule["rule"] for rule in back["rules"]], f"{where}: turned round")
    for rule, other in zip(diff["rules"], back["rules"]):
        for aspect in ("asks", "wording", "paper"):
            check([turned(change) for change in rule[aspect]] == other[aspect], f"{where}: {rule['rule']} turned round")
        check(rule["asks_otherwise"] == bool(rule["asks"]), f"{where}: {rule['rule']} asks")
        check_names(rule["asks"])
    if after.startswith("examples/"):  # an overlay beside its base
        check(all(rule["asks_otherwise"] and "why_after" in rule for rule in diff["rules"]), f"{where}: reasons")
    for language in ("en", "zh"):
        text = run(codes, "diff", before, after, "--lang", language)
        named = re.findall(r"^\d+\. .* \[([a-z-]+)\]$", text, flags=re.M)
        order = [rule["rule"] for rule in sorted(diff["rules"], key=lambda rule: not rule["asks_otherwise"])]
        check(named == order, f"{where}: the text names {named}, the JSON {order}")
    check(sum(diff["summary"].values()) == 21, f"{where}: summary")


def check_reasons():
    """Overlays that change the same for other reasons are not the same."""
    example = pathlib.Path("tests/rules/good/overlay.xml").read_text("utf-8")
    base = pathlib.Path("tests/rules/good/least.xml").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "least.xml").write_text(base, "utf-8")
        paths = [f"{folder}/{name}.xml" for name in ("before", "after")]
        for path, reason in zip(paths, ("理由", "别的理由")):
            pathlib.Path(path).write_text(example.replace('why-zh="理由"', f'why-zh="{reason}"'), "utf-8")
        diff = json.loads(run((1,), "diff", *paths, "--format", "json"))
        SCHEMA.validate(diff)
        check(diff["rules"] and all(rule["why_before"]["zh"] == "理由" and rule["why_after"]["zh"] == "别的理由" and
                                    not rule["asks_otherwise"] for rule in diff["rules"]), "other reasons are lost")
        check("别的理由" in run((1,), "diff", *paths, "--lang", "zh"), "other reasons are not told")


for name in PACKS:
    for tongue in ("zh", "en"):
        check_page(name, tongue)
check_hostile()
check_reasons()
for first, second in PAIRS:
    check_pair(first, second)
