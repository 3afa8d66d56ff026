// SPDX-License-Identifier: MIT
#pragma once
// Reads a walk that somebody else made: what rules said of services on days, and what became of the services.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/risk/backtest.hpp>
#include <vermeil/risk/backtest_panel.hpp>
#include <vermeil/risk/backtest_spells.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// What a walk's table is read with.
struct RankedLayout {
    std::vector<BacktestRule>
        rules; ///< the columns of numbers, the scheme's first; the higher, the sooner it visits
    std::vector<std::string> levels{}; ///< the words of the column `level`, the worst first; empty: no levels
};

/// A walk that was read, and what of it could not be.
struct RankedWalk {
    BacktestPanel panel;
    PanelOutcome outcome;
    Rejects rejects;
};

/// What rules said, one row a service and day, with a column of numbers for each rule beside these.
inline Schema ranked_schema(const RankedLayout& layout) {
    Schema schema{"ranked",
                  "What rules said of services, one row for each service and day",
                  {{"service", CellKind::id, "The service"},
                   {"day", CellKind::date, "The day of the list, as 2024-10-31"},
                   {"visited", CellKind::truth, "Whether somebody visits already", false},
                   {"level", CellKind::word, "The scheme's level", !layout.levels.empty(), layout.levels}}};
    for (const auto& rule : layout.rules) {
        schema.fields.push_back({rule.id, CellKind::number, rule.label});
    }
    return schema;
}

/// What became of services, one row an event.
inline const Schema& harm_schema() {
    static const Schema schema{
        "harm",
        "What became of services, one row an event",
        {{"service", CellKind::id, "The service"},
         {"on", CellKind::date, "The day it happened, as 2024-10-01"},
         {"until", CellKind::date, "The day from which it stands no longer; empty: it stands", false}}};
    return schema;
}

namespace detail {

/// The rows of a walk's table by day and service.
struct RankedRows {
    struct Said {
        bool is_visited;
        std::uint32_t level;
        std::vector<double> keys;
    };
    std::map<std::pair<Date, std::string>, Said> rows;

    void read(const RankedLayout& layout, const Frame& frame, Rejects& rejects) {
        enum : std::size_t { service, day, visited, level, first_rule };
        const auto schema = ranked_schema(layout);
        const Reader reader(schema, frame);
        for (std::size_t i = 0; i < reader.rows(); ++i) {
            if (reader.is_blank(i)) {
                continue;
            }
            auto row = reader.row(i, rejects);
            const auto id = row.text(service);
            const auto when = row.date(day);
            Said said{row.truth(visited).value_or(false), 0, {}};
            if (!layout.levels.empty()) {
                const auto word = row.word(level).value_or(layout.levels.front());
                const auto found = std::find(layout.levels.begin(), layout.levels.end(), word);
                said.level = static_cast<std::uint32_t>(found - layout.levels.begin());
            }
            for (std::size_t rule = 0; rule < layout.rules.size(); ++rule) {
                said.keys.push_back(row.number(first_rule + rule).value_or(0));
            }
            if (row.ok() && !rows.emplace(std::pair(*when, *id), std::move(said)).second) {
                row.reject(day, "this service and day stand already in an earlier row");
            }
        }
    }
};

inline std::map<std::string, std::vector<OutcomeSpells::Spell>> read_harm(const Frame& frame,
                                                                          Rejects& rejects) {
    enum : std::size_t { service, on, until };
    std::map<std::string, std::vector<OutcomeSpells::Spell>> found;
    const Reader reader(harm_schema(), frame);
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        if (reader.is_blank(i)) {
            continue;
        }
        auto row = reader.row(i, rejects);
        const auto id = row.text(service);
        const auto day = row.date(on);
        const auto end = row.date(until);
        if (row.ok() && end && *end <= *day) {
            row.reject(until, "it cannot end by the day on which it happens");
        }
        if (row.ok()) {
            found[*id].push_back({*day, end});
        }
    }
    return found;
}

/// The panel and the spells of rows that were read.
class RankedMaker {
  public:
    RankedMaker(const RankedRows& read, std::map<std::string, std::vector<OutcomeSpells::Spell>> happened)
        : read_(read) {
        for (const auto& [key, said] : read.rows) {
            if (days_.empty() || days_.back() != key.first) {
                days_.push_back(key.first);
            }
            place_.emplace(key.second, 0);
        }
        for (const auto& [service, events] : happened) {
            place_.emplace(service, 0);
        }
        for (auto& [service, position] : place_) {
            position = static_cast<std::uint32_t>(services_.size());
            services_.push_back(service);
            spells_.emplace_back(std::move(happened[service]));
        }
    }

    [[nodiscard]] BacktestPanel panel(const RankedLayout& layout) const {
        BacktestPanel made(services_, days_,
                           layout.levels.empty() ? std::vector<std::string>{"all"} : layout.levels);
        std::vector<std::vector<double>> keys(layout.rules.size());
        std::uint32_t day = 0;
        for (const auto& [key, said] : read_.rows) {
            day += days_[day] == key.first ? 0U : 1U;
            made.add({place_.at(key.second), day, said.level, said.keys.front(), said.is_visited});
            for (std::size_t rule = 0; rule < keys.size(); ++rule) {
                keys[rule].push_back(said.keys[rule]);
            }
        }
        for (std::size_t rule = 0; rule < keys.size(); ++rule) {
            made.add(layout.rules[rule], std::move(keys[rule]));
        }
        return made;
    }
    [[nodiscard]] const std::vector<OutcomeSpells>& spells() const noexcept { return spells_; }

  private:
    const RankedRows& read_;
    std::vector<Date> days_;
    std::map<std::string, std::uint32_t> place_;
    std::vector<std::string> services_;
    std::vector<OutcomeSpells> spells_;
};

} // namespace detail

/// Reads a walk and one outcome from two tables. Rows that do not fit become rejects. The points are the numbers of the first rule.
/// @throws Error when a column is missing, or there is no rule.
inline RankedWalk read_ranked(const RankedLayout& layout, const Frame& ranked, const Frame& harm,
                              std::string outcome, std::string label) {
    if (layout.rules.empty()) {
        throw Error("a walk needs the columns of its rules, the scheme's first");
    }
    Rejects rejects;
    detail::RankedRows read;
    read.read(layout, ranked, rejects);
    const detail::RankedMaker maker(read, detail::read_harm(harm, rejects));
    return {maker.panel(layout), {std::move(outcome), std::move(label), maker.spells()}, std::move(rejects)};
}

} // namespace vermeil
