// SPDX-License-Identifier: MIT
#pragma once
// Reads how surveys went: forms sent and returned.

#include <vermeil/core/reader.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/origins.hpp>
#include <vermeil/evidence/service_of.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace vermeil::detail {

/// The parts of a survey's base cannot exceed what they are parts of.
inline void refuse_more_than_whole(RowReader& row, const SurveyBase& base) {
    namespace field = survey_base_field;
    const auto check = [&](std::size_t at, const auto& part, const auto& whole, const char* what) {
        if (row.ok() && part && whole && *part > *whole) {
            row.reject(at, "more than the " + std::to_string(*whole) + " " + what);
        }
    };
    check(field::undelivered, base.undelivered, base.sent, "sent");
    check(field::returned, base.returned, base.sent, "sent");
    check(field::usable, base.usable, base.returned, "returned");
}

/// Adds the rows of the table to the evidence. Of two rows on one survey, service and quarter the second is a
/// reject.
inline void read_survey_base(const Frame& frame, Evidence& evidence) {
    namespace field = survey_base_field;
    const Reader reader(survey_base_schema(), frame);
    const Origins origins(frame);
    std::set<std::tuple<std::string, std::string, Quarter>> seen;
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        if (reader.is_blank(i)) {
            continue;
        }
        auto row = reader.row(i, evidence.rejects);
        const auto service = service_of(row, field::service, evidence);
        const auto quarter = row.quarter(field::quarter);
        const auto sent = row.whole(field::sent);
        const auto undelivered = row.whole(field::undelivered);
        const auto returned = row.whole(field::returned);
        const auto usable = row.whole(field::usable);
        const auto survey = row.text(field::survey).value_or("");
        const auto known_on = row.date(field::known_on);
        if (!row.ok()) {
            continue;
        }
        SurveyBase base{survey,   *service, *quarter,      sent,    undelivered,
                        returned, usable,   origins.of(i), known_on};
        refuse_more_than_whole(row, base);
        if (row.ok() && !seen.emplace(folded(survey), *service, *quarter).second) {
            row.reject(field::quarter, "this service and quarter stand already in an earlier row");
        }
        if (row.ok()) {
            evidence.survey_bases.push_back(std::move(base));
        }
    }
}

} // namespace vermeil::detail
