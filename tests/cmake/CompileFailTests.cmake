# SPDX-License-Identifier: MIT
# What must not compile: each file of cpp/compile_fail is refused with the message it names, and its control,
# the same file with VERMEIL_CONTROL defined, compiles. Without the control a typo would pass for a refusal.

file(GLOB cases CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cpp/compile_fail/*.cpp)
foreach(case IN LISTS cases)
    get_filename_component(name ${case} NAME_WE)
    add_test(
        NAME "compile_fail: ${name}"
        COMMAND
            ${CMAKE_COMMAND} -D source=${case} -D compiler=${CMAKE_CXX_COMPILER}
            -D include=${PROJECT_SOURCE_DIR}/include
            -D system_includes=$<TARGET_PROPERTY:Eigen3::Eigen,INTERFACE_INCLUDE_DIRECTORIES>
            -P ${CMAKE_CURRENT_LIST_DIR}/expect_refusal.cmake
    )
endforeach()
