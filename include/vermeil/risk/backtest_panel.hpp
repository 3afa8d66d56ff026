// SPDX-License-Identifier: MIT
#pragma once
// What every rule said of every service on every day of the walk.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// A rule that is tried: the scheme, or a naive rival.
struct BacktestRule {
    std::string id;
    std::string label;
};

/// One service on one day of the walk.
struct BacktestRow {
    std::uint32_t service;   ///< its position in the register
    std::uint32_t day;       ///< the position of the day
    std::uint32_t level = 0; ///< the position among the panel's levels
    double points = 0;       ///< of the scheme, at their most where something is not known
    bool is_visited = false; ///< somebody visits already: an embargo or an improvement plan is open
    friend bool operator==(const BacktestRow&, const BacktestRow&) = default;
};

/// The walk as a table: rows by day and service, and for each rule a key a row; the higher the key, the sooner it visits.
///
/// The first rule is the scheme. What became of the services is not in it: no rule can have seen it.
/// @throws Error when a row names a service, day or level that is not there, rows are out of order or two alike, or a rule's
/// keys are not one a row.
class BacktestPanel {
  public:
    BacktestPanel(std::vector<std::string> services, std::vector<Date> days, std::vector<std::string> levels)
        : services_(std::move(services)), days_(std::move(days)), levels_(std::move(levels)) {}

    /// Adds the next row.
    void add(const BacktestRow& row) {
        if (row.service >= services_.size() || row.day >= days_.size() || row.level >= levels_.size()) {
            throw Error("a row of the panel is about a service, day or level that it does not have");
        }
        if (!rows_.empty() &&
            std::pair(rows_.back().day, rows_.back().service) >= std::pair(row.day, row.service)) {
            throw Error("the panel has " + quoted(services_[row.service]) + " on " +
                        to_string(days_[row.day]) + " twice, or out of the order of days and services");
        }
        rows_.push_back(row);
    }
    /// Adds a rule once all rows are there.
    void add(BacktestRule rule, std::vector<double> keys) {
        if (keys.size() != rows_.size()) {
            throw Error("the rule " + quoted(rule.id) + " has " + std::to_string(keys.size()) + " keys for " +
                        std::to_string(rows_.size()) + " rows");
        }
        rules_.push_back(std::move(rule));
        keys_.push_back(std::move(keys));
    }

    [[nodiscard]] const std::vector<std::string>& services() const noexcept { return services_; }
    [[nodiscard]] const std::vector<Date>& days() const noexcept { return days_; }
    [[nodiscard]] const std::vector<std::string>& levels() const noexcept { return levels_; }
    [[nodiscard]] const std::vector<BacktestRow>& rows() const noexcept { return rows_; }
    [[nodiscard]] const std::vector<BacktestRule>& rules() const noexcept { return rules_; }
    /// The keys of a rule, one a row.
    [[nodiscard]] const std::vector<double>& keys(std::size_t rule) const { return keys_.at(rule); }
    [[nodiscard]] Date day_of(const BacktestRow& row) const { return days_[row.day]; }

  private:
    std::vector<std::string> services_;
    std::vector<Date> days_;
    std::vector<std::string> levels_;
    std::vector<BacktestRow> rows_;
    std::vector<BacktestRule> rules_;
    std::vector<std::vector<double>> keys_;
};

} // namespace vermeil
