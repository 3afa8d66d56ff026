// SPDX-License-Identifier: MIT
// Of the facts of one incident one counts.

#include "catch.hpp"

#include <vermeil/measure/fact_use.hpp>

#include <algorithm>
#include <vector>

using namespace vermeil;

namespace {

Fact of_incident(std::uint32_t incident, std::uint32_t row = 0) {
    Fact fact;
    fact.incident = incident;
    fact.row = row;
    return fact;
}

/// Settles them and gives whether each counts.
std::vector<bool> counts(std::vector<FactUse>& uses) {
    std::vector<FactUse*> shared;
    for (auto& use : uses) {
        shared.push_back(&use);
    }
    std::reverse(shared.begin(), shared.end());
    settle_incidents(shared);
    std::vector<bool> made;
    for (const auto& use : uses) {
        made.push_back(use.yields == nullptr);
    }
    return made;
}

} // namespace

TEST_CASE("what would earn most counts, and all others of the incident yield to it") {
    const Fact one = of_incident(1), other = of_incident(2), alone = of_incident(0);
    std::vector<FactUse> uses{{&one, 0, 0, 1, 5, true},
                              {&one, 1, 0, 1, 20, true},
                              {&one, 2, 0, 1, 10, true},
                              {&other, 0, 0, 1, 1, true},
                              {&alone, 0, 0, 1, 0, true}};
    CHECK(counts(uses) == std::vector<bool>{false, true, false, true, true});
    CHECK(uses[0].yields == &uses[1]);
    CHECK(uses[2].yields == &uses[1]);
}

TEST_CASE("of equal points the first measure counts, in it the heaviest fact, then the first owner's, then "
          "the first fact") {
    const Fact first = of_incident(1, 1), second = of_incident(1, 2);
    std::vector<FactUse> by_measure{{&first, 1, 0, 9, 5, true}, {&first, 0, 0, 1, 5, true}};
    CHECK(counts(by_measure) == std::vector<bool>{false, true});
    std::vector<FactUse> by_weight{{&first, 0, 0, 1, 5, true}, {&second, 0, 1, 2, 5, true}};
    CHECK(counts(by_weight) == std::vector<bool>{false, true});
    std::vector<FactUse> by_owner{{&first, 0, 1, 1, 5, true}, {&second, 0, 0, 1, 5, true}};
    CHECK(counts(by_owner) == std::vector<bool>{false, true});
    std::vector<FactUse> by_fact{{&second, 0, 0, 1, 5, true}, {&first, 0, 0, 1, 5, true}};
    CHECK(counts(by_fact) == std::vector<bool>{false, true});
}

TEST_CASE("points that differ by less than the grid are equal") {
    const Fact fact = of_incident(1);
    std::vector<FactUse> uses{{&fact, 0, 0, 1, 5, true}, {&fact, 1, 0, 1, 5 + 1e-12, true}};
    CHECK(counts(uses) == std::vector<bool>{true, false});
}

TEST_CASE("a measure that earns nothing takes no part") {
    const Fact fact = of_incident(1);
    std::vector<FactUse> uses{{&fact, 0, 0, 1, 5, true}, {&fact, 1, 0, 1, 99, false}};
    CHECK(counts(uses) == std::vector<bool>{true, true});
}
