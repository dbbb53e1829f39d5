# SPDX-License-Identifier: Apache-2.0
# One interface target carries the warnings and the instrumentation of every target of the project.
option(FUHE_WERROR "Treat warnings as errors" OFF)
set(FUHE_SANITIZE "" CACHE STRING "Sanitizers to build with, as in -fsanitize=…")
option(FUHE_LINK_TIME_OPTIMIZATION "Optimise over the borders of files" OFF)
option(FUHE_COVERAGE "Measure line coverage" OFF)

add_library(fuhe_flags INTERFACE)
target_include_directories(fuhe_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(fuhe_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes -Wmissing-prototypes
    -Wcast-qual -Wformat=2 -Wundef -Wvla -Wswitch-enum -fno-common
    $<$<BOOL:${FUHE_WERROR}>:-Werror>)
# No function of ours is replaced at run time, so the compiler may inline those that a shared library exports.
if(CMAKE_C_COMPILER_ID STREQUAL "GNU" OR CMAKE_C_COMPILER_VERSION VERSION_GREATER_EQUAL 9)
    target_compile_options(fuhe_flags INTERFACE -fno-semantic-interposition)
endif()
# Fat objects, so that the static library can be linked by those who do not do the same.
if(FUHE_LINK_TIME_OPTIMIZATION)
    target_compile_options(fuhe_flags INTERFACE -flto $<$<C_COMPILER_ID:GNU>:-ffat-lto-objects>)
    target_link_options(fuhe_flags INTERFACE -flto$<$<C_COMPILER_ID:GNU>:=auto>)
endif()
if(FUHE_SANITIZE)
    target_compile_options(fuhe_flags INTERFACE
        -fsanitize=${FUHE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(fuhe_flags INTERFACE -fsanitize=${FUHE_SANITIZE})
endif()
if(FUHE_COVERAGE)
    target_compile_options(fuhe_flags INTERFACE --coverage -fprofile-update=atomic) # some tests have threads
    target_link_options(fuhe_flags INTERFACE --coverage)
endif()
