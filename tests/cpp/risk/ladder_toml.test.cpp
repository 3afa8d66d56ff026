// SPDX-License-Identifier: MIT
// Ladder files: what they say, and how their mistakes are told.

#include "catch.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/risk/ladder_toml.hpp>

#include <filesystem>
#include <string>

using namespace vermeil;

namespace {

Ladder shipped(const std::string& name) {
    return load_ladder(
        (std::filesystem::path(__FILE__).parent_path() / "../../../examples/ladders" / name).string());
}

/// What is said of the small ladder with one text in the place of another.
std::string fault(const std::string& old, const std::string& put) {
    auto text = small_ladder::head + small_ladder::moves;
    const auto at = text.find(old);
    REQUIRE(at != std::string::npos);
    try {
        parse_ladder(text.replace(at, old.size(), put), "l.toml");
    } catch (const DefinitionError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a ladder file says steps, moves and embargoes") {
    const auto ladder = small_ladder::ladder();
    CHECK(ladder.steps()[1].deadline_days == 91);
    CHECK_FALSE(ladder.steps()[2].takes_care);
    CHECK(ladder.rules().embargo.review_days == 28);
    CHECK(ladder.rules().moves[0].needs == std::vector<std::string>{"visit report"});
    CHECK(ladder.rules().of == LadderOf::both);
}

TEST_CASE("the shipped ladders have their steps in order") {
    const auto rotherham = shipped("rotherham_ladder.toml");
    CHECK(detail::step_names(rotherham.steps()) ==
          std::vector<std::string>{"monitoring", "improvement plan", "default notice", "special measures",
                                   "termination"});
    CHECK(rotherham.move(0, 3) != nullptr); // a jump
    const auto oversight = shipped("cqc_market_oversight.toml");
    CHECK(oversight.steps().size() == 6);
    CHECK(oversight.rules().of == LadderOf::provider);
    CHECK(oversight.move(0, 5) != nullptr);
}

TEST_CASE("mistakes in a ladder file are told with line, column and the nearest word") {
    CHECK(fault("to = \"plan\"", "to = \"plans\"") == "l.toml:23:6: 'to' in [[move]] is 'plans'; allowed: "
                                                      "'watch', 'plan' or 'notice'; did you mean 'plan'?");
    CHECK(fault("review_days = 182", "review_dais = 182") ==
          "l.toml:13:1: unknown key 'review_dais' in [[step]]; allowed: 'name', 'means', 'review_days', "
          "'deadline_days' or 'takes_care'; did you mean 'review_days'?");
    CHECK(fault("worse_than = \"Green\"", "worse_than = \"Gren\"") ==
          "l.toml:24:42: 'worse_than' in when of [[move]] is 'Gren'; allowed: 'Green', 'Amber' or 'Red'; did "
          "you "
          "mean 'Green'?");
    CHECK(fault("review_days = 28\nroles", "review_days = 0\nroles") ==
          "l.toml:9:15: 'review_days' in [embargo] is 0; it must be a whole number from 1 to 3660");
    CHECK(fault("from = [\"plan\"]", "from = []") ==
          "l.toml:34:8: 'from' in [[move]] is an empty list; it must be a list of one or more steps");
    CHECK(fault("because = \"a default notice is open\"", "") ==
          "l.toml:28:1: [[move]] needs the key 'because'");
    CHECK(fault("from = [\"watch\", \"plan\"]", "from = [\"notice\"]") ==
          "l.toml:28:1: a move to 'notice' starts there; staying needs no move");
}
