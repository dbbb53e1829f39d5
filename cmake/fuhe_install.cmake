# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: the library with its headers, pkg-config file and CMake package, the program with
# its man pages and messages, the rule packs and the schemas.
include(CMakePackageConfigHelpers)

set(fuhe_include_folder ${CMAKE_INSTALL_INCLUDEDIR}/fuhe)
set(fuhe_package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/fuhe)

# api/fuhe.h and what it includes, folder by folder. Users write #include <fuhe.h>.
install(FILES api/fuhe.h DESTINATION ${fuhe_include_folder})
set(fuhe_engine_headers arena decimal error finding form fraction ladder pack pack_choice reconcile result review rule
    text unit value claim)
set(fuhe_xml_headers form_reader input pack_library)
set(fuhe_intake_headers reader words)
foreach(folder IN ITEMS engine xml intake)
    list(TRANSFORM fuhe_${folder}_headers REPLACE "(.+)" "${folder}/\\1.h" OUTPUT_VARIABLE headers)
    install(FILES ${headers} DESTINATION ${fuhe_include_folder}/${folder})
endforeach()

install(TARGETS fuhe EXPORT fuhe_targets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    INCLUDES DESTINATION ${fuhe_include_folder})
install(EXPORT fuhe_targets NAMESPACE fuhe:: FILE fuhe_targets.cmake DESTINATION ${fuhe_package_folder})
configure_package_config_file(cmake/fuheConfig.cmake.in ${PROJECT_BINARY_DIR}/fuheConfig.cmake
    INSTALL_DESTINATION ${fuhe_package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/fuheConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/fuheConfig.cmake ${PROJECT_BINARY_DIR}/fuheConfigVersion.cmake
    DESTINATION ${fuhe_package_folder})

# A static library hands its own needs on to those who link it.
get_target_property(fuhe_library_type fuhe TYPE)
set(fuhe_requires_keyword "Requires.private")
if(fuhe_library_type STREQUAL "STATIC_LIBRARY")
    set(fuhe_requires_keyword "Requires")
endif()
file(RELATIVE_PATH fuhe_prefix_from_pkgconfig ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" fuhe_prefix_from_pkgconfig ${fuhe_prefix_from_pkgconfig})
configure_file(cmake/fuhe.pc.in ${PROJECT_BINARY_DIR}/fuhe.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/fuhe.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

if(TARGET fuhe_cli)
    set_target_properties(fuhe_cli PROPERTIES INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
    install(TARGETS fuhe_cli DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(FILES docs/fuhe.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES docs/fuhe.zh_CN.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1 RENAME fuhe.1)
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/fuhe/rules FILES_MATCHING PATTERN "pack.xml")
file(GLOB fuhe_schemas CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/*/*.xsd ${PROJECT_SOURCE_DIR}/*/*.schema.json)
install(FILES ${fuhe_schemas} DESTINATION ${CMAKE_INSTALL_DATADIR}/fuhe/schemas)
