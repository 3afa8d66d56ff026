// SPDX-License-Identifier: MIT
#pragma once
// Reads survey answers in the three forms in which councils keep them: counts, wide counts, answer sheets.

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <vermeil/core/reader.hpp>
#include <vermeil/evidence/evidence.hpp>

namespace vermeil::detail {

/// The service of a row; a reject where the register does not know it.
inline std::optional<std::string> known_service(RowReader& row, const Evidence& evidence) {
    auto service = row.text(0);
    if (service && evidence.find(*service) == nullptr) {
        row.reject(0, "no such service among the " + std::to_string(evidence.services.size()) + " in the services table");
        return std::nullopt;
    }
    if (!service) {
        row.reject(0, "empty, and this column must be filled");
    }
    return service;
}

inline bool is_provider(const Evidence& evidence, std::string_view provider) {
    return std::any_of(evidence.services.begin(), evidence.services.end(),
                       [&](const Service& service) { return service.provider().text() == provider; });
}

/// The counts of a row of the counts table, or its state; nothing, with a reject, where the two contradict.
inline std::optional<Observed<Proportion>> counts_in(RowReader& row) {
    constexpr std::size_t count_at = 3;
    constexpr std::size_t base_at = 4;
    constexpr std::size_t state_at = 5;
    const auto count = row.whole(count_at);
    const auto base = row.whole(base_at);
    const auto state = row.word(state_at);
    if (!row.ok()) {
        return std::nullopt;
    }
    if (state && (count || base)) {
        row.reject(state_at, "a state and counts contradict each other; give one of them");
    } else if (!state && (!count || !base)) {
        row.reject(count ? base_at : count_at, "empty; give count and base, or a state");
    } else if (!state && *count > *base) {
        row.reject(count_at, "more than the base, " + std::to_string(*base));
    }
    if (!row.ok()) {
        return std::nullopt;
    }
    if (state) {
        return Observed<Proportion>(*read_state(*state));
    }
    return Observed<Proportion>(Proportion(*count, *base));
}

/// Reads the tables of surveys into one list of counts, and refuses what was counted before.
class SurveyReader {
  public:
    explicit SurveyReader(Evidence& evidence) : evidence_(evidence) {}

    /// One row an answer.
    void read_counts(const Frame& frame) {
        const Reader reader(survey_counts_schema(), frame);
        const auto source = std::make_shared<const std::string>(frame.source());
        for (std::size_t i = 0; i < reader.rows(); ++i) {
            auto row = reader.row(i, evidence_.rejects);
            const auto service = known_service(row, evidence_);
            const auto quarter = row.quarter(1);
            const auto item = row.text(2);
            const auto answer = row.text(3);
            const auto count = row.whole(4);
            const auto survey = row.text(5).value_or("");
            if (row.ok() && !is_new(survey, *service, *quarter, *item, *answer)) {
                row.reject(3, "this service, quarter, item and answer stand already in an earlier row");
            }
            if (row.ok()) {
                add({survey, *service, *quarter, *item, *answer, count, {source, frame.row_number(i)}});
            }
        }
    }

    /// One row an item, one column an answer: every column that the schema does not name.
    void read_wide(const Frame& frame) {
        const auto schema = widened(survey_wide_schema(), frame, CellKind::whole);
        const Reader reader(schema, frame);
        const auto source = std::make_shared<const std::string>(frame.source());
        for (std::size_t i = 0; i < reader.rows(); ++i) {
            auto row = reader.row(i, evidence_.rejects);
            const auto service = known_service(row, evidence_);
            const auto quarter = row.quarter(1);
            const auto item = row.text(2);
            const auto survey = row.text(3).value_or("");
            std::vector<SurveyCount> counts;
            for (std::size_t f = 4; row.ok() && f < schema.fields.size(); ++f) {
                const auto& answer = schema.fields[f].name;
                const auto count = row.whole(f);
                const bool asked = count.has_value() || !row.ok();
                if (asked) {
                    counts.push_back({survey, *service, *quarter, *item, answer, count, {source, frame.row_number(i)}});
                }
            }
            add_row(row, 2, std::move(counts));
        }
    }

    /// One row a form, one column an item: every column that the schema does not name.
    void read_sheets(const Frame& frame) {
        const auto schema = widened(survey_sheets_schema(), frame, CellKind::text);
        const Reader reader(schema, frame);
        const auto source = std::make_shared<const std::string>(frame.source());
        std::set<std::string> sheets;
        for (std::size_t i = 0; i < reader.rows(); ++i) {
            auto row = reader.row(i, evidence_.rejects);
            const auto sheet = row.text(0);
            const auto service = row.text(1);
            const auto quarter = row.quarter(2);
            const auto returned_on = row.date(3);
            const auto survey = row.text(4).value_or("");
            if (row.ok() && evidence_.find(*service) == nullptr) {
                row.reject(1, "no such service among the " + std::to_string(evidence_.services.size()) + " in the services table");
            } else if (row.ok() && returned_on && !quarter->contains(*returned_on)) {
                row.reject(3, "lies outside the quarter " + to_string(*quarter));
            } else if (row.ok() && !sheets.insert(*sheet).second) {
                row.reject(0, "this sheet stands already in an earlier row");
            }
            for (std::size_t f = 5; row.ok() && f < schema.fields.size(); ++f) {
                if (const auto answer = row.text(f)) {
                    tally({survey, *service, *quarter, schema.fields[f].name, folded(*answer), 1, {source, frame.row_number(i)}});
                }
            }
        }
        flush();
    }

    void read_base(const Frame& frame) {
        const Reader reader(survey_base_schema(), frame);
        const auto source = std::make_shared<const std::string>(frame.source());
        std::set<std::tuple<std::string, std::string, Quarter>> seen;
        for (std::size_t i = 0; i < reader.rows(); ++i) {
            auto row = reader.row(i, evidence_.rejects);
            const auto service = known_service(row, evidence_);
            const auto quarter = row.quarter(1);
            const auto sent = row.whole(2);
            const auto undelivered = row.whole(3);
            const auto returned = row.whole(4);
            const auto usable = row.whole(5);
            const auto survey = row.text(6).value_or("");
            if (row.ok() && sent && returned && *returned > *sent) {
                row.reject(4, "more than the " + std::to_string(*sent) + " sent");
            } else if (row.ok() && returned && usable && *usable > *returned) {
                row.reject(5, "more than the " + std::to_string(*returned) + " returned");
            } else if (row.ok() && !seen.emplace(survey, *service, *quarter).second) {
                row.reject(1, "this service and quarter stand already in an earlier row");
            }
            if (row.ok()) {
                evidence_.survey_bases.push_back({survey, *service, *quarter, sent, undelivered, returned, usable,
                                                  {source, frame.row_number(i)}});
            }
        }
    }

  private:
    using Key = std::tuple<std::string, std::string, Quarter, std::string, std::string>;

    static Schema widened(const Schema& base, const Frame& frame, CellKind kind) {
        auto schema = base;
        for (const auto& column : frame.columns()) {
            const bool named = std::any_of(base.fields.begin(), base.fields.end(), [&](const Field& field) { return field.name == column.name; });
            if (!named) {
                schema.fields.push_back({column.name, kind, "", false});
            }
        }
        return schema;
    }

    bool is_new(const std::string& survey, const std::string& service, Quarter quarter, const std::string& item, const std::string& answer) {
        return seen_.emplace(survey, service, quarter, item, folded(answer)).second;
    }

    void add(SurveyCount count) { evidence_.survey_counts.push_back(std::move(count)); }

    void add_row(RowReader& row, std::size_t field, std::vector<SurveyCount> counts) {
        for (const auto& count : counts) {
            if (row.ok() && !is_new(count.survey, count.service, count.quarter, count.item, count.answer)) {
                row.reject(field, "this service, quarter and item stand already in an earlier row");
            }
        }
        if (row.ok()) {
            std::move(counts.begin(), counts.end(), std::back_inserter(evidence_.survey_counts));
        }
    }

    void tally(SurveyCount answer) {
        const Key key{answer.survey, answer.service, answer.quarter, answer.item, answer.answer};
        const auto [found, added] = tallies_.emplace(key, answer);
        if (!added) {
            ++*found->second.count;
        }
    }

    void flush() {
        for (auto& [key, count] : tallies_) {
            add(std::move(count));
        }
        tallies_.clear();
    }

    Evidence& evidence_;
    std::set<Key> seen_;
    std::map<Key, SurveyCount> tallies_;
};

} // namespace vermeil::detail
