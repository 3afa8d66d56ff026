// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/measure/lineage.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

/// N took over from B and C, and B from A; all know their days but C.
Evidence register_of_four() {
    return sample::evidence_of({{"services", "service,provider,first_day,last_day,predecessors\n"
                                             "N,P,2024-07-01,,B;C\nB,P,2023-01-01,2024-06-30,A\n"
                                             "A,P,,2022-12-31,\nC,P,,2024-06-30,A\n"}});
}

std::vector<std::string> ids(const std::vector<const Service*>& services) {
    std::vector<std::string> ids;
    for (const auto* each : services) {
        ids.push_back(each->id().text());
    }
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("ancestors are the nearest first, and each once") {
    const auto evidence = register_of_four();
    CHECK(ids(ancestors_of(evidence, *evidence.find("N"))) == Ids{"B", "C", "A"});
    CHECK(ids(ancestors_of(evidence, *evidence.find("A"))).empty());
}

TEST_CASE("the evidence of a quarter that ended before a service opened is its predecessors'") {
    const auto evidence = register_of_four();
    const auto& heir = *evidence.find("N");
    CHECK(ids(owners_in(evidence, heir, Quarter::calendar(2024, 3))) == Ids{"N"});
    CHECK(ids(owners_in(evidence, heir, Quarter::calendar(2024, 2))) == Ids{"B", "C"});
    CHECK(ids(owners_in(evidence, heir, Quarter::calendar(2022, 4))) ==
          Ids{"A", "C"}); // C knows no first day
    CHECK(ids(owners_in(evidence, *evidence.find("A"), Quarter::calendar(2000, 1))) == Ids{"A"});
}
