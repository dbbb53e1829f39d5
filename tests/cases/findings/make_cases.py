#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes good.xml and bad.xml for every finding code, each one sound form with as few cells changed as the code needs.

A good form is a near miss where there is one: it must not give the code. Run it after changing a case; the files are
kept in the tree, and tests/cases/test_finding_cases.c says what each bad form must give.
"""
import copy
import decimal
import pathlib
from xml.sax.saxutils import escape, quoteattr

HERE = pathlib.Path(__file__).resolve().parent

FUND_CELLS = ("label", "initial", "budget", "executed", "rate", "weight", "score")
ROW_CELLS = ("level1", "level2", "name", "weight", "score")


def fund(label, money, rate, score=None, weight=None):
    initial, budget, executed = money
    return {"label": label, "initial": initial, "budget": budget, "executed": executed, "rate": rate,
            "weight": weight, "score": score}


def row(levels, name, target, actual, weight, score, reason=""):
    return {"level1": levels[0], "level2": levels[1], "name": name, "weight": weight, "score": score,
            "target": target, "actual": actual, "reason": reason}


COST = ("成本指标", "经济成本指标")

BASE = {
    "id": "legal-service",
    "year": "2024",
    "project": "延边州公共法律服务平台运行经费",
    "unit": "延边州司法局",
    "funds": [
        fund("年度资金总额", ("40", "40", "36.5"), "91.25", "7", "10"),
        fund("当年财政拨款", ("40", "40", "36.5"), "91.25", "—"),
        fund("上年结转资金", ("0", "0", "0"), "0", "—"),
        fund("其他资金", ("0", "0", "0"), "0", "—"),
    ],
    "expected": "为群众提供及时便捷的法律咨询服务，平台全年稳定运行。",
    "achieved": "提供了及时便捷的法律咨询服务，平台全年稳定运行。",
    "rows": [
        row(COST, "平台运维费", "30万元", "27万元", "15", "13.5", "运维合同按季度支付，第四季度款项待支付。"),
        row(COST, "宣传印刷费", "10万元", "9.5万元", "5", "4.75", "印刷单价低于预算。"),
        row(("产出指标", "数量指标"), "法律咨询服务", "≥1200人次", "1260人次", "20", "20"),
        row(("产出指标", "时效指标"), "咨询答复时限", "≤3个工作日", "3个工作日", "10", "10"),
        row(("产出指标", "质量指标"), "案件回访率", "≥95%", "96%", "10", "10"),
        row(("效益指标", "社会效益指标"), "群众法律意识", "提升", "提升", "20", "20"),
        row(("满意度指标", "服务对象满意度指标"), "来访群众满意度", "≥90%", "93.5%", "10", "10"),
    ],
    "total": None,  # the sum of the claims, unless a case says otherwise
    "disclosed": {"rate": "91.3"},  # the rest as on the form, unless a case says otherwise
    "extra": "",
}


def sum_of_claims(form):
    total = decimal.Decimal(0)
    for text in [f["score"] for f in form["funds"][:1]] + [r["score"] for r in form["rows"]]:
        try:
            total += decimal.Decimal(text)
        except (decimal.InvalidOperation, TypeError):
            pass
    return str(total)


def attributes(cells, names):
    return "".join(f" {name}={quoteattr(cells[name])}" for name in names if cells.get(name) is not None)


def form_xml(form, indent="", namespace=' xmlns="urn:fuhe:form:1"'):
    total = form["total"] or sum_of_claims(form)
    first = form["funds"][0]
    disclosed = {"name": form["project"], "total": total, "budget": first["budget"], "executed": first["executed"],
                 **form["disclosed"]}
    lines = [f'<form{namespace} id="{form["id"]}" year="{form["year"]}" kind="project">',
             f'  <project>{escape(form["project"])}</project>',
             f'  <unit>{escape(form["unit"])}</unit>',
             '  <funds unit="万元">']
    lines += [f"    <fund{attributes(f, FUND_CELLS)}/>" for f in form["funds"]]
    lines += ["  </funds>",
              f'  <goal><expected>{escape(form["expected"])}</expected>'
              f'<achieved>{escape(form["achieved"])}</achieved></goal>',
              "  <indicators>"]
    for r in form["rows"]:
        lines += [f"    <indicator{attributes(r, ROW_CELLS)}>",
                  f'      <target>{escape(r["target"])}</target> <actual>{escape(r["actual"])}</actual> '
                  f'<reason>{escape(r["reason"])}</reason>',
                  "    </indicator>"]
    lines += ["  </indicators>", f'  <total claimed="{total}"/>']
    if form["extra"]:
        lines.append("  " + form["extra"])
    lines += [f'  <disclosed{attributes(disclosed, ("name", "total", "budget", "executed", "rate"))}/>', "</form>"]
    return "\n".join(indent + line for line in lines)


def document_xml(statement, forms):
    lines = ['<forms xmlns="urn:fuhe:form:1">']
    if statement:
        lines.append(f"  <statement{attributes(statement, tuple(statement))}/>")
    lines += [form_xml(form, "  ", "") for form in forms]
    return "\n".join(lines + ["</forms>"])


def changed(*changes):
    """The sound form with changes: ("rows", 2, "score", "21"), ("total", "99"), …"""
    form = copy.deepcopy(BASE)
    for *path, last, value in changes:
        place = form
        for step in path:
            place = place[step]
        if isinstance(place, list) and value is None:
            del place[last]
        elif isinstance(place, list) and last == len(place):
            place.append(value)
        else:
            place[last] = value
    return form


def cell(index, **cells):
    """Changes to the cells of an indicator, counted from 1 as in the path of a finding."""
    return [("rows", index - 1, name, text) for name, text in cells.items()]


def money(index, **cells):
    return [("funds", index - 1, name, text) for name, text in cells.items()]


SOUND = changed()

# As published for units to fill in.
BLANK = [change for i in range(1, 5) for change in money(i, initial="", budget="", executed="—", rate="", score="")]
BLANK += [change for i in range(1, 8) for change in cell(i, target="", actual="", score="", reason="无")]
BLANK += [("disclosed", {"total": "", "budget": "", "executed": "", "rate": ""})]

# Form codes: (good changes, bad changes).
FORMS = {
    "item-score": (cell(2, actual="9.49万元"), cell(1, score="14.5")),
    "item-rounded": (cell(3, target="≥1300人次", score="19.38", reason="上半年场地改造。"),
                     cell(3, target="≥1300人次", score="19.4", reason="上半年场地改造。")),
    "item-truncated": (cell(3, target="≥1300人次", score="19.4", reason="上半年场地改造。"),
                       cell(3, target="≥1300人次", score="19.3", reason="上半年场地改造。")),
    "score-over-weight": (cell(3, score="20.00"), cell(3, score="21")),
    "full-marks-unmet": (cell(3, actual="1200人次"), cell(3, actual="1180人次")),
    "over-completion": (cell(3, actual="1600人次", reason="新增三个县市的夜间咨询。"), cell(3, actual="1600人次")),
    "total-sum": (cell(3, target="≥1300人次", score="19.4", reason="上半年场地改造。"), [("total", "96.25")]),
    "total-verified": (cell(3, target="≥1300人次", score="19.4", reason="上半年场地改造。"), cell(1, score="14.5")),
    "weight-sum": (cell(3, weight="20.0"), cell(3, weight="25", score="25")),
    "category-weight": (cell(3, weight="15", score="15") + cell(5, weight="15", score="15"),
                        cell(3, weight="25", score="25") + cell(6, weight="15", score="15")),
    "duplicate-indicator": (cell(7, weight="5", score="5") + [
        ("rows", 7, row(("满意度指标", "服务对象满意度指标"), "来访群众满意度", "≥85%", "93.5%", "5", "5"))],
        [("rows", 7, row(("效益指标", "社会效益指标"), "来访群众满意度", "≥90%", "93.5%", "10", "10"))]),
    "execution-rate": (money(1, rate="91.3%"), money(1, rate="95.21")),
    "execution-score": (money(1, score="7.00"), money(1, score="10")),
    "execution-score-missing": (money(1, score="7分") + [("total", "95.25")], money(1, score="—") + [("total", "95.25")]),
    "execution-over-100": (
        money(1, executed="40.00", rate="100", score="10") + money(2, executed="40.00", rate="100") +
        cell(1, actual="30万元", score="15", reason="") + cell(2, actual="10万元", score="5", reason="") +
        [("disclosed", "rate", "100")],
        money(1, executed="42", rate="105", score="10") + money(2, executed="42", rate="105") +
        cell(1, actual="32万元", score="15", reason="") + cell(2, actual="10万元", score="5", reason="") +
        [("disclosed", "rate", "105")]),
    "funds-total-missing": (money(1, label="年度资金总额："), [("total", "95.25"), ("funds", 0, None)]),
    "funds-sum": (money(2, budget="38", rate="96.05") + money(3, budget="2"), money(2, budget="38", rate="96.05")),
    "cost-target-sum": (cell(2, target="10.0万元"), cell(2, target="12万元", score="3.96")),
    "cost-actual-sum": (cell(2, actual="95000元"), cell(2, actual="8万元", score="4")),
    "reason-missing": (cell(2, score="4.75"), cell(2, reason="无")),
    "reason-needless": (cell(3, reason="新增夜间咨询服务。"), cell(4, reason="个别案件材料补正，影响进度。")),
    "unit-mismatch": (cell(2, actual="95000元"), cell(2, actual="9.5万")),
    "unit-missing": (cell(3, actual="１２６０ 人次"), cell(3, actual="1260")),
    "stale-year": (cell(1, reason="按《运维管理办法（2022年版）》，合同2023年签订、2024年底到期，近20年首次分期支付。"),
                   cell(1, reason="23年运维合同按季度支付，第四季度款项待支付。")),
    "satisfaction-missing": (cell(7, level1="满意度"),
                             cell(7, level1="产出指标", level2="质量指标", name="咨询答复准确率")),
    "satisfaction-unmeasured": (cell(7, target="90%以上"), cell(7, target="满意", actual="满意")),
    "unspent-full-output": (
        money(1, executed="3", rate="7.5", score="0") + money(2, executed="3", rate="7.5") +
        cell(1, actual="3万元", score="1.5") + cell(2, actual="0万元", score="0") + [("disclosed", "rate", "7.5")],
        money(1, executed="1.5", rate="3.75", score="0") + money(2, executed="1.5", rate="3.75") +
        cell(1, actual="1.5万元", score="0.75") + cell(2, actual="0万元", score="0") + [("disclosed", "rate", "3.8")]),
    "vague-name": (cell(2, name="第12期宣传册"), cell(2, name="办公经费2")),
    "missing-value": (cell(3, actual=" 1260人次 "), cell(3, actual=" ")),
    "unreadable-value": (cell(3, actual="１，２６０人次"), cell(3, actual="12.6.0人次")),
    "long-decimals": (cell(1, score="13.500000"), cell(1, score="13.5000001")),
    "blank-form": (BLANK + [("total", "95.25")], BLANK + [("total", "—")]),
    "judgement": (cell(6, actual="提升。"), cell(6, actual="有所提升")),
    "disclosed-total": ([("disclosed", "total", "95.3")], [("disclosed", "total", "95.52")]),
    "disclosed-name": ([("disclosed", "name", "延边州“公共法律服务平台” 运行经费")],
                       [("disclosed", "name", "延边州公共法律服务中心运行经费")]),
    "disclosed-funds": ([("disclosed", "executed", "37")], [("disclosed", "executed", "35.6")]),
    "disclosed-rate": ([("disclosed", "rate", "91")], [("disclosed", "rate", "93.1")]),
    "doubtful-reading": (
        [("extra", "<doubts/>")],
        [("extra", '<doubts><doubt value="score" why="not-a-number" at="Sheet1!G17" text="约20"/></doubts>')]),
    "unknown-element": ([], [("extra", "<remark>已报主管部门</remark>")]),
    "repeated-element": ([], [("extra", '<total claimed="100"/>')]),
    "unknown-category": (cell(6, level1="效果指标"), cell(6, level1="其他指标")),
    "rules-period": ([("year", "2024年度")], [("year", "2015")]),
}

OTHER = changed(("id", "community-correction"), ("project", "社区矫正中心运行经费"),
                ("expected", "社区矫正对象监管教育到位，重新犯罪率保持较低水平。"))
SAME_GOAL = changed(("id", "community-correction"), ("project", "社区矫正中心运行经费"),
                    ("expected", "为群众提供及时便捷的法律咨询服务；平台全年 稳定运行"))


def full(number):
    """A form that rightly has all points."""
    return changed(("id", f"full-{number}"), ("project", f"延边州法律援助点建设{'甲乙丙'[number - 1]}"),
                   ("expected", f"建成{'一二三'[number - 1]}县法律援助点并投入使用，服务群众。"),
                   *money(1, executed="40", rate="100", score="10"), *money(2, executed="40", rate="100"),
                   *cell(1, actual="30万元", score="15", reason=""), *cell(2, actual="10万元", score="5", reason=""),
                   ("disclosed", "rate", "100"))


# Document codes: (good statement and forms, bad statement and forms).
DOCUMENTS = {
    "statement-projects": (({"projects": "2个"}, [SOUND, OTHER]), ({"projects": "3"}, [SOUND, OTHER])),
    "statement-funds": (({"funds": "80", "unit": "万元"}, [SOUND, OTHER]),
                        ({"funds": "81.5", "unit": "万元"}, [SOUND, OTHER])),
    "copied-goal": ((None, [SOUND, OTHER]), (None, [SOUND, SAME_GOAL])),
    "all-full-marks": ((None, [full(1), full(2), SOUND]), (None, [full(1), full(2), full(3)])),
    "duplicate-project": ((None, [SOUND, changed(("unit", "延边州法律援助中心"), ("expected", "平台接入全市村社区，服务城乡群众。"))]),
                          (None, [SOUND, changed(("id", "legal-service-2"))])),
}


def write(code, kind, text):
    folder = HERE / code
    folder.mkdir(exist_ok=True)
    (folder / f"{kind}.xml").write_text('<?xml version="1.0" encoding="UTF-8"?>\n' + text + "\n", encoding="utf-8")


def main():
    for code, (good, bad) in FORMS.items():
        write(code, "good", form_xml(changed(*good)))
        write(code, "bad", form_xml(changed(*bad)))
    for code, (good, bad) in DOCUMENTS.items():
        write(code, "good", document_xml(*good))
        write(code, "bad", document_xml(*bad))


if __name__ == "__main__":
    main()
