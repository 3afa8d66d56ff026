// SPDX-License-Identifier: MIT
#pragma once
// A chart of one series: lines, special causes, runs and icons in one pass.

#include <vermeil/risk/chart_icon.hpp>
#include <vermeil/risk/chart_limits.hpp>
#include <vermeil/risk/chart_rules.hpp>
#include <vermeil/risk/chart_series.hpp>
#include <vermeil/risk/phase_bits.hpp>
#include <vermeil/risk/run_rules.hpp>
#include <vermeil/risk/special_cause.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vermeil {

/// The stretch of a chart between two rebasings.
struct ChartPhase {
    std::size_t first = 0;
    std::size_t end = 0;      ///< the place after its last point
    std::size_t baseline = 0; ///< the values from which its lines were made
    Runs runs{};
};

/// What a series without any value has as its latest point.
inline constexpr std::size_t no_point = static_cast<std::size_t>(-1);

/// What a chart says of a series as a whole.
struct ChartReading {
    std::size_t latest = no_point; ///< the latest point with a value
    Variation variation = Variation::unknown;
    Assurance assurance = Assurance::no_target;
    bool settled = false; ///< the baseline of the last phase has as many values as `settled_from` asks
};

/// A chart: its points in the order of time, which special causes each falls under, and its phases.
struct Chart {
    std::vector<ChartPoint> points{};
    std::vector<std::uint8_t> causes{}; ///< the bits of `SpecialCause`
    std::vector<ChartPhase> phases{};
    ChartReading reading{};
};

/// Makes one chart after the other in the same memory.
class ChartMaker {
  public:
    /// The chart of a series that passed `check`, valid until the next call. Rules of special cause and runs end where a phase
    /// does. A series of one point is compared with nothing but itself, so its variation is unknown, whether or not its base
    /// gives limits; one that never moves has limits that lie on its centre and no special cause.
    const Chart& make(const ChartSeries& series, const ChartRules& rules) {
        lines_.draw(series, rules, chart_.points);
        chart_.causes.assign(series.size(), 0);
        chart_.phases.clear();
        for (std::size_t first = 0; first < series.size();) {
            const auto end = series.phase_end(first);
            const auto points = std::span<const ChartPoint>(chart_.points).subspan(first, end - first);
            const auto causes = std::span(chart_.causes).subspan(first, end - first);
            ChartPhase phase{first, end, 0, {}};
            if (points.size() <= detail::PhaseBits::most) {
                const detail::PhaseBits bits(points);
                SpecialCauses::find(bits, rules, causes);
                phase.runs = bits.runs();
            } else {
                causes_.find(points, rules, causes);
                phase.runs = counted_runs(points);
            }
            bounds_.set(phase.runs);
            for (std::size_t i = first; i < end; ++i) {
                phase.baseline += chart_.points[i].has && series.is_baseline(i) ? 1U : 0U;
            }
            chart_.phases.push_back(phase);
            first = end;
        }
        chart_.reading = read(rules);
        return chart_;
    }

  private:
    [[nodiscard]] ChartReading read(const ChartRules& rules) const {
        ChartReading reading;
        for (std::size_t i = 0; i < chart_.points.size(); ++i) {
            reading.latest = chart_.points[i].has ? i : reading.latest;
        }
        if (reading.latest != no_point) {
            const auto& latest = chart_.points[reading.latest];
            reading.variation = variation_of(latest, chart_.causes[reading.latest], rules.improves);
            const auto phase =
                std::find_if(chart_.phases.begin(), chart_.phases.end(),
                             [&](const ChartPhase& each) { return reading.latest < each.end; });
            const bool is_alone = phase->baseline < 2;
            if (is_alone && reading.variation == Variation::common_cause) {
                reading.variation = Variation::unknown; // compared with nothing but itself
            }
            reading.assurance = assurance_of(latest, rules);
            reading.settled = chart_.phases.back().baseline >= rules.settled_from;
        }
        return reading;
    }

    detail::ChartLines lines_;
    SpecialCauses causes_;
    RunBounds bounds_;
    Chart chart_;
};

/// The chart of one series.
/// @throws Error as `chart_points` does.
inline Chart make_chart(const ChartSeries& series, const ChartRules& rules) {
    rules.check();
    series.check(rules.kind);
    return ChartMaker().make(series, rules);
}

} // namespace vermeil
