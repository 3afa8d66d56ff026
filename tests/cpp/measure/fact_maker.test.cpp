// SPDX-License-Identifier: MIT
// Evidence becomes facts.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/measure/fact_maker.hpp>

#include <vector>

using namespace vermeil;

namespace {

const std::vector<OrderedScale> scales{{"cqc", {"Good", "Poor"}, {}}};

std::vector<Measure> measures() {
    std::vector<Measure> made(2);
    made[0].value = EventOpen{"embargo"};
    made[1].value = LatestRating{"cqc"};
    return made;
}

} // namespace

TEST_CASE("facts stand with their service, those of a provider beyond the services") {
    const auto evidence = sample::evidence_of(
        {{"events",
          "service,provider,event,from,incident\nS2,,embargo,2024-01-01,I1\n,B,embargo,2024-02-01,I2\n"
          "S1,,a fair,2024-03-01,\n"},
         {"inspections",
          "service,source,rating,on,incident\nS2,cqc,Poor,2024-01-05,i1\nS3,cqc,Great,2024-01-05,\n"}});
    const ProviderPlaces providers(evidence.services);
    FactMaker maker(measures(), scales);
    const auto book = fact_book(evidence, {}, providers, maker);
    CHECK(book.owners() == 5);
    CHECK(book.of(0).empty());
    REQUIRE(book.of(1).size() == 2);
    CHECK(book.of(1)[0].incident == book.of(1)[1].incident);
    CHECK(book.of(1)[1].position == 2);
    REQUIRE(book.of(2).size() == 1);
    CHECK(book.of(2)[0].position == 3); // beyond the words of the scale
    CHECK(book.of(3).empty());
    REQUIRE(book.of(4).size() == 1);
    CHECK(maker.incident_id(book.of(4)[0].incident) == "i2");
}

TEST_CASE("nobody who is known has no place") {
    const auto evidence = sample::evidence_of({});
    const ProviderPlaces providers(evidence.services);
    Event event;
    event.provider = "Z";
    CHECK_FALSE(owner_of(evidence, providers, event));
    event.service = "S9";
    CHECK_FALSE(owner_of(evidence, providers, event));
    event.service = "S3";
    CHECK(owner_of(evidence, providers, event) == 2);
}

TEST_CASE("a name in capitals is the same, and one that is probably a slip makes a fact of which nobody "
          "knows whether it counts") {
    FactMaker maker(measures(), scales);
    Event event;
    event.event = "EMBARGO";
    event.from = Date(2024, 1, 1);
    REQUIRE(maker.fact(event, 0));
    CHECK_FALSE(maker.fact(event, 0)->refused);
    event.event = "embargos";
    for (int again = 0; again < 2; ++again) {
        REQUIRE(maker.fact(event, 7));
        CHECK(maker.fact(event, 7)->refused);
        CHECK(maker.fact(event, 7)->row == 7);
    }
    event.event = "a fair";
    CHECK_FALSE(maker.fact(event, 0));
    Inspection rating;
    rating.source = "cqcc";
    REQUIRE(maker.fact(rating, 0));
    CHECK(maker.fact(rating, 0)->refused);
}
