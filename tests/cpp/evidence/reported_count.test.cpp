// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/reported_count.hpp>

#include <algorithm>

using namespace vermeil;

namespace {

ReportedCount due(Date due_on) {
    return {"S1", Quarter::financial(2024, 3), "leavers", State::not_submitted, due_on, {}, {}, {}};
}

} // namespace

TEST_CASE("a return is late from the day after it was due") {
    auto count = due(Date(2025, 1, 31));
    CHECK_FALSE(count.is_late());
    count.received_on = Date(2025, 1, 31);
    CHECK_FALSE(count.is_late());
    count.received_on = Date(2025, 2, 1);
    CHECK(count.is_late());
}

TEST_CASE("a return is chased when the due date has passed and a reminder has gone out") {
    auto count = due(Date(2025, 1, 31));
    CHECK_FALSE(count.is_chased_on(Date(2025, 3, 31)));
    count.reminded_on = Date(2025, 2, 10);
    CHECK_FALSE(count.is_chased_on(Date(2025, 1, 31)));
    CHECK_FALSE(count.is_chased_on(Date(2025, 2, 9)));
    CHECK(count.is_chased_on(Date(2025, 2, 10)));
}

TEST_CASE("whoever returns no counts may say why, and never that they are present") {
    const auto& schema = counts_schema();
    const auto& allowed = schema.fields[schema.position("state")].allowed;
    CHECK(allowed.size() == state_count - 1);
    CHECK(std::count(allowed.begin(), allowed.end(), "present") == 0);
    CHECK(schema.position("state") == detail::reported_count_field::state);
    CHECK(schema.position("reminded_on") == detail::reported_count_field::reminded_on);
}
