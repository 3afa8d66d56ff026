// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/arrow/type.hpp>

using vermeil::detail::arrow_type;
using vermeil::detail::ArrowKind;

TEST_CASE("formats without parameters are known by their whole text alone") {
    CHECK(arrow_type("l").kind == ArrowKind::int64);
    CHECK(arrow_type("vu").kind == ArrowKind::text_view);
    CHECK(arrow_type("ll").kind == ArrowKind::refused);
    CHECK(arrow_type("").kind == ArrowKind::refused);
}

TEST_CASE("a timestamp tells its unit and its zone") {
    const auto type = arrow_type("tsu:Europe/London");
    CHECK(type.kind == ArrowKind::timestamp);
    CHECK(type.units_per_second == 1'000'000);
    CHECK(type.zone == "Europe/London");
    CHECK(arrow_type("tss:").units_per_second == 1);
    CHECK(arrow_type("tsm:").units_per_second == 1'000);
    CHECK(arrow_type("tsn:").units_per_second == 1'000'000'000);
    CHECK(arrow_type("tsn:").zone.empty());
}

TEST_CASE("a decimal tells its scale and its width") {
    CHECK(arrow_type("d:10,2").scale == 2);
    CHECK(arrow_type("d:10,2").bytes == 16);
    CHECK(arrow_type("d:40,-3,256").scale == -3);
    CHECK(arrow_type("d:40,-3,256").bytes == 32);
}

TEST_CASE("a decimal that cannot be is refused with its format") {
    for (const char* format :
         {"d:", "d:10", "d:10,", "d:10,2,100", "d:10,2,128,1", "d:10,x", "d:10,2x", "d:10,99999"}) {
        const auto type = arrow_type(format);
        CHECK(type.kind == ArrowKind::refused);
        CHECK(type.name == "decimal of the format '" + std::string(format) + "'");
    }
}

TEST_CASE("types that are not read have a name all the same") {
    CHECK(arrow_type("e").name == "half float");
    CHECK(arrow_type("+w:3").name == "fixed-size list");
    CHECK(arrow_type("ttu").name == "time of day");
    CHECK(arrow_type("tDn").name == "duration");
    CHECK(arrow_type("?").name == "type of the unknown format '?'");
}

TEST_CASE("the types that can be read are listed from the table, each once") {
    const auto names = vermeil::detail::readable_arrow_types();
    CHECK(names.front() == "null");
    CHECK(names.back() == "decimal");
    CHECK(std::ranges::count(names, "timestamp") == 1);
    CHECK(std::ranges::count(names, "list") == 0);
}
