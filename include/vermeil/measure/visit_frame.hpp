// SPDX-License-Identifier: MIT
#pragma once
// The measures of visits as a table.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/measure/visit_measures.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Columns made from rows, one after the other.
class VisitColumnsOut {
  public:
    explicit VisitColumnsOut(const std::vector<ServiceVisits>& rows) : rows_(&rows) {}

    template <class Get> void count(std::string name, const Get& get) {
        std::vector<std::int64_t> values;
        for (const auto& row : *rows_) {
            values.push_back(static_cast<std::int64_t>(get(row)));
        }
        columns_.push_back(vermeil::number_column(std::move(name), std::move(values)));
    }
    /// `get` gives a number or nothing.
    template <class Get> void number(std::string name, const Get& get) {
        std::vector<double> values;
        std::vector<bool> has;
        for (const auto& row : *rows_) {
            const std::optional<double> value = get(row);
            values.push_back(value.value_or(0));
            has.push_back(value.has_value());
        }
        columns_.push_back(nullable_column(std::move(name), std::move(values),
                                           [&has](std::size_t row) { return bool{has[row]}; }));
    }
    [[nodiscard]] std::vector<Column> taken() { return std::move(columns_); }

  private:
    const std::vector<ServiceVisits>* rows_;
    std::vector<Column> columns_;
};

/// A part of a whole; nothing of an empty one.
inline std::optional<double> share_of(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? std::nullopt : std::optional(static_cast<double>(part) / static_cast<double>(whole));
}

inline void add_counts(VisitColumnsOut& out) {
    using Row = const ServiceVisits&;
    out.count("delivered", [](Row row) { return row.counts.delivered; });
    out.count("missed", [](Row row) { return row.counts.missed; });
    out.count("cancelled_by_person", [](Row row) { return row.counts.cancelled_by_person; });
    out.count("cancelled_by_provider", [](Row row) { return row.counts.cancelled_by_provider; });
    out.count("frustrated", [](Row row) { return row.counts.frustrated; });
    out.count("due", [](Row row) { return row.counts.due(); });
    out.number("missed_share", [](Row row) { return share_of(row.counts.missed, row.counts.due()); });
    out.count("logged", [](Row row) { return row.counts.logged; });
    out.number("electronic_share",
               [](Row row) { return share_of(row.counts.electronic, row.counts.delivered); });
    out.number("edited_share", [](Row row) { return share_of(row.counts.edited, row.counts.delivered); });
}

inline void add_punctuality(VisitColumnsOut& out, const PunctualityRule& rule) {
    using Row = const ServiceVisits&;
    out.count("punctual", [](Row row) { return row.counts.punctual; });
    out.count("early", [](Row row) { return row.counts.early; });
    out.count("late", [](Row row) { return row.counts.late; });
    out.number("punctual_share", [](Row row) { return share_of(row.counts.punctual, row.counts.logged); });
    out.number("critical_punctual_share",
               [](Row row) { return share_of(row.counts.critical_punctual, row.counts.critical_logged); });
    for (std::size_t i = 0; i < rule.quantiles.size(); ++i) {
        out.number("late_q" + shortest(rule.quantiles[i]), [i](Row row) {
            return row.late_minutes.empty() ? std::nullopt : std::optional(row.late_minutes[i]);
        });
    }
}

inline void add_length_columns(VisitColumnsOut& out) {
    using Row = const ServiceVisits&;
    out.count("timed", [](Row row) { return row.lengths.timed; });
    out.number("delivered_time_share",
               [](Row row) { return share_of(row.lengths.actual_seconds, row.lengths.planned_seconds); });
    out.number("short_share", [](Row row) { return share_of(row.lengths.too_short, row.lengths.timed); });
    out.number("planned_short_share",
               [](Row row) { return share_of(row.lengths.planned_short, row.lengths.timed); });
    out.number("clipped_share", [](Row row) { return share_of(row.lengths.clipped, row.lengths.timed); });
}

inline void add_continuity(VisitColumnsOut& out, const ContinuityRule& rule) {
    using Row = const ServiceVisits&;
    out.count("people", [](Row row) { return row.continuity.people; });
    out.count("contacts", [](Row row) { return row.continuity.contacts; });
    const auto index = [&](const char* name, IndexMean Continuity::*of) {
        const auto mean = [of](Row row, double IndexMean::*which) {
            const auto& found = row.continuity.*of;
            return found.people == 0 ? std::nullopt : std::optional(found.*which);
        };
        out.number(name, [mean](Row row) { return mean(row, &IndexMean::mean); });
        out.number(std::string(name) + "_weighted",
                   [mean](Row row) { return mean(row, &IndexMean::weighted); });
        out.count(std::string(name) + "_people", [of](Row row) { return (row.continuity.*of).people; });
    };
    index("workers", &Continuity::workers);
    index("upc", &Continuity::upc);
    index("coc", &Continuity::coc);
    index("mmci", &Continuity::mmci);
    if (rule.sequence) {
        index("secon", &Continuity::secon);
    }
    if (rule.recent_from) {
        index("recent_workers", &Continuity::recent);
    }
    if (rule.new_from) {
        index("new_workers", &Continuity::fresh);
    }
}

} // namespace detail

/// The measures as a table, a row a service: counts, shares from 0 to 1, minutes, and for each index of continuity its
/// mean over people, the mean over contacts (`_weighted`) and how many people it rests on (`_people`). A share of
/// nothing is null.
inline Frame frame_of(const std::vector<ServiceVisits>& rows, const VisitRules& rules) {
    std::vector<std::string> services;
    for (const auto& row : rows) {
        services.push_back(row.service);
    }
    detail::VisitColumnsOut out(rows);
    if (rules.counts) {
        detail::add_counts(out);
    }
    if (rules.punctuality) {
        detail::add_punctuality(out, *rules.punctuality);
    }
    if (rules.length) {
        detail::add_length_columns(out);
    }
    if (rules.continuity) {
        detail::add_continuity(out, *rules.continuity);
    }
    std::vector<Column> columns{text_column("service", std::move(services))};
    for (auto& column : out.taken()) {
        columns.push_back(std::move(column));
    }
    return {"visit measures", std::move(columns)};
}

} // namespace vermeil
