#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The same seed gives the same bytes, another seed others, the XML is valid, and everything that is measured accepts it.
# Usage, at the top of the project: test_generator.sh GENERATE_FORMS BENCH_SCORE
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" --forms 40 --seed 7 >"$work/first.xml"
"$1" --forms 40 --seed 7 >"$work/again.xml"
"$1" --forms 40 --seed 8 >"$work/other.xml"
cmp "$work/first.xml" "$work/again.xml"
! cmp -s "$work/first.xml" "$work/other.xml" || { echo "the seed has no effect"; exit 1; }

# A form is the same whether it comes alone or with others, but for its head.
mkdir "$work/folder"
"$1" --forms 40 --seed 7 --folder "$work/folder"
[ "$(ls "$work/folder" | wc -l)" -eq 40 ] || { echo "not one file a form"; exit 1; }
cat "$work"/folder/*.xml | grep -v -e '^<?xml' -e '^<form ' >"$work/alone"
grep -v -e '^<?xml' -e '^<form ' -e '^</*forms' -e '^<statement' "$work/first.xml" | cmp - "$work/alone"

# Every document is valid (lxml belongs to the Python of the system), and the scorer takes it.
/usr/bin/python3 - xml/form.xsd "$work/first.xml" "$work"/folder/*.xml <<'END'
import sys
from lxml import etree
schema = etree.XMLSchema(file=sys.argv[1])
for path in sys.argv[2:]:
    schema.assertValid(etree.parse(path))
END
"$2" --forms 40 --rounds 1 >/dev/null
