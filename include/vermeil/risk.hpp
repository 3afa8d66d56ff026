// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is worse: risk schemes and scores.
// Opt-in, not included here: vermeil/risk/risk_frame.hpp, which makes a table of the scores. Oversight, which is included by
// name: vermeil/risk/ladder.hpp, read by vermeil/risk/ladder_toml.hpp; vermeil/risk/escalation.hpp, what a ladder says of a
// market, of vermeil/risk/decision_log.hpp, vermeil/risk/embargo_log.hpp, vermeil/risk/overdue.hpp and
// vermeil/risk/risk_levels.hpp; vermeil/risk/broker_view.hpp; vermeil/risk/news.hpp and vermeil/risk/theme.hpp;
// vermeil/risk/watch_list.hpp with vermeil/risk/watch_measures.hpp; and their tables, vermeil/risk/oversight_frame.hpp and
// vermeil/risk/news_frame.hpp.

#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/risk_score.hpp>
