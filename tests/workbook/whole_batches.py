# SPDX-License-Identifier: Apache-2.0
"""whole_batches.py FOLDER: writes the batches of tests/oracle/stats_forms.py, a folder each, and one without a score."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'oracle'))
import stats_forms  # pylint: disable=wrong-import-position


GOAL = '为群众提供全天候政务咨询服务，及时受理、转办、督办群众诉求，办结率达到九成以上，提升群众满意度。'


def alike():
    """Copied goals, indicators and reasons, a project that came in repeatedly, a department of full marks throughout."""
    forms = []
    for number in range(9):
        rows = [stats_forms.row('产出指标', f'=受理{place}', 18, 18, f'{place}00件', f'{min(place, 4)}00件',
                                '因疫情影响，部分工作未能按期开展。')
                for place in range(1, 6)]
        text = stats_forms.form(f'c{number % 8}', '甲局' if number % 8 < 4 else '乙局', rows, 100)
        forms.append(text.replace('<indicators>', f'<goal><expected>{GOAL}</expected><achieved>完成</achieved></goal><indicators>'))
    return [stats_forms.document(forms[:8]), stats_forms.document(forms[8:])]


def batches():
    """Name -> documents."""
    empty = ''.join(f'<form id="u{number}"><project>空表{number}</project><department>某局</department></form>\n'
                    for number in range(4))
    return {**{name: documents for name, (documents, _) in stats_forms.batches().items()},
            'alike': alike(), 'unscored': [stats_forms.document([empty])]}


def write(folder, documents):
    folder.mkdir(parents=True)
    for number, document in enumerate(documents):
        (folder / f'{number:04}.xml').write_text(document, encoding='utf-8')


if __name__ == '__main__':
    for name, documents_ in batches().items():
        write(pathlib.Path(sys.argv[1]) / name, documents_)
