# SPDX-License-Identifier: MIT
# Each header compiles with nothing before it that it does not include itself, and twice in one file; all of them link
# from two units of one program.

find_package(Python 3.11 REQUIRED COMPONENTS Interpreter)

set(includes)
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/include/*.hpp)
foreach(header IN LISTS headers)
    list(PREPEND includes "#include <${header}>")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/${header})
endforeach()
# The units follow from what the headers include, so they are written again when one changes.
execute_process(
    COMMAND ${Python_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/checks/header_chains.py
            ${PROJECT_SOURCE_DIR}/include ${CMAKE_CURRENT_BINARY_DIR}/headers
    OUTPUT_VARIABLE units COMMAND_ERROR_IS_FATAL ANY
)
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
