// SPDX-License-Identifier: MIT
#pragma once
// Who was asked to do what, for how much: providers, services, contracts, lots, awards and care packages.
// Opt-in, not included here: vermeil/market/read_market.hpp, which reads a market from tables and is dear to compile.

#include <vermeil/market/award.hpp>
#include <vermeil/market/care_package.hpp>
#include <vermeil/market/contract.hpp>
#include <vermeil/market/hours_per_week.hpp>
#include <vermeil/market/lot.hpp>
#include <vermeil/market/market.hpp>
#include <vermeil/market/no_such.hpp>
#include <vermeil/market/package_change.hpp>
#include <vermeil/market/provider.hpp>
#include <vermeil/market/service.hpp>
#include <vermeil/market/supplier.hpp>
