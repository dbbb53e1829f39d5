#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The man pages are laid out without a warning. Skipped (77) where groff is not installed.
set -eu
command -v groff >/dev/null || exit 77
faults=$(for page in docs/fuhe*.1; do
    groff -man -ww -K utf8 -Tutf8 "$page" 2>&1 >/dev/null
done)
[ -z "$faults" ] || { echo "$faults"; exit 1; }
