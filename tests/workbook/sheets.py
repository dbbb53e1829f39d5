# SPDX-License-Identifier: Apache-2.0
"""Reads the cells of an .xlsx file from its XML, without any spreadsheet library: formulas, texts, numbers."""
import re
import zipfile

from lxml import etree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
LINK = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'


class Cell:
    """kind is 'text', 'number' or 'empty'; formula is None where there is none."""

    def __init__(self, kind, value, formula, style):
        self.kind, self.value, self.formula, self.style = kind, value, formula, style

    def __repr__(self):
        return f'{self.kind} {self.value!r} {self.formula!r}'


def column_number(reference):
    number = 0
    for letter in re.match('[A-Z]+', reference).group():
        number = number * 26 + ord(letter) - ord('A') + 1
    return number - 1


def plain(text):
    """A text as a spreadsheet shows it: _x0041_ is the code of a character."""
    return re.sub('_x([0-9A-Fa-f]{4})_', lambda code: chr(int(code.group(1), 16)), text)


class Book:
    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.strings = self._shared_strings()
        workbook = etree.fromstring(self.archive.read('xl/workbook.xml'))
        links = etree.fromstring(self.archive.read('xl/_rels/workbook.xml.rels'))
        targets = {link.get('Id'): link.get('Target') for link in links}
        self.parts = {sheet.get('name'): 'xl/' + targets[sheet.get(LINK)].removeprefix('/xl/')
                      for sheet in workbook.iter(MAIN + 'sheet')}
        self.names = list(self.parts)

    def _shared_strings(self):
        if 'xl/sharedStrings.xml' not in self.archive.namelist():
            return []
        table = etree.fromstring(self.archive.read('xl/sharedStrings.xml'))
        return [''.join(part.text or '' for part in item.iter(MAIN + 't')) for item in table]

    def xml(self, sheet):
        return etree.fromstring(self.archive.read(self.parts[sheet]), etree.XMLParser(huge_tree=True))

    def _cell(self, cell):
        formula = cell.find(MAIN + 'f')
        value = cell.find(MAIN + 'v')
        kind = cell.get('t', 'n')
        if kind == 'inlineStr':
            value = cell.find(MAIN + 'is')
            text = ''.join(part.text or '' for part in value.iter(MAIN + 't'))
        else:
            text = '' if value is None else value.text or ''
        if kind == 's':
            text = self.strings[int(text)]
        if kind in ('s', 'str', 'inlineStr'):
            result = ('text' if text else 'empty', plain(text))
        else:
            result = ('empty', '') if text == '' else (('error' if kind == 'e' else 'number'), text)
        return Cell(*result, None if formula is None else formula.text, cell.get('s'))

    def rows(self, sheet):
        """Rows of cells as dictionaries by column number, from the first line on."""
        return [{column_number(cell.get('r')): self._cell(cell) for cell in row.iter(MAIN + 'c')}
                for row in self.xml(sheet).iter(MAIN + 'row')]

    def table(self, sheet):
        """Rows below the headings as dictionaries by heading."""
        first, *others = self.rows(sheet)
        heads = {column: cell.value for column, cell in first.items()}
        return [{heads[column]: cell for column, cell in row.items()} for row in others]
