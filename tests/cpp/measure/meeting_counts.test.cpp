// SPDX-License-Identifier: MIT
// Meetings counted against a map that counts them.

#include "catch.hpp"

#include <vermeil/measure/meeting_counts.hpp>

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

using vermeil::detail::Circle;
using vermeil::detail::Meeting;
using vermeil::detail::MeetingCounts;

namespace {

using Pair = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>; // service, person, worker
using Counted = std::map<Pair, std::uint64_t>;

/// What was counted; every worker of a person is told once.
Counted counted(MeetingCounts& counts) {
    Counted all;
    counts.each([&](std::uint32_t service, const Circle& circle) {
        circle.each([&](const Meeting& meeting) {
            REQUIRE(all.emplace(Pair{service, circle.person, meeting.worker}, meeting.times).second);
        });
    });
    return all;
}

/// Made-up meetings of so many services; workers and people may belong to several, by turns of so many.
void check_made_up(std::uint32_t services, std::uint32_t people, std::uint32_t workers,
                   std::uint32_t several) {
    MeetingCounts counts(people, workers);
    Counted expected;
    std::uint32_t draw = 1;
    for (std::uint32_t turn = 0; turn < 100'000; ++turn) {
        draw = draw * 1'664'525U + 1'013'904'223U;
        const auto person = (draw >> 9U) % people;
        const auto service = turn % several == 0 ? (draw >> 4U) % services : person % services;
        const auto worker = (draw >> 13U) % several == 0
                                ? (draw >> 3U) % workers
                                : (draw >> 3U) % workers / services * services % workers;
        counts.add(service, person, worker);
        ++expected[{service, person, worker}];
    }
    CHECK(counted(counts) == expected);
}

} // namespace

TEST_CASE("meetings are counted by service, person and worker, in any order") {
    check_made_up(1, 1, 1, 2);
    check_made_up(3, 4'000, 40, 5);
    check_made_up(7, 900, 3'000, 3);  // more workers a service than get numbers
    check_made_up(50, 60, 20'000, 2); // most are met once
}

TEST_CASE("any number of workers of one person is counted") {
    for (const std::uint32_t workers : {1U, 15U, 16U, 17U, 33U, 511U, 512U, 513U, 5'000U}) {
        MeetingCounts counts(2, workers);
        Counted expected;
        for (std::uint32_t turn = 0; turn < 4 * workers; ++turn) {
            const auto worker = turn * turn % workers; // some often, some once, some never
            counts.add(0, 1, worker);
            ++expected[{0, 1, worker}];
        }
        CHECK(counted(counts) == expected);
    }
}

TEST_CASE("rows of which nobody says that there was a meeting are passed over, and what was counted can be "
          "added to") {
    MeetingCounts counts(3, 4);
    const std::vector<std::uint32_t> services{0, 0, 1, 0}, people{2, 2, 2, 0}, workers{3, 3, 3, 1};
    const auto odd = [](std::size_t row) { return row % 2 == 1; };
    counts.add_all(4, services.data(), people.data(), workers.data(), odd);
    CHECK(counted(counts) == Counted{{{0, 2, 3}, 1}, {{0, 0, 1}, 1}});
    counts.add_all(4, services.data(), people.data(), workers.data(), [](std::size_t) { return true; });
    CHECK(counted(counts) == Counted{{{0, 2, 3}, 3}, {{1, 2, 3}, 1}, {{0, 0, 1}, 2}});
    counts.add(1, 0, 1); // after what lies in no row was put in order
    counts.add(1, 2, 3);
    CHECK(counted(counts) == Counted{{{0, 2, 3}, 3}, {{1, 2, 3}, 2}, {{0, 0, 1}, 2}, {{1, 0, 1}, 1}});
}

TEST_CASE("many rows at once are counted as one after the other, those without a meeting among them") {
    constexpr std::uint32_t rows = 5'000; // more than are looked at together, and no multiple
    std::vector<std::uint32_t> services, people, workers;
    for (std::uint32_t row = 0; row < rows; ++row) {
        people.push_back(row * 7 % 100);
        services.push_back(row % 11 == 0 ? 1 : people.back() % 3);
        workers.push_back(row % 13 == 0 ? row % 90 : row % 30 * 3 + people.back() % 3);
    }
    const auto met = [](std::size_t row) { return row % 20 != 3; };
    MeetingCounts together(100, 90), alone(100, 90);
    together.add_all(rows, services.data(), people.data(), workers.data(), met);
    Counted expected;
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (met(row)) {
            alone.add(services[row], people[row], workers[row]);
            ++expected[{services[row], people[row], workers[row]}];
        }
    }
    CHECK(counted(together) == expected);
    CHECK(counted(alone) == expected);
}

TEST_CASE("without people there is nothing") {
    MeetingCounts counts;
    CHECK(counted(counts).empty());
    const std::uint32_t code = 0; // of rows that name nobody
    counts.add_all(1, &code, &code, &code, [](std::size_t) { return false; });
    CHECK(counted(counts).empty());
}
