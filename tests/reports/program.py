# SPDX-License-Identifier: Apache-2.0
"""The program, run in a folder of its own."""
import os
import pathlib
import subprocess


class Program:
    def __init__(self, path, folder):
        self.path = str(pathlib.Path(path).resolve())
        self.folder = pathlib.Path(folder)

    def start(self, *arguments, language="en", environment=None, **options):
        return subprocess.Popen([self.path, arguments[0], "--lang", language, *arguments[1:]], cwd=self.folder,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env={**os.environ, **(environment or {})}, **options)

    def run(self, *arguments, expect=0, **options):
        """Runs it to its end; gives what it printed."""
        process = self.start(*arguments, **options)
        output, errors = process.communicate()
        assert expect is None or process.returncode == expect, (arguments, process.returncode, output, errors)
        return output.decode(), errors.decode()


def tree(folder):
    """Every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def differing(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
