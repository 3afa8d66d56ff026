// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/meeting_counts.hpp>

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

using vermeil::detail::Meeting;
using vermeil::detail::MeetingCounts;

namespace {
using Counted = std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint64_t>;

Counted counted(const MeetingCounts& counts) {
    Counted all;
    for (const auto& circle : counts.circles()) {
        circle.each([&](const Meeting& meeting) {
            all[{circle.service(), circle.person(), meeting.worker}] += meeting.times;
        });
    }
    return all;
}
} // namespace

TEST_CASE("meetings are counted by service, person and worker, in any order") {
    MeetingCounts counts(4'000);
    Counted expected;
    std::uint32_t draw = 1;
    for (int turn = 0; turn < 100'000; ++turn) {
        draw = draw * 1'664'525U + 1'013'904'223U;
        const auto person = (draw >> 8U) % 4'000;
        const auto service =
            person % 5 == 0 ? (draw >> 4U) % 3 : person % 3; // every fifth has three services
        const auto worker = (draw >> 20U) % (person % 2 == 0 ? 40U : 6U);
        counts.add(service, person, worker);
        ++expected[{service, person, worker}];
    }
    CHECK(counted(counts) == expected);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> circles;
    for (const auto& circle : counts.circles()) {
        ++circles[{circle.service(), circle.person()}];
    }
    CHECK(circles.size() == counts.circles().size()); // each person has one circle at each service
}

TEST_CASE("a person of whom nothing is known yet can be fetched, and nobody is counted by it") {
    MeetingCounts counts(3);
    counts.fetch(2);
    counts.add(0, 1, 9);
    counts.fetch(1);
    CHECK(counted(counts) == Counted{{{0, 1, 9}, 1}});
}

TEST_CASE("without people there are no circles") { CHECK(MeetingCounts().circles().empty()); }
