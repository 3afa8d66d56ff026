// SPDX-License-Identifier: MIT
#pragma once
// Draws the cells of one measure from evidence, service by service.

#include <vermeil/core/error.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/survey_tally.hpp>
#include <vermeil/measure/unasked.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// When a measure is drawn: the quarter, and the day up to which facts count.
struct DrawingDay {
    Quarter quarter;
    Date as_of;
};

/// Evidence sorted for drawing, once for all measures.
///
/// A share pooled over quarters adds the counts, never the percentages. A share below the least n is `too_few` and
/// keeps its counts. Who sent nothing is `not_submitted`. A count that was lost or refused makes the share `unknown`;
/// so does a refused event or inspection, which might be the one that matters.
class Drawing {
  public:
    /// `measures` are those that will be drawn. Rows that do not fit the words of the framework become `rejects`.
    Drawing(const Evidence& evidence, const std::vector<SurveyInstrument>& surveys,
            const std::vector<OrderedScale>& scales, const std::vector<Measure>& measures, Rejects& rejects)
        : evidence_(evidence), scales_(scales) {
        for (const auto& survey : surveys) {
            tallies_.emplace_back(survey, evidence, rejects);
        }
        detail::Unasked unasked(rejects);
        detail::refuse_unasked_answers(evidence, surveys, unasked);
        detail::refuse_unasked_names(evidence, measures, unasked);
        for (std::size_t i = 0; i < evidence.counts.size(); ++i) {
            const auto& count = evidence.counts[i];
            counts_[{count.service, count.quarter, count.item}] = i;
        }
        for (std::size_t i = 0; i < evidence.events.size(); ++i) {
            const auto& event = evidence.events[i];
            (event.service.empty() ? events_of_provider_[event.provider] : events_of_[event.service])
                .push_back(i);
        }
        for (std::size_t i = 0; i < evidence.inspections.size(); ++i) {
            const auto& inspection = evidence.inspections[i];
            inspections_of_[inspection.service].push_back(i);
            const auto* scale = scale_of(inspection.source);
            if (!inspection.refused && scale != nullptr && !scale->position(inspection.rating)) {
                rejects.push_back(inspection.origin.reject("rating", inspection.rating,
                                                           "not one of " + one_of(scale->words)));
            }
        }
    }

    /// One cell.
    /// @throws Error when the measure is given ready and so cannot be drawn.
    [[nodiscard]] Cell cell(const Measure& measure, const Service& service, const DrawingDay& day) const {
        if (!measure.live) {
            return absent(State::not_yet_live);
        }
        return std::visit([&](const auto& source) { return drawn(source, measure, service, day); },
                          measure.value);
    }

  private:
    static Cell absent(State state) { return {0, state, 0, 0, 0}; }
    static Cell present(double value, Date day) { return {value, State::present, 0, 0, 0, day_number(day)}; }
    /// The day of what is known of a whole quarter: its last, or the day of the drawing where that comes first.
    static Date day_of(Quarter quarter, const DrawingDay& day) {
        return std::min(quarter.last_day(), day.as_of);
    }

    static Cell share_cell(std::uint64_t count, std::uint64_t n, std::uint32_t least_n, Date oldest) {
        constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
        if (n > most) {
            throw Error("a share of more than " + std::to_string(most) + " cannot be counted");
        }
        const bool few = n == 0 || n < least_n;
        return {few ? 0 : static_cast<double>(count) / static_cast<double>(n),
                few ? State::too_few : State::present,
                static_cast<std::uint32_t>(n),
                static_cast<std::uint32_t>(count),
                0,
                n == 0 ? no_day : day_number(oldest)};
    }

    /// The positions of the rows of each service or provider.
    using RowsOf = std::map<std::string, std::vector<std::size_t>>;

    /// The positions of the rows of one service or provider; none where it has none.
    [[nodiscard]] static const std::vector<std::size_t>& of(const RowsOf& rows, const std::string& id) {
        static const std::vector<std::size_t> none;
        const auto found = rows.find(id);
        return found == rows.end() ? none : found->second;
    }

    [[nodiscard]] const OrderedScale* scale_of(const std::string& source) const {
        const auto found = std::find_if(scales_.begin(), scales_.end(),
                                        [&](const auto& each) { return folded(each.id) == folded(source); });
        return found == scales_.end() ? nullptr : &*found;
    }

    [[nodiscard]] const SurveyTally& tally_of(const std::string& survey) const {
        for (const auto& tally : tallies_) {
            if (tally.survey() == survey) {
                return tally;
            }
        }
        throw Error("no survey " + quoted(survey));
    }

    static Cell drawn(const Given&, const Measure& measure, const Service&, const DrawingDay&) {
        throw Error("measure " + quoted(measure.id) +
                    " says nothing of where its value comes from; give it as a column");
    }

    Cell drawn(const SurveyShare& share, const Measure& measure, const Service& service,
               const DrawingDay& day) const {
        const auto& tally = tally_of(share.survey);
        std::uint64_t positive = 0;
        std::uint64_t answered = 0;
        bool reached = false;
        auto oldest = day.as_of;
        for (int back = static_cast<int>(measure.quarters) - 1; back >= 0; --back) {
            reached = reached || tally.reached(service.id().text(), day.quarter - back);
            const auto* item = tally.find(service.id().text(), day.quarter - back, share.item);
            if (item == nullptr) {
                continue;
            }
            if (item->has_lost_count) {
                return absent(State::unknown);
            }
            if (item->answered() > 0) {
                oldest = std::min(oldest, item->oldest.value_or((day.quarter - back).last_day()));
            }
            for (const auto& [answer, count] : item->by_answer) {
                answered += count;
                positive += has_word(share.positive, answer) ? count : 0;
            }
        }
        return reached ? share_cell(positive, answered, measure.least_n, oldest)
                       : absent(State::not_submitted);
    }

    Cell drawn(const CountShare& share, const Measure& measure, const Service& service,
               const DrawingDay& day) const {
        std::uint64_t count = 0;
        std::uint64_t base = 0;
        std::uint8_t flags = 0;
        for (int back = static_cast<int>(measure.quarters) - 1; back >= 0; --back) {
            const auto found = counts_.find({service.id().text(), day.quarter - back, share.item});
            if (found == counts_.end()) {
                return absent(State::not_submitted);
            }
            const auto& returned = evidence_.counts[found->second];
            if (!returned.counts.is_present()) {
                const auto chased =
                    static_cast<std::uint8_t>(returned.is_chased_on(day.as_of) ? CellFlag::chased : 0);
                return {0, returned.counts.state(), 0, 0, chased};
            }
            count += returned.counts.value().count();
            base += returned.counts.value().n();
            flags = static_cast<std::uint8_t>(flags | (returned.is_late() ? CellFlag::late : 0));
        }
        const auto first = day.quarter - static_cast<int>(measure.quarters) + 1;
        auto cell = share_cell(count, base, measure.least_n, day_of(first, day));
        cell.flags = flags;
        return cell;
    }

    /// How many events of a kind `counts` says yes to, and the day of the first of them; where there is none, the table
    /// says so of the day of the drawing. `unknown` where one of them was refused or no table was given.
    template <class Counts>
    Cell events(const std::string& kind, const Service& service, const DrawingDay& day, Counts counts) const {
        if (!evidence_.has_events) {
            return absent(State::unknown);
        }
        double number = 0;
        auto oldest = day.as_of;
        for (const auto* events :
             {&of(events_of_, service.id().text()), &of(events_of_provider_, service.provider().text())}) {
            for (const auto position : *events) {
                const auto& event = evidence_.events[position];
                if (event.event == kind && event.refused) {
                    return absent(State::unknown);
                }
                if (event.event == kind && counts(event)) {
                    ++number;
                    oldest = std::min(oldest, event.from);
                }
            }
        }
        return present(number, oldest);
    }

    Cell drawn(const EventOpen& asked, const Measure&, const Service& service, const DrawingDay& day) const {
        auto cell = events(asked.event, service, day,
                           [&](const Event& event) { return event.is_open_on(day.as_of); });
        cell.value = cell.value > 0 ? 1 : 0;
        return cell;
    }

    Cell drawn(const EventCount& asked, const Measure&, const Service& service, const DrawingDay& day) const {
        return events(asked.event, service, day,
                      [&](const Event& event) { return event.began_within(day.as_of, asked.days); });
    }

    /// Of two ratings on one day the worse one counts.
    Cell drawn(const LatestRating& asked, const Measure&, const Service& service,
               const DrawingDay& day) const {
        const auto may = service.may_be_rated_by(RegulatorId(asked.source));
        if (may && !*may) {
            return absent(State::not_applicable);
        }
        if (!evidence_.has_inspections) {
            return absent(State::unknown);
        }
        const auto& scale = *scale_of(asked.source);
        const std::size_t beyond =
            scale.words.size() + 1; // the position of a word that the scale does not have
        std::pair<Date, std::size_t> latest{Date(boost::gregorian::min_date_time), 0};
        for (const auto position : of(inspections_of_, service.id().text())) {
            const auto& each = evidence_.inspections[position];
            if (folded(each.source) != folded(asked.source)) {
                continue;
            }
            if (each.refused) {
                return absent(State::unknown);
            }
            if (each.is_known_on(day.as_of)) {
                latest = std::max(latest, {each.on, scale.position(each.rating).value_or(beyond)});
            }
        }
        if (latest.second == 0) {
            return absent(State::not_yet_inspected);
        }
        return latest.second == beyond ? absent(State::unknown)
                                       : present(static_cast<double>(latest.second), latest.first);
    }

    const Evidence& evidence_;
    const std::vector<OrderedScale>& scales_;
    std::vector<SurveyTally> tallies_;
    ItemNumbers counts_; ///< positions among the evidence
    RowsOf events_of_;
    RowsOf events_of_provider_;
    RowsOf inspections_of_;
};

} // namespace vermeil
