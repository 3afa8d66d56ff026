// SPDX-License-Identifier: MIT
#pragma once
// Which peers a service belongs to.

#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace vermeil {

/// The position of a group of peers among those that norms know; a service whose peers nobody knows has `no_peers`.
using PeerIndex = std::uint32_t;
inline constexpr PeerIndex no_peers = std::numeric_limits<PeerIndex>::max();

/// Groups of peers that one fact tells apart, or the number of members.
struct PeerGroups {
    /// In the place of a fact: peers have as many members of a node with data.
    static constexpr std::size_t same_members = std::numeric_limits<std::size_t>::max();
    std::size_t fact = 0;       ///< position of the fact among the framework's measures
    std::vector<double> values; ///< of the fact, one for each group, rising

    friend bool operator==(const PeerGroups&, const PeerGroups&) = default;

    /// The position of the group with that value.
    [[nodiscard]] PeerIndex index(double value) const noexcept {
        const auto found = std::lower_bound(values.begin(), values.end(), value);
        return found != values.end() && *found == value ? static_cast<PeerIndex>(found - values.begin())
                                                        : no_peers;
    }
};

/// Something for each group of peers, or one for all services.
template <class T> struct ByPeers {
    static constexpr std::size_t everybody = std::numeric_limits<std::size_t>::max();
    std::size_t groups = everybody; ///< position of the groups among a program's
    std::vector<T> each;            ///< one for all, or one for each group

    [[nodiscard]] bool splits() const noexcept { return groups != everybody; }
};

} // namespace vermeil
