#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Begins a rule pack on every base with `fuhe rules new` and holds it: it is sound, its cases hold, editors find their
schema. Nothing that is there already is touched. Usage: new.py FUHE_PROGRAM"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = os.path.abspath(sys.argv[1])
RULES = Path("rules").resolve()
EXAMPLES = Path("examples/rules").resolve()
BASES = sorted(path.parent.name for path in RULES.glob("*/pack.xml"))
EXAMPLE = re.compile(r"  <!--\n(.*?)  -->\n", re.DOTALL)
FILES = ["cases.xml", "cases.xsd", "pack.xml", "pack.xsd", "source.md"]
WRITES_NOT, USAGE, INVALID = 6, 2, 4
faults = 0


def run(folder, *operands):
    done = subprocess.run([PROGRAM, "rules", "--lang", "en", *operands], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def expect(what, told, wanted):
    global faults
    if told[0] != wanted:
        faults += 1
        print(f"{what}: exit code {told[0]}, expected {wanted}\n{told[1]}")


def hold(what, is_so):
    if not is_so:
        expect(what, (1, ""), 0)


def is_valid(path):
    """By the schema that the document itself names."""
    try:
        from lxml import etree
    except ImportError:
        return True
    document = etree.parse(str(path))
    named = re.search(r'<\?xml-model href="([^"]+)"', path.read_text(encoding="utf-8"))
    return named is not None and etree.XMLSchema(etree.parse(str(path.parent / named[1]))).validate(document)


def hold_folder(folder):
    """What a new folder must be, whatever it was made of."""
    name = folder.name
    hold(f"{name}: files", sorted(os.listdir(folder)) == FILES)
    expect(f"{name}: check", run(folder.parent, "check", name), 0)
    expect(f"{name}: check of the file", run(folder.parent, "check", f"{name}/pack.xml"), 0)
    expect(f"{name}: test", run(folder.parent, "test", name), 0)
    hold(f"{name}: schemas", is_valid(folder / "pack.xml") and is_valid(folder / "cases.xml"))
    for schema in ("pack.xsd", "cases.xsd"):
        hold(f"{name}: {schema}", (folder / schema).read_bytes() == (RULES / schema).read_bytes())


def hold_full_copies(work):
    """A copy differs from its base by name, status and region alone."""
    for base in BASES:
        expect(f"{base}: new", run(work, "new", "--full", "--base", base, f"new-{base}"), 0)
        folder = work / f"new-{base}"
        hold_folder(folder)
        code, book = run(work, "show", f"new-{base}/pack.xml")
        hold(f"{base}: draft", code == 0 and "draft" in book)
        hold(f"{base}: regions", "<regions>" not in re.sub("<!--.*?-->", "", (folder / "pack.xml").read_text(), flags=re.S))


def hold_overlays(work):
    """One on every base, and each of its examples with the marks of its comment taken off."""
    for base in BASES:
        expect(f"{base}: overlay", run(work, "new", "--base", base, f"over-{base}"), 0)
        hold_folder(work / f"over-{base}")
    for language in ("en", "zh"):
        name = f"examples-{language}"
        expect(name, run(work, "new", name, "--lang", language), 0)
        text = (work / name / "pack.xml").read_text(encoding="utf-8")
        examples = list(EXAMPLE.finditer(text))
        hold(f"{name}: count", len(examples) == 7)
        for example in examples:
            said = f"{name}: {example[1].split()[0]}"
            (work / name / "pack.xml").write_text(text[:example.start()] + example[1] + text[example.end():], encoding="utf-8")
            expect(said, run(work, "check", f"{name}/pack.xml"), 0)
            hold(said + " by the schema", is_valid(work / name / "pack.xml"))


def hold_files(work):
    """On a base that is a file or a folder: its cases come along, and it is found where it lies."""
    (work / "mine").mkdir()
    for name in ("pack.xml", "cases.xml"):
        text = (EXAMPLES / "shili-2026" / name).read_text(encoding="utf-8").replace("shili-2026", "mine")
        (work / "mine" / name).write_text(text, encoding="utf-8")
    expect("folder as base", run(work, "new", "--base", "mine", "beside"), 0)
    hold_folder(work / "beside")
    hold("named", 'base="mine" base-version="1"' in (work / "beside/pack.xml").read_text(encoding="utf-8"))
    expect("file as base", run(work, "new", "--full", "--base", "mine/pack.xml", "full"), 0)
    hold_folder(work / "full")
    (work / "far").mkdir()
    code, said = run(work, "new", "--base", "mine", "away", "-o", "far/away")
    expect("folder elsewhere", (code, said), 0)
    hold("what to do is said", "cp mine/pack.xml far/away/mine.xml" in said)
    expect("before it is done", run(work, "check", "far/away"), INVALID)
    (work / "far/away/mine.xml").write_bytes((work / "mine/pack.xml").read_bytes())
    expect("when it is done", run(work, "check", "far/away"), 0)
    (work / "mine/cases.xml").unlink()
    expect("base without cases", run(work, "new", "--base", "mine/", "alone"), 0)
    hold("no cases", sorted(os.listdir(work / "alone")) == [name for name in FILES if name != "cases.xml"])
    expect("base without cases: check", run(work, "check", "alone"), 0)
    expect("id of the base", run(work, "new", "--base", "mine", "mine", "-o", "again"), USAGE)
    (work / "mine/pack.xml").write_text((work / "mine/pack.xml").read_text(encoding="utf-8")
                                        .replace("UTF-8", "GB18030", 1), encoding="gb18030")
    expect("base of another encoding", run(work, "new", "--base", "mine", "other"), USAGE)
    hold("nothing is made", not (work / "other").exists())


def hold_refusals(work):
    (work / "taken").mkdir()
    (work / "taken/pack.xml").write_text("mine")
    (work / "file").write_text("mine")
    (work / "shut").mkdir()
    before = sorted(os.listdir(work))
    expect("folder that is there", run(work, "new", "taken"), WRITES_NOT)
    expect("file that is there", run(work, "new", "a", "-o", "file"), WRITES_NOT)
    expect("folder in none", run(work, "new", "a", "-o", "nowhere/a"), WRITES_NOT)
    expect("empty folder that is there", run(work, "new", "a", "-o", "shut/"), WRITES_NOT)
    for bad in ("", "Mine", "1a", "a_b", "a-", "../a", "某县", "a" * 65, "mof-2020"):
        expect(f"id {bad}", run(work, "new", bad), USAGE)
    expect("base that is not there", run(work, "new", "a", "--base", "nowhere"), USAGE)
    expect("two ids", run(work, "new", "a", "b"), USAGE)
    hold("nothing is left behind", sorted(os.listdir(work)) == before and (work / "taken/pack.xml").read_text() == "mine")


with tempfile.TemporaryDirectory() as work:
    hold_full_copies(Path(work))
    hold_overlays(Path(work))
with tempfile.TemporaryDirectory() as work:
    hold_files(Path(work))
with tempfile.TemporaryDirectory() as work:
    hold_refusals(Path(work))
sys.exit(1 if faults else 0)
