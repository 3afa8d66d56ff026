# SPDX-License-Identifier: MIT
# Run as a script: compiles `source` and fails unless it is refused with its message and its control is accepted.

file(STRINGS ${source} expected REGEX "^// expect: ")
string(REGEX REPLACE "^// expect: " "" expected "${expected}")
if(expected STREQUAL "")
    message(FATAL_ERROR "${source}: has no line '// expect: <regular expression>'")
endif()

set(ENV{LC_ALL} C)
set(command ${compiler} -std=c++20 -ffp-contract=off -fsyntax-only -I${include})
foreach(directory IN LISTS system_includes)
    list(APPEND command -isystem ${directory})
endforeach()

execute_process(COMMAND ${command} -DVERMEIL_CONTROL ${source} RESULT_VARIABLE status ERROR_VARIABLE errors)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${source}: the control must compile and does not\n${errors}")
endif()

execute_process(COMMAND ${command} ${source} RESULT_VARIABLE status ERROR_VARIABLE errors)
if(status EQUAL 0)
    message(FATAL_ERROR "${source}: compiles and must not")
endif()
if(NOT errors MATCHES "${expected}")
    message(FATAL_ERROR "${source}: refused, but not with '${expected}'\n${errors}")
endif()
