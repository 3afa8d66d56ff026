// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/measure/visit_share.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace vermeil;
using namespace vermeil::detail;

namespace {
/// What one thread keeps of some rows.
VisitsKept kept_of(const VisitLog& log, const VisitRules& rules) {
    VisitsKept kept(log, rules);
    VisitShare share(log, rules, kept);
    each_block(log, 0, log.rows(), [&](const VisitBlock& some) { share.add(some); });
    return kept;
}
} // namespace

TEST_CASE("a row has marks where it is delivered and has all of them") {
    CHECK(has(VisitMark::has_start, VisitMark::has_start));
    CHECK_FALSE(has(0, VisitMark::has_start));
    CHECK_FALSE(has(VisitMark::has_start | 1, VisitMark::has_start)); // missed
    CHECK_FALSE(has(VisitMark::left_out | VisitMark::has_start, VisitMark::has_start));
    CHECK(is_delivered(VisitMark::edited));
    CHECK_FALSE(is_delivered(VisitMark::left_out));
}

TEST_CASE("starts late and early by minutes, hours and days are all kept, the far ones apart") {
    const std::vector<std::int64_t> wanted{-86'400, -32'769, -32'768, -60, 0, 59, 32'767, 32'768, 2'000'000};
    std::vector<visits::Row> rows(3 * wanted.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].late = wanted[i % wanted.size()];
        rows[i].status = i < wanted.size() ? "delivered" : i < 2 * wanted.size() ? "missed" : "perhaps";
    }
    const auto log = read_visits(visits::table_of(rows), VisitChecks::needed);
    const auto kept = kept_of(log, {true, PunctualityRule{15, 15, LateRounding::none, {0.5}}});
    std::vector<std::int32_t> late;
    std::vector<std::int32_t> very_late;
    kept.late.append_to(late, 0);
    kept.very_late.append_to(very_late, 0);
    CHECK(late == std::vector<std::int32_t>{-32'768, -60, 0, 59, 32'767});
    CHECK(very_late == std::vector<std::int32_t>{-86'400, -32'769, 32'768, 2'000'000});
    CHECK(kept.classes[0].counts() ==
          VisitCounts{.delivered = 9, .missed = 9, .logged = 9, .punctual = 3, .early = 3, .late = 3});
}

TEST_CASE("a log in which no row names a service is read, and nothing of it is kept") {
    const auto log = read_visits(
        visits::with(visits::table_of({{}, {}}), visits::numbers<std::int64_t>("service", {5, 9}, "00")),
        VisitChecks::needed);
    CHECK(log.service.size() == 0);
    CHECK(kept_of(log, {true, PunctualityRule{15, 15, LateRounding::none, {0.5}}}).classes.empty());
}
