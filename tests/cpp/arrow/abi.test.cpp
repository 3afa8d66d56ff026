// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"

#include <vermeil/arrow/abi.hpp>

#include <utility>

using vermeil::detail::Owned;

namespace {
int releases = 0;

ArrowArray counted_array() {
    ArrowArray array{};
    array.release = [](ArrowArray* released) {
        released->release = nullptr;
        ++releases;
    };
    releases = 0;
    return array;
}
} // namespace

TEST_CASE("an array that is taken over is marked as released and is released once") {
    auto array = counted_array();
    {
        const Owned<ArrowArray> owned(array);
        CHECK(array.release == nullptr);
        CHECK(releases == 0);
    }
    CHECK(releases == 1);
}

TEST_CASE("an array that moves on is released once, by its last holder") {
    auto array = counted_array();
    {
        Owned<ArrowArray> first(array);
        const Owned<ArrowArray> second(std::move(first));
        CHECK(releases == 0);
    }
    CHECK(releases == 1);
}

TEST_CASE("an array that is given up is left to whoever takes it") {
    auto array = counted_array();
    ArrowArray given;
    {
        Owned<ArrowArray> owned(array);
        given = owned.given_up();
        CHECK(owned.is_released());
    }
    CHECK(releases == 0);
    given.release(&given);
    CHECK(releases == 1);
}

TEST_CASE("an array that was released already is not released again") {
    auto array = counted_array();
    array.release(&array);
    { const Owned<ArrowArray> owned(array); }
    CHECK(releases == 1);
}
