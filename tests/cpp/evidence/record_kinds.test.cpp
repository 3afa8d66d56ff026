// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/evidence/record_kinds.hpp>

#include <set>
#include <string>

using namespace vermeil;

TEST_CASE("every kind names its service first, has a day, and fields that its checks can read") {
    std::set<std::string> names;
    for (const auto* kind : record_kinds()) {
        INFO(kind->schema.name);
        const auto& fields = kind->schema.fields;
        CHECK(names.insert(kind->schema.name).second);
        CHECK(fields.front().name == "service");
        const auto is = [&](std::size_t field, CellKind wanted) { return fields.at(field).kind == wanted; };
        CHECK((is(kind->day, CellKind::date) || is(kind->day, CellKind::quarter)));
        CHECK(fields.at(kind->day).required);
        CHECK((fields.front().required || kind->find("provider")));
        for (const auto& [part, whole] : kind->parts) {
            CHECK(is(part, CellKind::whole));
            for (const auto field : whole) {
                CHECK(is(field, CellKind::whole));
            }
        }
        for (const auto& [first, then] : kind->order) {
            CHECK((is(first, CellKind::date) && is(then, CellKind::date)));
        }
    }
    CHECK(names.size() == 18);
}

TEST_CASE("whoever is named as a person is masked") {
    for (const auto* kind : record_kinds()) {
        if (const auto person = kind->find("person")) {
            CHECK(kind->schema.fields[*person].personal);
        }
    }
}
