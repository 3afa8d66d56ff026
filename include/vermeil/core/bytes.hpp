// SPDX-License-Identifier: MIT
#pragma once
// Numbers and texts as bytes that any machine reads alike, little end first, with a sum that tells whether they were changed.

#include <vermeil/core/error.hpp>

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil::detail {

/// A sum of bytes (FNV-1a of 64 bits): bytes that differ in one place never have the same, others hardly ever.
/// Source: Fowler, Noll and Vo, as in RFC 9923.
inline std::uint64_t sum_of_bytes(std::string_view bytes) noexcept {
    std::uint64_t sum = 14'695'981'039'346'656'037ULL;
    for (const char byte : bytes) {
        sum = (sum ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211ULL;
    }
    return sum;
}

/// Writes values one after the other.
class ByteWriter {
  public:
    ByteWriter() = default;
    /// `title` says what the bytes are and which version wrote them.
    explicit ByteWriter(std::string_view title) { put(title); }

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
    /// What was written, and its sum.
    [[nodiscard]] std::string sealed() {
        put(sum_of_bytes(bytes_));
        return std::move(bytes_);
    }

  private:
    std::string bytes_;
};

/// Reads what a `ByteWriter` wrote.
class ByteReader {
  public:
    /// `what` names the bytes in messages.
    ByteReader(std::string_view bytes, std::string what) : bytes_(bytes), what_(std::move(what)) {}
    /// Reads what was written under a title and sealed, from behind the title on.
    /// @throws Error when the bytes bear another title, or are not just those that were written.
    ByteReader(std::string_view bytes, std::string what, std::string_view title)
        : ByteReader(bytes, std::move(what)) {
        if (text() != title) {
            throw Error(what_ + ": these bytes are none, or another version wrote them");
        }
        const auto kept = bytes.size() - std::min(bytes.size(), sizeof(std::uint64_t));
        if (bytes_.size() < sizeof(std::uint64_t) ||
            ByteReader(bytes.substr(kept), what_).number<std::uint64_t>() !=
                sum_of_bytes(bytes.substr(0, kept))) {
            throw Error(what_ +
                        ": these bytes are cut off or were changed since they were written; the sum at "
                        "their end does not fit");
        }
        bytes_.remove_suffix(sizeof(std::uint64_t));
    }

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
