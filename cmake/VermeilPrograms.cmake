# SPDX-License-Identifier: MIT
# What our own programs are built with: warnings, and sanitizers when asked for. Users of the library never see it.
# The presets and `make` also set CMAKE_COMPILE_WARNING_AS_ERROR; who installs the package does not.

set(CMAKE_CXX_EXTENSIONS OFF)
add_library(vermeil_own INTERFACE)
target_link_libraries(vermeil_own INTERFACE vermeil)
if(TARGET vermeil_toml)
    target_link_libraries(vermeil_own INTERFACE vermeil_toml)
endif()
target_compile_options(vermeil_own INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)
if(VERMEIL_SANITIZE)
    set(sanitizers -fsanitize=${VERMEIL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(vermeil_own INTERFACE ${sanitizers})
    target_link_options(vermeil_own INTERFACE ${sanitizers})
endif()

# One program per source file of a folder, named with a prefix; the names are left in `<prefix>_programs`.
function(vermeil_add_programs prefix folder)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    set(programs)
    foreach(source IN LISTS sources)
        get_filename_component(name ${source} NAME_WE)
        add_executable(${prefix}_${name} ${source})
        target_link_libraries(${prefix}_${name} PRIVATE vermeil_own)
        list(APPEND programs ${prefix}_${name})
    endforeach()
    set(${prefix}_programs ${programs} PARENT_SCOPE)
endfunction()
