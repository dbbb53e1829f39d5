#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The man page is laid out without a warning. Skipped (77) where groff is not installed.
set -eu
command -v groff >/dev/null || exit 77
warnings=$(groff -man -ww -Tutf8 docs/fuhe.1 2>&1 >/dev/null)
[ -z "$warnings" ] || { echo "$warnings"; exit 1; }
