# SPDX-License-Identifier: Apache-2.0
"""The scores of a form worked out from the rules in words: reading of cells, points, verdicts, totals, grade.

Everything is a Fraction until the rules name a rounding. A figure that is not there is None, never zero. Written from
docs/rule-packs.md, docs/form-format.md and the meaning of the words, not from the engine: where both disagree, those
decide who is right."""
import xml.etree.ElementTree as tree
from fractions import Fraction
from pathlib import Path

from score_values import (cell, comparable, lend_unit, plain, read_money, read_points, read_target, read_value,
                          round_to)

RULES = '{urn:fuhe:rules:1}'
FORM = '{urn:fuhe:form:1}'
CATEGORIES = ('cost', 'output', 'effect', 'satisfaction')
NO_POINTS = Fraction(0)
UNWELCOME = '投诉率 事故率 发生率 差错率'.split()


# Rule packs

def lay_over(given, below):
    """What an element states replaces what the one below it states; children of a kind that it has, all of that kind."""
    below.attrib.update(given.attrib)
    for tag in {child.tag for child in given}:
        for child in below.findall(tag):
            below.remove(child)
    below.extend(given)


def read_rules(path):
    """The root of a pack; of an overlay that of its base in the folder beside it, with what the overlay states."""
    root = tree.parse(path).getroot()
    if not root.get('base'):
        return root
    whole = read_rules(path.parent.parent / root.get('base') / 'pack.xml')
    whole.attrib.update(root.attrib)
    for rule in root:
        if rule.get('confidence'):
            lay_over(rule, whole.find(rule.tag))
    return whole


class Pack:
    def __init__(self, path):
        self.root = read_rules(Path(path))
        self.id = self.root.get('id')
        rule = lambda name: self.root.find(RULES + name)
        words = lambda element: [word.text for word in element.findall(RULES + 'word')]
        number = lambda element, name: Fraction(element.get(name))
        weights = lambda element: {name: number(element, name) for name in CATEGORIES}
        self.categories = [(each.get('id'), words(each), each.get('method', 'more'))
                           for each in rule('categories').findall(RULES + 'category')]
        self.full = Fraction(rule('weights').get('full-marks', '100'))
        self.weights = weights(rule('weights'))
        self.variants = [(each.get('id'), weights(each)) for each in rule('weights').findall(RULES + 'variant')]
        self.execution = rule('execution').attrib
        self.execution_words = words(rule('execution'))
        self.bands = [(number(each, 'from'), number(each, 'score')) for each in rule('execution').findall(RULES + 'band')]
        self.less = rule('number-less').get('method')
        self.equal = rule('number-equal').get('method')
        self.cost = rule('cost').get('method')
        self.unpaid = words(rule('cost'))
        self.met = words(rule('words'))
        self.scale = [(number(each, 'low'), number(each, 'high'), words(each))
                      for each in rule('scale').findall(RULES + 'step')]
        self.tiers = [(number(each, 'ratio'), number(each, 'cut'))
                      for each in rule('over-completion').findall(RULES + 'tier')]
        self.rounding = rule('rounding').attrib
        self.accept = rule('claim').get('accept')
        self.raises = rule('claim').get('raise') == 'yes'
        self.duplicates = rule('duplicates').get('mode')
        self.base = rule('deviation').get('base')
        self.grades = [(each.get('id'), number(each, 'from')) for each in rule('grades').findall(RULES + 'grade')]

    def item(self, value):
        return round_to(value, int(self.rounding['item-places']), self.rounding['item-mode'])

    def points(self, exact, weight):
        """No row earns more than its weight."""
        return min(self.item(exact), weight)

    def total(self, value):
        return round_to(value, int(self.rounding['total-places']), self.rounding['total-mode'])

    def category(self, level1):
        found = [(len(word), name, method) for name, words, method in self.categories for word in words
                 if plain(level1).startswith(plain(word))]
        return max(found)[1:] if found else (None, None)

    def grade(self, total):
        return next((place for place, (_, start) in enumerate(self.grades) if total >= start), len(self.grades) - 1)


# Rows

def is_open(pack, row, category, target):
    """Whether more or less is better cannot be told: days, cost that is no money, what nobody wants more of."""
    level2, name = row['level2'] or '', row['name'] or ''
    if category == 'cost':
        return pack.cost != 'proportional' and target.unit_kind != 'money'
    if target.unit_kind == 'time' and '数量' not in level2 or target.unit_kind is None and '时效' in level2:
        return True
    return target.number < 0 or '降' not in name and any(word in name for word in UNWELCOME)


def is_doubtful(target, actual):
    """A bare result that is more likely to have another unit: 0.96 for 96 %, or yuan for ten thousands."""
    if not actual.lent or actual.number <= 0:
        return False
    if target.unit_kind == 'percent':
        return actual.number <= 1 < target.number
    return target.scale > 1 and actual.number > 100 * target.number


def is_unpaid(pack, row, target, actual):
    return actual.number < target.number and any(word in (row['reason'] or '') for word in pack.unpaid)


def score_numbers(pack, weight, target, actual, method):
    """(reading, formula, points) of two figures."""
    goal, result = target.number, actual.number
    if target.kind == 'zero-word' or goal == 0 and target.relation in (None, 'equal'):
        return 'zero', *(('full', weight) if result == 0 else ('zero', NO_POINTS))
    if target.relation == 'equal' and (pack.equal == 'all-or-nothing' or result == goal):
        return 'equal', *(('full', weight) if result == goal else ('zero', NO_POINTS))
    less = target.relation in ('at-most', 'below') or target.relation is None and method == 'less'
    reading = 'less' if less else 'equal' if target.relation == 'equal' else 'more'
    return reading, *(score_less if less else score_more)(pack, weight, goal, result)


def score_less(pack, weight, goal, result):
    if result <= goal:
        return 'full', weight
    if goal <= 0:
        return 'zero', NO_POINTS
    if pack.less == 'inverse':
        return 'inverse', weight * goal / result
    points = weight * (2 * goal - result) / goal
    return ('linear-to-double', points) if result < 2 * goal else ('zero', NO_POINTS)


def score_more(pack, weight, goal, result):
    if result < goal:
        return ('proportion', weight * result / goal) if result > 0 else ('zero', NO_POINTS)
    for ratio, cut in pack.tiers if goal > 0 else []:
        if result >= ratio * goal:
            return 'over-tier', weight * (100 - cut) / 100
    return 'full', weight


def score_row(pack, row, weight, target, actual, category, method):
    """(reading, formula, points, scale step)"""
    judgement = 'judgement', None, None, None
    if category is None:
        return judgement
    if target.kind == 'rank':
        if actual.kind != 'rank' and not (actual.kind == 'number' and not actual.unit and actual.number > 0):
            return judgement
        if actual.number <= target.number:
            return 'rank', 'full', weight, None
        return 'rank', 'inverse', weight * target.number / actual.number, None
    if target.countable and actual.countable:
        if target.kind == 'number' and (not comparable(target, actual) or is_doubtful(target, actual)):
            return judgement
        if category == 'cost':
            method = 'more' if pack.cost == 'proportional' else 'less'
        if target.relation is None and target.number not in (0, actual.number):
            unpaid = category == 'cost' and pack.cost == 'ceiling-if-saved' and is_unpaid(pack, row, target, actual)
            if unpaid or is_open(pack, row, category, target):
                return judgement
        return *score_numbers(pack, weight, target, actual, method), None
    return score_words(pack, weight, target, actual)


def score_words(pack, weight, target, actual):
    if target.kind != 'words' or actual.kind != 'words':
        return 'judgement', None, None, None
    if actual.text == target.text:
        return 'words-met', 'full', weight, None
    for low, high, words in pack.scale:
        if actual.text in map(plain, words):
            return 'words-scale', None, None, (low, high)
    if actual.text in map(plain, pack.met):
        return 'words-met', 'full', weight, None
    return 'judgement', None, None, None


def open_points(weight, target, actual):
    """By how many millionths the score of a row is open whose target or result was rounded to six places."""
    least = min(target.number, actual.number) if target.rounded or actual.rounded else 0
    return weight * 2 // least + 1 if least > 0 else 0


def judge(pack, claim, exact, weight, open_by=0):
    """(verdict, verified) of a printed claim beside the exact score."""
    points, places = claim[0], min(claim[1], 6)
    millionths = open_by + (Fraction(10 ** 6, 2 * 10 ** places) if places < 6 else 1)
    is_within = (open_by or claim[1] > 6) and abs(points - round_to(exact, 6)) * 10 ** 6 <= millionths
    recomputed = pack.points(exact, weight)
    verdict = 'overstated' if points > exact else 'understated'
    if points == recomputed:
        return 'exact', points
    if points < weight or points == weight == exact:
        if points == round_to(exact, places) or is_within:
            verdict = 'rounded'
        elif points == round_to(exact, places, 'truncate'):
            verdict = 'truncated'
    accepted = {'exact': (), 'rounded': ('rounded',), 'truncated': ('rounded', 'truncated')}[pack.accept]
    stands = verdict in accepted or not pack.raises and points < recomputed
    return verdict, points if stands else recomputed


def review_row(pack, row):
    weight, claim = read_points(row['weight']), read_points(row['score'])
    category, method = pack.category(row['level1'] or '')
    target, actual = read_target(row), read_value(row['actual'])
    goal = row['adjusted'] if read_value(row['adjusted']).kind != 'none' else row['target']
    target.text, actual.text = (plain(text or '').rstrip('。;') for text in (goal, row['actual']))
    if target.kind == 'number' and actual.kind == 'number' and actual.bare and not target.bare:
        actual.lent = True
        lend_unit(actual, target.scale, target.unit, target.unit_kind)
    result = {'category': category, 'weight': weight and weight[0], 'claimed': claim and claim[0],
              'target': target, 'actual': actual, 'claim': claim, 'printed': row, 'counted': True,
              'exact': None, 'recomputed': None, 'verified': None, 'low': None, 'high': None, 'formula': None}
    reading, formula, exact, step = score_row(pack, row, weight[0] if weight else NO_POINTS, target, actual, category,
                                              method)
    result['reading'] = reading
    if weight is None:
        result['verdict'] = 'unscored'
        return result
    result['formula'], result['exact'] = formula, exact
    result['recomputed'] = None if exact is None else pack.points(exact, weight[0])
    if claim is None:
        result['verdict'] = 'unscored'
    elif exact is not None:
        result['verdict'], result['verified'] = judge(pack, claim, exact, weight[0],
                                                       open_points(weight[0], target, actual))
    elif step:
        judge_step(pack, result, step)
    else:
        result.update(verdict='judgement', verified=min(claim[0], weight[0]), low=NO_POINTS, high=weight[0])
    return result


def lacks_reason(row):
    """Whether the form owes a reason: points are missing, and not because the unit claims less than the rules give."""
    if row['claim'] is None or row['weight'] is None or row['claimed'] >= row['weight']:
        return False
    deserves_all = row['exact'] is not None and row['recomputed'] >= row['weight']
    return not deserves_all and read_value(row['printed']['reason']).kind in ('none', 'zero-word')


def judge_step(pack, result, step):
    """A claim stands inside the band of its words, or on an edge at its own printed precision."""
    low, high = (pack.points(result['weight'] * edge / 100, result['weight']) for edge in step)
    points, places = result['claim']
    result.update(low=low, high=high)
    exact_low, exact_high = (result['weight'] * edge / 100 for edge in step)
    if min(low, exact_low) <= points <= max(high, exact_high) or points < result['weight'] and points in (round_to(low, places), round_to(high, places)):
        result.update(verdict='judgement', verified=points)
    elif points > high:
        result.update(verdict='overstated', verified=high)
    else:
        result.update(verdict='understated', verified=low if pack.raises else points)


# Execution

def money_of(form, fund):
    scale = {'元': 1, '亿元': 10 ** 8}.get(plain(form['funds_unit'] or ''), 10 ** 4)
    money = [read_money(fund[name], scale) for name in ('budget', 'executed')]
    return None if any(each is None or each < 0 for each in money) else money


def is_without_money(fund):
    """A part that prints no amount but zero may leave the other cell blank."""
    return all(read_value(fund[name]).kind in ('none', 'zero-word') or read_money(fund[name], 1) == 0 for name in ('budget', 'executed'))


def find_money(pack, form):
    """(from parts, budget, executed, claim)"""
    words = [plain(word) for word in pack.execution_words]
    is_total = lambda fund: plain(fund['label'] or '') in words
    total = next((fund for fund in form['funds'] if is_total(fund)), None)
    money = total and money_of(form, total)
    if money:
        return False, *money, read_points(total['score'])
    claims = [claim for claim in (read_points(fund['score']) for fund in form['funds']) if claim]
    claim = total and read_points(total['score']) or (claims[0] if len(claims) == 1 else None)
    parts = [fund for fund in form['funds'] if not is_total(fund)]
    money = [money_of(form, fund) for fund in parts if money_of(form, fund) or not is_without_money(fund)]
    if not money or None in money:
        return True, None, None, claim
    return True, sum(each[0] for each in money), sum(each[1] for each in money), claim


def score_execution(pack, budget, executed):
    """(exact rate or None, formula, points or None)"""
    weight = Fraction(pack.execution['weight'])
    if budget is None or budget < 0 or executed < 0:
        return None, None, None
    if budget == 0:
        found = {'unscored': (None, None), 'no-points': ('zero', NO_POINTS), 'full': ('full', weight)}
        return None, *(found[pack.execution['zero-budget']] if executed == 0 else (None, None))
    rate = executed / budget * 100
    used = round_to(rate, int(pack.execution['places'])) if pack.execution['basis'] == 'printed' else rate
    if pack.execution['method'] == 'linear':
        points = weight * min(used, Fraction(100)) / 100
        return rate, 'rate', points
    return rate, 'band', next(score for start, score in pack.bands if used >= start)


def review_execution(pack, form):
    from_parts, budget, executed, claim = find_money(pack, form)
    rate, formula, exact = score_execution(pack, budget, executed)
    result = {'from_parts': from_parts, 'budget_yuan': budget, 'executed_yuan': executed, 'rate_exact': rate,
              'rate': None if rate is None else round_to(rate, 2), 'claimed': claim and claim[0], 'claim': claim,
              'formula': formula, 'exact': exact, 'recomputed': None, 'verdict': 'unscored', 'verified': None}
    if exact is None:
        result['state'] = 'unscored'
        if claim:
            result.update(state='judgement', verdict='judgement',
                          verified=min(claim[0], Fraction(pack.execution['weight'])))
        return result
    result.update(state='scored', recomputed=pack.points(exact, Fraction(pack.execution['weight'])))
    result['verified'] = result['recomputed']
    if claim:
        result['verdict'], result['verified'] = judge(pack, claim, exact, Fraction(pack.execution['weight']))
    return result


# Totals

def fits(rows, weights):
    return all(sum(row['weight'] or 0 for row in rows if row['category'] == name) == weights[name]
               for name in CATEGORIES)


def expected_weights(pack, rows):
    """(name of the variant or None, weights by category)"""
    if not fits(rows, pack.weights):
        for name, weights in pack.variants:
            if fits(rows, weights):
                return name, weights
    return None, pack.weights


def alike(one, other):
    return bool(one['source']['name']) and one['source'] == other['source'] and one['weight'] is not None and \
        one['weight'] == other['weight']


def find_duplicate(pack, rows, weight_sum, expected):
    """The row that counts twice, in a category that weighs too much; of two such the later."""
    if pack.duplicates != 'count-once' or weight_sum <= pack.full:
        return None
    over = [name for name in CATEGORIES
            if sum(row['weight'] or 0 for row in rows if row['category'] == name) > expected[name]]
    for second, row in enumerate(rows):
        for first in range(second):
            if alike(rows[first], row) and weight_sum - row['weight'] == pack.full:
                for place in (second, first):
                    if rows[place]['category'] in over:
                        return place
    return None


def review_totals(pack, form, rows, execution):
    known = [row for row in rows if row['verified'] is not None]
    execution_weight = Fraction(pack.execution['weight'])
    weight_sum = sum((row['weight'] or 0 for row in rows), execution_weight)
    variant, expected = expected_weights(pack, rows)
    dropped = find_duplicate(pack, rows, weight_sum, expected)
    if dropped is not None:
        rows[dropped]['counted'] = False
    state = 'scored'
    if execution['verified'] is None or len(known) < len(rows):
        state = 'partial'
    if not known:
        state = 'unscored'
    totals = {'claimed': form['claim'] and form['claim'][0], 'weight_sum': weight_sum,
              'weights_close': weight_sum == pack.full, 'weight_variant': variant, 'verified': None, 'basis': None,
              'as_listed': None, 'rescaled': None, 'exact': None, 'deviation_points': None, 'deviation_rate': None}
    claims = sum((row['claimed'] or 0 for row in rows), NO_POINTS)
    spent = execution['claimed'] if execution['claimed'] is not None else execution['recomputed']
    totals['sum_of_claims'] = claims + (spent or 0)
    if state != 'unscored':
        total_figures(pack, totals, rows, execution, dropped)
    return state, totals, expected


def total_figures(pack, totals, rows, execution, dropped):
    listed = sum((row['verified'] or 0 for row in rows), execution['verified'] or NO_POINTS)
    totals['as_listed'] = pack.total(listed)
    totals['verified'] = totals['as_listed'] if dropped is None else pack.total(listed - (rows[dropped]['verified'] or 0))
    totals['basis'] = 'as-listed' if dropped is None else 'count-once'
    if not totals['weights_close'] and totals['weight_sum'] > 0:
        totals['rescaled'] = pack.total(totals['as_listed'] * pack.full / totals['weight_sum'])
        if dropped is None and totals['weight_sum'] > pack.full:
            totals['verified'], totals['basis'] = totals['rescaled'], 'rescaled'
    exact = sum((each['exact'] if each['exact'] is not None and each['verified'] is not None else each['verified'] or 0
                 for each in rows + [execution] if each.get('counted', True)), NO_POINTS)
    totals['exact'] = round_to(exact, 4)
    if totals['claimed'] is not None:
        points = totals['claimed'] - totals['verified']
        totals['deviation_points'] = pack.total(points)
        base = totals['claimed'] if pack.base == 'claim' else totals['verified']
        if base:
            totals['deviation_rate'] = pack.total(points / base * 100)


# Grade

def both_roundings(pack, each, weight):
    places = int(pack.rounding['item-places'])
    return [each['verified']] + [min(round_to(each['exact'], places, mode), weight) for mode in ('half-up', 'truncate')]


def row_span(pack, row):
    """The least and the most that can be defended for a row."""
    if row['verified'] is None:
        return NO_POINTS, row['weight'] or NO_POINTS
    figures = [row['verified']]
    if row['low'] is not None:
        figures += [row['low'], row['high']]
    elif row['formula'] not in ('full', 'zero'):
        figures = both_roundings(pack, row, row['weight'])
    return min(figures), max(figures)


def execution_span(pack, execution):
    if execution['state'] != 'scored':
        return NO_POINTS, Fraction(pack.execution['weight'])
    figures = both_roundings(pack, execution, Fraction(pack.execution['weight']))
    return min(figures), max(figures)


def review_grade(pack, state, totals, rows, execution):
    if state == 'unscored':
        return {'grade': None, 'firmness': 'undecidable'}
    spans = [row_span(pack, row) for row in rows] + [execution_span(pack, execution)]
    ends = []
    for end in (0, 1):
        listed = sum(span[end] for span in spans)
        counted = sum(span[end] for span, each in zip(spans, rows + [execution]) if each.get('counted', True))
        ends.append(counted)
        if totals['rescaled'] is not None:
            ends += [listed, listed * pack.full / totals['weight_sum']]
    ends = [min(pack.total(end), pack.full) for end in ends]
    place = pack.grade(totals['verified'])
    result = {'grade': pack.grades[place][0], 'lowest': min(ends), 'highest': max(ends),
              'margin_up': pack.grades[place - 1][1] - totals['verified'] if place else None,
              'margin_down': totals['verified'] - pack.grades[place][1] if place + 1 < len(pack.grades) else None}
    result['firmness'] = 'firm' if pack.grade(min(ends)) == pack.grade(max(ends)) == place else 'fragile'
    return result


# Forms

def read_form(element):
    part = lambda parent, name: parent.find(FORM + name) if parent is not None else None
    text = lambda node: None if node is None else cell(''.join(node.itertext()))
    form = {'funds': [], 'rows': []}
    funds = part(element, 'funds')
    form['funds_unit'] = None if funds is None else cell(funds.get('unit'))
    for fund in [] if funds is None else funds.findall(FORM + 'fund'):
        form['funds'].append({name: cell(fund.get(name)) for name in ('label', 'budget', 'executed', 'score')})
    block = part(element, 'indicators')
    for node in [] if block is None else block.findall(FORM + 'indicator'):
        target = part(node, 'target')
        row = {name: cell(node.get(name)) for name in ('level1', 'level2', 'name', 'weight', 'score')}
        row.update({name: text(part(node, name)) for name in ('target', 'actual', 'reason')})
        row.update({name: None if target is None else cell(target.get(name))
                    for name in ('relation', 'unit', 'adjusted')})
        form['rows'].append(row)
    total = part(element, 'total')
    form['claim'] = read_points(total.get('claimed')) if total is not None else None
    return form


def spread_level1(rows):
    """A blank level-1 cell belongs to the merged cell above it."""
    above = None
    for row in rows:
        above = row['level1'] = row['level1'] or above


def review(pack, element):
    """Every figure of one form, in the layout of the program's JSON."""
    form = read_form(element)
    spread_level1(form['rows'])
    rows = [review_row(pack, row) for row in form['rows']]
    for row, source in zip(rows, form['rows']):
        row['source'] = {name: plain(source[name] or '')
                         for name in ('name', 'target', 'actual', 'relation', 'unit', 'adjusted')}
    execution = review_execution(pack, form)
    state, totals, expected = review_totals(pack, form, rows, execution)
    categories = []
    for name in CATEGORIES:
        listed = [row for row in rows if row['category'] == name]
        if listed:
            add = lambda key, some: sum((row[key] or 0 for row in some), NO_POINTS)
            categories.append({'category': name, 'weight': add('weight', listed), 'expected': expected[name],
                               'claimed': add('claimed', listed),
                               'verified': add('verified', [row for row in listed if row['counted']])})
    return {'state': state, 'rows': rows, 'execution': execution, 'totals': totals, 'categories': categories,
            'grading': review_grade(pack, state, totals, rows, execution)}


def forms_of(path):
    root = tree.parse(path).getroot()
    return [root] if root.tag == FORM + 'form' else root.findall(FORM + 'form')
