// SPDX-License-Identifier: MIT
#pragma once
// Adds members whose weight is that of the row.

#include <vermeil/framework/group.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/sums.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace vermeil::detail {

/// What a member is to the node around it, beside its sums.
struct MemberOf {
    const WeightPlan& weighed_by;
    Aggregate parent;
    bool required = false;
};

/// Adds members whose weight is that of the row, row by row, and notes the rows in which a weight is not known.
template <std::size_t Rows> class Weigher {
  public:
    Weigher(const Program& program, CellSource<Rows>& source) : program_(program), source_(source) {}

    /// Forgets what was noted of the rows before.
    void clear(std::size_t count) { std::fill_n(unknown_.begin(), count, std::uint8_t{0}); }

    /// Whether a weight that matters is not known.
    [[nodiscard]] bool is_unknown(std::size_t i) const noexcept { return unknown_[i] != 0; }

    /// The weight of a row; nothing where the column has none and the rules name none.
    [[nodiscard]] std::optional<double> weight(const WeightPlan& by, std::size_t row) {
        const auto cell = source_.cell(by.measure, row, source_.states(by.measure, row, 1)[0]);
        return cell.state == State::present && cell.value >= 0 ? std::optional(cell.value) : by.otherwise;
    }

    /// Whether the weight of the first row in work is known, as far as it matters.
    [[nodiscard]] bool is_known(const std::optional<WeightPlan>& by, const Sums<Rows>& own, std::size_t row) {
        return !by || !(own.live[0] > 0) || weight(*by, row);
    }

    /// Adds the sums of one member to those of its node. One that is left out has no weight to be known.
    void add(const MemberOf& member, const Sums<Rows>& own, std::size_t first, std::size_t count,
             Sums<Rows>& parent) {
        const bool stretches = program_.stretches();
        for (std::size_t i = 0; i < count; ++i) {
            const bool due = own.due(stretches)[i] > 0;
            const auto known = own.live[i] > 0 ? weight(member.weighed_by, first + i) : std::optional(0.0);
            const double weight = known.value_or(0);
            unknown_[i] |= mask(!known);
            if (program_.counts_members()) {
                parent.members[i] += own.known[i] > 0 ? 1 : 0;
                parent.required[i] += member.required && own.known[i] > 0 ? 1 : 0;
            }
            if (due && weight > 0) {
                add_points(member.parent, weight, own, i, parent);
            }
            parent.known[i] += weight * (own.known[i] / above_zero(own.live[i]));
            parent.live[i] += weight;
            if (stretches) {
                parent.stretched[i] += due ? weight : 0;
            }
        }
    }

  private:
    static void add_points(Aggregate aggregate, double weight, const Sums<Rows>& own, std::size_t i,
                           Sums<Rows>& parent) {
        if (is_extreme(aggregate)) {
            parent.keep_extreme(aggregate == Aggregate::minimum, i, own.low[i], own.high[i]);
        } else if (multiplies(aggregate)) {
            parent.low[i] += weight * std::log(own.low[i]);
            parent.high[i] += weight * std::log(own.high[i]);
        } else {
            parent.low[i] += weight * own.low[i];
            parent.high[i] += weight * own.high[i];
        }
    }

    const Program& program_;
    CellSource<Rows>& source_;
    ByteLane<Rows> unknown_{};
};

} // namespace vermeil::detail
