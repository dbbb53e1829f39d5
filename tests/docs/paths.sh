#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every path in back quotes (`engine/total`, `tests/forms/`) names a file or folder of the tree, with its ending or
# without, and every link leads somewhere.
set -eu
exists() {
    [ -e "$1" ] || ls "$1".* >/dev/null 2>&1
}

faults=$(for page in *.md docs/*.md tests/*.md */README.md tests/*/README.md; do
    folder=$(dirname "$page")
    for path in $(grep -oE '`[a-z_]+/[A-Za-z0-9_./-]*`' "$page" | tr -d '`' | sort -u); do
        [ ! -d "${path%%/*}" ] || [ "${path%%/*}" = build ] || exists "$path" || exists "$folder/$path" ||
            echo "$page: no $path"
    done
    for link in $(grep -oE '\]\([A-Za-z][A-Za-z0-9_./-]*\)' "$page" | sed 's/^](//; s/)$//'); do
        exists "$folder/$link" || echo "$page: no $link"
    done
done)
[ -z "$faults" ] || { echo "$faults"; exit 1; }
