// SPDX-License-Identifier: MIT
#pragma once
// Names in evidence that no measure asks for: left alone, unless they look like a slip of the pen.

#include <vermeil/core/nearest.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/vocabulary.hpp>
#include <vermeil/measure/asked_names.hpp>
#include <vermeil/measure/measure.hpp>

#include <compare>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// Notes the names that nobody asks for, each once a table.
class Unasked {
  public:
    explicit Unasked(Rejects& rejects) : rejects_(rejects) {}

    /// Evidence may hold more than one framework asks for, so a name is told only when it is nearly one that is
    /// `asked` for.
    void tell_if_near(const Origin& origin, const std::string& column, const std::string& name,
                      const std::vector<std::string>& asked) {
        const bool is_new = told_.insert({origin.source, column, name}).second;
        if (is_new && slip_of(name, asked)) {
            rejects_.push_back(
                origin.reject(column, name, "not one of " + one_of(asked) + did_you_mean(name, asked)));
        }
    }

    /// An item that the survey does not have: once for a column of answer sheets, once for each row of counts.
    void tell_item(const SurveyCount& count, const std::string& surveys,
                   const std::vector<std::string>& items) {
        const bool of_sheets = count.form == SurveyForm::sheets;
        const Origin whole{count.origin.source, of_sheets ? 0 : count.origin.row};
        if (told_.insert({whole.source, count.item, std::to_string(whole.row)}).second) {
            rejects_.push_back(
                whole.reject(of_sheets ? count.item : "item", of_sheets ? "" : count.item,
                             "no item of the survey " + surveys + did_you_mean(count.item, items)));
        }
    }

  private:
    struct Told {
        std::shared_ptr<const std::string> source;
        std::string column;
        std::string name;
        friend auto operator<=>(const Told&, const Told&) = default;
    };

    Rejects& rejects_;
    std::set<Told> told_;
};

/// Tells of survey answers whose survey or item nobody asks for.
inline void refuse_unasked_answers(const Evidence& evidence, const std::vector<SurveyInstrument>& surveys,
                                   Unasked& unasked) {
    std::vector<std::string> ids;
    for (const auto& survey : surveys) {
        ids.push_back(survey.id);
    }
    for (const auto& base : evidence.survey_bases) {
        unasked.tell_if_near(base.origin, "survey", base.survey, ids);
    }
    for (const auto& count : evidence.survey_counts) {
        std::vector<std::string> concerned;
        std::vector<std::string> items;
        bool known = false;
        for (const auto& survey : surveys) {
            if (count.survey.empty() || is_same_name(count.survey, survey.id)) {
                known = known || survey.find(count.item) != nullptr;
                concerned.push_back(survey.id);
            }
        }
        if (concerned.empty()) {
            unasked.tell_if_near(count.origin, "survey", count.survey, ids);
        } else if (!known) {
            for (const auto& survey : surveys) {
                for (const auto& set : survey.sets) {
                    for (const auto& item : set.items) {
                        items.push_back(item);
                    }
                }
            }
            unasked.tell_item(count, one_of(concerned), items);
        }
    }
}

/// Tells of events, returned items and sources of ratings that look like a slip of one that a measure asks for.
inline void refuse_unasked_names(const Evidence& evidence, const std::vector<Measure>& measures,
                                 Unasked& unasked) {
    const AskedNames asked(measures);
    for (const auto& event : evidence.events) {
        unasked.tell_if_near(event.origin, "event", event.event, asked.events);
    }
    for (const auto& count : evidence.counts) {
        unasked.tell_if_near(count.origin, "item", count.item, asked.items);
    }
    for (const auto& inspection : evidence.inspections) {
        unasked.tell_if_near(inspection.origin, "source", inspection.source, asked.sources);
        unasked.tell_if_near(inspection.origin, "standard", inspection.standard, asked.standards);
    }
}

/// Tells of events that stand open twice: two without an end, of one kind that is asked about as open, about the same. They
/// count as one that is open.
inline void flag_open_twice(const Evidence& evidence, const std::vector<Measure>& measures,
                            Rejects& rejects) {
    std::set<std::string> asked;
    for (const auto& measure : measures) {
        const auto* open = std::get_if<EventOpen>(&measure.value);
        if (open != nullptr && !open->under_review && !open->of_table) {
            asked.insert(folded(open->event));
        }
    }
    std::map<std::tuple<std::string, std::string, std::string>, const Event*> first;
    for (const auto& event : evidence.events) {
        if (event.refused || event.to || !asked.contains(folded(event.event))) {
            continue;
        }
        const auto& other =
            first.emplace(std::tuple(event.service, event.provider, folded(event.event)), &event)
                .first->second;
        if (other != &event) {
            rejects.push_back(event.origin.reject("to", "",
                                                  "another " + event.event +
                                                      " of the same has stood open since " +
                                                      to_string(other->from) + "; both count as one",
                                                  true));
        }
    }
}

/// Tells of ratings that a source gave of the same on one day in another word than an earlier row: the worse counts.
inline void flag_contradictions(const Evidence& evidence, Rejects& rejects) {
    std::map<std::tuple<std::string, std::string, std::string, bool, Date>, const Inspection*> first;
    for (const auto& each : evidence.inspections) {
        if (each.refused) {
            continue;
        }
        const auto& other = first
                                .emplace(std::tuple(each.service, folded(each.source), folded(each.standard),
                                                    each.is_own, each.on),
                                         &each)
                                .first->second;
        if (!is_same_name(other->rating, each.rating)) {
            rejects.push_back(each.origin.reject("rating", each.rating,
                                                 "another rating of the same source and day says " +
                                                     quoted(other->rating) + "; the worse counts",
                                                 true));
        }
    }
}

/// Tells of ratings whose word is none of their scale.
inline void refuse_unknown_words(const Evidence& evidence, const std::vector<OrderedScale>& scales,
                                 Rejects& rejects) {
    for (const auto& inspection : evidence.inspections) {
        for (const auto& scale : scales) {
            if (!inspection.refused && folded(scale.id) == folded(inspection.source) &&
                !scale.position(inspection.rating)) {
                rejects.push_back(inspection.origin.reject("rating", inspection.rating,
                                                           "not one of " + one_of(scale.words)));
            }
        }
    }
}

} // namespace vermeil::detail
