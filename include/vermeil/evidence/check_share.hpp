// SPDX-License-Identifier: MIT
#pragma once
// Finds shares that are printed beside counts and contradict them.

#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/checked_table.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil {

namespace detail {

/// The headings under which a printed share may stand beside its counts.
inline constexpr std::array<std::string_view, 3> share_headings{"share", "percent", "percentage"};

/// A share as it was printed.
struct PrintedShare {
    double value;  // as the text says it
    int decimals;  // that it is printed with
    bool has_sign; // a % behind it
};

inline std::optional<PrintedShare> printed_share(std::string_view cell) {
    auto text = trimmed(cell);
    const bool has_sign = !text.empty() && text.back() == '%';
    text = has_sign ? trimmed(text.substr(0, text.size() - 1)) : text;
    const auto value = finite_number(text);
    const auto point = text.find('.');
    const auto decimals = point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
    return value ? std::optional(PrintedShare{*value, decimals, has_sign}) : std::nullopt;
}

/// Whether a count of a base may be printed so, rounded either way; without a sign, as a share of 1 or of 100.
inline bool fits(const PrintedShare& printed, double count, double base) {
    const double half = 0.5 * std::pow(10.0, -printed.decimals) + 1e-9;
    const auto near = [&](double of) { return std::abs(of * count / base - printed.value) <= half; };
    return near(100) || (!printed.has_sign && printed.value <= 1 && near(1));
}

/// The printed share of a row, with the heading it stands under.
inline const Column* share_column(const CheckedTable& table) {
    for (const auto heading : share_headings) {
        if (const auto* column = table.frame().find(heading)) {
            return column;
        }
    }
    return nullptr;
}

/// Flags a row whose printed share is not that of the count and the base.
inline void flag_share(CheckedTable& table, std::size_t row, const Column& column, std::uint32_t count,
                       std::uint64_t base, Rejects& findings) {
    const auto printed = column.has(row) ? printed_share(cell_text(column, row)) : std::nullopt;
    if (!printed || base == 0 || fits(*printed, count, static_cast<double>(base))) {
        return;
    }
    const double percent = 100.0 * count / static_cast<double>(base);
    table.flag(row, *table.position("count"),
               std::to_string(count) + " of " + std::to_string(base) + " is " +
                   with_decimals(percent, std::max(printed->decimals, 1)) + " %, and the column " +
                   table.frame().label(column) + " says " + std::string(trimmed(cell_text(column, row))),
               findings);
}

} // namespace detail

/// Flags rows of which count, base and printed share contradict each other. The share stands in a column `share`,
/// `percent` or `percentage`, which nothing else reads, as 1.9 %, 1.9 or 0.019; it agrees when it is the count's share
/// rounded to the decimals that are printed.
inline void flag_contradicting_shares(CheckedTable& table, Rejects& findings) {
    const auto count = table.position("count"), base = table.position("base");
    const auto* column = detail::share_column(table);
    for (std::size_t row = 0; count && base && column != nullptr && row < table.frame().rows(); ++row) {
        const auto part = detail::count_of(table.reader().cell(*count, row));
        const auto whole = detail::count_of(table.reader().cell(*base, row));
        if (table.is_used(row) && part && whole) {
            detail::flag_share(table, row, *column, *part, *whole, findings);
        }
    }
}

/// The same for answers as counts: the base is what all answers of one item come to. An item with a lost count has none.
inline void flag_contradicting_answers(CheckedTable& answers, Rejects& findings) {
    const auto* column = detail::share_column(answers);
    const auto count = answers.position("count"), survey = answers.position("survey");
    if (column == nullptr || !count) {
        return;
    }
    const auto item_of = [&](std::size_t row) {
        const auto cell = [&](std::string_view name) {
            return answers.reader().cell(*answers.position(name), row);
        };
        return std::array{cell("service"), cell("quarter"), cell("item"),
                          survey ? answers.reader().cell(*survey, row) : ""};
    };
    std::map<std::array<std::string, 4>, std::optional<std::uint64_t>> bases;
    for (std::size_t row = 0; row < answers.frame().rows(); ++row) {
        auto& base = bases.try_emplace(item_of(row), 0).first->second;
        const auto part = detail::count_of(answers.reader().cell(*count, row));
        base = base && part && answers.is_used(row) ? std::optional(*base + *part) : std::nullopt;
    }
    for (std::size_t row = 0; row < answers.frame().rows(); ++row) {
        const auto part = detail::count_of(answers.reader().cell(*count, row));
        const auto base = bases.at(item_of(row));
        if (part && base && answers.is_used(row)) {
            detail::flag_share(answers, row, *column, *part, *base, findings);
        }
    }
}

} // namespace vermeil
