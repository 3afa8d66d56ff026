// SPDX-License-Identifier: MIT
#pragma once
// What it takes to rate services and to score their risk: the words, the rules, the one evaluation and its two faces.
// Opt-in, each by its own header, since they cost every file that includes them time and few files need them:
// vermeil/market.hpp (providers, contracts, packages), vermeil/evidence.hpp and vermeil/framework/measuring.hpp (measures
// drawn from evidence), vermeil/trust.hpp (what in rules and results to look at twice), vermeil/framework/toml.hpp
// (framework files, needs toml++), vermeil/arrow.hpp (the Arrow C data interface), vermeil/measure/measure_array.hpp
// (columns as Eigen arrays); tables, read by vermeil/market/read_market.hpp, vermeil/evidence/read_evidence.hpp and
// vermeil/framework/read_measures.hpp, made by vermeil/core/frame_builder.hpp, vermeil/measure/measure_frame.hpp,
// vermeil/rating/rating_frame.hpp and vermeil/risk/risk_frame.hpp.

#include <vermeil/core.hpp>
#include <vermeil/framework.hpp>
#include <vermeil/kernel.hpp>
#include <vermeil/measure.hpp>
#include <vermeil/rating.hpp>
#include <vermeil/risk.hpp>
#include <vermeil/version.hpp>
