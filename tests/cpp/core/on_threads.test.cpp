// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/error.hpp>
#include <vermeil/core/on_threads.hpp>

#include <atomic>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

using namespace vermeil::detail;

TEST_CASE("every share is worked once, each on a thread of its own") {
    for (const std::size_t shares : {1U, 2U, 5U}) {
        std::vector<std::atomic<int>> worked(shares);
        on_threads(shares, [&](std::size_t share) { ++worked[share]; });
        for (const auto& times : worked) {
            CHECK(times == 1);
        }
    }
}

TEST_CASE("of several failures the one of the lowest share is thrown on, once all shares have ended") {
    std::atomic<int> ended = 0;
    const auto work = [&](std::size_t share) {
        ++ended;
        if (share != 1) {
            throw vermeil::Error("share " + std::to_string(share));
        }
    };
    CHECK_THROWS_WITH(on_threads(4, work), "share 0");
    CHECK(ended == 4);
}

TEST_CASE("threads take share after share, each share once, and a slow one holds nobody else up") {
    for (const std::size_t threads : {0U, 1U, 2U, 3U}) {
        const vermeil::Threads workers(threads);
        std::vector<std::atomic<int>> worked(workers.shares() + 7);
        workers.run(worked.size(), [&](std::size_t share) { ++worked[share]; });
        for (const auto& times : worked) {
            CHECK(times == 1);
        }
    }
    std::atomic<std::size_t> others = 0; // the first share waits until all the others are done
    vermeil::Threads(2).run(9, [&](std::size_t share) {
        while (share == 0 && others < 8) {
            std::this_thread::yield();
        }
        others += share > 0 ? 1 : 0;
    });
    CHECK(others == 8);
}

TEST_CASE("of several failures of many shares the lowest is thrown on") {
    std::atomic<int> ended = 0;
    const auto work = [&](std::size_t share) {
        ++ended;
        if (share > 2) {
            throw vermeil::Error("share " + std::to_string(share));
        }
    };
    CHECK_THROWS_WITH(vermeil::Threads(2).run(20, work), "share 3");
    CHECK(ended == 20);
    vermeil::Threads(2).run(0, work);
    CHECK(ended == 20);
}

TEST_CASE("shares lie end to end, from the first row to the last, and differ by a row at most") {
    for (const std::size_t rows : {0U, 1U, 6U, 7U, 1000U}) {
        for (const std::size_t shares : {1U, 2U, 3U, 7U}) {
            CHECK(share_begin(rows, 0, shares) == 0);
            CHECK(share_begin(rows, shares, shares) == rows);
            for (std::size_t share = 0; share < shares; ++share) {
                const auto size = share_begin(rows, share + 1, shares) - share_begin(rows, share, shares);
                CHECK(size >= rows / shares);
                CHECK(size <= rows / shares + 1);
            }
        }
    }
}

TEST_CASE("shares of as many rows as there can be do not overflow") {
    const auto rows = std::size_t{1} << 62U;
    CHECK(share_begin(rows, 1, 2) == rows / 2);
    CHECK(share_begin(rows, 3, 3) == rows);
}
