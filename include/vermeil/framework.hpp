// SPDX-License-Identifier: MIT
#pragma once
// What the rules are: measures, scales, weights, bands and limiters of one edition, and which edition applies when.
// Opt-in, not included here: vermeil/framework/toml.hpp, which reads framework files and needs toml++, and its parts
// vermeil/framework/definition_shape.hpp, vermeil/framework/definition_text.hpp, vermeil/framework/document.hpp,
// vermeil/framework/value_reader.hpp, vermeil/framework/table_reader.hpp, vermeil/framework/measure_reader.hpp,
// vermeil/framework/weight_reader.hpp, vermeil/framework/decay_reader.hpp,
// vermeil/framework/absent_words_reader.hpp, vermeil/framework/acceptance_reader.hpp, vermeil/framework/scale_reader.hpp,
// vermeil/framework/standard_reader.hpp,
// vermeil/framework/word_reader.hpp, vermeil/framework/vocabulary_reader.hpp, vermeil/framework/missing_reader.hpp,
// vermeil/framework/condition_reader.hpp, vermeil/framework/limiter_reader.hpp,
// vermeil/framework/outcome_reader.hpp, vermeil/framework/ratchet_reader.hpp and vermeil/framework/rules_reader.hpp; vermeil/framework/read_measures.hpp with
// vermeil/framework/measure_columns.hpp, vermeil/framework/cell_reading.hpp, vermeil/framework/day_reader.hpp,
// vermeil/framework/number_at.hpp, vermeil/framework/point_share_reader.hpp, vermeil/framework/told_apart.hpp,
// vermeil/framework/headings.hpp, vermeil/framework/rows_with_ids.hpp and vermeil/framework/given_rate.hpp, which reads a
// table of ready-made measures and is dear to compile; vermeil/framework/measuring.hpp with vermeil/framework/measurer.hpp, which
// draws measures from evidence,
// and vermeil/framework/own_measures.hpp, those of a programmer's own; vermeil/framework/timetable.hpp, which edition applies when.

#include <vermeil/framework/band.hpp>
#include <vermeil/framework/condition.hpp>
#include <vermeil/framework/edition.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/group.hpp>
#include <vermeil/framework/limiter.hpp>
#include <vermeil/framework/missing.hpp>
#include <vermeil/framework/ratchet.hpp>
#include <vermeil/framework/rounding.hpp>
#include <vermeil/framework/rule_checks.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/scale.hpp>
#include <vermeil/framework/steady.hpp>
