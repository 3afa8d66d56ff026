// SPDX-License-Identifier: MIT
#pragma once
// Draws the cells of one measure from evidence, service by service.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <vermeil/core/error.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/survey_tally.hpp>

namespace vermeil {

/// When a measure is drawn: the quarter, and the day up to which facts count.
struct DrawingDay {
    Quarter quarter;
    Date as_of;
};

/// Evidence sorted for drawing, once for all measures.
///
/// A share pooled over quarters adds the counts, never the percentages. A share below the least n is `too_few` and
/// keeps its counts. Who sent nothing is `not_submitted`; a count that was lost makes the share `unknown`.
class Drawing {
  public:
    Drawing(const Evidence& evidence, const std::vector<SurveyInstrument>& surveys,
            const std::vector<OrderedScale>& scales, Rejects& rejects)
        : evidence_(evidence), scales_(scales) {
        for (const auto& survey : surveys) {
            tallies_.emplace(survey.id, SurveyTally(survey, evidence, rejects));
        }
        for (const auto& count : evidence.counts) {
            counts_[{count.service, count.quarter, count.item}] = &count;
        }
        for (const auto& inspection : evidence.inspections) {
            for (const auto& scale : scales) {
                if (folded(scale.id) == folded(inspection.source) && !scale.position(inspection.rating)) {
                    rejects.push_back(inspection.origin.reject("rating", inspection.rating, "not one of " + one_of(scale.words)));
                }
            }
        }
    }

    /// One cell.
    [[nodiscard]] Cell cell(const Measure& measure, const Service& service, const DrawingDay& day) const {
        if (!measure.live) {
            return {0, State::not_yet_live, 0, 0, 0};
        }
        return std::visit([&](const auto& source) { return drawn(source, measure, service, day); }, measure.value);
    }

  private:
    static Cell share_cell(std::uint64_t count, std::uint64_t n, std::uint32_t least_n) {
        constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
        if (n > most) {
            throw Error("a share of more than 4294967295 cannot be counted");
        }
        const bool few = n == 0 || n < least_n;
        return {few ? 0 : static_cast<double>(count) / static_cast<double>(n), few ? State::too_few : State::present,
                static_cast<std::uint32_t>(n), static_cast<std::uint32_t>(count), 0};
    }

    Cell drawn(const Given&, const Measure& measure, const Service&, const DrawingDay&) const {
        throw Error("measure " + quoted(measure.id) + " says nothing of where its value comes from; give it as a column");
    }

    Cell drawn(const SurveyShare& share, const Measure& measure, const Service& service, const DrawingDay& day) const {
        const auto& tally = tallies_.at(share.survey);
        std::uint64_t positive = 0;
        std::uint64_t answered = 0;
        bool reached = false;
        for (int back = static_cast<int>(measure.quarters) - 1; back >= 0; --back) {
            reached = reached || tally.reached(service.id().text(), day.quarter - back);
            const auto* item = tally.find(service.id().text(), day.quarter - back, share.item);
            if (item == nullptr) {
                continue;
            }
            if (item->has_lost_count) {
                return {0, State::unknown, 0, 0, 0};
            }
            for (const auto& [answer, count] : item->by_answer) {
                answered += count;
                positive += has_word(share.positive, answer) ? count : 0;
            }
        }
        return reached ? share_cell(positive, answered, measure.least_n) : Cell{0, State::not_submitted, 0, 0, 0};
    }

    Cell drawn(const CountShare& share, const Measure& measure, const Service& service, const DrawingDay& day) const {
        std::uint64_t count = 0;
        std::uint64_t base = 0;
        std::uint8_t flags = 0;
        for (int back = static_cast<int>(measure.quarters) - 1; back >= 0; --back) {
            const auto found = counts_.find({service.id().text(), day.quarter - back, share.item});
            if (found == counts_.end()) {
                return {0, State::not_submitted, 0, 0, 0};
            }
            const auto& returned = *found->second;
            if (!returned.counts.is_present()) {
                return {0, returned.counts.state(), 0, 0, chase_flag(returned, day.as_of)};
            }
            count += returned.counts.value().count();
            base += returned.counts.value().n();
            const bool is_late = returned.due_on && returned.received_on && *returned.received_on > *returned.due_on;
            flags = static_cast<std::uint8_t>(flags | (is_late ? CellFlag::late : 0));
        }
        auto cell = share_cell(count, base, measure.least_n);
        cell.flags = flags;
        return cell;
    }

    static std::uint8_t chase_flag(const ReportedCount& count, Date as_of) {
        const bool overdue = count.due_on && *count.due_on < as_of;
        const bool reminded = count.reminded_on && *count.reminded_on <= as_of;
        return static_cast<std::uint8_t>(overdue && reminded ? CellFlag::chased : 0);
    }

    template <class Counts> std::uint32_t events(const std::string& kind, const Service& service, Counts counts) const {
        return static_cast<std::uint32_t>(std::count_if(evidence_.events.begin(), evidence_.events.end(), [&](const Event& event) {
            const bool concerns = event.service == service.id().text() ||
                                  (event.service.empty() && event.provider == service.provider().text());
            return concerns && event.event == kind && counts(event);
        }));
    }

    Cell drawn(const EventOpen& asked, const Measure&, const Service& service, const DrawingDay& day) const {
        if (!evidence_.has_events) {
            return {};
        }
        const auto open = events(asked.event, service, [&](const Event& event) { return event.is_open_on(day.as_of); });
        return {open > 0 ? 1.0 : 0.0, State::present, 0, 0, 0};
    }

    Cell drawn(const EventCount& asked, const Measure&, const Service& service, const DrawingDay& day) const {
        if (!evidence_.has_events) {
            return {};
        }
        const auto began = events(asked.event, service, [&](const Event& event) { return event.began_within(day.as_of, asked.days); });
        return {static_cast<double>(began), State::present, 0, 0, 0};
    }

    Cell drawn(const LatestRating& asked, const Measure&, const Service& service, const DrawingDay& day) const {
        const auto scale = std::find_if(scales_.begin(), scales_.end(), [&](const auto& each) { return folded(each.id) == folded(asked.source); });
        const auto may = service.may_be_rated_by(RegulatorId(asked.source));
        if (may && !*may) {
            return {0, State::not_applicable, 0, 0, 0};
        }
        if (!evidence_.has_inspections) {
            return {};
        }
        const Inspection* latest = nullptr;
        for (const auto& each : evidence_.inspections) {
            const bool known = each.service == service.id().text() && folded(each.source) == folded(asked.source) &&
                               each.on <= day.as_of && each.known_on.value_or(each.on) <= day.as_of &&
                               scale->position(each.rating);
            latest = known && (latest == nullptr || each.on >= latest->on) ? &each : latest;
        }
        if (latest == nullptr) {
            return {0, State::not_yet_inspected, 0, 0, 0};
        }
        return {static_cast<double>(*scale->position(latest->rating)), State::present, 0, 0, 0};
    }

    using CountKey = std::tuple<std::string, Quarter, std::string>;

    const Evidence& evidence_;
    const std::vector<OrderedScale>& scales_;
    std::map<std::string, SurveyTally> tallies_;
    std::map<CountKey, const ReportedCount*> counts_;
};

} // namespace vermeil
