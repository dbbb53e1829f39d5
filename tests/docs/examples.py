#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of the documentation. Usage: examples.py [--accept] FUHE_PROGRAM PAGE…

A block that begins with ```sh run is run by the shell in the top folder, with the program in the path. The ```text block
behind it, if there is one, must be what it prints; a line of … in it stands for any number of lines. The exit code must
be 0, or 1 where the forms have errors; `echo $?` shows it where it matters. With --accept the blocks are written anew,
those with a … further down apart.

A block that begins with ```xml edit FILE or ```diff edit FILE changes that file, as a reader would: each element takes the
place of the one of its name, a case or a new element goes to the end; lines behind - are replaced by those behind +.
"""
import os
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"```sh run\n(?P<script>.*?)```\n(?P<gap>\n*)(?:```text\n(?P<expected>.*?)```\n)?"
                   r"|```(?P<kind>xml|diff) edit (?P<file>\S+)\n(?P<edit>.*?)```\n", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# The demo builds before it scores; its scoring alone is run here.
DEMO = re.compile(r"^\./demo\b(.*)$", re.MULTILINE)
SCORED_BY_DEMO = r"fuhe score\1 tests/forms/yanbian-2024/department.xml"


def run(script, program):
    folder = str(pathlib.Path(program).resolve().parent)
    environment = {**os.environ, "PATH": folder + os.pathsep + os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", DEMO.sub(SCORED_BY_DEMO, script)], env=environment, check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode()


def element(name):
    """A child of the root, indented by two."""
    return re.compile(rf"^  <{name}\b(?:[^>]*/>|[^\n]*</{name}>|.*?\n  </{name}>)\n", re.DOTALL | re.MULTILINE)


def put_elements(text, block):
    """The text with the elements of the block in it."""
    while block.strip():
        name = re.match(r"  <([a-z-]+)", block)[1]
        new = element(name).match(block)[0]
        block = block[len(new):]
        seen = COMMENT.sub(lambda comment: " " * len(comment[0]), text)
        old = None if name == "case" else element(name).search(seen)
        start, end = old.span() if old else (seen.rindex("</"), seen.rindex("</"))
        text = text[:start] + new + text[end:]
    return text


def change_lines(text, block):
    """The text with the lines behind - replaced by those behind +."""
    lines = block.splitlines(keepends=True)
    old, new = ("".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
    if text.count(old) != 1:
        raise ValueError(f"stands there {text.count(old)} times:\n{old}")
    return text.replace(old, new)


def edit(block):
    path = pathlib.Path(block["file"])
    change = {"xml": put_elements, "diff": change_lines}[block["kind"]]
    path.write_text(change(path.read_text(encoding="utf-8"), block["edit"]), encoding="utf-8")


def matches(expected, printed):
    pattern = "".join("(?:.*\n)*?" if line.strip() == "…" else re.escape(line) + "\n" for line in expected.splitlines())
    return re.fullmatch(pattern, printed) is not None


def shortened(printed, expected):
    """The end of printed, as many lines as expected has behind its leading …; all of it where there is none."""
    if not expected.startswith("…\n"):
        return printed
    lines = expected.count("\n") - 1
    return "…\n" + "".join(printed.splitlines(keepends=True)[-lines:])


def check(page, program, accept):
    """Number of examples run and of those that failed."""
    text = page.read_text(encoding="utf-8")
    counts = [0, 0]

    def one(block):
        if block["file"]:
            edit(block)
            return block[0]
        code, printed = run(block["script"], program)
        expected = block["expected"]
        good = code in (0, 1) and (expected is None or matches(expected, printed))
        counts[0] += 1
        if accept and expected is not None and "…\n" not in expected[2:]:
            return block[0].replace("```text\n" + expected, "```text\n" + shortened(printed, expected))
        if not good:
            counts[1] += 1
            print(f"{page}: exit code {code}: {block['script']}{printed}")
        return block[0]

    rewritten = BLOCK.sub(one, text)
    if accept and rewritten != text:
        page.write_text(rewritten, encoding="utf-8")
    return counts


def main():
    accept = sys.argv[1] == "--accept"
    program, *pages = sys.argv[2:] if accept else sys.argv[1:]
    results = [check(pathlib.Path(page), program, accept) for page in pages]
    examples, failed = (sum(column) for column in zip(*results))
    print(f"{examples} examples, {failed} failed")
    sys.exit(failed > 0 or examples == 0)


if __name__ == "__main__":
    main()
