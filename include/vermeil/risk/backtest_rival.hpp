// SPDX-License-Identifier: MIT
#pragma once
// Naive rules that a risk scheme has to beat: what an officer without it could do.

#include <vermeil/core/date.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/complaint.hpp>
#include <vermeil/evidence/concern.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/risk/backtest_outcome.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// A rule that orders services by one number: the higher, the sooner somebody visits.
struct BacktestRival {
    std::string id;    ///< as `last_rating:cqc`, `complaints`, `alphabetical`
    std::string label; ///< in plain words
    /// The number of each service of the register on a day, from evidence that holds what was known on it.
    std::function<std::vector<double>(const Evidence&, Date)> keys;
};

namespace detail {

/// The number that `key(service)` gives, service by service.
template <class Key> std::vector<double> each_service_key(const Evidence& evidence, Key key) {
    std::vector<double> keys;
    for (const auto& service : evidence.services) {
        keys.push_back(key(service));
    }
    return keys;
}

/// The position of the latest rating, 1 the best, of two on one day the worse; the middle of the scale without one.
inline std::vector<double> last_ratings(const OrderedScale& scale, const Evidence& evidence, Date day) {
    using Rated = std::pair<Date, std::size_t>;
    std::vector<Rated> latest(evidence.services.size(), Rated{Date(boost::gregorian::min_date_time), 0});
    for (const auto& each : evidence.inspections) {
        const auto* service = evidence.find(each.service);
        const bool counts = service != nullptr && each.standard.empty() && !each.is_own && !each.refused;
        if (counts && each.is_known_on(day) && folded(each.source) == folded(scale.id)) {
            auto& last = latest[static_cast<std::size_t>(service - evidence.services.data())];
            last = std::max(last, Rated{each.on, scale.position(each.rating).value_or(0)});
        }
    }
    const double middle = (static_cast<double>(scale.words.size()) + 1) / 2;
    std::vector<double> keys;
    for (const auto& [on, position] : latest) {
        keys.push_back(position > 0 ? static_cast<double>(position) : middle);
    }
    return keys;
}

/// Complaints that were received in the twelve months up to the day.
inline std::vector<double> complaints_of_a_year(const Evidence& evidence, Date day) {
    namespace f = complaint_field;
    const auto before = months_before(day, 12);
    const auto& rows = *evidence.find_records(complaint_kind().schema.name);
    return each_service_key(evidence, [&](const Service& service) {
        const auto own = rows.of(service.id().text());
        return static_cast<double>(std::count_if(own.begin(), own.end(), [&](const Record& row) {
            return !row.refused && row.says(f::kind, "complaint") && row.from > before && row.from <= day;
        }));
    });
}

/// The day of the most recent concern; that before all others where there is none.
inline std::vector<double> latest_concerns(const Evidence& evidence, Date day) {
    const auto& rows = *evidence.find_records(concern_kind().schema.name);
    return each_service_key(evidence, [&](const Service& service) {
        auto latest = no_day;
        for (const auto& row : rows.of(service.id().text())) {
            latest = !row.refused && row.from <= day ? std::max(latest, day_number(row.from)) : latest;
        }
        return static_cast<double>(latest);
    });
}

/// How many packages of care the service gives on the day.
inline std::vector<double> packages_given(const Evidence& evidence, Date day) {
    return each_service_key(evidence, [&](const Service& service) {
        const auto packages = evidence.care.of(service.id().text());
        return static_cast<double>(std::count_if(packages.begin(), packages.end(), [&](const auto* package) {
            const auto* terms = package->terms_on(day);
            return terms != nullptr && terms->supplier.service() == service.id();
        }));
    });
}

/// From the first service of the register down.
inline std::vector<double> in_order_of_ids(const Evidence& evidence, Date /*day*/) {
    double place = 0;
    return each_service_key(evidence, [&](const Service&) { return -place++; });
}

} // namespace detail

/// The naive rules for which there is evidence: the last rating by each source that the scheme reads, complaints of the last
/// twelve months, the most recent concern, how many packages of care, and the order of the ids.
inline std::vector<BacktestRival> naive_rivals(const Framework& framework, const Evidence& evidence) {
    std::vector<BacktestRival> rivals;
    for (const auto& outcome : default_outcomes(framework)) {
        if (const auto* fall = std::get_if<RatingFall>(&outcome.kind); fall && evidence.has_inspections) {
            rivals.push_back({"last_rating:" + fall->scale.id,
                              "last inspection rating (" + fall->scale.id + ")",
                              [scale = fall->scale](const Evidence& known, Date day) {
                                  return detail::last_ratings(scale, known, day);
                              }});
        }
    }
    if (evidence.find_records(complaint_kind().schema.name) != nullptr) {
        rivals.push_back(
            {"complaints", "complaints received in twelve months", detail::complaints_of_a_year});
    }
    if (evidence.find_records(concern_kind().schema.name) != nullptr) {
        rivals.push_back({"latest_concern", "most recent concern", detail::latest_concerns});
    }
    if (evidence.care.has_packages) {
        rivals.push_back({"size", "most packages of care", detail::packages_given});
    }
    rivals.push_back({"alphabetical", "alphabetical order", detail::in_order_of_ids});
    return rivals;
}

} // namespace vermeil
