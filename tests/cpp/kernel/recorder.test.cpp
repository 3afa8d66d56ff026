// SPDX-License-Identifier: MIT
// A recorder of one's own hears every step, and changes nothing.

#include "catch.hpp"
#include "kernel/made_up.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/inputs.hpp>
#include <vermeil/kernel/recorder.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

/// Counts what it hears.
struct Tally {
    static constexpr bool records = true;
    std::size_t indicators = 0, groups = 0, bands = 0, limiters = 0, prompts = 0;
    void indicator(const vermeil::IndicatorStep& step) { indicators += step.indicator + 1; }
    void group(const vermeil::GroupStep& step) { groups += step.group + 1; }
    void band(const vermeil::BandStep& step) { bands += step.band + 1; }
    void limiter(const vermeil::LimiterStep& step) { limiters += step.limiter + 1; }
    void prompt(const vermeil::PromptStep& step) { prompts += step.prompt + 1; }
};
static_assert(vermeil::Recorder<Tally>);
static_assert(vermeil::Recorder<vermeil::NoRecord> && !vermeil::NoRecord::records);
static_assert(!vermeil::Recorder<int>);

/// 1 + 2 + ... + count: what each of so many, heard once, adds up to.
std::size_t each_once(std::size_t count) { return count * (count + 1) / 2; }

} // namespace

TEST_CASE("a recorder is told every measure, group and limiter once, and the outcome is the same") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        made_up::Draws draws(seed);
        const vermeil::Framework framework(made_up::rules(draws));
        const auto cells = made_up::row(draws, framework);
        Tally tally;
        vermeil::Outcome made;
        const vermeil::Program program(framework);
        const vermeil::detail::Inputs inputs(program, cells);
        vermeil::Evaluation<Tally, 1>(program, inputs.columns(), inputs.peers(), tally)
            .run(0, 1, [&](std::size_t, const auto& verdicts, std::size_t) { made = verdicts.outcome(0); });
        INFO("seed " << seed);
        CHECK(tally.indicators == each_once(framework.rules().indicators.size()));
        CHECK(tally.groups == each_once(framework.rules().groups.size()));
        const auto& bands = framework.rules().bands;
        const bool asks = std::any_of(bands.begin(), bands.end(), [](const auto& band) { return band.when; });
        CHECK(tally.bands == (asks ? each_once(bands.size() - 1) : 0));
        CHECK(tally.limiters == each_once(framework.rules().limiters.size()));
        CHECK(made == vermeil::Evaluator(framework).evaluate(cells));
    }
}
