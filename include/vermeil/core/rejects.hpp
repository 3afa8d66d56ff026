// SPDX-License-Identifier: MIT
#pragma once
// The faults met so far: all of them counted, as many of each kind told as anybody reads.

#include <vermeil/core/reject.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// The same reason without what differs from row to row: what stands in quotes and numbers become `…`.
inline std::string general_reason(std::string_view reason) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_word = [&](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    std::string general;
    for (std::size_t at = 0; at < reason.size();) {
        auto end = at;
        if (reason[at] == '\'') {
            const auto close = reason.find('\'', at + 1);
            end = close == std::string_view::npos ? at : close + 1;
        } else if (is_digit(reason[at]) && (at == 0 || !is_word(reason[at - 1]))) {
            while (end < reason.size() &&
                   (is_digit(reason[end]) ||
                    std::string_view(",.:/-").find(reason[end]) != std::string_view::npos)) {
                ++end;
            }
            while (end > at && !is_digit(reason[end - 1])) {
                --end;
            }
            end = end < reason.size() && is_word(reason[end]) ? at : end;
        }
        general += end > at ? "…" : std::string(1, reason[at]);
        at = std::max(end, at + 1);
    }
    return general;
}

} // namespace detail

/// Faults of one kind: of one file and column, for one reason but for numbers and what stands in quotes.
struct RejectKind {
    Reject first;                      ///< the first that was met
    std::size_t rows = 0;              ///< how many there are
    std::string reason{};              ///< what all of them say
    std::vector<std::uint64_t> rest{}; ///< the numbers of the rows that are counted and not told
};

/// The faults met so far, in the order of reading. Of each kind `most_told` are told; the others are counted, with eight bytes
/// each for the number of their row.
///
/// What is walked through are those that are told.
class Rejects {
  public:
    /// How many of one kind are told.
    static constexpr std::size_t most_told = 10'000;

    using value_type = Reject;
    using const_iterator = std::vector<Reject>::const_iterator;

    Rejects() = default;
    Rejects(std::initializer_list<Reject> rejects) {
        for (const auto& each : rejects) {
            push_back(each);
        }
    }

    /// Adds a fault.
    void push_back(Reject reject) {
        auto& kind = kind_of(reject);
        if (++kind.rows <= most_told) {
            told_.push_back(std::move(reject));
        } else {
            kind.rest.push_back(reject.row);
        }
        ++size_in_all_;
    }
    /// Adds the faults of another list of which `wanted(source, column, row)` is true, those that are counted only as such.
    template <class Wanted> void append_if(const Rejects& others, Wanted wanted) {
        for (const auto& each : others.told_) {
            if (wanted(each.source, each.column, each.row)) {
                push_back(each);
            }
        }
        for (const auto& other : others.kinds_) {
            for (const auto row : other.rest) {
                if (wanted(other.first.source, other.first.column, static_cast<std::size_t>(row))) {
                    auto& kind = kind_of(other.first);
                    ++kind.rows;
                    ++size_in_all_;
                    kind.reason =
                        other.reason == kind.reason ? kind.reason : detail::general_reason(other.reason);
                    kind.rest.push_back(row);
                }
            }
        }
    }
    /// Adds all faults of another list.
    void append(const Rejects& others) {
        append_if(others, [](const std::string&, const std::string&, std::size_t) { return true; });
    }

    [[nodiscard]] const_iterator begin() const noexcept { return told_.begin(); }
    [[nodiscard]] const_iterator end() const noexcept { return told_.end(); }
    /// How many are told.
    [[nodiscard]] std::size_t size() const noexcept { return told_.size(); }
    /// How many there are.
    [[nodiscard]] std::size_t size_in_all() const noexcept { return size_in_all_; }
    [[nodiscard]] bool empty() const noexcept { return told_.empty(); }
    [[nodiscard]] const Reject& operator[](std::size_t i) const { return told_[i]; }
    [[nodiscard]] const Reject& at(std::size_t i) const { return told_.at(i); }
    [[nodiscard]] const Reject& front() const { return told_.front(); }
    [[nodiscard]] const Reject& back() const { return told_.back(); }
    /// The kinds, in the order in which they were met.
    [[nodiscard]] const std::vector<RejectKind>& kinds() const noexcept { return kinds_; }

    /// Calls `see(source, row, kept)` for every fault, told or not.
    template <class See> void each_row(See see) const {
        for (const auto& each : told_) {
            see(each.source, each.row, each.kept);
        }
        for (const auto& kind : kinds_) {
            for (const auto row : kind.rest) {
                see(kind.first.source, static_cast<std::size_t>(row), kind.first.kept);
            }
        }
    }
    /// Those that are told and, of each kind that has more, one of row 0 that says how many.
    [[nodiscard]] std::vector<Reject> summed_up() const {
        auto all = told_;
        for (const auto& kind : kinds_) {
            if (!kind.rest.empty()) {
                all.push_back({kind.first.source, 0, kind.first.column, "",
                               "and " + std::to_string(kind.rest.size()) + " more rows: " + kind.reason,
                               kind.first.kept, false});
            }
        }
        return all;
    }

    friend bool operator==(const Rejects& one, const Rejects& other) {
        return one.told_ == other.told_ && one.size_in_all_ == other.size_in_all_;
    }

  private:
    /// The kind of a fault, a new one where it is the first.
    RejectKind& kind_of(const Reject& reject) {
        const auto general = detail::general_reason(reject.reason);
        auto key =
            reject.source + '\0' + reject.column + '\0' + (reject.kept ? "kept" : "out") + '\0' + general;
        const auto [place, is_new] = places_.emplace(std::move(key), kinds_.size());
        if (is_new) {
            kinds_.push_back({reject, 0, reject.reason});
        }
        auto& kind = kinds_[place->second];
        kind.reason = kind.reason == reject.reason ? kind.reason : general;
        return kind;
    }

    std::vector<Reject> told_;
    std::vector<RejectKind> kinds_;
    std::map<std::string, std::size_t> places_; ///< of the kinds, by what they have in common
    std::size_t size_in_all_ = 0;
};

} // namespace vermeil
