#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Documents that mean the same must give the same result. Usage: test_same_meaning.py FUHE_PROGRAM

Each case rewrites the department's document, or calls the program in another way, and compares the JSON output with the
plain run: byte for byte, or without lines and columns where the rewriting moves them, or by content where it moves rows.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
DOCUMENT = pathlib.Path("tests/forms/yanbian-2024/department.xml").read_bytes()
MOVED = {"line", "column"}


def run(document, by_file=None, environment=None, arguments=()):
    command = [PROGRAM, "score", "--format", "json", *arguments, by_file or "-"]
    done = subprocess.run(command, input=None if by_file else document, stdout=subprocess.PIPE, check=False,
                          env={**os.environ, **(environment or {})},
                          stdin=subprocess.DEVNULL if by_file else None)
    assert done.returncode == 1, f"exit code {done.returncode}"
    return done.stdout


def without_places(value):
    if isinstance(value, dict):
        return {key: without_places(item) for key, item in value.items() if key not in MOVED}
    return [without_places(item) for item in value] if isinstance(value, list) else value


def rewrite_tags(change):
    """change gets the attributes of a start tag as a list of texts and gives what is to stand there."""
    def tag(match):
        attributes = re.findall(rb'[\w:]+="[^"]*"', match.group(2))
        return b"<" + match.group(1) + change(attributes) + match.group(3) + b">"
    return re.sub(rb'<(\w+)((?: [\w:]+="[^"]*")+)(/?)>', tag, DOCUMENT)


def reversed_attributes():
    return rewrite_tags(lambda attributes: b"".join(b" " + text for text in reversed(attributes)))


def spread_attributes():
    return rewrite_tags(lambda attributes: b"".join(b"\n\t " + text.replace(b"=", b" = ", 1) for text in attributes) + b" ")


def single_quotes():
    return rewrite_tags(lambda attributes: b"".join(b" " + text.replace(b'"', b"'") for text in attributes))


def character_references():
    text = DOCUMENT.decode()
    head, body = text.split("\n", 1)
    return (head + "\n" + "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in body)).encode()


def in_encoding(name, codec):
    return DOCUMENT.decode().replace('encoding="UTF-8"', f'encoding="{name}"').encode(codec)


def with_prefix():
    text = re.sub(rb"<(/?)(\w)", rb"<\1f:\2", DOCUMENT)
    return text.replace(b"xmlns=", b"xmlns:f=")


# name -> document that means the same; line and column are not compared
REWRITTEN = {
    "attributes in reverse order": reversed_attributes,
    "attributes on lines of their own": spread_attributes,
    "single quotes": single_quotes,
    "character references": character_references,
    "no white space between elements": lambda: re.sub(rb">\s+<", b"><", DOCUMENT),
    "more white space between elements": lambda: re.sub(rb">\s+<", b">\n\n \t<", DOCUMENT),
    "carriage returns": lambda: DOCUMENT.replace(b"\n", b"\r\n"),
    "comments and instructions": lambda: DOCUMENT.replace(b"<indicators>", b"<!-- x --><?y z?><indicators>"),
    "CDATA sections": lambda: re.sub(rb"<target>([^<&]+)</target>", rb"<target><![CDATA[\1]]></target>", DOCUMENT),
    "white space around values": lambda: re.sub(rb"<actual>([^<]+)</actual>", rb"<actual>\n \1\t</actual>", DOCUMENT),
    "empty elements written out": lambda: DOCUMENT.replace(b"<reason/>", b"<reason></reason>"),
    "a prefix for the namespace": with_prefix,
    "byte order mark": lambda: b"\xef\xbb\xbf" + DOCUMENT,
    "GBK": lambda: in_encoding("GBK", "gbk"),
    "GB18030": lambda: in_encoding("GB18030", "gb18030"),
    "UTF-16": lambda: in_encoding("UTF-16", "utf-16"),
}

def reversed_rows():
    """Fund rows and indicators in the opposite order: level 1 is printed in every row, so each stays what it was."""
    def reverse(match):
        rows = re.findall(rb"<fund\s[^>]*/>|<indicator\s.*?</indicator>", match.group(2), flags=re.DOTALL)
        return match.group(1) + b"\n".join(reversed(rows)) + match.group(3)
    return re.sub(rb"(<(?:funds|indicators)\b[^>]*>)(.*?)(</(?:funds|indicators)>)", reverse, DOCUMENT, flags=re.DOTALL)


def by_content(document):
    """What each form's figures come to, whatever the order of its rows, which are called by name instead of number."""
    def unordered(form, items):
        plain = ({key: item for key, item in row.items() if key not in {"number", "path"}} for row in items)
        named = (row | {"row": form["rows"][row["row"] - 1]["name"]} if "row" in row else row for row in plain)
        return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in named)
    forms = without_places(json.loads(document))["forms"]
    return [{part: form[part] for part in ("id", "state", "totals", "grading", "execution", "categories")}
            | {part: unordered(form, form[part]) for part in ("rows", "findings")} for form in forms]


# name -> another way to call the program; every byte is compared, places included
CALLED = {
    "twice": {},
    "C locale": {"environment": {"LC_ALL": "C"}},
    "UTF-8 locale": {"environment": {"LC_ALL": "C.UTF-8"}},
    "unknown locale": {"environment": {"LC_ALL": "xx_XX"}},
    "another time zone": {"environment": {"TZ": "Asia/Shanghai"}},
    "English": {"arguments": ["--lang", "en"]},
    "Chinese": {"arguments": ["--lang", "zh"]},
    "no environment": {"environment": {name: "" for name in os.environ}},
}


def cases():
    plain = run(DOCUMENT)
    assert len(json.loads(plain)["forms"]) == 15
    meaning = without_places(json.loads(plain))
    for name, rewrite in REWRITTEN.items():
        document = rewrite()
        # A rewriting that changes nothing would test nothing.
        yield name, document != DOCUMENT and without_places(json.loads(run(document))) == meaning
    for name, how in CALLED.items():
        yield name, run(DOCUMENT, **how) == plain
    turned = reversed_rows()
    yield "rows in reverse order", turned != DOCUMENT and by_content(run(turned)) == by_content(plain)
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(DOCUMENT)
        file.flush()
        yield "from a file", run(None, by_file=file.name) == plain.replace(b'"-"', json.dumps(file.name).encode())
        yield "a changed value is seen", run(DOCUMENT.replace(b"5.34", b"6.34", 1)) != plain


failed = 0
for case, passed in cases():
    if not passed:
        failed += 1
    print("ok  " if passed else "FAIL", case)
sys.exit(failed > 0)
