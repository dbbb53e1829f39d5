# SPDX-License-Identifier: Apache-2.0
# One interface target carries the warnings and the instrumentation of every target of the project.
option(FUHE_WERROR "Treat warnings as errors" OFF)
set(FUHE_SANITIZE "" CACHE STRING "Sanitizers to build with, as in -fsanitize=…")
option(FUHE_COVERAGE "Measure line coverage" OFF)

add_library(fuhe_flags INTERFACE)
target_include_directories(fuhe_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(fuhe_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes -Wmissing-prototypes
    -Wcast-qual -Wformat=2 -Wundef -Wvla -Wswitch-enum -fno-common
    $<$<BOOL:${FUHE_WERROR}>:-Werror>)
if(FUHE_SANITIZE)
    target_compile_options(fuhe_flags INTERFACE
        -fsanitize=${FUHE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(fuhe_flags INTERFACE -fsanitize=${FUHE_SANITIZE})
endif()
if(FUHE_COVERAGE)
    target_compile_options(fuhe_flags INTERFACE --coverage)
    target_link_options(fuhe_flags INTERFACE --coverage)
endif()
