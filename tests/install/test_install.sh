#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the library (static or shared), installs it under a temporary prefix, builds the example against what was
# installed, once by pkg-config and once by find_package, and compares what the two programs print.
# Usage: test_install.sh static|shared BUILD_FOLDER
set -eu
kind=$1 build=$2
shared=OFF
[ "$kind" = shared ] && shared=ON
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
form=tests/forms/yanbian-2024/hotline-operation.xml

cmake -S . -B "$build" -G Ninja -DFUHE_WITH_TESTS=OFF -DBUILD_SHARED_LIBS=$shared -DCMAKE_INSTALL_LIBDIR=lib >"$prefix/log"
cmake --build "$build" >"$prefix/log"
cmake --install "$build" --prefix "$prefix" >"$prefix/log"
sh tests/style/symbols.sh "$prefix"/lib/libfuhe.[as]*

export PKG_CONFIG_PATH="$prefix/lib/pkgconfig" LD_LIBRARY_PATH="$prefix/lib"
cc -std=c17 -Wall -Wextra -Werror examples/score_file.c $(pkg-config --cflags --libs fuhe) -o "$prefix/by_pkg_config"
cmake -S tests/install/consumer -B "$prefix/consumer" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >"$prefix/log"
cmake --build "$prefix/consumer" >"$prefix/log"

"$prefix/by_pkg_config" "$form" >"$prefix/first"
"$prefix/consumer/score_file" "$form" >"$prefix/second"
diff "$prefix/first" "$prefix/second"
grep -qx 'hotline-operation: claimed 91.43, verified 91.48' "$prefix/first"

for file in bin/fuhe share/man/man1/fuhe.1 share/man/zh_CN/man1/fuhe.1 \
    share/locale/zh_CN/LC_MESSAGES/fuhe.mo; do
    [ -s "$prefix/$file" ] || { echo "$file is not installed"; exit 1; }
done
for pack in rules/*/pack.xml; do
    cmp "$pack" "$prefix/share/fuhe/$pack"
done
for schema in */*.xsd */*.schema.json; do
    [ ! -f "$schema" ] || cmp "$schema" "$prefix/share/fuhe/schemas/${schema##*/}"
done
# The installed program finds all it needs without the source tree.
score=$({ cd / && "$prefix/bin/fuhe" score --lang zh --format csv -; } <"$form") || [ $? -eq 1 ]
case $score in *91.48*) ;; *) echo "the installed program gives: $score"; exit 1 ;; esac
