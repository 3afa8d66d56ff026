// SPDX-License-Identifier: MIT
#pragma once
// The bands of earlier quarters, by service.

#include <vermeil/core/quarter.hpp>
#include <vermeil/rating/past_rating.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace vermeil {

/// Earlier ratings, each service's in the order of their quarters.
class History {
  public:
    /// Adds a rating; false, and nothing is added, where the service has one in that quarter.
    bool add(const std::string& service, const PastRating& rating) {
        auto& past = by_service_[service];
        const auto place = std::lower_bound(
            past.begin(), past.end(), rating.quarter,
            [](const PastRating& each, const Quarter& quarter) { return each.quarter < quarter; });
        if (place != past.end() && place->quarter == rating.quarter) {
            return false;
        }
        past.insert(place, rating);
        return true;
    }

    /// The ratings of a service; empty where it has none.
    [[nodiscard]] const std::vector<PastRating>& of(const std::string& service) const {
        static const std::vector<PastRating> none;
        const auto found = by_service_.find(service);
        return found == by_service_.end() ? none : found->second;
    }

  private:
    std::map<std::string, std::vector<PastRating>> by_service_;
};

} // namespace vermeil
