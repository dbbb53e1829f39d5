#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the cases of the command line. Usage: run.py [--accept] FUHE_PROGRAM CASE_FILE…

A case file begins with a sentence that says what holds. Then come commands, each on a line "$ …", run by the shell in the
top folder with the program in the path; behind each what it prints (standard output and error together), and "=> N", its
exit code. $SCRATCH is a folder of the case's own. With --accept what is printed is recorded.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def run(command, program, scratch):
    folder = str(pathlib.Path(program).resolve().parent)
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environment = {**keep, "PATH": folder + os.pathsep + keep["PATH"], "SCRATCH": scratch, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", command], env=environment, check=False, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    printed = done.stdout.decode(errors="backslashreplace").replace(scratch, "$SCRATCH")
    printed = printed.replace("\r", "\\r").replace("\x1b", "\\e").replace("\ufeff", "\\uFEFF")
    if printed and not printed.endswith("\n"):
        printed += "\\\n"
    return printed + f"=> {done.returncode}\n"


def play(path, program):
    """The case as it should read, by what the program does now."""
    text = path.read_text(encoding="utf-8")
    sentence, *commands = re.split(r"^\$ ", text, flags=re.MULTILINE)
    with tempfile.TemporaryDirectory() as scratch:
        played = []
        for block in commands:
            command = block.splitlines()[0]
            played.append(f"$ {command}\n" + run(command, program, scratch))
    return text, sentence + "".join(played)


def main(arguments):
    accept = arguments[:1] == ["--accept"]
    program, *cases = arguments[accept:]
    failed = 0
    for name in cases:
        path = pathlib.Path(name)
        recorded, played = play(path, program)
        if recorded == played:
            continue
        if accept:
            path.write_text(played, encoding="utf-8")
            print(f"recorded {path}")
            continue
        failed += 1
        subprocess.run(["diff", "-u", "--label", f"{path} (recorded)", str(path), "--label", "now", "-"], check=False,
                       input=played.encode())
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed or not cases else 0


sys.exit(main(sys.argv[1:]))
