# SPDX-License-Identifier: Apache-2.0
"""whole.py FUHE_PROGRAM: the sheets that a whole batch makes, held against the tables of the same report."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

from sheets import MAIN, Book
from whole_batches import batches, write

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
BATCHES = ('published', 'drawn', 'one', 'hundred-alike', 'departments-of-one', 'claims-alike', 'no-claims', 'alike', 'unscored')
SIGNS = ('full-marks', 'target-equal', 'words', 'over-budget', 'round-claims', 'stale-year')


def run(folder, *arguments):
    done = subprocess.run([PROGRAM, *arguments], cwd=folder, check=False, stderr=subprocess.PIPE)
    assert done.returncode in (0, 1, 3), (arguments, done)


def read_csv(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode('utf-8-sig'), newline='')))


def number(cell):
    """The number of a cell, None for an empty one."""
    assert cell is None or cell.kind in ('number', 'empty'), cell
    return None if cell is None or cell.kind == 'empty' else float(cell.value)


def decimal(text, scale=1):
    return None if text == '' else float(Decimal(text) / scale)


def check_statistics(book, table):
    rows = book.rows('Statistics')[1:]
    assert len(rows) == len(table), (len(rows), len(table))
    live = 0
    for row, line in zip(rows, table):
        scale = 100 if line['figure'] == 'words' else 1
        assert number(row.get(4)) == decimal(line['value']), (row[4], line)
        assert number(row[6]) == decimal(line['n'], scale), (row[6], line)
        assert (number(row.get(9)), number(row.get(10))) == (decimal(line['part'], scale), decimal(line['whole'], scale))
        assert (number(row.get(11)), number(row.get(12))) == (decimal(line['seed']), decimal(line['draws']))
        assert (row[8].kind == 'empty') == (line['left_out'] == ''), (row[8], line)
        assert row[7].value and row[5].value and row[3].value, 'a figure without method or unit'
        live += row[4].formula is not None
    assert live or not any(line['part'] and line['value'] for line in table), 'no share is a formula'


def check_ease(book, table):
    rows = book.rows('Ease of targets')[1:]
    assert len(rows) == len(table), (len(rows), len(table))
    departments = {}
    for row, line in zip(rows, table):
        if line['kind'] == 'department':
            departments[line['department']] = line
            continue
        check_gauge(row, line)
    for row in rows[len(table) - len(departments):]:
        assert row[0].value == 'department', row
        name = row[3].value
        check_gauge(row, departments.pop('' if name == '(not filled in)' else name))
    assert not departments


def check_gauge(row, line):
    assert number(row.get(5)) == decimal(line['index']), (row[5], line)
    assert number(row[4]) == decimal(line['forms']) and number(row[6]) == decimal(line['signs']), line
    assert (row[7].kind == 'empty') == (line['left_out'] == ''), line
    assert line['index'] == '' or row[5].formula, 'an index without a formula'
    for place, sign in enumerate(SIGNS):
        scale = 100 if sign == 'words' else 1
        assert number(row.get(8 + place)) == decimal(line[f'{sign}-percent']), (sign, line)
        assert number(row[14 + 2 * place]) == decimal(line[f'{sign}-part'], scale), (sign, line)
        assert number(row[15 + 2 * place]) == decimal(line[f'{sign}-whole'], scale), (sign, line)


def check_sample(book, table):
    rows = book.table('Sample')
    assert len(rows) == len(table), (len(rows), len(table))
    for row, line in zip(rows, table):
        assert row['Drawn by'].value == line['method'] and number(row['No.']) == decimal(line['page'])
        assert number(row['Budget (10,000 yuan)']) == decimal(line['budget_yuan'], 10000), line
        assert number(row['Verified score']) == decimal(line['total_verified']), line
        assert number(row['Deviation']) == (decimal(line['deviation_points']) if line['state'] == 'scored' else None), line
        assert number(row['Times drawn']) == decimal(line['hits']) and number(row['Risk']) == decimal(line['risk'])
        assert row['Score by hand'].kind == row['Remarks of the reviewer'].kind == 'empty'
        assert (row['Findings'].kind == 'empty') == (line['findings'] == ''), row['Findings']


def check_crosscheck(book, table):
    rows = book.rows('Cross-check')[1:]
    assert len(rows) == len(table), (len(rows), len(table))
    for row, line in zip(rows, table):
        assert (row[14].value, row[7].kind, row[0].kind) == (line['code'], 'text', 'text'), row
        assert (row[4].value, row[5].value) == (line['project'], line['department']), (row, line)
        for place, column in ((1, 'group'), (2, 'members'), (6, 'row'), (10, 'other_row'), (11, 'similarity'),
                              (12, 'claimed'), (13, 'recomputed')):
            assert number(row.get(place)) == decimal(line[column]), (column, row, line)


def check_sheets(book):
    """What makes a table fit for reading, filtering and printing."""
    assert book.names[-4:] == ['Rules used', 'Statistics', 'Cross-check', 'Sample'] and len(book.names) == 10, book.names
    for sheet in book.names[-3:] + ['Ease of targets']:
        xml = book.xml(sheet)
        assert xml.find(MAIN + 'mergeCells') is None, sheet
        assert xml.find(f'.//{MAIN}pane').get('state') == 'frozen', sheet
        assert len(book.rows(sheet)) == 1 or xml.find(MAIN + 'autoFilter') is not None, sheet


def check_incomplete(book, table):
    """Forms that were scored in part, by department."""
    assert sum(number(row['Partly scored']) for row in book.table('Department statistics')) == sum(
        line['state'] == 'partial' for line in table)


def check_report(report):
    book = Book(report / 'review.xlsx')
    check_sheets(book)
    check_statistics(book, read_csv(report / 'statistics.csv'))
    check_ease(book, read_csv(report / 'gauge.csv'))
    check_sample(book, read_csv(report / 'sample.csv'))
    check_crosscheck(book, read_csv(report / 'crosscheck.csv'))
    check_incomplete(book, read_csv(report / 'reviews.csv'))
    return book


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        every = batches()
        for name in BATCHES:
            documents = every[name]
            if name == 'drawn':
                documents = documents + [pathlib.Path('tests/cli/forms/partial.xml').read_text('utf-8')]
            write(folder / name, documents)
            run(folder, 'batch', '-q', name, '-o', f'{name}-out')
            run(folder, 'report', '-q', f'{name}-out', '--lang', 'en', '--format', 'xlsx,csv')
            book = check_report(folder / f'{name}-out/report')
            found = {row[14].value for row in book.rows('Cross-check')[1:]}
            assert name != 'alike' or found > {'copied-goal', 'copied-indicators', 'all-full-marks', 'duplicate-project'}, found
        run(folder, 'report', '-q', 'drawn-out', '--lang', 'zh', '--format', 'xlsx')
        names = Book(folder / 'drawn-out/report/review.xlsx').names
        assert names[5:] == ['目标难易', '规则', '统计', '横向比对', '抽样'], names


main()
