#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""LibreOffice opens filled documents and shows what was written. Usage: open_office.py FUHE_PROGRAM; skipped (77) where
LibreOffice is missing."""
import pathlib
import shutil
import sys
import tempfile

from filled import fill, run

import office
import office_docx
from forms import read_forms

FORMS = "tests/forms/yanbian-2024/department.xml"
WANTED = ("校验得分", "0.82", "自评 0.92；按规则 2 × 5.34 ÷ 13", "-0.05", "√")


def main():
    if shutil.which("soffice") is None:
        sys.exit(77)
    forms, _ = read_forms(FORMS)
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for kind, content in (("xlsx", office.xlsx(forms[6:7], None, "nine")), ("docx", office_docx.docx(forms[6:7], None, "nine",
                                                                                                 "merged"))):
            source, copy = folder / f"a.{kind}", folder / f"copy-{kind}.{kind}"
            source.write_bytes(content)
            fill(sys.argv[1], source, copy)
            done = run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                       "csv:Text - txt - csv (StarCalc):44,34,76" if kind == "xlsx" else "txt:Text (encoded):UTF8",
                       "--outdir", folder, copy)
            made = folder / f"copy-{kind}.{'csv' if kind == 'xlsx' else 'txt'}"
            text = made.read_text("utf-8-sig") if made.exists() else done.stderr
            missing = [word for word in WANTED if word not in text]
            failed += len(missing) > 0
            if missing:
                print(f"{kind}: {missing} not in\n{text[:3000]}")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
