// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is worse: risk schemes and scores.
// Opt-in, not included here: vermeil/risk/risk_frame.hpp, vermeil/risk/roll_up_frame.hpp and vermeil/risk/risk_prompts.hpp,
// which make tables; vermeil/risk/risk_book.hpp, which scores evidence on any day, vermeil/risk/live_risk.hpp, which follows
// each fact as it comes, vermeil/risk/risk_history.hpp, which says since when and why, with vermeil/risk/risk_fact.hpp,
// vermeil/risk/risk_since.hpp and vermeil/risk/stale.hpp, and vermeil/risk/roll_up.hpp, which
// adds services up to providers and groups.

#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/risk_score.hpp>
