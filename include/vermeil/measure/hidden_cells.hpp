// SPDX-License-Identifier: MIT
#pragma once
// Which cells of a table of counts must not be shown, so that nobody learns of a few people.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil {

namespace detail {

/// A row or a column of such a table: its sum, and the cells that make it up.
class SummedLine {
  public:
    using Counts = std::vector<std::vector<std::uint64_t>>;
    using Hidden = std::vector<std::vector<bool>>;

    /// Row or column `at`; in a row the first cell is the sum, in a column the last.
    SummedLine(const Counts& counts, Hidden& hidden, std::size_t at, bool is_row)
        : counts_(&counts), hidden_(&hidden), at_(at), is_row_(is_row),
          size_(is_row ? counts[at].size() : counts.size()) {}

    /// Hides one more cell where those that are hidden could be reckoned from the others; says whether it did.
    bool protect(std::uint64_t least) {
        std::uint64_t sum = 0;
        std::size_t cells = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            if (i != margin() && is_hidden(i)) {
                sum += count(i);
                cells += count(i) > 0 ? 1U : 0U;
            }
        }
        const bool whole_is_shown = !is_hidden(margin());
        // The hidden ones together are the whole less what is shown. Where the whole is hidden, it is what is shown and they.
        const bool is_open = whole_is_shown ? sum > 0 && (cells < 2 || sum < least) : cells == 0;
        return is_open && hide_smallest(whole_is_shown);
    }

  private:
    [[nodiscard]] std::size_t margin() const { return is_row_ ? 0 : size_ - 1; }
    [[nodiscard]] std::uint64_t count(std::size_t i) const {
        return is_row_ ? (*counts_)[at_][i] : (*counts_)[i][at_];
    }
    [[nodiscard]] bool is_hidden(std::size_t i) const {
        return is_row_ ? (*hidden_)[at_][i] : (*hidden_)[i][at_];
    }
    void hide(std::size_t i) { (is_row_ ? (*hidden_)[at_][i] : (*hidden_)[i][at_]) = true; }

    /// The smallest cell that is shown and has anybody in it, the first of equal ones; else the sum, where it may be.
    bool hide_smallest(bool or_the_sum) {
        std::size_t best = margin();
        for (std::size_t i = 0; i < size_; ++i) {
            const bool may_be = i != margin() && !is_hidden(i) && count(i) > 0;
            if (may_be && (best == margin() || count(i) < count(best))) {
                best = i;
            }
        }
        if (best == margin() && !or_the_sum) {
            return false;
        }
        hide(best);
        return true;
    }

    const Counts* counts_;
    Hidden* hidden_;
    std::size_t at_;
    bool is_row_;
    std::size_t size_;
};

} // namespace detail

/// Which cells are to be hidden: those of fewer than `least` people, and with `secondary` as many more as it takes that in no
/// row and no column what is hidden can be reckoned from what is shown: where the sum is shown, the hidden cells are two or
/// more with `least` people or more together; where it is not, one or more. Each time the smallest cell is hidden, the first
/// of equal ones.
///
/// A heuristic, as is usual: it guards against subtraction in one row or one column, not against solving all equations at
/// once, and it does not hide that all of a large group said the same.
/// @param n a row for each part of the whole and the sums of the columns in the last; in each row its sum first. Cells
///          may leave people out: then even less can be reckoned.
inline std::vector<std::vector<bool>> hidden_cells(const std::vector<std::vector<std::uint64_t>>& n,
                                                   std::uint64_t least, bool secondary = true) {
    std::vector<std::vector<bool>> hidden;
    for (const auto& row : n) {
        hidden.emplace_back();
        for (const auto count : row) {
            hidden.back().push_back(count > 0 && count < least);
        }
    }
    // Every step hides one cell more, so that it comes to an end.
    for (bool goes_on = secondary; goes_on;) {
        goes_on = false;
        for (std::size_t row = 0; row < n.size(); ++row) {
            goes_on |= detail::SummedLine(n, hidden, row, true).protect(least);
        }
        for (std::size_t column = 0; !n.empty() && column < n.front().size(); ++column) {
            goes_on |= detail::SummedLine(n, hidden, column, false).protect(least);
        }
    }
    return hidden;
}

} // namespace vermeil
