// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/large_pages.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>

using vermeil::detail::give_pages;
using vermeil::detail::large_page;
using vermeil::detail::least_in_large_pages;
using vermeil::detail::take_pages;

TEST_CASE("memory of any size can be written and given back") {
    for (const std::size_t bytes :
         {std::size_t{1}, least_in_large_pages - 1, large_page, 3 * large_page + 5}) {
        auto* const taken = static_cast<unsigned char*>(take_pages(bytes));
        std::memset(taken, 7, bytes);
        CHECK(taken[bytes - 1] == 7);
        give_pages(taken, bytes);
    }
}

TEST_CASE("more than there can be is refused, and no length wraps around") {
    CHECK_THROWS_AS(take_pages(std::numeric_limits<std::size_t>::max()), std::bad_alloc);
}

TEST_CASE("memory of a good part of a large page begins at one") {
    for (const std::size_t bytes : {least_in_large_pages, large_page, large_page + 1}) {
        void* const taken = take_pages(bytes);
        CHECK(reinterpret_cast<std::uintptr_t>(taken) % large_page == 0);
        give_pages(taken, bytes);
    }
}
