// SPDX-License-Identifier: MIT
#pragma once
// A framework tried on made-up services, and on those of a table: the rows among which the linter finds its witnesses.

#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/fit.hpp>
#include <vermeil/trust/finding.hpp>
#include <vermeil/trust/trial_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// A framework tried. Its rows depend on the framework and the table alone: nothing is drawn by chance, and their number
/// is bounded, so that the same search is made everywhere.
///
/// The rows: all measures at one level, from the worst to the best; each with one measure at its worst; for each band and
/// each limiter rows for which its condition holds, only just and with room to spare; rows mixed by a counter; and
/// services of the table. Each is swept: one measure after the other takes each of its values.
class Trial {
  public:
    static constexpr std::size_t most_cells = 12'000'000; ///< that one family of checks may rate
    static constexpr std::size_t most_rows = 2048;        ///< of its own, made up
    static constexpr std::size_t mixed_rows = 64;
    static constexpr std::size_t table_rows = 64;

    /// One measure of one row at each of its values.
    struct Sweep {
        std::size_t row;
        std::size_t measure;
        std::vector<Outcome> outcomes; ///< in the order of the measure's values
    };

    Trial(const Framework& framework, Norms norms, const MeasureTable* table)
        : evaluator_(framework, std::move(norms)) {
        const auto asked = all_asked(rules());
        for (std::size_t i = 0; i < framework.measures().size(); ++i) {
            tried_.push_back(tried(framework, i, asked, table));
        }
        add_rows();
        if (table != nullptr) {
            add_table(*table);
        }
        outcomes_ = rated(evaluator_, rows_);
        find_polarity();
        sweep();
    }

    // The parts point at each other.
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    [[nodiscard]] const Evaluator& evaluator() const noexcept { return evaluator_; }
    [[nodiscard]] const Framework& framework() const noexcept { return evaluator_.framework(); }
    [[nodiscard]] const Rules& rules() const noexcept { return framework().rules(); }
    [[nodiscard]] const std::vector<Tried>& measures() const noexcept { return tried_; }
    [[nodiscard]] const std::vector<TrialRow>& rows() const noexcept { return rows_; }
    /// What became of each row.
    [[nodiscard]] const std::vector<Outcome>& outcomes() const noexcept { return outcomes_; }
    [[nodiscard]] const std::vector<Sweep>& sweeps() const noexcept { return sweeps_; }

    /// A row of a sweep, with what became of it.
    [[nodiscard]] Shown shown(const Sweep& sweep, std::size_t value) const {
        Shown made{rows_[sweep.row], sweep.outcomes[value]};
        made.cells[sweep.measure] = tried_[sweep.measure].cell(tried_[sweep.measure].values[value]);
        return made;
    }
    /// A row as it is.
    [[nodiscard]] Shown shown(std::size_t row) const { return {rows_[row], outcomes_[row]}; }

    /// Every so many rows are looked at where each is changed so often, so that no more than `most_cells` are rated.
    [[nodiscard]] std::size_t stride(std::size_t changes) const noexcept {
        return 1 + rows_.size() /
                       std::max<std::size_t>(most_cells / std::max<std::size_t>(changes * width(), 1), 1);
    }

    /// What rating one row costs, in cells: its measures, and the questions that are asked of it.
    [[nodiscard]] std::size_t width() const noexcept {
        return tried_.size() + rules().bands.size() + rules().limiters.size();
    }

    /// So many copies of a row, with the measures that are free each at one of its values, chosen by a counter.
    [[nodiscard]] std::vector<TrialRow> mixed(const TrialRow& row, const std::vector<bool>& free,
                                              std::size_t count) const {
        std::vector<TrialRow> made(count, row);
        for (std::size_t copy = 0; copy < made.size(); ++copy) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                const auto& values = tried_[i].values;
                const auto chosen = scattered(copy * row.size() + i) % values.size();
                made[copy][i] = free[i] ? tried_[i].cell(values[chosen]) : row[i];
            }
        }
        return made;
    }

    /// How many bands the second outcome is better than the first for whoever is rated; below 0 where it is worse.
    [[nodiscard]] int rise(std::uint8_t from, std::uint8_t to) const {
        const int bands = static_cast<int>(from) - static_cast<int>(to);
        return rules().higher_is == Face::better ? bands : -bands;
    }

    /// Whether more points are better for whoever is rated: as the bands of the best and the worst level say
    /// before any limiter.
    [[nodiscard]] bool more_is_better() const noexcept { return more_is_better_; }

    /// A number scattered by the splitting generator of Steele, Lea and Flood (2014).
    static std::uint64_t scattered(std::uint64_t counter) noexcept {
        auto bits = (counter + 1) * 0x9E3779B97F4A7C15ULL;
        bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
        return bits ^ (bits >> 31U);
    }

  private:
    /// Adds a row of present values unless it is there already.
    void add(TrialRow row) {
        std::vector<double> values;
        for (const auto& cell : row) {
            values.insert(values.end(),
                          {cell.value, static_cast<double>(cell.n), static_cast<double>(cell.flags)});
        }
        if (rows_.size() < most_rows && seen_.insert(std::move(values)).second) {
            rows_.push_back(std::move(row));
        }
    }

    void add_rows() {
        RowMaker maker(evaluator_, tried_);
        constexpr int levels = 16;
        for (int i = 0; i <= levels; ++i) {
            add(quiet(maker, maker.at_level(static_cast<double>(i) / levels)));
        }
        ends_ = {rows_.front(), rows_.back()};
        for (const double level : {1.0, 0.5, 0.0}) {
            add_settled(maker, quiet(maker, maker.at_level(level)));
            add_cut_rows(maker, quiet(maker, maker.at_level(level)));
        }
        add_one_worst(maker);
        add_mixed(maker);
    }

    /// Visits the limiters of the whole and of the groups.
    template <class Visit> void each_limiter(Visit visit) const {
        std::for_each(rules().limiters.begin(), rules().limiters.end(), visit);
        for (const auto& group : rules().groups) {
            std::for_each(group.limiters.begin(), group.limiters.end(), visit);
        }
    }

    /// The row with its facts such that, as far as can be, no limiter fires.
    TrialRow quiet(RowMaker& maker, TrialRow row) const {
        auto changed = row;
        each_limiter([&](const Limiter& limiter) { maker.settle(limiter.when, false, {}, changed); });
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = tried_[i].indicator != nullptr ? row[i] : changed[i];
        }
        return row;
    }

    /// Rows for which each condition of a limiter or a band holds, in each manner.
    void add_settled(RowMaker& maker, const TrialRow& base) {
        for (const bool strongly : {false, true}) {
            for (std::size_t part = 0; part < 3; ++part) {
                each_limiter([&](const Limiter& limiter) {
                    auto row = base;
                    maker.settle(limiter.when, true, {strongly, part}, row);
                    add(std::move(row));
                });
                for (std::size_t band = 0; band < rules().bands.size(); ++band) {
                    add_for_band(maker, band, {strongly, part}, base);
                }
            }
        }
    }

    /// A row that a band's condition fits, and no better one's.
    void add_for_band(RowMaker& maker, std::size_t band, const Manner& manner, const TrialRow& base) {
        const auto& bands = rules().bands;
        auto row = base;
        for (std::size_t better = 0; better < band; ++better) {
            if (bands[better].when) {
                maker.settle(*bands[better].when, false, manner, row);
            }
        }
        if (bands[band].when) {
            maker.settle(*bands[band].when, true, manner, row);
        }
        add(std::move(row));
    }

    /// Rows whose score only just reaches, or only just misses, each number that a condition or a cut asks of a node.
    void add_cut_rows(RowMaker& maker, const TrialRow& base) {
        for (const auto& each : all_asked(rules())) {
            if (each.subject.kind != Subject::Kind::measure) {
                for (const bool wanted : {true, false}) {
                    const Comparing asked{each.subject, each.comparison, each.number};
                    auto row = base;
                    maker.settle(Condition(asked), wanted, {}, row);
                    add(std::move(row));
                }
            }
        }
    }

    /// The best level with one measure at its worst.
    void add_one_worst(RowMaker& maker) {
        const auto best = quiet(maker, maker.at_level(1));
        const auto worst = maker.at_level(0);
        for (std::size_t i = 0; i < tried_.size(); ++i) {
            if (tried_[i].indicator != nullptr) {
                auto row = best;
                row[i] = worst[i];
                add(std::move(row));
            }
        }
    }

    void add_mixed(RowMaker& maker) {
        const auto base = quiet(maker, maker.at_level(0.5));
        std::vector<bool> all(tried_.size(), true), indicators;
        for (const auto& each : tried_) {
            indicators.push_back(each.indicator != nullptr);
        }
        for (const auto& free : {all, indicators}) {
            for (auto& row : mixed(base, free, mixed_rows / 2)) {
                add(std::move(row));
            }
        }
    }

    void add_table(const MeasureTable& table) {
        for (std::size_t row = 0; row < std::min(table.rows(), table_rows); ++row) {
            auto& made = rows_.emplace_back();
            for (const auto& measure : framework().measures()) {
                const auto* column = table.find(measure.id);
                made.push_back(column != nullptr ? column->cell(row) : Cell{});
            }
        }
    }

    /// Sees what the ends are worth before any limiter: a limiter may turn them round.
    void find_polarity() {
        auto plain = rules();
        plain.limiters.clear();
        for (auto& group : plain.groups) {
            group.limiters.clear();
        }
        const auto ends = rated(Evaluator(Framework(std::move(plain)), evaluator_.norms()), ends_);
        const bool both = ends[0].band != no_band && ends[1].band != no_band && ends[0].band != ends[1].band;
        more_is_better_ = both ? rise(ends[0].band, ends[1].band) > 0 : rules().higher_is == Face::better;
    }

    void sweep() {
        std::vector<CellChange> changes;
        for (std::size_t i = 0; i < tried_.size(); ++i) {
            for (const double value : tried_[i].values) {
                changes.push_back({i, tried_[i].cell(value)});
            }
        }
        for (std::size_t row = 0; row < rows_.size(); row += stride(changes.size())) {
            const auto outcomes = rated(evaluator_, rows_[row], changes);
            auto from = outcomes.begin();
            for (std::size_t i = 0; i < tried_.size(); ++i) {
                const auto to = from + static_cast<std::ptrdiff_t>(tried_[i].values.size());
                sweeps_.push_back({row, i, {from, to}});
                from = to;
            }
        }
    }

    Evaluator evaluator_;
    std::vector<Tried> tried_;
    std::vector<TrialRow> rows_;
    std::set<std::vector<double>> seen_; // the values of the rows
    std::vector<TrialRow> ends_;         // the lowest and the highest level
    std::vector<Outcome> outcomes_;
    std::vector<Sweep> sweeps_;
    bool more_is_better_ = true;
};

} // namespace vermeil::detail
