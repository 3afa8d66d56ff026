// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/decay_reader.hpp>

#include <utility>

using namespace vermeil;
using sample::key;
using sample::list;
using sample::table;
using sample::whole;

namespace {

Decay read(sample::Node decay) {
    const auto value = table({key("decay", std::move(decay))});
    detail::TableReader reader(value, "value");
    return detail::read_decay(reader);
}

} // namespace

TEST_CASE("decay is a half-life or steps by age, and nothing where nothing is said") {
    CHECK(read(table({key("half_life", whole(90))})) == Decay(HalfLife{90}));
    CHECK(read(table(
              {key("steps", list({list({whole(90), sample::node(0.5)}), list({whole(180), whole(0)})}))})) ==
          Decay(AgeSteps{{{90, 0.5}, {180, 0}}}));
    const auto nothing = table({});
    detail::TableReader reader(nothing, "value");
    CHECK(detail::read_decay(reader) == Decay(NoDecay{}));
}

TEST_CASE("shares that rise and ages that fall are refused") {
    CHECK_THROWS_AS(read(table({key("steps", list({list({whole(90), sample::node(0.5)}),
                                                   list({whole(180), whole(1)})}))})),
                    DefinitionError);
    CHECK_THROWS_AS(
        read(
            table({key("steps", list({list({whole(90), sample::node(0.5)}), list({whole(90), whole(0)})}))})),
        DefinitionError);
    CHECK_THROWS_AS(read(table({key("steps", list({}))})), DefinitionError);
}

TEST_CASE("freshness and look-backs are days or months of the calendar") {
    const auto measure = table({key("fresh_for", table({key("quarters", whole(2))}))});
    detail::TableReader reader(measure, "measure");
    CHECK(detail::read_freshness(reader) == LookBack{0, 6});
    const auto weeks = table({key("weeks", whole(2))});
    detail::TableReader back(weeks, "value");
    CHECK(detail::read_look_back(back, "weeks") == std::pair(14U, 0U));
    CHECK_FALSE(LookBack{}.ends());
}
