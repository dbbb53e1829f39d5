#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The 15 forms as a department publishes them: final accounts that a converter turned from a printed document into
markdown. Usage: published.py [--check] DOCUMENT FORMS.xml. Writes the document; with --check it must be as it would be
written.

Nothing stands in it but what the forms and their narrative print. Its quirks are those of such documents: a heading and
tables of accounts in front; forms of 9 and of 11 columns; the first row of the indicators with the label of its block,
which is left out below; last rows that stand too far left, as their merged cells are dropped, once with gaps behind the
name; the row of the total one column to the right; a header over the total row of the funds that it hides; labels of
the reviewer's row that are cut off; a title in front of its table; narrative broken over pages."""
import pathlib
import sys

import render
from forms import read_forms

GRADES = "() 优秀 () 良好 () 一般 () 较差"
REVIEW = ["复核档次:", "复核档次", "复核情况:", "复核档 次:", "复核档", "复核"]
TITLE = "项目支出绩效自评表 (2024年度)"


def shape(form):
    """Forms without a column of scores in their funds are the narrow ones."""
    return "eleven" if any("score" in row for row in form["funds"]) else "nine"


def fund_rows(form, number):
    """A blank column stands in front of every fifth of them."""
    gap = [""] if number % 5 == 0 else []
    names = [name for name, _ in render.FUND if any(name in row for row in form["funds"])]
    header = gap + ["项目资金"] + [dict(render.FUND)[name] for name in names]
    label = "金情况(万元)" if number == 14 else "资金情况 (万元)"
    yield [label] + header
    for row in form["funds"]:
        yield [""] + gap + [row["label"]] + [row.get(name, "") for name in names]
    if not any(row["label"] == "年度资金总额" for row in form["funds"]):
        yield [""] + header


def head_rows(form, number, width):
    if not stands_in_front(form):
        yield [TITLE]
    yield ["项目名称", "", form["project"]]
    if form["department"] and form["unit"]:
        yield ["主管部门", "", form["department"]] + [""] * (width - 7) + ["实施单位", "", form["unit"]]
    else:
        yield ["主管部门", "", form["department"]] if form["department"] else ["实施单位", "", form["unit"]]
    yield from fund_rows(form, number)
    gap = [""] * (2 + number % 2)
    yield ["年度总体目标", "", "预期目标", *gap, "实际完成情况"]
    yield ["", "", form["expected"], *gap, form["achieved"]]


def indicator_rows(form, layout, number):
    rows = [["" if cell is None else render.cell_parts(cell)[0] for cell in row]
            for row in render.indicator_rows(form, layout)]
    if len(rows) > 2 and number % 2:
        last = rows[-1]
        levels = [cell for cell in last[:4] if cell]
        gap = ["", ""] if number == 1 else []
        rows[-1] = levels + gap + last[4:]
    return rows


def end_rows(form, number, score):
    yield [""] * (number % 4 == 0) + ["总分"] + [""] * (score - 1) + [form["claimed"]]
    gap = [""] * (1 + number % 3)
    yield ["偏差率 (%)" if number % 2 else "偏差率(%)", *gap, REVIEW[number % len(REVIEW)], GRADES]


def stands_in_front(form):
    return form["project"].startswith("12345")


def line(row, width):
    cells = [cell.replace("|", "\\|") for cell in row]
    return "| " + " | ".join((cells + [""] * width)[:max(width, len(cells))]).rstrip() + " |"


def table(form, number):
    layout = shape(form)
    width = len(render.LAYOUTS[layout])
    header = [word for _, word in render.LAYOUTS[layout]]
    rows = [*head_rows(form, number, width), header, *indicator_rows(form, layout, number),
            *end_rows(form, number, header.index("自评得分"))]
    if stands_in_front(form):
        rows.insert(0, [])
    lines = [line(row, width) for row in rows]
    return ([TITLE, ""] if stands_in_front(form) else []) + [lines[0], "|" + "---|" * width, *lines[1:], ""]


ACCOUNTS = """2024 年度

**部门决算**

目 录

第一部分 2024 年度部门决算表

- 一、支出决算表
- 二、部门预算项目支出绩效自评表

第二部分 2024 年度部门决算情况说明

- 一、绩效评价情况说明

一、支出决算表

公开01表
单位：万元

| 科目代码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | |
|---|---|---|---|---|---|
| 类 | 款 | 项 | 1 | 2 | 3 |
| | | 合计 | | | |
| 201 | | 一般公共服务支出 | | | |

注：本表反映部门本年度各项支出情况。

二、部门预算项目支出绩效自评表
"""


def document(forms, statement):
    lines = [ACCOUNTS]
    for number, form in enumerate(forms, 1):
        lines += table(form, number)
    lines += ["第二部分 2024 年度部门决算情况说明", ""]
    for paragraph in render.prose(forms, statement, True):
        lines += [paragraph, ""]
    return "\n".join(lines)


def main():
    path, forms = sys.argv[-2:]
    made = document(*read_forms(forms)).encode()
    if sys.argv[1] == "--check":
        sys.exit(pathlib.Path(path).read_bytes() != made and f"{path} is not what is made of {forms}: run {sys.argv[0]}")
    pathlib.Path(path).write_bytes(made)


if __name__ == "__main__":
    main()
