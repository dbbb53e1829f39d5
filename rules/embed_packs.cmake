# SPDX-License-Identifier: Apache-2.0
# cmake -DFOLDER=… -DPACKS=id;id -DOUTPUT=packs.c -P embed_packs.cmake
# Writes the bytes of FOLDER/<id>/pack.xml as C arrays, with the table of xml/pack_library.h.
set(arrays "")
set(table "")
set(count 0)
foreach(id IN LISTS PACKS)
    file(READ ${FOLDER}/${id}/pack.xml hex HEX)
    string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(APPEND arrays "static const unsigned char pack_${count}[] = {\n${bytes}};\n")
    string(APPEND table "    {\"${id}\", (const char *)pack_${count}, sizeof pack_${count}},\n")
    math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUTPUT}.new "/* Made from rules/ by embed_packs.cmake. */\n#include \"xml/pack_library.h\"\n\n${arrays}
const struct fuhe_builtin_pack fuhe_builtin_packs[] = {\n${table}};\nconst size_t fuhe_builtin_pack_count = ${count};\n")
file(RENAME ${OUTPUT}.new ${OUTPUT})
