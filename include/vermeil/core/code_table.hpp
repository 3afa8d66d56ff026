// SPDX-License-Identifier: MIT
#pragma once
// Numbers for things as they are met: the first is 0, the next new one 1.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Mixes the bits of a number so that any of them decides about all (the finalizer of MurmurHash3, public domain).
constexpr std::uint64_t mixed(std::uint64_t bits) noexcept {
    bits = (bits ^ (bits >> 33U)) * 0xff51afd7ed558ccdULL;
    bits = (bits ^ (bits >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return bits ^ (bits >> 33U);
}

inline std::uint64_t hashed(std::uint64_t key) noexcept { return mixed(key); }

/// The hash of some bytes, eight at a time.
inline std::uint64_t hashed(std::string_view key) noexcept {
    std::uint64_t hash = key.size() * 0x9e3779b97f4a7c15ULL;
    const char* at = key.data();
    std::size_t left = key.size();
    const auto take = [&](std::size_t bytes) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, bytes);
        hash = (hash ^ word) * 0xff51afd7ed558ccdULL;
        hash ^= hash >> 32U;
    };
    for (; left >= 8; left -= 8, at += 8) {
        take(8);
    }
    if (left > 0) {
        take(left);
    }
    return mixed(hash);
}

/// Gives each different key a code, counted from 0 in the order in which keys come.
template <class Key> class CodeTable {
  public:
    CodeTable() : slots_(least_slots) {}

    /// The code of a key, a new one where it was never met.
    std::uint32_t code(const Key& key) {
        const auto hash = hashed(key);
        for (auto at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            auto& slot = slots_[at];
            if (slot.code == empty) {
                slot = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(keys_.size())};
                keys_.push_back(key);
                if (keys_.size() * 2 > slots_.size()) {
                    grow();
                }
                return static_cast<std::uint32_t>(keys_.size() - 1);
            }
            if (slot.tag == static_cast<std::uint32_t>(hash >> 32U) && keys_[slot.code] == key) {
                return slot.code;
            }
        }
    }

    /// The code of a key; nothing where it was never met.
    [[nodiscard]] std::optional<std::uint32_t> find(const Key& key) const {
        const auto hash = hashed(key);
        for (auto at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            const auto& slot = slots_[at];
            if (slot.code == empty) {
                return std::nullopt;
            }
            if (slot.tag == static_cast<std::uint32_t>(hash >> 32U) && keys_[slot.code] == key) {
                return slot.code;
            }
        }
    }

    /// The keys in the order of their codes.
    [[nodiscard]] const std::vector<Key>& keys() const noexcept { return keys_; }

  private:
    static constexpr std::size_t least_slots = 1024;
    static constexpr std::uint32_t empty = 0xffffffff;
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t code = empty;
    };

    void grow() {
        std::vector<Slot> slots(slots_.size() * 2);
        for (std::uint32_t code = 0; code < keys_.size(); ++code) {
            const auto hash = hashed(keys_[code]);
            auto at = hash & (slots.size() - 1);
            while (slots[at].code != empty) {
                at = (at + 1) & (slots.size() - 1);
            }
            slots[at] = {static_cast<std::uint32_t>(hash >> 32U), code};
        }
        slots_ = std::move(slots);
    }

    std::vector<Slot> slots_;
    std::vector<Key> keys_;
};

} // namespace vermeil::detail
