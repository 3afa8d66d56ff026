// SPDX-License-Identifier: MIT
#pragma once
// The measures of visits of every service in a window of days, each pass made once.

#include <vermeil/core/date.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/visit_window.hpp>
#include <vermeil/measure/row_window.hpp>
#include <vermeil/measure/visit_measures.hpp>
#include <vermeil/measure/visit_rules.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Measures windows of a log by one set of rules, and keeps what it measured.
///
/// With `look_back_days`, workers are new who come for the first time within the window, and so many days before it tell who
/// has come before.
class MonitoredVisits {
  public:
    MonitoredVisits(std::shared_ptr<const VisitLog> log, VisitRules rules, std::uint32_t recent_days,
                    std::uint32_t look_back_days = 0)
        : log_(std::move(log)), rules_(std::move(rules)), recent_days_(recent_days),
          look_back_days_(look_back_days) {
        const auto lost = lost_shares(*log_);
        for (std::size_t code = 0; code < lost.size(); ++code) {
            lost_[log_->service.name(code)] = lost[code];
        }
    }

    /// The share of a service's rows that had to be left out.
    [[nodiscard]] double lost_share(const std::string& service) const {
        const auto found = lost_.find(service);
        return found == lost_.end() ? 0 : found->second;
    }

    /// What a service's visits in a window amount to, or null where it has none.
    const ServiceVisits* find(const std::string& service, const DayWindow& window) {
        if (window.last < window.first) {
            return nullptr;
        }
        auto& measured = measured_[{day_number(window.first), day_number(window.last)}];
        if (!measured) {
            measured = std::make_unique<Measured>(measure_window(window));
        }
        const auto found = measured->find(service);
        return found == measured->end() ? nullptr : &found->second;
    }

  private:
    using Measured = std::map<std::string, ServiceVisits, std::less<>>;

    [[nodiscard]] Measured measure_window(const DayWindow& window) const {
        auto rules = rules_;
        if (rules.continuity && recent_days_ > 0) {
            const auto days = static_cast<int>(recent_days_) - 1;
            rules.continuity->recent_from = london_midnight(window.last - boost::gregorian::days(days));
        }
        const auto within = visits_within(*log_, window.first, window.last);
        if (look_back_days_ == 0) {
            return by_service(within, rules);
        }
        rules.continuity->new_from = london_midnight(window.first);
        const auto begin = window.first - boost::gregorian::days(static_cast<int>(look_back_days_));
        auto made = by_service(visits_within(*log_, begin, window.last), rules);
        const auto there = by_service(within, VisitRules{}); // others have rows in the days before alone
        std::erase_if(made, [&](const auto& each) { return !there.contains(each.first); });
        return made;
    }
    static Measured by_service(const VisitLog& log, const VisitRules& rules) {
        Measured made;
        for (auto& row : measure_visits(log, rules)) {
            auto service = row.service;
            made.emplace(std::move(service), std::move(row));
        }
        return made;
    }

    std::shared_ptr<const VisitLog> log_;
    VisitRules rules_;
    std::uint32_t recent_days_;
    std::uint32_t look_back_days_;
    std::map<std::string, double, std::less<>> lost_;
    std::map<std::pair<std::int32_t, std::int32_t>, std::unique_ptr<Measured>> measured_;
};

} // namespace vermeil::detail
