# SPDX-License-Identifier: Apache-2.0
"""made_up_forms.py COUNT: prints a document of made-up forms that are hard to compute in binary: scores exactly between
two steps of rounding or a hair beside them, rates on the edge of a band, weights that do not close, duplicates, claims
rounded or cut, large amounts. The same forms for the same count."""
import random
import sys
from fractions import Fraction
from xml.sax.saxutils import escape, quoteattr

chance = random.Random(20240607)
WEIGHTS = ['1', '2', '3', '4', '5', '6', '7', '8', '10', '12', '13', '15', '20', '2.5', '1.25', '0.5', '3.335', '33.3']
CATEGORIES = [('成本指标', '经济成本指标'), ('产出指标', '数量指标'), ('产出指标', '质量指标'),
              ('效益指标', '社会效益指标'), ('满意度指标', '服务对象满意度指标')]


def decimal(value, places):
    """A fraction cut to so many places, as text."""
    scaled = int(value * 10 ** places)
    sign, scaled = ('-' if scaled < 0 else ''), abs(scaled)
    whole, part = divmod(scaled, 10 ** places)
    return f'{sign}{whole}' + (f'.{part:0{places}d}' if places else '')


def tie(weight):
    """Target and result whose score lies exactly between two hundredths, or a millionth of the result beside it."""
    target = Fraction(chance.choice([8, 16, 25, 40, 64, 80, 125, 160, 200, 400, 500, 625, 800, 1000, 3, 7, 295, 29591]))
    hundredths = Fraction(2 * chance.randrange(0, int(weight * 100)) + 1, 200)
    actual = target * hundredths / weight
    actual += chance.choice([0, 0, 0, Fraction(1, 10 ** 6), Fraction(-1, 10 ** 6)])
    return decimal(target, 0), decimal(max(actual, 0), 6)


def number_pair(weight):
    kind = chance.randrange(8)
    if kind < 3:
        return tie(weight)
    target = Fraction(chance.randrange(1, 10 ** chance.randrange(1, 9)), 10 ** chance.randrange(0, 3))
    share = chance.choice([Fraction(chance.randrange(0, 400), 100), Fraction(chance.randrange(0, 10 ** 6), 10 ** 6),
                           Fraction(1), Fraction(2), Fraction(3)])
    return decimal(target, 2), decimal(target * share, chance.randrange(0, 6))


def reading(weight):
    """Target and result as printed."""
    target, actual = number_pair(weight)
    kind = chance.randrange(12)
    if kind < 4:
        unit = chance.choice(['人', '次', '件', '万元', '%', '元'])
        return target + unit, actual + unit
    if kind < 6:
        return chance.choice(['≤', '＜', '不超过']) + target + '次', actual + '次'
    if kind == 6:
        return '=' + target + '次', chance.choice([target, actual]) + '次'
    if kind == 7:
        return f'前{chance.randrange(1, 9)}名', f'第{chance.randrange(1, 19)}名'
    if kind == 8:
        return chance.choice(['0起', '无']), chance.choice(['0', '1', '无', '0.5'])
    if kind == 9:
        return chance.choice(['完成', '显著提升']), chance.choice(['完成', '有所提升', '显著提升', ''])
    if kind == 10:
        return '按期完成', chance.choice(['基本完成', '部分完成', '未完成'])
    return chance.choice(['≥', '不低于']) + target + '万元', actual + chance.choice(['万元', '元'])


def claim(weight):
    return chance.choice([decimal(weight, 2), decimal(weight * chance.randrange(0, 1001) / 1000, 3), '0',
                          decimal(weight * chance.randrange(0, 101) / 100, 1), decimal(weight * 12 / 10, 1)])


def honest_claim(weight, target, actual):
    """The score of a plain pair rounded or cut, where that is easily had; else any."""
    try:
        score = weight * min(Fraction(1), Fraction(actual.rstrip('人次件万元%')) / Fraction(target.rstrip('人次件万元%')))
    except (ValueError, ZeroDivisionError):
        return claim(weight)
    places = chance.randrange(0, 4)
    return decimal(score + chance.choice([Fraction(0), Fraction(1, 2 * 10 ** places)]), places)


def indicator(weight_text):
    weight = Fraction(weight_text)
    target, actual = reading(weight)
    score = honest_claim(weight, target, actual) if chance.randrange(3) else claim(weight)
    level1, level2 = chance.choice(CATEGORIES)
    gap = chance.randrange(60)
    if gap == 0:
        score = ''
    if gap == 1:
        weight_text = ''
    return (f'<indicator level1="{level1}" level2="{level2}" name="指标{chance.randrange(10 ** 6)}" '
            f'weight="{weight_text}" score={quoteattr(score)}><target>{escape(target)}</target>'
            f'<actual>{escape(actual)}</actual></indicator>')


def weights():
    """Such that indicators give 90 as often as not."""
    chosen = []
    while sum(map(Fraction, chosen), Fraction(0)) < 80:
        chosen.append(chance.choice(WEIGHTS))
    rest = 90 - sum(map(Fraction, chosen), Fraction(0))
    if chance.randrange(2) and rest > 0:
        chosen.append(decimal(rest, 3))
    return chosen


def fund():
    budget = Fraction(chance.randrange(0, 10 ** chance.randrange(1, 11)), 100)
    rate = chance.choice([Fraction(100), Fraction(80), Fraction(60), Fraction(7999999, 100000), Fraction(95),
                          Fraction(chance.randrange(0, 10500), 100), Fraction(99999999, 1000000)])
    executed = decimal(budget * rate / 100, chance.choice([2, 4, 6]))
    score = chance.choice(['', '10', '7', '5', '8.24', '0'])
    return (f'<funds unit="{chance.choice(["万元", "元"])}"><fund label="年度资金总额" budget="{decimal(budget, 2)}" '
            f'executed="{executed}" score="{score}"/></funds>')


def form(number):
    rows = [indicator(weight) for weight in weights()]
    if chance.randrange(6) == 0:
        rows.append(chance.choice(rows))
    total = chance.choice(['100', '90.00', '85.5', '79.995', '0', '', decimal(Fraction(chance.randrange(10 ** 5), 10 ** 3), 3)])
    region = chance.choice(['', ' region="延边州"'])
    return (f'<form id="f{number}" year="2024"{region}><project>项目{number}</project>'
            f'<department>第{number % 17}局</department>{fund()}<indicators>{"".join(rows)}</indicators>'
            f'<total claimed="{total}"/></form>')


print('<forms xmlns="urn:fuhe:form:1">')
for index in range(int(sys.argv[1])):
    print(form(index))
print('</forms>')
