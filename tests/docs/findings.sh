#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every code of engine/finding.h has its section in both languages, in the order of the header, and no section is left
# over; each section tells what, why, rule, example and how to settle it.
set -eu
codes=$(sed -n 's/^    X([A-Z0-9_]*, "\([a-z0-9-]*\)",.*/\1/p' engine/finding.h)
[ -n "$codes" ] || { echo "no code found in engine/finding.h"; exit 1; }
for page in docs/findings.md docs/findings.zh-CN.md; do
    [ "$codes" = "$(sed -n 's/^## //p' "$page")" ] || { echo "$page: sections are not the codes of the header"; exit 1; }
    awk -v page="$page" '
        function check() { if (section != "" && points != 5) { print page ": " section ": " points " points of 5"; bad = 1 } }
        /^## / { check(); section = $2; points = 0 }
        /^- / { points++ }
        END { check(); exit bad }' "$page"
done
