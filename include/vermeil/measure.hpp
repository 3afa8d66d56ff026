// SPDX-License-Identifier: MIT
#pragma once
// What a measure is, and the table that holds measures.
// Opt-in, not included here: vermeil/measure/draw.hpp with vermeil/measure/survey_tally.hpp, vermeil/measure/cycles.hpp,
// vermeil/measure/lineage.hpp, vermeil/measure/pooled_share.hpp and vermeil/measure/unasked.hpp, which draw numbers from
// evidence; vermeil/measure/measure_array.hpp, which shows a column as
// an Eigen array; vermeil/measure/measure_frame.hpp, which makes a table of the measures; the measures of visits,
// vermeil/measure/visit_measures.hpp with vermeil/measure/visit_rules.hpp and vermeil/measure/visit_frame.hpp, and what they are made
// of: vermeil/measure/contacts.hpp, vermeil/measure/continuity.hpp, vermeil/measure/quantiles.hpp,
// vermeil/measure/visit_counts.hpp, vermeil/measure/visit_pass.hpp, vermeil/evidence/visit_block.hpp,
// vermeil/measure/contact_counter.hpp, vermeil/measure/people_of.hpp and vermeil/core/grouped.hpp.

#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>
