# SPDX-License-Identifier: Apache-2.0
"""structure.py MAKE_WORKBOOK: what stands in the files, by their XML: sheets, headings, print set-up, texts that stay
texts, files that go on in others, the same bytes twice."""
import glob
import os
import re
import resource
import subprocess
import sys
import tempfile
import unittest
import zipfile

from recalculated import check as check_figures
from sheets import MAIN, Book

PROGRAM = sys.argv.pop(1)
FORMS = sorted(glob.glob('tests/forms/yanbian-2024/*.xml'))
ODD = ['tests/cli/forms/' + name for name in ('hostile.xml', 'partial.xml', 'unscored.xml', 'broken.xml')]

TRICKY = '''<forms xmlns="urn:fuhe:form:1">
<form id="a" year="2024"><project>=1+1</project><department>=HYPERLINK("http://x","y")</department>
<indicators><indicator level1="产出指标" level2="数量指标" name="http://example.org" weight="10" score="10">
<target>10次</target><actual>@SUM(1)</actual></indicator></indicators><total claimed="10"/></form>
<form id="b" year="2024"><project>{long}</project><department>mailto:a@b</department>
<indicators><indicator level1="产出指标" level2="数量指标" name="_x0041_ &lt;b&gt; ‮abc" weight="10" score="10">
<target>10次</target><actual>10次</actual></indicator></indicators><total claimed="10"/></form>
</forms>'''


def make(folder, *arguments):
    """Makes the workbook; returns its files in order."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'records.jsonl'), 'wb') as records:
        subprocess.run([PROGRAM, folder, *arguments], stdout=records, check=True)
    names = [name for name in os.listdir(folder) if name.endswith('.xlsx')]
    names.sort(key=lambda name: int(name[7:-5] or 1) if name != 'review.xlsx' else 1)
    return [os.path.join(folder, name) for name in names]


class Structure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = os.path.join(cls.scratch.name, 'all')
        cls.files = make(cls.folder, *FORMS, *ODD)
        cls.book = Book(cls.files[0])

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def make(self, name, *arguments):
        return make(os.path.join(self.scratch.name, name), *arguments)

    def test_sheets_in_both_languages(self):
        self.assertEqual(self.book.names, ['About', 'Summary', 'Indicator details', 'List of findings',
                                           'Department statistics', 'Ease of targets', 'Rules used'])
        chinese = Book(self.make('chinese', '--lang', 'zh', *FORMS)[0])
        self.assertEqual(chinese.names, ['说明', '汇总', '指标明细', '问题清单', '部门统计', '目标难易', '规则'])
        heads = [cell.value for cell in chinese.rows('汇总')[0].values()]
        self.assertEqual(heads[1:14], ['项目名称', '主管部门或单位', '年度', '自评得分', '复核得分', '偏差', '偏差率（%）',
                                       '自评档次', '复核档次', '档次变化', '稳固性', '状态', '主要偏差原因'])
        heads = [cell.value for cell in chinese.rows('指标明细')[0].values()]
        self.assertEqual(heads[11:19], ['自评得分', '计算公式', '重算', '采信', '复核得分', '差额', '计入', '复核结论'])

    def test_kept_figures_are_the_review(self):
        files = self.make('kept', '--lang', 'zh', *FORMS, *ODD)
        self.assertEqual(check_figures(os.path.join(self.scratch.name, 'kept', 'records.jsonl'), *files), [])

    def test_every_formula_keeps_its_value(self):
        for sheet in self.book.names:
            for row in self.book.rows(sheet):
                for cell in row.values():
                    self.assertFalse(cell.formula and cell.kind == 'empty', cell)

    def test_known_form(self):
        rows = self.book.table('Summary')
        row = next(row for row in rows if row['File'].value.endswith('hotline-operation.xml'))
        self.assertEqual((float(row['Claimed score'].value), float(row['Verified score'].value)), (91.43, 91.48))
        self.assertRegex(row['Verified score'].formula, r"SUMIFS\('Indicator details'!P\d+:P\d+,")
        self.assertEqual(row['Reading of the weights'].value, 'the duplicate row counts once')
        self.assertTrue(row['Main causes of the deviation'].value.startswith('The claimed total is 91.43; the claimed '))
        number = row['No.'].value
        details = [line for line in self.book.table('Indicator details') if line['No.'].value == number]
        self.assertEqual([line['Counted'].value for line in details].count('no'), 1)
        office = next(line for line in details if line['Indicator (level 3)'].value == '办公经费3')
        self.assertRegex(office['Recomputed'].formula, r'^ROUND\(ROUND\(G(\d+)\*MIN\(1,K\1/I\1\),10\),2\)$')
        self.assertEqual((float(office['Recomputed'].value), office['Score taken'].value, office['Verdict'].value),
                         (0.82, 'by the rules', 'overstated'))

    def test_findings_and_failures(self):
        rows = self.book.table('List of findings')
        failures = [row for row in rows if row['Severity'].value == 'not read']
        self.assertEqual([row['File'].value for row in failures], ['tests/cli/forms/broken.xml'])
        self.assertIn('13:1', failures[0]['What is wrong'].value)
        self.assertTrue([row for row in rows if row['Project name'].value == '(all forms of the file)'])
        for row in rows:
            self.assertTrue(row['What to do'].value and row['What is wrong'].value, row)

    def test_no_threshold_stands_as_a_target(self):
        rows = self.book.table('List of findings')
        silent = {'reason-missing', 'unspent-full-output', 'over-completion', 'statement-funds', 'satisfaction-missing'}
        met = {row['Code'].value for row in rows} & silent
        self.assertIn('reason-missing', met)
        for row in rows:
            if row['Code'].value in silent:
                self.assertEqual((row['Compared with'].kind, row['Difference'].kind), ('empty', 'empty'), row)
        self.assertTrue([row for row in rows if row['Compared with'].kind == 'number'])

    def test_places_are_named_as_the_form_does(self):
        places = [row['Place in the form'].value for row in self.book.table('List of findings')
                  if row['Code'].value == 'full-marks-unmet' or row['Code'].value == 'item-score']
        self.assertTrue(places)
        for place in places:
            self.assertRegex(place, r'^\S+指标 / .+ / claimed score\nindicators/indicator\[\d+\]/@score \d+:\d+$')

    def test_in_part_is_held_against_nothing(self):
        rows = [row for row in self.book.table('Summary') if row['State'].value == 'incomplete']
        self.assertTrue(rows)
        for row in rows:
            for head in ('Deviation', 'Deviation rate (%)', 'Review grade', 'Grade change'):
                self.assertEqual(row[head].kind, 'empty', head)

    def test_departments_by_the_risk_they_show(self):
        risks = [float(row['Risk a form'].value) for row in self.book.table('Department statistics')]
        self.assertEqual(risks, sorted(risks, reverse=True))

    def test_departments_are_formulas_in_one_file(self):
        rows = self.book.table('Department statistics')
        self.assertTrue(any(row['Forms'].formula for row in rows))
        self.assertEqual(sum(int(row['Forms'].value) for row in rows), len(self.book.table('Summary')))

    def test_page_set_up(self):
        for sheet in self.book.names:
            xml = self.book.xml(sheet)
            setup = xml.find(MAIN + 'pageSetup')
            self.assertEqual((setup.get('orientation'), setup.get('paperSize'), setup.get('fitToHeight')),
                             ('landscape', '9', '0'))
            self.assertEqual(xml.find(f'.//{MAIN}pane').get('state'), 'frozen')
            self.assertIsNotNone(xml.find(MAIN + 'headerFooter'))
            if sheet != 'About':
                self.assertIsNotNone(xml.find(MAIN + 'autoFilter'), sheet)
        for sheet in self.book.names[1:4]:
            self.assertTrue(self.book.xml(sheet).findall(MAIN + 'conditionalFormatting'), sheet)
        names = self.book.archive.read('xl/workbook.xml').decode()
        self.assertEqual(names.count('_xlnm.Print_Titles'), 7)

    def test_no_time_of_making(self):
        again = self.make('again', *FORMS, *ODD)
        with open(self.files[0], 'rb') as first, open(again[0], 'rb') as second:
            self.assertEqual(first.read(), second.read())
        dates = {entry.date_time for entry in zipfile.ZipFile(self.files[0]).infolist()}
        self.assertEqual(dates, {(1980, 1, 1, 0, 0, 0)})
        self.assertIn(b'2020-01-01T00:00:00Z', self.book.archive.read('docProps/core.xml'))

    def test_texts_stay_texts(self):
        path = os.path.join(self.scratch.name, 'tricky.xml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(TRICKY.format(long='长' * 40000))
        book = Book(self.make('tricky', path)[0])
        first, second = book.table('Summary')
        for row, head, text in ((first, 'Project name', '=1+1'),
                                (first, 'Department or unit', '=HYPERLINK("http://x","y")'),
                                (second, 'Department or unit', 'mailto:a@b'),
                                (second, 'Project name', '长' * 32766 + '…')):
            self.assertEqual((row[head].kind, row[head].value, row[head].formula), ('text', text, None))
        details = book.table('Indicator details')
        self.assertEqual(details[1]['Indicator (level 3)'].value, 'http://example.org')
        self.assertEqual(details[3]['Indicator (level 3)'].value, '_x0041_ <b> \\u202Eabc')
        self.assertFalse([name for name in book.archive.namelist() if 'sheets/_rels' in name])
        for sheet in book.names:
            self.assertIsNone(book.xml(sheet).find(MAIN + 'hyperlinks'))
        departments = book.table('Department statistics')
        self.assertFalse([row for row in departments if row['Forms'].formula])

    def test_goes_on_in_other_files(self):
        files = self.make('parts', '--lang', 'zh', '--forms', '4', *FORMS, *ODD)
        self.assertGreater(len(files), 3)
        self.assertEqual([os.path.basename(name) for name in files[:2]], ['review.xlsx', 'review-2.xlsx'])
        self.assertEqual(check_figures(os.path.join(self.scratch.name, 'parts', 'records.jsonl'), *files), [])
        books = [Book(name) for name in files]
        summaries = [book.rows('汇总')[1:] for book in books]
        numbers = [row[0].value for rows in summaries for row in rows]
        self.assertEqual(numbers, [str(number + 1) for number in range(len(numbers))])
        for book, rows in zip(books, summaries):
            self.assertLessEqual(len(rows), 4)
            lines = len(book.rows('指标明细'))
            ranges = [re.search(r'!P(\d+):P(\d+),', row[5].formula).groups() for row in rows if row[5].formula]
            self.assertTrue(all(2 <= int(first) <= int(last) <= lines for first, last in ranges), ranges)
        departments = [book.rows('部门统计')[1:] for book in books]
        self.assertEqual([bool(rows) for rows in departments], [True] + [False] * (len(books) - 1))
        self.assertFalse([row for row in departments[0] if row[1].formula])
        self.assertIn('后续内容见下一个文件。', books[0].rows('说明')[1][1].value)
        self.assertNotIn('后续内容', books[-1].rows('说明')[1][1].value)

    def test_disk_full(self):
        """A file of rows on the way may not grow, where the compressed result would still fit."""
        folder = os.path.join(self.scratch.name, 'full')
        os.makedirs(folder)
        run = subprocess.run([PROGRAM, folder, *FORMS], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             restore_signals=False,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (150000, 150000)))
        self.assertEqual((run.returncode, os.listdir(folder)), (1, []), run.stderr)
        self.assertIn(b'cannot be written', run.stderr)

    def test_nothing_at_all(self):
        book = Book(self.make('nothing', 'tests/cli/forms/broken.xml')[0])
        self.assertEqual((len(book.rows('Summary')), len(book.rows('List of findings'))), (1, 2))


unittest.main()
