// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is worse: risk schemes and scores.
// Opt-in, not included here: vermeil/risk/risk_frame.hpp, which makes a table of the scores.

#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/risk_score.hpp>
