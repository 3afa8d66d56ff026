// SPDX-License-Identifier: MIT
#pragma once
// Evidence in parts: the rows of each part are kept as they are, and the parts are put together exactly.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/reject.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/read_evidence.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

/// The rows of one table out of any number of parts.
struct TableTally {
    /// A row as its source has it, its cells in the order of the columns.
    struct Row {
        std::string source;
        std::uint64_t number = 0;
        std::vector<std::string> cells{};
        friend auto operator<=>(const Row&, const Row&) = default;
    };

    std::vector<std::string> columns{}; ///< rising
    std::vector<Row> rows{};            ///< rising
    std::vector<Reject> faults{};       ///< what the readers of the parts told

    friend bool operator==(const TableTally&, const TableTally&) = default;

    /// Adds the rows of another part; a column that only one of them has is empty in the other's rows.
    void merge(TableTally other) {
        auto all = columns;
        for (const auto& column : other.columns) {
            const auto place = std::lower_bound(all.begin(), all.end(), column);
            if (place == all.end() || *place != column) {
                all.insert(place, column);
            }
        }
        widen(all);
        other.widen(all);
        std::move(other.rows.begin(), other.rows.end(), std::back_inserter(rows));
        std::move(other.faults.begin(), other.faults.end(), std::back_inserter(faults));
        put_in_order();
    }
    /// Puts rows and faults in their order, which does not depend on how they came.
    void put_in_order() {
        std::sort(rows.begin(), rows.end());
        std::sort(faults.begin(), faults.end(), [](const Reject& a, const Reject& b) {
            return std::tie(a.source, a.row, a.column, a.value, a.reason) <
                   std::tie(b.source, b.row, b.column, b.value, b.reason);
        });
    }

  private:
    void widen(const std::vector<std::string>& all) {
        if (all == columns) {
            return;
        }
        for (auto& row : rows) {
            std::vector<std::string> cells(all.size());
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const auto place = std::lower_bound(all.begin(), all.end(), columns[i]);
                cells[static_cast<std::size_t>(place - all.begin())] = std::move(row.cells[i]);
            }
            row.cells = std::move(cells);
        }
        columns = all;
    }
};

/// Gathers evidence part by part: by file, by month, by region. In whatever order the parts are added and merged, every measure
/// drawn from the evidence of all of them is that of the whole, to the bit.
///
/// Which return is the latest, whose packages overlap and which facts come of one incident is known once all rows are
/// there, so that the rows themselves are kept, and not their sums. Of two rows that contradict each other the first counts, by
/// the name of the source and the number of the row. Visits have tallies of their own, which hold counts.
class EvidenceTally {
  public:
    /// What is kept, by table.
    [[nodiscard]] const std::map<std::string, TableTally, std::less<>>& tables() const noexcept {
        return tables_;
    }

    /// Adds a part: the rows of some tables.
    /// @throws Error when a table is no table of evidence, holds visits or could not be read; nothing is added then.
    void add(const EvidenceTables& part) {
        detail::refuse_unknown_tables(part);
        if (part.contains("visits")) {
            throw Error(
                "visits in parts are counted by a VisitTally and a CancellationTally, not with the other "
                "tables of evidence");
        }
        for (const auto& [name, frame] : part) {
            if (frame.provenance().unread) {
                throw Error(frame.source() + ": could not be read, and a part is whole or none");
            }
        }
        for (const auto& [name, frame] : part) {
            take(name, tally_of(frame));
        }
    }
    /// Adds what another tally gathered.
    void merge(const EvidenceTally& other) {
        for (const auto& [name, table] : other.tables_) {
            take(name, table);
        }
    }
    /// The evidence of all parts, as `read_evidence` gives it for the whole.
    /// @throws Error when no part had services.
    [[nodiscard]] Evidence finish() const {
        EvidenceTables whole;
        for (const auto& [name, table] : tables_) {
            whole.emplace(name, frame_of(name, table));
        }
        return read_evidence(whole);
    }

  private:
    friend class EvidenceTallyBytes;

    /// Every part may come with the same register: a service that stands in the same row of it stands there once.
    void take(const std::string& name, TableTally part) {
        auto& table = tables_[name];
        table.merge(std::move(part));
        if (name == service_schema().name) {
            table.rows.erase(std::unique(table.rows.begin(), table.rows.end()), table.rows.end());
        }
    }

    static TableTally tally_of(const Frame& frame) {
        TableTally made;
        std::map<std::string, const Column*> columns;
        for (const auto& column : frame.columns()) {
            columns.emplace(column.name, &column);
        }
        for (const auto& [name, column] : columns) {
            made.columns.push_back(name);
        }
        for (std::size_t row = 0; row < frame.rows(); ++row) {
            TableTally::Row taken{frame.source(row), frame.row_number(row), {}};
            for (const auto& [name, column] : columns) {
                taken.cells.push_back(detail::cell_text(*column, row));
            }
            made.rows.push_back(std::move(taken));
        }
        made.faults = frame.provenance().faults.summed_up();
        made.put_in_order();
        return made;
    }

    static Frame frame_of(const std::string& name, const TableTally& table) {
        std::vector<Column> columns;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            std::vector<std::string> cells;
            for (const auto& row : table.rows) {
                cells.push_back(row.cells[i]);
            }
            columns.push_back(text_column(table.columns[i], std::move(cells)));
        }
        Provenance known;
        for (const auto& row : table.rows) {
            if (known.sources.empty() || known.sources.back() != row.source) {
                known.sources.push_back(row.source);
            }
            known.source_of.push_back(static_cast<std::uint32_t>(known.sources.size() - 1));
            known.row_numbers.push_back(static_cast<std::uint32_t>(
                std::min<std::uint64_t>(row.number, std::numeric_limits<std::uint32_t>::max())));
        }
        for (const auto& fault : table.faults) {
            known.faults.push_back(fault);
        }
        return Frame(name, std::move(columns)).with(std::move(known));
    }

    std::map<std::string, TableTally, std::less<>> tables_;
};

} // namespace vermeil
