// SPDX-License-Identifier: MIT
#pragma once
// From a long table to a log of visits: every row is kept, kept with a doubt, or left out with its reason.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/evidence/id_reader.hpp>
#include <vermeil/evidence/moment_column.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/visit_part_reader.hpp>
#include <vermeil/evidence/word_column.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Reads the rows of a log, share by share.
class VisitReader {
  public:
    VisitReader(std::shared_ptr<const Batches> table, VisitChecks checks, std::size_t threads,
                VisitFields fields)
        : threads_(std::max<std::size_t>(threads, 1)) {
        columns_.table = std::move(table);
        columns_.checks = checks;
        columns_.fields = fields;
        columns_.marks = std::make_shared<LargeBuffer<std::uint8_t>>(rows_of(*columns_.table));
        refuse_missing_columns();
        const auto& of = *columns_.table;
        columns_.service = ids(visit_field::service);
        columns_.person = ids(visit_field::person);
        columns_.worker = ids(visit_field::worker);
        for (const auto field : {visit_field::planned_start, visit_field::planned_end,
                                 visit_field::actual_start, visit_field::actual_end}) {
            if (const auto& name = name_of(field); is_read(field)) {
                columns_.moments[field] = MomentColumn(of, name, threads_);
            }
        }
        for (const auto field :
             {visit_field::status, visit_field::logged, visit_field::edited, visit_field::time_critical}) {
            if (is_read(field)) {
                columns_.words[field] = WordColumn(of, visits_schema().fields[field], threads_);
            }
        }
    }

    [[nodiscard]] VisitLog log() {
        std::vector<std::vector<VisitFault>> faults(threads_);
        on_threads(threads_, [&](std::size_t share) {
            const auto rows = columns_.marks->size();
            auto row = share_begin(rows, share, threads_);
            const auto end = share_begin(rows, share + 1, threads_);
            std::size_t first = 0;
            for (std::size_t part = 0; part < columns_.table->parts.size(); ++part) {
                const auto after = first + columns_.table->parts[part].rows;
                if (row < std::min(after, end)) {
                    VisitPartReader(columns_, part, first, faults[share]).read(row, std::min(after, end));
                    row = std::min(after, end);
                }
                first = after;
            }
        });
        VisitLog log = with_parts();
        for (const auto& each : faults) {
            log.faults.insert(log.faults.end(), each.begin(), each.end());
        }
        return log;
    }

  private:
    static std::size_t rows_of(const Batches& table) {
        std::size_t rows = 0;
        for (const auto& part : table.parts) {
            rows += part.rows;
        }
        return rows;
    }
    static const std::string& name_of(std::size_t field) { return visits_schema().fields[field].name; }
    [[nodiscard]] bool has_column(std::string_view name) const {
        return columns_.table->parts.empty() || columns_.table->parts.front().find(name) != nullptr;
    }
    [[nodiscard]] bool is_read(std::size_t field) const {
        return (columns_.fields & visit_field_bit(field)) != 0 && has_column(name_of(field));
    }
    [[nodiscard]] IdColumn ids(std::size_t field) const {
        // A measure keeps much of every code of a service, and little of one of a person or a worker.
        const std::size_t codes_per_row = field == visit_field::service ? 0 : 4;
        return is_read(field) ? read_ids(*columns_.table, name_of(field), threads_, codes_per_row)
                              : IdColumn();
    }
    void refuse_missing_columns() const {
        for (std::size_t position = 0; position < visits_schema().fields.size(); ++position) {
            const auto& field = visits_schema().fields[position];
            const bool wanted = (columns_.fields & visit_field_bit(position)) != 0;
            if (wanted && (field.required || field.name == "worker") && !has_column(field.name)) {
                std::vector<std::string> names;
                for (const auto& column : columns_.table->parts.front().columns) {
                    names.push_back(column.name);
                }
                throw Error(columns_.table->source + ": no column " + quoted(field.name) +
                            "; of the columns " + "of visits it has " + one_of(names));
            }
        }
    }

    [[nodiscard]] VisitLog with_parts() const {
        VisitLog log{columns_.service, columns_.person, columns_.worker, {}};
        std::size_t first = 0;
        for (std::size_t part = 0; part < columns_.table->parts.size(); ++part) {
            const auto rows = columns_.table->parts[part].rows;
            const auto at = [&](std::size_t field) {
                const auto& column = columns_.moments[field];
                return column.is_there() ? column.moments(part) : Moments{};
            };
            log.parts.push_back({at(visit_field::planned_start),
                                 at(visit_field::planned_end),
                                 at(visit_field::actual_start),
                                 at(visit_field::actual_end),
                                 {columns_.marks->data() + first, rows},
                                 columns_.table->parts[part].find("worker")});
            first += rows;
        }
        for (const auto& column : columns_.moments) {
            const auto owners = column.owners();
            log.owners.insert(log.owners.end(), owners.begin(), owners.end());
        }
        log.marks = columns_.marks;
        log.table = columns_.table;
        return log;
    }

    VisitColumns columns_;
    std::size_t threads_;
};

} // namespace detail

/// The columns of a table of visits.
inline std::vector<std::string_view> visit_columns() {
    std::vector<std::string_view> names;
    for (const auto& field : visits_schema().fields) {
        names.push_back(field.name);
    }
    return names;
}

/// Reads a log of visits. Rows that cannot be used are left out, doubtful ones kept; `faults` says which and why.
/// @param fields the columns to look at; with others than all, `checks` must be `needed`.
/// @throws Error when a required column that is looked at is missing, or a column holds something of another kind.
inline VisitLog read_visits(Batches table, VisitChecks checks = VisitChecks::rows, std::size_t threads = 1,
                            VisitFields fields = all_visit_fields) {
    if (checks == VisitChecks::rows && fields != all_visit_fields) {
        throw Error("rows of visits can be checked only where all columns are looked at");
    }
    auto whole = std::make_shared<const Batches>(std::move(table));
    return detail::VisitReader(std::move(whole), checks, threads, fields).log();
}

} // namespace vermeil
