// SPDX-License-Identifier: MIT
// Who is at risk on which day, and for how long they were followed.

#include "catch.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_fate.hpp>

#include <cstdint>
#include <optional>
#include <vector>

using small_panel::from;
using vermeil::Date;
using vermeil::Fate;
using vermeil::OutcomeSpells;

namespace {

/// The fates of one service from January on, with a horizon of two months.
std::vector<Fate> of(const OutcomeSpells& spells, int months, Date last, std::optional<Date> closes = {}) {
    const auto panel =
        small_panel::panel(std::vector<std::vector<double>>(static_cast<std::size_t>(months), {1}));
    std::vector<Fate> found;
    for (const auto& each : vermeil::fates_of(panel, {spells}, {closes}, last, 2)) {
        found.push_back(each.fate);
    }
    return found;
}

const Date end(2024, 12, 31);

} // namespace

TEST_CASE("harm within the horizon counts, and after the event the service is out") {
    CHECK(of(from(Date(2024, 4, 15)), 5, end) ==
          std::vector<Fate>{Fate::spared, Fate::harmed, Fate::harmed, Fate::out, Fate::out});
}

TEST_CASE("the event of the row's own day is no news, and that on the last day of the horizon is") {
    CHECK(of(from(Date(2024, 1, 31)), 1, end)[0] == Fate::out);
    CHECK(of(from(Date(2024, 2, 1)), 1, end)[0] == Fate::harmed);
    CHECK(of(from(Date(2024, 3, 31)), 1, end)[0] == Fate::harmed);
    CHECK(of(from(Date(2024, 4, 1)), 1, end)[0] == Fate::spared);
}

TEST_CASE("a row that cannot be followed to the end of the horizon is open, harmed or not") {
    CHECK(of(from(std::nullopt), 3, Date(2024, 4, 30)) ==
          std::vector<Fate>{Fate::spared, Fate::spared, Fate::open});
    CHECK(of(from(Date(2024, 4, 10)), 3, Date(2024, 4, 30))[2] == Fate::open);
    CHECK(of(from(Date(2024, 4, 10)), 2, Date(2024, 4, 30))[1] == Fate::harmed);
}

TEST_CASE("a service that closes within the horizon is not spared") {
    CHECK(of(from(std::nullopt), 2, end, Date(2024, 4, 15)) == std::vector<Fate>{Fate::spared, Fate::open});
    CHECK(of(from(Date(2024, 4, 1)), 2, end, Date(2024, 4, 15))[1] == Fate::harmed);
    CHECK(of(from(std::nullopt), 1, end, Date(2025, 1, 15))[0] == Fate::spared);
}

TEST_CASE("an outcome that ended puts the service at risk again") {
    CHECK(of(OutcomeSpells({{Date(2024, 1, 10), Date(2024, 2, 10)}, {Date(2024, 4, 1), std::nullopt}}), 3,
             end) == std::vector<Fate>{Fate::out, Fate::harmed, Fate::harmed});
}

TEST_CASE("an event after the end of the history has not been heard of") {
    const auto panel = small_panel::panel({{1}});
    const auto found =
        vermeil::fates_of(panel, {from(Date(2024, 2, 20))}, {std::nullopt}, Date(2024, 2, 10), 2);
    CHECK(found[0].event == std::nullopt);
    CHECK(found[0].fate == Fate::open);
}

TEST_CASE("outcomes must be of the panel's services") {
    CHECK_THROWS_WITH(vermeil::fates_of(small_panel::panel({{1, 2}}), {from(std::nullopt)}, {}, end, 2),
                      "outcomes of 1 services do not fit a panel of 2");
}
