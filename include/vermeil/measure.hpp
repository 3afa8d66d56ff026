// SPDX-License-Identifier: MIT
#pragma once
// What a measure is, and the table that holds measures.
// Opt-in, not included here: vermeil/measure/draw.hpp with vermeil/measure/survey_tally.hpp, vermeil/measure/cycles.hpp,
// vermeil/measure/lineage.hpp, vermeil/measure/pooled_share.hpp and vermeil/measure/unasked.hpp, which draw numbers from
// evidence; vermeil/measure/measure_array.hpp, which shows a column as
// an Eigen array; vermeil/measure/measure_frame.hpp, which makes a table of the measures;
// vermeil/measure/visit_measures.hpp, which measures a log of visits, and vermeil/measure/visit_frame.hpp, which makes a
// table of that, with vermeil/measure/visit_rules.hpp, vermeil/measure/visit_counts.hpp, vermeil/measure/contacts.hpp and
// vermeil/measure/continuity.hpp, and their parts vermeil/measure/contact_counter.hpp, vermeil/measure/grouped.hpp,
// vermeil/measure/people_of.hpp, vermeil/measure/quantiles.hpp, vermeil/measure/visit_block.hpp and
// vermeil/measure/visit_pass.hpp.

#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>
