// SPDX-License-Identifier: MIT
#pragma once
// All of vermeil but what is opt-in: vermeil/framework/toml.hpp (framework files, needs toml++), vermeil/arrow.hpp (the
// Arrow C data interface), vermeil/measure/measure_array.hpp (columns as Eigen arrays), vermeil/trust.hpp (the linter), and
// tables, which are dear to compile while measuring, rating and explaining need none. They are read by vermeil/market/read_market.hpp,
// vermeil/evidence/read_evidence.hpp and vermeil/framework/read_measures.hpp, and made by vermeil/core/frame_builder.hpp,
// vermeil/measure/measure_frame.hpp, vermeil/rating/rating_frame.hpp and vermeil/risk/risk_frame.hpp.

#include <vermeil/core.hpp>
#include <vermeil/evidence.hpp>
#include <vermeil/framework.hpp>
#include <vermeil/kernel.hpp>
#include <vermeil/market.hpp>
#include <vermeil/measure.hpp>
#include <vermeil/rating.hpp>
#include <vermeil/risk.hpp>
#include <vermeil/version.hpp>
