// SPDX-License-Identifier: MIT
#pragma once
// Numbers and texts as bytes that any machine reads alike: little end first.

#include <vermeil/core/error.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil::detail {

/// Writes values one after the other.
class ByteWriter {
  public:
    template <std::unsigned_integral Number> void put(Number number) {
        for (std::size_t i = 0; i < sizeof(Number); ++i) {
            bytes_.push_back(static_cast<char>(static_cast<unsigned char>(number >> (8 * i))));
        }
    }
    void put(std::int32_t number) { put(static_cast<std::uint32_t>(number)); }
    void put(std::int64_t number) { put(static_cast<std::uint64_t>(number)); }
    void put(double number) { put(std::bit_cast<std::uint64_t>(number)); }
    void put(bool truth) { put(static_cast<std::uint8_t>(truth)); }
    void put(std::string_view text) {
        put(std::uint64_t{text.size()});
        bytes_ += text;
    }
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

  private:
    std::string bytes_;
};

/// Reads what a `ByteWriter` wrote.
class ByteReader {
  public:
    /// `what` names the bytes in messages.
    ByteReader(std::string_view bytes, std::string what) : bytes_(bytes), what_(std::move(what)) {}

    /// @throws Error when the bytes end before the value does, as all of these do.
    template <std::unsigned_integral Number> [[nodiscard]] Number number() {
        const auto from = taken(sizeof(Number));
        std::uint64_t made = 0;
        for (std::size_t i = 0; i < sizeof(Number); ++i) {
            made |= std::uint64_t{static_cast<unsigned char>(from[i])} << (8 * i);
        }
        return static_cast<Number>(made);
    }
    [[nodiscard]] std::int32_t signed_32() { return static_cast<std::int32_t>(number<std::uint32_t>()); }
    [[nodiscard]] std::int64_t signed_64() { return static_cast<std::int64_t>(number<std::uint64_t>()); }
    [[nodiscard]] double real() { return std::bit_cast<double>(number<std::uint64_t>()); }
    [[nodiscard]] bool truth() { return number<std::uint8_t>() != 0; }
    [[nodiscard]] std::string_view text() { return taken(number<std::uint64_t>()); }
    /// How many items follow, each of so many bytes at least.
    /// @throws Error when so many cannot follow, before anybody makes room for them.
    [[nodiscard]] std::size_t count(std::size_t least_bytes) {
        const auto items = number<std::uint64_t>();
        if (items > bytes_.size() / least_bytes) {
            throw Error(what_ + ": the bytes end too early, or they are no such bytes");
        }
        return static_cast<std::size_t>(items);
    }
    [[nodiscard]] bool is_at_end() const noexcept { return bytes_.empty(); }

  private:
    std::string_view taken(std::uint64_t size) {
        if (size > bytes_.size()) {
            throw Error(what_ + ": the bytes end too early, or they are no such bytes");
        }
        const auto made = bytes_.substr(0, static_cast<std::size_t>(size));
        bytes_.remove_prefix(static_cast<std::size_t>(size));
        return made;
    }

    std::string_view bytes_;
    std::string what_;
};

} // namespace vermeil::detail
