// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"
#include "rating/small_market.hpp"

#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/rating/consequences.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace vermeil;

namespace {

/// Services with a score and a lot; a lot below 0 is not known.
Ratings ranked(const std::vector<double>& shares, const std::vector<double>& lots, Rules rules) {
    std::vector<std::string> services;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        services.push_back("s" + std::to_string(i));
    }
    MeasureTable table(services);
    CellBuffer values(shares.size()), patches(shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        values.set(i, shares[i] >= 0 ? small::present(shares[i]) : small::absent(State::unknown));
        patches.set(i, lots[i] >= 0 ? small::present(lots[i]) : small::absent(State::unknown));
    }
    add(table, "score", std::move(values));
    add(table, "lot", std::move(patches));
    rules.facts.push_back(small::fact("lot"));
    return rate(Framework(rules), std::move(table));
}

Rules rules() { return small::rules({small::share("score", 1)}); }

using Rank = std::optional<std::uint32_t>;

} // namespace

TEST_CASE("equal scores share the better rank, and who is not rated has none") {
    auto all = rules();
    all.ranks = true;
    const auto ratings = ranked({0.5, 0.9, 0.9, 0.1, -1}, {0, 0, 0, 0, 0}, all);
    CHECK(ranks_of(ratings) == std::vector<Rank>{3, 1, 1, 4, {}});
}

TEST_CASE("a rank is one among those of the same lot") {
    auto lots = rules();
    lots.ranks = true;
    lots.ranked_within = "lot";
    const auto ratings = ranked({0.5, 0.9, 0.7, 0.1, 0.2}, {1, 1, 2, 2, -1}, lots);
    CHECK(ranks_of(ratings) == std::vector<Rank>{2, 1, 1, 2, {}});
}

TEST_CASE("fees and eligibility are those of the band, and stand only where a framework speaks of them") {
    CHECK(consequence_columns(ranked({0.9}, {0}, rules())).empty());
    auto paid = rules();
    paid.bands[0].leads_to = {Money::pence(2500), "resident and week", true};
    paid.bands[2].leads_to.eligible = false;
    const auto columns = consequence_columns(ranked({0.9, 0.7, 0.1, -1}, {0, 0, 0, 0}, paid));
    REQUIRE(columns.size() == 3);
    const auto words = [&](std::size_t column) {
        const auto& views = *columns[column].as<std::span<const std::string_view>>();
        return std::vector<std::string>(views.begin(), views.end());
    };
    CHECK(words(0) == std::vector<std::string>{"25.00", "", "", ""});
    CHECK(words(1) == std::vector<std::string>{"resident and week", "", "", ""});
    CHECK(words(2) == std::vector<std::string>{"yes", "", "no", ""});
}
