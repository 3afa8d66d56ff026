// SPDX-License-Identifier: MIT
#pragma once
// The points of a short phase as bits, for rules that look at neighbours.

#include <vermeil/risk/chart_point.hpp>
#include <vermeil/risk/run_rules.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace vermeil::detail {

/// The bits at which a run of at least `length` ones lies; `length` is 1 or more.
///
/// A one of `begins` has `found` ones from it on; so has the one `found` places on, if it is one too, which doubles the run.
constexpr std::uint64_t runs_of_ones(std::uint64_t ones, std::size_t length) noexcept {
    if (length > 64) {
        return 0;
    }
    auto begins = ones;
    for (std::size_t found = 1; found < length;) {
        const auto more = std::min(found, length - found);
        begins &= begins >> more;
        found += more;
    }
    auto marked = begins;
    for (std::size_t spread = 1; spread < length;) {
        const auto more = std::min(spread, length - spread);
        marked |= marked << more;
        spread += more;
    }
    return marked;
}

/// How many ones stand next to each other at most.
constexpr std::size_t longest_run_of_ones(std::uint64_t ones) noexcept {
    std::size_t length = 0;
    for (; ones != 0; ones &= ones >> 1U) {
        ++length;
    }
    return length;
}

/// Up to 64 points as bits, lowest first. Those of the runs stand next to each other, whatever lies between them: no value,
/// or one that is not counted.
class PhaseBits {
  public:
    static constexpr std::size_t most = 64;

    explicit PhaseBits(std::span<const ChartPoint> points) noexcept {
        double before = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto& point = points[i];
            const unsigned in = point.has & point.counted & point.has_centre;
            const unsigned above = point.value > point.centre;
            const unsigned below = point.value < point.centre;
            const unsigned out =
                point.has_limits & either(point.value > point.upper, point.value < point.lower);
            const unsigned near = point.has_limits & ~out &
                                  either(point.value > point.near_upper, point.value < point.near_lower);
            const unsigned follows = in & unsigned{size_ > 0};
            outside_ |= bit(point.has & out, i);
            above_ |= bit(in & above, size_);
            below_ |= bit(in & below, size_);
            near_ |= bit(in & near, size_);
            rises_ |= bit(follows & unsigned{point.value > before}, size_);
            falls_ |= bit(follows & unsigned{point.value < before}, size_);
            places_[size_] = static_cast<std::uint8_t>(i);
            useful_above_ |= bit(in & above, useful_);
            useful_ += in & (above | below);
            size_ += in;
            before = in != 0 ? point.value : before;
        }
    }

    /// Those beyond a limit, by their places in the phase.
    [[nodiscard]] std::uint64_t outside() const noexcept { return outside_; }
    /// Those of the runs that `mark_runs` marks.
    [[nodiscard]] std::uint64_t shifts(std::size_t length) const noexcept {
        return runs_of_ones(above_, length) | runs_of_ones(below_, length);
    }
    /// Those of the runs that `mark_trends` marks: a step leads to its own point from the one before.
    [[nodiscard]] std::uint64_t trends(std::size_t length) const noexcept {
        const auto steps = [&](std::uint64_t ones) {
            const auto marked = runs_of_ones(ones, length - 1);
            return marked | marked >> 1U;
        };
        return steps(rises_) | steps(falls_);
    }
    /// Those near a limit that `mark_two_of_three` marks.
    [[nodiscard]] std::uint64_t two_of_three() const noexcept {
        const auto next = near_ >> 1U;
        const auto third = near_ >> 2U;
        const auto begins =
            ((near_ & next) | (near_ & third) | (next & third)) & (three(above_) | three(below_));
        return (begins | begins << 1U | begins << 2U) & near_;
    }
    /// The place in the phase of a point of the runs.
    [[nodiscard]] std::size_t place(std::size_t i) const noexcept { return places_[i]; }

    /// The runs, without what chance gives.
    [[nodiscard]] Runs runs() const noexcept {
        const auto all = useful_ == 0 ? 0 : ~std::uint64_t{0} >> (most - useful_);
        Runs runs;
        runs.useful = useful_;
        runs.longest =
            std::max(longest_run_of_ones(useful_above_), longest_run_of_ones(~useful_above_ & all));
        // Between the last and what lies beyond it there is no crossing.
        runs.crossings =
            static_cast<std::size_t>(std::popcount((useful_above_ ^ useful_above_ >> 1U) & all >> 1U));
        return runs;
    }

  private:
    // No branches: what a point is can hardly be foretold.
    static unsigned either(unsigned a, unsigned b) noexcept { return a | b; }
    static std::uint64_t bit(unsigned one, std::size_t place) noexcept { return std::uint64_t{one} << place; }
    static std::uint64_t three(std::uint64_t ones) noexcept { return ones & ones >> 1U & ones >> 2U; }

    std::uint64_t outside_ = 0;
    std::uint64_t above_ = 0;
    std::uint64_t below_ = 0;
    std::uint64_t near_ = 0;
    std::uint64_t rises_ = 0;
    std::uint64_t falls_ = 0;
    std::uint64_t useful_above_ = 0;
    std::size_t useful_ = 0;
    std::size_t size_ = 0;
    std::array<std::uint8_t, most> places_;
};

} // namespace vermeil::detail
