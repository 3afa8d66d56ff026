// SPDX-License-Identifier: MIT
#pragma once
// A tally of evidence as bytes, for another process that goes on with it.

#include <vermeil/core/bytes.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/evidence/evidence_tally.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// Writes tallies as bytes and reads them. Equal tallies give equal bytes on every machine.
///
/// They hold the rows as their sources have them: keep them as you keep those.
class EvidenceTallyBytes {
  public:
    /// The bytes of a tally.
    [[nodiscard]] static std::string written(const EvidenceTally& tally) {
        detail::ByteWriter out(title);
        out.put(std::uint64_t{tally.tables_.size()});
        for (const auto& [name, table] : tally.tables_) {
            out.put(std::string_view(name));
            write(out, table.columns);
            out.put(std::uint64_t{table.rows.size()});
            for (const auto& row : table.rows) {
                out.put(std::string_view(row.source));
                out.put(row.number);
                for (const auto& cell : row.cells) {
                    out.put(std::string_view(cell));
                }
            }
            out.put(std::uint64_t{table.faults.size()});
            for (const auto& fault : table.faults) {
                write(out, {fault.source, fault.column, fault.value, fault.reason});
                out.put(std::uint64_t{fault.row});
                out.put(fault.kept);
                out.put(fault.personal);
            }
        }
        return out.sealed();
    }

    /// @throws Error when the bytes are not a whole tally that this version wrote.
    [[nodiscard]] static EvidenceTally read(std::string_view bytes) {
        detail::ByteReader in(bytes, "tally of evidence", title);
        EvidenceTally tally;
        for (auto left = in.count(1); left > 0; --left) {
            std::string name(in.text());
            tally.tables_.insert_or_assign(std::move(name), read_table(in));
        }
        return tally;
    }

  private:
    static constexpr const char* title = "vermeil evidence tally 2";

    static void write(detail::ByteWriter& out, const std::vector<std::string>& texts) {
        out.put(std::uint64_t{texts.size()});
        for (const auto& text : texts) {
            out.put(std::string_view(text));
        }
    }
    static std::vector<std::string> read_texts(detail::ByteReader& in) {
        std::vector<std::string> texts;
        for (auto left = in.count(sizeof(std::uint64_t)); left > 0; --left) {
            texts.emplace_back(in.text());
        }
        return texts;
    }
    static TableTally read_table(detail::ByteReader& in) {
        TableTally table;
        table.columns = read_texts(in);
        for (std::size_t i = 1; i < table.columns.size(); ++i) {
            if (!(table.columns[i - 1] < table.columns[i])) {
                throw Error("tally of evidence: columns out of their order");
            }
        }
        for (auto left = in.count(2 * sizeof(std::uint64_t)); left > 0; --left) {
            TableTally::Row row{std::string(in.text()), 0, {}};
            row.number = in.number<std::uint64_t>();
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                row.cells.emplace_back(in.text());
            }
            table.rows.push_back(std::move(row));
        }
        for (auto left = in.count(1); left > 0; --left) {
            const auto texts = read_texts(in);
            if (texts.size() != 4) {
                throw Error("tally of evidence: a fault that is none");
            }
            const auto row = in.number<std::uint64_t>();
            const bool kept = in.truth();
            table.faults.push_back(
                {texts[0], static_cast<std::size_t>(row), texts[1], texts[2], texts[3], kept, in.truth()});
        }
        table.put_in_order();
        return table;
    }
};

} // namespace vermeil
