// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/core/id.hpp>
#include <vermeil/market/rows.hpp>

#include <optional>
#include <string>
#include <vector>

namespace {

using namespace vermeil;

struct Thing {
    ZoneId zone;
    [[nodiscard]] const ZoneId& id() const { return zone; }
};

const Schema things{"things", "", {{"zone", CellKind::id, ""}, {"others", CellKind::text, "", false}}};

std::optional<Thing> read_thing(RowReader& row) {
    const auto id = row.id<ZoneId>(0);
    detail::ids_in<ZoneId>(row, 1);
    return row.ok() ? std::optional(Thing{*id}) : std::nullopt;
}

std::vector<std::string> reasons(const Rejects& rejects) {
    std::vector<std::string> texts;
    for (const auto& reject : rejects) {
        texts.push_back(std::to_string(reject.row) + " " + reject.column + ": " + reject.reason);
    }
    return texts;
}

} // namespace

TEST_CASE("a list in a cell loses blanks and empty parts") {
    CHECK(vermeil::detail::listed(" a ;b b;; c;") == std::vector<std::string>{"a", "b b", "c"});
    CHECK(vermeil::detail::listed("").empty());
    CHECK(vermeil::detail::listed(" ; ").empty());
}

TEST_CASE("the later row of one id is a reject and the rest goes on") {
    Rejects rejects;
    const auto read = detail::read_register(
        things, csv::table("t.csv", "zone,others\na,\n,y\na,x\nb,x;y;x\nc,x\n"), rejects, read_thing);
    REQUIRE(read.size() == 2);
    CHECK(read[0].zone.text() == "a");
    CHECK(read[1].zone.text() == "c");
    CHECK(reasons(rejects) == std::vector<std::string>{"3 zone: empty, and this column must be filled",
                                                       "4 zone: this id stands already in an earlier row",
                                                       "5 others: 'x' stands twice"});
}

TEST_CASE("an id whose first row was refused may come again") {
    Rejects rejects;
    const auto read =
        detail::read_register(things, csv::table("t.csv", "zone,others\na,x;x\na,x\n"), rejects, read_thing);
    CHECK(read.size() == 1);
    CHECK(rejects.size() == 1);
}

TEST_CASE("a check of its own may refuse a row") {
    Rejects rejects;
    const auto refuse_b = [](const Thing& thing, RowReader& row) {
        if (thing.zone.text() == "b") {
            row.reject(0, "not b");
        }
    };
    const auto read =
        detail::read_register(things, csv::table("t.csv", "zone\na\nb\n"), rejects, read_thing, refuse_b);
    CHECK(read.size() == 1);
    CHECK(reasons(rejects) == std::vector<std::string>{"3 zone: not b"});
}
