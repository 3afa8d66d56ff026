// SPDX-License-Identifier: MIT
#pragma once
// Which chart a series is drawn on.

#include <vermeil/core/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vermeil {

/// The charts. What a point plots follows from the kind: the value itself, or a count over its base.
enum class ChartKind : std::uint8_t {
    run,     ///< any number, against its median; no limits
    xmr,     ///< any number, one a period, with limits from the moving range
    mr,      ///< the moving range of any number
    xbar,    ///< the mean of a subgroup of readings
    s,       ///< the standard deviation of a subgroup of readings
    p,       ///< a share: a count of n
    p_prime, ///< a share whose base is large, with limits from how it really moves (Laney)
    u,       ///< a rate: a count over an exposure that varies
    u_prime, ///< a rate whose exposure is large, with limits from how it really moves (Laney)
    c,       ///< a count over an exposure that does not vary
    g,       ///< the number of cases between two rare events
    t        ///< the time between two rare events
};

/// The names of the kinds, in their order.
inline constexpr std::array<std::string_view, 12> chart_kind_names{
    "run", "xmr", "mr", "xbar", "s", "p", "p_prime", "u", "u_prime", "c", "g", "t"};

inline std::string_view to_string(ChartKind kind) {
    return chart_kind_names.at(static_cast<std::size_t>(kind));
}

/// The kind of that name.
/// @throws Error when there is none; the message lists them.
inline ChartKind parse_chart_kind(std::string_view name) {
    for (std::size_t i = 0; i < chart_kind_names.size(); ++i) {
        if (chart_kind_names[i] == name) {
            return static_cast<ChartKind>(i);
        }
    }
    throw Error("no chart " + quoted(name) + "; the charts are " + one_of(chart_kind_names));
}

/// Whether a chart plots a count over a base, which each point must then bring.
constexpr bool needs_base(ChartKind kind) {
    return kind == ChartKind::p || kind == ChartKind::p_prime || kind == ChartKind::u ||
           kind == ChartKind::u_prime;
}
/// Whether a chart plots subgroups of readings, each with a size and a standard deviation.
constexpr bool needs_subgroups(ChartKind kind) { return kind == ChartKind::xbar || kind == ChartKind::s; }
/// Whether what a chart plots is a share, which lies from 0 to 1.
constexpr bool is_share(ChartKind kind) { return kind == ChartKind::p || kind == ChartKind::p_prime; }
/// Whether the values of a chart are counts, whole and 0 or more.
constexpr bool is_count(ChartKind kind) { return needs_base(kind) || kind == ChartKind::c; }

} // namespace vermeil
