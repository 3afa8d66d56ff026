// SPDX-License-Identifier: MIT
#pragma once
// Made-up frameworks, each the same on every machine for one seed.

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

/// Draws that depend on the seed alone (the splitmix64 sequence).
class Draws {
  public:
    explicit Draws(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        auto mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }
    /// A whole number from 0 to one less than `count`.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    /// A number from 0 up to 1.
    double share() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    bool chance(double probability) { return share() < probability; }
    template <class Items> auto one_of(const Items& items) { return items[below(std::size(items))]; }

  private:
    std::uint64_t state_;
};

/// What frameworks are wanted: with every mechanism there is, or those that DESIGN's guarantee is about.
struct Wish {
    bool fair =
        false; ///< the default policies, scales that only rise or fall, limiters that bite on bad values
    bool shares = false; ///< every value is the share of its counts
};

/// Round points, odd ones, and none; now and then below zero.
inline double some_points(Draws& draws) {
    constexpr std::array<double, 8> round{0, 100, 50, 80, 65, 33.3, 0.1, -20};
    return draws.chance(0.7) ? draws.one_of(round) : 100 * draws.share();
}

/// Weights whose sums carry rounding errors, and any others.
inline double some_weight(Draws& draws) {
    constexpr std::array<double, 9> round{0.1, 0.2, 0.7, 0.3, 1, 2, 3, 4, 12};
    return draws.chance(0.8) ? draws.one_of(round) : 0.01 + 5 * draws.share();
}

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

/// A test of the members of a node; by bands where all of its groups have some.
inline vermeil::MemberTest some_test(Draws& draws, const Wish& wish, const vermeil::Rules& rules,
                                     const std::string& node) {
    vermeil::MemberTest test;
    test.comparison = static_cast<vermeil::Comparison>(draws.below(5));
    const bool banded = std::all_of(rules.groups.begin(), rules.groups.end(), [&](const auto& group) {
        return group.within != node || !group.bands.empty();
    });
    if (banded && draws.chance(0.5)) {
        test.of = vermeil::Aspect::band;
    } else if (!wish.fair && draws.chance(0.2)) {
        test.of = vermeil::Aspect::n;
    }
    test.threshold = test.of != vermeil::Aspect::value || draws.chance(0.3)
                         ? static_cast<double>(draws.below(5))
                         : (draws.chance(0.5) ? draws.share() : some_points(draws));
    return test;
}

/// Groups within groups; each holds a measure or a group.
inline void add_tree(Draws& draws, const Wish& wish, vermeil::Rules& rules) {
    const auto groups = draws.below(6);
    const auto some_group = [&](std::size_t count) {
        const auto at = draws.below(count + 1);
        return at == count ? std::string() : rules.groups[at].id;
    };
    const auto aggregate = [&] {
        return draws.chance(0.5) ? vermeil::Aggregate::mean : static_cast<vermeil::Aggregate>(draws.below(7));
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

/// Whether an indicator's points rise with its value.
inline bool rises(const vermeil::Scale& scale) {
    return vermeil::points(scale, 1) <= vermeil::points(scale, 1e6);
}

/// What a group's rules may ask about, or those of the whole where there is none; `banded` once its own band is known.
struct Asker {
    const vermeil::Group* group = nullptr;
    bool banded = true;
};

inline std::vector<vermeil::Subject> subjects(const vermeil::Rules& rules, const Asker& asker) {
    std::vector<vermeil::Subject> made;
    for (const auto& id : vermeil::detail::measure_names(rules)) {
        made.push_back({vermeil::Subject::Kind::measure, id});
    }
    for (const auto& group : rules.groups) {
        if (asker.group == nullptr || vermeil::detail::is_inside(rules, group, *asker.group)) {
            made.push_back({vermeil::Subject::Kind::group, group.id});
        }
    }
    if (asker.group == nullptr) {
        made.push_back({vermeil::Subject::Kind::whole, ""});
    }
    return made;
}

/// A subject by its value or score, and now and then by something else of it.
inline vermeil::Subject some_subject(Draws& draws, const vermeil::Rules& rules, const Asker& asker) {
    auto subject = draws.one_of(subjects(rules, asker));
    const auto of = static_cast<vermeil::Aspect>(draws.below(vermeil::aspect_names.size()));
    if (draws.chance(0.5) || !vermeil::has_aspect(subject.kind, of)) {
        return subject;
    }
    const auto* group = subject.kind == vermeil::Subject::Kind::group
                            ? vermeil::detail::find_group(rules, subject.id)
                            : nullptr;
    const bool own = subject.kind != vermeil::Subject::Kind::measure && group == asker.group;
    const bool has_band = (group == nullptr || !group->bands.empty()) && (!own || asker.banded);
    subject.of = of != vermeil::Aspect::band || has_band ? of : subject.of;
    return subject;
}

/// A question about anything, with questions inside it now and then.
inline vermeil::Condition some_condition(Draws& draws, const vermeil::Rules& rules, const Asker& asker,
                                         int depth = 0) {
    const auto comparison = [&] { return static_cast<vermeil::Comparison>(draws.below(5)); };
    if (depth < 2 && draws.chance(0.3)) {
        vermeil::Joining joining{static_cast<vermeil::Joining::How>(draws.below(3)), {}};
        for (std::size_t i = 1 + draws.below(3); i > 0; --i) {
            joining.parts.push_back(some_condition(draws, rules, asker, depth + 1));
        }
        return joining;
    }
    const auto subject = some_subject(draws, rules, asker);
    if (subject.kind != vermeil::Subject::Kind::measure && draws.chance(0.5)) {
        auto node = subject;
        node.of = vermeil::Aspect::value;
        return vermeil::Counting{node, some_test(draws, {}, rules, node.id), comparison(),
                                 static_cast<double>(draws.below(4))};
    }
    const double threshold = subject.of == vermeil::Aspect::band ? static_cast<double>(draws.below(4))
                             : draws.chance(0.3)                 ? draws.share()
                             : draws.chance(0.5)                 ? some_points(draws)
                                                                 : static_cast<double>(draws.below(4));
    vermeil::Comparing comparing{subject, comparison(), threshold};
    if (draws.chance(0.3)) {
        comparing.with = some_subject(draws, rules, asker);
    }
    return comparing;
}

inline vermeil::Limiter some_limiter(Draws& draws, const vermeil::Rules& rules,
                                     const std::vector<vermeil::Band>& bands, const Asker& asker) {
    vermeil::Limiter limiter;
    const bool may_withhold = asker.group == nullptr && draws.chance(0.2);
    limiter.effect = draws.chance(0.2) ? vermeil::Effect::at_most_up
                                       : static_cast<vermeil::Effect>(draws.below(may_withhold ? 6 : 5));
    limiter.band = draws.one_of(bands).name;
    const bool is_always = limiter.effect == vermeil::Effect::at_most_up && draws.chance(0.5);
    limiter.when = is_always ? vermeil::always() : some_condition(draws, rules, asker);
    limiter.because = "a reason";
    limiter.steps = static_cast<std::uint32_t>(1 + draws.below(3));
    return limiter;
}

/// A cap or a forced band that a better value can only lift.
inline vermeil::Limiter fair_limiter(Draws& draws, const vermeil::Rules& rules,
                                     const std::vector<vermeil::Band>& bands) {
    const auto at = draws.below(rules.indicators.size() + rules.facts.size());
    const bool fact = at >= rules.indicators.size();
    const auto& measure = fact ? rules.facts[at - rules.indicators.size()] : rules.indicators[at].measure;
    const bool high_is_bad = fact || std::holds_alternative<vermeil::WordScale>(rules.indicators[at].scale) ||
                             !rises(rules.indicators[at].scale);
    const auto comparison = high_is_bad ? vermeil::Comparison::at_least : vermeil::Comparison::below;
    const auto effect = draws.chance(0.6) ? vermeil::Effect::cap : vermeil::Effect::set;
    const double threshold = draws.chance(0.5) ? static_cast<double>(draws.below(4)) : draws.share();
    return {effect, draws.one_of(bands).name, {measure.id, comparison, threshold}, "a reason", {}};
}

/// A cap that bites where a return is late, an interval reaches far down, a value is old, or a score or a band is bad. A rule
/// about how much is known sees what was withheld, and stands outside of the guarantee.
inline vermeil::Limiter fair_cap(Draws& draws, const vermeil::Rules& rules,
                                 const std::vector<vermeil::Band>& bands, const Asker& asker) {
    auto subject = some_subject(draws, rules, asker);
    while (subject.of == vermeil::Aspect::n || subject.of == vermeil::Aspect::coverage) {
        subject = some_subject(draws, rules, asker);
    }
    const bool high_is_bad = subject.of == vermeil::Aspect::band || subject.of == vermeil::Aspect::late ||
                             subject.of == vermeil::Aspect::quarters_old ||
                             subject.of == vermeil::Aspect::age;
    const auto comparison = high_is_bad ? vermeil::Comparison::at_least : vermeil::Comparison::below;
    const double threshold = subject.of == vermeil::Aspect::band  ? static_cast<double>(1 + draws.below(3))
                             : subject.of == vermeil::Aspect::age ? static_cast<double>(draws.below(900))
                                                                  : draws.share();
    return {vermeil::Effect::cap,
            draws.one_of(bands).name,
            vermeil::Comparing{subject, comparison, threshold},
            "a reason",
            {}};
}

/// Limiters of one node.
inline std::vector<vermeil::Limiter> some_limiters(Draws& draws, const Wish& wish,
                                                   const vermeil::Rules& rules,
                                                   const std::vector<vermeil::Band>& bands,
                                                   const Asker& asker) {
    std::vector<vermeil::Limiter> made;
    for (std::size_t i = draws.below(asker.group != nullptr ? 3 : 5); i > 0; --i) {
        made.push_back(!wish.fair          ? some_limiter(draws, rules, bands, asker)
                       : draws.chance(0.3) ? fair_cap(draws, rules, bands, asker)
                                           : fair_limiter(draws, rules, bands));
    }
    return made;
}

/// Conditions in the place of some cuts.
inline void add_conditions(Draws& draws, const vermeil::Rules& rules, const Asker& asker,
                           std::vector<vermeil::Band>& bands) {
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
        if (draws.chance(0.15)) {
            bands[i].cut.reset();
            bands[i].when = some_condition(draws, rules, {asker.group, false});
        }
    }
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
    return made;
}

} // namespace made_up
