// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"

#include <vermeil/arrow/bits.hpp>

#include <cstddef>
#include <string>

using vermeil::detail::Bits;
using vermeil::detail::Validity;

namespace {
const std::string pattern = "1101000111010011010111001";

std::string shown(Validity validity, std::size_t rows) {
    std::string text;
    for (std::size_t row = 0; row < rows; ++row) {
        text += validity.has(row) ? '1' : '0';
    }
    return text;
}
} // namespace

TEST_CASE("bits appended from any bit to any bit are the same bits") {
    const auto source = made::bits(pattern);
    for (std::size_t before = 0; before < 17; ++before) {
        for (std::size_t offset = 0; offset < 17; ++offset) {
            Bits bits;
            bits.append(Validity{}, before);
            bits.append(Validity{source->data(), offset}, pattern.size() - offset);
            bits.append(false);
            CHECK(bits.size() == before + pattern.size() - offset + 1);
            CHECK(shown({bits.data(), 0}, bits.size()) ==
                  std::string(before, '1') + pattern.substr(offset) + "0");
        }
    }
}

TEST_CASE("single bits append one by one") {
    Bits bits;
    CHECK(bits.empty());
    for (const char bit : pattern) {
        bits.append(bit == '1');
    }
    CHECK(shown({bits.data(), 0}, bits.size()) == pattern);
}

TEST_CASE("no bitmap means a value in every row") {
    CHECK(Validity{}.has(1000));
    CHECK(Validity{}.take(5, 8) == 0xff);
    CHECK(Validity{}.take(5, 3) == 0x07);
}

TEST_CASE("rows valid in both bitmaps are found whatever their offsets") {
    const auto left = made::bits("0001111111111");
    const auto right = made::bits("1110000011101");
    const auto result = vermeil::detail::both({left->data(), 2}, {right->data(), 0}, 11);
    CHECK(shown({result.data(), 0}, 11) == "01100000111");
    const auto alone = vermeil::detail::both({}, {right->data(), 1}, 12);
    CHECK(shown({alone.data(), 0}, 12) == "110000011101");
}
