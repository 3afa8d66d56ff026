// SPDX-License-Identifier: MIT
#pragma once
// Measures of many services in one quarter, column by column.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/observed.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/core/wording.hpp>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// What else is known of a cell, as bits of one number.
enum CellFlag : std::uint8_t {
    late = 1,      ///< came after its due date, and is used
    chased = 2,    ///< absent: the due date passed and a reminder is logged
    inherited = 4, ///< evidence of a predecessor of the service is beneath it
    carried = 248  ///< a value of an earlier quarter: any of these bits, which hold its age in quarters
};

/// The flags with the mark that the value is so many quarters old, 1 to 31.
inline std::uint8_t carried_flag(std::uint8_t flags, std::uint32_t quarters) noexcept {
    return static_cast<std::uint8_t>(flags | (quarters << 3U));
}

/// How many quarters old a carried value is; 0 for one that was not carried.
inline std::uint32_t carried_quarters(std::uint8_t flags) noexcept { return flags >> 3U; }

/// One measure of one service: a value with its state, its base and its flags.
struct Cell {
    double value = 0; ///< means nothing unless the state is `present`
    State state = State::unknown;
    std::uint32_t n = 0;     ///< the base of the value; 0 where none is known
    std::uint32_t count = 0; ///< for a share, the part of n that counts
    std::uint8_t flags = 0;
    std::int32_t day = no_day; ///< of the oldest evidence beneath the value, or on which the rating was given
    std::int32_t as_of = no_day; ///< the day on which ages are counted
    double share = 1; ///< how much of its points the value earns, 0 to 1: what has decayed earns less

    /// The age of the evidence in days; nothing where a day is not known, or lies after the day of counting.
    [[nodiscard]] std::optional<std::int32_t> age() const noexcept {
        const bool known = day != no_day && as_of != no_day && day <= as_of;
        return known ? std::optional(as_of - day) : std::nullopt;
    }
};

/// One measure of all services. Spans may be empty where the table has no such column:
/// `n` and `count` where the base is unknown, `flags` where nothing is flagged, `day` where no day is known, `share` where every
/// value earns all of its points.
struct MeasureColumn {
    std::span<const double> value;
    std::span<const State> state;
    std::span<const std::uint32_t> n;
    std::span<const std::uint32_t> count;
    std::span<const std::uint8_t> flags;
    std::span<const std::int32_t> day = {};
    std::int32_t as_of = no_day;        ///< the day on which ages are counted, which the table sets
    std::span<const double> share = {}; ///< how much of its points each value earns; empty: all of them

    /// One service's cell.
    [[nodiscard]] Cell cell(std::size_t row) const {
        return {value[row],
                state[row],
                n.empty() ? 0 : n[row],
                count.empty() ? 0 : count[row],
                flags.empty() ? std::uint8_t{0} : flags[row],
                day.empty() ? no_day : day[row],
                as_of,
                share.empty() ? 1.0 : share[row]};
    }

    /// The column of one service.
    // A template, so that only those compile it who ask for one.
    [[nodiscard]] MeasureColumn only(std::integral auto row) const {
        const auto at = [place = static_cast<std::size_t>(row)](auto all) {
            return all.empty() ? all : all.subspan(place, 1);
        };
        return {at(value), at(state), at(n), at(count), at(flags), at(day), as_of, at(share)};
    }
};

/// The services of one quarter, and a column for each measure. It looks at memory that its owners keep alive.
///
/// @throws Error when a column's length is not the number of services, two measures bear one name, or a value that is said
/// to be present is not a finite number.
class MeasureTable {
  public:
    /// Of how many cells the text is kept that could not be used.
    static constexpr std::size_t most_refused = 100'000;

    /// `as_of` is the day on which the ages of evidence are counted; nothing: the last day of the quarter.
    explicit MeasureTable(std::vector<std::string> services, std::optional<Quarter> quarter = std::nullopt,
                          std::optional<Date> as_of = std::nullopt)
        : services_(std::move(services)), quarter_(quarter),
          as_of_(as_of || !quarter ? as_of : quarter->last_day()) {}

    /// Adds a measure; `owner` keeps the memory behind the spans alive.
    // A template, as some of its kin below: only those compile it who add measures.
    void add(std::convertible_to<std::string> auto named, MeasureColumn column,
             std::shared_ptr<const void> owner) {
        std::string id = std::move(named);
        const auto rows = services_.size();
        const auto fits = [rows](const auto& part) { return part.empty() || part.size() == rows; };
        if (column.value.size() != rows || column.state.size() != rows || !fits(column.n) ||
            !fits(column.count) || !fits(column.flags) || !fits(column.day) || !fits(column.share)) {
            throw Error("measure " + quoted(id) + " has not one value and one state for each of " +
                        std::to_string(rows) + " services");
        }
        if (find(id) != nullptr) {
            throw Error("two measures are named " + quoted(id));
        }
        for (std::size_t row = 0; row < rows; ++row) {
            if (column.state[row] == State::present && !std::isfinite(column.value[row])) {
                throw Error("measure " + quoted(id) + " of service " + quoted(services_[row]) +
                            " is present and not a number; give a state where there is no value");
            }
        }
        ids_.push_back(std::move(id));
        column.as_of = as_of_ ? day_number(*as_of_) : no_day;
        columns_.push_back(column);
        owners_.push_back(std::move(owner));
    }

    /// Keeps the name for which a number stands in its cells, such as that of a region.
    /// @throws Error when the number stands for another name already: of 2^52 numbers two were one.
    // A template like its kin below, so that only those compile the maps who have names or refusals.
    void add_name(std::convertible_to<double> auto number, std::string_view name) {
        const auto& known = names_.emplace(number, name).first->second;
        if (folded(known) != folded(name)) {
            throw Error("the names " + quoted(known) + " and " + quoted(name) +
                        " cannot be told apart; write one of them otherwise");
        }
    }
    /// The name for which a number stands; empty where it stands for itself.
    [[nodiscard]] std::string name_of(std::convertible_to<double> auto number) const {
        const auto found = names_.find(number);
        return found == names_.end() ? std::string() : found->second;
    }

    /// Whether any number stands for a name.
    [[nodiscard]] bool has_names() const noexcept { return !names_.empty(); }

    /// Keeps what stood in the place of a value and could not be used. Of a table with more such cells than anybody reads, the
    /// text of `most_refused` is kept, and of the others what their measure says of all that are unknown.
    void refuse(std::integral auto row, const std::string& measure, std::string found) {
        if (refused_.size() < most_refused) {
            refused_[{row, measure}] = std::move(found);
        } else {
            causes_.emplace(measure, "its cell is empty or could not be used, see the rejects");
        }
    }
    /// What stood in the place of a value and could not be used; empty where nothing did.
    [[nodiscard]] std::string refused(std::integral auto row, const std::string& measure) const {
        const auto found = refused_.find({row, measure});
        return found == refused_.end() ? std::string() : found->second;
    }

    /// Keeps what happened where a measure is `unknown`, for all services.
    void say_unknown(const std::string& measure, std::convertible_to<std::string> auto cause) {
        causes_.insert_or_assign(measure, std::move(cause));
    }
    /// The same for one service, of which another cause is true.
    void say_unknown(std::integral auto row, const std::string& measure, std::string cause) {
        causes_of_rows_.insert_or_assign({row, measure}, std::move(cause));
    }
    /// What happened where a measure of a service is `unknown`; empty where nobody said.
    [[nodiscard]] std::string unknown_cause(std::integral auto row, const std::string& measure) const {
        const auto own = causes_of_rows_.find({row, measure});
        const auto all = causes_.find(measure);
        return own != causes_of_rows_.end() ? own->second
               : all != causes_.end()       ? all->second
                                            : std::string();
    }

    [[nodiscard]] std::size_t rows() const noexcept { return services_.size(); }
    [[nodiscard]] const std::vector<std::string>& services() const noexcept { return services_; }
    /// The quarter; nothing where the measures came without one.
    [[nodiscard]] std::optional<Quarter> quarter() const noexcept { return quarter_; }
    /// The day as of which the measures hold; nothing where they came without a day and without a quarter.
    [[nodiscard]] std::optional<Date> as_of() const noexcept { return as_of_; }
    [[nodiscard]] const std::vector<std::string>& ids() const noexcept { return ids_; }
    [[nodiscard]] const std::vector<MeasureColumn>& columns() const noexcept { return columns_; }

    /// The column of a measure, or null.
    [[nodiscard]] const MeasureColumn* find(std::string_view id) const noexcept {
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            if (ids_[i] == id) {
                return &columns_[i];
            }
        }
        return nullptr;
    }

    /// The row of a service.
    /// @throws Error when the table has no such service.
    [[nodiscard]] std::size_t row(std::string_view service) const {
        for (std::size_t i = 0; i < services_.size(); ++i) {
            if (services_[i] == service) {
                return i;
            }
        }
        throw Error("no service " + quoted(service) + " among the " + std::to_string(rows()) + " measured");
    }

  private:
    std::vector<std::string> services_;
    std::optional<Quarter> quarter_;
    std::optional<Date> as_of_;
    std::vector<std::string> ids_;
    std::vector<MeasureColumn> columns_;
    std::vector<std::shared_ptr<const void>> owners_;
    std::map<double, std::string> names_;
    std::map<std::pair<std::size_t, std::string>, std::string> refused_;
    std::map<std::string, std::string> causes_; ///< of what is unknown, by measure
    std::map<std::pair<std::size_t, std::string>, std::string> causes_of_rows_;
};

} // namespace vermeil
