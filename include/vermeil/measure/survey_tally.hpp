// SPDX-License-Identifier: MIT
#pragma once
// Survey answers checked against the questionnaire and added up, ready for any share.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <vermeil/core/quarter.hpp>
#include <vermeil/core/reject.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/vocabulary.hpp>

namespace vermeil {

/// The answers to one item of one service in one quarter.
struct ItemTally {
    std::map<std::string, std::uint64_t> by_answer; ///< by folded answer; answers outside the base are not here
    bool has_lost_count = false;                    ///< one of the counts is unknown, so is every share of it
};

/// All answers to one questionnaire, by service, quarter and item.
///
/// Rows that do not fit the questionnaire become rejects: an unknown item or answer, an item answered more often
/// than forms came back. More answers to a routed question than led to it are flagged and kept.
class SurveyTally {
  public:
    SurveyTally(const SurveyInstrument& instrument, const Evidence& evidence, Rejects& rejects)
        : instrument_(instrument) {
        for (const auto& count : evidence.survey_counts) {
            if (count.survey.empty() || count.survey == instrument.id) {
                take(count, rejects);
            }
        }
        for (const auto& base : evidence.survey_bases) {
            if (base.survey.empty() || base.survey == instrument.id) {
                reached_[{base.service, base.quarter}] = true;
                refuse_more_than_returned(base, rejects);
            }
        }
        flag_routed(rejects);
    }

    /// Whether the survey reached a service in a quarter: it has a count or a base.
    [[nodiscard]] bool reached(const std::string& service, Quarter quarter) const {
        return reached_.contains({service, quarter});
    }

    /// The answers to an item, or null where there are none.
    [[nodiscard]] const ItemTally* find(const std::string& service, Quarter quarter, const std::string& item) const {
        const auto found = tallies_.find({service, quarter, item});
        return found == tallies_.end() ? nullptr : &found->second.tally;
    }

  private:
    using Key = std::tuple<std::string, Quarter, std::string>;
    struct Entry {
        ItemTally tally;
        Origin origin;
    };

    void take(const SurveyCount& count, Rejects& rejects) {
        const auto* set = instrument_.find(count.item);
        if (set == nullptr) {
            rejects.push_back(count.origin.reject("item", count.item, "no item of the survey " + quoted(instrument_.id)));
            return;
        }
        reached_[{count.service, count.quarter}] = true;
        if (has_word(instrument_.not_counted, count.answer)) {
            return;
        }
        if (!has_word(set->answers, count.answer)) {
            // a wide table has a column for every answer of the survey: an empty one says nothing
            if (count.count) {
                rejects.push_back(count.origin.reject("answer", count.answer, "not one of " + one_of(set->answers)));
            }
            return;
        }
        auto& entry = tallies_.try_emplace({count.service, count.quarter, count.item}, Entry{{}, count.origin}).first->second;
        entry.tally.has_lost_count = entry.tally.has_lost_count || !count.count;
        entry.tally.by_answer[folded(count.answer)] += count.count.value_or(0);
    }

    void refuse_more_than_returned(const SurveyBase& base, Rejects& rejects) {
        for (auto found = tallies_.lower_bound({base.service, base.quarter, ""}); found != tallies_.end();) {
            const auto& [service, quarter, item] = found->first;
            if (service != base.service || quarter != base.quarter) {
                break;
            }
            const auto answers = answered(found->second.tally);
            if (base.returned && answers > *base.returned) {
                rejects.push_back(found->second.origin.reject(
                    "item", item, std::to_string(answers) + " answers, but " + std::to_string(*base.returned) + " forms came back"));
                found = tallies_.erase(found);
            } else {
                ++found;
            }
        }
    }

    void flag_routed(Rejects& rejects) const {
        for (const auto& [key, entry] : tallies_) {
            const auto& [service, quarter, item] = key;
            const auto& set = *instrument_.find(item);
            const auto* before = set.routed_from.empty() ? nullptr : find(service, quarter, set.routed_from);
            if (before == nullptr || before->has_lost_count) {
                continue;
            }
            const auto led_here = before->by_answer.find(folded(set.routed_answer));
            const auto most = led_here == before->by_answer.end() ? 0 : led_here->second;
            if (answered(entry.tally) > most) {
                rejects.push_back(entry.origin.reject("item", item, std::to_string(answered(entry.tally)) + " answers, but " + std::to_string(most) + " were led here by " + quoted(set.routed_from), true));
            }
        }
    }

    static std::uint64_t answered(const ItemTally& tally) {
        std::uint64_t sum = 0;
        for (const auto& [answer, count] : tally.by_answer) {
            sum += count;
        }
        return sum;
    }

    const SurveyInstrument& instrument_;
    std::map<Key, Entry> tallies_;
    std::map<std::pair<std::string, Quarter>, bool> reached_;
};

} // namespace vermeil
