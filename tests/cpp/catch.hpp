// SPDX-License-Identifier: MIT
#pragma once
// Catch2 under one name, whether version 2 (one header) or 3 is installed.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx; // NOLINT: version 2 has it at the same place
#else
#include <catch2/catch.hpp>
#endif
