// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <string>

namespace {

using vermeil::State;

/// Of S1 in 2024-25 Q3: forty visits made, and three cancelled, with 2, 30 and 50 hours of notice.
std::string log(const std::string& more = "") {
    std::string text = "service,person,worker,planned_start,planned_end,status,cancelled_at\n";
    for (int i = 0; i < 40; ++i) {
        const auto day = "2024-11-" + std::to_string(101 + i % 28).substr(1);
        const auto hour = std::to_string(108 + i / 28).substr(1);
        text += "S1,p,A," + day + " " + hour + ":00," + day + " " + hour + ":30,delivered,\n";
    }
    text += "S1,q,,2024-10-11 08:00,2024-10-11 08:30,cancelled_by_provider,2024-10-11 06:00\n"
            "S1,q,,2024-10-12 08:00,2024-10-12 08:30,cancelled_by_provider,2024-10-11 02:00\n"
            "S1,q,,2024-10-13 08:00,2024-10-13 08:30,cancelled_by_person,2024-10-11 06:00\n";
    return text + more;
}

vermeil::Cell drawn(const std::string& standard, const sample::Settings& set, const std::string& more = "",
                    const std::string& service = "S1") {
    return sample::cell_of({{"visits", log(more)}}, {standard, set, 0, 1, service});
}
const std::string undated = "S1,q,,2024-10-14 08:00,2024-10-14 08:30,cancelled_by_provider,\n";

} // namespace

TEST_CASE("short notice is counted among the cancellations, or among all visits planned") {
    const auto by_provider = drawn("short_notice_cancellations", {{"notice_hours", 24.0}});
    CHECK(by_provider.count == 1);
    CHECK(by_provider.n == 2);
    CHECK(drawn("short_notice_cancellations", {{"notice_hours", 30.0}}).count == 1); // 30 hours are enough
    CHECK(drawn("short_notice_cancellations", {{"notice_hours", 30.1}}).count == 2);
    const auto by_anybody =
        drawn("short_notice_cancellations",
              {{"notice_hours", 48.0}, {"by", std::string("anybody")}, {"over", std::string("visits")}});
    CHECK(by_anybody.count == 2);
    CHECK(by_anybody.n == 43);
}

TEST_CASE("the hours of notice are their mean, median or greatest") {
    CHECK(drawn("cancellation_notice", {}).value == 16);
    CHECK(drawn("cancellation_notice", {{"by", std::string("anybody")}, {"statistic", std::string("median")}})
              .value == 30);
    CHECK(
        drawn("cancellation_notice", {{"by", std::string("person")}, {"statistic", std::string("greatest")}})
            .value == 50);
}

TEST_CASE(
    "a cancellation without its moment neither helps nor counts against: too many leave the value unknown") {
    CHECK(drawn("short_notice_cancellations", {{"notice_hours", 24.0}}, undated).state == State::unknown);
    const auto told =
        drawn("short_notice_cancellations", {{"notice_hours", 24.0}, {"most_undated", 0.4}}, undated);
    CHECK(told.count == 1);
    CHECK(told.n == 2);
    const auto over_visits =
        drawn("short_notice_cancellations",
              {{"notice_hours", 24.0}, {"most_undated", 0.4}, {"over", std::string("visits")}}, undated);
    CHECK(over_visits.n == 43);
}

TEST_CASE("absence of cancellations has its reason") {
    CHECK(drawn("cancellation_notice", {}, "", "S2").state == State::not_submitted);
    CHECK(sample::cell_of({}, {"cancellation_notice", {}}).state == State::unknown);
    sample::Asked earlier{"cancellation_notice", {}};
    earlier.as_of = vermeil::Date(2024, 10, 10);
    CHECK(sample::cell_of({{"visits", log()}}, earlier).state == State::not_submitted);
    earlier.as_of = vermeil::Date(2024, 10, 11);
    CHECK(sample::cell_of({{"visits", log()}}, earlier).value == 2);
    const std::string none = "S2,p,A,2024-10-11 08:00,2024-10-11 08:30,delivered,\n";
    CHECK(drawn("cancellation_notice", {}, none, "S2").state == State::too_few);
    // Of 44 rows three are useless: more than 5 %.
    const std::string bad = "S1,q,,2024-10-14 08:00,2024-10-14 08:30,cancelled_by_provider,soon\n";
    CHECK(drawn("cancellation_notice", {}, bad + bad + bad).state == State::unknown);
}
