# SPDX-License-Identifier: MIT
# Installs the headers and the package that find_package(vermeil) finds.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir ${CMAKE_INSTALL_DATADIR}/cmake/vermeil)

install(TARGETS vermeil EXPORT vermeilTargets FILE_SET HEADERS COMPONENT vermeil)
install(EXPORT vermeilTargets NAMESPACE vermeil:: DESTINATION ${package_dir} COMPONENT vermeil)
if(TARGET vermeil_toml)
    install(TARGETS vermeil_toml EXPORT vermeilTomlTargets COMPONENT vermeil)
    install(EXPORT vermeilTomlTargets NAMESPACE vermeil:: DESTINATION ${package_dir} COMPONENT vermeil)
endif()

configure_package_config_file(
    ${CMAKE_CURRENT_LIST_DIR}/vermeilConfig.cmake.in ${PROJECT_BINARY_DIR}/vermeilConfig.cmake
    INSTALL_DESTINATION ${package_dir}
    NO_SET_AND_CHECK_MACRO
)
write_basic_package_version_file(
    ${PROJECT_BINARY_DIR}/vermeilConfigVersion.cmake
    COMPATIBILITY SameMinorVersion
    ARCH_INDEPENDENT
)
install(
    FILES ${PROJECT_BINARY_DIR}/vermeilConfig.cmake ${PROJECT_BINARY_DIR}/vermeilConfigVersion.cmake
    DESTINATION ${package_dir}
    COMPONENT vermeil
)
