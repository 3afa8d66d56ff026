// SPDX-License-Identifier: MIT
#pragma once
// Everything a commissioner knows about a market, in typed rows, with what was wrong with the rest.

#include <vermeil/core/error.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/answer_sheet.hpp>
#include <vermeil/evidence/care.hpp>
#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/inspection.hpp>
#include <vermeil/evidence/record.hpp>
#include <vermeil/evidence/reported_count.hpp>
#include <vermeil/evidence/survey.hpp>
#include <vermeil/market/service.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

struct VisitLog; // evidence/visit_log.hpp, which is dear to compile

/// The services there are, what is known of them, and the rows that could not be used.
///
/// An absent table is not an empty one: without an events table nobody knows whether a notice is open.
struct Evidence {
    std::vector<Service> services; ///< in the order of their ids
    std::vector<SurveyCount> survey_counts;
    std::vector<AnswerSheet> sheets; ///< in the order of their services
    std::vector<SurveyBase> survey_bases;
    std::vector<ReportedCount> counts;
    std::vector<Event> events;
    std::vector<Inspection> inspections;
    bool has_events = false;
    bool has_inspections = false;
    std::map<std::string, Records, std::less<>> records; ///< of the other kinds, by the names of their tables
    Care care;                                           ///< packages and their changes
    std::shared_ptr<const VisitLog> visits = nullptr;    ///< null where no log of visits was given
    std::set<std::string, std::less<>> unread{};         ///< tables that were given and could not be read
    Rejects rejects;

    /// The service of that id, or null.
    [[nodiscard]] const Service* find(std::string_view service) const noexcept {
        const auto found = std::lower_bound(services.begin(), services.end(), service,
                                            [](const auto& each, auto id) { return each.id().text() < id; });
        return found != services.end() && found->id().text() == service ? &*found : nullptr;
    }

    /// Whether a table was given and could not be read: the rejects say why, and nobody knows what it held.
    [[nodiscard]] bool is_unread(std::string_view table) const { return unread.contains(table); }

    /// The rows of a table of typed evidence, or null where it was not given.
    [[nodiscard]] const Records* find_records(std::string_view table) const {
        const auto found = records.find(table);
        return found == records.end() ? nullptr : &found->second;
    }
};

} // namespace vermeil
