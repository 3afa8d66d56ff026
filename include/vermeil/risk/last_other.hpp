// SPDX-License-Identifier: MIT
#pragma once
// The last day on which a service stood at another level.

#include <vermeil/core/date.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/risk/change_days.hpp>
#include <vermeil/risk/level_rests.hpp>
#include <vermeil/risk/risk_book.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Looks for the last day of a level other than one, backwards.
class OtherLevel {
  public:
    OtherLevel(const RiskBook& book, const LevelRests& rests, std::size_t service, std::uint8_t level)
        : book_(book), rests_(rests), service_(service), level_(level) {}

    /// The last day of a span on which the level was another; nothing where there is none.
    std::optional<std::int32_t> in(const CalmDays& days) {
        const auto last = on(days.last);
        if (last.band != level_) {
            return days.last;
        }
        return days.fades && days.first < days.last ? between({days.first, on(days.first)}, {days.last, last})
                                                    : std::nullopt;
    }

  private:
    /// The level, and the levels at both ends of what is not known.
    struct Levels {
        std::uint8_t band;
        std::uint8_t lowest;
        std::uint8_t highest;
        friend bool operator==(const Levels&, const Levels&) = default;
    };
    struct End {
        std::int32_t day;
        Levels levels;
    };

    Levels on(std::int32_t day) {
        book_.draw(service_, date_of(day), work_, rests_.wanted);
        const auto outcome = book_.evaluator()->evaluate(work_.cells);
        return {outcome.band, outcome.lowest, outcome.highest};
    }

    /// Between two days within which both ends can only get better: where they are the same, so is all between. The level is
    /// the one sought against on the last day.
    std::optional<std::int32_t> between(const End& first, const End& last) {
        if (first.levels == last.levels) {
            return std::nullopt;
        }
        if (last.day - first.day <= 1) {
            return first.levels.band != level_ ? std::optional(first.day) : std::nullopt;
        }
        const auto day = first.day + (last.day - first.day) / 2;
        const End middle{day, on(day)};
        if (middle.levels.band != level_) {
            const auto later = between(middle, last);
            return later ? later : std::optional(day);
        }
        const auto later = between(middle, last);
        return later ? later : between(first, middle);
    }

    const RiskBook& book_;
    const LevelRests& rests_;
    std::size_t service_;
    std::uint8_t level_;
    RiskBook::Work work_;
};

} // namespace detail

/// The last of some days, both ends counted, on which the level of a service was another than `level`; nothing where it was that
/// on all of them. `view` holds the facts that may count for the service. The scheme must not compare services.
inline std::optional<Date> last_other(const RiskBook& book, const LevelRests& rests, std::size_t service,
                                      const FactView& view, std::uint8_t level,
                                      const std::pair<Date, Date>& days) {
    const auto spans = calm_days(book, rests, service, view, day_number(days.first), day_number(days.second));
    detail::OtherLevel search(book, rests, service, level);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        if (const auto day = search.in(*span)) {
            return date_of(*day);
        }
    }
    return std::nullopt;
}

} // namespace vermeil
