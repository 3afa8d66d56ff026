// SPDX-License-Identifier: MIT
#pragma once
// The Arrow C data interface, in and out (opt-in: vermeil.hpp leaves it out). Needs no Arrow library.
// Opt-in beside it: vermeil/arrow/batches.hpp, which looks at long tables where they lie.

// Not included here: vermeil/arrow/batches.hpp, which looks at tables of many millions of rows where they lie.

#include <vermeil/arrow/abi.hpp>
#include <vermeil/arrow/export.hpp>
#include <vermeil/arrow/import.hpp>
