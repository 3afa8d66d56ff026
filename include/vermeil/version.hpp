// SPDX-License-Identifier: MIT
#pragma once
// The version of the library: the one place where it is written; CMake and Python read it from here.

/// The version as text, `major.minor.patch`.
#define VERMEIL_VERSION "0.1.0"
