# SPDX-License-Identifier: MIT
# Each header compiles alone, and twice in one file; all of them link from two units of one program.

set(units)
set(includes)
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/include/*.hpp)
foreach(header IN LISTS headers)
    set(unit ${CMAKE_CURRENT_BINARY_DIR}/headers/${header}.cpp)
    file(CONFIGURE OUTPUT ${unit} CONTENT "#include <@header@>\n#include <@header@>\n" @ONLY)
    list(APPEND units ${unit})
    list(PREPEND includes "#include <${header}>")
endforeach()
add_library(headers_alone OBJECT ${units})
target_link_libraries(headers_alone PRIVATE vermeil_own)
# Nobody debugs what is only compiled.
target_compile_options(headers_alone PRIVATE -g0)

list(JOIN includes "\n" includes)
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/headers/all_headers.hpp CONTENT "#pragma once\n@includes@\n" @ONLY)
add_executable(test_two_units cpp/headers/first_unit.cpp cpp/headers/second_unit.cpp)
target_include_directories(test_two_units PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/headers)
target_link_libraries(test_two_units PRIVATE vermeil_own)
target_compile_options(test_two_units PRIVATE -g0)
add_test(NAME "headers: all of them link from two units" COMMAND test_two_units)
