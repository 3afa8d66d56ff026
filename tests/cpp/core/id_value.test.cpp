// SPDX-License-Identifier: MIT

#include "../catch.hpp"

#include <vermeil/core/id_value.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using vermeil::IdValue;

TEST_CASE("numbers stand before texts, in the order of counting; texts in that of their bytes") {
    std::vector<IdValue> ids{std::string("10"), std::int64_t{10}, std::string("9"),
                             std::int64_t{9},   std::int64_t{-1}, std::string("")};
    std::sort(ids.begin(), ids.end());
    std::string shown;
    for (const auto& id : ids) {
        shown += vermeil::to_string(id) + ",";
    }
    CHECK(shown == "-1,9,10,,10,9,");
}
