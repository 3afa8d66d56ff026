# SPDX-License-Identifier: MIT
# One Catch2 program per layer, from tests/cpp/<layer>/*.test.cpp; each test case is a test of its own to ctest.

find_package(Catch2 REQUIRED)
list(APPEND CMAKE_MODULE_PATH ${Catch2_DIR})
include(Catch)

# A unit of its own carries the precompiled header, since main.cpp must not use it.
file(CONFIGURE OUTPUT precompiled.cpp CONTENT "// Catch2, compiled ahead.\n")
add_library(vermeil_test_main STATIC cpp/main.cpp ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
target_include_directories(vermeil_test_main PUBLIC cpp)
target_link_libraries(vermeil_test_main PUBLIC vermeil_own Catch2::Catch2)
# Catch2 is compiled ahead once for all layers; only main.cpp reads it in full.
target_precompile_headers(vermeil_test_main PRIVATE cpp/catch.hpp)
set_source_files_properties(cpp/main.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)

file(GLOB_RECURSE unit_tests CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/cpp cpp/*.test.cpp)
set(layers)
foreach(unit_test IN LISTS unit_tests)
    get_filename_component(layer ${unit_test} DIRECTORY)
    string(REPLACE "/" "_" layer test_${layer})
    if(NOT TARGET ${layer})
        add_executable(${layer})
        target_link_libraries(${layer} PRIVATE vermeil_test_main)
        target_precompile_headers(${layer} REUSE_FROM vermeil_test_main)
        list(APPEND layers ${layer})
    endif()
    target_sources(${layer} PRIVATE cpp/${unit_test})
endforeach()
foreach(layer IN LISTS layers)
    catch_discover_tests(${layer} TEST_PREFIX "${layer}: " WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endforeach()
