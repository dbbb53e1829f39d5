# SPDX-License-Identifier: Apache-2.0
"""What the tests of filling share: running the program, and packages entry by entry."""
import io
import pathlib
import struct
import subprocess
import sys
import zipfile
from decimal import Decimal, InvalidOperation

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "intake"))

from forms import NAMESPACE, drop, read_forms  # noqa: E402
from lxml import etree  # noqa: E402

RULES = ("--rules", "jilin-yanbian")


def run(*arguments):
    return subprocess.run([str(argument) for argument in arguments], check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, timeout=120)


def fill(program, source, target, *options):
    return run(program, "score", "--lang", "zh", *RULES, "--fill", source, "-o", target, *options)


def entries(content):
    """Of each entry its name, time, attributes and compressed bytes as they lie in the package."""
    listed = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            names = struct.unpack("<HH", content[entry.header_offset + 26:entry.header_offset + 30])
            begin = entry.header_offset + 30 + sum(names)
            listed.append((entry.filename, entry.date_time, entry.external_attr, entry.compress_type,
                           content[begin:begin + entry.compress_size]))
    return listed


def changed_entries(before, after):
    """The names of the entries that are not byte for byte what they were; None when it is not the same list."""
    old, new = entries(before), entries(after)
    if [entry[:4] for entry in old] != [entry[:4] for entry in new]:
        return None
    return [one[0] for one, other in zip(old, new) if one != other]


def number(text):
    try:
        return Decimal(text)
    except (InvalidOperation, TypeError):
        return text


def with_review(path):
    """The forms of an XML file without places, and their reviewers' figures as numbers."""
    forms = drop(read_forms(path)[0], ("id", "disclosed"))
    rates = [form.find(NAMESPACE + "total") for form in etree.parse(str(path)).getroot().iter(NAMESPACE + "form")]
    for form, total in zip(forms, rates):
        form["rate"] = None if total is None else number(total.get("deviation-rate"))
        for row in form["indicators"]:
            row["reviewed_score"] = number(row.get("reviewed_score") or None)
            row["reviewed_reason"] = row.get("reviewed_reason") or None
    return forms
