// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is worse: risk schemes and scores.

#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/risk_score.hpp>
