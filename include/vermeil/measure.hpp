// SPDX-License-Identifier: MIT
#pragma once
// What a measure is, and the table that holds measures.
// Opt-in, not included here: vermeil/measure/draw.hpp with vermeil/measure/survey_tally.hpp, vermeil/measure/cycles.hpp,
// vermeil/measure/lineage.hpp, vermeil/measure/pooled_share.hpp and vermeil/measure/unasked.hpp, which draw numbers from
// evidence; vermeil/measure/measure_array.hpp, which shows a column as
// an Eigen array; vermeil/measure/measure_frame.hpp, which makes a table of the measures.

#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>
