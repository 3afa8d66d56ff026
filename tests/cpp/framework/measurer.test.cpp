// SPDX-License-Identifier: MIT
// Measures of many days from evidence that was sorted once.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/framework/measurer.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/framework/toml.hpp>

#include <cstddef>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

const std::string text = R"(
language = 1
id = "x"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[missing]
not_yet_inspected = { policy = "carry_forward", quarters = 8 }
[[rating_scale]]
id = "cqc"
words = ["Good", "Poor"]
[[measure]]
id = "missed"
weight = 1
value = { event = "missed_visit", days = 90 }
scale = { linear = [[0, 100], [5, 0]] }
[[measure]]
id = "cqc"
weight = 1
value = { rating = "cqc", quarters = 1 }
scale = { words = { Good = 100, Poor = 0 } }
[[measure]]
id = "turnover"
weight = 1
value = { counts = "leavers" }
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Bronze"
)";

} // namespace

TEST_CASE(
    "each day gives what it gives alone, whatever the threads; values are carried from earlier quarters") {
    const auto framework = parse_framework(text, "x.toml");
    const auto evidence = sample::evidence_of(
        {{"events", "service,provider,event,from\nS1,,missed_visit,2024-05-01\n,B,missed_visit,2024-06-01\n"},
         {"inspections", "service,source,rating,on\nS1,cqc,Poor,2024-02-01\n"},
         {"counts", "service,quarter,item,count,base\nS1,2024 Q2,leavers,2,8\n"}});
    const Measurer measurer(framework, evidence);
    for (const auto day : {Date(2024, 3, 31), Date(2024, 6, 30), Date(2024, 12, 31)}) {
        const auto alone = measure(framework, evidence, Quarter(day), day).table;
        for (const unsigned threads : {1U, 2U, 5U}) {
            const auto table = measurer.table(Quarter(day), day, threads);
            for (const auto& id : alone.ids()) {
                for (std::size_t row = 0; row < alone.rows(); ++row) {
                    const auto one = alone.find(id)->cell(row), other = table.find(id)->cell(row);
                    REQUIRE(one.value == other.value);
                    REQUIRE(one.state == other.state);
                    REQUIRE(one.day == other.day);
                    REQUIRE(one.flags == other.flags);
                }
            }
        }
    }
    const auto carried = measurer.table(Quarter(Date(2024, 6, 30)), Date(2024, 6, 30)).find("cqc")->cell(0);
    CHECK(carried.value == 2);
    CHECK(carried_quarters(carried.flags) == 1);
}

TEST_CASE("what is worth points alone is known only where incidents are settled") {
    auto rules = parse_framework(text, "x.toml").rules();
    CHECK(detail::worths_of(rules).empty());
    rules.incidents = Incidents::highest;
    const auto worths = detail::worths_of(rules);
    REQUIRE(worths.size() == 3);
    CHECK(worths[0](5) == 0);
    CHECK(worths[0](0) == 100);
}
