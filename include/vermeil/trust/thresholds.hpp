// SPDX-License-Identifier: MIT
#pragma once
// The numbers that the conditions of a framework compare measures and scores with.

#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/tree_checks.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// One comparison with a number, and where it stands.
struct Asked {
    Subject subject;
    Comparison comparison = Comparison::is;
    double number = 0;
    Place place;
    std::string of; ///< the band or the limiter's reason
};

/// Whether a member with that `within` stands directly in a node.
inline bool stands_in(const std::string& within, const Subject& node) {
    return node.kind == Subject::Kind::whole ? within.empty() : within == node.id;
}

/// Whether a member with that `within` belongs to a node, however deep.
inline bool belongs(const Rules& rules, std::string within, const Subject& node) {
    while (node.kind == Subject::Kind::group && within != node.id && !within.empty()) {
        const auto* group = find_group(rules, within);
        within = group != nullptr ? group->within : "";
    }
    return node.kind == Subject::Kind::whole || within == node.id;
}

/// The measures and groups that stand directly in a node.
inline std::vector<Subject> members_of(const Rules& rules, const Subject& node) {
    std::vector<Subject> members;
    for (const auto& indicator : rules.indicators) {
        if (stands_in(indicator.within, node)) {
            members.push_back({Subject::Kind::measure, indicator.measure.id});
        }
    }
    for (const auto& group : rules.groups) {
        if (stands_in(group.within, node)) {
            members.push_back({Subject::Kind::group, group.id});
        }
    }
    return members;
}

/// What a test asks of a member: of a measure the place of its word is its value.
inline Subject tested(Subject member, Aspect of) {
    const bool is_word = of == Aspect::band && member.kind == Subject::Kind::measure;
    member.of = is_word ? Aspect::value : of;
    return member;
}

/// Adds the comparisons of one condition; `like` says where it stands.
inline void add_asked(const Rules& rules, const Condition& condition, const Asked& like,
                      std::vector<Asked>& asked) {
    auto made = like;
    if (const auto* comparing = std::get_if<Comparing>(&condition.question)) {
        if (const auto* number = std::get_if<double>(&comparing->with)) {
            made.subject = comparing->subject;
            made.comparison = comparing->comparison;
            made.number = *number;
            asked.push_back(made);
        }
    } else if (const auto* counting = std::get_if<Counting>(&condition.question)) {
        made.comparison = counting->where.comparison;
        made.number = counting->where.threshold;
        for (const auto& member : members_of(rules, counting->node)) {
            made.subject = tested(member, counting->where.of);
            asked.push_back(made);
        }
    } else {
        for (const auto& part : std::get<Joining>(condition.question).parts) {
            add_asked(rules, part, like, asked);
        }
    }
}

/// Adds the cuts and conditions of the bands of a node, and what its limiters ask.
inline void add_asked_of(const Rules& rules, const Subject& node, const std::vector<Band>& bands,
                         const std::vector<Limiter>& limiters, std::vector<Asked>& asked) {
    for (const auto& band : bands) {
        Asked like;
        like.subject = node;
        like.place = band.place;
        like.of = band.name;
        if (band.when) {
            add_asked(rules, *band.when, like, asked);
        } else if (band.cut) {
            like.comparison = band.tie == Tie::in ? Comparison::at_least : Comparison::above;
            like.number = *band.cut;
            asked.push_back(like);
        }
    }
    for (const auto& limiter : limiters) {
        Asked like;
        like.place = limiter.place;
        like.of = limiter.because;
        add_asked(rules, limiter.when, like, asked);
    }
}

/// All comparisons with numbers, the cuts of bands among them, node by node; cuts that are percentiles are no numbers.
inline std::vector<Asked> all_asked(const Rules& rules) {
    std::vector<Asked> asked;
    const auto by_scores = [](std::vector<Band> bands, const Cuts& cuts) {
        for (auto& band : bands) {
            band.cut = cuts.by == Cuts::By::scores ? band.cut : std::nullopt;
        }
        return bands;
    };
    add_asked_of(rules, {Subject::Kind::whole, ""}, by_scores(rules.bands, rules.cuts), rules.limiters,
                 asked);
    for (const auto& group : rules.groups) {
        add_asked_of(rules, {Subject::Kind::group, group.id}, by_scores(group.bands, group.cuts),
                     group.limiters, asked);
    }
    return asked;
}

} // namespace vermeil::detail
