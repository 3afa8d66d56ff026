// SPDX-License-Identifier: MIT
#pragma once
// All of vermeil but what is opt-in: vermeil/framework/toml.hpp (framework files, needs toml++) and
// vermeil/arrow.hpp (the Arrow C data interface).

#include <vermeil/core.hpp>
#include <vermeil/evidence.hpp>
#include <vermeil/framework.hpp>
#include <vermeil/kernel.hpp>
#include <vermeil/market.hpp>
#include <vermeil/measure.hpp>
#include <vermeil/rating.hpp>
#include <vermeil/risk.hpp>
#include <vermeil/trust.hpp>
#include <vermeil/version.hpp>
