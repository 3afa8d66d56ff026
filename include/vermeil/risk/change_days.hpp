// SPDX-License-Identifier: MIT
#pragma once
// The days on which the level of a service can change.

#include <vermeil/core/quarter.hpp>
#include <vermeil/measure/fact_drawing.hpp>
#include <vermeil/risk/level_rests.hpp>
#include <vermeil/risk/risk_book.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <variant>
#include <vector>

namespace vermeil {

/// Days without a change between them, as numbers.
struct CalmDays {
    std::int32_t first = 0;
    std::int32_t last = 0; ///< counted
    bool fades = false;    ///< facts grow older in them, and the level can only get better
};

namespace detail {

/// Collects the days from which something is another than the day before, between two days.
class ChangeFinder {
  public:
    ChangeFinder(const RiskBook& book, const LevelRests& rests, std::int32_t first, std::int32_t last)
        : book_(book), rests_(rests), first_(first), last_(last) {}

    /// The days between them, cut where anything can change, the earliest first.
    std::vector<CalmDays> cut(std::size_t service, const FactView& view) {
        const auto& questions = book_.measurer().facts().drawing().questions();
        const bool falls = rests_.falls && !shares_incidents(view);
        for (const auto& question : questions) {
            for (const auto& part : view.parts) {
                for (const auto& fact : part.facts) {
                    if (question.asks_of(fact.kind) && !fact.refused && rests_.wanted[question.measure]) {
                        add_fact(question, fact);
                    }
                }
            }
        }
        add_returns(service);
        if (rests_.any_day) {
            fading_.push_back({first_, last_});
        }
        return calm(falls && !rests_.any_day);
    }

  private:
    struct Span {
        std::int32_t first;
        std::int32_t last;
    };

    void add(std::int32_t day) {
        if (day > first_ && day <= last_) {
            days_.push_back(day);
        }
    }
    /// From the day after one that may never come.
    void add_after(std::int32_t day) {
        if (day != never) {
            add(day + 1);
        }
    }

    /// The first day on which a look-back no longer reaches a day; `never` where it reaches all.
    static std::int32_t out_of_reach(const LookBack& back, std::int32_t day) {
        if (!back.ends()) {
            return never;
        }
        if (back.months == 0) {
            return day + static_cast<std::int32_t>(back.days);
        }
        auto out = day + 28 * static_cast<std::int32_t>(back.months);
        while (day_number(before_look_back(0, back.months, date_of(out))) < day) {
            ++out;
        }
        return out;
    }

    void add_fact(const FactQuestion& question, const Fact& fact) {
        const bool counts = question.kind == FactQuestion::Kind::count;
        const auto begun = counts && !question.any_review ? fact.began() : fact.from;
        for (const auto day : {fact.known, fact.from, begun, fact.concluded}) {
            add(day);
        }
        add_after(fact.expires);
        add_after(fact.last);
        const auto out = out_of_reach(question.back, begun);
        add(out);
        const auto& decay = decay_of(book_.framework().measures()[question.measure]);
        if (const auto* steps = std::get_if<AgeSteps>(&decay)) {
            for (const auto& step : steps->steps) {
                add(begun + static_cast<std::int32_t>(step.from_days));
            }
        } else if (decays(decay)) {
            constexpr std::int32_t oldest = 3660; // beyond it a weight stands still
            const auto ends = question.kind == FactQuestion::Kind::open ? fact.last : never;
            fading_.push_back({begun, std::min({out, fact.expires, ends, begun + oldest})});
        }
    }

    /// Quarters begin, returns fall due, come and are asked for again.
    void add_returns(std::size_t service) {
        const Quarter last(date_of(last_));
        for (std::size_t i = 0; i < rests_.wanted.size(); ++i) {
            const auto& measure = book_.framework().measures()[i];
            if (!rests_.wanted[i] || !measure.live || asks_of_facts(measure)) {
                continue;
            }
            const auto& one = book_.evidence().services[service];
            const auto earlier = Quarter(date_of(first_)) - static_cast<int>(measure.quarters - 1);
            for (auto quarter = earlier; !(last < quarter); quarter = quarter + 1) {
                add(day_number(quarter.first_day()));
                for (const auto day : book_.measurer().return_days(measure, one, quarter)) {
                    add(day);
                    add(day + 1);
                }
            }
        }
    }

    /// Whether one of two uses of an incident may give way to the other while both fade.
    [[nodiscard]] bool shares_incidents(const FactView& view) const {
        std::map<std::uint32_t, int> uses;
        for (const auto& question : book_.measurer().facts().drawing().questions()) {
            for (const auto& part : view.parts) {
                for (const auto& fact : part.facts) {
                    const bool takes_part = question.worth && question.asks_of(fact.kind);
                    if (takes_part && fact.incident != 0 && ++uses[fact.incident] > 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    std::vector<CalmDays> calm(bool falls) {
        for (const auto& span : fading_) {
            add(span.first + 1);
            add_after(span.last);
        }
        days_.push_back(first_);
        std::sort(days_.begin(), days_.end());
        days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
        std::vector<CalmDays> cut;
        for (std::size_t i = 0; i < days_.size(); ++i) {
            const CalmDays days{days_[i], i + 1 < days_.size() ? days_[i + 1] - 1 : last_};
            const bool fades = std::any_of(fading_.begin(), fading_.end(), [&](const auto& span) {
                return span.first < days.last && days.first <= span.last;
            });
            for (auto day = days.first; fades && !falls && day <= days.last; ++day) {
                cut.push_back({day, day});
            }
            if (!fades || falls) {
                cut.push_back({days.first, days.last, fades});
            }
        }
        return cut;
    }

    const RiskBook& book_;
    const LevelRests& rests_;
    std::int32_t first_;
    std::int32_t last_;
    std::vector<std::int32_t> days_;
    std::vector<Span> fading_;
};

} // namespace detail

/// The days from one to another, both counted, cut into spans within which the level of a service cannot change, or can only get
/// better as facts fade; the earliest first. `view` holds the facts that may count for the service.
inline std::vector<CalmDays> calm_days(const RiskBook& book, const LevelRests& rests, std::size_t service,
                                       const FactView& view, std::int32_t first, std::int32_t last) {
    return first > last ? std::vector<CalmDays>()
                        : detail::ChangeFinder(book, rests, first, last).cut(service, view);
}

} // namespace vermeil
