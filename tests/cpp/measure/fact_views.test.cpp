// SPDX-License-Identifier: MIT
// Whose facts may count for whom.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/measure/evidence_facts.hpp>

#include <cstdint>
#include <vector>

using namespace vermeil;

namespace {

std::vector<std::uint32_t> owners(const FactView& view) {
    std::vector<std::uint32_t> made;
    for (const auto& part : view.parts) {
        made.push_back(part.owner);
    }
    return made;
}

} // namespace

TEST_CASE(
    "a service sees its own facts, its provider's, and where a measure inherits those it took over from") {
    const auto evidence = sample::evidence_of(
        {{"services", "service,provider,regulators,predecessors\nS1,A,cqc,S2\nS2,A,,\nS3,B,none,\n"},
         {"events", "service,event,from\n"},
         {"inspections", "service,source,rating,on\n"}});
    std::vector<Measure> measures(2);
    measures[0].value = EventOpen{"x"};
    measures[0].id = "a";
    measures[0].inherits = true;
    measures[1].value = LatestRating{"cqc"};
    measures[1].id = "b";
    const EvidenceFacts facts(evidence, {{"cqc", {"Good"}, {}}}, measures);
    FactView view;
    facts.views().view(0, facts.book(), view);
    CHECK(owners(view) == std::vector<std::uint32_t>{0, 3, 1});
    CHECK(view.parts[2].inherited);
    CHECK(view.rated == std::vector<bool>{true, true});
    facts.views().view(2, facts.book(), view);
    CHECK(owners(view) == std::vector<std::uint32_t>{2, 4});
    CHECK(view.rated == std::vector<bool>{true, false});
    facts.views().own_view(0, facts.book(), view);
    CHECK(owners(view) == std::vector<std::uint32_t>{0});
    facts.views().provider_view(1, facts.book(), view);
    CHECK(owners(view) == std::vector<std::uint32_t>{4});
    CHECK(view.rated == std::vector<bool>{true, false}); // nobody rates a provider
}
