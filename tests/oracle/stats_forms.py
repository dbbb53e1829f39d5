# SPDX-License-Identifier: Apache-2.0
"""Batches for the statistics: the published forms, forms drawn from a fixed start, and the sizes at which statistics go
wrong. With each batch stands what must come up in it, or it would prove nothing."""
import pathlib
import random

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<forms xmlns="urn:fuhe:form:1">\n'
LEVELS = (("成本指标", 20), ("产出指标", 40), ("效益指标", 20), ("满意度指标", 10))


def row(level, name, weight, claim, target, actual, reason=""):
    return (f'<indicator level1="{level}" level2="{level}" name="{name}" weight="{weight}" score="{claim}">'
            f"<target>{target}</target><actual>{actual}</actual><reason>{reason}</reason></indicator>")


def execution(executed):
    return 10 if float(executed) >= 100 else 7 if float(executed) >= 80 else 5 if float(executed) >= 60 else 0


def form(name, department, rows, total, executed="100"):
    return (f'<form id="{name}" year="2024"><project>项目{name}</project><department>{department}</department>'
            f'<funds unit="万元"><fund label="年度资金总额" initial="100" budget="100" executed="{executed}" '
            f'rate="{executed}" weight="10" score="{execution(executed)}"/></funds><indicators>{"".join(rows)}</indicators>'
            f'<total claimed="{total}"/></form>\n')


def plain(name, department="甲局", total="100", area="40", actual="40", executed="100"):
    """All met but for the area, of which 40 is the target; by the rules it earns as many points as were reached."""
    rows = [row("成本指标", "费用", 20, 20, "100万元", "100万元"), row("产出指标", "面积", 40, area, "40公顷", f"{actual}公顷"),
            row("效益指标", "开放天数", 20, 20, "≥300天", "330天"), row("满意度指标", "满意度", 10, 10, "≥90%", "93%")]
    return form(name, department, rows, total, executed)


def partly(name, department="甲局"):
    """As plain, but nothing says what was measured of the area: it cannot be scored."""
    return plain(name, department, area="").replace("<actual>40公顷</actual>", "<actual/>")


def left_out(statistics):
    """Ten forms stand in whatever needs a total or a grade, and none of those scored in part."""
    stable = {form["id"] for form in statistics.get("stability", {"forms": []})["forms"]}
    return (statistics["forms"] == 16 and statistics["deviations"]["n"] == statistics["full_totals"]["n"] == 10
            and statistics["deviations"]["most"] == "0.00" and statistics["outliers"]["count"] == 0
            and not any(form.startswith("p") for form in stable))


def document(forms):
    return HEAD + "".join(forms) + "</forms>\n"


def drawn_row(chance, level, weight, number):
    target = chance.choice((3, 7, 30, 40, 100))
    actual = min(target, chance.choice((target, target, target * 9 // 10, target * 2 // 3)))
    exact = weight * actual / target
    claim = chance.choice((weight, round(exact, 2), round(exact, 2), round(exact), round(exact, 1)))
    if chance.random() < 0.25 and level != "成本指标":
        actual_words = chance.choice(("完成", "2019年完成", "基本完成"))
        return row(level, f"事项{number}", weight, weight, "完成", actual_words), weight
    unit = "万元" if level == "成本指标" else chance.choice(("项", "天", "%", "人次"))
    return row(level, f"事项{number}", weight, claim, f"{target}{unit}", f"{actual}{unit}", "市场变化"), claim


def drawn(seed, count, names):
    chance = random.Random(seed)
    for i in range(count):
        rows, total = [], 0
        for level, points in LEVELS:
            parts = chance.choice((1, 2, 4))
            for number in range(parts):
                text, claim = drawn_row(chance, level, points // parts if points % parts == 0 else points, number)
                rows.append(text)
                total += claim
        executed = chance.choice(("100", "96.5", "81", "70", "20", "0", "120"))
        name = chance.choice(names)
        over = chance.choice((0, 0, 1, 2.5, 5, 20) if name.startswith("多") else (0, 0, 0, 1, -1, -0.05))
        claimed = min(100, max(0, total + execution(executed) + over))
        yield form(f"f{seed}-{i}", name, rows, f"{claimed:.2f}".rstrip("0").rstrip("."), executed)


def look_here(document_):
    return document_["over_claiming"]["look_here"] > 0 and document_["outliers"]["count"] > 0


def batches():
    published = pathlib.Path("tests/forms/yanbian-2024/department.xml").read_text(encoding="utf-8")
    names = ["甲局", "乙局", "多报局", "多报中心", "", "戊办"]
    half_over = [plain(f"o{i}", "多报局", total="100", actual="39") for i in range(6)]
    edge = [plain(f"e{i}", total=total) for i, total in enumerate(["100"] * 4 + ["100.01", "100.02", "99.99", "99.98"]
                                                                  + ["100.03", "99.97", "100.1", "99.9", "90"])]
    return {
        "published": ([published], lambda d: d["outliers"]["count"] == 1),
        "drawn": ([document(drawn(1, 160, names)), document(drawn(2, 90, names))], look_here),
        "many-departments": ([document(drawn(3, 120, [f"局{i}" for i in range(60)]))],
                             lambda d: d["departments"] > 40 and d["outliers"]["departments"] == 0),
        "partly-scored": ([document([plain(f"a{i}") for i in range(10)] + [partly(f"p{i}") for i in range(6)])], left_out),
        "one": ([document([plain("a")])], lambda d: d["deviations"]["left_out"] == "outliers"),
        "two": ([document([plain("a"), plain("b", total="99")])], lambda d: d["deviations"]["most"] == "0.00"),
        "hundred-alike": ([document([plain(f"a{i}") for i in range(100)])],
                          lambda d: d["deviations"]["scale"] == "all-the-same" and d["deviations"]["outliers"] == 0
                          and d["execution_and_performance"]["left_out"] == "all-the-same"),
        "departments-of-one": ([document([plain(f"a{i}", f"局{i}", total=str(100 - i)) for i in range(12)])],
                               lambda d: d["over_claiming"]["tested"] == 0 and not d["gauge"]["departments"]),
        "claims-alike": ([document([plain(f"a{i}", area="40", actual=str(40 - i)) for i in range(20)])],
                         lambda d: d["whole_totals"]["claimed"]["percent"] == "100.0"
                         and d["over_claiming"]["look_here"] == 1),
        "five-of-five": ([document(half_over[:5])], lambda d: d["over_claiming"]["departments"][0]["p"] == "0.031250"),
        "four-of-four": ([document(half_over[:4])], lambda d: d["over_claiming"]["tested"] == 0),
        "mad": ([document(edge)], lambda d: d["deviations"]["scale"] == "mad" and d["deviations"]["outliers"] > 0),
        "no-claims": ([document([plain(f"a{i}", total="") for i in range(12)])],
                      lambda d: d["deviations"]["left_out"] == "none" and d["full_totals"]["n"] == 0),
        "rank": ([document([plain(f"a{i}", actual=str(40 - i), executed=str(99 - 2 * i)) for i in range(10)])],
                 lambda d: d["execution_and_performance"]["rho"] == "1.0000"),
    }
