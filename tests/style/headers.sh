#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles every header alone: each includes what it needs and bears strict warnings. Usage: headers.sh CC [FLAG…]
set -eu
for header in $(find engine xml api report html doors intake fill cli -name '*.h' 2>/dev/null | sort); do
    "$@" -std=c17 -Wall -Wextra -Wpedantic -Werror -I. -fsyntax-only -x c "$header" || { echo "$header"; exit 1; }
done
