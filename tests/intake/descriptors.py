#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the program writes to is not open in the office program that it starts. Usage: descriptors.py FUHE_PROGRAM"""
import os
import pathlib
import subprocess
import sys
import tempfile

# Its environment is empty: it finds its place by its own name.
STAND_IN = '#!/bin/sh\nfor one in /proc/$$/fd/*; do readlink "$one"; done > "${0%/*}/open"\n'


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    if not pathlib.Path("/proc/self/fd").is_dir():
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        made = folder / "programs"
        made.mkdir()
        stand_in = made / "soffice"
        stand_in.write_text(STAND_IN)
        stand_in.chmod(0o755)
        document = folder / "form.rtf"
        document.write_text("{\\rtf1 a}")
        for output in (folder / "review.txt", "/dev/full"):
            subprocess.run([program, "score", "--convert", "-o", output, document], check=False, stderr=subprocess.DEVNULL,
                           env={**os.environ, "PATH": f"{made}:{os.environ['PATH']}"})
            left = [line for line in (made / "open").read_text().splitlines()
                    if line.startswith(str(output)) or line == str(document)]
            if left:
                sys.exit(f"open in the office program: {', '.join(left)}")


if __name__ == "__main__":
    main()
