// SPDX-License-Identifier: MIT
#pragma once
// Survey answers checked against the questionnaire and added up, ready for any share.

#include <vermeil/core/date.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/vocabulary.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// One item of one service in one quarter: where its counts are looked up.
struct ItemKey {
    std::string service;
    Quarter quarter;
    std::string item;
    friend auto operator<=>(const ItemKey&, const ItemKey&) = default;
};

/// A number for items of services and quarters: a count, or the position in a list.
using ItemNumbers = std::map<ItemKey, std::size_t>;

/// The answers to one item of one service in one quarter.
struct ItemTally {
    std::map<std::string, std::uint64_t>
        by_answer;               ///< by folded answer; answers outside the base are not here
    bool has_lost_count = false; ///< a count is not known or cannot be, and so no share of the item is known
    std::optional<Date> oldest =
        {}; ///< the day of the first form that came back; nothing where forms have no days

    /// How many answered; too few where a count was lost.
    [[nodiscard]] std::uint64_t answered() const {
        std::uint64_t sum = 0;
        for (const auto& [answer, count] : by_answer) {
            sum += count;
        }
        return sum;
    }
};

/// All answers to one questionnaire, by service, quarter and item.
///
/// Rows that do not fit the questionnaire become rejects: an answer that the item does not take, an item answered
/// more often than forms came back. Counts that do not fit leave the item without a known share; a single form
/// that does not fit is left out. More answers to a routed question than led to it are flagged and kept. Items of
/// no questionnaire are for `refuse_unasked` to tell.
class SurveyTally {
  public:
    SurveyTally(const SurveyInstrument& instrument, const Evidence& evidence, Rejects& rejects)
        : instrument_(instrument) {
        for (const auto& count : evidence.survey_counts) {
            const auto* set = concerns(count.survey) ? instrument.find(count.item) : nullptr;
            if (set != nullptr) {
                take(count, *set, rejects);
            }
        }
        for (const auto& base : evidence.survey_bases) {
            if (concerns(base.survey)) {
                ++reached_[{base.service, base.quarter, ""}];
                refuse_more_than_returned(base, rejects);
            }
        }
        flag_routed(rejects);
    }

    /// The id of the survey.
    [[nodiscard]] const std::string& survey() const noexcept { return instrument_.id; }

    /// Whether the survey reached a service in a quarter: it has a count or a base.
    [[nodiscard]] bool reached(const std::string& service, Quarter quarter) const {
        return reached_.contains({service, quarter, ""});
    }

    /// The answers to an item, or null where there are none.
    [[nodiscard]] const ItemTally* find(const std::string& service, Quarter quarter,
                                        const std::string& item) const {
        const auto found = tallies_.find({service, quarter, item});
        return found == tallies_.end() ? nullptr : &entries_[found->second].tally;
    }

  private:
    struct Entry {
        ItemTally tally;
        Origin origin;
    };

    [[nodiscard]] bool concerns(const std::string& survey) const {
        return survey.empty() || is_same_name(survey, instrument_.id);
    }

    void take(const SurveyCount& count, const AnswerSet& set, Rejects& rejects) {
        ++reached_[{count.service, count.quarter, ""}];
        if (has_word(instrument_.not_counted, count.answer)) {
            return;
        }
        const bool fits = count.answer.empty() || has_word(set.answers, count.answer);
        const bool is_blank = count.form == SurveyForm::wide && !count.count && !count.answer.empty();
        if (!fits && is_blank) {
            return; // a wide table has a column for every answer of the survey
        }
        auto& tally = tally_of(count);
        if (!fits) {
            refuse(count, count.column(), count.answer, "not one of " + one_of(set.answers), rejects);
            tally.has_lost_count = tally.has_lost_count || count.form != SurveyForm::sheets;
            return;
        }
        if (count.oldest && (!tally.oldest || *count.oldest < *tally.oldest)) {
            tally.oldest = count.oldest;
        }
        if (is_blank) {
            rejects.push_back(count.origin.reject(
                count.column(), "",
                "empty, so no share of the item is known; write 0 where nobody answered so", true));
        }
        tally.has_lost_count = tally.has_lost_count || !count.count;
        const bool is_new = tally.by_answer.emplace(folded(count.answer), count.count.value_or(0)).second;
        if (!is_new && !count.answer.empty()) {
            refuse(count, count.column(), count.answer,
                   "this service, quarter, item and answer stand already in an earlier row", rejects);
        }
    }

    ItemTally& tally_of(const SurveyCount& count) {
        const auto [place, is_new] = tallies_.insert(
            {{count.service, count.quarter, *instrument_.spelling(count.item)}, entries_.size()});
        if (is_new) {
            entries_.push_back({{}, count.origin});
        }
        return entries_[place->second].tally;
    }

    void refuse_more_than_returned(const SurveyBase& base, Rejects& rejects) {
        auto found = tallies_.lower_bound({base.service, base.quarter, ""});
        for (; found != tallies_.end() && found->first.service == base.service &&
               found->first.quarter == base.quarter;
             ++found) {
            auto& [tally, origin] = entries_[found->second];
            const auto answers = tally.answered();
            if (base.returned && answers > *base.returned) {
                rejects.push_back(origin.reject("item", found->first.item,
                                                std::to_string(answers) + " answers, but " +
                                                    std::to_string(*base.returned) + " forms came back"));
                tally.has_lost_count = true;
            }
        }
    }

    void flag_routed(Rejects& rejects) const {
        for (const auto& [key, position] : tallies_) {
            const auto& [service, quarter, item] = key;
            const auto& entry = entries_[position];
            const auto& set = *instrument_.find(item);
            const auto* before = set.routed_from.empty() ? nullptr : find(service, quarter, set.routed_from);
            if (before == nullptr || before->has_lost_count) {
                continue;
            }
            const auto led_here = before->by_answer.find(folded(set.routed_answer));
            const auto most = led_here == before->by_answer.end() ? 0 : led_here->second;
            if (entry.tally.answered() > most) {
                rejects.push_back(entry.origin.reject("item", item,
                                                      std::to_string(entry.tally.answered()) +
                                                          " answers, but " + std::to_string(most) +
                                                          " were led here by " + quoted(set.routed_from),
                                                      true));
            }
        }
    }

    const SurveyInstrument& instrument_;
    std::vector<Entry> entries_;
    ItemNumbers tallies_; ///< positions among the entries
    ItemNumbers reached_; ///< how many rows tell of a service and quarter; the item is empty
};

} // namespace vermeil
