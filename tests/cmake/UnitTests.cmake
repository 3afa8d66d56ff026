# SPDX-License-Identifier: MIT
# One Catch2 program per layer, from tests/cpp/<layer>/*.test.cpp; each test case is a test of its own to ctest.
#
# Files are compiled many at a time, so that headers are read once and templates compiled once for all of them. Each file
# keeps its names to itself: it stands in a namespace of its own, and its includes, which were read before, add nothing.

find_package(Catch2 REQUIRED)
list(APPEND CMAKE_MODULE_PATH ${Catch2_DIR})
include(Catch)

set(files_at_a_time 30)

# A unit of its own carries the precompiled header, since main.cpp must not use it.
file(CONFIGURE OUTPUT precompiled.cpp CONTENT "// Catch2, compiled ahead.\n")
add_library(vermeil_test_main STATIC cpp/main.cpp ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
target_include_directories(vermeil_test_main PUBLIC cpp)
target_link_libraries(vermeil_test_main PUBLIC vermeil_own Catch2::Catch2)
# Catch2 is compiled ahead once for all layers; only main.cpp reads it in full.
target_precompile_headers(vermeil_test_main PRIVATE cpp/catch.hpp)
set_source_files_properties(cpp/main.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)

# Writes a unit of some test files, and again when one of them changes, since its includes may have.
function(vermeil_write_unit unit)
    set(includes)
    set(bodies)
    foreach(unit_test IN LISTS ARGN)
        file(STRINGS ${unit_test} lines REGEX "^#include ")
        list(APPEND includes ${lines})
        get_filename_component(name ${unit_test} NAME_WE)
        string(APPEND bodies "namespace test_of_${name} {\n#include \"${unit_test}\"\n}\n")
    endforeach()
    list(REMOVE_DUPLICATES includes)
    list(JOIN includes "\n" includes)
    file(CONFIGURE OUTPUT ${unit} CONTENT "@includes@\n@bodies@" @ONLY)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN})
endfunction()

file(GLOB layers RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/cpp cpp/*)
foreach(layer IN LISTS layers)
    file(GLOB unit_tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cpp/${layer}/*.test.cpp)
    if(unit_tests)
        add_executable(test_${layer})
        target_include_directories(test_${layer} PRIVATE cpp/${layer})
        target_link_libraries(test_${layer} PRIVATE vermeil_test_main)
        target_precompile_headers(test_${layer} REUSE_FROM vermeil_test_main)
        catch_discover_tests(test_${layer} TEST_PREFIX "test_${layer}: " WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    endif()
    while(unit_tests)
        list(SUBLIST unit_tests 0 ${files_at_a_time} some)
        list(REMOVE_ITEM unit_tests ${some})
        list(LENGTH unit_tests left)
        set(unit ${CMAKE_CURRENT_BINARY_DIR}/units/${layer}_${left}.cpp)
        vermeil_write_unit(${unit} ${some})
        target_sources(test_${layer} PRIVATE ${unit})
    endwhile()
endforeach()
