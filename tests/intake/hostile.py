#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Documents that are made to do harm: to open other files, to take memory or time without end. Each is read rightly or
refused with a clear sentence, within 256 MB, and nothing that a document names is opened. Usage: hostile.py FUHE_PROGRAM"""
import os
import pathlib
import random
import resource
import struct
import subprocess
import sys
import tempfile
import threading

import office
from packages import SHEET, good, parts, replacing, sheet

MIB = 1 << 20
MEMORY_MAX = 256 * MIB
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ROWS = [["项目名称", "甲"], ["三级指标", "指标值", "完成值", "权重", "得分"], ["培训", "10次", "9次", "20", "18"]]


def noise(length):
    """Text that does not pack well, so that what packs well can hide behind it."""
    return f"<!--{random.Random(1).randbytes(length // 2).hex()}-->"


def word(body, head=""):
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return office.package({
        "[Content_Types].xml": office.content_types([("/word/document.xml", kind)]),
        "_rels/.rels": office.relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'})


def word_table(rows):
    def cell(text):
        return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
    return "<w:tbl>" + "".join(f'<w:tr>{"".join(map(cell, row))}</w:tr>' for row in rows) + "</w:tbl>"


def page(body):
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


def html_table(rows):
    return "<table>" + "".join("<tr>" + "".join(f"<td>{text}" for text in row) for row in rows) + "</table>"


def entries(count, name):
    """An archive of empty parts."""
    local, central, at = [], [], 0
    for number in range(count):
        part = name(number).encode()
        head = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 0, 0, 33, 0, 0, 0, len(part), 0) + part
        central.append(struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, 0, 0, len(part), 0, 0, 0, 0, 0,
                                   at) + part)
        local.append(head)
        at += len(head)
    directory = b"".join(central)
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(directory), at, 0)
    return b"".join(local) + directory + end


def overlapping(content, name, other):
    """The directory says that one part lies where another does."""
    def entry(part):
        at = content.rindex(b"PK\1\2", 0, content.rindex(part.encode()))
        return at, content[at + 42:at + 46]
    at, _ = entry(name)
    return content[:at + 42] + entry(other)[1] + content[at + 46:]


def same_sheet_often():
    """A workbook whose thousand sheets are one part, which packs well."""
    made = parts(sheet=sheet(" " * 1_000_000))
    listed = "".join(f'<sheet name="s{at}" sheetId="{at}" r:id="r1"/>' for at in range(1000))
    made["xl/workbook.xml"] = (f'<workbook xmlns="{office.SHEETS}" xmlns:r="{office.RELATIONS}"><sheets>{listed}</sheets>'
                               "</workbook>")
    return office.package(made)


def billion_laughs():
    lines = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12)]
    return f"<!DOCTYPE x [{''.join(lines)}]>"


def external(target, kind="attachedTemplate"):
    return (f'<Relationship Id="x" Type="{office.RELATIONS}/{kind}" Target="file://{target}" TargetMode="External"/>'
            "</Relationships>")


def cases(pipe):
    """pipe is a file that nobody writes to: who opens it waits for ever."""
    entity = f'<!DOCTYPE a [<!ENTITY b SYSTEM "file://{pipe}">]>'
    outside = f'<!DOCTYPE a SYSTEM "file://{pipe}">'
    links = office.package({**parts(links=replacing("</Relationships>", external(pipe, "externalLink")),
                                    top=replacing("</Relationships>", external(pipe)))})
    strings = f'<sst xmlns="{office.SHEETS}">%s%s</sst>'
    return [
        # nothing is opened, nothing unfolds
        ("links to other files", links, 0, "forms 1"),
        ("an entity of another file", office.package(parts(sheet=entity + "<a>&b;</a>")), 5, "document type"),
        ("a document type elsewhere", office.package(parts(sheet=outside + "<a/>")), 5, "document type"),
        ("Word, an entity of another file", word("<w:p/>", entity), 5, "document type"),
        ("Word, entities without end", word("<w:p>&a11;</w:p>", billion_laughs()), 5, "document type"),
        ("entities without end", office.package(parts(strings=billion_laughs() + "<a>&a11;</a>")), 5, "document type"),
        ("a page that asks for files", page(f'<link rel="stylesheet" href="file://{pipe}"><img src="file://{pipe}">'
                                            f'<object data="file://{pipe}"></object>' + html_table(ROWS)), 0, "forms 1"),
        ("a page with entities of other files", f'<!DOCTYPE html [<!ENTITY b SYSTEM "file://{pipe}">]><html><body>&b;'
         f"{html_table(ROWS)}".encode(), 0, "forms 1"),
        # archives
        ("60,000 parts", entries(60_000, lambda at: f"p{at}" if at else "[Content_Types].xml"), 5, "20000"),
        ("a part in the place of another", overlapping(good, "xl/styles.xml", "xl/worksheets/sheet1.xml"), 5, "damaged"),
        ("one name twice", entries(2, lambda at: "a.md"), 5, "a.md: is empty"),
        ("one sheet a thousand times", same_sheet_often(), 5, "at most 512 MiB"),
        ("strings that lead to a sheet", office.package(parts(links=replacing("../xl/sharedStrings.xml",
                                                                              "worksheets/sheet1.xml"))), 5,
         "shared string that is not there"),
        ("a sheet that leads outside", office.package(parts(links=replacing("worksheets/sheet1.xml",
                                                                            "../../../../etc/passwd"))), 5,
         "etc/passwd: it is not there"),
        # what is written small and large in memory
        ("strings without end", office.package(parts(strings=strings % (noise(200_000), "<si/>" * 6_000_000))), 5,
         "more than 1000000 shared strings"),
        ("merged ranges without end", office.package(parts(sheet=sheet(
            "<row><c><v>1</v></c></row>" + noise(400_000), '<mergeCell ref="A1:B2"/>' * 1_100_000))), 5, "cells"),
        ("parts in UTF-16", office.package(parts(sheet=lambda part: part.replace(
            'encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"))), 0, "forms 1"),
        ("16,384 columns", office.package(parts(sheet=sheet("<row>" + "<c><v>1</v></c>" * 16384 + "</row>")), (SHEET,)), 5,
         "forms 0"),
        ("an attribute of 20 MB", office.package(parts(sheet=sheet(f'<row x="{"x" * 20_000_000}"/>')), (SHEET,)), 5,
         "sheet1.xml: "),
        ("Word, a cell over all columns", word('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
                                               "</w:tc></w:tr></w:tbl>"), 5, "a table has"),
        ("Word, tables in tables", word("<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60), 5,
         "tables are nested 17 deep"),
        ("Word, 400,000 paragraphs", word(noise(200_000) + "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 400_000), 5,
         "250001 paragraphs"),
        ("Word, a form", word(word_table(ROWS)), 0, "forms 1"),
        # pages
        ("nothing closed", page(html_table(ROWS)).replace(b"</table></body></html>", b""), 0, "forms 1"),
        ("100,000 tables in tables", page("<table><tr><td>" * 100_000), 5, "tables are nested 17 deep"),
        ("100,000 elements in elements", page("<div>" * 100_000), 5, "nested 513 deep"),
        ("an attribute of 5 MB", page(html_table(ROWS).replace("<td>培训", f'<td title="{"x" * 5_000_000}">培训')), 0,
         "forms 1"),
        ("100,000 attributes", page("<p " + " ".join(f"a{at}=1" for at in range(100_000)) + ">"), 5,
         "100000 attributes; at most 1000"),
        ("a script with what looks like attributes", page("<script>if (a<b " + "c d " * 3000 + ") x</script>" +
                                                          html_table(ROWS)), 0, "forms 1"),
        ("a comment likewise", page("<!-- <b " + "c d " * 3000 + " -->" + html_table(ROWS)), 0, "forms 1"),
        ("spans without end", page("<table>" + ("<tr>" + "<td rowspan=65534 colspan=1000>a") * 400), 5, "a table has 17000"),
        ("a cell over all rows", page(html_table(ROWS).replace("<td>甲", "<td rowspan=0>甲")), 0, "forms 1"),
        ("bytes that are no text", page(html_table(ROWS)).replace("甲".encode(), b"\0"), 5, "kind that is not known"),
        ("400,000 paragraphs", page("<p>a" * 400_000), 5, "250001 paragraphs"),
        # texts
        ("a line of 10 MB", b"a" * 10_000_000, 5, "forms 0"),
        ("100,000 columns", b"|a" * 100_000 + b"|\n", 5, "a table has 16385 columns"),
        ("lines without end", b"a\n" * 400_000, 5, "250001 paragraphs"),
        ("tables without end", b"|a|\n\n" * 400_000, 5, "250001 paragraphs"),
        ("nothing but bars", b"|" * 16_000 + b"\n" + b"||\n" * 20_000, 5, "cells"),
    ]


def run(program, path):
    """Exit code, what was said, bytes of memory (a process begins with what its parent had). What waits or has no end is
    ended."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([program, "import", "--lang", "en", str(path)], stdout=said, stderr=subprocess.STDOUT,
                                   preexec_fn=limit)
        timer = threading.Timer(90, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        said.seek(0)
        return os.waitstatus_to_exitcode(status), said.read().decode(errors="replace"), usage.ru_maxrss * 1024


def main():
    program = sys.argv[1]
    measured = b"__asan_init" not in pathlib.Path(program).read_bytes()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        pipe = pathlib.Path(folder) / "pipe"
        os.mkfifo(pipe)
        path = pathlib.Path(folder) / "document"
        rows = cases(pipe)
        for name, content, exit_code, sentence in rows:
            path.write_bytes(content)
            code, said, memory = run(program, path)
            if code != exit_code or sentence not in said or (measured and memory > MEMORY_MAX):
                failed += 1
                print(f"{name}: {code} instead of {exit_code}, {memory // MIB} MB, {sentence!r}?\n{said[:400]}")
    print(f"{len(rows)} documents, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
