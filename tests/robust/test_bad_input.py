#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Input that somebody will give one day. Usage: test_bad_input.py FUHE_PROGRAM

Each case is a document or a way of calling, with the exit code and a word that has to stand in the report or the
complaint. No case may crash, take long or, but for the sanitizers with --instrumented, more than 512 MiB of memory.
"""
import os
import resource
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
SECONDS = 20
MEMORY = 512 << 20 if "--instrumented" not in sys.argv else resource.RLIM_INFINITY

OK, FINDINGS, USAGE, UNSCORED, RULES, NOTHING, OUTPUT = 0, 1, 2, 3, 4, 5, 6


def form(rows="", head='year="2024" region="延边"', total='<total claimed="10"/>', funds=None):
    funds = funds if funds is not None else '<fund label="年度资金总额" budget="10" executed="10" rate="100" score="10"/>'
    return (f'<form xmlns="urn:fuhe:form:1" id="f" {head}><project>p</project><funds unit="万元">{funds}</funds>'
            f"<indicators>{rows}</indicators>{total}</form>")


def row(target="2次", actual="2次", weight="10", score="10", name="巡检", level1="产出指标"):
    return (f'<indicator level1="{level1}" name="{name}" weight="{weight}" score="{score}"><target>{target}</target>'
            f"<actual>{actual}</actual><reason/></indicator>")


BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))

# name -> document, exit code, what has to be said
DOCUMENTS = {
    # A document that is refused leaves nothing evaluated.
    "an empty file": ("", NOTHING, "empty"),
    "white space only": (" \n", NOTHING, "empty"),
    "no XML": ("project,score\na,1\n", NOTHING, "intake-no-form"),
    "a cut document": (form(row())[:-40], NOTHING, "not-xml"),
    "bytes behind the document": (form(row()) + "<x/>", UNSCORED, "not-xml"),
    "a NUL byte in it": (form(row()).replace("巡检", "巡\0检"), NOTHING, ""),
    "another namespace": (form(row()).replace("form:1", "form:2"), NOTHING, "namespace"),
    "no namespace": (form(row()).replace(' xmlns="urn:fuhe:form:1"', ""), NOTHING, "namespace"),
    "another root": ('<pack xmlns="urn:fuhe:form:1"/>', NOTHING, "root"),
    "no form in it": ('<forms xmlns="urn:fuhe:form:1"/>', NOTHING, "no-form"),
    "an entity bomb": (f'<!DOCTYPE form [<!ENTITY e0 "x">{BOMB}]>' + form(row(name="&e11;")), NOTHING, "doctype"),
    "an external entity": ('<!DOCTYPE form [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + form(row(name="&e;")),
                           NOTHING, "doctype"),
    "an unknown entity": (form(row(name="&nbsp;")), NOTHING, "entity"),
    "10 MB of one attribute": (form(row(name="x" * 10_000_000)), NOTHING, "limit"),
    "10 MB of one text": (form(row(target="x" * 10_000_000)), NOTHING, "limit"),
    "100,000 nested elements": (form("<a>" * 100_000 + "</a>" * 100_000), NOTHING, "limit"),
    "80,000 attributes": (form("<indicator " + " ".join(f'a{i}=""' for i in range(80_000)) + "/>"), NOTHING, "limit"),
    "100,000 indicators": (form(row() * 100_000), NOTHING, "limit"),
    "GBK bytes declared UTF-8": (b'<?xml version="1.0" encoding="UTF-8"?>' + form(row()).encode("gbk"), NOTHING,
                                 "bytes"),
    "an unknown encoding": ('<?xml version="1.0" encoding="EBCDIC-9"?>' + form(row()), NOTHING, "encoding"),
    "200 indicators": (form(row(weight="0.45", score="0.45") * 200, total='<total claimed="100"/>'), None,
                       "duplicate-indicator"),
    "no indicator": (form(), UNSCORED, "missing-value"),
    "two totals": (form(row(), total='<total claimed="20"/><total claimed="21"/>'), FINDINGS, "repeated-element"),
    "a weight of 10^30": (form(row(weight="1" + "0" * 30)), UNSCORED, "unreadable-value"),
    "a negative weight": (form(row(weight="-5")), UNSCORED, "unreadable-value"),
    "a weight of zero": (form(row(weight="0", score="0")), FINDINGS, "weight-sum"),
    "a target of zero": (form(row(target="0起", actual="1起")), FINDINGS, "full-marks-unmet"),
    "an empty target": (form(row(target="")), FINDINGS, "missing-value"),
    "a target of a dash": (form(row(target="—")), FINDINGS, "missing-value"),
    "an endless target": (form(row(target="∞")), FINDINGS, "unreadable-value"),
    "a budget of zero": (form(row(), funds='<fund label="年度资金总额" budget="0" executed="0" score="10"/>'), None, ""),
    "a year long gone": (form(row(), head='year="1999" region="延边"'), FINDINGS, "rules-period"),
    "an unknown element": (form(row() + "<surprise/>"), FINDINGS, "unknown-element"),
}


def limit():
    if MEMORY != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def call(arguments, document=b"", stdout=subprocess.PIPE):
    done = subprocess.run([PROGRAM, "score", "--lang", "en", *arguments], input=document, stdout=stdout, check=False,
                          stderr=subprocess.PIPE, timeout=SECONDS, preexec_fn=limit)
    return done.returncode, (done.stdout or b"").decode() + done.stderr.decode()


def documents():
    for name, (document, code, word) in DOCUMENTS.items():
        document = document if isinstance(document, bytes) else document.encode()
        returned, said = call(["--format", "json", "-"], document)
        expected = (OK, FINDINGS, UNSCORED) if code is None else (code,)
        yield name, returned in expected and word in said and said != "", f"{returned} {said[:300]}"


def calls():
    good = form(row()).encode()
    with tempfile.TemporaryDirectory() as folder:
        files = {name: os.path.join(folder, name) for name in ("good.xml", "bad.xml", "pack.xml")}
        for name, text in (("good.xml", good), ("bad.xml", b"<"), ("pack.xml", b"<pack/>")):
            with open(files[name], "wb") as file:
                file.write(text)
        table = {
            "a folder": ([folder], NOTHING, ""),
            "a file that is not there": ([folder + "/none.xml"], NOTHING, "none.xml"),
            "a bad file among good ones": ([files["good.xml"], files["bad.xml"], files["good.xml"]], UNSCORED, "2 forms"),
            "no file named": ([], USAGE, ""),
            "an unknown option": (["--colour", files["good.xml"]], USAGE, "--colour"),
            "an unknown pack": (["--rules", "atlantis", files["good.xml"]], USAGE, "atlantis"),
            "a pack that is none": (["--rules", files["pack.xml"], files["good.xml"]], RULES, "pack.xml"),
            "output into a missing folder": (["-o", folder + "/a/b", files["good.xml"]], OUTPUT, ""),
            "a full disk": (["-o", "/dev/full", files["good.xml"]], OUTPUT, ""),
        }
        for name, (arguments, code, word) in table.items():
            returned, said = call(arguments)
            yield name, returned == code and word in said and said != "", f"{returned} {said[:300]}"
        with open("/dev/full", "wb") as full:
            returned, said = call([files["good.xml"]], stdout=full)
            yield "a full disk behind standard output", returned == OUTPUT, f"{returned} {said[:300]}"
        reader, writer = os.pipe()
        os.close(reader)
        returned, said = call(["--format", "json", files["good.xml"]], stdout=writer)
        os.close(writer)
        yield "a reader that left", returned == OUTPUT and said == "", f"{returned} {said[:300]}"


def main():
    failed = 0
    for suite in (documents, calls):
        for name, passed, said in suite():
            failed += not passed
            print("ok  " if passed else "FAIL", name, "" if passed else said)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
