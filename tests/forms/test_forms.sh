#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the forms of yanbian-2024 anew and compares them, byte for byte, with those in the tree.
set -eu
python=$1
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
"$python" scripts/make_forms.py "$made"
diff -r "$made" tests/forms/yanbian-2024
