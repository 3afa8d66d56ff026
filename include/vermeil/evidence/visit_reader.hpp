// SPDX-License-Identifier: MIT
#pragma once
// From a long table to a log of visits: every row is kept, kept with a doubt, or left out with its reason.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/evidence/id_reader.hpp>
#include <vermeil/evidence/moment_column.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/visit_part_reader.hpp>
#include <vermeil/evidence/word_column.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
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
        std::size_t rows = 0;
        for (const auto& part : columns_.table->parts) {
            first_rows_.push_back(rows);
            rows += part.rows;
        }
        columns_.marks = std::make_shared<LargeBuffer<std::uint8_t>>(rows);
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

    /// The log whose rows were not read yet: it has no marks.
    [[nodiscard]] VisitLog unread() const {
        VisitLog log{columns_.service, columns_.person, columns_.worker, {}};
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
                                 {columns_.marks->data() + first_rows_[part], rows},
                                 columns_.table->parts[part].find("worker")});
        }
        for (const auto& column : columns_.moments) {
            const auto owners = column.owners();
            log.owners.insert(log.owners.end(), owners.begin(), owners.end());
        }
        log.marks = columns_.marks;
        log.table = columns_.table;
        return log;
    }

    /// One thread's reading of blocks, in whatever order.
    class Share {
      public:
        explicit Share(const VisitReader& reader) : reader_(&reader) {}

        void read(const VisitBlock& some) {
            if (part_ != some.part_number()) {
                part_ = some.part_number();
                of_part_ = std::make_unique<VisitPartReader>(reader_->columns_, *part_,
                                                             reader_->first_rows_[*part_], *faults_);
            }
            of_part_->read(some.first(), some.rows());
        }
        /// What was wrong with the rows read.
        [[nodiscard]] const std::vector<VisitFault>& faults() const noexcept { return *faults_; }

      private:
        const VisitReader* reader_;
        std::optional<std::size_t> part_;
        std::unique_ptr<std::vector<VisitFault>> faults_ = std::make_unique<std::vector<VisitFault>>();
        std::unique_ptr<VisitPartReader> of_part_; // it looks at the faults
    };

    /// The log with every row read.
    [[nodiscard]] VisitLog log() const {
        VisitLog log = unread();
        std::vector<Share> shares;
        for (std::size_t share = 0; share < threads_; ++share) {
            shares.emplace_back(*this);
        }
        on_threads(threads_, [&](std::size_t share) {
            each_block(log, share_begin(log.rows(), share, threads_),
                       share_begin(log.rows(), share + 1, threads_),
                       [&](const VisitBlock& some) { shares[share].read(some); });
        });
        for (const auto& each : shares) {
            log.faults.insert(log.faults.end(), each.faults().begin(), each.faults().end());
        }
        return log;
    }

  private:
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
                throw TableError(columns_.table->source, field.name,
                                 "no column " + quoted(field.name) + "; of the columns of visits it has " +
                                     one_of(names));
            }
        }
    }

    VisitColumns columns_;
    std::vector<std::size_t> first_rows_; ///< of the log, by part
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
