#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A folder of submissions where one file in a hundred is broken, each in one of many ways.

Every broken file must be named with a reason, none may pass, and every other file must give the very bytes that it gives
in a folder without broken ones. Usage: test_broken_batch.py fuhe generate_forms [files], 3500 files if not told; the
count asked of a bureau's folder is 100000.
"""
import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile

EVERY = 100


def zipped(*names):
    """A zip archive with these names in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "<w/>")
    return stream.getvalue()


def before(mark, text):
    """Puts bytes in front of the first place of a mark."""
    return lambda form: form.replace(mark, text + mark, 1)


def instead(mark, text):
    return lambda form: form.replace(mark, text, 1)


# name: what it makes of the bytes of a good document
WAYS = {
    "empty": lambda form: b"",
    "white space only": lambda form: b" \r\n\t\n",
    "cut in half": lambda form: form[: len(form) // 2],
    "cut inside a tag": lambda form: form[: form.index(b"<indicator ") + 20],
    "cut inside a character": lambda form: form[: form.index("指".encode()) + 1],
    "without its last tag": lambda form: form[: form.rindex(b"</")],
    "declares a DOCTYPE": before(b"<form", b"<!DOCTYPE forms>"),
    "brings an entity of its own": before(b"<form", b'<!DOCTYPE f [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "names an unknown entity": before(b"</project>", b"&nbsp;"),
    "another namespace": instead(b"urn:fuhe:form:1", b"urn:fuhe:form:9"),
    "no namespace": instead(b'xmlns="urn:fuhe:form:1"', b""),
    "another root": lambda form: b"<report/>",
    "a page of a browser": lambda form: b"<html><body><p>404<br></body></html>",
    "tags that cross": instead(b"</project>", b"</projekt>"),
    "an attribute twice": instead(b"<project>", b'<project a="1" a="2">'),
    "an attribute without quotes": instead(b"<project>", b"<project a=1>"),
    "a bare ampersand": before(b"</project>", b"A & B"),
    "a bare less-than": before(b"</project>", b"A < B"),
    "a zero byte": before(b"</project>", b"\0"),
    "a control character": before(b"</project>", b"\x01"),
    "a reference to character 0": before(b"</project>", b"&#0;"),
    "bytes that are not UTF-8": before(b"</project>", b"\xff\xfe"),
    "an unknown encoding": lambda form: b'<?xml version="1.0" encoding="x-none"?>' + form[form.index(b"<form"):],
    "UTF-16 with half a character": lambda form: b"\xff\xfe" + form.decode().encode("utf-16-le")[:-3],
    "a comment that never ends": before(b"</project>", b"<!-- "),
    "something behind the end": lambda form: form + b"<more/>",
    "no form in it": lambda form: b'<forms xmlns="urn:fuhe:form:1"/>',
    "nested too deep": before(b"</project>", b"<a>" * 10000),
    "too many indicators": before(b"</indicators>", b"<indicator/>" * 20000),
    "random bytes": lambda form: bytes((i * 2654435761 >> 13) & 255 for i in range(5000)),
    "the head of an archive": lambda form: b"PK\x03\x04" + form,
    "an office document": lambda form: zipped("[Content_Types].xml", "word/document.xml"),
    "a compressed file": gzip.compress,
    "an old Word file": lambda form: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
}


def fill(folder, generate, count):
    """Good documents in folders of a thousand; returns their paths in order."""
    subprocess.run([generate, "--forms", str(count), "--seed", "7", "--folder", folder], check=True,
                   stdout=subprocess.DEVNULL)
    return sorted(os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)


def spoil(paths):
    """Breaks one file in a hundred; returns {path: way}."""
    ways = list(WAYS.items())
    broken = {}
    for turn, path in enumerate(paths[EVERY // 2:: EVERY]):
        name, change = ways[turn % len(ways)]
        with open(path, "rb") as stream:
            form = stream.read()
        changed = change(form)
        assert changed != form, f"{name} changes nothing in {path}"
        with open(path, "wb") as stream:
            stream.write(changed)
        broken[path] = name
    return broken


def score(program, folder):
    """The lines of a batch by file and kind, and its exit code."""
    done = subprocess.run([program, "batch", "--quiet", "--format", "jsonl", folder], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    lines = {}
    for line in done.stdout.splitlines():
        record = json.loads(line)
        if record["type"] != "summary":
            lines.setdefault(record["file"], {}).setdefault(record["type"], []).append(line)
    return lines, done.returncode


def check(good, after, broken):
    for path, way in broken.items():
        kinds = after.get(path, {})
        assert "failure" in kinds, f"{way}: passes without a word ({path})"
        reason = json.loads(kinds["failure"][0])
        assert reason["problem"], f"{way}: no reason"
    for path, lines in good.items():
        if path not in broken:
            assert after.get(path) == lines, f"a good file gives other results beside broken ones: {path}"
    assert set(after) == set(good), "files were lost or invented"


def check_unscored(program, folder, out, broken):
    """Each has its entry in unscored/, with the name of the file and a reason."""
    done = subprocess.run([program, "batch", "--quiet", "--lang", "en", folder, "-o", out], stderr=subprocess.PIPE)
    assert done.returncode == 3, done
    entries = os.listdir(os.path.join(out, "unscored"))
    text = ""
    for name in entries:
        with open(os.path.join(out, "unscored", name), encoding="utf-8") as stream:
            text += stream.read()
    for path, way in broken.items():
        assert path in text, f"{way}: {path} is not in unscored/"
    assert text.count("Reason: ") == len(entries), "an entry without a reason"


def main(program, generate, count):
    with tempfile.TemporaryDirectory() as scratch:
        folder = os.path.join(scratch, "forms")
        os.mkdir(folder)
        paths = fill(folder, generate, count)
        assert len(paths) == count, len(paths)
        good, _ = score(program, folder)
        assert len(good) == count
        broken = spoil(paths)
        after, code = score(program, folder)
        assert code == 3, code
        check(good, after, broken)
        check_unscored(program, folder, os.path.join(scratch, "out"), broken)
        print(f"{count} files, {len(broken)} of them broken in {len(set(broken.values()))} ways: "
              "each has its reason, all others are unharmed")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3500)
