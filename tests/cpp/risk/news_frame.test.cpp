// SPDX-License-Identifier: MIT
// News as tables.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/risk/news_frame.hpp>

#include <cstdint>
#include <span>
#include <string_view>

using namespace vermeil;

namespace {

const Date since(2024, 11, 30);
const Date as_of(2024, 12, 31);

std::vector<NewFact> facts() {
    return news(sample::evidence_of({{"events", "service,event,from\nS1,x,2024-06-01\nS1,y,2024-12-01\n"},
                                     {"inspections", "service,source,rating,on\nS1,cqc,Good,2023-05-01\n"}}),
                std::nullopt, as_of);
}

std::string_view word(const Frame& frame, const char* column, std::size_t row) {
    return (*frame.find(column)->as<std::span<const std::string_view>>())[row];
}
std::int64_t number(const Frame& frame, const char* column, std::size_t row) {
    return (*frame.find(column)->as<std::span<const std::int64_t>>())[row];
}

} // namespace

TEST_CASE("news and themes are tables in their own order") {
    const auto frame = news_frame(facts());
    REQUIRE(frame.rows() == 3);
    CHECK(word(frame, "source", 0) == "cqc");
    CHECK(word(frame, "known_on", 2) == "2024-12-01");
    const auto counted = theme_frame(themes(facts(), sample::evidence_of({}), as_of));
    CHECK(counted.rows() == 3);
    CHECK(number(counted, "of_services", 0) == 3);
}

TEST_CASE("the latest word of each source stands with how much it said") {
    const auto frame = sources_frame(facts(), since);
    REQUIRE(frame.rows() == 2);
    CHECK(word(frame, "source", 1) == "events");
    CHECK(word(frame, "kind", 1) == "y");
    CHECK(number(frame, "facts", 1) == 2);
    CHECK(number(frame, "new_facts", 1) == 1);
    CHECK(number(frame, "new_facts", 0) == 0);
}
