// SPDX-License-Identifier: MIT
#pragma once
// Questions and limiters of made-up frameworks.

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

} // namespace made_up
