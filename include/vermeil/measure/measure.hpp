// SPDX-License-Identifier: MIT
#pragma once
// What one measure is: where its number comes from and when there is one.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/observed.hpp>
#include <vermeil/measure/decay.hpp>
#include <vermeil/measure/setting.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil {

/// The share of a survey's answers to one item that are positive: positive answers / answers that count.
/// Blanks and answers that the survey leaves out are in neither count; "neither" is an answer.
struct SurveyShare {
    std::string survey;
    std::string item;
    std::vector<std::string> positive;
};

/// A share that somebody reports as counts, such as leavers of workers: the item's count / its base.
struct CountShare {
    std::string item;
};

/// 1 where an event of that kind is open on the last day of the quarter, or under review on it, else 0. What decays are the
/// points of one that is open.
struct EventOpen {
    std::string event;
    bool under_review = false; ///< a review of one goes on, rather than one stands open
    Decay decay = {};
    bool of_table = false;     ///< `event` is the name of a table of reports, whose rows are meant
    std::string also = {};     ///< a table of reports whose rows are such events too; empty: events alone
    bool needs_review = false; ///< one of which nobody says what a review found is under review
};

/// How many events of that kind began in so many days, or so many months, up to the last day of the quarter. One that decays
/// counts as less than one; with `over`, they are so many for each so much of another measure: count / over * per.
struct EventCount {
    std::string event;
    std::uint32_t days = 0;
    std::uint32_t months = 0; ///< in the place of `days`
    Decay decay = {};
    bool any_review = false; ///< one counts whatever a review finds, from the day it happened
    std::string over =
        {}; ///< the id of a measure that says how much care there was; empty: the number as it is
    double per = 1;
    bool of_table = false;     ///< `event` is the name of a table of reports, whose rows are meant
    std::string also = {};     ///< a table of reports whose rows are such events too; empty: events alone
    bool needs_review = false; ///< one counts only once a review has upheld it
};

/// How many quarterly returns of an item, of the pooled quarters, the provider owes: their due day has passed, a reminder went
/// out, and they have not come.
struct Overdue {
    std::string item;
};

/// The latest rating that a source gave on its own ordered scale, as the position of its word: 1 is the best. It may be read
/// on another scale, to which a crosswalk leads: `positions` has for each word of the source the position of one there. One
/// that was given before the look-back is as good as none.
struct LatestRating {
    std::string source;
    std::string read_on = {}; ///< the id of the other scale; empty: its own
    std::vector<std::size_t> positions = {};
    std::uint32_t days = 0;    ///< how far it may lie back; 0 with 0 months: however far
    std::uint32_t months = 0;  ///< in the place of `days`
    std::string standard = {}; ///< the standard or key question that is asked about; empty: the whole service
    bool is_own = false;       ///< the service's rating of itself, rather than the source's
    Decay decay = {};          ///< of its points
};

/// How far back something reaches: so many days, or so many months; neither: without end.
struct LookBack {
    std::uint32_t days = 0;
    std::uint32_t months = 0; ///< in the place of `days`
    [[nodiscard]] bool ends() const noexcept { return days > 0 || months > 0; }
    friend bool operator==(const LookBack&, const LookBack&) = default;
};

/// The last day that a look-back of so many days, or months, no longer reaches. Months end as the calendar's do: three of
/// them before the end of a quarter is the end of the quarter before.
inline Date before_look_back(std::uint32_t days, std::uint32_t months, Date last) {
    return months > 0 ? months_before(last, months) : last - boost::gregorian::days(static_cast<int>(days));
}

/// The number is given ready, in a column that bears the measure's id.
struct Given {};

/// A word is given ready, likewise; its number is the position among the words of an ordered scale.
struct GivenWord {
    std::string scale; ///< its id
};

/// The number of a column; or that over the number of another, for so much exposure: count / exposure * per.
struct GivenRate {
    std::string column;
    std::string over = {}; ///< the exposure; empty: the number as it is
    double per = 1;
    std::vector<double> at =
        {}; ///< rising; where there are any the number becomes its part, 1 below the first, 2 from it on, ...
};

/// Several facts taken together, each combination of which has a name of its own, to tell peers apart.
struct GivenTogether {
    std::vector<std::string> facts; ///< their ids, two or more
};

/// What kind of number a measure is.
enum class ValueKind : std::uint8_t {
    share, ///< a part of its base, from 0 to 1; a few may go beyond
    truth, ///< 0 or 1
    whole, ///< a count, 0 or more
    number ///< anything
};

/// A measure of the catalogue, with what is set about it: one setting for each of its parameters, in their order. Made by
/// `standard_value`, which fills in what is left open.
struct StandardValue {
    std::string standard; ///< its id
    std::vector<Setting> settings{};
    ValueKind kind = ValueKind::number;
};

/// Where a measure's number comes from.
using ValueSource = std::variant<Given, SurveyShare, CountShare, EventOpen, EventCount, LatestRating,
                                 GivenWord, GivenRate, StandardValue, Overdue, GivenTogether>;

/// A number drawn from evidence for each service and quarter.
struct Measure {
    std::string id;
    std::string label;
    ValueSource value;
    std::uint32_t least_n = 0;        ///< with a smaller base the value is `too_few`
    std::uint32_t quarters = 1;       ///< evidence is pooled over so many quarters, the rated one last
    bool live = true;                 ///< false while the measure is only planned
    Owner owed_by = Owner::council;   ///< who has to bring the evidence
    bool reporting_sensitive = false; ///< a count that rises when people dare to report
    bool concluded = false;    ///< of such a count: only cases that were looked into and found to be so
    bool attributable = false; ///< of such a count: only cases that the provider answers for
    std::string per;           ///< of such a count: by how much exposure, such as `1000 hours`
    std::vector<std::string> standards; ///< the standards and domains it is mapped to
    Place place;
    std::vector<double> cycles =
        {};                  ///< weights of successive cycles, the latest first; empty: there is but one
    bool inherits = false;   ///< evidence of the services that this one took over from counts too
    LookBack fresh_for = {}; ///< evidence that this no longer reaches is stale, and flagged; empty: never

    /// The least base that a value must have; 0 with cycles, each of which was asked when it was drawn.
    [[nodiscard]] std::uint32_t asked_n() const noexcept { return cycles.empty() ? least_n : 0; }
};

} // namespace vermeil
