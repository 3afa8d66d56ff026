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

/// Whether the only group passes its cells on; it has so many members, and perhaps a group within.
bool passes(std::optional<double> weight, std::size_t members, bool nested = false) {
    auto rules = small::rules({small::share("beside", 2)});
    rules.groups = {{"group", "", "", Aggregate::mean, weight, {}}};
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
    std::size_t opened = 0, passed = 0;
    for (const auto& step : program.steps()) {
        opened += step.kind == Step::Kind::open ? 1 : 0;
        passed += step.kind == Step::Kind::open && step.passes ? 1 : 0;
    }
    REQUIRE(opened == (nested ? 2 : 1));
    return passed > 0;
}

} // namespace

TEST_CASE("a group without a weight passes its cells on where one step adds them") {
    CHECK(passes({}, 3));
    CHECK(passes({}, 8));
    CHECK_FALSE(passes({}, 9)); // two steps are added to each other first
    CHECK_FALSE(passes(1.0, 3));
    CHECK_FALSE(passes({}, 3, true));
}
