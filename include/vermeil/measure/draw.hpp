// SPDX-License-Identifier: MIT
#pragma once
// Draws the cells of one measure from evidence, service by service.

#include <vermeil/core/error.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/catalogue.hpp>
#include <vermeil/measure/cycles.hpp>
#include <vermeil/measure/drawing_day.hpp>
#include <vermeil/measure/lineage.hpp>
#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/pooled_share.hpp>
#include <vermeil/measure/survey_tally.hpp>
#include <vermeil/measure/unasked.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

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
        for (const auto& measure : measures) {
            if (const auto* value = std::get_if<StandardValue>(&measure.value);
                value != nullptr && measure.live) {
                const auto& standard = standard_measure(value->standard);
                drawers_[measure.id] = standard.draw({&evidence, &surveys, &scales, measure, &standard});
            }
        }
        for (std::size_t i = 0; i < evidence.inspections.size(); ++i) {
            inspections_of_[evidence.inspections[i].service].push_back(i);
        }
        detail::refuse_unknown_words(evidence, scales, rejects);
    }

    /// One cell.
    /// @throws Error when the measure is given ready and so cannot be drawn.
    [[nodiscard]] Cell cell(const Measure& measure, const Service& service, const DrawingDay& day) const {
        if (!measure.live) {
            return absent(State::not_yet_live);
        }
        const auto one = [&](const DrawingDay& when) {
            return std::visit([&](const auto& source) { return drawn(source, measure, service, when); },
                              measure.value);
        };
        return measure.cycles.empty() ? one(day) : weighted_cycles(measure.cycles, [&](int cycle) {
            const int back = cycle * static_cast<int>(measure.quarters);
            return one({day.quarter - back, day.as_of, cycle});
        });
    }

  private:
    static Cell absent(State state) { return {0, state, 0, 0, 0}; }
    static Cell present(double value, Date day) { return {value, State::present, 0, 0, 0, day_number(day)}; }

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

    template <class Ready>
    static Cell drawn(const Ready&, const Measure& measure, const Service&, const DrawingDay&) {
        throw Error("measure " + quoted(measure.id) +
                    " says nothing of where its value comes from; give it as a column");
    }

    Cell drawn(const StandardValue&, const Measure& measure, const Service& service,
               const DrawingDay& day) const {
        return drawers_.at(measure.id)(service, day);
    }

    /// Whose returns and answers of a quarter count for a service.
    [[nodiscard]] std::vector<const Service*> owners(const Measure& measure, const Service& service,
                                                     Quarter quarter) const {
        return measure.inherits ? owners_in(evidence_, service, quarter)
                                : std::vector<const Service*>{&service};
    }

    Cell drawn(const SurveyShare& share, const Measure& measure, const Service& service,
               const DrawingDay& day) const {
        const auto& tally = tally_of(share.survey);
        PooledShare pooled{day.as_of};
        for (int back = static_cast<int>(measure.quarters) - 1; back >= 0; --back) {
            const auto quarter = day.quarter - back;
            for (const auto* owner : owners(measure, service, quarter)) {
                const auto& id = owner->id().text();
                pooled.reached = pooled.reached || tally.reached(id, quarter);
                const auto* item = tally.find(id, quarter, share.item);
                if (item == nullptr) {
                    continue;
                }
                if (item->has_lost_count) {
                    return absent(State::unknown);
                }
                for (const auto& [answer, count] : item->by_answer) {
                    pooled.count += has_word(share.positive, answer) ? count : 0;
                }
                pooled.add(item->answered(), item->oldest.value_or(quarter.last_day()), owner != &service);
            }
        }
        return pooled.reached ? pooled.cell(measure.least_n) : absent(State::not_submitted);
    }

    Cell drawn(const CountShare& share, const Measure& measure, const Service& service,
               const DrawingDay& day) const {
        PooledShare pooled{day.as_of};
        for (int back = static_cast<int>(measure.quarters) - 1; back >= 0; --back) {
            const auto quarter = day.quarter - back;
            for (const auto* owner : owners(measure, service, quarter)) {
                const auto found = counts_.find({owner->id().text(), quarter, share.item});
                if (found == counts_.end()) {
                    return absent(State::not_submitted);
                }
                const auto& returned = evidence_.counts[found->second];
                if (!returned.counts.is_present()) {
                    const auto chased =
                        static_cast<std::uint8_t>(returned.is_chased_on(day.as_of) ? CellFlag::chased : 0);
                    return {0, returned.counts.state(), 0, 0, chased};
                }
                pooled.count += returned.counts.value().count();
                pooled.add(returned.counts.value().n(), quarter.last_day(), owner != &service);
                pooled.flags =
                    static_cast<std::uint8_t>(pooled.flags | (returned.is_late() ? CellFlag::late : 0));
            }
        }
        return pooled.cell(measure.least_n);
    }

    /// How many events of a kind `counts` says yes to, and the day of the first of them; where there is none, the table
    /// says so of the day of the drawing. `unknown` where one of them was refused or no table was given.
    template <class Counts> Cell events(const std::string& kind, const Measure& measure,
                                        const Service& service, const DrawingDay& day, Counts counts) const {
        if (!evidence_.has_events) {
            return absent(State::unknown);
        }
        auto cell = present(0, day.as_of);
        const auto count = [&](const std::vector<std::size_t>& positions, std::uint8_t flags) {
            for (const auto position : positions) {
                const auto& event = evidence_.events[position];
                if (event.event != kind || (!event.refused && !counts(event))) {
                    continue;
                }
                if (event.refused) {
                    cell.state = State::unknown;
                }
                ++cell.value;
                cell.day = std::min(cell.day, day_number(event.from));
                cell.flags = static_cast<std::uint8_t>(cell.flags | flags);
            }
        };
        count(of(events_of_, service.id().text()), 0);
        count(of(events_of_provider_, service.provider().text()), 0);
        for (const auto* before :
             measure.inherits ? ancestors_of(evidence_, service) : std::vector<const Service*>()) {
            count(of(events_of_, before->id().text()), CellFlag::inherited);
        }
        return cell.state == State::present ? cell : absent(State::unknown);
    }

    Cell drawn(const EventOpen& asked, const Measure& measure, const Service& service,
               const DrawingDay& day) const {
        auto cell = events(asked.event, measure, service, day,
                           [&](const Event& event) { return event.is_open_on(day.as_of); });
        cell.value = cell.value > 0 ? 1 : 0;
        return cell;
    }

    /// Each cycle is as long as the look-back, and what is known today of an earlier one counts.
    Cell drawn(const EventCount& asked, const Measure& measure, const Service& service,
               const DrawingDay& day) const {
        const auto cycle = static_cast<std::uint32_t>(day.cycle);
        const auto last = before_look_back(asked.days * cycle, asked.months * cycle, day.as_of);
        const auto before = before_look_back(asked.days * (cycle + 1), asked.months * (cycle + 1), day.as_of);
        return events(asked.event, measure, service, day, [&](const Event& event) {
            return event.is_known_on(day.as_of) && event.began_between(before, last);
        });
    }

    /// The day and the position of a rating's word; position 0 where there is none.
    using Rated = std::pair<Date, std::size_t>;

    /// The latest rating of one service that is not too old; of two on one day the worse one, on
    /// the source's own scale. Nothing where one of them
    /// was refused, so that nobody can say which is the latest.
    [[nodiscard]] std::optional<Rated> latest(const LatestRating& asked, const Service& service,
                                              const DrawingDay& day) const {
        const auto& scale = *scale_of(asked.source);
        const bool any_age = asked.days == 0 && asked.months == 0;
        const auto before = any_age ? Date(boost::gregorian::min_date_time)
                                    : before_look_back(asked.days, asked.months, day.as_of);
        Rated latest{before, 0};
        for (const auto position : of(inspections_of_, service.id().text())) {
            const auto& each = evidence_.inspections[position];
            if (folded(each.source) != folded(asked.source) || each.is_own != asked.is_own ||
                folded(each.standard) != folded(asked.standard)) {
                continue;
            }
            if (each.refused) {
                return std::nullopt;
            }
            if (each.on > before && each.is_known_on(day.as_of)) {
                latest = std::max(latest, {each.on, scale.position(each.rating).value_or(beyond(scale))});
            }
        }
        return latest;
    }
    /// The position of a word that the scale does not have.
    static std::size_t beyond(const OrderedScale& scale) { return scale.words.size() + 1; }

    /// A service that was never rated has, where the measure says so, the latest rating of those it took over from.
    Cell drawn(const LatestRating& asked, const Measure& measure, const Service& service,
               const DrawingDay& day) const {
        const auto may = service.may_be_rated_by(RegulatorId(asked.source));
        if (may && !*may) {
            return absent(State::not_applicable);
        }
        if (!evidence_.has_inspections) {
            return absent(State::unknown);
        }
        auto found = latest(asked, service, day);
        const bool inherits = measure.inherits && found && found->second == 0;
        for (const auto* before :
             inherits ? ancestors_of(evidence_, service) : std::vector<const Service*>()) {
            const auto theirs = latest(asked, *before, day);
            found = found && theirs ? std::optional(std::max(*found, *theirs)) : std::nullopt;
        }
        if (found && found->second == 0) {
            return absent(State::not_yet_inspected);
        }
        if (!found || found->second == beyond(*scale_of(asked.source))) {
            return absent(State::unknown);
        }
        const auto position = asked.positions.empty() ? found->second : asked.positions[found->second - 1];
        auto cell = present(static_cast<double>(position), found->first);
        cell.flags = inherits ? CellFlag::inherited : 0;
        return cell;
    }

    const Evidence& evidence_;
    const std::vector<OrderedScale>& scales_;
    std::vector<SurveyTally> tallies_;
    ItemNumbers counts_; ///< positions among the evidence
    RowsOf events_of_;
    RowsOf events_of_provider_;
    RowsOf inspections_of_;
    std::map<std::string, Drawer> drawers_; ///< of standard measures, by the measure's id
};

} // namespace vermeil
