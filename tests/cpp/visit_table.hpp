// SPDX-License-Identifier: MIT
#pragma once
// Made-up logs of visits as long tables, in each of the forms in which a source may hold them.

#include <vermeil/core/batch.hpp>

#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <memory>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace visits {

using vermeil::Batch;
using vermeil::BatchColumn;
using vermeil::Batches;

/// 2024-07-01 08:00 in UTC; London's clock shows an hour more.
inline constexpr std::int64_t morning = 1'719'820'800;

/// One row, its times as seconds.
struct Row {
    int service = 1;
    int person = 1;
    int worker = 1;
    std::string status = "delivered";
    std::int64_t planned = morning;
    std::int64_t lasts = 1800;                ///< as planned
    std::optional<std::int64_t> late = 0;     ///< nothing where the start was not logged
    std::optional<std::int64_t> stays = 1800; ///< from the actual start; nothing where the end was not logged
    bool electronic = false;
    bool edited = false;
    bool critical = false;
};

/// How ids are held.
enum class Ids { text, whole32, whole64, far_apart, dictionary };

/// How a table is held.
struct Form {
    Ids ids = Ids::text;
    std::int64_t planned_units = 1;
    std::int64_t actual_units = 1;
    std::size_t batches = 1;
};

/// A column that owns what it looks at. `has` has a character a row, `1` or `0`; none where every row has a value.
template <class Data, class Value> BatchColumn column(std::string name, std::vector<Value> values,
                                                      const std::string& has = "", std::size_t offset = 0) {
    struct Owner {
        std::vector<Value> values;
        std::vector<std::uint8_t> bits;
    };
    auto owner = std::make_shared<Owner>();
    owner->values = std::move(values);
    owner->bits.assign((offset + has.size()) / 8 + 1, 0);
    for (std::size_t row = 0; row < has.size(); ++row) {
        const auto bit = offset + row;
        const auto one = has[row] == '1' ? 1U << (bit % 8) : 0U;
        owner->bits[bit / 8] = static_cast<std::uint8_t>(owner->bits[bit / 8] | one);
    }
    BatchColumn made{std::move(name), Data{std::span<const Value>(owner->values)}};
    if (!has.empty()) {
        made.valid = owner->bits.data();
        made.valid_offset = offset;
    }
    made.owner = owner;
    return made;
}
template <class Number> BatchColumn numbers(std::string name, std::vector<Number> values,
                                            const std::string& has = "", std::size_t offset = 0) {
    return column<std::span<const Number>>(std::move(name), std::move(values), has, offset);
}
inline BatchColumn texts(std::string name, std::vector<std::string> values, const std::string& has = "") {
    auto kept = std::make_shared<std::vector<std::string>>(std::move(values));
    std::vector<std::string_view> views(kept->begin(), kept->end());
    auto made = column<vermeil::Texts>(std::move(name), std::move(views), has);
    made.owner = std::make_shared<std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
        kept, made.owner);
    return made;
}
inline BatchColumn moments(std::string name, std::vector<std::int64_t> values, std::int64_t units = 1,
                           const std::string& has = "", bool is_local = false) {
    auto made = numbers<std::int64_t>(std::move(name), std::move(values), has, has.empty() ? 0 : 3);
    made.data = vermeil::Moments{std::get<std::span<const std::int64_t>>(made.data), units, is_local};
    return made;
}
/// Words of a list, as a dictionary holds them.
inline BatchColumn coded(std::string name, std::vector<std::uint32_t> places,
                         std::vector<std::string_view> words, const std::string& has = "") {
    auto held = column<std::span<const std::int64_t>, std::int64_t>(
        name, std::vector<std::int64_t>(places.size()), has);
    struct Kept {
        std::vector<std::uint32_t> places;
        std::vector<std::string_view> words;
    };
    const auto kept = std::make_shared<const Kept>(Kept{std::move(places), std::move(words)});
    held.data = vermeil::Coded{kept->places, kept->words};
    held.owner = std::make_shared<std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
        kept, held.owner);
    return held;
}

/// The id for which a number stands in a form; numbers and names are in one order.
inline std::string id_text(Ids ids, int number) {
    if (ids == Ids::far_apart) {
        return std::to_string(std::int64_t{number} * 1'000'000'000'007 - 5'000'000'000'000);
    }
    if (ids == Ids::whole32 || ids == Ids::whole64) {
        return std::to_string(number - 3);
    }
    std::ostringstream text;
    text << 'N' << std::setw(6) << std::setfill('0') << number;
    return text.str();
}

inline BatchColumn id_column(Ids ids, const char* name, const std::vector<int>& of) {
    if (ids == Ids::text || ids == Ids::dictionary) {
        std::vector<std::string> words;
        for (const int each : of) {
            words.push_back(id_text(ids, each));
        }
        auto made = texts(name, std::move(words));
        if (ids == Ids::dictionary) {
            const auto views = std::get<vermeil::Texts>(made.data);
            std::vector<std::uint32_t> places;
            std::vector<std::string_view> list; // the words of a dictionary may stand there twice
            for (std::size_t row = of.size(); row-- > 0;) {
                list.push_back(views[row]); // from the last to the first
                places.push_back(static_cast<std::uint32_t>(row));
            }
            const auto kept = made.owner;
            auto held = coded(name, std::move(places), std::move(list));
            held.owner =
                std::make_shared<std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
                    kept, held.owner);
            return held;
        }
        return made;
    }
    std::vector<std::int64_t> wide;
    for (const int each : of) {
        wide.push_back(std::stoll(id_text(ids, each)));
    }
    return ids == Ids::whole32 ? numbers<std::int32_t>(name, {wide.begin(), wide.end()})
                               : numbers<std::int64_t>(name, std::move(wide));
}

inline BatchColumn truths(const char* name, const std::vector<Row>& rows, bool Row::*of) {
    std::vector<std::uint8_t> values;
    for (const auto& row : rows) {
        values.push_back(row.*of ? 1 : 0);
    }
    return numbers<std::uint8_t>(name, std::move(values));
}

inline std::vector<int> ids_of(const std::vector<Row>& rows, int Row::*of) {
    std::vector<int> ids;
    for (const auto& row : rows) {
        ids.push_back(row.*of);
    }
    return ids;
}

/// Rows as one batch; where a time is not known, something that is none lies beneath the null.
inline Batch batch_of(const std::vector<Row>& rows, const Form& form, std::size_t first_row = 2) {
    std::vector<std::int64_t> starts, ends, came, left;
    std::vector<std::string> status;
    std::string has_start, has_end;
    constexpr std::int64_t garbage = std::int64_t{-1} << 62;
    for (const auto& row : rows) {
        starts.push_back(row.planned * form.planned_units);
        ends.push_back((row.planned + row.lasts) * form.planned_units);
        const auto start = row.planned + row.late.value_or(0);
        came.push_back(row.late ? start * form.actual_units : garbage);
        left.push_back(row.stays ? (start + *row.stays) * form.actual_units : garbage);
        has_start += row.late ? '1' : '0';
        has_end += row.stays ? '1' : '0';
        status.push_back(row.status);
    }
    Batch batch{{}, rows.size(), first_row};
    batch.columns.push_back(id_column(form.ids, "service", ids_of(rows, &Row::service)));
    batch.columns.push_back(id_column(form.ids, "person", ids_of(rows, &Row::person)));
    batch.columns.push_back(id_column(form.ids, "worker", ids_of(rows, &Row::worker)));
    batch.columns.push_back(texts("status", std::move(status)));
    batch.columns.push_back(moments("planned_start", std::move(starts), form.planned_units));
    batch.columns.push_back(moments("planned_end", std::move(ends), form.planned_units));
    batch.columns.push_back(moments("actual_start", std::move(came), form.actual_units, has_start));
    batch.columns.push_back(moments("actual_end", std::move(left), form.actual_units, has_end));
    batch.columns.push_back(truths("logged", rows, &Row::electronic));
    batch.columns.push_back(truths("edited", rows, &Row::edited));
    batch.columns.push_back(truths("time_critical", rows, &Row::critical));
    return batch;
}

/// Rows as a table of the name `log` whose first row is 2.
inline Batches table_of(const std::vector<Row>& rows, const Form& form = {}) {
    Batches table{"log", {}};
    for (std::size_t part = 0; part < form.batches; ++part) {
        const auto begin = rows.size() * part / form.batches;
        const auto end = rows.size() * (part + 1) / form.batches;
        using Place = std::vector<Row>::difference_type;
        table.parts.push_back(
            batch_of({rows.begin() + static_cast<Place>(begin), rows.begin() + static_cast<Place>(end)}, form,
                     2 + begin));
    }
    return table;
}

/// The same table with another column in the place of the one of that name.
inline Batches with(Batches table, BatchColumn other) {
    for (auto& each : table.parts.front().columns) {
        if (each.name == other.name) {
            each = std::move(other);
            break;
        }
    }
    return table;
}

} // namespace visits
