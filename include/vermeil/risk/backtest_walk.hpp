// SPDX-License-Identifier: MIT
#pragma once
// Walks forward through history and asks every rule, each day with only what was known on it.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/evidence/complaint.hpp>
#include <vermeil/evidence/concern.hpp>
#include <vermeil/evidence/death.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/safeguarding.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/risk/backtest_evidence.hpp>
#include <vermeil/risk/backtest_panel.hpp>
#include <vermeil/risk/backtest_rival.hpp>
#include <vermeil/risk/backtest_visited.hpp>
#include <vermeil/risk/panel_period.hpp>
#include <vermeil/risk/risk_book.hpp>
#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/risk_score.hpp>

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

/// The last days of the months, or of the calendar quarters, from one day to another, both counted.
/// @throws Error when the periods are numbers, which have no days.
inline std::vector<Date> walk_days(Date first, Date last, Every every) {
    if (every == Every::number) {
        throw Error("a walk goes every month or every quarter, not every " + quoted(to_string(every)));
    }
    std::vector<Date> days;
    for (int month = static_cast<int>(first.year()) * 12 + first.month().as_number() - 1;; ++month) {
        const auto year = static_cast<unsigned short>(month / 12);
        const auto of_year = static_cast<unsigned short>(month % 12 + 1);
        const auto end = boost::gregorian::gregorian_calendar::end_of_month_day(year, of_year);
        const Date day(year, of_year, static_cast<unsigned short>(end));
        if (day > last) {
            return days;
        }
        if (every == Every::month || of_year % 3 == 0) {
            days.push_back(day);
        }
    }
}

/// The first and the last day of a history; nothing where no fact has a day.
///
/// The last is the last day on which anything became known. The first is that of the earliest event; without events, of the
/// earliest complaint, concern, death or safeguarding enquiry; without these, of the earliest rating: ratings and the standing of
/// companies may be many years old where nothing else was recorded.
inline std::optional<std::pair<Date, Date>> history_of(const Evidence& evidence) {
    std::optional<Date> first;
    std::optional<Date> last;
    const auto take = [&](const auto& row, Date on, bool begins) {
        if (!row.refused) {
            const auto known = row.known_on ? std::max(*row.known_on, on) : on;
            first = begins && (!first || known < *first) ? known : first;
            last = !last || *last < known ? known : last;
        }
    };
    for (const auto& each : evidence.events) {
        take(each, each.from, true);
    }
    const bool has_events = first.has_value();
    for (const auto& [name, records] : evidence.records) {
        const bool reports = name == complaint_kind().schema.name || name == concern_kind().schema.name ||
                             name == death_kind().schema.name || name == safeguarding_kind().schema.name;
        for (const auto& row : records.all()) {
            take(row, row.from, reports && !has_events);
        }
    }
    const bool has_reports = first.has_value();
    for (const auto& each : evidence.inspections) {
        take(each, each.on, !has_reports);
    }
    return first && last ? std::optional(std::pair(*first, *last)) : std::nullopt;
}

namespace detail {

/// The scheme's word about the services that are open on a day. The one place where the back-test scores.
inline RiskScores scores_on(const RiskScheme& scheme, std::shared_ptr<const Evidence> known, Date day) {
    return RiskBook(scheme, std::move(known)).score(day);
}

/// Where a scheme puts a service: its level, 0 the worst, and its points.
struct SchemePlace {
    std::uint8_t level;
    double points;
    friend bool operator==(const SchemePlace&, const SchemePlace&) = default;
    /// The lesser comes later on the list of visits: by level, and within a level by points.
    friend bool operator<(const SchemePlace& left, const SchemePlace& right) {
        return left.level != right.level ? left.level > right.level : left.points < right.points;
    }
};

/// The numbers of the places in rising order of worry, the same for the same place on any day.
inline std::vector<double> visiting_order(const std::vector<SchemePlace>& places) {
    auto order = places;
    std::sort(order.begin(), order.end());
    order.erase(std::unique(order.begin(), order.end()), order.end());
    std::vector<double> keys;
    for (const auto& each : places) {
        keys.push_back(
            static_cast<double>(std::lower_bound(order.begin(), order.end(), each) - order.begin()));
    }
    return keys;
}

/// A panel that grows day by day.
class Walker {
  public:
    Walker(const RiskScheme& scheme, const Evidence& evidence, const std::vector<Date>& days)
        : scheme_(scheme), evidence_(evidence), rivals_(naive_rivals(scheme.framework(), evidence)),
          keys_(rivals_.size()), panel_(ids_of(evidence), days, levels_of(scheme)) {}

    void take(std::size_t day, const std::vector<std::string>& already) {
        const auto as_of = panel_.days()[day];
        const bool with_answers = !scheme_.framework().rules().surveys.empty();
        const auto held = std::make_shared<const Evidence>(evidence_known_on(evidence_, as_of, with_answers));
        const auto& known = *held;
        const auto scores = scores_on(scheme_, held, as_of);
        const auto busy = already_visited(known, as_of, already);
        std::vector<std::size_t> open;
        for (const auto& id : scores.measures().services()) {
            open.push_back(static_cast<std::size_t>(known.find(id) - known.services.data()));
        }
        for (std::size_t i = 0; i < open.size(); ++i) {
            const auto outcome = scores.outcomes().row(i);
            const auto level = outcome.band == no_band ? panel_.levels().size() - 1 : outcome.band;
            panel_.add({static_cast<std::uint32_t>(open[i]), static_cast<std::uint32_t>(day),
                        static_cast<std::uint32_t>(level), outcome.highest_score, busy[open[i]]});
            places_.push_back(
                {outcome.band == no_band ? outcome.highest : outcome.band, outcome.highest_score});
        }
        for (std::size_t rival = 0; rival < rivals_.size(); ++rival) {
            const auto said = rivals_[rival].keys(known, as_of);
            for (const auto service : open) {
                keys_[rival].push_back(said[service]);
            }
        }
    }

    BacktestPanel panel() {
        const auto& framework = scheme_.framework();
        const auto& title = framework.rules().edition.title;
        panel_.add(BacktestRule{"scheme", title.empty() ? framework.id() : title}, visiting_order(places_));
        for (std::size_t rival = 0; rival < rivals_.size(); ++rival) {
            panel_.add(BacktestRule{rivals_[rival].id, rivals_[rival].label}, std::move(keys_[rival]));
        }
        return std::move(panel_);
    }

  private:
    static std::vector<std::string> ids_of(const Evidence& evidence) {
        std::vector<std::string> ids;
        for (const auto& service : evidence.services) {
            ids.push_back(service.id().text());
        }
        return ids;
    }
    static std::vector<std::string> levels_of(const RiskScheme& scheme) {
        std::vector<std::string> levels;
        for (const auto& band : scheme.framework().rules().bands) {
            levels.push_back(band.name);
        }
        levels.emplace_back("Not rated");
        return levels;
    }

    const RiskScheme& scheme_;
    const Evidence& evidence_;
    std::vector<BacktestRival> rivals_;
    std::vector<std::vector<double>> keys_; // of the rivals
    std::vector<SchemePlace> places_;
    BacktestPanel panel_;
};

} // namespace detail

/// Walks over days, in rising order. `already` are the events whose being open says that somebody visits a service already.
///
/// Every day has its own evidence: what became known later is not in it, and services that were not open have no row. The
/// scheme visits by level, the worst first, and within a level by points; a service that is Not rated stands where the worst
/// that may be true of it would put it, so that silence takes nobody off the list.
/// @throws DefinitionError when a weight is not set yet.
/// @throws Error when a live measure says nothing of where its value comes from.
inline BacktestPanel walk(const RiskScheme& scheme, const Evidence& evidence, const std::vector<Date>& days,
                          const std::vector<std::string>& already) {
    detail::Walker walker(scheme, evidence, days);
    for (std::size_t day = 0; day < days.size(); ++day) {
        walker.take(day, already);
    }
    return walker.panel();
}

} // namespace vermeil
