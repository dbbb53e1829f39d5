#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Reads the #include lines of every folder and fails when one reaches where the table does not allow. A third-party
# library belongs to one folder; the compiler cannot see that, because system headers are in everybody's path.
set -eu

# folder | project folders that it may include | third-party and system headers that are its own
table='
engine|engine|
xml|engine xml|libxml/ nettle/ iconv.h strings.h unistd.h
api|engine xml intake api|
report|engine report|libintl.h utf8proc.h locale.h
store|engine xml report store|sqlite3.h unistd.h
crosscheck|engine xml report store crosscheck|
fill|engine xml report doors intake fill|libxml/ zip.h
impact|engine xml report impact|
html|engine xml report store crosscheck stats sample intake impact html|libintl.h errno.h fcntl.h sys/stat.h unistd.h
workbook|engine xml report store crosscheck stats sample workbook|xlsxwriter.h unistd.h
stats|engine xml report store crosscheck stats|gsl/ math.h
sample|engine xml report store stats sample|
batch|engine xml intake report store batch|dirent.h fcntl.h glob.h poll.h pthread.h stdatomic.h strings.h sys/stat.h sys/types.h time.h unistd.h zip.h
infer|engine xml report infer|
verify|engine xml intake report store batch verify|fcntl.h sys/stat.h sys/types.h unistd.h
blank|engine xml report blank|xlsxwriter.h zip.h
doors|engine xml doors|libxml/ zip.h fcntl.h signal.h spawn.h sys/socket.h sys/stat.h sys/wait.h time.h unistd.h
intake|engine xml doors intake|
cli|engine xml api report store crosscheck html workbook stats sample impact doors intake fill blank batch verify infer cli|libintl.h unistd.h dirent.h fcntl.h time.h getopt.h locale.h malloc.h signal.h sys/ioctl.h sys/stat.h sys/wait.h
'
# What everybody may have: the C library without files of its own clock, locale, threads or floating point.
common='assert.h ctype.h errno.h inttypes.h limits.h stdarg.h stdbool.h stddef.h stdint.h stdio.h stdlib.h string.h'

# Prints "file:line: header" for every #include of a folder.
includes() {
    grep -HnoE '^ *# *include *[<"][^>"]+' /dev/null $(find "$1" -name '*.[ch]') | sed -E 's/: *# *include *[<"]/: /'
}

allowed() {
    header=$1 folders=$2 own=$3
    for folder in $folders; do
        case $header in "$folder"/*) return 0 ;; esac
    done
    for name in $common; do
        [ "$header" = "$name" ] && return 0
    done
    for name in $own; do
        case $header in "$name" | "$name"*) return 0 ;; esac
    done
    return 1
}

faults=$(echo "$table" | while IFS='|' read -r folder folders own; do
    [ -n "$folder" ] && [ -d "$folder" ] || continue
    includes "$folder" | while read -r place header; do
        allowed "$header" "$folders" "$own" || echo "$place $folder may not include $header"
    done
done)

# Points, weights, money and rates are exact: no binary floating point anywhere in them, comments apart. stats/ keeps it
# to itself: none in what others include.
floats=$({
    find engine xml api report store crosscheck sample impact html batch doors intake fill blank verify infer cli -name '*.[ch]'
    find stats -name '*.h' ! -name real.h
} 2>/dev/null | sort | xargs awk '
    /^ *(\*|\/\*)/ { next }
    {
        line = $0
        gsub(/"[^"]*"|\/\*.*\*\/|\/\/.*/, "", line)
        if (line ~ /(^|[^A-Za-z_])(double|float)([^A-Za-z_]|$)/) print FILENAME ":" FNR ": floating point"
    }')

[ -z "$faults$floats" ] && exit 0
printf '%s\n%s\n' "$faults" "$floats"
exit 1
