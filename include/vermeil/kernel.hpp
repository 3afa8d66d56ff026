// SPDX-License-Identifier: MIT
#pragma once
// How rules are evaluated: one evaluation, its recorders, and its outcome in words.
// Opt-in, not included here: vermeil/kernel/outcome_frame.hpp, which makes columns of the outcomes;
// vermeil/kernel/fit.hpp, vermeil/kernel/norm_rule.hpp, vermeil/kernel/fit_cuts.hpp,
// vermeil/kernel/peer_values.hpp and vermeil/kernel/fit_scale.hpp, which find the norms of a framework that compares services, and
// vermeil/kernel/norms_toml.hpp, which writes and reads them.

#include <vermeil/kernel/absent.hpp>
#include <vermeil/kernel/ask.hpp>
#include <vermeil/kernel/asker.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/evaluate.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/evidence_age.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/headline.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/node_score.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/question.hpp>
#include <vermeil/kernel/recorder.hpp>
#include <vermeil/kernel/sums.hpp>
#include <vermeil/kernel/trace.hpp>
#include <vermeil/kernel/trace_json.hpp>
#include <vermeil/kernel/verdicts.hpp>
