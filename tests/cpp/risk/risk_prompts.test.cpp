// SPDX-License-Identifier: MIT
// What to do, whatever the level.

#include "catch.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/risk_prompts.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::vector<std::string> words(const vermeil::Frame& frame, const char* column) {
    const auto& views = *frame.find(column)->as<std::span<const std::string_view>>();
    return {views.begin(), views.end()};
}

} // namespace

TEST_CASE("a prompt stands beside the level for those whose condition holds, or may hold") {
    const vermeil::Date day(2024, 12, 31);
    const auto reviewed = early::book(early::events("S1,,unexpected_death,2024-12-01,,,,under review,,,,\n"
                                                    "S3,,unexpected_death,2024-12-09,2024-12-01,,,,,,,\n"));
    const auto prompts = vermeil::prompts_of(reviewed.score(day));
    CHECK(words(prompts, "service") == std::vector<std::string>{"S1", "S3"});
    CHECK(words(prompts, "level") == std::vector<std::string>{"Green", "Not rated"});
    CHECK(words(prompts, "prompt") == std::vector<std::string>(2, "visit the service"));
    CHECK(words(prompts, "certain") == std::vector<std::string>{"yes", "unknown"});
}

TEST_CASE("a prompt that cannot be told for any of several services is one row") {
    const auto evidence =
        std::make_shared<vermeil::Evidence>(sample::evidence_of({{"services", early::services}}));
    const vermeil::RiskBook book(vermeil::RiskScheme(vermeil::parse_framework(early::rules, "early.toml")),
                                 evidence);
    const auto prompts = vermeil::prompts_of(book.score(vermeil::Date(2024, 12, 31)));
    CHECK(words(prompts, "service") == std::vector<std::string>{""});
    CHECK(words(prompts, "because") ==
          std::vector<std::string>{"a death is under review: cannot be told for 4 services"});
    CHECK(words(prompts, "certain") == std::vector<std::string>{"unknown"});
}
