// SPDX-License-Identifier: MIT
#pragma once
// Checks of an edition: its dates, its contracts, and whether it overlaps another.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/timetable.hpp>
#include <vermeil/trust/lint_subject.hpp>

#include <algorithm>
#include <string>

namespace vermeil::detail {

/// An edition published after it began, one that names no contract, one that nobody approved.
inline void lint_edition(const LintSubject& about) {
    const auto& edition = about.rules.edition;
    const auto& place = about.rules.place;
    if (*edition.published_on > *edition.effective_from) {
        const auto first = first_quarter(edition);
        about.find(LintRule::published_after_start, place, "",
                   "published on " + to_string(*edition.published_on) + ", yet it applies from " +
                       to_string(*edition.effective_from),
                   words("providers could not know its rules before " + to_string(first) + " began on " +
                         to_string(first.first_day())),
                   "let it apply to quarters that begin after its publication");
    }
    if (edition.contracts.empty()) {
        about.find(LintRule::no_contract, place, "", "the edition names no contract",
                   words("it would rate the services of every contract"),
                   "name the contracts whose services it rates: contracts = [\"...\"]");
    }
    if (edition.approved_by.empty()) {
        about.find(LintRule::not_approved, place, "", "nobody is named as having approved it",
                   words("there is no approved_by"), "say approved_by = \"...\"");
    }
}

/// The first contract that two editions both rate, in quotes; empty where there is none.
inline std::string shared_contract(const Edition& left, const Edition& right) {
    if (left.contracts.empty() || right.contracts.empty()) {
        return left.contracts.empty() && right.contracts.empty()
                   ? "every contract"
                   : quoted((left.contracts.empty() ? right : left).contracts.front());
    }
    const auto shared = std::find_if(left.contracts.begin(), left.contracts.end(),
                                     [&](const auto& each) { return rates(right, ContractId(each)); });
    return shared == left.contracts.end() ? "" : quoted(*shared);
}

/// How two editions overlap, in words; empty where a timetable can hold both.
inline std::string overlap(const Rules& own, const Rules& other) {
    const auto& left = own.edition;
    const auto& right = other.edition;
    const auto contract = shared_contract(left, right);
    const bool same_scheme = left.id == right.id;
    if (same_scheme && left.edition == right.edition) {
        return "both are edition " + quoted(left.edition) + " of " + quoted(left.id);
    }
    if (contract.empty()) {
        return "";
    }
    if (same_scheme && left.effective_from == right.effective_from) {
        return "both are effective from " + to_string(*left.effective_from) + " for " + contract;
    }
    if (same_scheme && first_quarter(left) == first_quarter(right)) {
        return "both apply first in " + to_string(first_quarter(left)) + " to " + contract;
    }
    if (!same_scheme && own.higher_is == other.higher_is) {
        const auto from = std::max(first_quarter(left), first_quarter(right));
        return "both rate " + contract + " from " + to_string(from) + ", each by rules of its own";
    }
    return "";
}

/// Editions that claim the same contract at the same time.
inline void lint_overlaps(const LintSubject& about) {
    for (const auto& other : about.others) {
        const auto& edition = other.rules().edition;
        const auto how = overlap(about.rules, other.rules());
        if (!how.empty()) {
            about.find(LintRule::edition_overlaps, about.rules.place, edition.edition,
                       "overlaps edition " + quoted(edition.edition) + " of " + quoted(edition.id) + " (" +
                           to_string(other.rules().place) + ")",
                       words(how), "give each edition its own name, contracts or day from which it applies");
        }
    }
}

} // namespace vermeil::detail
