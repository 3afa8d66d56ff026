// SPDX-License-Identifier: MIT
#pragma once
// Work that is done where it is asked for.

#include <cstddef>

namespace vermeil {

/// Does the shares of a piece of work one after the other, on the thread that asks. Whatever else has the same two
/// functions may take its place: `Threads` (vermeil/core/on_threads.hpp), or the pool of a program that embeds the library.
struct Alone {
    /// Into how many shares work is best cut.
    [[nodiscard]] static constexpr std::size_t shares() noexcept { return 1; }
    /// Calls `work(share)` for each share from 0 to below `shares`, and returns when all have ended.
    template <class Work> static void run(std::size_t shares, const Work& work) {
        for (std::size_t share = 0; share < shares; ++share) {
            work(share);
        }
    }
};

} // namespace vermeil
