// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is worse: risk schemes and scores.
// Opt-in, not included here: vermeil/risk/risk_frame.hpp, vermeil/risk/roll_up_frame.hpp and vermeil/risk/risk_prompts.hpp,
// which make tables; vermeil/risk/risk_book.hpp, which scores evidence on any day, vermeil/risk/live_risk.hpp, which follows
// each fact as it comes, vermeil/risk/risk_history.hpp, which says since when and why, with vermeil/risk/risk_fact.hpp,
// vermeil/risk/risk_since.hpp, vermeil/risk/last_other.hpp with
// vermeil/risk/change_days.hpp and vermeil/risk/level_rests.hpp, and vermeil/risk/stale.hpp, and vermeil/risk/roll_up.hpp, which
// adds services up to providers and groups.
// Charts over time, opt-in too, each by its own header: chart.hpp makes one of a series and signal.hpp words its findings; beneath
// them chart_kind.hpp, chart_rules.hpp, chart_series.hpp, chart_point.hpp, chart_limits.hpp, rounding_noise.hpp, moving_range.hpp, subgroup.hpp,
// special_cause.hpp, phase_bits.hpp, run_rules.hpp and chart_icon.hpp; chart_choice.hpp chooses one; cusum.hpp and ewma.hpp add up small shifts;
// for many series at once there are panel.hpp with panel_period.hpp, read_panel.hpp over panel_columns.hpp, panel_table.hpp, panel_cells.hpp, panel_rows.hpp,
// panel_filler.hpp and number_cells.hpp, panel_charts.hpp with point_columns.hpp and panel_signals.hpp, and panel_frame.hpp with period_names.hpp;
// with Boost.Math, exact_limits.hpp, over_dispersion.hpp and funnel.hpp compare services within a period, and alert_maker.hpp sets alarms
// to what can be visited, over alert_rules.hpp, alert_budget.hpp, alert_score.hpp, alert_null.hpp, alert_stratum.hpp, false_discovery.hpp and count_draws.hpp;
// alert_frame.hpp makes a table of them and detection_study.hpp says how soon they see a rise.
// The back-test, opt-in too: vermeil/risk/backtest.hpp with its parts (backtest_outcome.hpp, backtest_spells.hpp, backtest_history.hpp,
// backtest_evidence.hpp, backtest_rival.hpp, backtest_panel.hpp, backtest_visited.hpp, backtest_walk.hpp, backtest_fate.hpp, backtest_list.hpp,
// backtest_reach.hpp, backtest_calibration.hpp, backtest_verdict.hpp, backtest_report.hpp, clustered_share.hpp,
// ranking_area.hpp), in words and as JSON backtest_wording.hpp and backtest_json.hpp, for walks that somebody else made
// read_ranked.hpp; and rank_agreement.hpp.
// Oversight, which is included by name too: vermeil/risk/ladder.hpp, read by vermeil/risk/ladder_toml.hpp; vermeil/risk/escalation.hpp, what a ladder says of a
// market, of vermeil/risk/proposal.hpp, vermeil/risk/past_proposal.hpp, vermeil/risk/decision_log.hpp, vermeil/risk/embargo_log.hpp, vermeil/risk/overdue.hpp and
// vermeil/risk/risk_levels.hpp; vermeil/risk/broker_view.hpp; vermeil/risk/news.hpp and vermeil/risk/theme.hpp;
// vermeil/risk/watch_list.hpp with vermeil/risk/watch_comparison.hpp and vermeil/risk/watch_measures.hpp; and their tables, vermeil/risk/oversight_frame.hpp and
// vermeil/risk/news_frame.hpp. A book doubts, with vermeil/risk/unread_reports.hpp, the tables that a scheme does not read.

#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/risk_score.hpp>
