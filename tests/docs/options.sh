#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every command, option and exit code that the program's help names stands in the man page, and the page names no other
# option. Usage: options.sh FUHE_PROGRAM
set -eu
program=$1
page=$(sed 's/\\-/-/g; s/\\f[A-Z]//g' docs/fuhe.1)
commands=$("$program" --help --lang en | sed -n 's/^  \([a-z]\{4,\}\) .*/\1/p')
[ -n "$commands" ] || { echo "the help names no command"; exit 1; }
faults=0
complain() {
    echo "$1"
    faults=1
}

options=$(for command in $commands; do "$program" "$command" --help --lang en; done |
    grep -oE '(^|[ ,])--[a-z][a-z-]*' | grep -oE -- '--[a-z-]+' | sort -u)
for command in $commands; do
    echo "$page" | grep -qE "^\.B $command|^\.B fuhe $command" || complain "$command is not in the man page"
done
for command in $(echo "$page" | sed -n 's/^\.B fuhe \([a-z]*\)$/\1/p'); do
    echo "$commands" | grep -qx "$command" || complain "$command is not in the help"
done
for option in $options; do
    echo "$page" | grep -qE -- "$option([^a-z-]|$)" || complain "$option is not in the man page"
done
for option in $(echo "$page" | grep -oE -- '--[a-z][a-z-]*' | sort -u); do
    [ "$option" = --version ] || echo "$options" | grep -qx -- "$option" || complain "$option is not in the help"
done
for code in $(sed -n 's/^    X([A-Z]*, \([0-9]*\),.*/\1/p' cli/exit_codes.h); do
    echo "$page" | grep -qx "\.B $code" || complain "exit code $code is not in the man page"
done
exit $faults
