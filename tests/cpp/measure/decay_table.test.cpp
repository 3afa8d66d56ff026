// SPDX-License-Identifier: MIT
// What a fact of any age still weighs.

#include "catch.hpp"

#include <vermeil/measure/decay_table.hpp>

using namespace vermeil;

namespace {

constexpr std::int64_t whole = std::int64_t{1} << 40;

} // namespace

TEST_CASE("without decay a fact weighs the same at any age") {
    CHECK(weight_at(NoDecay{}, 0) == whole);
    CHECK(weight_at(NoDecay{}, 3000) == whole);
    CHECK(DecayTable(NoDecay{}).weight(3000) == whole);
}

TEST_CASE("a half-life halves, and halves again") {
    CHECK(weight_at(HalfLife{90}, 0) == whole);
    CHECK(weight_at(HalfLife{90}, 90) == whole / 2);
    CHECK(weight_at(HalfLife{90}, 180) == whole / 4);
    CHECK(weight_at(HalfLife{90}, 45) == 777472127994); // 2^40 / sqrt(2) = 777,472,127,993.9
}

TEST_CASE("steps hold from their age on, and before the first a fact is whole") {
    const AgeSteps steps{{{90, 0.5}, {180, 0}}};
    CHECK(weight_at(steps, 89) == whole);
    CHECK(weight_at(steps, 90) == whole / 2);
    CHECK(weight_at(steps, 179) == whole / 2);
    CHECK(weight_at(steps, 180) == 0);
}

TEST_CASE("a table holds what each age weighs, up to ten years, and a fact of tomorrow is new") {
    const DecayTable table(HalfLife{400});
    for (const int age : {0, 1, 399, 400, 3660}) {
        CHECK(table.weight(age) == weight_at(HalfLife{400}, age));
    }
    CHECK(table.weight(9999) == weight_at(HalfLife{400}, 3660));
    CHECK(table.weight(-5) == whole);
}
