# SPDX-License-Identifier: Apache-2.0
# fuhe_add_test(NAME [LINK target…]): the cmocka program NAME.c beside the caller, run in the source folder.
find_library(CMOCKA_LIBRARY cmocka REQUIRED)

function(fuhe_add_test name)
    cmake_parse_arguments(TEST "" "" "LINK" ${ARGN})
    add_executable(${name} ${name}.c)
    # A table row may leave its last members out.
    target_compile_options(${name} PRIVATE -Wno-missing-field-initializers)
    target_link_libraries(${name} PRIVATE fuhe fuhe_flags ${TEST_LINK} ${CMOCKA_LIBRARY})
    add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()

# A test in which memory runs out (tests/support/failing_memory.h). --wrap reaches into a static library only.
function(fuhe_add_memory_test name)
    if(NOT BUILD_SHARED_LIBS)
        fuhe_add_test(${name} ${ARGN})
        target_link_libraries(${name} PRIVATE failing_memory)
        foreach(function IN ITEMS malloc calloc realloc free)
            target_link_options(${name} PRIVATE LINKER:--wrap=${function})
        endforeach()
    endif()
endfunction()
