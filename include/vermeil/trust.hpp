// SPDX-License-Identifier: MIT
#pragma once
// How far rules and results can be trusted.

#include <vermeil/trust/lint.hpp>
