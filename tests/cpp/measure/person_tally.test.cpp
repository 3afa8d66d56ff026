// SPDX-License-Identifier: MIT

#include "../catch.hpp"

#include <vermeil/measure/person_tally.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace {

using vermeil::IdValue;
using vermeil::PersonTally;

IdValue id(const char* name) { return std::string(name); }

/// One visit by some workers.
PersonTally visit(std::uint32_t start, std::vector<IdValue> workers) {
    PersonTally made;
    for (const auto& worker : workers) {
        made.workers[worker] = {1, start >= 100, start >= 15 ? 1U : 0U};
    }
    made.stretches.push_back({start, start, 1, 0, workers, workers});
    return made;
}

} // namespace

TEST_CASE("stretches are joined in the order of time, in whatever order they come") {
    const auto a = visit(10, {id("A")}), b = visit(20, {id("A"), id("B")}), c = visit(100, {id("B")});
    PersonTally one, other;
    for (const auto& each : {a, b, c}) {
        one.merge(each);
    }
    for (const auto& each : {c, a, b}) {
        other.merge(each);
    }
    CHECK(one == other);
    const auto contacts = one.contacts();
    CHECK(contacts.contacts == 4);
    CHECK(contacts.workers == 2);
    CHECK(contacts.visits == 3);
    CHECK(contacts.same == 2); // A again, then B again
    CHECK(contacts.recent == 1);
    CHECK(contacts.since == 3);
    CHECK(contacts.firsts == 1); // B, who had not come before
    CHECK(contacts.squares == 8);
    CHECK(contacts.most == 2);
}

TEST_CASE("parts that overlap in time are refused, and so is one visit in two parts") {
    auto ends = visit(10, {id("A")});
    ends.stretches.front().last_start = 30;
    CHECK_THROWS_WITH(
        ends.merge(visit(20, {id("B")})),
        Catch::Matchers::StartsWith("one person's visits lie in two parts that overlap in time"));
    auto once = visit(10, {id("A")});
    CHECK_THROWS(once.merge(visit(10, {id("B")})));
}
