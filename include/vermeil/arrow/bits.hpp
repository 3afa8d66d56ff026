// SPDX-License-Identifier: MIT
#pragma once
// Bitmaps of valid rows: least significant bit first, beginning at any bit.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil::detail {

/// Where there are values: bits from `offset` on, or everywhere for a null pointer.
struct Validity {
    const std::uint8_t* bits = nullptr;
    std::size_t offset = 0;

    [[nodiscard]] bool has(std::size_t row) const noexcept {
        const auto bit = offset + row;
        return bits == nullptr || ((bits[bit / 8] >> (bit % 8)) & 1U) != 0;
    }

    /// The next `count` (1 to 8) bits from `row` on, in the low bits; reads no byte beyond the last of them.
    [[nodiscard]] std::uint8_t take(std::size_t row, std::size_t count) const noexcept {
        const auto mask = (1U << count) - 1U;
        if (bits == nullptr) {
            return static_cast<std::uint8_t>(mask);
        }
        const auto bit = offset + row;
        const auto shift = bit % 8;
        unsigned word = static_cast<unsigned>(bits[bit / 8]) >> shift;
        if (shift + count > 8) {
            word |= static_cast<unsigned>(bits[bit / 8 + 1]) << (8 - shift);
        }
        return static_cast<std::uint8_t>(word & mask);
    }
};

/// A bitmap that grows at its end.
class Bits {
  public:
    /// Adds the first `rows` bits of another bitmap.
    void append(Validity from, std::size_t rows) {
        bytes_.reserve((size_ + rows + 7) / 8);
        for (std::size_t row = 0; row < rows; row += 8) {
            const auto count = std::min<std::size_t>(8, rows - row);
            append(from.take(row, count), count);
        }
    }

    /// Adds the low `count` (1 to 8) bits of a byte; its other bits are 0.
    void append(std::uint8_t taken, std::size_t count) {
        const auto shift = size_ % 8;
        bytes_.resize((size_ + count + 7) / 8);
        put(size_ / 8, static_cast<unsigned>(taken) << shift);
        if (shift + count > 8) {
            put(size_ / 8 + 1, static_cast<unsigned>(taken) >> (8 - shift));
        }
        size_ += count;
    }

    void append(bool bit) { append(static_cast<std::uint8_t>(bit ? 1 : 0), 1); }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] const std::uint8_t* data() const noexcept { return bytes_.data(); }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

  private:
    void put(std::size_t byte, unsigned ones) {
        bytes_[byte] = static_cast<std::uint8_t>(bytes_[byte] | (ones & 0xffU));
    }

    std::vector<std::uint8_t> bytes_;
    std::size_t size_ = 0;
};

/// The rows that both bitmaps hold to be valid.
inline Bits both(Validity left, Validity right, std::size_t rows) {
    Bits result;
    for (std::size_t row = 0; row < rows; row += 8) {
        const auto count = std::min<std::size_t>(8, rows - row);
        result.append(static_cast<std::uint8_t>(left.take(row, count) & right.take(row, count)), count);
    }
    return result;
}

} // namespace vermeil::detail
