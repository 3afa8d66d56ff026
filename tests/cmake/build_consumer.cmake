# SPDX-License-Identifier: MIT
# Run as a script: builds tests/consumer in one `way` and checks what it prints.

set(consumer ${source}/tests/consumer)
set(work ${build}/consumer/${way})
file(REMOVE_RECURSE ${work})
file(MAKE_DIRECTORY ${work})

if(way STREQUAL "headers")
    set(program ${work}/consumer)
    execute_process(
        COMMAND ${compiler} -std=c++20 -ffp-contract=off -I${source}/include -isystem ${eigen} ${consumer}/main.cpp -pthread
                -o ${program}
        COMMAND_ERROR_IS_FATAL ANY
    )
else()
    set(options -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_BUILD_TYPE=Debug)
    if(way STREQUAL "package")
        execute_process(
            COMMAND ${CMAKE_COMMAND} --install ${build} --prefix ${work}/prefix --component vermeil
            OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY
        )
        list(APPEND options -D CMAKE_PREFIX_PATH=${work}/prefix -D vermeil_wanted=${version})
    else()
        list(APPEND options -D vermeil_source=${source})
    endif()
    execute_process(
        COMMAND ${CMAKE_COMMAND} -G Ninja -S ${consumer} -B ${work}/build ${options}
        OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY
    )
    execute_process(COMMAND ${CMAKE_COMMAND} --build ${work}/build COMMAND_ERROR_IS_FATAL ANY)
    set(program ${work}/build/consumer)
endif()

execute_process(COMMAND ${program} OUTPUT_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
if(NOT said STREQUAL "vermeil ${version}: 8 of 10 is 0.8\n")
    message(FATAL_ERROR "the consumer said: ${said}")
endif()
