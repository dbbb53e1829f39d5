# SPDX-License-Identifier: Apache-2.0
"""Makes forms that are hard to score: every kind of target and result, cells that are blank or no figures, weights that
do not close, indicators that stand twice, money that is missing, claims at the edge of every rounding. The same seed
gives the same forms. `make_honest` makes forms in which nothing is wrong."""
import random
from fractions import Fraction
from xml.sax.saxutils import escape, quoteattr

import score_model as model
import score_values as values

LEVELS = {'cost': ('成本指标', '经济成本指标'), 'output': ('产出指标', '数量指标'), 'effect': ('效益指标', '社会效益指标'),
          'satisfaction': ('满意度指标', '服务对象满意度指标')}
WORDS = '成本 产出指标 效果指标 效益 效果 服务对象满意度 满意度 创新指标'.split() + ['', None]
UNITS = ['', '人', '次', '个', '万元', '元', '亿元', '%', '‰', '天', '日', '个工作日', '小时', '个月', '万', '件', '万人']
BEFORE = ['', '', '', '', '≥', '>=', '不低于', '>', '大于', '≤', '<=', '不超过', '<', '小于', '=', '＝', '≧', '≦ ', '不少于']
BEHIND = ['', '', '', '', '', '', '以上', '及以上', '以内', '以下']
RESULTS = ['完成', '已完成', '全部完成。', '基本完成', '部分完成', '未完成', '达成预期指标', '提升', '有所提升', '达标', '未达标',
           '部分达成年度指标并具有一定效果', '完成 ', '达 标', '未达成年度指标且效果较差', '基本达成；']
ODD = ['', None, '—', '-', '/', '——', '无', '零', '没有', '0', '0起', '1.2.3', '∞', '约5次', '80-90%', '3次/月', '1,43',
       '１２', '-5', '1e5', '9999999999999999', '0.0000001', '0.0000994', '1.0000005', '12月底前', '2024年', '前5名', '第3名', '前0名', '≥0', '≤0次', '=0', '-0', '待定', '≥××%',
       '……', '#REF!', 'Err:502', '××万元']
NAMES = ['培训', '培训', '培训', '办公经费', '群众满意度', '投诉率', '事故发生率', '投诉办结率', '事故发生率降幅']
POINTS = ['', None, '—', '无', '1.2.3', '-1', '-0', '1000001', '1000000', '0', '0.00', '5分', '１０', '10.0000000', '9.99999999', '1e2']
REASONS = ['', None, '有部分款项待支付。', '尾款未到期', '项目结转', '节约开支', '无偏差']


def digits(value, places):
    value = values.round_to(value, places)
    whole = abs(value.numerator) * 10 ** places // value.denominator
    text = str(whole).rjust(places + 1, '0')
    return ('-' if value < 0 else '') + (text[:-places] + '.' + text[-places:] if places else text)


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, choices):
        return choices[self.random.randrange(len(choices))]

    def figure(self):
        """A number as printed: mostly small, now and then long, grouped, full-width, negative or huge."""
        top = self.pick([3, 10, 10, 100, 100, 100, 1000, 10 ** 6, 10 ** 9])
        places = self.pick([0, 0, 0, 0, 1, 2, 2, 3, 6, 8, 14])
        text = digits(Fraction(self.random.randrange(top * 10 ** places), 10 ** places), places)
        if self.chance(4):
            text = f'{self.random.randrange(10 ** 7):,}'
        if self.chance(4):
            text = ''.join(chr(ord(sign) + 0xFEE0) for sign in text)
        return ('-' if self.chance(2) else '') + text

    def near(self, text):
        """A figure close to another, so that many rows are met or just not."""
        number = values.parse_number(values.plain(text))
        if number is None or self.chance(25):
            return self.figure()
        if self.chance(30):
            return text
        share = Fraction(self.random.randrange(1, 40), self.pick([10, 20, 13, 29]))
        return digits(number[0] * share, self.pick([0, 1, 2, 3, 9]))

    def target(self):
        """target, relation, unit, adjusted, actual"""
        if self.chance(14):
            goal = self.pick(ODD)
            return goal, None, None, None, goal if self.chance(20) else self.pick(ODD + RESULTS)
        if self.chance(16):
            goal = self.pick(RESULTS)
            return goal, None, None, self.pick([None, None, None, '达标']), goal if self.chance(30) else self.pick(RESULTS)
        if self.chance(8):
            behind = self.pick(['名', '名', '', '次', '%'])
            return f'前{self.random.randrange(1, 9)}名', None, None, None, \
                self.pick(['前', '第', '']) + str(self.random.randrange(12)) + behind
        number, unit = self.figure(), self.pick(UNITS)
        actual = self.near(number) + (unit if self.chance(75) else self.pick(UNITS))
        before, behind = self.pick(BEFORE), self.pick(BEHIND)
        adjusted = self.pick([None, None, None, None, None, '—', '', self.near(number) + unit])
        if self.chance(20):
            return number, before or self.pick([None, '≥', '≤', '<', '=', '大于']), unit or None, adjusted, actual
        return before + number + self.pick(['', '', ' ']) + unit + behind, None, None, adjusted, actual

    def weight(self):
        if self.chance(4):
            return self.pick(POINTS)
        return digits(Fraction(self.random.randrange(1, 4000), 100), self.pick([0, 0, 0, 1, 2])) \
            if self.chance(60) else self.pick(['5', '10', '20', '2', '3.33', '12.5'])

    def claim(self, pack, row):
        """A claim about the points that the rules give: right, rounded, cut, at an edge, swapped, or anything."""
        weight = values.read_points(row['weight'])
        if weight is None or self.chance(5):
            return self.pick(POINTS + ['3'])
        found = model.review_row(pack, dict(row, score='0'))
        exact = found['exact']
        if exact is None:
            low = found['low'] if self.chance(50) else found['high']
            share = weight[0] * self.random.randrange(0, 22) / 20 if low is None or self.chance(60) else low
            return digits(share, self.random.randrange(4))
        return self.claim_of(exact, weight[0])

    def claim_of(self, exact, weight):
        places = self.pick([0, 1, 2, 2, 2, 3, 5, 8])
        kind = self.random.randrange(10)
        if kind < 5:
            return digits(exact, places)
        if kind == 5:
            return digits(values.round_to(exact, places, 'truncate'), places)
        if kind == 6:
            return digits(weight, places)
        if kind == 7:
            step = Fraction(self.pick([-1, 1]), 10 ** places)
            return digits(max(values.round_to(exact, places) + step, 0), places)
        if kind == 8:
            return digits(exact, 2)[::-1].strip('.') or '0'
        return digits(weight * self.random.randrange(0, 30) / 20, places)

    def row(self, pack, category):
        level1, level2 = LEVELS[category]
        target, relation, unit, adjusted, actual = self.target()
        row = {'level1': self.pick(WORDS) if self.chance(5) else level1,
               'level2': '时效指标' if self.chance(15) else level2, 'name': self.pick(NAMES) + str(self.random.randrange(10 ** 6)),
               'weight': self.weight(), 'target': target, 'relation': relation, 'unit': unit, 'adjusted': adjusted,
               'actual': actual, 'reason': self.pick(REASONS)}
        row = {name: values.cell(text) for name, text in row.items()}
        row['score'] = self.claim(pack, row)
        return row

    def close(self, pack, rows):
        """Gives the rows weights that make full marks, or that and one row more."""
        rest = pack.full - Fraction(pack.execution['weight'])
        for row in rows[:-1]:
            part = values.round_to(rest * self.random.randrange(1, 4) / 4 / max(1, len(rows) // 2), self.pick([0, 1]))
            row['weight'] = digits(part, 1)
            rest -= part
        rows[-1]['weight'] = digits(rest, 2)
        for row in rows:
            row['score'] = self.claim(pack, row)
        if self.chance(40):
            self.repeat(rows)

    def repeat(self, rows):
        """Lists a row twice, or nearly so."""
        twin = dict(self.pick(rows))
        twin['level1'] = self.pick(list(LEVELS.values()))[0] if self.chance(60) else twin['level1']
        if self.chance(25):
            name = self.pick(['target', 'actual', 'name', 'relation', 'unit', 'adjusted'])
            twin[name] = {'relation': '≥', 'unit': '人'}.get(name, '5')
        rows.insert(self.random.randrange(len(rows) + 1), twin)

    def money(self):
        """(unit, fund rows)"""
        part = lambda: self.pick(ODD[:9]) if self.chance(3) else digits(
            Fraction(self.random.randrange(10 ** 6), 100) if self.chance(90) else Fraction(0), self.pick([0, 1, 2, 4, 8]))
        funds = []
        for label in ('年度资金总额', '当年财政拨款', '上年结转资金', '其他资金'):
            budget = part()
            number = values.parse_number(budget or '')
            executed = part()
            if number and self.chance(85):
                share = Fraction(self.pick([0, 59, 60, 79, 80, 99, 100, 100, 101, 5999, 7999, 99995, 99994]), 1)
                share /= 100 if share < 1000 else 10 ** (len(str(share)))
                executed = digits(number[0] * share, self.pick([2, 4, 6, 11]))
            funds.append({'label': label, 'budget': budget, 'executed': executed,
                          'score': self.pick(['10', '7', '5', '0', '9.5', '8.24', '—', '', None, '20', '12.5'])
                          if label == '年度资金总额' or self.chance(10) else '—'})
        if self.chance(12):
            funds.pop(0)
        if self.chance(4):
            funds = []
        self.random.shuffle(funds)
        return self.pick([None, '万元', '万元', '元', '亿元', '']), funds

    def form(self, pack):
        categories = [self.pick(list(LEVELS)) for _ in range(self.random.randrange(0, 14))]
        rows = [self.row(pack, category) for category in categories]
        if len(rows) > 1 and self.chance(60):
            self.close(pack, rows)
        unit, funds = self.money()
        total = self.pick(['100', '100.00', '95.5', '88.88', '0', '', None, '60', '59.995', '79.99', '1.2.3', '—'])
        return write_form(rows, unit, funds, total)


def attributes(cells):
    return ''.join(f' {name}={quoteattr(text)}' for name, text in cells.items() if text is not None)


def write_row(row):
    names = ('level1', 'level2', 'name', 'weight', 'score')
    cells = ['<indicator' + attributes({name: row[name] for name in names}) + '>']
    if row['target'] is not None:
        extra = {name: row[name] for name in ('relation', 'unit', 'adjusted')}
        cells.append(f'<target{attributes(extra)}>{escape(row["target"])}</target>')
    cells += [f'<{name}>{escape(row[name])}</{name}>' for name in ('actual', 'reason') if row[name] is not None]
    return ''.join(cells) + '</indicator>'


def write_form(rows, unit, funds, total, disclosed=None):
    return '<form id="made" year="2024"><project>项目</project><funds' + attributes({'unit': unit}) + '>' + \
        ''.join(f'<fund{attributes(fund)}/>' for fund in funds) + '</funds><indicators>\n' + \
        '\n'.join(map(write_row, rows)) + '\n</indicators><total' + attributes({'claimed': total}) + '/>' + \
        (f'<disclosed{attributes(disclosed)}/>' if disclosed else '') + '</form>\n'


def write_document(path, forms):
    path.write_text('<forms xmlns="urn:fuhe:form:1">\n' + ''.join(forms) + '</forms>\n', encoding='UTF-8')
HONEST_NAMES = ['培训', '用餐人员', '系统维护', '巡检', '宣传活动', '资料印制', '设备更新', '受理诉求', '走访企业', '办件']
HONEST_UNITS = ['人', '次', '个', '件', '场次', '%', '台', '户', '万人', '平方米', '份', '公里']
DONE = ['完成', '已完成', '全部完成', '按期完成', '达标', '超额完成']
EXPLAINED = ['因疫情减少一次。', '部分人员离职', '招标节约资金', '有部分款项待支付。', '需求减少，下一步加强谋划。']


class HonestMaker(Maker):
    """Forms in which every figure follows from the others, printed the way people print."""

    def split(self, total, parts):
        """Weights that add up to total."""
        weights, rest = [], total
        for left in range(parts, 1, -1):
            part = values.round_to(rest * self.random.randrange(5, 15) / 10 / left, self.pick([0, 0, 1]))
            weights.append(part)
            rest -= part
        return [weight for weight in weights + [rest] if weight > 0]

    def printed(self, value):
        """As few decimals as the value needs, or two, or one more."""
        text = digits(value, 6).rstrip('0').rstrip('.')
        behind = len(text.partition('.')[2])
        return text if self.chance(60) else digits(value, self.pick([max(2, behind), max(1, behind)]))

    def honest_claim(self, pack, row, style):
        found = model.review_row(pack, dict(row, score='0'))
        weight = found['weight']
        exact = found['exact']
        if exact is None:  # words on a scale: anywhere in the band
            exact = found['low'] + (found['high'] - found['low']) * self.random.randrange(101) / 100
        places = self.pick([0, 1, 2, 2, 3]) if style is None else style
        claim = values.round_to(exact, places)
        if claim > weight or claim == weight > exact:
            claim, places = pack.points(exact, weight), 2
        return digits(claim, places) if self.chance(60) else shortest(claim, exact, places)

    def honest_row(self, pack, category, weight, style):
        level1, level2 = LEVELS[category]
        unit = '%' if category == 'satisfaction' else self.pick(HONEST_UNITS)
        top = 100 if unit == '%' else self.pick([10, 50, 300, 5000])
        goal = Fraction(self.random.randrange(max(1, top // 2), top + 1))
        share = Fraction(self.random.randrange(60, 130), 100) if self.chance(60) else Fraction(1)
        result = min(values.round_to(goal * share, self.pick([0, 0, 1, 2])), Fraction(100) if unit == '%' else goal * 9)
        words = self.chance(20) and category != 'satisfaction'
        special = self.chance(10) and self.pick([('前5名', '前3名'), ('前10名', '第10名'), ('0起', '0起'), ('无', '无'),
                                                 ('=100%', '100%'), ('≥95%', '95.5%'), ('12期', '１２期')])
        less = not words and self.chance(15)
        before = self.pick(['≤', '不超过', '<=']) if less else self.pick(['', '', '≥', '不低于', '>='])
        if unit == '%' and result <= 1:
            result = Fraction(2)
        row = {'level1': level1, 'level2': level2, 'name': self.pick(HONEST_NAMES) + self.pick('甲乙丙丁戊己庚辛壬癸') +
               str(self.random.randrange(100, 1000)) + '项', 'weight': self.printed(weight),
               'target': self.pick(DONE) if words else before + self.printed(goal) + unit, 'relation': None, 'unit': None,
               'adjusted': None, 'actual': self.pick(DONE) if words else self.printed(result) + unit}
        if special and not words:
            row['target'], row['actual'] = special
        elif words and self.chance(40):
            row['target'], row['actual'] = '完成', self.pick(['基本完成', '部分完成', '未完成', '基本达成', '部分达标。'])
        elif unit != '%' and self.chance(10):
            row['actual'] = row['actual'].removesuffix(unit)
        return self.finish(pack, row, style)

    def finish(self, pack, row, style):
        row['reason'] = None
        row['weight'] += self.pick(['', '', '', '分'])
        row['score'] = self.honest_claim(pack, row, style)
        row['reason'] = self.pick(EXPLAINED) if Fraction(row['score']) < Fraction(row['weight'].rstrip('分')) else ''
        return row

    def cost_rows(self, pack, weights, style):
        """Cost rows, their targets' sum and their results' sum in 万元."""
        rows, sums = [], [Fraction(0), Fraction(0)]
        for weight in weights:
            goal = Fraction(self.random.randrange(100, 20000), 100)
            result = values.round_to(goal * self.random.randrange(20, 101) / 100, 2) if self.chance(60) else goal
            sums = [sums[0] + goal, sums[1] + result]
            level1, level2 = LEVELS['cost']
            row = {'level1': level1, 'level2': level2, 'name': self.pick(HONEST_NAMES) + '经费', 'relation': None,
                   'unit': None, 'adjusted': None, 'weight': self.printed(weight), 'target': self.money_text(goal),
                   'actual': self.money_text(result)}
            row['name'] += self.pick('甲乙丙丁戊己庚辛壬癸') + str(self.random.randrange(100, 1000)) + '号'
            rows.append(self.finish(pack, row, style))
        return rows, sums

    def money_text(self, value):
        if self.chance(10):
            return f'{int(value * 10000):,}元'
        return digits(value * 10000, 0) + '元' if self.chance(10) else self.printed(value) + '万元'

    def honest_funds(self, pack, sums):
        unit = self.pick([None, '万元', '万元', '元'])
        scale = 10000 if unit == '元' else 1
        rate, _, points = model.score_execution(pack, *(each * 10000 for each in sums))
        places = self.pick([0, 1, 2, 2])
        shown = digits(rate, places) + self.pick(['', '', '%'])
        row = {'label': '年度资金总额', 'budget': self.printed(sums[0] * scale), 'executed': self.printed(sums[1] * scale),
               'rate': shown, 'score': self.printed(pack.points(points, Fraction(pack.execution['weight'])))}
        zero = {'budget': '0', 'executed': '0', 'rate': self.pick(['0', '—', '']), 'score': '—'}
        parts = [dict(row, label='当年财政拨款', score='—'), dict(zero, label='上年结转资金'), dict(zero, label='其他资金')]
        if self.chance(30):
            self.share(parts, [each * scale for each in sums])
        return unit, [row] + parts if self.chance(70) else parts + [row], row

    def share(self, parts, sums):
        """Two parts instead of one."""
        first = [values.round_to(each * self.random.randrange(1, 10) / 10, 2) for each in sums]
        if not 0 < first[0] < sums[0] or sums[1] - first[1] > sums[0] - first[0] or first[1] > first[0]:
            return
        for part, money in zip(parts, (first, [whole - each for whole, each in zip(sums, first)])):
            part.update(budget=self.printed(money[0]), executed=self.printed(money[1]),
                        rate=digits(money[1] / money[0] * 100, 2))

    def disclosed(self, total, row):
        """What an honest narrative says: the same, with fewer decimals."""
        behind = len(total.partition('.')[2])
        budget, executed = (Fraction(row[name].replace(',', '')) for name in ('budget', 'executed'))
        rate = executed / budget * 100
        places = self.pick([0, 1, 2])
        return {'name': self.pick(['项目', ' 项目 ', '“项目”', None]), 'budget': row['budget'], 'executed': row['executed'],
                'total': digits(Fraction(total), self.pick([behind, max(0, behind - 1)])),
                'rate': digits(values.round_to(rate, places, self.pick(['half-up', 'truncate'])), places)}

    def honest_form(self, pack):
        style = self.pick([None, None, 2, 2, 2, 1, 3, 8, 10])
        shares = self.pick([pack.weights] + [weights for _, weights in pack.variants])
        weights = {name: self.split(shares[name], self.random.randrange(1, 6)) for name in shares if shares[name]}
        rows, sums = self.cost_rows(pack, weights.pop('cost', []), style)
        if not rows:
            sums = [Fraction(20000, 100), Fraction(self.random.randrange(2000, 20001), 100)]
        for name in sorted(weights):
            rows += [self.honest_row(pack, name, weight, style) for weight in weights[name]]
        unit, funds, total_row = self.honest_funds(pack, sums)
        total = self.honest_total(pack, rows, sums, total_row)
        if self.chance(30):
            merge(rows)
        return write_form(rows, unit, funds, total, self.disclosed(total, total_row) if self.chance(50) else None)

    def honest_total(self, pack, rows, sums, total_row):
        """The printed scores added up, or the exact ones as a spreadsheet does; now and then to fewer decimals."""
        printed = sum(Fraction(row['score']) for row in rows) + Fraction(total_row['score'])
        found = [model.review_row(pack, row) for row in rows]
        exact = sum(each['verified'] if each['exact'] is None else each['exact'] for each in found) + \
            model.score_execution(pack, *(each * 10000 for each in sums))[2]
        if self.chance(25):
            return digits(exact, 2)
        if self.chance(10):
            return digits(printed, self.pick([0, 1]))
        return self.printed(printed)


def merge(rows):
    """Leaves out what a merged cell prints once."""
    above = {}
    for row in rows:
        for name in ('level1', 'level2'):
            above[name], row[name] = row[name], None if above.get(name) == row[name] else row[name]


def shortest(claim, exact, places):
    """The claim without zeros at its end, as long as that still is the exact score rounded."""
    text = digits(claim, places)
    while '.' in text and text[-1] in '0.':
        text = text[:-1]
    behind = len(text.partition('.')[2])
    return text if values.round_to(exact, behind) == claim else digits(claim, places)


