#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Odd packages and what is refused or left out: what the program says, how it ends, and what stands in the copy. Usage:
packages.py FUHE_PROGRAM"""
import io
import pathlib
import re
import sys
import tempfile
import zipfile

from filled import changed_entries, fill, run

import office
import office_docx

SHEET = "xl/worksheets/sheet1.xml"
DOCUMENT = "word/document.xml"
HEADER = ["一级指标", "三级指标", "指标值", "完成值", "权重", "得分"]
ROWS = [[("项目支出绩效自评表（2024年度）", 1, 6)], ["项目名称", ("甲", 1, 5)],
        ["项目资金", "年初预算数", "全年预算数", "全年执行数", "执行率(%)", "得分"], ["年度资金总额", "10", "10", "10", "100", "10"],
        HEADER, ["产出指标", "培训", "10次", "9次", "90", "90"]]
TOTAL = [("总分", 1, 5), "100"]
DOUBTFUL = ROWS[:5] + [["产出指标", "培训", "10次", "9次", "三十", "18"]]
EXECUTION = [*ROWS[:2], ["项目资金", "年初预算数", "全年预算数", "全年执行数", "执行率(%)", ""],
             ["年度资金总额", "10", "10", "9.5", "95", ""], HEADER, ["预算执行率", "预算执行率", "100%", "95%", "10", "9.5"], ROWS[5],
             TOTAL]
LAST = ["偏差率(%)", "", "复核档次", "□优秀 □良好 □一般 □较差"]
REVIEWED = ROWS[:4] + [HEADER + ["校验得分", "偏差原因"], ROWS[5] + ["70", "现场核实"], TOTAL, LAST]

HEADED = ROWS[:4] + [HEADER + ["校验得分", "偏差原因"]]
JUDGED = HEADED + [["产出指标", "机制", "建立健全", "完善", "90", "90", "", ""], [("总分", 1, 5), "100", "", ""], LAST]
TOTALS = HEADED + [ROWS[5] + ["", ""], [("总分", 1, 5), "100", "", ""], LAST]
UNCLAIMED = HEADED + [ROWS[5] + ["", ""], [("总分", 1, 5), "", "", ""], LAST]


def book(*sheets, **changes):
    """A workbook with these sheets; changes are made in the parts of that name."""
    made = office.Workbook()
    for number, rows in enumerate(sheets, 1):
        made.add(f"表{number}", rows)
    parts = made.parts()
    names = {"sheet": SHEET, "styles": "xl/styles.xml"}
    for name, change in changes.items():
        parts[names[name]] = change(parts[names[name]])
    return office.package(parts)


def words(rows, change=lambda part: part):
    parts = office_docx.parts(office_docx.table(office_docx.merged_rows(rows)))
    return office.package({**parts, DOCUMENT: change(parts[DOCUMENT])})


def signed(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return office.package({**parts, "_xmlsignatures/origin.sigs": "", "_xmlsignatures/sig1.xml": "<Signature/>"})


def replacing(old, new):
    return lambda part: part.replace(old, new, 1)


def implicit(part):
    """Rows and cells do not say where they are."""
    lines = part.split(' r="')
    return lines[0] + "".join(line[line.index('"') + 1:] for line in lines[1:])


def prefixed(part):
    head, tail = part.split("<worksheet", 1)
    return head + ("<worksheet" + tail).replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:").replace(
        "xmlns=", "xmlns:x=")


def bare(properties):
    """Cells of Word with these properties alone, but for merged ones."""
    return lambda part: re.sub(r"<w:tcPr>((?!vMerge|gridSpan).)*?</w:tcPr>", properties, part)


def in_score(body):
    """In Word, a body for the blank cell of the checked score."""
    def change(part):
        row = re.findall(r"<w:tr[ >].*?</w:tr>", part)[5]
        score = re.findall(r"<w:tc>.*?</w:tc>", row)[-2]
        return part.replace(row, row.replace(score + "<w:tc>", f"<w:tc>{body}</w:tc><w:tc>"))
    return change


BLANK_SCORE = REVIEWED[:5] + [ROWS[5] + ["", ""], TOTAL, LAST]
HINT = "<w:r><w:t>单击此处</w:t></w:r><w:r><w:t>输入</w:t></w:r>"


def control(content):
    return f"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


PARTS_OF_SHEET = {SHEET, "xl/styles.xml"}
# name, file, content, exit code, what is said, what the changed part has, parts that change
CASES = [
    ("new columns", "a.xlsx", book(ROWS + [TOTAL]), 1, "",
     ['<c r="G6" s="1"><v>81</v></c>', ">校验得分<", ">偏差原因<", '<row r="8"><c r="A8" t="inlineStr">', ">偏差率(%)<"],
     PARTS_OF_SHEET),
    ("rows and cells without a place", "a.xlsx", book(ROWS + [TOTAL], sheet=implicit), 1, "", ['<c r="G6"'], None),
    ("a prefix", "a.xlsx", book(ROWS + [TOTAL], sheet=prefixed), 1, "", ['<x:c r="G6"', "</x:v></x:c>"], None),
    ("what stands below keeps its place", "a.xlsx", book(ROWS + [TOTAL, ["说明：本表由单位填写"]]), 1, "",
     ['<c r="I7" t="inlineStr">', ">复核档次<"], None),
    ("a row of execution", "a.xlsx", book(EXECUTION), 1, "", ['<c r="G6"><v>7</v></c>', "自评 9.5；按规则 9.5 ÷ 10 = 95.00 %；"], None),
    ("merged cells below", "a.xlsx", book(ROWS + [TOTAL, [("", 1, 6)]]), 1, "",
     ['<c r="I7" t="inlineStr">', ">复核档次<"], None),
    ("no columns left", "a.xlsx", book(ROWS + [TOTAL], sheet=replacing("</mergeCells>", '<mergeCell ref="A9:XFD9"/></mergeCells>')),
     1, "未写入的数值：2 个", ['<row r="8"><c r="A8"'], None),
    ("somebody's review stays", "a.xlsx", book(REVIEWED), 1, "", ["☑优秀 □良好", '<c r="G6" s="1"><v>70</v></c>'], None),
    ("a row to be judged", "a.xlsx", book(JUDGED), 0, "档次取决于人工判断",
     [">需人工判断：完成值“完善”对指标值“建立健全”无法计算；得分暂计 90，由人工在 0 至 90 之间判断<", "<v>90</v></c><c r=\"H6\""], None),
    ("a row that is too low", "a.xlsx", book(JUDGED, sheet=replacing('<row r="6">', '<row r="6" ht="20.5" customHeight="1">')), 0,
     "档次取决于人工判断", ['<row r="6" ht="224" customHeight="1">'], None),
    ("the total of the reviewer", "a.xlsx", book(TOTALS), 1, "校验得分 2 处，偏差原因 1 处，需人工判断 0 处；结果在",
     ['<c r="G7"'], None),
    ("the total of the reviewer where none is claimed", "a.xlsx", book(UNCLAIMED), 1, "校验得分 2 处", ['<c r="G7"'], None),
    ("the total of the reviewer in Word", "a.docx", words(TOTALS), 1, "校验得分 2 处", [">91.00<"], None),
    ("a formula stays", "a.xlsx", book(REVIEWED[:5] + [ROWS[5] + ["7788", ""], TOTAL, LAST],
                                       sheet=replacing("<v>7788</v>", "<f>E4</f><v></v>")), 1, "原有公式、未改动的单元格：1 个",
     ["<f>E4</f>"], None),
    ("a protected sheet", "a.xlsx",
     book(ROWS + [TOTAL], sheet=replacing("</sheetData>", '</sheetData><sheetProtection sheet="1"/>')), 1, "",
     ['<sheetProtection sheet="1"/>'], None),
    ("one of two sheets is doubtful", "a.xlsx", book(DOUBTFUL, ROWS), 3, "“甲”（表1!A1）未填写", [],
     {"xl/worksheets/sheet2.xml", "xl/styles.xml"}),
    ("all is doubtful", "a.xlsx", book(DOUBTFUL), 3, "未填写", [], set()),
    ("a signature", "a.xlsx", signed(book(ROWS)), 1, "签名不再有效", [], None),
    ("a signature that holds", "a.xlsx", signed(book(DOUBTFUL)), 3, "未填写", [], set()),
    ("no form", "a.xlsx", book([["甲"]]), 5, "", None, None),
    ("new columns in Word", "a.docx", words(ROWS + [TOTAL]), 1, "", [">81<", ">校验得分<", ">偏差率(%)<", 'w:val="8"'],
     {DOCUMENT}),
    ("no properties of cells", "a.docx", words(ROWS + [TOTAL], bare("")), 1, "",
     ['<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p'], None),
    ("properties with nothing in them", "a.docx", words(ROWS + [TOTAL], bare("<w:tcPr/>")), 1, "",
     ['<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p'], None),
    ("a property in front of the span", "a.docx", words(ROWS + [TOTAL], bare('<w:tcPr><w:cnfStyle w:val="1"/></w:tcPr>')), 1,
     "", ['<w:tc><w:tcPr><w:cnfStyle w:val="1"/><w:gridSpan w:val="3"/></w:tcPr><w:p'], None),
    ("a span that a change took away", "a.docx", words(ROWS + [TOTAL], bare(
        '<w:tcPr><w:tcPrChange w:id="1" w:author="a"><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange></w:tcPr>')), 1,
     "", ['<w:tc><w:tcPr><w:gridSpan w:val="3"/><w:tcPrChange'], None),
    ("a control that shows what to fill in", "a.docx", words(BLANK_SCORE, in_score(f"<w:p>{control(HINT)}</w:p>")), 1, "",
     ["<w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r>", ">81</w:t></w:r></w:sdtContent></w:sdt></w:p>"], None),
    ("around a paragraph", "a.docx", words(BLANK_SCORE, in_score(control(f"<w:p>{HINT}</w:p>"))), 1, "",
     ["<w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:p><w:r>", ">81</w:t></w:r></w:p></w:sdtContent></w:sdt></w:tc>"], None),
    ("a tick in Word", "a.docx", words(REVIEWED), 1, "", ["☑"], {DOCUMENT}),
    ("no prefix in Word", "a.docx", words(ROWS, lambda part: part.replace("w:", "").replace("xmlns:w", "xmlns")), 3,
     "no prefix", None, None),
    ("a document of an old kind", "a.doc", b"{\\rtf1\\ansi }", 5, "旧格式文件", None, None),
    ("a page", "a.html", "<table><tr><td>项目名称</td></tr></table>".encode(), 5, "此文件是 html", None, None),
    ("markdown", "a.md", "| 项目名称 | 甲 |\n".encode(), 5, "此文件是 markdown", None, None),
]

def part_of(path):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        return archive.read(SHEET if SHEET in names else DOCUMENT).decode()


def claims_of(program, folder, path):
    """The claimed totals of a document as they are read."""
    run(program, "import", "-o", folder, path)
    return re.findall('<total claimed="([^"]*)"', (folder / (path.stem + ".xml")).read_text("utf-8"))


def faults_of(program, folder, case):
    _, name, content, exit_code, sentence, pieces, changed = case
    source, copy = folder / name, folder / ("copy-" + name)
    source.write_bytes(content)
    copy.unlink(missing_ok=True)
    done = fill(program, source, copy)
    said = [line for line in done.stderr.splitlines() if "已回填" not in line]
    faults = [] if done.returncode == exit_code and (sentence in done.stderr if sentence else not said or exit_code
                                                     == 5) else [f"{done.returncode}: {done.stderr}"]
    faults += [] if (len(said) < len(done.stderr.splitlines())) == copy.exists() else [f"not said: {done.stderr}"]
    if copy.exists() != (pieces is not None):
        return faults + [f"copy is there: {copy.exists()}"]
    if pieces is None:
        return faults
    part = part_of(copy)
    faults += [f"{piece} is not in {part}" for piece in pieces if piece not in part]
    got = changed_entries(content, copy.read_bytes())
    if changed is not None and (got is None or set(got) - changed or (not changed and got)):
        faults.append(f"changed: {got}")
    again = folder / ("again-" + name)
    fill(program, copy, again)
    faults += [] if again.read_bytes() == copy.read_bytes() else ["filled twice is not the same"]
    claims = [claims_of(program, folder, path) for path in (source, copy)]
    faults += [] if claims[0] == claims[1] else [f"claims read back: {claims}"]
    return faults


def calls(program, folder):
    """Ways to call it that are wrong."""
    source = folder / "source.xlsx"
    source.write_bytes(book(ROWS))
    link = folder / "link.xlsx"
    link.symlink_to(source)
    for options, sentence in (((), "--output"), (("-o", source), "不能覆盖原件"), (("-o", link), "不能覆盖原件")):
        done = run(program, "score", "--lang", "zh", "--fill", source, *options)
        if done.returncode != 2 or sentence not in done.stderr or source.read_bytes() != book(ROWS):
            yield f"{options}: {done.returncode} {done.stderr}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        found = [(case[0], faults_of(sys.argv[1], pathlib.Path(folder), case)) for case in CASES]
        found.append(("calls", list(calls(sys.argv[1], pathlib.Path(folder)))))
    for name, faults in found:
        for fault in faults:
            print(f"{name}: {fault[:1500]}")
    failed = sum(len(faults) > 0 for _, faults in found)
    print(f"{len(found)} cases, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
