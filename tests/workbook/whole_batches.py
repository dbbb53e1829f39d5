# SPDX-License-Identifier: Apache-2.0
"""whole_batches.py FOLDER: writes the batches of tests/oracle/stats_forms.py, a folder each, and one without a score."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'oracle'))
import stats_forms  # pylint: disable=wrong-import-position


def batches():
    """Name -> documents."""
    empty = ''.join(f'<form id="u{number}"><project>空表{number}</project><department>某局</department></form>\n'
                    for number in range(4))
    return {**{name: documents for name, (documents, _) in stats_forms.batches().items()},
            'unscored': [stats_forms.document([empty])]}


def write(folder, documents):
    folder.mkdir(parents=True)
    for number, document in enumerate(documents):
        (folder / f'{number:04}.xml').write_text(document, encoding='utf-8')


if __name__ == '__main__':
    for name, documents_ in batches().items():
        write(pathlib.Path(sys.argv[1]) / name, documents_)
