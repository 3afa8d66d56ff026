# SPDX-License-Identifier: MIT
# The project in tests/consumer is built as a user would: from the installed package, from the source tree as a
# subdirectory, and with nothing but include flags.

set(script ${CMAKE_COMMAND} -D compiler=${CMAKE_CXX_COMPILER} -D build=${PROJECT_BINARY_DIR}
    -D source=${PROJECT_SOURCE_DIR} -D version=${PROJECT_VERSION} -D eigen=$<TARGET_PROPERTY:Eigen3::Eigen,INTERFACE_INCLUDE_DIRECTORIES>)
foreach(way IN ITEMS package subdirectory headers)
    add_test(NAME "consumer: ${way}" COMMAND ${script} -D way=${way} -P ${CMAKE_CURRENT_LIST_DIR}/build_consumer.cmake)
endforeach()
