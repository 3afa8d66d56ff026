// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../resealed.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/measure/visit_tally_bytes.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

vermeil::VisitTally tally_of(visits::Ids ids) {
    vermeil::VisitRules rules;
    rules.punctuality = vermeil::PunctualityRule{15, 10, vermeil::LateRounding::down, {0.5}};
    rules.length = vermeil::LengthRule{30, 0.8};
    rules.continuity = vermeil::ContinuityRule{true, 3, visits::morning, visits::morning + 900};
    std::vector<visits::Row> rows(6);
    for (int i = 0; i < 6; ++i) {
        rows[static_cast<std::size_t>(i)].worker = i % 4;
        rows[static_cast<std::size_t>(i)].person = i % 2;
        rows[static_cast<std::size_t>(i)].planned += i * 600;
    }
    vermeil::VisitTally tally(rules);
    tally.add(vermeil::checked_visits(visits::table_of(rows, {.ids = ids})));
    return tally;
}

} // namespace

TEST_CASE("a tally that was written and read is the same, whatever its ids") {
    for (const auto ids : {visits::Ids::text, visits::Ids::whole32, visits::Ids::far_apart}) {
        const auto tally = tally_of(ids);
        const auto bytes = vermeil::VisitTallyBytes::written(tally);
        const auto read = vermeil::VisitTallyBytes::read(bytes);
        CHECK(read.rules() == tally.rules());
        CHECK(read.services() == tally.services());
        CHECK(read.finish() == tally.finish());
        CHECK(vermeil::VisitTallyBytes::written(read) == bytes);
    }
}

TEST_CASE("bytes that are cut off, changed in their title or too long are refused") {
    const auto bytes = vermeil::VisitTallyBytes::written(tally_of(visits::Ids::text));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_THROWS(vermeil::VisitTallyBytes::read(std::string_view(bytes).substr(0, size)));
    }
    CHECK_THROWS_WITH(
        vermeil::VisitTallyBytes::read(bytes + "x"),
        "tally of visits: these bytes are cut off or were changed since they were written; the sum at "
        "their end does not fit");
    auto other = bytes;
    other[8] = 'V';
    CHECK_THROWS_WITH(vermeil::VisitTallyBytes::read(other),
                      "tally of visits: these bytes are none, or another version wrote them");
}

TEST_CASE("any changed byte is refused; with a sum that fits it gives an error or another tally") {
    const auto bytes = vermeil::VisitTallyBytes::written(tally_of(visits::Ids::whole64));
    std::size_t read = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const int change : {1, 0x80, 0xff}) {
            auto other = bytes;
            other[at] = static_cast<char>(static_cast<unsigned char>(other[at]) ^ change);
            CHECK_THROWS(vermeil::VisitTallyBytes::read(other));
            other = resealed(other);
            try {
                static_cast<void>(vermeil::VisitTallyBytes::read(other).finish());
                ++read;
            } catch (const vermeil::Error&) {
            }
        }
    }
    CHECK(read > 0);
}
