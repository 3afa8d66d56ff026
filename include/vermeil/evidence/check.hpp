// SPDX-License-Identifier: MIT
#pragma once
// Every table that a council holds, checked row by row and against each other.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/check_day.hpp>
#include <vermeil/evidence/check_overlap.hpp>
#include <vermeil/evidence/check_repeat.hpp>
#include <vermeil/evidence/check_sense.hpp>
#include <vermeil/evidence/check_share.hpp>
#include <vermeil/evidence/check_told_twice.hpp>
#include <vermeil/evidence/checked_table.hpp>
#include <vermeil/evidence/read_evidence.hpp>
#include <vermeil/market/read_market.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// Tables by name, of evidence and of the market alike.
using CheckTables = std::map<std::string, Frame, std::less<>>;

/// What a check found: what became of the rows of each file, and every row that was left out or is in doubt.
struct Check {
    std::vector<FileTally> files;
    Rejects findings;
    CheckTables tables{}; ///< as they were given
};

namespace detail {

/// Every table that can be checked: those of evidence, then those of the market alone.
inline std::vector<Schema> checked_schemas() {
    auto schemas = evidence_schemas();
    for (const auto* schema : market_schemas()) {
        const auto same = [&](const Schema& each) { return each.name == schema->name; };
        if (std::none_of(schemas.begin(), schemas.end(), same)) {
            schemas.push_back(*schema);
        }
    }
    return schemas;
}

/// Whether a table is one of those that a market is read from.
inline bool is_of_market(std::string_view name) {
    const auto market = market_schemas();
    return std::any_of(market.begin(), market.end(),
                       [&](const Schema* schema) { return schema->name == name; });
}

/// A check under way.
class Checking {
  public:
    explicit Checking(const CheckTables& tables) : given_(tables) {
        std::vector<std::string> names;
        for (const auto& schema : checked_schemas()) {
            names.push_back(schema.name);
            if (const auto found = given_.find(schema.name); found != given_.end()) {
                take(schema, found->second);
            }
        }
        for (const auto& [name, frame] : tables) {
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                throw Error("no table is named " + quoted(name) + "; the tables are " + one_of(names) +
                            did_you_mean(name, names));
            }
        }
    }

    Check result(std::optional<Date> as_of) {
        read_evidence_tables();
        read_market_tables();
        for (auto& table : tables_) {
            table->mark(check_.findings);
        }
        for (auto& table : tables_) {
            apply_rules(*table, as_of);
            const auto files = table->tallies();
            check_.files.insert(check_.files.end(), files.begin(), files.end());
        }
        return std::move(check_);
    }

  private:
    void take(const Schema& schema, const Frame& frame);
    void read_evidence_tables();
    void read_market_tables();
    void apply_rules(CheckedTable& table, std::optional<Date> as_of);
    void add(const Rejects& rejects);
    [[nodiscard]] std::optional<Frame> frame_of(std::string_view name) const {
        const auto found = given_.find(name);
        return found == given_.end() ? std::nullopt : std::optional(found->second);
    }

    CheckTables given_;
    std::vector<std::unique_ptr<CheckedTable>> tables_;
    Evidence evidence_;
    /// The rows of which the reader before told, by file and column.
    std::map<std::pair<std::string, std::string>, std::vector<std::uint64_t>> known_;
    Check check_{};
};

/// Takes a table in, or tells why none of its rows can be read.
inline void Checking::take(const Schema& schema, const Frame& frame) {
    const bool wide = schema.name == survey_form_names[static_cast<std::size_t>(SurveyForm::wide)];
    const bool sheets = schema.name == survey_form_names[static_cast<std::size_t>(SurveyForm::sheets)];
    const auto whole =
        wide || sheets ? extended(schema, frame, wide ? CellKind::whole : CellKind::text) : schema;
    try {
        tables_.push_back(std::make_unique<CheckedTable>(whole, frame));
    } catch (const TableError& fault) {
        if (schema.name == service_schema().name) {
            throw; // without the register nothing can be said of any other table
        }
        check_.findings.push_back({frame.source(), 0, fault.column(), "", fault.reason(), false, false});
        const auto rows = frame.rows();
        check_.files.push_back({schema.name, frame.source(), rows, 0, 0, rows, 0, 0});
        given_.erase(schema.name);
    }
}

/// Adds what is not told of yet: evidence and market both read services and packages, and word some faults otherwise.
inline void Checking::add(const Rejects& rejects) {
    const auto before = std::exchange(known_, {});
    for (const auto& kind : rejects.kinds()) {
        auto& rows = known_[{kind.first.source, kind.first.column}];
        rows.insert(rows.end(), kind.rest.begin(), kind.rest.end());
    }
    for (const auto& each : rejects) {
        known_[{each.source, each.column}].push_back(each.row);
    }
    for (auto& [place, rows] : known_) {
        std::sort(rows.begin(), rows.end());
    }
    check_.findings.append_if(
        rejects, [&](const std::string& source, const std::string& column, std::size_t row) {
            const auto found = before.find({source, column});
            return found == before.end() ||
                   !std::binary_search(found->second.begin(), found->second.end(), std::uint64_t{row});
        });
}

inline void Checking::read_evidence_tables() {
    EvidenceTables tables;
    bool alone = true; // whether all are tables of the market too, which need no register
    for (const auto& schema : evidence_schemas()) {
        if (auto frame = frame_of(schema.name)) {
            tables.emplace(schema.name, *std::move(frame));
            alone = alone && is_of_market(schema.name);
        }
    }
    if (!alone || tables.contains(service_schema().name)) {
        evidence_ = read_evidence(tables);
        add(evidence_.rejects);
        evidence_.rejects = {};
    }
}

inline void Checking::read_market_tables() {
    Rejects rejects;
    read_market({frame_of("providers"), frame_of("services"), frame_of("contracts"), frame_of("lots"),
                 frame_of("awards"), frame_of("packages"), frame_of("package_changes")},
                rejects);
    add(rejects);
    known_.clear();
}

inline void Checking::apply_rules(CheckedTable& table, std::optional<Date> as_of) {
    auto& findings = check_.findings;
    const auto& name = table.schema().name;
    flag_repeats(table, findings);
    flag_known_too_early(table, findings);
    flag_contradicting_shares(table, findings);
    flag_contradicting_cells(table, findings);
    if (name == survey_counts_schema().name) {
        flag_contradicting_answers(table, findings);
        flag_more_answers_than_forms(table, evidence_, findings);
    }
    if (name == inspections_schema().name) {
        flag_contradicting_ratings(table, findings);
    }
    if (name == events_schema().name) {
        flag_told_twice(table, evidence_, findings);
    }
    if (name == package_schema().name) {
        flag_overlapping_packages(table, findings);
    }
    const auto market = market_schemas();
    const bool planned =
        std::any_of(market.begin(), market.end(), [&](const Schema* schema) { return schema->name == name; });
    if (as_of && !planned) {
        flag_days_ahead(table, *as_of, findings);
    }
    if (name != service_schema().name) {
        flag_closed_services(table, evidence_, findings);
    }
}

} // namespace detail

/// Checks tables row by row and against each other; nothing is changed.
///
/// Beside what reading them finds (cells that do not fit, keys given twice, ids that no table knows) it flags: rows that
/// stand twice, to the letter or nearly; what became known before it happened; days after `as_of`, where one is given; rows
/// about services that were not open; two ratings of one source on one day; packages of one person that overlap; shares that
/// contradict their counts; cells that contradict each other; more answers to an item than forms; events that a table of reports
/// tells of as well. A table that lacks a column is one finding, its rows are left out, and the others go on.
/// @throws Error when a table's name is not known, or there is evidence and no services table that can be read.
inline Check check(const CheckTables& tables, std::optional<Date> as_of = std::nullopt) {
    auto made = detail::Checking(tables).result(as_of);
    made.tables = tables;
    return made;
}

} // namespace vermeil
