// SPDX-License-Identifier: MIT
#pragma once
// The names of the periods of a panel, each written once.

#include <vermeil/risk/panel.hpp>
#include <vermeil/risk/panel_period.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

/// Every period that a series of a panel spans, in the order of time, with its name and its place among them.
class PeriodNames {
  public:
    explicit PeriodNames(const Panel& panel) {
        std::vector<Span> spans;
        for (std::size_t i = 0; i < panel.size(); ++i) {
            spans.push_back({panel.periods[i], panel.period(i, panel.begins[i + 1] - panel.begins[i]), 0});
        }
        std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.first < b.first; });
        for (const auto& each : spans) {
            if (spans_.empty() || each.first > spans_.back().end) {
                spans_.push_back(each);
            }
            spans_.back().end = std::max(spans_.back().end, each.end);
        }
        for (auto& each : spans_) {
            each.place = static_cast<std::uint32_t>(names_.size());
            for (auto period = each.first; period < each.end; ++period) {
                names_.push_back(period_text(period, panel.every));
            }
        }
        views_.assign(names_.begin(), names_.end());
    }
    PeriodNames(const PeriodNames&) = delete; // its views look at its names
    PeriodNames& operator=(const PeriodNames&) = delete;

    /// The place of a period that a series spans; those after it in the series follow.
    [[nodiscard]] std::uint32_t place(std::int64_t period) const {
        const auto after =
            std::upper_bound(spans_.begin(), spans_.end(), period,
                             [](std::int64_t wanted, const Span& each) { return wanted < each.first; });
        const auto& in = *(after - 1);
        return in.place + static_cast<std::uint32_t>(period - in.first);
    }
    /// The names by their places.
    [[nodiscard]] std::span<const std::string_view> names() const noexcept { return views_; }

  private:
    struct Span {
        std::int64_t first;
        std::int64_t end;
        std::uint32_t place;
    };

    std::vector<Span> spans_; ///< apart from each other, in the order of time
    std::vector<std::string> names_;
    std::vector<std::string_view> views_;
};

} // namespace vermeil::detail
