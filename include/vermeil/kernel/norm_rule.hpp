// SPDX-License-Identifier: MIT
#pragma once
// The rule that a norm was found by, in words: what saved norms and the rules that ask for them must agree on.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/relative_scale.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/tree_checks.hpp>
#include <vermeil/kernel/norms.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

inline std::string numbers_text(const std::vector<double>& numbers) {
    std::string text;
    for (const double each : numbers) {
        text += (text.empty() ? "" : ", ") + shortest(each);
    }
    return "[" + text + "]";
}

inline std::string type_text(std::uint32_t type) { return type == 7 ? "" : ", type " + std::to_string(type); }

inline std::string winsorising_text(const Winsorising& held) {
    if (const auto* quantiles = std::get_if<HeldAtQuantiles>(&held)) {
        return ", held at quantiles " + numbers_text({quantiles->lower, quantiles->upper}) +
               type_text(quantiles->type);
    }
    if (const auto* deviations = std::get_if<HeldAtDeviations>(&held)) {
        return ", held at deviations " + shortest(deviations->most);
    }
    if (const auto* fences = std::get_if<HeldAtFences>(&held)) {
        return ", held at fences " + shortest(fences->most) + type_text(fences->type);
    }
    if (const auto* skewed = std::get_if<HeldWhileSkewed>(&held)) {
        const auto most = static_cast<double>(skewed->most);
        return ", held while skewed " + numbers_text({skewed->skewness, skewed->kurtosis, most});
    }
    return "";
}

inline std::string among_text(const std::string& peers, bool by_members) {
    return by_members ? ", peers same_members" : peers.empty() ? "" : ", peers " + peers;
}

/// What a scale says of deviations, ranks and edges beyond what holds where nothing is said.
inline std::string manner_text(const RelativeScale& scale) {
    const auto named = [](const auto& names, auto each, const std::string& key) {
        const auto position = static_cast<std::size_t>(each);
        return position == 0 ? "" : ", " + key + " " + std::string(names.at(position));
    };
    return named(deviation_names, scale.deviation, "deviation") + named(ties_names, scale.ties, "ties") +
           named(rank_share_names, scale.share, "share") + (scale.passes ? ", edge passed" : "") +
           type_text(scale.type);
}

inline std::string norm_rule(const RelativeScale& scale) {
    return std::string(relative_names.at(static_cast<std::size_t>(scale.kind))) + " " +
           numbers_text(scale.points) + winsorising_text(scale.winsorising) +
           (scale.logarithmic ? ", log" : "") + (scale.at.empty() ? "" : ", at " + numbers_text(scale.at)) +
           (scale.from ? ", from " + shortest(*scale.from) : "") +
           (scale.until ? ", until " + shortest(*scale.until) : "") + manner_text(scale) +
           among_text(scale.peers, scale.by_members);
}

inline std::string norm_rule(const Cuts& cuts, const std::vector<Band>& bands) {
    std::vector<double> each;
    for (const auto& band : bands) {
        each.push_back(cuts.by == Cuts::By::ranks ? band.first : band.cut.value_or(0));
    }
    return "cuts by " + std::string(cuts_names.at(static_cast<std::size_t>(cuts.by))) + " " +
           numbers_text(each) + type_text(cuts.type) + among_text(cuts.peers, cuts.by_members);
}

/// The rule by which a norm of one kind is found for a subject; nothing where the rules ask for no such norm.
template <class Kind> std::string norm_rule(const Rules& rules, const Subject& subject) {
    if constexpr (std::same_as<Kind, PeerMean>) {
        const auto& states = rules.missing.by_state;
        const auto asks = std::find_if(states.begin(), states.end(),
                                       [](const auto& each) { return each.policy == Policy::peer_mean; });
        return asks == states.end() ? "" : "peer_mean" + among_text(asks->peers, false);
    } else if (subject.kind == Subject::Kind::whole) {
        return norm_rule(rules.cuts, rules.bands);
    } else if (subject.kind == Subject::Kind::group) {
        const auto* group = find_group(rules, subject.id);
        if constexpr (std::same_as<Kind, PeerCuts>) {
            return group == nullptr ? "" : norm_rule(group->cuts, group->bands);
        } else {
            return group == nullptr || !group->relative ? "" : norm_rule(*group->relative);
        }
    } else {
        const auto found =
            std::find_if(rules.indicators.begin(), rules.indicators.end(),
                         [&](const auto& indicator) { return indicator.measure.id == subject.id; });
        return found == rules.indicators.end() || !found->relative ? "" : norm_rule(*found->relative);
    }
}

} // namespace vermeil::detail
