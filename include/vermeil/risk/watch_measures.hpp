// SPDX-License-Identifier: MIT
#pragma once
// What a watch list may weigh: harm, people, hours, how new the news is, how hard the care would be to replace.

#include <vermeil/core/error.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/own_measures.hpp>
#include <vermeil/market/market.hpp>
#include <vermeil/measure/care_exposure.hpp>
#include <vermeil/risk/news.hpp>
#include <vermeil/risk/risk_levels.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// The measures that a watch list may ask for, by the ids under which its file names them.
///
/// - `risk_points`: the points of the risk scheme, the most that they may be while they are open;
/// - `probability`: of harm, 0 to 1, as a back-test calibrated it;
/// - `people`: who have a package of care on the day;
/// - `hours`: a week that their packages plan;
/// - `days_since_news`: since the day on which the latest fact became known, returns of every quarter apart;
/// - `others`: providers besides this one that hold a place in one of its lots for a zone that both cover;
/// - `share_of_place`: its provider's planned hours / those and the hours of the others, 0 to 1: 1 where nobody else is.
///
/// People and hours are `unknown` without a table of packages or where a row of one was refused; the last two where the
/// provider holds no place on the day, and the share also where nobody plans any hours.
inline constexpr std::array<std::string_view, 7> watch_measure_names{
    "risk_points", "probability", "people", "hours", "days_since_news", "others", "share_of_place"};

/// What a watch list rests on.
struct WatchSources {
    const Evidence* evidence;
    const Market* market;
    const RiskLevels* levels;
    const std::vector<NewFact>* facts; ///< those known by the day
    Date as_of;
};

namespace detail {

/// Whether two awards in one lot share a zone.
inline bool share_zone(const Award& mine, const Award& other) {
    const auto& zones = mine.zones();
    return zones.empty() || other.zones().empty() ||
           std::any_of(zones.begin(), zones.end(), [&](const auto& zone) { return other.covers(zone); });
}

/// How the care of one provider stands among that of the others in its places.
struct PlaceInMarket {
    std::optional<double> others{};
    std::optional<double> share{};
};

/// The hundredths of hours a week that numbered providers plan, by their numbers.
inline std::vector<std::int64_t> hours_of(const Market& market, Date day,
                                          const std::map<ProviderId, std::size_t>& numbers) {
    std::vector<std::int64_t> hundredths(numbers.size(), 0);
    for (const auto& package : market.packages()) {
        const auto* terms = package.terms_on(day);
        const bool known = terms != nullptr && terms->supplier.provider();
        const auto found = known ? numbers.find(*terms->supplier.provider()) : numbers.end();
        if (found != numbers.end()) {
            hundredths[found->second] += terms->hours.hundredths();
        }
    }
    return hundredths;
}

/// The same of every provider that holds an award on the day. Each other provider is met once, however many awards they share.
inline std::map<ProviderId, PlaceInMarket> places_in_market(const Market& market, Date day) {
    std::map<ProviderId, std::size_t> numbers;
    std::map<LotId, std::vector<std::pair<std::size_t, const Award*>>> held;
    std::vector<std::vector<const Award*>> awards;
    for (const auto& award : market.awards()) {
        if (award.period().contains(day)) {
            const auto number = numbers.emplace(award.provider(), numbers.size()).first->second;
            held[award.lot()].emplace_back(number, &award);
            awards.resize(numbers.size());
            awards[number].push_back(&award);
        }
    }
    const auto hundredths = hours_of(market, day, numbers);
    std::map<ProviderId, PlaceInMarket> places;
    std::vector<std::size_t> met_by(numbers.size(), numbers.size()); // whom each met last
    for (const auto& [provider, me] : numbers) {
        std::size_t others = 0;
        std::int64_t all = hundredths[me];
        met_by[me] = me;
        for (const auto* mine : awards[me]) {
            for (const auto& [other, theirs] : held[mine->lot()]) {
                if (met_by[other] != me && share_zone(*mine, *theirs)) {
                    met_by[other] = me;
                    others += 1;
                    all += hundredths[other];
                }
            }
        }
        const double own = static_cast<double>(hundredths[me]);
        places[provider] = {static_cast<double>(others),
                            all > 0 ? std::optional(own / static_cast<double>(all)) : std::nullopt};
    }
    return places;
}

/// A drawer of numbers that may be unknown.
template <class Number> Drawer number_drawer(Number number) {
    return [number](const Service& service, const DrawingDay&) {
        const std::optional<double> value = number(service);
        return value ? Cell{*value, State::present} : Cell{};
    };
}

/// The people or the hours of the packages that run on the day.
inline std::optional<double> care_on(const WatchSources& sources, const std::string& service, bool people) {
    const auto& care = sources.evidence->care;
    if (!care.has_packages || care.has_lost(service)) {
        return std::nullopt;
    }
    const auto steps = care_steps(care, service, {sources.as_of, sources.as_of});
    if (people) {
        return static_cast<double>(people_served(steps));
    }
    std::int64_t hundredths = 0;
    for (const auto& step : steps) {
        hundredths += step.hours.hundredths();
    }
    return static_cast<double>(hundredths) / 100;
}

inline std::optional<double> risk_number(const WatchSources& sources, const Service& service, bool points) {
    const auto found = sources.levels->find(service.id().text());
    if (found == sources.levels->end()) {
        return std::nullopt;
    }
    const auto& risk = found->second;
    return !points ? risk.probability : risk.most_points ? risk.most_points : risk.points;
}

/// What draws each of the measures.
inline OwnMeasures watch_drawers(const WatchSources& sources) {
    const auto places = std::make_shared<const std::map<ProviderId, PlaceInMarket>>(
        places_in_market(*sources.market, sources.as_of));
    const auto latest = std::make_shared<const std::map<std::string, Date>>(latest_news(*sources.facts));
    const auto place = [places](const Service& service) {
        const auto found = places->find(service.provider());
        return found == places->end() ? PlaceInMarket() : found->second;
    };
    OwnMeasures own;
    const auto add = [&](std::size_t at, auto number) {
        own.emplace(std::string(watch_measure_names.at(at)), number_drawer(std::move(number)));
    };
    add(0, [sources](const Service& each) { return risk_number(sources, each, true); });
    add(1, [sources](const Service& each) { return risk_number(sources, each, false); });
    add(2, [sources](const Service& each) { return care_on(sources, each.id().text(), true); });
    add(3, [sources](const Service& each) { return care_on(sources, each.id().text(), false); });
    add(4, [latest, sources](const Service& each) {
        const auto found = latest->find(each.id().text());
        return found == latest->end()
                   ? std::nullopt
                   : std::optional<double>(day_number(sources.as_of) - day_number(found->second));
    });
    add(5, [place](const Service& each) { return place(each).others; });
    add(6, [place](const Service& each) { return place(each).share; });
    return own;
}

} // namespace detail

/// What draws the measures that a framework asks for by these ids and does not say itself where they come from.
/// @throws Error for one that it leaves open under another id.
inline OwnMeasures watch_measures(const Framework& framework, const WatchSources& sources) {
    auto all = detail::watch_drawers(sources);
    OwnMeasures wanted;
    for (const auto& measure : framework.measures()) {
        if (!std::holds_alternative<Given>(measure.value)) {
            continue;
        }
        const auto found = all.find(measure.id);
        if (found == all.end()) {
            throw Error("a watch list knows no measure " + quoted(measure.id) + "; it has " +
                        one_of(watch_measure_names) + did_you_mean(measure.id, watch_measure_names));
        }
        wanted.insert(all.extract(found));
    }
    return wanted;
}

} // namespace vermeil
