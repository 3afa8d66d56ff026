// SPDX-License-Identifier: MIT
// The names that measures ask for.

#include "catch.hpp"

#include <vermeil/measure/asked_names.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

Measure asking(ValueSource value) {
    Measure measure;
    measure.value = std::move(value);
    return measure;
}

} // namespace

TEST_CASE("measures ask for events, items of returns, sources and standards; a table is no event") {
    EventCount of_table{"deaths", 9};
    of_table.of_table = true;
    LatestRating safety{"cqc"};
    safety.standard = "safe";
    const AskedNames asked({asking(EventOpen{"embargo"}), asking(EventCount{"death", 9}), asking(of_table),
                            asking(CountShare{"leavers"}), asking(Overdue{"workforce"}), asking(safety)});
    CHECK(asked.events == std::vector<std::string>{"embargo", "death"});
    CHECK(asked.items == std::vector<std::string>{"leavers", "workforce"});
    CHECK(asked.sources == std::vector<std::string>{"cqc"});
    CHECK(asked.standards == std::vector<std::string>{"", "safe"});
}

TEST_CASE("a slip is near a name and is not one, however its capitals stand") {
    const std::vector<std::string> asked{"embargo", "default_notice"};
    CHECK(slip_of("embargoo", asked) == "embargo");
    CHECK(slip_of("default notice", asked) == "default_notice");
    CHECK_FALSE(slip_of(" Embargo", asked));
    CHECK_FALSE(slip_of("a fair", asked));
    CHECK_FALSE(slip_of("", asked));
}
