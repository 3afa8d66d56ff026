// SPDX-License-Identifier: MIT
#pragma once
// Numbers drawn from evidence, and the table that holds them.
// Opt-in, not included here: vermeil/measure/measure_array.hpp, which shows a column as an Eigen array, and
// vermeil/measure/measure_frame.hpp, which makes a table of the measures.

#include <vermeil/measure/draw.hpp>
#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/survey_tally.hpp>
#include <vermeil/measure/unasked.hpp>
