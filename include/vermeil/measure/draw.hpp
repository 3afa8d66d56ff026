// SPDX-License-Identifier: MIT
#pragma once
// Draws the cells of one measure from evidence, service by service.

#include <vermeil/core/error.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/asked_tables.hpp>
#include <vermeil/measure/catalogue.hpp>
#include <vermeil/measure/cycles.hpp>
#include <vermeil/measure/drawing_day.hpp>
#include <vermeil/measure/evidence_facts.hpp>
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
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// Evidence sorted for drawing, once for all measures.
///
/// A share pooled over quarters adds the counts, never the percentages. A share below the least n is `too_few` and
/// keeps its counts. Who sent nothing is `not_submitted`. A count that was lost or refused makes the share `unknown`;
/// so does a refused event or inspection, which might be the one that matters, and one whose name is probably a slip. What
/// rests on a table that could not be read is `unknown`, but for what other tables tell.
class Drawing {
  public:
    /// `measures` are those that will be drawn. Rows that do not fit the words of the framework become `rejects`.
    /// `worths` are what each of them earns alone, where facts of one incident yield to each other; else none.
    Drawing(const Evidence& evidence, const std::vector<SurveyInstrument>& surveys,
            const std::vector<OrderedScale>& scales, const std::vector<Measure>& measures, Rejects& rejects,
            const std::vector<Worth>& worths = {})
        : evidence_(evidence), measures_(measures), facts_(evidence, scales, measures, worths) {
        for (const auto& survey : surveys) {
            tallies_.emplace_back(survey, evidence, rejects);
        }
        detail::Unasked unasked(rejects);
        detail::refuse_unasked_answers(evidence, surveys, unasked);
        detail::refuse_unasked_names(evidence, measures, unasked);
        const auto items = AskedNames(measures).items;
        std::map<std::string, std::optional<std::string>> meant; // by names, of which many rows have the same
        for (std::size_t i = 0; i < evidence.counts.size(); ++i) {
            const auto& count = evidence.counts[i];
            const auto [known, is_new] = meant.try_emplace(count.item);
            auto& slip = known->second;
            if (is_new) {
                slip = slip_of(count.item, items);
            }
            const auto item = folded(slip.value_or(count.item));
            if (slip) {
                slips_.insert({count.service, count.quarter, item});
            } else {
                counts_[{count.service, count.quarter, item}] = i;
            }
            if (slip || count.refused) {
                refused_.emplace(count.service, item);
            }
        }
        for (const auto& measure : measures) {
            prepare(measure, surveys, scales);
        }
        detail::refuse_unknown_words(evidence, scales, rejects);
        detail::flag_open_twice(evidence, measures, rejects);
        detail::flag_contradictions(evidence, rejects);
    }

    /// One cell.
    /// @throws Error when the measure is given ready and so cannot be drawn.
    [[nodiscard]] Cell cell(const Measure& measure, const Service& service, const DrawingDay& day) const {
        if (!measure.live) {
            return absent(State::not_yet_live);
        }
        if (const auto at = facts_.place(measure.id)) {
            return facts_.cell(*at, service, day,
                               [&](std::size_t over) { return cell(measures_[over], service, day); });
        }
        if (unread_.contains(measure.id)) {
            return absent(State::unknown);
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

    /// Whether figures of a service that a measure asks for, of any quarter, were returned and could not be used.
    [[nodiscard]] bool has_refused(const Measure& measure, const std::string& service) const {
        const auto* share = std::get_if<CountShare>(&measure.value);
        return share != nullptr && refused_.contains({service, folded(share->item)});
    }

    /// The days on which the return of a quarter fell due, came and was asked for again; none where a measure asks for none.
    [[nodiscard]] std::vector<std::int32_t> return_days(const Measure& measure, const Service& service,
                                                        Quarter quarter) const {
        const auto* share = std::get_if<CountShare>(&measure.value);
        const auto* overdue = std::get_if<Overdue>(&measure.value);
        std::vector<std::int32_t> days;
        if (share == nullptr && overdue == nullptr) {
            return days;
        }
        const auto found =
            counts_.find(key(service, quarter, share != nullptr ? share->item : overdue->item));
        if (found != counts_.end()) {
            const auto& returned = evidence_.counts[found->second];
            for (const auto& day : {returned.due_on, returned.received_on, returned.reminded_on}) {
                if (day) {
                    days.push_back(day_number(*day));
                }
            }
        }
        return days;
    }

    [[nodiscard]] const EvidenceFacts& facts() const noexcept { return facts_; }
    /// The same, to add facts to.
    EvidenceFacts& facts() noexcept { return facts_; }

  private:
    /// Makes what draws a standard measure, and marks what rests on a table that could not be read.
    void prepare(const Measure& measure, const std::vector<SurveyInstrument>& surveys,
                 const std::vector<OrderedScale>& scales) {
        if (!unread_table(measure, evidence_).empty()) {
            unread_.insert(measure.id);
        }
        if (const auto* value = std::get_if<StandardValue>(&measure.value);
            value != nullptr && measure.live) {
            const auto& standard = standard_measure(value->standard);
            drawers_[measure.id] = standard.draw({&evidence_, &surveys, &scales, measure, &standard});
        }
    }
    static Cell absent(State state) { return {0, state, 0, 0, 0}; }
    static ItemKey key(const Service& service, Quarter quarter, const std::string& item) {
        return {service.id().text(), quarter, folded(item)};
    }
    /// Whether a return of a quarter bears a name that is probably a slip of the item's.
    [[nodiscard]] bool is_slip(const Service& service, Quarter quarter, const std::string& item) const {
        return slips_.contains(key(service, quarter, item));
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
                const auto found = counts_.find(key(*owner, quarter, share.item));
                if (found == counts_.end()) {
                    return absent(is_slip(*owner, quarter, share.item) ? State::unknown
                                                                       : State::not_submitted);
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

    /// A provider owes what is due, was asked for again and has not come.
    Cell drawn(const Overdue& asked, const Measure& measure, const Service& service,
               const DrawingDay& day) const {
        Cell cell{0, State::present, 0, 0, 0, day_number(day.as_of)};
        for (int back = static_cast<int>(measure.quarters) - 1; back >= 0; --back) {
            const auto found = counts_.find(key(service, day.quarter - back, asked.item));
            if (found == counts_.end() && is_slip(service, day.quarter - back, asked.item)) {
                return absent(State::unknown);
            }
            if (found == counts_.end()) {
                continue;
            }
            const auto& returned = evidence_.counts[found->second];
            const bool came =
                returned.received_on ? *returned.received_on <= day.as_of : returned.counts.is_present();
            if (!came && returned.is_chased_on(day.as_of)) {
                ++cell.value;
                cell.day = std::min(cell.day, day_number(*returned.due_on));
            }
        }
        return cell;
    }

    const Evidence& evidence_;
    std::vector<Measure> measures_;
    EvidenceFacts facts_;
    std::vector<SurveyTally> tallies_;
    ItemNumbers counts_;      ///< positions among the evidence, by folded items
    std::set<ItemKey> slips_; ///< of names that are probably slips of items, by what was meant
    std::set<std::pair<std::string, std::string>>
        refused_;                           ///< services and items of which figures were refused
    std::map<std::string, Drawer> drawers_; ///< of standard measures, by the measure's id
    std::set<std::string> unread_;          ///< measures that rest on a table that could not be read
};

} // namespace vermeil
