#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compares the layout of every C file with .clang-format. Skipped (77) where clang-format is not installed.
set -eu
command -v clang-format >/dev/null || exit 77
find . -name '*.[ch]' -not -path './build/*' | xargs clang-format --dry-run -Werror
