// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/circle.hpp>

#include <cstdint>
#include <map>

using vermeil::detail::Circle;
using vermeil::detail::Meeting;
using vermeil::detail::MeetingRoom;

namespace {
/// How often each worker came, all places of one worker together.
std::map<std::uint32_t, std::uint64_t> met(const Circle& circle) {
    std::map<std::uint32_t, std::uint64_t> all;
    circle.each([&](const Meeting& meeting) { all[meeting.worker] += meeting.times; });
    return all;
}
} // namespace

TEST_CASE("a circle says of whom it is, and at first nobody is in it") {
    const Circle circle(3, 7);
    CHECK(circle.service() == 3);
    CHECK(circle.person() == 7);
    CHECK(met(circle).empty());
}

TEST_CASE("any number of workers is counted, as a map counts them") {
    for (const std::uint32_t workers : {1U, 11U, 12U, 13U, 24U, 25U, 100U, 5'000U}) {
        MeetingRoom room;
        Circle circle(0, 0);
        std::map<std::uint32_t, std::uint64_t> expected;
        for (std::uint32_t turn = 0; turn < 4 * workers; ++turn) {
            const auto worker = turn * turn % workers * 0x10001U; // some often, some once, some never
            circle.add(worker, room);
            ++expected[worker];
        }
        CHECK(met(circle) == expected);
    }
}

TEST_CASE("workers whose codes fall on one place are told apart") {
    MeetingRoom room;
    Circle circle(0, 0);
    std::uint32_t added = 0;
    for (std::uint32_t worker = 0; added < 12; ++worker) {
        if ((worker * 0x9e3779b1U) >> 28U == 15) { // the last place, so that looking goes on at the first
            circle.add(worker, room);
            ++added;
        }
    }
    CHECK(met(circle).size() == 12);
}

TEST_CASE("a worker who comes more often than a small number holds is counted on") {
    MeetingRoom room;
    Circle circle(0, 0);
    for (std::uint32_t turn = 0; turn < 200'000; ++turn) {
        circle.add(5, room);
    }
    circle.add(6, room);
    CHECK(met(circle) == std::map<std::uint32_t, std::uint64_t>{{5, 200'000}, {6, 1}});
    for (std::uint32_t worker = 100; worker < 120; ++worker) { // so that all move to a table
        circle.add(worker, room);
    }
    circle.add(5, room);
    CHECK(met(circle).at(5) == 200'001);
    CHECK(met(circle).size() == 22);
}

TEST_CASE("the room gives places that are free, many at once or few") {
    MeetingRoom room;
    auto* const few = room.places(4);
    few[0] = {1, 1};
    auto* const many = room.places(1'000'000);
    CHECK(many[0] == Meeting{});
    CHECK(many[999'999] == Meeting{});
    CHECK(few[0] == Meeting{1, 1});
    CHECK(few[3] == Meeting{});
}
