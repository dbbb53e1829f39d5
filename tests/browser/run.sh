#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Opens reports of the test forms in Chromium, in both languages, and tries every page and the search.
# With --large: the overview and search of 100,000 made-up forms (or as many as a number behind it says), with figures.
set -euo pipefail
cd "$(dirname "$0")"
top=$(cd ../.. && pwd)
exec </dev/null

install_packages() {
    local missing=() as_root=()
    [ -x /usr/bin/chromium ] || missing+=(chromium)
    fc-list 2>/dev/null | grep -q 'Noto Sans CJK' || missing+=(fonts-noto-cjk)
    command -v pdfinfo >/dev/null || missing+=(poppler-utils)
    command -v npm >/dev/null || missing+=(nodejs npm)
    [ ${#missing[@]} -eq 0 ] && return
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    echo "Installing ${missing[*]}" >&2
    "${as_root[@]}" apt-get -qq update
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

build() {
    [ -f "$top/build/dev/build.ninja" ] || (cd "$top" && scripts/quietly.sh cmake --preset dev)
    "$top/scripts/quietly.sh" cmake --build "$top/build/dev"
}

# A batch ends with 1 or 3 when forms are wrong or unreadable: here some are.
make_report() {
    local language=$1 folder=$2 status=0
    shift 2
    "$fuhe" --lang="$language" batch --quiet "$@" -o "$folder" >/dev/null || status=$?
    case $status in 0 | 1 | 3) ;; *) echo "fuhe batch ended with $status" >&2; return 1 ;; esac
    "$fuhe" --lang="$language" report --quiet "$folder"
}

install_packages
build
cmp -s package-lock.json node_modules/.from 2>/dev/null ||
    { npm ci --silent --no-audit --no-fund && cp package-lock.json node_modules/.from; }
fuhe=$top/build/dev/bin/fuhe
forms=$top/build/dev/bench/generate_forms
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if [ "${1:-}" = --large ]; then
    "$forms" --forms "${2:-100000}" >"$scratch/forms.xml"
    (cd "$scratch" && make_report zh out forms.xml)
    node large.mjs "$scratch/out/report"
    exit
fi

mkdir -p "$scratch/input/generated"
"$forms" --forms 230 --folder "$scratch/input/generated"
cp -r forms "$scratch/input/strange"
cp -r "$top/tests/forms/yanbian-2024" "$scratch/input/"
for language in zh en; do
    (cd "$scratch" && make_report "$language" "$language" input)
    "$fuhe" stats --format json "$scratch/$language" >"$scratch/$language.json"
done
FUHE_REPORTS=$scratch node --test --test-reporter=spec *.test.mjs
