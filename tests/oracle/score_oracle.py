#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores forms a second time, from the contract, and compares every figure with what the program prints.

Usage: score_oracle.py PROGRAM [--root DIR] [--forms N] [--seed N] [FILE…]

Without files: the published forms and the cases of findings. In both cases N forms of each kind are made for each rule
pack: hard ones, and honest ones against which no error and no warning may be raised."""
import argparse
import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import score_forms
import score_model as model
import score_packs

FIGURES = {
    'totals': 'claimed verified basis as_listed rescaled exact weight_sum weights_close weight_variant sum_of_claims '
              'deviation_points deviation_rate',
    'grading': 'grade firmness lowest highest margin_up margin_down',
    'execution': 'state from_parts budget_yuan executed_yuan rate_exact rate claimed formula exact recomputed verdict '
                 'verified',
    'row': 'category weight claimed reading formula exact recomputed verdict verified low high counted',
    'category': 'category weight expected claimed verified',
}
SHOWN_MAX = 30

# What must have come up, or the comparison proves little.
EXPECTED = {
    'reading': 'more less equal rank zero words-met words-scale judgement',
    'verdict': 'exact rounded truncated overstated understated judgement unscored',
    'formula': 'full zero proportion inverse linear-to-double over-tier',
    'execution': 'band rate full zero',
    'state': 'scored partial unscored',
    'basis': 'as-listed rescaled count-once',
    'firmness': 'firm fragile undecidable',
    'reason': 'missing none',
    'variant': 'no-satisfaction no-cost',
}


def printed(row):
    return ' '.join(f'{name}={text}' for name, text in row.items() if text is not None)


class Comparison:
    def __init__(self):
        self.forms = self.rows = self.figures = self.differences = self.shown = 0
        self.quiet = False  # after the first difference of a form: the others mostly follow from it
        self.seen = set()
        self.by_field = {}

    def same(self, where, ours, theirs):
        self.figures += 1
        if isinstance(ours, (Fraction, int)) and not isinstance(ours, bool) and isinstance(theirs, str):
            theirs = Fraction(theirs)
        if ours == theirs:
            return
        self.differences += 1
        field = (where[2], where[-1])
        self.by_field[field] = self.by_field.get(field, 0) + 1
        if not self.quiet and self.shown < SHOWN_MAX:
            self.quiet = True
            self.shown += 1
            print('differs:', ' '.join(map(str, where)), 'oracle', ours, 'program', theirs)

    def part(self, where, names, ours, theirs):
        for name in names.split():
            self.same(where + (name,), ours.get(name), theirs.get(name))

    def value(self, where, ours, theirs):
        self.same(where + ('kind',), ours.kind, theirs['kind'])
        if ours.kind in ('number', 'rank', 'zero-word'):
            self.same(where + ('number',), ours.number, theirs.get('number'))
        if ours.kind == 'number':
            self.same(where + ('relation',), ours.relation, theirs.get('relation'))
            self.same(where + ('unit',), ours.unit, theirs.get('unit', ''))

    def invariants(self, where, theirs):
        """What must hold among the program's own figures."""
        grading, ladder = theirs['grading'], theirs.get('ladder')
        self.same(where + ('grading', 'decided_by'), grading['firmness'] == 'fragile', 'decided_by' in grading)
        if ladder:
            left = Fraction(ladder['full']) - sum(Fraction(step['points']) for step in ladder['steps'])
            self.same(where + ('ladder', 'end'), left, ladder['end'])
            self.same(where + ('ladder', 'verified'), left, theirs['totals']['verified'])

    def form(self, where, ours, theirs):
        self.forms += 1
        self.quiet = False
        self.same(where + ('rows', 'count'), len(ours['rows']), len(theirs['rows']))
        for one, other in zip(ours['rows'], theirs['rows']):
            self.rows += 1
            place = where + ('row', other['number'], printed(one['printed']))
            self.value(place + ('target',), one['target'], other['target'])
            self.value(place + ('actual',), one['actual'], other['actual'])
            self.part(place, FIGURES['row'], one, other)
            self.seen |= {('reading', one['reading']), ('verdict', one['verdict']), ('formula', one['formula'])}
        missing = [finding['row'] for finding in theirs['findings'] if finding['code'] == 'reason-missing']
        owed = [number for number, row in enumerate(ours['rows'], 1) if model.lacks_reason(row)]
        self.same(where + ('findings', 'reason-missing'), owed, missing)
        self.seen |= {('reason', 'missing' if owed else 'none')}
        self.invariants(where, theirs)
        for name in ('execution', 'totals', 'grading'):
            self.part(where + (name,), FIGURES[name], ours[name], theirs[name])
        self.same(where + ('form', 'state'), ours['state'], theirs['state'])
        self.same(where + ('categories', 'count'), len(ours['categories']), len(theirs['categories']))
        for one, other in zip(ours['categories'], theirs['categories']):
            self.part(where + ('category',), FIGURES['category'], one, other)
        self.seen |= {('state', ours['state']), ('basis', ours['totals']['basis']),
                      ('firmness', ours['grading']['firmness']), ('execution', ours['execution']['formula']),
                      ('variant', ours['totals']['weight_variant'])}


def is_no_accusation(pack, finding):
    """The forms are of one year, whatever the period of the rules; rules without a scale leave its words to a person."""
    return finding['code'] == 'rules-period' or (finding['code'] == 'judgement' and not pack.scale)


def accuse(comparison, pack, path, line):
    """Errors and warnings against a form in which everything is right."""
    for finding in line['findings']:
        comparison.figures += 1
        if finding['severity'] != 'note' and not is_no_accusation(pack, finding):
            row = finding.get('row')
            about = line['rows'][row - 1] if row else line['totals'] if 'total' in finding['path'] else line['execution']
            shown = {name: text for name, text in about.items() if name != 'level2'}
            comparison.quiet = False
            comparison.same((pack.id, f'{path.name}#{line["number"]}', 'accused', json.dumps(shown, ensure_ascii=False),
                             finding['code']), None, finding['severity'])


def compare(comparison, program, pack_path, pack, files):
    run = subprocess.run([program, 'score', '--format', 'jsonl', '--allow-draft', '--rules', pack_path, *map(str, files)],
                         stdout=subprocess.PIPE, check=False)
    lines = [json.loads(line) for line in run.stdout.decode().splitlines()]
    theirs = [line for line in lines if line['type'] == 'form']
    ours = [(path, number, element) for path in files for number, element in enumerate(model.forms_of(path), 1)]
    comparison.same((pack.id, '', 'run', 'forms'), len(ours), len(theirs))
    for (path, number, element), line in zip(ours, theirs):
        comparison.form((pack.id, f'{path.name}#{number}'), model.review(pack, element), line)
        if path.name.startswith('honest'):
            accuse(comparison, pack, path, line)


def run(options, root, folder, comparison):
    packs = sorted(root.glob('rules/*/pack.xml')) + [root / name for name in score_packs.OTHERS] + \
        score_packs.write_packs(root / 'rules/jilin-yanbian/pack.xml', folder)
    files = [Path(name) for name in options.files] or \
        sorted(root.glob('tests/forms/yanbian-2024/*.xml')) + sorted(root.glob('tests/cases/findings/**/*.xml'))
    for number, path in enumerate(packs):
        pack = model.Pack(path)
        maker = score_forms.Maker(options.seed * 100 + number)
        made = folder / f'made-{number}.xml'
        score_forms.write_document(made, [maker.form(pack) for _ in range(options.forms)])
        compare(comparison, options.program, str(path), pack, files + [made])
        if path.name == 'pack.xml':
            honest = folder / f'honest-{pack.id}.xml'
            maker = score_forms.HonestMaker(options.seed * 100 + number)
            score_forms.write_document(honest, [maker.honest_form(pack) for _ in range(options.forms)])
            compare(comparison, options.program, str(path), pack, [honest])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--root', default='.')
    parser.add_argument('--forms', type=int, default=300)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('files', nargs='*')
    options = parser.parse_intermixed_args()
    root = Path(options.root)
    comparison = Comparison()
    with tempfile.TemporaryDirectory() as folder:
        run(options, root, Path(folder), comparison)
    print(f'{comparison.forms} forms, {comparison.rows} rows, {comparison.figures} figures compared, '
          f'{comparison.differences} differ')
    for field, count in sorted(comparison.by_field.items(), key=lambda item: -item[1]):
        print('  ', *field, count)
    missed = {(kind, word) for kind, words in EXPECTED.items() for word in words.split()} - comparison.seen
    for kind, word in sorted(missed):
        print('never came up:', kind, word)
    return 1 if comparison.differences or missed else 0


if __name__ == '__main__':
    sys.exit(main())
