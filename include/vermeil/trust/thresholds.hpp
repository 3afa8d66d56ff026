// SPDX-License-Identifier: MIT
#pragma once
// The numbers that the conditions of a framework compare measures and scores with.

#include <vermeil/framework/rules.hpp>

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
        made.comparison = counting->member;
        made.number = counting->threshold;
        for (const auto& member : members_of(rules, counting->node)) {
            made.subject = member;
            asked.push_back(made);
        }
    } else {
        for (const auto& part : std::get<Joining>(condition.question).parts) {
            add_asked(rules, part, like, asked);
        }
    }
}

/// All comparisons with numbers, the cuts of bands among them, in the order of the file.
inline std::vector<Asked> all_asked(const Rules& rules) {
    std::vector<Asked> asked;
    for (const auto& band : rules.bands) {
        Asked like;
        like.subject.kind = Subject::Kind::whole;
        like.place = band.place;
        like.of = band.name;
        if (band.when) {
            add_asked(rules, *band.when, like, asked);
        } else if (band.cut && rules.cuts.by == Cuts::By::scores) {
            asked.push_back(like);
            asked.back().comparison = band.tie == Tie::in ? Comparison::at_least : Comparison::above;
            asked.back().number = *band.cut;
        }
    }
    for (const auto& limiter : rules.limiters) {
        Asked like;
        like.place = limiter.place;
        like.of = limiter.because;
        add_asked(rules, limiter.when, like, asked);
    }
    return asked;
}

} // namespace vermeil::detail
