// SPDX-License-Identifier: MIT
#pragma once
// A program that keeps one made-up market in memory and times, on each line of input, what it is asked for.

#include <vermeil/core/k_means.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/core/unfilled.hpp>
#include <vermeil/framework/toml.hpp>
#include <vermeil/kernel/evaluator.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace bench {

using namespace vermeil;

#if defined(NDEBUG) && defined(__OPTIMIZE__)
inline constexpr bool optimised = true;
#else
inline constexpr bool optimised = false;
#endif

/// The number `i` of a stream: splitmix64 by counter, so that the peer in Python draws the same market.
inline std::uint64_t drawn(std::uint64_t i) {
    std::uint64_t z = (i + 1) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

/// Shares from 0 to 1, 15 % of them absent for one of seven reasons. Its columns lie in large pages where the system gives
/// them, as those of the peer do: numpy asks for them too.
struct Market {
    std::vector<UnfilledVector<double>> value;
    std::vector<UnfilledVector<State>> state;

    Market(std::size_t services, std::size_t measures)
        : value(measures, UnfilledVector<double>(services)),
          state(measures, UnfilledVector<State>(services)) {
        for (std::size_t m = 0; m < measures; ++m) {
            for (std::size_t i = 0; i < services; ++i) {
                const auto number = drawn(m * services + i);
                const auto reason = number % 100;
                value[m][i] = static_cast<double>(number >> 11U) * 0x1p-53;
                state[m][i] = reason < 85 ? State::present : static_cast<State>(1 + reason % 7);
            }
        }
    }

    [[nodiscard]] MeasureTable table(const Framework& framework) const {
        std::vector<std::string> services(value[0].size(), "S");
        MeasureTable made(std::move(services));
        for (std::size_t m = 0; m < value.size(); ++m) {
            made.add(framework.measures()[m].id, {value[m], state[m], {}, {}, {}}, nullptr);
        }
        return made;
    }
};

/// The peer: every value and every state of some measures added up, as plainly as it can be said.
inline double plain_sum(const Market& market, std::size_t first, std::size_t last) {
    double sum = 0;
    std::uint64_t states = 0;
    for (std::size_t m = first; m < last; ++m) {
        for (const double each : market.value[m]) {
            sum += each;
        }
        for (const State each : market.state[m]) {
            states += static_cast<std::uint64_t>(each);
        }
    }
    return sum + static_cast<double>(states);
}

inline double plain_sum(const Market& market, unsigned threads) {
    const auto measures = market.value.size();
    std::vector<double> sums(threads);
    {
        std::vector<std::jthread> others;
        for (unsigned t = 1; t < threads; ++t) {
            others.emplace_back([&, t] {
                sums[t] = plain_sum(market, measures * t / threads, measures * (t + 1) / threads);
            });
        }
        sums[0] = plain_sum(market, 0, measures / threads);
    }
    double sum = 0;
    for (const double each : sums) {
        sum += each;
    }
    return sum;
}

template <class Work> double seconds(Work work) {
    const auto before = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

template <class Numbers> void write(std::ofstream& file, const Numbers& numbers) {
    file.write(reinterpret_cast<const char*>(numbers.data()),
               static_cast<std::streamsize>(numbers.size() * sizeof(numbers[0])));
}

inline void dump(const Outcomes& outcomes, const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    write(file, outcomes.lowest_score);
    write(file, outcomes.highest_score);
    write(file, outcomes.coverage);
    write(file, outcomes.band);
    write(file, outcomes.lowest);
    write(file, outcomes.highest);
    write(file, outcomes.limiter);
    write(file, outcomes.reason);
}

/// One service at a time, each from its own cells, as an embedding program asks again and again; the mean of some rounds.
inline double seconds_of_one(const Evaluator& evaluator, const Market& market) {
    constexpr std::size_t services = 2000;
    constexpr std::size_t rounds = 10;
    const auto measures = market.value.size();
    std::vector<Cell> cells(services * measures);
    for (std::size_t i = 0; i < services; ++i) {
        for (std::size_t m = 0; m < measures; ++m) {
            cells[i * measures + m] = {market.value[m][i], market.state[m][i], 0, 0, 0};
        }
    }
    double kept = 0;
    const double taken = seconds([&] {
        for (std::size_t i = 0; i < services * rounds; ++i) {
            const auto of = std::span<const Cell>(cells).subspan(i % services * measures, measures);
            kept += evaluator.evaluate(of).lowest_score;
        }
    });
    return kept < 0 ? 0 : taken / (services * rounds); // the sum keeps the work from being dropped
}

/// So many made-up shares in rising order, as the peer in Python draws them too.
inline std::vector<double> rising_shares(std::size_t count) {
    std::vector<double> shares(count);
    for (std::size_t i = 0; i < count; ++i) {
        shares[i] = static_cast<double>(drawn(i) >> 11U) * 0x1p-53;
    }
    std::sort(shares.begin(), shares.end());
    return shares;
}

/// `SECONDS FIRST...`: how long five clusters of a million numbers take, and where each begins.
inline std::string clusters(std::size_t count) {
    const auto shares = rising_shares(count);
    std::vector<std::size_t> starts;
    auto answer = std::to_string(seconds([&] { starts = k_means(shares, 5); }));
    for (const auto start : starts) {
        answer += " " + std::to_string(start);
    }
    return answer;
}

/// Seconds to read a framework from its text, the text being in memory already.
inline double seconds_to_load(const std::string& path) {
    const auto text = detail::read_definition_text(path);
    std::size_t measures = 0;
    const double taken = seconds([&] { measures = parse_framework(text, path).measures().size(); });
    return measures > 0 ? taken : -1;
}

/// A line of /proc/self/status in kB, such as `VmHWM:`; 0 where there is none.
inline double kilobytes(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == name) {
            double value = 0;
            status >> value;
            return value;
        }
    }
    return 0;
}

/// Bytes that the process takes at most while it rates, beyond those it had; its results are among them.
inline double peak_of(const Evaluator& evaluator, const MeasureTable& table, unsigned threads) {
#if defined(__GLIBC__)
    malloc_trim(0); // what earlier results left with the allocator would hide what these take
#endif
    std::ofstream("/proc/self/clear_refs") << 5;
    const double before = kilobytes("VmRSS:");
    const auto made = evaluator.evaluate(table, Threads(threads));
    return made.band.empty() ? 0 : (kilobytes("VmHWM:") - before) * 1024;
}

/// Answers `sum THREADS`, `rate THREADS`, `one` and `load PATH` with seconds, `peak THREADS` with bytes, `clusters COUNT` with
/// seconds and places, and `dump PATH` with the path.
inline int serve(const std::string& framework_file, std::size_t services) {
    if (!optimised) {
        std::cerr << "this is no release build: build with the preset `release`\n";
        return 2;
    }
    const Evaluator evaluator(load_framework(framework_file));
    const Market market(services, evaluator.framework().measures().size());
    const auto table = market.table(evaluator.framework());
    auto outcomes = evaluator.evaluate(table);
    double total = 0;
    std::string what;
    std::string with;
    std::cout << "ready " << __VERSION__ << std::endl;
    while (std::cin >> what >> with) {
        if (what == "dump") {
            dump(outcomes, with);
            std::cout << with << std::endl;
            continue;
        }
        if (what == "clusters" || what == "load") {
            std::cout << (what == "load" ? std::to_string(seconds_to_load(with)) : clusters(std::stoul(with)))
                      << std::endl;
            continue;
        }
        const auto threads = static_cast<unsigned>(std::stoul(with));
        const double taken = what == "sum" ? seconds([&] { total += plain_sum(market, threads); })
                             : what == "rate"
                                 ? seconds([&] { outcomes = evaluator.evaluate(table, Threads(threads)); })
                             : what == "peak" ? peak_of(evaluator, table, threads)
                                              : seconds_of_one(evaluator, market);
        std::printf("%.9f\n", taken);
        std::fflush(stdout);
    }
    return total < 0 ? 1 : 0;
}

inline int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "usage: " << words[0] << " FRAMEWORK SERVICES\n";
        return 2;
    }
    return serve(words[1], std::stoul(words[2]));
}

} // namespace bench
