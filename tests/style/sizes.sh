#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Limits of length: 500 lines a file, 60 lines a function (formatted code: a function ends at the first "}" in column 1).
set -eu
find . -name '*.[ch]' -not -path './build/*' | sort | xargs awk -v file_max=500 -v function_max=60 '
    FNR == 1 { inside = 0 }
    FNR == file_max + 1 { print FILENAME ": more than " file_max " lines"; faults++ }
    !inside && /^[A-Za-z_].*\) \{$/ { inside = 1; start = FNR; head = $0 }
    !inside && /^ .*\) \{$/ && opened == FILENAME { inside = 1; start = opened_line; head = opened_text }
    { if (!inside && /^[A-Za-z_].*[(,]/ && !/;$/) { opened = FILENAME; opened_line = FNR; opened_text = $0 }
      else if (!inside && /^[}]|;$/) opened = "" }
    inside && /^\}/ {
        if (FNR - start + 1 > function_max) {
            print FILENAME ":" start ": " FNR - start + 1 " lines: " head; faults++
        }
        inside = 0; opened = ""
    }
    END { exit faults > 0 }'
