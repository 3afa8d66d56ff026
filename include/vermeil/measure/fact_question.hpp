// SPDX-License-Identifier: MIT
#pragma once
// What a measure asks of facts, in numbers.

#include <vermeil/core/error.hpp>
#include <vermeil/evidence/vocabulary.hpp>
#include <vermeil/measure/decay_table.hpp>
#include <vermeil/measure/drawing_day.hpp>
#include <vermeil/measure/fact.hpp>
#include <vermeil/measure/fact_kinds.hpp>
#include <vermeil/measure/measure.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// The points that a measure's value earns by itself; empty for a measure that earns none.
using Worth = std::function<double(double)>;

/// The days over which a question looks, as numbers.
struct FactWindow {
    std::int32_t before = 0; ///< the last day that it no longer reaches
    std::int32_t last = 0;   ///< its last day
    std::int32_t day = 0;    ///< the day up to which facts are known
};

/// What one measure asks of facts.
struct FactQuestion {
    /// Whether one stands open, whether one is under review, how many began, what the latest rating was.
    enum class Kind : std::uint8_t { open, under_review, count, rating } kind = Kind::open;
    std::size_t measure = 0; ///< its position
    std::uint32_t fact_kind = 0;
    std::optional<std::uint32_t> also_kind = {}; ///< of the rows of a table that are such events too
    LookBack back = {};
    bool any_review = false;   ///< of a count: whatever a review finds
    bool needs_review = false; ///< what no review has looked at is under review
    DecayTable decay{NoDecay{}};
    bool inherits = false;
    std::vector<double> cycles = {};
    std::vector<std::size_t> positions = {}; ///< of a rating that is read on another scale
    std::size_t words = 0;                   ///< of a rating's scale
    std::string source = {};                 ///< of a rating
    bool of_events = true;                   ///< it asks of events
    std::string table = {};                  ///< of reports whose rows it asks of; empty: of none
    bool no_table = false;                   ///< that table was not given
    bool unread = false;                     ///< a table that it asks of could not be read
    std::optional<std::size_t> over = {};    ///< the position of the measure that it is counted over
    double per = 1;
    Worth worth = {};

    /// Whether no table of reports tells it anything.
    [[nodiscard]] bool lacks_table() const noexcept { return table.empty() || no_table; }
    /// Whether facts of a kind are what it asks of.
    [[nodiscard]] bool asks_of(std::uint32_t kind_of_fact) const noexcept {
        return kind_of_fact == fact_kind || kind_of_fact == also_kind;
    }
    /// The days over which it looks when it is drawn, in one of its cycles.
    [[nodiscard]] FactWindow window(const DrawingDay& day) const {
        FactWindow window;
        window.day = day_number(day.as_of);
        window.last = window.day;
        window.before = std::numeric_limits<std::int32_t>::min();
        const auto cycle = static_cast<std::uint32_t>(day.cycle);
        if (kind == Kind::count) {
            window.last = day_number(before_look_back(back.days * cycle, back.months * cycle, day.as_of));
        }
        if (back.ends()) {
            window.before =
                day_number(before_look_back(back.days * (cycle + 1), back.months * (cycle + 1), day.as_of));
        }
        return window;
    }

    /// Whether a fact of its kind counts, and how much, in parts of 2^40; nothing where it does not count.
    [[nodiscard]] std::optional<std::int64_t> weight(const Fact& fact, const FactWindow& window) const {
        switch (kind) {
        case Kind::open:
            return fact.is_open(window.day) ? std::optional(decay.weight(window.day - fact.from))
                                            : std::nullopt;
        case Kind::under_review:
            return fact.is_under_review(window.day) || is_to_review(fact, window.day)
                       ? std::optional(detail::whole_weight)
                       : std::nullopt;
        case Kind::count:
            return counted(fact, window);
        case Kind::rating:
            break;
        }
        return fact.known <= window.day && fact.from <= window.day && fact.from > window.before
                   ? std::optional(decay.weight(window.day - fact.from))
                   : std::nullopt;
    }

  private:
    /// Whether a review is to look at it, and nobody says that one did.
    [[nodiscard]] bool is_to_review(const Fact& fact, std::int32_t day) const noexcept {
        return needs_review && fact.review == Review::none && fact.is_usable(day) && fact.from <= day;
    }
    [[nodiscard]] std::optional<std::int64_t> counted(const Fact& fact, const FactWindow& window) const;
};

inline std::optional<std::int64_t> FactQuestion::counted(const Fact& fact, const FactWindow& window) const {
    const auto began = any_review ? fact.from : fact.began();
    const bool counts = any_review
                            ? fact.is_usable(window.day)
                            : fact.counts(window.day) && !(needs_review && fact.review == Review::none);
    return counts && began > window.before && began <= window.last
               ? std::optional(decay.weight(window.day - began))
               : std::nullopt;
}

namespace detail {

inline std::size_t place_of_measure(const std::vector<Measure>& measures, const std::string& id) {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const auto& each) { return each.id == id; });
    if (found == measures.end()) {
        throw Error("there is no measure " + quoted(id) + " to count over");
    }
    return static_cast<std::size_t>(found - measures.begin());
}

/// Fills in of which events a measure asks, and of which rows.
template <class Events>
void ask_of_events(const Events& asked, const FactKinds& kinds, FactQuestion& question) {
    question.fact_kind = kinds.event(asked.event, asked.of_table).value();
    question.also_kind = asked.also.empty() ? std::nullopt : kinds.event(asked.also, true);
    question.of_events = !asked.of_table;
    question.table = asked.of_table ? asked.event : asked.also;
    question.needs_review = asked.needs_review;
    question.decay = DecayTable(asked.decay);
}

/// The question of a live measure that asks of events; nothing where it asks of something else.
inline std::optional<FactQuestion> event_question(const std::vector<Measure>& measures, std::size_t at,
                                                  const FactKinds& kinds) {
    FactQuestion question;
    if (const auto* open = std::get_if<EventOpen>(&measures[at].value)) {
        question.kind = open->under_review ? FactQuestion::Kind::under_review : FactQuestion::Kind::open;
        ask_of_events(*open, kinds, question);
        return question;
    }
    const auto* count = std::get_if<EventCount>(&measures[at].value);
    if (count == nullptr) {
        return std::nullopt;
    }
    question.kind = FactQuestion::Kind::count;
    ask_of_events(*count, kinds, question);
    question.back = {count->days, count->months};
    question.any_review = count->any_review;
    question.over =
        count->over.empty() ? std::nullopt : std::optional(place_of_measure(measures, count->over));
    question.per = count->per;
    return question;
}

/// The same of a measure that asks of a rating.
inline std::optional<FactQuestion>
rating_question(const Measure& measure, const std::vector<OrderedScale>& scales, const FactKinds& kinds) {
    const auto* rating = std::get_if<LatestRating>(&measure.value);
    if (rating == nullptr) {
        return std::nullopt;
    }
    FactQuestion question;
    question.kind = FactQuestion::Kind::rating;
    question.fact_kind = kinds.rating(rating->source, rating->standard, rating->is_own).value();
    question.back = {rating->days, rating->months};
    question.decay = DecayTable(rating->decay);
    question.positions = rating->positions;
    question.source = rating->source;
    for (const auto& scale : scales) {
        question.words = folded(scale.id) == folded(rating->source) ? scale.words.size() : question.words;
    }
    return question;
}

} // namespace detail

/// What each of the live measures that ask of facts asks, in their order. `worths` are those of all measures, or none; what is
/// under review, or weighed over cycles, takes no part in incidents.
/// @throws Error when one is counted over a measure that is not there.
inline std::vector<FactQuestion> fact_questions(const std::vector<Measure>& measures,
                                                const std::vector<OrderedScale>& scales,
                                                const FactKinds& kinds,
                                                const std::vector<Worth>& worths = {}) {
    std::vector<FactQuestion> questions;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        auto question = detail::event_question(measures, i, kinds);
        question = question ? std::move(question) : detail::rating_question(measures[i], scales, kinds);
        if (question && measures[i].live) {
            question->measure = i;
            question->inherits = measures[i].inherits;
            question->cycles = measures[i].cycles;
            const bool settles =
                question->cycles.empty() && question->kind != FactQuestion::Kind::under_review;
            question->worth = settles && i < worths.size() ? worths[i] : Worth();
            questions.push_back(*std::move(question));
        }
    }
    return questions;
}

} // namespace vermeil
