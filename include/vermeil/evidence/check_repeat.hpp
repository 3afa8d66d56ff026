// SPDX-License-Identifier: MIT
#pragma once
// Finds rows that stand twice, to the letter or nearly.

#include <vermeil/core/coded.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/checked_table.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

namespace detail {

/// Compares rows of one table, to the letter or as people would.
///
/// As people would: capitals and blanks do not matter, nor does punctuation in words; and the days after the first (until
/// when, known since when) may differ, for they are often learnt after the rest.
class RowLikeness {
  public:
    RowLikeness(const CheckedTable& table, bool to_the_letter) : frame_(&table.frame()) {
        bool has_day = false;
        for (const auto& column : frame_->columns()) {
            const auto* field = field_of(table.schema(), column.name);
            const bool is_day = field != nullptr && field->kind == CellKind::date;
            if (to_the_letter || !is_day || !has_day) {
                parts_.push_back({&column, to_the_letter    ? Fold::nothing
                                           : is_word(field) ? Fold::punctuation
                                                            : Fold::blanks});
            }
            has_day = has_day || is_day;
        }
    }

    /// A number that is the same for rows that are alike.
    [[nodiscard]] std::uint64_t hash(std::size_t row) const {
        std::uint64_t sum = 14695981039346656037U;
        const auto add = [&](unsigned char byte) { sum = (sum ^ byte) * 1099511628211U; };
        for (const auto& part : parts_) {
            for_each_byte(part, row, add);
            add(0x1F); // between cells
        }
        return sum;
    }
    /// Whether two rows are alike.
    [[nodiscard]] bool alike(std::size_t left, std::size_t right) const {
        return std::all_of(parts_.begin(), parts_.end(), [&](const Part& part) {
            std::string a, b;
            for_each_byte(part, left, [&](unsigned char byte) { a += static_cast<char>(byte); });
            for_each_byte(part, right, [&](unsigned char byte) { b += static_cast<char>(byte); });
            return a == b;
        });
    }

  private:
    enum class Fold : std::uint8_t { nothing, blanks, punctuation };
    struct Part {
        const Column* column;
        Fold fold;
    };

    static const Field* field_of(const Schema& schema, std::string_view name) {
        const auto found = std::find_if(schema.fields.begin(), schema.fields.end(),
                                        [&](const Field& field) { return field.name == name; });
        return found == schema.fields.end() ? nullptr : &*found;
    }
    static bool is_word(const Field* field) {
        return field != nullptr && (field->kind == CellKind::text || field->kind == CellKind::word);
    }
    template <class Add> static void for_each_byte(const Part& part, std::size_t row, Add add) {
        const auto each = [&](std::string_view cell) {
            for (const char c : trimmed(cell)) {
                const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                const bool counts =
                    letter || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
                if (part.fold == Fold::nothing) {
                    add(static_cast<unsigned char>(c));
                } else if (counts || (part.fold == Fold::blanks && c != ' ' && c != '\t')) {
                    add(static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
                }
            }
        };
        if (!part.column->has(row)) {
            return;
        }
        if (const auto* words = part.column->as<std::span<const std::string_view>>()) {
            each((*words)[row]);
        } else if (const auto* coded = part.column->as<Coded>()) {
            each((*coded)[row]);
        } else {
            each(cell_text(*part.column, row));
        }
    }

    const Frame* frame_;
    std::vector<Part> parts_;
};

/// Calls `found(row, earlier)` for each used row that is like one before it.
template <class Found>
void for_each_repeat(const CheckedTable& table, const RowLikeness& likeness, Found found) {
    struct Hashed {
        std::uint64_t hash;
        std::size_t row;
    };
    std::vector<Hashed> rows;
    for (std::size_t row = 0; row < table.frame().rows(); ++row) {
        if (table.is_used(row)) {
            rows.push_back({likeness.hash(row), row});
        }
    }
    std::sort(rows.begin(), rows.end(), [](const Hashed& a, const Hashed& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.row < b.row;
    });
    std::vector<std::pair<std::size_t, std::size_t>> repeats; // the row and the earlier one
    for (std::size_t i = 1, first = 0; i < rows.size(); ++i) {
        if (rows[i].hash != rows[first].hash) {
            first = i;
        } else if (likeness.alike(rows[i].row, rows[first].row)) {
            repeats.emplace_back(rows[i].row, rows[first].row);
        }
    }
    std::sort(repeats.begin(), repeats.end());
    for (const auto& [row, earlier] : repeats) {
        found(row, earlier);
    }
}

} // namespace detail

/// Flags each row that says the same as an earlier one in every column, and each that does so but for capitals, blanks,
/// punctuation, or the days after its first. Rows that were left out are not compared.
inline void flag_repeats(CheckedTable& table, Rejects& findings) {
    std::vector<bool> told(table.frame().rows(), false);
    const auto tell = [&](const char* words) {
        return [&table, &findings, &told, words](std::size_t row, std::size_t earlier) {
            if (!told[row]) {
                told[row] = true;
                table.flag(row, 0, words + table.named(earlier, row), findings);
            }
        };
    };
    detail::for_each_repeat(table, detail::RowLikeness(table, true), tell("the same in every column as "));
    detail::for_each_repeat(table, detail::RowLikeness(table, false),
                            tell("the same but for capitals, punctuation or later days as "));
}

/// Flags an inspection that gives a service another rating than an earlier row does, of the same source and day.
inline void flag_contradicting_ratings(CheckedTable& inspections, Rejects& findings) {
    const auto& reader = inspections.reader();
    const auto fields = std::array{inspections.position("service"), inspections.position("source"),
                                   inspections.position("on"), inspections.position("rating")};
    std::map<std::array<std::string, 3>, std::size_t> seen;
    for (std::size_t row = 0; row < inspections.frame().rows(); ++row) {
        if (!inspections.is_used(row)) {
            continue;
        }
        const auto cell = [&](std::size_t part) { return folded(reader.cell(*fields[part], row)); };
        const auto [found, is_new] = seen.try_emplace({cell(0), cell(1), cell(2)}, row);
        if (!is_new && folded(reader.cell(*fields[3], found->second)) != cell(3)) {
            inspections.flag(row, *fields[3],
                             "the same source rated it " + quoted(reader.cell(*fields[3], found->second)) +
                                 " on the same day in " + inspections.named(found->second, row),
                             findings);
        }
    }
}

} // namespace vermeil
