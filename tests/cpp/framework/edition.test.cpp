// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/edition.hpp>

using namespace vermeil;

TEST_CASE("an edition speaks language 1 and has no date until one is set") {
    const Edition edition;
    CHECK(edition.language == 1);
    CHECK_FALSE(edition.published_on.has_value());
    CHECK_FALSE(edition.effective_from.has_value());
    CHECK(edition.contracts.empty());
}
