// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/recommendation_measures.hpp>

using namespace vermeil;
using sample::cell_of;

namespace {

const std::string head =
    "service,proposed_on,by,hours_before,hours_after,carers_before,carers_after,decision,decided_on,"
    "effective_on,reversed_on\n";
const std::string rows = "S1,2024-10-01,trusted assessor,10,12.5,2,1,accepted,2024-10-11,2024-10-14,\n"
                         "S1,2024-10-01,trusted assessor,10,6,2,2,accepted,2024-10-05,2024-10-06,2024-10-20\n"
                         "S1,2024-10-01,provider,10,20,2,1,declined,2024-10-31,,\n"
                         "S1,2024-12-01,provider,10,20,1,1,,,,\n"
                         "S1,2024-06-01,council,10,9,1,1,accepted,2024-06-10,2024-06-11,\n";

sample::Tables tables(const std::string& more = "") { return {{"recommendations", head + rows + more}}; }
sample::Settings by(const char* whom) { return {{"by", std::string(whom)}}; }

} // namespace

TEST_CASE("proposals are accepted of those decided in the quarter") {
    CHECK(cell_of(tables(), {"recommendations_accepted"}).count == 2);
    CHECK(cell_of(tables(), {"recommendations_accepted"}).n == 3);
    CHECK(cell_of(tables(), {"recommendations_accepted", by("trusted assessor")}).value == 1);
    CHECK(cell_of(tables(), {"recommendations_accepted", by("council")}).state == State::too_few);
    CHECK(cell_of(tables("S1,2024-10-01,provider,,,,,,2024-10-31,,\n"), {"recommendations_accepted"}).state ==
          State::unknown);
}

TEST_CASE("days to the decision have a mean, a median and a greatest") {
    const auto days = [](const char* statistic) {
        return cell_of(tables(), {"recommendation_days", {{"statistic", std::string(statistic)}}});
    };
    CHECK(days("mean").value == Approx((10 + 4 + 30) / 3.0));
    CHECK(days("median").value == 10);
    CHECK(days("greatest").value == 30);
    CHECK(days("mean").n == 3);
    CHECK(cell_of(tables(), {"recommendation_days", {}, 4}).state == State::too_few);
}

TEST_CASE("accepted proposals change hours up, down and net") {
    const auto hours = [](const char* count) {
        return cell_of(tables(), {"recommended_hours", {{"count", std::string(count)}}}).value;
    };
    CHECK(hours("up") == 2.5);
    CHECK(hours("down") == 4);
    CHECK(hours("net") == -1.5);
    CHECK(
        cell_of(tables("S1,2024-10-01,provider,,9,,,accepted,2024-10-31,,\n"), {"recommended_hours"}).state ==
        State::unknown);
}

TEST_CASE("a proposal is taken back within the days that ended in the quarter") {
    CHECK(cell_of(tables(), {"recommendations_reversed", {{"days", 14.0}}}).count == 1);
    CHECK(cell_of(tables(), {"recommendations_reversed", {{"days", 14.0}}}).n == 2);
    CHECK(cell_of(tables(), {"recommendations_reversed", {{"days", 13.0}}}).count == 0);
}

TEST_CASE("double-handed care turns single-handed where that was decided") {
    const auto cell = cell_of(tables(), {"double_to_single"});
    CHECK(cell.count == 1);
    CHECK(cell.n == 3);
}

TEST_CASE("without the table, or with a row that was refused, nothing is known") {
    CHECK(cell_of({}, {"recommendations_accepted"}).state == State::unknown);
    CHECK(cell_of(tables("S1,never,provider,,,,,,,,\n"), {"recommendations_accepted"}).state ==
          State::unknown);
    CHECK(cell_of(tables("S1,2024-10-01,nobody,1,2,,,accepted,2024-10-02,,\n"),
                  {"recommendations_accepted", by("provider")})
              .state == State::unknown);
}
