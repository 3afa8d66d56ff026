// SPDX-License-Identifier: MIT
#pragma once
// Numbers drawn from evidence, and the table that holds them.

#include <vermeil/measure/draw.hpp>
#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_frame.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/survey_tally.hpp>
#include <vermeil/measure/unasked.hpp>
