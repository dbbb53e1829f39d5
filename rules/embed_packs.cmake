# SPDX-License-Identifier: Apache-2.0
# cmake -DFOLDER=… -DPACKS=id;id -DOUTPUT=packs.c -P embed_packs.cmake
# Writes the bytes of FOLDER/<id>/pack.xml and cases.xml as C arrays, with the table of xml/pack_library.h. The folder of
# a later version is <id>@<version>; a base stands before its overlays.
set(arrays "")
set(table "")
set(count 0)

# Appends FILE to `arrays` as the C array NAME.
function(append_array name file)
    file(READ ${file} hex HEX)
    string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    set(arrays "${arrays}static const unsigned char ${name}[] = {\n${bytes}};\n" PARENT_SCOPE)
endfunction()

foreach(name IN LISTS PACKS)
    append_array(pack_${count} ${FOLDER}/${name}/pack.xml)
    append_array(cases_${count} ${FOLDER}/${name}/cases.xml)
    string(REGEX REPLACE "@.*" "" id ${name})
    string(APPEND table "    {\"${id}\", (const char *)pack_${count}, sizeof pack_${count},\n"
                        "     (const char *)cases_${count}, sizeof cases_${count}},\n")
    math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUTPUT}.new "/* Made from rules/ by embed_packs.cmake. */\n#include \"xml/pack_library.h\"\n\n${arrays}
const struct fuhe_builtin_pack fuhe_builtin_packs[] = {\n${table}};\nconst size_t fuhe_builtin_pack_count = ${count};\n")
file(RENAME ${OUTPUT}.new ${OUTPUT})
