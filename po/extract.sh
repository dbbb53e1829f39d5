#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Writes the messages of the sources named in POTFILES.in to a template. Run at the top of the tree. Usage: extract.sh POT
set -eu
sed '/^#/d' po/POTFILES.in >"$1.files"
xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ --no-location --sort-output --package-name=fuhe \
    --files-from="$1.files" --output="$1"
# No message is a printf format: a percent sign is only that.
sed -i '/^"POT-Creation-Date/d; /^#, c-format/d' "$1"
