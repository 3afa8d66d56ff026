// SPDX-License-Identifier: MIT
// The generator against the words that its authors publish.

#include "catch.hpp"

#include <vermeil/core/philox.hpp>

#include <array>
#include <cstdint>

using Words = vermeil::Philox::Words;

// Known answers of philox4x32-10: file kat_vectors of the authors' Random123.
TEST_CASE("Philox gives the published words") {
    CHECK(vermeil::Philox(0)({0, 0, 0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(vermeil::Philox(0xffffffffffffffff)({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}) ==
          Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(vermeil::Philox(0x299f31d0a4093822)({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a stream depends on its place alone") {
    const vermeil::Philox chance(5);
    vermeil::PhiloxStream one(chance, 1, 2);
    const double first = one.uniform();
    for (int i = 0; i < 9; ++i) {
        static_cast<void>(one.uniform());
    }
    CHECK(vermeil::PhiloxStream(chance, 1, 2).uniform() == first);
    CHECK(vermeil::PhiloxStream(chance, 2, 1).uniform() != first);
    CHECK(vermeil::PhiloxStream(chance, 1, 2, 1).uniform() != first);
    CHECK(vermeil::PhiloxStream(vermeil::Philox(6), 1, 2).uniform() != first);
}

TEST_CASE("numbers lie evenly between 0 and 1") {
    vermeil::PhiloxStream chance(vermeil::Philox(1), 0, 0);
    std::array<int, 10> tenths{};
    for (int i = 0; i < 10000; ++i) {
        const double number = chance.uniform();
        REQUIRE((number > 0 && number < 1));
        ++tenths[static_cast<std::size_t>(number * 10)];
    }
    for (const int count : tenths) {
        CHECK((count > 880 && count < 1120)); // four standard deviations
    }
}
