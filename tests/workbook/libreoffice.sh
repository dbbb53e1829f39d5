#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# libreoffice.sh BUILD_FOLDER: LibreOffice computes every formula of the workbooks of all test forms and of some thousand
# made-up ones anew; each figure must be fuhe's. The figures that the files keep beside formulas are taken out before, so
# that nothing but a computation can give them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
cd "$here/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

command -v soffice >/dev/null || {
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null
}

# compute FOLDER: has the workbooks of a folder computed anew, and holds every formula against the value beside it.
compute() {
    mkdir -p "$1/stripped" "$1/computed"
    computed=''
    for file in review $(ls "$1" | sed -n 's/^\(review-[0-9]*\)\.xlsx$/\1/p' | sort -t- -k2n); do
        /usr/bin/python3 "$here/strip_values.py" "$1/$file.xlsx" "$1/stripped/$file.xlsx"
        computed="$computed $1/computed/$file.xlsx"
    done
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to xlsx --outdir "$1/computed" \
        "$1"/stripped/*.xlsx >/dev/null 2>&1
    for file in $computed; do
        /usr/bin/python3 "$here/kept.py" "$1/${file##*/}" "$file"
    done
}

# check NAME OPTION… FILE…: makes workbooks, has them computed anew, holds the figures against the records.
check() {
    folder=$work/$1
    echo "$1:"
    shift
    mkdir -p "$folder"
    "$build/tests/workbook/make_workbook" "$folder" --lang zh "$@" >"$folder/records.jsonl"
    compute "$folder"
    /usr/bin/python3 "$here/recalculated.py" "$folder/records.jsonl" $computed
    rm -rf "$folder"
}

# pack NAME ITEM_MODE: a rule pack like tests/rules/good/least.xml that rounds in another way.
pack() {
    sed "s/item-mode=\"half-up\"/item-mode=\"$2\"/; s/total-mode=\"half-up\"/total-mode=\"$2\"/" \
        tests/rules/good/least.xml >"$work/$1.xml"
}

forms=$(find tests/forms tests/cli/forms tests/cases -name '*.xml' | LC_ALL=C sort)
made_up=$work/made-up.xml
fewer=$work/fewer.xml
/usr/bin/python3 "$here/made_up_forms.py" 3000 >"$made_up"
/usr/bin/python3 "$here/made_up_forms.py" 1000 >"$fewer"
pack half-even half-even
pack truncate truncate

check forms $forms
check forms-by-other-rules --rules tests/rules/good/other-choices.xml $forms
check made-up --forms 1100 "$made_up"
check made-up-by-least-rules --rules tests/rules/good/least.xml "$fewer"
check made-up-by-other-rules --rules tests/rules/good/other-choices.xml "$fewer"
check made-up-half-even --rules "$work/half-even.xml" "$fewer"
check made-up-cut --rules "$work/truncate.xml" "$fewer"

# A report from a store, with the departments that the store counts.
echo report:
"$build/bin/fuhe" batch $forms "$fewer" -o "$work/results" >/dev/null 2>&1 || [ $? -le 3 ]
"$build/bin/fuhe" report "$work/results" --lang zh --format xlsx >/dev/null
compute "$work/results/report"

# The same of batches at which statistics go wrong: one form, a hundred alike, departments of one, nothing scored, ...
/usr/bin/python3 "$here/whole_batches.py" "$work/batches"
for batch in "$work"/batches/*; do
    echo "report of ${batch##*/}:"
    "$build/bin/fuhe" batch -q "$batch"/*.xml -o "$batch/results" >/dev/null 2>&1 || [ $? -le 3 ]
    "$build/bin/fuhe" report -q "$batch/results" --lang en --format xlsx
    compute "$batch/results/report"
done
