// SPDX-License-Identifier: MIT
#pragma once
// Made-up frameworks, each the same on every machine for one seed.

#include "kernel/made_up_conditions.hpp"
#include "kernel/made_up_draws.hpp"

#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace made_up {

inline vermeil::Scale some_scale(Draws& draws, const Wish& wish, bool rising) {
    const auto kind = draws.below(wish.shares ? 2 : 3);
    std::vector<double> points(2 + draws.below(3));
    for (auto& each : points) {
        each = some_points(draws);
    }
    if (wish.fair) {
        // The first word of a word scale is the best, so that a high position is a bad value.
        std::sort(points.begin(), points.end());
        if (!rising) {
            std::reverse(points.begin(), points.end());
        }
    }
    if (kind == 2) {
        return vermeil::WordScale{points};
    }
    const double widest = wish.shares || kind == 0 ? 1 : 6;
    std::vector<vermeil::ScalePoint> knots;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double at = static_cast<double>(i) / static_cast<double>(points.size() - 1);
        knots.push_back({widest * at, points[i]});
    }
    if (kind == 0) {
        return vermeil::LinearScale{knots};
    }
    const double below = knots.front().points;
    knots.erase(knots.begin());
    return vermeil::StepScale{knots, below};
}

inline vermeil::Measure some_measure(Draws& draws, const std::string& id) {
    constexpr std::array<std::uint32_t, 4> least{0, 0, 5, 10};
    vermeil::Measure measure;
    measure.id = id;
    measure.least_n = draws.one_of(least);
    measure.live = !draws.chance(0.1);
    measure.owed_by = static_cast<vermeil::Owner>(draws.below(4));
    return measure;
}

/// Now and then so many members, or some by name.
inline vermeil::Presence some_presence(Draws& draws, const vermeil::Rules& rules, const std::string& node) {
    vermeil::Presence presence;
    const auto members = vermeil::detail::members_of(rules, node);
    if (draws.chance(0.2)) {
        presence.least_members = static_cast<std::uint32_t>(draws.below(members.size() + 1));
    }
    if (draws.chance(0.2)) {
        presence.required = {draws.one_of(members)};
    }
    return presence;
}

inline void lift(double& points) { points = std::abs(points); }

/// Turns points below 0 round.
inline void lift_scale(vermeil::Scale& scale) {
    if (auto* linear = std::get_if<vermeil::LinearScale>(&scale)) {
        std::for_each(linear->through.begin(), linear->through.end(), [](auto& each) { lift(each.points); });
    } else if (auto* steps = std::get_if<vermeil::StepScale>(&scale)) {
        std::for_each(steps->steps.begin(), steps->steps.end(), [](auto& each) { lift(each.points); });
        lift(steps->below);
    } else {
        auto& points = std::get<vermeil::WordScale>(scale).points;
        std::for_each(points.begin(), points.end(), lift);
    }
}

/// Cuts at round scores, at points that a scale gives, and anywhere, on either side of a tie.
inline std::vector<vermeil::Band> some_bands(Draws& draws) {
    std::vector<double> cuts;
    std::vector<vermeil::Band> bands;
    for (std::size_t i = draws.below(4); i > 0; --i) {
        cuts.push_back(draws.chance(0.5) ? some_points(draws) : 10 * static_cast<double>(draws.below(12)));
    }
    std::sort(cuts.begin(), cuts.end(), std::greater<>());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (const double cut : cuts) {
        const auto tie = draws.chance(0.5) ? vermeil::Tie::in : vermeil::Tie::out;
        bands.push_back({"band " + std::to_string(bands.size()), cut, tie, {}});
    }
    bands.push_back({"the rest", {}, vermeil::Tie::in, {}});
    return bands;
}

/// Bands of a group now and then, some of them with points.
inline void add_group_bands(Draws& draws, vermeil::Group& group) {
    group.bands = draws.chance(0.4) ? some_bands(draws) : group.bands;
    if (draws.chance(0.4)) {
        std::for_each(group.bands.begin(), group.bands.end(),
                      [&](auto& band) { band.points = some_points(draws); });
    }
}

/// Scales of groups, members that nodes need; and no points below 0, of which a geometric mean has none.
inline void add_nodes(Draws& draws, const Wish& wish, vermeil::Rules& rules) {
    for (auto& group : rules.groups) {
        group.presence = some_presence(draws, rules, group.id);
        add_group_bands(draws, group);
        if (draws.chance(0.2)) {
            auto scale = some_scale(draws, Wish{wish.fair, true}, true);
            if (auto* linear = std::get_if<vermeil::LinearScale>(&scale)) {
                std::for_each(linear->through.begin(), linear->through.end(),
                              [](auto& each) { each.value *= 100; });
            } else {
                auto& steps = std::get<vermeil::StepScale>(scale).steps;
                std::for_each(steps.begin(), steps.end(), [](auto& each) { each.value *= 100; });
            }
            group.scale = std::move(scale);
        }
    }
    rules.presence = some_presence(draws, rules, "");
    const bool takes_logarithms = rules.aggregate == vermeil::Aggregate::geometric ||
                                  std::any_of(rules.groups.begin(), rules.groups.end(), [](const auto& each) {
                                      return each.aggregate == vermeil::Aggregate::geometric;
                                  });
    for (auto& group : rules.groups) {
        if (takes_logarithms && group.scale) {
            lift_scale(*group.scale);
        }
    }
    for (auto& indicator : rules.indicators) {
        if (takes_logarithms) {
            lift_scale(indicator.scale);
        }
    }
    for (auto& group : rules.groups) {
        for (auto& band : group.bands) {
            if (takes_logarithms && band.points) {
                lift(*band.points);
            }
        }
    }
}

/// Groups within groups; each holds a measure or a group.
inline void add_tree(Draws& draws, const Wish& wish, vermeil::Rules& rules) {
    const auto groups = draws.below(6);
    const auto some_group = [&](std::size_t count) {
        const auto at = draws.below(count + 1);
        return at == count ? std::string() : rules.groups[at].id;
    };
    const auto aggregate = [&] {
        // Products, which grow beyond nine decimals, are tried by themselves (node_score.test.cpp).
        using enum vermeil::Aggregate;
        constexpr std::array all{mean, sum, minimum, maximum, geometric, spread, count};
        return draws.chance(0.5) ? mean : all.at(draws.below(all.size()));
    };
    const auto rounding = [&]() -> std::optional<vermeil::Rounding> {
        const auto half = static_cast<vermeil::Half>(draws.below(2));
        return draws.chance(0.2)
                   ? std::optional(vermeil::Rounding{half, static_cast<std::uint32_t>(draws.below(3))})
                   : std::nullopt;
    };
    rules.rounding = rounding();
    rules.aggregate = aggregate();
    for (std::size_t i = 0; i < groups; ++i) {
        vermeil::Group group{"g" + std::to_string(i), "", some_group(i), aggregate(), {}, {}, rounding()};
        if (draws.chance(0.5)) {
            group.weight = some_weight(draws);
        }
        rules.groups.push_back(std::move(group));
    }
    // The first measures fill the groups, so that none is empty; the others stand anywhere.
    for (std::size_t i = 0, count = groups + 1 + draws.below(5); i < count; ++i) {
        vermeil::Indicator indicator;
        indicator.measure = some_measure(draws, "m" + std::to_string(i));
        indicator.within = i < groups ? rules.groups[i].id : some_group(groups);
        indicator.weight = some_weight(draws);
        indicator.scale = some_scale(draws, wish, draws.chance(0.7));
        rules.indicators.push_back(std::move(indicator));
    }
    std::reverse(rules.indicators.begin(), rules.indicators.end());
    add_nodes(draws, wish, rules);
}

/// Bands and limiters of some groups, with points now and then, and the tests of counts.
inline void add_group_rules(Draws& draws, const Wish& wish, vermeil::Rules& rules) {
    for (auto& group : rules.groups) {
        auto bands = group.bands;
        if (!wish.fair) {
            add_conditions(draws, rules, {&group}, bands);
        }
        group.bands = std::move(bands);
        if (!group.bands.empty()) {
            group.limiters = some_limiters(draws, wish, rules, group.bands, {&group});
        }
        group.where = some_test(draws, wish, rules, group.id);
    }
    rules.where = some_test(draws, wish, rules, "");
}

inline void add_limiters(Draws& draws, const Wish& wish, vermeil::Rules& rules) {
    for (std::size_t i = draws.below(3); i > 0; --i) {
        rules.facts.push_back(some_measure(draws, "f" + std::to_string(i)));
    }
    add_group_rules(draws, wish, rules);
    if (!wish.fair) {
        add_conditions(draws, rules, {}, rules.bands);
    }
    rules.limiters = some_limiters(draws, wish, rules, rules.bands, {});
}

inline void add_policies(Draws& draws, vermeil::Rules& rules) {
    for (std::size_t i = 1; i < vermeil::state_count; ++i) {
        auto& rule = rules.missing.by_state[i];
        rule.policy = static_cast<vermeil::Policy>(
            draws.below(vermeil::policy_names.size() - 1)); // not peer_mean: it needs norms
        rule.clause = "12.3";
        rule.quarters = 2;
        const bool not_owed = static_cast<vermeil::State>(i) != vermeil::State::not_submitted;
        if (rule.policy == vermeil::Policy::zero && not_owed) {
            rule.policy = vermeil::Policy::interval;
        }
    }
}

/// Some members weigh what a column says, with and without a number for those of whom it says nothing.
inline void add_weights(Draws& draws, vermeil::Rules& rules) {
    rules.facts.push_back(some_measure(draws, "beds"));
    const auto names = vermeil::detail::measure_names(rules);
    const auto weigh = [&](auto& member) {
        if (draws.chance(0.4)) {
            const auto otherwise =
                draws.chance(0.7) ? std::optional(static_cast<double>(draws.below(3))) : std::nullopt;
            member.weight = std::nullopt;
            member.weighed_by =
                vermeil::WeightColumn{draws.chance(0.6) ? "beds" : draws.one_of(names), otherwise};
        }
    };
    std::for_each(rules.indicators.begin(), rules.indicators.end(), weigh);
    std::for_each(rules.groups.begin(), rules.groups.end(), weigh);
}

/// A framework that `Framework` accepts.
inline vermeil::Rules rules(Draws& draws, const Wish& wish = {}) {
    constexpr std::array<double, 6> least{0, 0.3, 0.5, 0.6, 0.7, 1};
    vermeil::Rules made;
    made.edition.id = "made-up";
    made.edition.edition = "1";
    made.edition.published_on = vermeil::Date(2024, 1, 1);
    made.edition.effective_from = vermeil::Date(2024, 4, 1);
    made.higher_is = draws.chance(0.3) ? vermeil::Face::worse : vermeil::Face::better;
    made.open = draws.chance(0.3) ? vermeil::Open::lowest : vermeil::Open::not_rated;
    made.least_coverage = draws.one_of(least);
    add_tree(draws, wish, made);
    made.bands = some_bands(draws);
    add_limiters(draws, wish, made);
    if (!wish.fair) {
        add_policies(draws, made);
    }
    if (!wish.fair && draws.chance(0.25)) {
        add_weights(draws, made);
    }
    return made;
}

} // namespace made_up
