# SPDX-License-Identifier: Apache-2.0
# fuhe_embed(target symbol file): compiles the bytes of a file into target as `const char symbol[]`, ended by NUL.
# Also the script that makes the C file, run by the build as: cmake -DINPUT=… -DOUTPUT=… -DSYMBOL=… -P fuhe_embed.cmake
if(CMAKE_SCRIPT_MODE_FILE)
    file(READ ${INPUT} bytes HEX)
    string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
    file(WRITE ${OUTPUT} "extern const char ${SYMBOL}[];\nconst char ${SYMBOL}[] = {\n${bytes}\n'\\0'};\n")
    return()
endif()

set(fuhe_embed_script ${CMAKE_CURRENT_LIST_FILE})

function(fuhe_embed target symbol file)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.c)
    add_custom_command(OUTPUT ${output} DEPENDS ${file} ${fuhe_embed_script}
        COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DOUTPUT=${output} -DSYMBOL=${symbol} -P ${fuhe_embed_script})
    target_sources(${target} PRIVATE ${output})
endfunction()
