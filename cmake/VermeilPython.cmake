# SPDX-License-Identifier: MIT
# The Python extension vermeil._core: every source file of src/.

find_package(Python 3.11 REQUIRED COMPONENTS Interpreter Development.Module)
find_package(pybind11 3 REQUIRED CONFIG)

file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.cpp)
pybind11_add_module(_core MODULE NO_EXTRAS ${sources})
target_link_libraries(_core PRIVATE vermeil_own)
# Half of the files at a time: both processors have work, and what files share is compiled twice at most.
list(LENGTH sources count)
math(EXPR half "(${count} + 1) / 2")
set_target_properties(_core PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${half})
# pybind11 is compiled ahead once, since every source file needs it.
target_precompile_headers(_core PRIVATE <pybind11/pybind11.h> <pybind11/stl.h>)
install(TARGETS _core LIBRARY DESTINATION vermeil COMPONENT python)
