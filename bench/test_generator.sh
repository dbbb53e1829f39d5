#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The same seed gives the same bytes, another seed others, and the XML is well-formed. Usage: test_generator.sh GENERATOR
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

python3 -c 'import sys, xml.dom.minidom as d; [d.parse(p) for p in sys.argv[1:]]' "$work/first.xml" "$work"/folder/*.xml
