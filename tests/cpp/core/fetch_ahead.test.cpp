// SPDX-License-Identifier: MIT
// Fetching changes nothing: what can be seen is that no place outside the values is touched.

#include "catch.hpp"

#include <vermeil/core/fetch_ahead.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

using vermeil::detail::fetch_ahead;

TEST_CASE("values may be fetched from any place, to the end and beyond it") {
    const std::vector<std::int64_t> values(100, 7);
    for (const std::size_t first : {0U, 1U, 60U, 99U, 100U}) {
        for (const std::size_t count : {0U, 1U, 40U, 200U}) {
            fetch_ahead(std::span(values), first, count);
        }
    }
    fetch_ahead(std::span<const std::uint8_t>(), 0, 8);
    CHECK(values == std::vector<std::int64_t>(100, 7));
}
