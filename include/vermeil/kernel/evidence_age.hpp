// SPDX-License-Identifier: MIT
#pragma once
// How old the evidence beneath a rating is.

#include <vermeil/core/snap.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The age of what a rating rests on, in days at the day as of which its measures hold. Absent values have no age.
struct EvidenceAge {
    std::optional<std::int32_t>
        oldest; ///< of anything present, facts included; nothing where no day is known
    std::optional<std::int32_t> median; ///< half of the weight whose age is known is this old or younger
    double known = 0;                   ///< the weight whose age is known / the weight with data, 0 to 1
    friend bool operator==(const EvidenceAge&, const EvidenceAge&) = default;
};

/// `evidence up to 412 days old, half of the weight 90 days or younger`; empty where no age is known.
inline std::string age_text(const EvidenceAge& age) {
    if (!age.oldest) {
        return {};
    }
    auto text = "evidence up to " + std::to_string(*age.oldest) + " days old";
    if (age.median) {
        text += ", half of the weight " + std::to_string(*age.median) + " days or younger";
    }
    return age.known < 1
               ? text + "; no day is known for " + as_percent(1 - age.known) + " of the weight with data"
               : text;
}

namespace detail {

/// Whether a group counts in its parent as if its members stood there themselves.
inline bool only_heads(const Group& group) {
    return group.aggregate == Aggregate::mean && !group.weight && !group.weighed_by && !group.rounding &&
           !group.scale && !group.relative && !group.presence.asks();
}

/// What weighs in a node: measures by position, and groups.
struct WeightIn {
    double weight = 0;
    std::size_t indicator = 0;
    const Group* group = nullptr;
};

inline void collect_weights(const std::same_as<Rules> auto& rules, const std::string& node,
                            std::vector<WeightIn>& into) {
    for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
        const auto& each = rules.indicators[i];
        if (each.within == node && each.measure.live) {
            into.push_back({each.weight.value_or(1), i, nullptr});
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == node && only_heads(group)) {
            collect_weights(rules, group.id, into);
        } else if (group.within == node) {
            into.push_back({group.weight.value_or(1), 0, &group});
        }
    }
}

inline void spread_weight(const std::same_as<Rules> auto& rules, const std::string& node, double share,
                          std::vector<double>& weights) {
    std::vector<WeightIn> members;
    collect_weights(rules, node, members);
    double sum = 0;
    for (const auto& each : members) {
        sum += each.weight;
    }
    for (const auto& each : members) {
        const double own = share * each.weight / sum;
        if (each.group != nullptr) {
            spread_weight(rules, each.group->id, own, weights);
        } else {
            weights[each.indicator] = own;
        }
    }
}

/// The age, and what of the weight has it.
struct AgedWeight {
    std::int32_t age = 0;
    double weight = 0;
};

/// The youngest age at which half of the weight is reached; nothing where there is no weight.
inline std::optional<std::int32_t> weighted_median(auto& ages) {
    std::stable_sort(ages.begin(), ages.end(),
                     [](const auto& left, const auto& right) { return left.age < right.age; });
    double all = 0;
    for (const auto& each : ages) {
        all += each.weight;
    }
    double reached = 0;
    for (const auto& each : ages) {
        reached += each.weight;
        if (snapped(2 * reached) >= snapped(all)) {
            return each.age;
        }
    }
    return std::nullopt;
}

} // namespace detail

/// The share of the whole that each measure of a framework weighs where all of them apply, in the order of `measures()`; 0
/// for facts and for what is not live.
inline std::vector<double> weights_in_whole(const std::same_as<Framework> auto& framework) {
    std::vector<double> weights(framework.measures().size(), 0.0);
    detail::spread_weight(framework.rules(), "", 1, weights);
    return weights;
}

/// Tells the ages of rows of measures.
class AgeMeter {
  public:
    explicit AgeMeter(const std::same_as<Framework> auto& framework) : weights_(weights_in_whole(framework)) {
        for (const auto& measure : framework.measures()) {
            least_n_.push_back(measure.live ? std::optional(measure.asked_n()) : std::nullopt);
        }
    }

    /// The age of one row of the columns, which are in the order of the framework's measures. A day after `as_of` is as
    /// good as none. Without `as_of` nothing has an age.
    [[nodiscard]] EvidenceAge age(const std::convertible_to<std::span<const MeasureColumn>> auto& columns,
                                  std::size_t row, std::optional<Date> as_of) const {
        EvidenceAge found;
        std::vector<detail::AgedWeight> ages;
        double with_data = 0;
        double aged = 0;
        for (std::size_t m = 0; m < columns.size(); ++m) {
            if (!is_present(m, columns[m], row)) {
                continue;
            }
            with_data += weights_[m];
            const auto day = columns[m].day.empty() ? no_day : columns[m].day[row];
            if (!as_of || day == no_day || day > day_number(*as_of)) {
                continue;
            }
            const auto age = day_number(*as_of) - day;
            found.oldest = std::max(found.oldest.value_or(0), age);
            if (weights_[m] > 0) {
                ages.push_back({age, weights_[m]});
                aged += weights_[m];
            }
        }
        found.median = detail::weighted_median(ages);
        found.known = with_data > 0 ? snapped(aged / with_data) : 0;
        return found;
    }

  private:
    [[nodiscard]] bool is_present(std::size_t m, const MeasureColumn& column, std::size_t row) const {
        return least_n_[m] && !column.state.empty() && column.state[row] == State::present &&
               (column.n.empty() || column.n[row] >= *least_n_[m]);
    }

    std::vector<double> weights_;
    std::vector<std::optional<std::uint32_t>> least_n_; // nothing where the measure is not live
};

} // namespace vermeil
