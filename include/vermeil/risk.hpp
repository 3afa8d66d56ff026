// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is worse: risk schemes and scores.
// Opt-in, not included here: vermeil/risk/risk_frame.hpp, which makes a table of the scores; the back-test,
// vermeil/risk/backtest.hpp with its parts (backtest_outcome.hpp, backtest_spells.hpp, backtest_history.hpp,
// backtest_evidence.hpp, backtest_rival.hpp, backtest_panel.hpp, backtest_walk.hpp, backtest_fate.hpp, backtest_list.hpp,
// backtest_reach.hpp, backtest_calibration.hpp, backtest_verdict.hpp, backtest_report.hpp, clustered_share.hpp,
// ranking_area.hpp), in words and as JSON backtest_wording.hpp and backtest_json.hpp, for walks that somebody else made
// read_ranked.hpp; and rank_agreement.hpp.

#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/risk_score.hpp>
