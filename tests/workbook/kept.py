# SPDX-License-Identifier: Apache-2.0
"""kept.py MADE COMPUTED: every value that a workbook keeps beside a formula, on every sheet, must be the one that a
spreadsheet program computes."""
import sys

from sheets import Book


def value_of(cell):
    return float(cell.value) if cell.kind == 'number' else cell.value


def differences(made, computed):
    for sheet in made.names:
        for line, (row, other) in enumerate(zip(made.rows(sheet), computed.rows(sheet), strict=True), 1):
            for column, cell in row.items():
                if cell.formula and (column not in other or value_of(cell) != value_of(other[column])):
                    yield f'{sheet} {line}:{column}: {cell!r}, computed {other.get(column)!r}'


def main(made_path, computed_path):
    made, computed = Book(made_path), Book(computed_path)
    faults = list(differences(made, computed))
    live = {sheet: sum(1 for row in made.rows(sheet) for cell in row.values() if cell.formula) for sheet in made.names}
    print(', '.join(f'{sheet} {count}' for sheet, count in live.items() if count), 'formulas')
    print('\n'.join(faults[:40]))
    return 1 if faults or not any(live.values()) else 0


sys.exit(main(*sys.argv[1:]))
