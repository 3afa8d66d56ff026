// SPDX-License-Identifier: MIT
#pragma once
// Who may be called when care is needed, in the order of the lots, and who may not and why.

#include <vermeil/market/market.hpp>
#include <vermeil/risk/escalation.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// Whether new care may be offered.
enum class MayCall : std::uint8_t {
    yes,
    ask, ///< nobody can say for sure: ask before you call
    no
};

inline constexpr std::array<std::string_view, 3> may_call_names{"yes", "ask", "no"};

inline std::string_view to_string(MayCall may) { return may_call_names.at(static_cast<std::size_t>(may)); }

/// One service with a place in a lot, and whether it may be called.
struct BrokerLine {
    const Award* award = nullptr;
    const Service* service = nullptr; ///< null where no service of the provider is open
    MayCall may_call = MayCall::yes;
    std::vector<std::string> why{}; ///< what stands against it, or is doubtful; empty where nothing does
};

namespace detail {

/// What the ladder and the embargoes have against calling one of them.
inline void weigh_call(const Ladder& ladder, const Escalation& stands, const Concerned& whom,
                       BrokerLine& line) {
    const std::string who = whom.is_provider ? "the provider" : "the service";
    const auto add = [&](MayCall may, std::string why) {
        line.may_call = std::max(line.may_call, may);
        line.why.push_back(std::move(why));
    };
    if (const auto* embargo = stands.embargoes.find(whom)) {
        add(MayCall::no, who + " is under an embargo" +
                             (embargo->from ? " since " + to_string(*embargo->from) : "") +
                             (embargo->reason.empty() ? "" : ": " + embargo->reason) +
                             (embargo->doubt.empty() ? "" : " (" + embargo->doubt + ")"));
    }
    const auto* standing = stands.find(whom);
    if (standing == nullptr) {
        return;
    }
    if (!standing->step) {
        add(MayCall::ask,
            "nobody can say on which step " + who + " stands: " + separated(standing->doubts, "; "));
    } else if (!ladder.steps()[*standing->step].takes_care) {
        add(MayCall::no, who + " stands on " + ladder.steps()[*standing->step].name +
                             (standing->since ? " since " + to_string(*standing->since) : ""));
    }
}

} // namespace detail

/// A line for each award that holds on the day and each open service of its provider, in the order of offers.
///
/// `no` under an embargo or on a step that takes no care, of the service or of its provider; `ask` where that is not known,
/// as it is of everybody when no table tells of embargoes.
inline std::vector<BrokerLine> broker_view(const Ladder& ladder, const Escalation& stands,
                                           const Market& market) {
    std::map<ProviderId, std::vector<const Service*>> open;
    for (const auto& service : market.services()) {
        if (service.is_open_on(stands.as_of)) {
            open[service.provider()].push_back(&service);
        }
    }
    std::vector<BrokerLine> lines;
    for (const auto& award : market.awards()) {
        if (!award.period().contains(stands.as_of)) {
            continue;
        }
        const auto before = lines.size();
        for (const auto* service : open[award.provider()]) {
            lines.push_back({&award, service});
        }
        if (lines.size() == before) {
            lines.push_back({&award, nullptr, MayCall::no, {"no service of the provider is open"}});
        }
        for (auto at = before; at < lines.size(); ++at) {
            auto& line = lines[at];
            if (!stands.embargoes.known) {
                line.may_call = std::max(line.may_call, MayCall::ask);
                line.why.emplace_back("no table tells of embargoes");
            }
            detail::weigh_call(ladder, stands, {true, award.provider().text()}, line);
            if (line.service != nullptr) {
                detail::weigh_call(ladder, stands, {false, line.service->id().text()}, line);
            }
        }
    }
    return lines;
}

} // namespace vermeil
