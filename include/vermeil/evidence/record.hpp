// SPDX-License-Identifier: MIT
#pragma once
// A row of typed evidence, and what each kind of it looks like.

#include <vermeil/core/date.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/origin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// Something stands in a cell, and nobody can say what was meant.
struct Refused {
    friend bool operator==(Refused, Refused) = default;
};

/// What one cell says: nothing, what was refused, or a value of the kind that its field has. Ids, texts and words are texts.
using RecordValue =
    std::variant<std::monostate, Refused, std::string, std::uint32_t, double, Date, bool, Quarter>;

/// The cells of a row, in the order of the schema's fields. Rows that say the same may share them, so that a table of millions of
/// equal rows holds them once.
class RecordCells {
  public:
    RecordCells() = default;
    explicit RecordCells(std::vector<RecordValue> cells)
        : cells_(std::make_shared<const std::vector<RecordValue>>(std::move(cells))) {}
    RecordCells(std::initializer_list<RecordValue> cells) : RecordCells(std::vector<RecordValue>(cells)) {}

    /// @throws std::out_of_range beyond the last, as a vector does.
    [[nodiscard]] const RecordValue& at(std::size_t field) const { return all().at(field); }
    [[nodiscard]] const RecordValue& operator[](std::size_t field) const { return all()[field]; }
    [[nodiscard]] std::size_t size() const noexcept { return cells_ == nullptr ? 0 : cells_->size(); }
    /// Puts another value into one cell; rows that shared the cells keep theirs.
    void set(std::size_t field, RecordValue value) {
        auto changed = all();
        changed.at(field) = std::move(value);
        *this = RecordCells(std::move(changed));
    }
    /// Whether both are one and the same in memory.
    [[nodiscard]] bool shares(const RecordCells& other) const noexcept { return cells_ == other.cells_; }

    friend bool operator==(const RecordCells& one, const RecordCells& other) {
        return one.shares(other) || one.all() == other.all();
    }

  private:
    [[nodiscard]] const std::vector<RecordValue>& all() const {
        static const std::vector<RecordValue> none;
        return cells_ == nullptr ? none : *cells_;
    }

    std::shared_ptr<const std::vector<RecordValue>> cells_ = nullptr;
};

/// One row of typed evidence: whom it concerns, its days, and its cells in the order of the schema's fields.
struct Record {
    std::string service;
    RecordCells cells;
    Date from;                      ///< the day it happened or began
    std::optional<Date> to{};       ///< its last day, counted; nothing while it lasts
    std::optional<Date> known_on{}; ///< the day it became known; nothing: the day it happened
    Origin origin{};
    bool refused = false; ///< its days or its key could not be read: nobody can say whether it counts

    /// The value of a field; null where the cell is empty, was refused or is of another kind.
    template <class Value> [[nodiscard]] const Value* get(std::size_t field) const {
        return std::get_if<Value>(&cells.at(field));
    }
    /// Whether a cell holds something that could not be read.
    [[nodiscard]] bool is_refused(std::size_t field) const {
        return std::holds_alternative<Refused>(cells.at(field));
    }
    /// Whether a cell holds that word.
    [[nodiscard]] bool says(std::size_t field, std::string_view word) const {
        const auto* text = get<std::string>(field);
        return text != nullptr && *text == word;
    }
    /// Whether it was known on that day.
    [[nodiscard]] bool is_known_on(Date day) const { return known_on.value_or(from) <= day; }
    /// Whether it had begun, had not ended and was known on that day.
    [[nodiscard]] bool is_open_on(Date day) const {
        return is_known_on(day) && from <= day && (!to || day <= *to);
    }
};

/// One kind of evidence: its table, and what its rows must satisfy. The first field names the service; where there is a field
/// `provider`, a row may name that instead and then concerns all its services. The fields `to` and `known_on`, where there
/// are, hold the last day and the day on which a row became known. No number is below 0.
struct RecordKind {
    /// A number that cannot be above the sum of others of its row.
    struct Part {
        std::size_t part;
        std::vector<std::size_t> whole;
    };
    /// A day that cannot lie before another of its row.
    struct Order {
        std::size_t first;
        std::size_t then;
    };
    /// A day on which more became known of a row than stood in it at first, with the fields that were filled in then.
    struct Later {
        std::size_t day;
        std::vector<std::size_t> fields{};
    };

    Schema schema;
    std::size_t day; ///< the field of the day, or of the quarter, at which a row happened or began
    std::vector<std::size_t> key{}; ///< fields that together stand in one row alone; none: rows may be alike
    std::vector<Part> parts{};
    std::vector<Order> order{};
    std::vector<Later> later{};

    /// The position of a field that not every kind has.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view field) const {
        const auto& fields = schema.fields;
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.name == field; });
        return found == fields.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - fields.begin()));
    }
};

/// The rows of one kind of evidence, service by service; those of one service in the order of the table.
class Records {
  public:
    Records() = default;
    explicit Records(std::vector<Record> rows) : rows_(std::move(rows)) {
        const auto before = [](const Record& left, const Record& right) {
            return left.service < right.service;
        };
        // Sorting takes half as much memory again, and many tables are in order.
        if (!std::is_sorted(rows_.begin(), rows_.end(), before)) {
            std::stable_sort(rows_.begin(), rows_.end(), before);
        }
    }

    /// All rows.
    [[nodiscard]] std::span<const Record> all() const noexcept { return rows_; }
    /// The rows of one service; none where it has none.
    [[nodiscard]] std::span<const Record> of(std::string_view service) const {
        const auto first = std::lower_bound(rows_.begin(), rows_.end(), service,
                                            [](const Record& row, auto id) { return row.service < id; });
        const auto last = std::upper_bound(first, rows_.end(), service,
                                           [](auto id, const Record& row) { return id < row.service; });
        return {first, last};
    }

  private:
    std::vector<Record> rows_;
};

} // namespace vermeil
