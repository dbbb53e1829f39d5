#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compares what `fuhe rules` prints with tests/rules/snapshots. Usage: snapshots.sh FUHE_PROGRAM [--accept]
set -eu
program=$1
accept=${2:-}
folder=tests/rules/snapshots
faults=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

settle() {
    if [ "$accept" = --accept ]; then
        cp "$2" "$folder/$1"
    elif ! diff -u "$folder/$1" "$2"; then
        faults=1
    fi
}

compare() {
    name=$1
    shift
    "$program" rules "$@" >"$work/text"
    settle "$name" "$work/text"
}

expect() {
    wanted=$1
    shift
    code=0
    "$program" rules "$@" >"$work/out" 2>"$work/err" || code=$?
    if [ "$code" -ne "$wanted" ]; then
        echo "fuhe rules $*: exit code $code instead of $wanted"
        faults=1
    fi
}

# The page without its style.
compare_page() {
    name=$1
    shift
    "$program" rules show "$@" --format html | sed '/^<style>/,/^<\/style>/d' >"$work/page"
    settle "$name" "$work/page"
}

overlay=examples/rules/example-county/pack.xml
for language in zh en; do
    compare "list.$language.txt" list --lang "$language"
    for pack in rules/*/pack.xml; do
        id=$(basename "$(dirname "$pack")")
        compare "$id.$language.txt" show "$id" --lang "$language"
        compare_page "$id.$language.html" "$id" --lang "$language"
    done
    compare "overlay.$language.txt" show "$overlay" --lang "$language"
    compare_page "overlay.$language.html" "$overlay" --lang "$language"
done

expect 0 check
expect 0 check mof-2020 rules/*/pack.xml tests/rules/good/*.xml
expect 0 show tests/rules/good/least.xml
for pack in tests/rules/bad/*.xml; do
    expect 4 check "$pack"
    [ -s "$work/err" ] || { echo "$pack: refused without a word"; faults=1; }
done
expect 4 check tests/rules/nothing.xml
expect 4 check tests/rules/good/least.xml tests/rules/bad/band-gap.xml
expect 2 show nothing
expect 2 show
expect 2 list more
expect 2 nothing
expect 2
"$program" rules check tests/rules/bad/band-gap.xml --lang en 2>&1 | grep -q 'band-gap.xml:15:3: .*59\.99' || {
    echo "the counter-example of band-gap.xml is not shown"
    faults=1
}
exit $faults
