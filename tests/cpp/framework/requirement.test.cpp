// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/requirement.hpp>

#include <limits>
#include <map>

using namespace vermeil;

TEST_CASE("what is required and does not hold is a definition error at its place") {
    CHECK_NOTHROW(detail::require(true, {"file", 3, 4}, "never said"));
    CHECK_THROWS_WITH(detail::require(false, {"file", 3, 4}, "two bands"), "file:3:4: two bands");
}

TEST_CASE("a weight is a finite number above 0, or not set") {
    CHECK_NOTHROW(detail::require_weight({}, {}, "measure 'm'"));
    CHECK_NOTHROW(detail::require_weight(1e-3, {}, "measure 'm'"));
    const auto refuses = [](double weight, const char* message) {
        CHECK_THROWS_WITH(detail::require_weight(weight, {}, "measure 'm'"), message);
    };
    refuses(0, "measure 'm' has weight 0; a weight is a number above 0");
    refuses(-0.5, "measure 'm' has weight -0.5; a weight is a number above 0");
    refuses(std::numeric_limits<double>::quiet_NaN(),
            "measure 'm' has weight nan; a weight is a number above 0");
    refuses(2e6, "measure 'm' has weight 2e+06; a weight is a number above 0 and at most 1000000");
}

TEST_CASE("a number is finite and of a bearable size") {
    CHECK_NOTHROW(detail::require_number(-1e6, {}, "a cut"));
    CHECK_THROWS_WITH(detail::require_number(std::numeric_limits<double>::infinity(), {}, "a cut"),
                      "a cut of inf; a number from -1000000 to 1000000 is needed");
    CHECK_THROWS_AS(detail::require_number(std::numeric_limits<double>::quiet_NaN(), {}, "a cut"),
                    DefinitionError);
}

TEST_CASE("a message lists what is known and what may have been meant") {
    CHECK(detail::instead_of("Sliver", {"Gold", "Silver"}) == "'Gold' or 'Silver'; did you mean 'Silver'?");
    CHECK(detail::instead_of("Sliver", {}) == "nothing");
}

TEST_CASE("capitals and outer blanks do not make two names of one") {
    std::map<std::string, std::string> met;
    detail::require_own_name(met, "Gold", {"file", 1, 1}, "bands");
    CHECK_NOTHROW(detail::require_own_name(met, "Silver", {"file", 2, 1}, "bands"));
    CHECK_THROWS_WITH(detail::require_own_name(met, "Gold", {"file", 3, 1}, "bands"),
                      "file:3:1: two bands are named 'Gold'");
    CHECK_THROWS_WITH(
        detail::require_own_name(met, "gold", {"file", 4, 1}, "bands"),
        "file:4:1: two bands are named 'Gold' and 'gold', which capitals and blanks alone tell apart");
}
