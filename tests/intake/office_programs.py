#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The 15 published forms in documents that office programs have written, imported again: every field must be as it was.
LibreOffice turns the pages of render.py into docx, odt and html of its own, a document of office_docx.py into doc and
rtf, and the workbooks of office.py into xlsx and ods, one of them also into xls; python-docx writes docx, where it is
installed. Usage: office_programs.py FUHE_PROGRAM. Exit code 77 (skipped) where LibreOffice is not there.
"""
import io
import pathlib
import shutil
import subprocess
import sys
import tempfile

import office
import office_docx
import render
import round_trip
from forms import read_forms

LAYOUTS = ("nine", "eleven", "any-order", "split", "two-row-header")
WRITER = "--infilter=HTML (StarWriter)"


def convert(folder, files, kind, *options):
    """One call for all files: most of the time goes into starting the program."""
    out = folder / kind.split(":")[0]
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *options, "--convert-to", kind,
                    "--outdir", str(out), *map(str, files)], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300)
    return sorted(out.iterdir())


def write(path, content):
    path.write_bytes(content)
    return path


def by_library(forms, statement, layout):
    """The bytes of a document that python-docx writes."""
    import docx
    document = docx.Document()
    for title, rows in render.tables(forms, layout):
        if title:
            document.add_paragraph(title)
        table = document.add_table(len(rows), len(render.LAYOUTS[layout]))
        for row, column, text, height, width in office.placed(rows):
            cell = table.cell(row, column)
            if height > 1 or width > 1:
                cell = cell.merge(table.cell(row + height - 1, column + width - 1))
            cell.text = text
        document.add_paragraph("")
    for paragraph in render.prose(forms, statement, False):
        document.add_paragraph(paragraph)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def documents(folder):
    """(layout, ending, bytes) of all."""
    forms, statement = read_forms(round_trip.FORMS)
    pages = [write(folder / f"{layout}.html", render.page(forms, statement, layout).encode()) for layout in LAYOUTS]
    books = [write(folder / f"{layout}.xlsx", office.xlsx(forms, statement, layout)) for layout in LAYOUTS]
    text = write(folder / "nine.docx", office_docx.docx(forms, statement, "nine", "merged"))
    made = [*convert(folder, pages, "docx:MS Word 2007 XML", WRITER), *convert(folder, pages, "odt", WRITER),
            *convert(folder, books, "xlsx"), *convert(folder, books, "ods"),
            *convert(folder, sorted((folder / "odt").iterdir()), "html"), *convert(folder, books[:1], "xls"),
            *convert(folder, [text], "doc"), *convert(folder, [text], "rtf")]
    for path in made:
        yield path.stem, path.suffix[1:].replace("html", "wrapped.html"), path.read_bytes()
    try:
        yield "nine", "library.docx", by_library(forms, statement, "nine")
    except ImportError:
        print("python-docx is not here")


def main():
    if shutil.which("soffice") is None:
        print("soffice is not here")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "read").mkdir()
        results = [round_trip.check(sys.argv[1], folder / "read", *document) for document in documents(folder)]
    print(f"{len(results)} documents, {sum(results)} failed")
    sys.exit(any(results) or len(results) < 5 * len(LAYOUTS))


if __name__ == "__main__":
    main()
