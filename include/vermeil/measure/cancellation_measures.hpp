// SPDX-License-Identifier: MIT
#pragma once
// Measures of how visits were cancelled: how much notice was given, and how often too little.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/visit_window.hpp>
#include <vermeil/measure/cancellations.hpp>
#include <vermeil/measure/monitored_visits.hpp>
#include <vermeil/measure/pooled_share.hpp>
#include <vermeil/measure/row_window.hpp>
#include <vermeil/measure/standard_measure.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// The cancellations of every service in windows of days, each pass over the log made once.
class CancelledVisits {
  public:
    explicit CancelledVisits(std::shared_ptr<const VisitLog> log)
        : log_(std::move(log)), at_(*log_), lost_(log_, {}, 0) {}

    /// The share of a service's rows that had to be left out.
    [[nodiscard]] double lost_share(const std::string& service) const { return lost_.lost_share(service); }
    /// What a service's log has in a window, or null where it has no row there.
    const Cancellations* find(const std::string& service, const DayWindow& window) {
        if (window.last < window.first) {
            return nullptr;
        }
        const std::pair days{day_number(window.first), day_number(window.last)};
        auto found = counted_.find(days);
        if (found == counted_.end()) {
            Counted counted;
            for (auto& each : cancellations(visits_within(*log_, window.first, window.last), at_)) {
                auto name = each.service;
                counted.emplace(std::move(name), std::move(each));
            }
            found = counted_.emplace(days, std::move(counted)).first;
        }
        const auto of = found->second.find(service);
        return of == found->second.end() ? nullptr : &of->second;
    }

  private:
    using Counted = std::map<std::string, Cancellations>;
    std::shared_ptr<const VisitLog> log_;
    CancelledAt at_;
    MonitoredVisits lost_;
    std::map<std::pair<std::int32_t, std::int32_t>, Counted> counted_;
};

/// The side, or both, whose cancellations are asked for.
inline CancelledSide side_of(const StandardTask& task, const Cancellations& found) {
    const auto& by = task.word("by");
    auto side = by == "person" ? found.by_person : found.by_provider;
    if (by == "anybody") {
        side.add(found.by_person);
    }
    return side;
}

/// Draws cells of cancellations; `cell_of(task, found, side, oldest)`.
template <class CellOf> Drawer drawn_from_cancellations(const StandardTask& task, const CellOf& cell_of) {
    if (task.evidence->visits == nullptr) {
        return [](const Service&, const DrawingDay&) { return absent_cell(State::unknown); };
    }
    auto visits = std::make_shared<CancelledVisits>(task.evidence->visits);
    return [task, visits, cell_of](const Service& service, const DrawingDay& day) {
        const auto& id = service.id().text();
        if (visits->lost_share(id) > task.number("most_lost")) {
            return absent_cell(State::unknown);
        }
        const auto window = window_of(task, day);
        const auto* found = visits->find(id, window);
        if (found == nullptr) {
            return absent_cell(State::not_submitted);
        }
        const auto side = side_of(task, *found);
        const auto undated = static_cast<double>(side.visits - side.notice.size());
        return undated > task.number("most_undated") * static_cast<double>(side.visits)
                   ? absent_cell(State::unknown)
                   : cell_of(task, *found, side, window.first);
    };
}

inline Drawer short_notice_cancellations(const StandardTask& task) {
    return drawn_from_cancellations(task, [](const StandardTask& of, const Cancellations& found,
                                             const CancelledSide& side, Date oldest) {
        PooledShare pooled{oldest};
        pooled.count = side.shorter_than(of.number("notice_hours") * 3600);
        const auto undated = side.visits - side.notice.size();
        pooled.add(of.word("over") == "visits" ? found.planned - undated : side.notice.size(), oldest, false);
        return pooled.cell(of.measure.least_n);
    });
}

inline Drawer cancellation_notice(const StandardTask& task) {
    return drawn_from_cancellations(
        task, [](const StandardTask& of, const Cancellations&, const CancelledSide& side, Date oldest) {
            auto cell = statistic_cell(side.notice, of.word("statistic"), of.measure.least_n, oldest);
            cell.value /= 3600;
            return cell;
        });
}

/// The parameters that both have.
inline std::vector<Parameter> cancellation_parameters(std::vector<Parameter> own) {
    own.insert(own.begin(), word_parameter("by", "who cancelled", {"provider", "person", "anybody"}));
    own.push_back(
        number_parameter("most_undated",
                         "the greatest share of these cancellations whose moment may be missing, 0 to "
                         "1; with more the value is unknown",
                         0.05, 0, 1));
    own.push_back(
        number_parameter("most_lost",
                         "the greatest share of a service's rows that may be left out as faulty, 0 to "
                         "1; with more the value is unknown",
                         0.05, 0, 1));
    return own;
}
inline std::string cancellation_edges() {
    return "no row in the quarter: not_submitted; no log, or more than most_lost of the rows left out, or "
           "more "
           "than most_undated of the cancellations without their moment: unknown; no base: too_few; word "
           "that "
           "comes after the planned start is no notice";
}

} // namespace detail

/// The measures of cancelled visits.
inline std::vector<StandardMeasure> cancellation_measures() {
    auto hours = number_parameter("notice_hours", "hours of notice below which it is short", 0, 0, 8760);
    hours.required = true;
    return {{.id = "short_notice_cancellations",
             .label = "Visits cancelled at short notice",
             .formula = "cancelled less than notice_hours before the planned start / over",
             .source = detail::own_definition(),
             .unit = "share",
             .better = Better::lower,
             .denominator =
                 "cancellations whose moment is known, or all visits planned but those without it; "
                 "each worker's row counts",
             .edges = detail::cancellation_edges(),
             .tables = {"visits"},
             .kind = ValueKind::share,
             .parameters = detail::cancellation_parameters(
                 {hours, word_parameter("over", "the base", {"cancellations", "visits"})}),
             .draw = &detail::short_notice_cancellations},
            {.id = "cancellation_notice",
             .label = "Hours of notice of a cancelled visit",
             .formula = "hours from the cancelling to the planned start, their mean, median or greatest",
             .source = detail::own_definition(),
             .unit = "hours",
             .better = Better::higher,
             .denominator = "cancellations whose moment is known; each worker's row counts",
             .edges = detail::cancellation_edges(),
             .tables = {"visits"},
             .kind = ValueKind::number,
             .parameters = detail::cancellation_parameters({statistic_parameter()}),
             .draw = &detail::cancellation_notice}};
}

} // namespace vermeil
