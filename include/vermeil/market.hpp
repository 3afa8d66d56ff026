// SPDX-License-Identifier: MIT
#pragma once
// Who was asked to do what, for how much: providers, services, contracts, lots, awards and care packages.
// Opt-in, not included here: vermeil/market/read_market.hpp, which reads from tables and is dear to compile, and its parts
// vermeil/market/market.hpp, vermeil/market/rows.hpp, vermeil/market/links.hpp, vermeil/market/read_providers.hpp,
// vermeil/market/read_services.hpp, vermeil/market/read_contracts.hpp, vermeil/market/read_lots.hpp,
// vermeil/market/predecessors.hpp, vermeil/market/read_awards.hpp, vermeil/market/read_supplier.hpp, vermeil/market/read_packages.hpp and
// vermeil/market/read_package_changes.hpp.

#include <vermeil/market/award.hpp>
#include <vermeil/market/by_id.hpp>
#include <vermeil/market/care_package.hpp>
#include <vermeil/market/contract.hpp>
#include <vermeil/market/hours_per_week.hpp>
#include <vermeil/market/lot.hpp>
#include <vermeil/market/no_such.hpp>
#include <vermeil/market/package_change.hpp>
#include <vermeil/market/provider.hpp>
#include <vermeil/market/repeated.hpp>
#include <vermeil/market/service.hpp>
#include <vermeil/market/supplier.hpp>
