// SPDX-License-Identifier: MIT
#pragma once
// Work shared out among threads.

#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace vermeil::detail {

/// Calls `work(share)` once for each share from 0, every one on a thread of its own, the last of them here.
///
/// Once all have ended, an exception is thrown on: that of the lowest share, so that the same input gives the same
/// message.
template <class Work> void on_threads(std::size_t shares, const Work& work) {
    std::vector<std::exception_ptr> failed(shares);
    const auto one = [&](std::size_t share) {
        try {
            work(share);
        } catch (...) {
            failed[share] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t share = 0; share + 1 < shares; ++share) {
            others.emplace_back(one, share);
        }
        one(shares - 1);
    }
    for (const auto& each : failed) {
        if (each) {
            std::rethrow_exception(each);
        }
    }
}

/// Where a share of so many rows begins; the share after the last begins at the end.
constexpr std::size_t share_begin(std::size_t rows, std::size_t share, std::size_t shares) {
    return rows / shares * share + rows % shares * share / shares;
}

} // namespace vermeil::detail

namespace vermeil {

/// Does the shares of a piece of work at once, each on a thread of its own.
class Threads {
  public:
    /// 0 counts as 1.
    explicit Threads(std::size_t threads) : threads_(threads > 0 ? threads : 1) {}

    /// Into how many shares work is best cut.
    [[nodiscard]] std::size_t shares() const noexcept { return threads_; }
    /// Calls `work(share)` for each share from 0 to below `shares`, and returns when all have ended. An exception is thrown
    /// on: that of the lowest share.
    template <class Work> static void run(std::size_t shares, const Work& work) {
        detail::on_threads(shares, work);
    }

  private:
    std::size_t threads_;
};

} // namespace vermeil
