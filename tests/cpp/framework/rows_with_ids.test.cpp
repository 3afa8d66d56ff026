// SPDX-License-Identifier: MIT
// Which rows of a table stand for which service.

#include "catch.hpp"

#include <vermeil/framework/rows_with_ids.hpp>

#include <string>
#include <vector>

TEST_CASE("each service has its first row; a row without an id and a second row of one are told") {
    const vermeil::Frame frame("measures.csv", {vermeil::text_column("home", {"P2", "", "P1", "P2"})});
    std::vector<std::string> ids;
    vermeil::Rejects rejects;
    const auto rows = vermeil::detail::rows_with_ids(frame, "home", ids, rejects);
    CHECK(rows == std::vector<std::size_t>{0, 2});
    CHECK(ids == std::vector<std::string>{"P2", "P1"});
    REQUIRE(rejects.size() == 2);
    CHECK(rejects[0].row == 3);
    CHECK(rejects[1].row == 5);
    CHECK(rejects[1].reason == "this service stands already in an earlier row");
}
