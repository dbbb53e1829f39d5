#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every command, option and exit code that the program's help names stands in the man page of the same language, and the
# page names no other option. Usage: options.sh FUHE_PROGRAM
set -eu
program=$1
faults=0
complain() {
    echo "$1"
    faults=1
}

check_page() { # LANGUAGE PAGE
    language=$1 file=$2
    page=$(sed 's/\\-/-/g; s/\\f[A-Z]//g' "$file")
    commands=$("$program" --help --lang "$language" | sed -n 's/^  \([a-z]\{4,\}\) .*/\1/p')
    [ -n "$commands" ] || { echo "the help names no command"; exit 1; }
    options=$(for command in $commands; do "$program" "$command" --help --lang "$language"; done |
        grep -oE '(^|[ ,])--[a-z][a-z-]*' | grep -oE -- '--[a-z-]+' | sort -u)
    for command in $commands; do
        echo "$page" | grep -qE "^\.B $command|^\.B fuhe $command" || complain "$command is not in $file"
    done
    for command in $(echo "$page" | sed -n 's/^\.B fuhe \([a-z]*\)$/\1/p'); do
        echo "$commands" | grep -qx "$command" || complain "$file: $command is not in the help"
    done
    for option in $options; do
        echo "$page" | grep -qE -- "$option([^a-z-]|$)" || complain "$option is not in $file"
    done
    for option in $(echo "$page" | grep -oE -- '--[a-z][a-z-]*' | sort -u); do
        [ "$option" = --version ] || echo "$options" | grep -qx -- "$option" || complain "$file: $option is not in the help"
    done
    for code in $(sed -n 's/^    X([A-Z]*, \([0-9]*\),.*/\1/p' cli/exit_codes.h); do
        echo "$page" | grep -qx "\.B $code" || complain "exit code $code is not in $file"
    done
}

check_page en docs/fuhe.1
check_page zh docs/fuhe.zh_CN.1
exit $faults
