// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/step.hpp>

#include <string>
#include <utility>

using vermeil::Aggregate;
using vermeil::Step;

namespace {

/// How many groups open by a step that is so. The outer has so many members, and perhaps a group within.
std::size_t opening(bool Step::*so, std::optional<double> weight, std::size_t members, bool nested = false,
                    Aggregate aggregate = Aggregate::mean) {
    auto rules = small::rules({small::share("beside", 2)});
    rules.groups = {{"group", "", "", aggregate, weight, {}}};
    if (nested) {
        rules.groups.push_back({"nested", "", "group", Aggregate::mean, 1.0, {}});
    }
    for (std::size_t i = 0; i < members; ++i) {
        rules.indicators.push_back(small::share("m" + std::to_string(i), 1));
        rules.indicators.back().within = "group";
    }
    if (nested) {
        rules.indicators.push_back(small::share("inner", 1));
        rules.indicators.back().within = "nested";
    }
    const vermeil::Framework framework(std::move(rules));
    const vermeil::Program program(framework);
    std::size_t opened = 0, found = 0;
    for (const auto& step : program.steps()) {
        opened += step.kind == Step::Kind::open ? 1 : 0;
        found += step.kind == Step::Kind::open && step.*so ? 1 : 0;
    }
    REQUIRE(opened == (nested ? 2 : 1));
    return found;
}

} // namespace

TEST_CASE("a group without a weight passes its cells on where one step adds them") {
    CHECK(opening(&Step::passes, {}, 3) == 1);
    CHECK(opening(&Step::passes, {}, 8) == 1);
    CHECK(opening(&Step::passes, {}, 9) == 0); // two steps are added to each other first
    CHECK(opening(&Step::passes, 1.0, 3) == 0);
    CHECK(opening(&Step::passes, {}, 3, true) == 0);
}

TEST_CASE("a group with a weight is whole where one step adds its members and a mean is all that it makes of "
          "them") {
    CHECK(opening(&Step::whole, 1.0, 3) == 1);
    CHECK(opening(&Step::whole, 1.0, 9) == 0);
    CHECK(opening(&Step::whole, {}, 3) == 0);
    CHECK(opening(&Step::whole, 1.0, 3, true) == 1); // the group within
    CHECK(opening(&Step::whole, 1.0, 3, false, Aggregate::sum) == 0);
    CHECK(opening(&Step::whole, 1.0, 3, false, Aggregate::minimum) == 0);
}
