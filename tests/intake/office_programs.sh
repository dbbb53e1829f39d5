#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# office_programs.sh BUILD_FOLDER: documents as LibreOffice and python-docx write them, read back; both are installed when
# they are not there. Under a minute.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
cd "$here/../.."

missing=''
for package in libreoffice-calc-nogui libreoffice-writer-nogui python3-docx; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || missing="$missing $package"
done
[ -z "$missing" ] || {
    # shellcheck disable=SC2086
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
/usr/bin/python3 "$here/office_programs.py" "$build/bin/fuhe"
