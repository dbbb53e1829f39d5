#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Works out a second time what a change of rules does, and compares every figure of `fuhe impact --format json`.

Usage: impact_oracle.py PROGRAM [--root DIR] [--forms N] [--seed N]

The published forms under every pair of neighbouring rule packs, those built in and those of score_packs.py, and N made-up
forms for each pair. Totals, grades and rows come from score_model.py, single rules are exchanged here, and nothing is taken
from the program but the list of rules to try."""
import argparse
import copy
import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import jsonschema

import score_forms
import score_model as model
import score_packs
from score_values import round_to

# What of a pack belongs to which rule. A rule that is not here changes no score.
MEMBERS = {
    'weights': 'weights variants full', 'execution': 'execution execution_words bands', 'number-less': 'less',
    'number-equal': 'equal', 'cost': 'cost unpaid', 'words': 'met', 'scale': 'scale', 'over-completion': 'tiers',
    'rounding': 'rounding', 'claim': 'accept raises', 'duplicates': 'duplicates', 'deviation': 'base', 'grades': 'grades',
}
PAPERS = ('source', 'clause', 'confidence', 'zh', 'en')
EXPECTED_KINDS = {'up', 'down', 'moved', 'same', 'partial', 'unscored'}
EXPECTED_PARTS = {'effect', 'tie', 'decider', 'left over', 'adds up', 'rescaling points', 'rescaling regrades',
                  'rescaling decides', 'closed', 'scaled', 'short'}
SHOWN_MAX = 20


def without_papers(value):
    return {name: each for name, each in value.items() if name not in PAPERS} if hasattr(value, 'items') else value


def parts_of(pack, rule):
    if rule == 'categories':
        return [(name, words, method if name != 'cost' else None) for name, words, method in pack.categories]
    return [without_papers(getattr(pack, name)) for name in MEMBERS.get(rule, '').split()]


def mixed(before, after, rule):
    """The pack before with one rule of the one after."""
    pack = copy.copy(before)
    if rule == 'categories':
        pack.categories = after.categories
    for name in MEMBERS.get(rule, '').split():
        setattr(pack, name, getattr(after, name))
    return pack


class Side:
    """A form by one pack, as far as an impact shows it."""

    def __init__(self, pack, element):
        found = model.review(pack, element)
        self.pack, self.state = pack, found['state']
        totals = found['totals']
        self.total = totals['verified']
        is_scaled = totals['basis'] == 'rescaled'
        closes = totals['weights_close'] or totals['basis'] == 'count-once'
        self.weights = 'scaled' if is_scaled else 'closed' if closes else 'short'
        self.unscaled = totals['as_listed'] if is_scaled else self.total
        self.place = pack.grade(self.total) if self.state == 'scored' else None
        self.fragile = found['grading']['firmness'] == 'fragile' if self.state == 'scored' else None
        counts = lambda row: row['verified'] if row['counted'] else Fraction(0)
        self.scores = [counts(row) for row in found['rows']] + [found['execution']['verified']]
        self.budget = found['execution']['budget_yuan']


def kind_of(before, after):
    if 'partial' in (before.state, after.state):
        return 'partial'
    if before.place is None or after.place is None:
        return 'unscored'
    if before.place != after.place:
        return 'up' if after.place < before.place else 'down'
    return 'same' if before.total == after.total else 'moved'


class Impact:
    """One form by two packs, with every rule of a list tried."""

    def __init__(self, before, after, rules, element):
        self.before, self.after = Side(before, element), Side(after, element)
        self.kind = kind_of(self.before, self.after)
        self.compared = self.kind not in ('partial', 'unscored')
        self.difference = self.after.total - self.before.total if self.compared else None
        self.money = self.before.budget if self.before.budget is not None else self.after.budget
        self.effects, self.tried, self.scaling = [], {}, None
        if self.compared and self.kind != 'same':
            self.tried = {rule: Side(mixed(before, after, rule), element) for rule in rules}
            self.effects = [self.effect(rule, side) for rule, side in self.tried.items()]
            self.scaling = self.scaled_by()
            self.decide()
        self.rest = None
        if self.compared:
            self.rest = Fraction(0) if self.kind == 'same' else self.after.unscaled - self.before.unscaled - sum(
                each['points'] or 0 for each in self.effects)

    def regrades(self, pack, points):
        return self.kind in ('up', 'down') and pack.grade(self.before.total + points) == self.after.place

    def effect(self, rule, side):
        """Of a rule, on the total before any scaling."""
        if side.state != 'scored':
            return {'rule': rule, 'points': None, 'regrades': False}
        points = side.unscaled - self.before.unscaled
        return {'rule': rule, 'points': points, 'regrades': self.regrades(side.pack, points)}

    def scaled_by(self):
        """What is left of the difference when that of the totals as they are before any scaling is taken away."""
        points = self.difference - (self.after.unscaled - self.before.unscaled)
        return {'rule': 'rescaling', 'points': points, 'regrades': self.regrades(self.before.pack, points)}

    def decide(self):
        every = [*self.effects, self.scaling]
        largest = max(abs(each['points'] or 0) for each in every)
        for each in every:
            each['decides'] = abs(each['points'] or 0) == largest if largest else each['regrades']

    def parts(self):
        for number, (one, other) in enumerate(zip(self.before.scores, self.after.scores), 1):
            if one != other and self.tried:
                yield number, one, other, [rule for rule, side in self.tried.items()
                                           if side.state == 'scored' and side.scores[number - 1] != one]


class Comparison:
    def __init__(self):
        self.figures = self.forms = self.differences = 0
        self.kinds = set()
        self.seen = set()

    def same(self, where, ours, theirs):
        self.figures += 1
        if isinstance(ours, (Fraction, int)) and not isinstance(ours, bool) and isinstance(theirs, str):
            theirs = Fraction(theirs)
        if ours != theirs:
            self.differences += 1
            if self.differences <= SHOWN_MAX:
                print('differs:', *where, 'oracle', ours, 'program', theirs)

    def side(self, where, ours, theirs):
        self.same(where + ('state',), ours.state, theirs['state'])
        self.same(where + ('total',), ours.total if ours.state == 'scored' else None, theirs.get('total'))
        scored = ours.state == 'scored'
        self.same(where + ('rescaling',), ours.total - ours.unscaled if scored else None, theirs.get('rescaling'))
        self.same(where + ('weights',), ours.weights if scored else None, theirs.get('weights'))
        self.same(where + ('place',), None if ours.place is None else ours.place + 1, theirs.get('place'))
        self.same(where + ('fragile',), ours.fragile, theirs.get('fragile'))

    def form(self, where, ours, theirs):
        self.forms += 1
        self.kinds.add(ours.kind)
        self.same(where + ('kind',), ours.kind, theirs['kind'])
        self.same(where + ('difference',), ours.difference, theirs.get('difference'))
        self.same(where + ('left over',), ours.rest, theirs.get('left_over'))
        self.same(where + ('budget',), ours.money, theirs.get('budget_yuan'))
        self.side(where + ('before',), ours.before, theirs['before'])
        self.side(where + ('after',), ours.after, theirs['after'])
        self.effects(where, ours, theirs)
        parts = [(number, one, other, rules) for number, one, other, rules in ours.parts()]
        self.same(where + ('parts',), len(parts), len(theirs['parts']))
        for (number, one, other, rules), part in zip(parts, theirs['parts']):
            place = where + ('part', number)
            self.same(place + ('row',), number if number < len(ours.before.scores) else None, part.get('row'))
            self.same(place + ('before',), one, part.get('before'))
            self.same(place + ('after',), other, part.get('after'))
            self.same(place + ('rules',), rules, [each['rule'] for each in part['rules']])

    def effects(self, where, ours, theirs):
        self.same(where + ('effects',), len(ours.effects), len(theirs['effects']))
        deciders = 0
        for one, other in zip(ours.effects, theirs['effects']):
            for name in ('rule', 'points', 'regrades', 'decides'):
                self.same(where + ('effect', one['rule'], name), one[name], other.get(name))
            deciders += one['decides']
            self.seen.add('unknown effect' if one['points'] is None else 'effect')
        self.same(where + ('rescaling',), ours.scaling is None, 'rescaling' not in theirs)
        if ours.scaling:
            for name in ('points', 'regrades', 'decides'):
                self.same(where + ('rescaling', name), ours.scaling[name], theirs['rescaling'][name])
            deciders += ours.scaling['decides']
            self.seen |= {f'rescaling {name}' for name in ('points', 'regrades', 'decides') if ours.scaling[name]}
            self.seen |= {ours.before.weights, ours.after.weights}
        if ours.effects:
            self.seen |= {'tie' if deciders > 1 else 'decider' if deciders else 'together',
                          'left over' if ours.rest else 'adds up'}

    def group(self, where, forms, theirs):
        self.same(where + ('forms',), len(forms), theirs['forms'])
        self.same(where + ('money',), sum((each.money or Fraction(0) for each in forms), Fraction(0)), theirs['budget_yuan'])
        self.same(where + ('without',), sum(each.money is None for each in forms), theirs['without_budget'])

    def summary(self, where, forms, theirs):
        summary = theirs['summary']
        compared = [each for each in forms if each.compared]
        self.group(where + ('scored',), compared, summary['scored'])
        self.group(where + ('regraded',), [each for each in forms if each.kind in ('up', 'down')], summary['regraded'])
        self.group(where + ('moved',), [each for each in compared if each.kind != 'same'], summary['moved'])
        self.group(where + ('partial',), [each for each in forms if each.kind == 'partial'], summary['partial'])
        for name, side in (('average_before', 'before'), ('average_after', 'after')):
            average = compared and round_to(sum(getattr(each, side).total for each in compared) / len(compared), 2)
            self.same(where + (name,), average or None, summary.get(name))
        self.same(where + ('raised',), sum(each.difference > 0 for each in compared), summary['raised'])
        self.same(where + ('lowered',), sum(each.difference < 0 for each in compared), summary['lowered'])
        self.same(where + ('balanced',), sum(each.kind == 'same' and each.before.scores != each.after.scores for each in compared),
                  summary['balanced'])
        self.same(where + ('fragile',), sum(each.after.fragile for each in compared), summary['fragile_after'])

        for side in ('before', 'after'):
            for weights, told in summary['weights_' + side].items():
                those = [each for each in compared if getattr(each, side).weights == weights]
                regraded = [each for each in those if each.kind in ('up', 'down')]
                self.same(where + (side, weights), (len(those), len(regraded)), (told['forms'], told['regraded']))

    def matrix(self, where, forms, theirs):
        cells = {}
        for each in forms:
            if each.kind != 'partial':
                cells.setdefault((each.before.place, each.after.place), []).append(each)
        self.same(where + ('cells',), len(cells), len(theirs['matrix']))
        for cell in theirs['matrix']:
            place = tuple(cell[name] - 1 if name in cell else None for name in ('before', 'after'))
            self.group(where + ('cell', place), cells.get(place, []), cell)

    def rules(self, where, forms, theirs):
        every = lambda form: [*form.effects, *([form.scaling] if form.scaling else [])]
        by_rule = lambda rule, test: [form for form in forms
                                      if any(each['rule'] == rule and test(each) for each in every(form))]
        for rule in [*theirs['rules'], {'rule': 'rescaling', **theirs['rescaling']}]:
            name, place = rule['rule'], where + (rule['rule'],)
            self.group(place, by_rule(name, lambda each: each['decides']), rule['most'])
            self.same(place + ('regrades',), len(by_rule(name, lambda each: each['regrades'])), rule['regrades'])
            points = sum((each['points'] or 0 for form in forms for each in every(form) if each['rule'] == name),
                         Fraction(0))
            self.same(place + ('points',), points, rule['points'])
        self.group(where + ('together',), [form for form in forms if form.compared and form.kind != 'same' and
                                           not any(each['decides'] for each in every(form))], theirs['together'])


def run_program(program, packs, files, language='en'):
    rules = [part for path in packs for part in ('--rules', str(path))]
    done = subprocess.run([program, 'impact', '--format', 'json', '--all', '--allow-draft', '--lang', language, *rules,
                           *map(str, files)], stdout=subprocess.PIPE, check=False)
    return done.stdout


def damaged(document):
    """Copies with one fault each, which the schema must notice."""
    for fault in (lambda d: d.update(surprise=1), lambda d: d.pop('matrix'), lambda d: d['summary'].update(raised='1'),
                  lambda d: d['forms'][0].update(kind='better'), lambda d: d['forms'][0]['before'].update(total=95.0),
                  lambda d: d['after'].update(sha256='none'), lambda d: d['rules'][0]['most'].pop('forms')):
        broken = copy.deepcopy(document)
        fault(broken)
        yield broken


def check_order(comparison, where, theirs):
    """Other grades first, then by the size of the difference, then as the forms came."""
    rank = {'up': 0, 'down': 0, 'moved': 1, 'partial': 2, 'unscored': 2, 'same': 3}
    keys = [(rank[form['kind']], -abs(Fraction(form.get('difference', '0')))) for form in theirs['forms']]
    comparison.same(where + ('order',), sorted(keys), keys)


def compare(comparison, program, validator, paths, files):
    printed = run_program(program, paths, files)
    theirs = json.loads(printed)
    where = tuple(path.parent.name if path.name == 'pack.xml' else path.stem for path in paths)
    validator.validate(theirs)
    comparison.same(where + ('language',), printed, run_program(program, paths, files, 'zh'))
    before, after = map(model.Pack, paths)
    rules = [rule['rule'] for rule in theirs['rules']]
    for rule in ['categories', *MEMBERS]:
        if parts_of(before, rule) != parts_of(after, rule):
            comparison.same(where + ('differs', rule), True, rule in rules)
    forms = []
    shown = {(form['file'], form['number']): form for form in theirs['forms']}
    for path in files:
        for number, element in enumerate(model.forms_of(path), 1):
            forms.append(Impact(before, after, rules, element))
            comparison.form(where + (f'{path.name}#{number}',), forms[-1], shown[str(path), number])
    comparison.same(where + ('forms',), len(forms), len(shown))
    comparison.summary(where, forms, theirs)
    comparison.matrix(where, forms, theirs)
    comparison.rules(where, forms, theirs)
    check_order(comparison, where, theirs)
    return theirs


def run(options, root, folder, comparison):
    schema = json.loads((root / 'impact/impact.schema.json').read_text(encoding='utf-8'))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    packs = sorted(root.glob('rules/*/pack.xml')) + \
        score_packs.write_packs(root / 'rules/jilin-yanbian/pack.xml', folder)
    published = [root / 'tests/forms/yanbian-2024/department.xml']
    document = compare(comparison, options.program, validator,
                       [root / 'rules' / name / 'pack.xml' for name in ('jilin-yanbian', 'mof-2021-cost')], published)
    for number, broken in enumerate(damaged(document)):
        comparison.same(('damage', number), False, validator.is_valid(broken))
    for number, pair in enumerate(zip([packs[-1], *packs], packs)):
        made = folder / f'made-{number}.xml'
        maker = score_forms.Maker(options.seed * 100 + number)
        score_forms.write_document(made, [maker.form(model.Pack(pair[0])) for _ in range(options.forms)])
        compare(comparison, options.program, validator, list(pair), [*published, made])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--root', default='.')
    parser.add_argument('--forms', type=int, default=40)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    comparison = Comparison()
    with tempfile.TemporaryDirectory() as folder:
        run(options, Path(options.root), Path(folder), comparison)
    print(f'{comparison.forms} forms, {comparison.figures} figures compared, {comparison.differences} differ')
    missed = (EXPECTED_KINDS - comparison.kinds) | (EXPECTED_PARTS - comparison.seen)
    for word in sorted(missed):
        print('never came up:', word)
    return 1 if comparison.differences or missed else 0


if __name__ == '__main__':
    sys.exit(main())
