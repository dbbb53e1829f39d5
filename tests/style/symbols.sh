#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fails when a library defines a visible symbol without the prefix of the project. Usage: symbols.sh LIBRARY
set -eu
case $1 in
*.so*) names=$(nm -D --defined-only "$1" | awk 'NF == 3 {print $3}') ;;
*) names=$(nm -g --defined-only "$1" | awk 'NF == 3 {print $3}') ;;
esac
[ -n "$names" ] || { echo "$1: no symbol at all"; exit 1; }
# Names with two underscores in front belong to the compiler (instrumented builds).
! printf '%s\n' "$names" | grep -vE '^(fuhe_|__)'
