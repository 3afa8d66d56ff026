// SPDX-License-Identifier: MIT
// Evidence in parts.

#include "../catch.hpp"
#include "../csv.hpp"

#include <vermeil/evidence/evidence_tally.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

using Lines = std::vector<std::string>;

/// Made-up returns and events; now and then a row contradicts another or cannot be read.
std::map<std::string, Lines> made_up(std::mt19937& random) {
    std::map<std::string, Lines> lines;
    const auto service = [&] { return "S" + std::to_string(random() % 4); };
    for (int i = 0; i < 30; ++i) {
        lines["counts"].push_back(service() + ",2024 Q" + std::to_string(1 + random() % 4) + ",leavers," +
                                  std::to_string(random() % 12) + ",10");
        lines["events"].push_back(service() + ",default_notice,2024-0" + std::to_string(1 + random() % 9) +
                                  (random() % 9 == 0 ? "-soon" : "-15"));
    }
    return lines;
}

const std::map<std::string, std::string> headings{{"counts", "service,quarter,item,count,base"},
                                                  {"events", "service,event,from"}};

/// The rows of each table that stand at some places, numbered as in the whole.
EvidenceTables tables_of(const std::map<std::string, Lines>& lines, const std::vector<int>& part_of,
                         int part) {
    EvidenceTables tables;
    tables.emplace("services", csv::table("services.csv", "service,provider\nS1,A\nS2,A\nS3,B\n"));
    for (const auto& [name, all] : lines) {
        std::string text = headings.at(name) + "\n";
        Provenance known;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (part < 0 || part_of[i] == part) {
                text += all[i] + "\n";
                known.row_numbers.push_back(static_cast<std::uint32_t>(i + 2));
            }
        }
        if (!known.row_numbers.empty()) {
            tables.emplace(name, csv::table(name + ".csv", text).with(std::move(known)));
        }
    }
    return tables;
}

/// What became of the rows, in an order that does not depend on that of reading.
struct Seen {
    std::vector<std::string> counts, events;
    std::vector<std::string> rejects;
    friend bool operator==(const Seen&, const Seen&) = default;
};

Seen seen(const Evidence& evidence) {
    Seen made;
    for (const auto& each : evidence.counts) {
        made.counts.push_back(
            each.service + to_string(each.quarter.first_day()) +
            (each.counts.is_present() ? std::to_string(each.counts.value().count()) : "unknown"));
    }
    for (const auto& each : evidence.events) {
        made.events.push_back(each.service + (each.refused ? "refused" : to_string(each.from)));
    }
    for (const auto& each : evidence.rejects) {
        made.rejects.push_back(each.source + std::to_string(each.row) + each.value + each.reason);
    }
    for (auto* list : {&made.counts, &made.events, &made.rejects}) {
        std::sort(list->begin(), list->end());
    }
    return made;
}

} // namespace

TEST_CASE("parts in any order are the whole: evidence, rejects and all") {
    std::mt19937 random(21);
    for (int round = 0; round < 60; ++round) {
        const auto lines = made_up(random);
        std::vector<int> part_of(30);
        std::generate(part_of.begin(), part_of.end(), [&] { return static_cast<int>(random() % 3); });
        std::vector<EvidenceTally> parts(3);
        for (int part = 0; part < 3; ++part) {
            parts[static_cast<std::size_t>(part)].add(tables_of(lines, part_of, part));
        }
        auto left = parts[0], right = parts[1], turned = parts[2];
        left.merge(parts[1]);
        left.merge(parts[2]);
        right.merge(parts[2]);
        auto first = parts[0];
        first.merge(right);
        turned.merge(parts[1]);
        turned.merge(parts[0]);
        CHECK(left.tables() == first.tables());
        CHECK(left.tables() == turned.tables());
        CHECK(seen(left.finish()) == seen(read_evidence(tables_of(lines, part_of, -1))));
    }
}

TEST_CASE("a column that one part has is empty in the rows of the others") {
    EvidenceTally tally;
    tally.add({{"services", csv::table("a.csv", "service,provider\nS1,A\n")}});
    tally.add({{"services", csv::table("b.csv", "service,regulators,provider\nS2,cqc,A\n")}});
    const auto& table = tally.tables().at("services");
    CHECK(table.columns == Lines{"provider", "regulators", "service"});
    CHECK(table.rows[0].cells == Lines{"A", "", "S1"});
    CHECK(tally.finish().services.size() == 2);
}

TEST_CASE("the same register in every part is one register") {
    EvidenceTally tally;
    const auto part = [] {
        return EvidenceTables{{"services", csv::table("services.csv", "service,provider\nS1,A\n")}};
    };
    tally.add(part());
    tally.add(part());
    CHECK(tally.finish().rejects.empty());
}

TEST_CASE("visits and unknown tables are refused, and nothing is added") {
    EvidenceTally tally;
    const auto visits = csv::table("visits", "service\nS1\n");
    CHECK_THROWS_WITH(tally.add({{"visits", visits}}), Catch::Matchers::Contains("VisitTally"));
    CHECK_THROWS_WITH(tally.add({{"evnts", visits}}), Catch::Matchers::Contains("did you mean 'events'"));
    CHECK(tally.tables().empty());
    CHECK_THROWS_WITH(tally.finish(), Catch::Matchers::Contains("services"));
}
