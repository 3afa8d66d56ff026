// SPDX-License-Identifier: MIT
// What a ladder asks of somebody, and what the answers come to.

#include "catch.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/framework/measuring.hpp>
#include <vermeil/risk/proposal.hpp>

#include <cstddef>
#include <optional>
#include <string>

using namespace vermeil;

namespace {

const Concerned provider_a{true, "A"};

/// Everybody has stood on the first step since 1 December; provider A is under an embargo and has an action overdue.
detail::LadderKnowledge known() {
    return {[](const Concerned&) { return std::optional(std::size_t{0}); },
            [](const Concerned&) { return std::optional(Date(2024, 12, 1)); },
            [](const Concerned& whom, Date) { return std::optional(whom == provider_a ? 1.0 : 0.0); },
            [](const Concerned& whom, Date) { return std::optional(whom == provider_a); },
            [](const Service&, Date) {
                return std::optional(RiskLevel{"Amber", 20.0, {}, {}});
            }};
}

double drawn(const detail::LadderKnowledge& knows, std::string_view id, std::size_t service) {
    const auto ladder = small_ladder::ladder();
    const auto evidence = small_ladder::evidence_of({});
    const auto own = detail::ladder_drawers(ladder, false, knows);
    const auto cell = own.at(std::string(id))(evidence.services.at(service),
                                              {Quarter(small_ladder::day), small_ladder::day});
    return cell.state == State::present ? cell.value : -1;
}

} // namespace

TEST_CASE("what is on a provider is on each of its services, and what nobody knows is absent") {
    CHECK(drawn(known(), ladder_fact::step, 0) == 1);
    CHECK(drawn(known(), ladder_fact::days_on_step, 0) == 30);
    CHECK(drawn(known(), ladder_fact::embargo, 0) == 1);
    CHECK(drawn(known(), ladder_fact::overdue, 0) == 1);
    CHECK(drawn(known(), ladder_fact::embargo, 2) == 0);
    CHECK(drawn(known(), ladder_fact::level, 0) == 2);
    CHECK(drawn(known(), ladder_fact::points, 0) == 20);
    auto silent = known();
    silent.embargo = [](const Concerned& whom, Date) {
        return whom.is_provider ? std::optional<bool>() : std::optional(false);
    };
    silent.risk = [](const Service&, Date) { return std::optional<RiskLevel>(); };
    CHECK(drawn(silent, ladder_fact::embargo, 0) == -1);
    CHECK(drawn(silent, ladder_fact::level, 0) == -1);
}

TEST_CASE("the gravest of what is proposed for several services stands, with its reasons") {
    Proposal one{0, 1, {"it may be"}};
    CHECK_FALSE(one.step());
    one.join({0, 0, {"nothing"}});
    CHECK(one.because == std::vector<std::string>{"it may be"});
    one.join({2, 2, {"a notice is open"}});
    CHECK(one.step() == 2U);
    CHECK(one.because == std::vector<std::string>{"a notice is open"});
}
