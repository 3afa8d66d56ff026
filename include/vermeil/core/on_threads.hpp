// SPDX-License-Identifier: MIT
#pragma once
// Work shared out among threads.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace vermeil::detail {

/// Calls `work(share)` and keeps what it throws.
template <class Work>
void try_share(std::size_t share, const Work& work, std::vector<std::exception_ptr>& failed) noexcept {
    try {
        work(share);
    } catch (...) {
        failed[share] = std::current_exception();
    }
}

/// Throws on what the lowest share threw, so that the same input gives the same message.
inline void throw_first(const std::vector<std::exception_ptr>& failed) {
    for (const auto& each : failed) {
        if (each) {
            std::rethrow_exception(each);
        }
    }
}

/// Calls `work(share)` once for each share from 0, every one on a thread of its own, the last of them here.
///
/// Once all have ended, an exception is thrown on: that of the lowest share.
template <class Work> void on_threads(std::size_t shares, const Work& work) {
    std::vector<std::exception_ptr> failed(shares);
    {
        std::vector<std::jthread> others;
        for (std::size_t share = 0; share + 1 < shares; ++share) {
            others.emplace_back([&, share] { try_share(share, work, failed); });
        }
        try_share(shares - 1, work, failed);
    }
    throw_first(failed);
}

/// Where a share of so many rows begins; the share after the last begins at the end.
constexpr std::size_t share_begin(std::size_t rows, std::size_t share, std::size_t shares) {
    return rows / shares * share + rows % shares * share / shares;
}

} // namespace vermeil::detail

namespace vermeil {

/// Does the shares of a piece of work on several threads: each takes the next share when it is done with one, so that a
/// thread which is held up leaves its work to the others.
class Threads {
  public:
    /// 0 counts as 1.
    explicit Threads(std::size_t threads) : threads_(threads > 0 ? threads : 1) {}

    /// Into how many shares work is best cut.
    [[nodiscard]] std::size_t shares() const noexcept { return threads_ > 1 ? 16 * threads_ : 1; }
    /// Calls `work(share)` for each share from 0 to below `shares`, and returns when all have ended. An exception is thrown
    /// on: that of the lowest share.
    template <class Work> void run(std::size_t shares, const Work& work) const {
        std::vector<std::exception_ptr> failed(shares);
        std::atomic<std::size_t> next = 0;
        detail::on_threads(std::clamp<std::size_t>(shares, 1, threads_), [&](std::size_t) {
            for (std::size_t share = next++; share < shares; share = next++) {
                detail::try_share(share, work, failed);
            }
        });
        detail::throw_first(failed);
    }

  private:
    std::size_t threads_;
};

} // namespace vermeil
