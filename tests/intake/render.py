#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes forms as documents with tables, in layouts that units use. Usage: render.py LAYOUT markdown|html FORMS.xml

A table is a list of rows, a row a list of cells, a cell a text or (text, rows, columns). The quirks of the layout
"converted" are those of a published document that a converter turned into markdown: leading cells that were merged are
dropped, so that rows stand too far left; a header overwrites the total row of the funds where the form has none; a title
stands in front of its table; paragraphs are broken.
"""
import html
import sys

from forms import read_forms

FUND = [("initial", "年初预算数"), ("budget", "全年预算数"), ("executed", "全年执行数"), ("rate", "执行率(%)"),
        ("weight", "分值"), ("score", "得分")]
YANBIAN = [("block", "绩效指标"), ("level1", "一级指标"), ("level2", "二级指标"), ("name", "三级指标"),
           ("target", "年度指标值"), ("actual", "实际完成值"), ("weight", "权重"), ("score", "自评得分"),
           ("reason", "偏差原因分析及改进措施")]
LAYOUTS = {
    "nine": YANBIAN,
    "eleven": YANBIAN + [("reviewed_score", "校验得分"), ("reviewed_reason", "偏差原因")],
    "converted": YANBIAN + [("reviewed_score", "校验得分"), ("reviewed_reason", "偏差原因")],
    "weight-first": [("level1", "一级指标"), ("level2", "二级指标"), ("name", "三级指标"), ("weight", "分值"),
                     ("target", "指标值"), ("actual", "全年实际值"), ("score", "得分"), ("reason", "未完成原因分析")],
    "any-order": [("weight", "指标分值"), ("score", "自评分"), ("reason", "偏差原因"), ("level1", "一级指标"),
                  ("level2", "二级指标"), ("name", "指标名称"), ("actual", "完成值"), ("target", "目标值")],
    "split": [("level1", "一级指标"), ("level2", "二级指标"), ("name", "三级指标"), ("relation", "指标性质"),
              ("target", "指标值"), ("unit", "计量单位"), ("weight", "权重"), ("actual", "自评完成值"),
              ("score", "自评得分"), ("reason", "偏差原因分析及改进措施"), ("reviewed_score", "复核得分"),
              ("reviewed_reason", "复核意见")],
    "two-row-header": [("level1", "一级指标"), ("level2", "二级指标"), ("name", "三级指标"), ("relation", "符号"),
                       ("target", "数值"), ("unit", "单位"), ("actual", "实际完成值"), ("weight", "分值"),
                       ("score", "得分"), ("reason", "偏差原因分析及改进措施")],
    "one-table": YANBIAN,
    "two-tables": YANBIAN,
}


def split_target(row):
    """The row with a plain number and its unit in cells of their own, where the target has them."""
    text = row.get("target", "")
    digits = len(text) - len(text.lstrip("0123456789."))
    row = dict(row)
    row["relation"] = "≥" if digits else ""
    row["target"], row["unit"] = (text[:digits], text[digits:]) if digits else (text, "")
    return row


def groups(rows, name):
    """Of each row, how many rows from it on share its value; 0 for those that a row above counts."""
    counts = [0] * len(rows)
    for at in range(len(rows)):
        first = at > 0 and all(rows[at][key] == rows[at - 1][key] for key in ("level1", name))
        start = start if first else at
        counts[start] += 1
    return counts


def indicator_rows(form, layout):
    rows = form["indicators"]
    if layout in ("split", "two-row-header"):
        rows = [split_target(row) for row in rows]
    levels = {name: groups(rows, name) for name in ("level1", "level2")}
    for at, row in enumerate(rows):
        cells = []
        for name, _ in LAYOUTS[layout]:
            if name == "block":
                cells.append(("绩效指标", len(rows), 1) if at == 0 else None)
            elif name in levels:
                count = levels[name][at]
                cells.append((row[name], count, 1) if count else None)
            else:
                cells.append(row.get(name, ""))
        yield cells


def header_rows(layout):
    words = [word for _, word in LAYOUTS[layout]]
    if layout != "two-row-header":
        return [words]
    first = [(word, 2, 1) for word in words]
    first[3:6] = [("年度指标值", 1, 3)]
    return [first, words[3:6]]


def fund_rows(form, width):
    names = [name for name, _ in FUND if any(name in row for row in form["funds"])]
    count = len(form["funds"]) + 1
    yield [("资金情况（万元）", count, 1), "项目资金"] + [dict(FUND)[name] for name in names]
    for row in form["funds"]:
        yield [None, row["label"]] + [row.get(name, "") for name in names]


def head_rows(form, layout, width):
    if layout != "converted" or not form["project"].startswith("12345"):
        yield [("项目支出绩效自评表（2024年度）", 1, width)]
    yield ["项目名称", (form["project"], 1, width - 1)]
    if form["department"] and form["unit"]:
        yield ["主管部门", (form["department"], 1, width - 5), "实施单位", (form["unit"], 1, 3)]
    elif form["department"]:
        yield ["主管部门", (form["department"], 1, width - 1)]
    else:
        yield ["实施单位", (form["unit"], 1, width - 1)]
    yield from fund_rows(form, width)
    if layout == "converted" and not any(row["label"] == "年度资金总额" for row in form["funds"]):
        yield ["", "项目资金", "年初预算数", "全年预算数", "全年执行数", "执行率(%)", "得分"]
    half = width // 2
    yield [("年度总体目标", 2, 1), ("预期目标", 1, half - 1), ("实际完成情况", 1, width - half)]
    yield [None, (form["expected"], 1, half - 1), (form["achieved"], 1, width - half)]


def end_rows(form, layout, width):
    score = [name for name, _ in LAYOUTS[layout]].index("score")
    if layout == "any-order":
        yield [("", 1, 1), form["claimed"], "总分"]
        return
    if layout == "converted" and form["project"].startswith("12345"):
        yield ["", "", "总分"] + [""] * (score - 2) + [form["claimed"]]
    else:
        yield [("总分", 1, score), form["claimed"]]
    yield ["偏差率(%)", "", "复核档次：", ("（）优秀 （）良好 （）一般 （）较差", 1, width - 3)]


def tables(forms, layout):
    """The tables of a document, each with the paragraphs in front of it."""
    width = len(LAYOUTS[layout])
    all_rows = []
    for form in forms:
        head = list(head_rows(form, layout, width))
        rows = header_rows(layout) + list(indicator_rows(form, layout)) + list(end_rows(form, layout, width))
        title = ["项目支出绩效自评表 (2024年度)"] if layout == "converted" and form["project"].startswith("12345") else []
        if layout == "two-tables":
            yield ["", head]
            yield ["", rows]
        elif layout == "one-table":
            all_rows += head + rows
        else:
            yield [title and title[0] or "", head + rows]
    if all_rows:
        yield ["", all_rows]


def prose(forms, statement, broken):
    """The narrative, and the sentence on all projects; every other item is broken over two paragraphs."""
    if statement:
        yield "十、绩效评价情况说明"
        yield (f"组织对2024年度项目支出开展绩效自评，其中，二级项目 {statement['projects']} 个，共涉及资金 {statement['funds']} "
               f"{statement['unit']}，占一般公共预算项目支出总额的 {statement['share']}%。")
    for number, form in enumerate(forms, 1):
        item = form["disclosed"]
        text = (f"{number}. {item['name']}项目绩效自评情况：根据年初设定的绩效目标，项目绩效自评得分为 {item['total']} 分。"
                f"项目全年预算数为 {item['budget']} 万元，执行数为 {item['executed']} 万元，完成预算的 {item['rate']}%。{item['text']}")
        at = text.index("绩效目标，") + 2 if broken and number % 2 else len(text)
        yield from filter(None, (text[:at], text[at:]))
    yield "十一、其他重要事项情况说明"


def cell_parts(cell):
    return (cell, 1, 1) if isinstance(cell, str) else cell


def markdown_row(row, width, dropped):
    """The cells of a row; what spans is followed by blanks. dropped: merged cells in front are left out."""
    cells = [] if dropped else ["" for cell in row if cell is None]
    cells = []
    for cell in row:
        if cell is None:
            cells += [] if dropped else [""]
            continue
        text, _, columns = cell_parts(cell)
        cells += [text.replace("|", "\\|")] + [""] * (columns - 1)
    return "| " + " | ".join(cells + [""] * (width - len(cells))) + " |"


def markdown(forms, statement, layout):
    width = len(LAYOUTS[layout])
    lines = []
    for title, rows in tables(forms, layout):
        lines += [title, ""] if title else []
        for at, row in enumerate(rows):
            last = at + 1 < len(rows) and cell_parts(rows[at + 1][0] or "")[0] == "总分"
            merged = [cell is None for cell in row]
            lines.append(markdown_row(row, width, layout == "converted" and last and merged[0] and any(merged[1:])))
            if at == 0:
                lines.append("|" + "---|" * width)
        lines.append("")
    for paragraph in prose(forms, statement, layout == "converted"):
        lines += [paragraph, ""]
    return "\n".join(lines)


def html_cell(cell):
    text, rows, columns = cell_parts(cell)
    spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    return f"<td{spans}>{html.escape(text)}</td>"


def page(forms, statement, layout, charset="utf-8"):
    lines = [f'<html><head><meta charset="{charset}"><title>部门决算</title></head><body>']
    for title, rows in tables(forms, layout):
        lines += [f"<p>{title}</p>"] if title else []
        lines.append('<table border="1">')
        lines += ["<tr>" + "".join(html_cell(cell) for cell in row if cell is not None) + "</tr>" for row in rows]
        lines.append("</table>")
    lines += [f"<p>{html.escape(paragraph)}</p>" for paragraph in prose(forms, statement, layout == "converted")]
    return "\n".join(lines + ["</body></html>", ""])


def main():
    layout, kind, path = sys.argv[1:]
    forms, statement = read_forms(path)
    sys.stdout.write((markdown if kind == "markdown" else page)(forms, statement, layout))


if __name__ == "__main__":
    main()
