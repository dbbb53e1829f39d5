# SPDX-License-Identifier: Apache-2.0
"""recalculated.py RECORDS RECALCULATED…: holds what a spreadsheet program made of the formulas, cell by cell, against
the records of the same forms. RECORDS are JSON lines; the files are in order."""
import json
import sys
from decimal import Decimal

from sheets import Book

# Columns by place, for their headings are in two languages.
CLAIMED, VERIFIED, DEVIATION, RATE, GRADE, WEIGHTS = 4, 5, 6, 7, 9, 17
RECOMPUTED, ROW_VERIFIED, DIFFERENCE = 13, 15, 16
SUMMARY, DETAILS = 1, 2

faults = []
computed = {}  # cells with a formula, by kind
constant = {}  # figures that stand as they are


def same(what, form, cell, expected):
    """A number must be the decimal to the last digit; a figure that is not there must be empty."""
    if cell is not None and cell.formula is not None:
        computed[what] = computed.get(what, 0) + 1
    elif expected is not None:
        constant[what] = constant.get(what, 0) + 1
    if expected is None:
        agrees = cell is None or cell.kind == 'empty'
    elif cell is None or cell.kind != 'number':
        agrees = cell is not None and cell.kind == 'text' and cell.value == expected
    else:
        agrees = float(cell.value) == float(Decimal(expected))
    if not agrees:
        faults.append(f'{form}: {what}: spreadsheet {cell!r}, fuhe {expected!r}')


def difference(claimed, verified):
    return None if claimed is None or verified is None else str(Decimal(claimed) - Decimal(verified))


def by_the_rules(record):
    """What the rules give; of a claim outside the band of its words, the edge that it was moved to."""
    edge = {'overstated': 'high', 'understated': 'low'}.get(record['verdict'])
    if record.get('reading') == 'words-scale' and edge:
        return record[edge]
    return record.get('recomputed')


def check_row(form, record, line):
    claimed, verified = record.get('claimed'), record.get('verified')
    same('score by the rules', form, line.get(RECOMPUTED), by_the_rules(record))
    same('verified score', form, line.get(ROW_VERIFIED), verified)
    same('difference', form, line.get(DIFFERENCE), difference(claimed, verified))


def check_form(record, line, details):
    form = f"{record['file']} {record['number']}"
    totals = record['totals']
    same('sum of weights', form, line.get(WEIGHTS), totals['weight_sum'])
    same('verified total', form, line.get(VERIFIED), totals.get('verified'))
    if record['state'] == 'partial':  # it is held against nothing
        totals, record = {'verified': totals.get('verified')}, {**record, 'grading': {}}
    same('deviation', form, line.get(DEVIATION), totals.get('deviation_points'))
    same('deviation rate', form, line.get(RATE), totals.get('deviation_rate'))
    same('grade', form, line.get(GRADE), record['grading'].get('name'))
    execution, *rows = details
    check_row(form, record['execution'], execution)
    for row_record, row in zip(record['rows'], rows, strict=True):
        check_row(form, row_record, row)


def read_books(paths):
    """Lines of the overview, and of the details by the number of their form."""
    summary, details = [], {}
    for book in map(Book, paths):
        summary += book.rows(book.names[SUMMARY])[1:]
        for row in book.rows(book.names[DETAILS])[1:]:
            details.setdefault(row[0].value, []).append(row)
    return summary, details


def check(records_path, *paths):
    """The differences, as sentences."""
    with open(records_path, encoding='utf-8') as file:
        records = [record for record in map(json.loads, file) if record['type'] == 'form']
    summary, details = read_books(paths)
    faults.clear()
    for record, line in zip(records, summary, strict=True):
        check_form(record, line, details[line[0].value])
    return faults


def main(*arguments):
    check(*arguments)
    print('\n'.join(faults[:40]))
    for what, count in computed.items():
        print(f'{what}: {count} computed, {constant.get(what, 0)} without a formula')
    print(f'{len(faults)} differences')
    few = [what for what, count in constant.items() if count * 100 > computed.get(what, 0)]
    return 1 if faults or few or len(computed) < 8 else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
