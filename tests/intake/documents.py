#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Imports the documents of documents/ and compares what is said of them, the XML, and in short how they are scored, with
the files beside them.
Usage: documents.py [--accept] FUHE_PROGRAM. With --accept they are recorded: read them against the document then.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path("tests/intake/documents")
KINDS = (".md", ".html", ".txt")


def scored(program, document):
    """A line a form: a blank one is unscored, which is no error. The 15 forms are scored by source_document.py."""
    if document.stem == "yanbian-2024":
        return
    done = subprocess.run([program, "score", "--format", "json", str(document)], check=False, stdout=subprocess.PIPE,
                          text=True)
    for form in json.loads(done.stdout)["forms"]:
        totals, grading = form["totals"], form["grading"]
        yield (f"{form['id']}: {form['state']}, verified {totals.get('verified', '—')}, "
               f"grade {grading.get('grade', '—')} ({grading['firmness']})\n")


def play(program, document):
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run([program, "import", "--show", "--lang", "en", str(document), "-o", scratch], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        xml = pathlib.Path(scratch) / (document.stem + ".xml")
        said = done.stdout.replace(scratch, "$SCRATCH") + f"=> {done.returncode}\n" + "".join(scored(program, document))
        return said, xml.read_text(encoding="utf-8") if xml.exists() else ""


def main():
    accept = sys.argv[1] == "--accept"
    program = sys.argv[-1]
    failed = 0
    documents = sorted(path for path in FOLDER.iterdir() if path.suffix in KINDS)
    for document in documents:
        for ending, got in zip((".shown", ".xml"), play(program, document)):
            expected = document.with_suffix(ending)
            if accept:
                expected.write_text(got, encoding="utf-8")
            elif expected.read_text(encoding="utf-8") != got:
                failed += 1
                subprocess.run(["diff", "-u", str(expected), "-"], input=got.encode(), check=False)
    print(f"{len(documents)} documents, {failed} differences")
    sys.exit(failed > 0 or len(documents) < 18)


if __name__ == "__main__":
    main()
