// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/large_pages.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

using vermeil::detail::give_pages;
using vermeil::detail::large_page;
using vermeil::detail::take_pages;

TEST_CASE("memory of any size can be written and given back") {
    for (const std::size_t bytes : {std::size_t{1}, large_page - 1, large_page, 3 * large_page + 5}) {
        auto* const taken = static_cast<unsigned char*>(take_pages(bytes));
        std::memset(taken, 7, bytes);
        CHECK(taken[bytes - 1] == 7);
        give_pages(taken, bytes);
    }
}

TEST_CASE("memory of a large page and more begins at one") {
    for (const std::size_t bytes : {large_page, large_page + 1}) {
        void* const taken = take_pages(bytes);
        CHECK(reinterpret_cast<std::uintptr_t>(taken) % large_page == 0);
        give_pages(taken, bytes);
    }
}
