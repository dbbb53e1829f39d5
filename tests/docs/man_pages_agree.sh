#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Both man pages have the same sections, the same entries (commands, options with their values, exit codes) in the same
# order, and the same examples; an example with --lang asks for the language of its page.
set -eu
outline() { # LANGUAGE PAGE
    awk '/^\.SH/ { print ".SH" } tag { print } { tag = /^\.TP/ }' "$2" |
        LC_ALL=C grep -oE '^\.SH|^\.B [a-z0-9 ]+|\\-[A-Za-z\\-]+|[a-z]+([|][a-z]+)+'
    sed -n "/^\.nf/,/^\.fi/{/^\./d; s/\\\\-\\\\-lang $1 /--lang LANGUAGE /; p}" "$2"
}

english=$(outline en docs/fuhe.1)
chinese=$(outline zh docs/fuhe.zh_CN.1)
[ -n "$english" ] || { echo "nothing found in the pages"; exit 1; }
[ "$english" = "$chinese" ] || { printf 'English:\n%s\n\nChinese:\n%s\n' "$english" "$chinese"; exit 1; }
