// SPDX-License-Identifier: MIT
// A program that keeps the made-up facts of three years in memory and times their scoring, on each line of input.

#include <vermeil/framework/toml.hpp>
#include <vermeil/risk/live_risk.hpp>
#include <vermeil/risk/risk_book.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

#if defined(NDEBUG) && defined(__OPTIMIZE__)
constexpr bool optimised = true;
#else
constexpr bool optimised = false;
#endif

constexpr std::size_t facts_each = 12; ///< of a service in three years
const Date as_of(2024, 12, 31);

/// The number `i` of a stream: splitmix64 by counter.
std::uint64_t drawn(std::uint64_t i) {
    std::uint64_t z = (i + 1) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

Evidence register_of(std::size_t services) {
    Evidence evidence;
    evidence.has_events = evidence.has_inspections = true;
    for (std::size_t i = 0; i < services; ++i) {
        const auto number = std::to_string(1'000'000 + i);
        evidence.services.emplace_back(ServiceId("S" + number),
                                       ProviderId("P" + std::to_string(1'000'000 + i / 3)));
    }
    return evidence;
}

/// Facts by chance over the kinds that the scheme asks about: a third of them of an incident that they share with others.
std::vector<OwnedFact> facts_of(std::size_t services, const FactKinds& kinds) {
    const std::vector<std::uint32_t> codes{
        kinds.event("safeguarding_decision").value(), kinds.event("substantiated_concern").value(),
        kinds.event("unexpected_death").value(),      kinds.event("embargo").value(),
        kinds.event("default_notice").value(),        kinds.event("manager_vacancy").value(),
        kinds.rating("cqc", "", false).value(),       kinds.rating("pamms", "", false).value()};
    const auto last = day_number(as_of);
    std::vector<OwnedFact> facts;
    facts.reserve(services * facts_each);
    for (std::size_t i = 0; i < services * facts_each; ++i) {
        const auto number = drawn(i);
        Fact fact;
        fact.kind = codes[number % codes.size()];
        fact.from = last - static_cast<std::int32_t>((number >> 8U) % 1096);
        fact.known = fact.from + static_cast<std::int32_t>((number >> 20U) % 20);
        fact.last =
            (number >> 28U) % 10 == 0 ? never : fact.from + static_cast<std::int32_t>((number >> 32U) % 90);
        fact.incident =
            (number >> 40U) % 3 == 0 ? static_cast<std::uint32_t>(i / facts_each * 2 + i % 2 + 1) : 0;
        fact.position = static_cast<std::uint16_t>(1 + (number >> 44U) % 4);
        fact.row = static_cast<std::uint32_t>(i);
        facts.push_back({static_cast<std::uint32_t>(i / facts_each), fact});
    }
    return facts;
}

template <class Work> double seconds(Work work) {
    const auto before = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

/// Adds up the points of all services, so that nothing is left out of the timing.
double points(const RiskScores& scores) {
    double sum = 0;
    for (const auto each : scores.outcomes().highest_score) {
        sum += each;
    }
    return sum;
}

/// The seconds that one fact takes that comes to a service, its score with it.
double live(const RiskScheme& scheme) {
    constexpr std::size_t services = 1000, times = 2000;
    LiveRisk risk(scheme, std::make_shared<const Evidence>(register_of(services)), as_of);
    std::vector<Event> events(times);
    for (std::size_t i = 0; i < times; ++i) {
        events[i].service = 'S' + std::to_string(1'000'000 + drawn(i) % services);
        events[i].event = i % 2 == 0 ? "safeguarding_decision" : "substantiated_concern";
        events[i].from = as_of - boost::gregorian::days(static_cast<int>(drawn(i) % 300));
    }
    return seconds([&] {
               for (auto& event : events) {
                   risk.add(std::move(event));
               }
           }) /
           times;
}

} // namespace

/// Answers `book THREADS` with the seconds from columns of facts to the scores of a day, `day THREADS` with those of one more
/// day, `points THREADS` with the sum of all points, and `live 1` with the seconds of one fact more.
int main(int count, char** words) {
    if (count != 3 || !optimised) {
        std::cerr << "usage, of a release build: " << words[0] << " SCHEME SERVICES\n";
        return 2;
    }
    const RiskScheme scheme(load_framework(words[1]));
    const auto services = std::stoul(words[2]);
    const auto evidence = std::make_shared<const Evidence>(register_of(services));
    RiskBook book(scheme, evidence);
    const auto facts = facts_of(services, book.measurer().facts().maker().kinds());
    book.add(facts);
    std::cout << "ready " << __VERSION__ << std::endl;
    std::string what;
    unsigned threads = 1;
    double sum = 0;
    while (std::cin >> what >> threads) {
        if (what == "book") {
            RiskBook fresh(scheme, evidence);
            std::printf("%.9f\n", seconds([&] {
                            fresh.add(facts);
                            sum += points(fresh.score(as_of, threads));
                        }));
        } else if (what == "day") {
            std::printf("%.9f\n", seconds([&] { sum += points(book.score(as_of, threads)); }));
        } else if (what == "points") {
            std::printf("%.17g\n", points(book.score(as_of, threads)));
        } else {
            std::printf("%.9f\n", live(scheme));
        }
        std::fflush(stdout);
    }
    return sum < 0 ? 1 : 0;
}
