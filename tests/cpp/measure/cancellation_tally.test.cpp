// SPDX-License-Identifier: MIT
// Cancellations in parts.

#include "../catch.hpp"
#include "../resealed.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/measure/cancellation_tally.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace vermeil;

namespace {

/// Made-up visits of three services, some of them cancelled, some of those without the moment.
Batches made_up(std::mt19937& random, std::size_t rows) {
    std::vector<visits::Row> all(rows);
    std::vector<std::int64_t> cancelled(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        all[i].service = static_cast<int>(random() % 3);
        all[i].planned += static_cast<int>(random() % 400) * 1800;
        all[i].status = std::vector<std::string>{"delivered", "cancelled_by_person",
                                                 "cancelled_by_provider"}[random() % 3];
        cancelled[i] = all[i].planned - static_cast<int>(random() % 5) * 7200 + 3600;
    }
    auto table = visits::table_of(all);
    table.parts[0].columns.push_back({"cancelled_at", Moments{}, nullptr, 0, nullptr});
    auto owner = std::make_shared<std::vector<std::int64_t>>(std::move(cancelled));
    table.parts[0].columns.back().data = Moments{*owner, 1, false};
    table.parts[0].columns.back().owner = owner;
    return table;
}

CancellationTally tally_of(const Batches& table) {
    CancellationTally tally;
    tally.add(read_visits(table));
    return tally;
}

/// The counts and the sorted notice of each service.
std::vector<std::vector<std::int64_t>> seen(std::vector<Cancellations> all) {
    std::vector<std::vector<std::int64_t>> made;
    for (auto& each : all) {
        made.push_back({static_cast<std::int64_t>(each.planned),
                        static_cast<std::int64_t>(each.by_person.visits),
                        static_cast<std::int64_t>(each.by_provider.visits)});
        for (auto* side : {&each.by_person, &each.by_provider}) {
            std::sort(side->notice.begin(), side->notice.end());
            made.push_back(side->notice);
        }
    }
    return made;
}

} // namespace

TEST_CASE("parts in any order are the whole, and merging is associative and commutative") {
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        const std::vector<Batches> parts{made_up(random, 60), made_up(random, 1), made_up(random, 90)};
        Batches whole = parts[0];
        for (const auto at : {1U, 2U}) {
            whole.parts.push_back(parts[at].parts[0]);
        }
        const auto a = tally_of(parts[0]), b = tally_of(parts[1]), c = tally_of(parts[2]);
        auto left = a, right = b, turned = c;
        left.merge(b);
        left.merge(c);
        right.merge(c);
        auto first = a;
        first.merge(right);
        turned.merge(b);
        turned.merge(a);
        CHECK(left.services() == first.services());
        CHECK(left.services() == turned.services());
        CHECK(left.bytes() == turned.bytes());
        CHECK(seen(left.finish()) == seen(cancellations(read_visits(whole))));
        CHECK(left.finish().at(0).by_person.notice.size() > 5);
    }
}

TEST_CASE("a tally that was written and read is the same; other bytes are refused") {
    std::mt19937 random(12);
    const auto tally = tally_of(made_up(random, 50));
    const auto bytes = tally.bytes();
    CHECK(CancellationTally::from_bytes(bytes).services() == tally.services());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_THROWS(CancellationTally::from_bytes(std::string_view(bytes).substr(0, size)));
    }
    CHECK_THROWS_WITH(
        CancellationTally::from_bytes(bytes + "x"),
        "tally of cancellations: these bytes are cut off or were changed since they were written; the sum at "
        "their end does not fit");
    auto other = bytes;
    other[8] = 'V';
    CHECK_THROWS_WITH(CancellationTally::from_bytes(other),
                      "tally of cancellations: these bytes are none, or another version wrote them");
}

TEST_CASE(
    "any changed byte of cancellations is refused; with a sum that fits it gives an error or another tally") {
    std::mt19937 random(13);
    const auto bytes = tally_of(made_up(random, 20)).bytes();
    std::size_t refused = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto other = bytes;
        other[at] = static_cast<char>(static_cast<unsigned char>(other[at]) ^ 0xff);
        CHECK_THROWS(CancellationTally::from_bytes(other));
        other = resealed(other);
        try {
            static_cast<void>(CancellationTally::from_bytes(other).services());
        } catch (const Error&) {
            ++refused;
        }
    }
    CHECK(refused > 0);
}

TEST_CASE("a part that repeats a row that another counted is refused, and nothing of it is added") {
    visits::Row one, other;
    other.service = 2;
    const auto checked = [](const std::vector<visits::Row>& rows) {
        return checked_visits(visits::table_of(rows));
    };
    CancellationTally tally;
    tally.add(checked({one, one}));
    const auto before = tally.services();
    CHECK(before.begin()->second.planned == 1);
    CHECK_THROWS_WITH(tally.add(checked({other, one})),
                      Catch::Matchers::Contains("the same row of a log of visits stands in two parts"));
    CHECK(tally.services() == before);
    CHECK(CancellationTally::from_bytes(tally.bytes()).services() == before);
}
