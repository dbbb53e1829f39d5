#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a command and shows what it printed only when it fails.
set -u
output=$("$@" 2>&1 </dev/null) && exit 0
code=$?
printf '%s\n' "$output" >&2
exit "$code"
