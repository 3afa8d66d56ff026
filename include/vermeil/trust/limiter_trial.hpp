// SPDX-License-Identifier: MIT
#pragma once
// On how many rows of a trial each limiter fires, and on how many it changes a band.

#include <vermeil/kernel/trace.hpp>
#include <vermeil/trust/finding.hpp>
#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// What came of one limiter.
struct LimiterTried {
    std::size_t rows = 0, fires = 0, bites = 0;
    std::optional<Shown> fired; ///< the first row on which it fires
};

/// Whether a condition asks how much is known.
inline bool asks_of_absence(const Rules& rules, const Condition& condition) {
    std::vector<Asked> asked;
    add_asked(rules, condition, {}, asked);
    return std::any_of(asked.begin(), asked.end(), [](const auto& each) {
        const bool is_node = each.subject.kind != Subject::Kind::measure;
        return is_node && (each.subject.of == Aspect::n || each.subject.of == Aspect::coverage);
    });
}

/// Every limiter, of the whole and of the groups, tried on the same rows at once: the steps of each evaluation say what it
/// did.
///
/// Where some never fired, or never changed a band, more rows are made: all mixed, and for each that fired the row on which
/// it did with mixed what it does not ask about. Where one asks how much is known, values are left out as well.
class LimiterTrial {
  public:
    explicit LimiterTrial(const Trial& trial) : trial_(trial), whole_(trial.rules().limiters.size()) {
        for (const auto& group : trial.rules().groups) {
            groups_.emplace_back(group.limiters.size());
        }
        look(trial.rows(), [&] { return open(); });
        const std::vector<bool> all(trial.measures().size(), true);
        const auto never = [&] { return any([](const auto& each) { return each.fires == 0; }); };
        if (never()) {
            look(trial.mixed(trial.rows().front(), all, most_rows), never);
        }
        if (asks_of_absence()) {
            look(with_gaps(), [&] { return open(); });
        }
        look_closer();
    }

    /// What came of a limiter of the whole, or of a group.
    [[nodiscard]] const LimiterTried& of(std::optional<std::size_t> group, std::size_t limiter) const {
        return group ? groups_[*group][limiter] : whole_[limiter];
    }

  private:
    static constexpr std::size_t most_rows = 1024;
    static constexpr std::size_t most_closer = 8192; ///< of all limiters that never changed a band

    /// Whether more rows could still show something of any limiter.
    [[nodiscard]] bool open() const {
        return any(
            [](const auto& each) { return each.fires == 0 || each.fires == each.rows || each.bites == 0; });
    }

    /// Looks at rows, every so many of them, while there is something to be seen.
    template <class While> void look(const std::vector<TrialRow>& rows, While goes_on) {
        const auto stride = 1 + rows.size() / most_rows;
        for (std::size_t row = 0; row < rows.size() && goes_on(); row += stride) {
            look(rows[row]);
        }
    }
    void look(const TrialRow& row) {
        const auto trace = trial_.evaluator().explain(row);
        for (const auto& step : trace.limiters) {
            note(whole_[step.limiter], trial_.rules().limiters[step.limiter], step, row, trace);
        }
        for (const auto& group : trace.groups) {
            for (const auto& step : group.limiters) {
                note(groups_[group.group][step.limiter],
                     trial_.rules().groups[group.group].limiters[step.limiter], step, row, trace);
            }
        }
    }

    static void note(LimiterTried& tried, const Limiter& limiter, const LimiterStep& step,
                     const TrialRow& row, const Trace& trace) {
        const bool fires = step.firing == Firing::yes;
        const bool moves =
            step.lowest_before != step.lowest_after || step.highest_before != step.highest_after;
        tried.rows += 1;
        tried.fires += fires ? 1 : 0;
        tried.bites += fires && (moves || limiter.effect == Effect::withhold) ? 1 : 0;
        if (fires && !tried.fired) {
            tried.fired = Shown{row, trace.outcome};
        }
    }

    template <class Test> [[nodiscard]] bool any(Test test) const {
        return std::any_of(whole_.begin(), whole_.end(), test) ||
               std::any_of(groups_.begin(), groups_.end(),
                           [&](const auto& group) { return std::any_of(group.begin(), group.end(), test); });
    }

    [[nodiscard]] bool asks_of_absence() const {
        const auto asks = [&](const Limiter& limiter) {
            return detail::asks_of_absence(trial_.rules(), limiter.when);
        };
        const auto& rules = trial_.rules();
        return std::any_of(rules.limiters.begin(), rules.limiters.end(), asks) ||
               std::any_of(rules.groups.begin(), rules.groups.end(), [&](const auto& group) {
                   return std::any_of(group.limiters.begin(), group.limiters.end(), asks);
               });
    }

    /// Rows of several levels of which the first so many measures of each node have data, or the last, or one of every so many.
    [[nodiscard]] std::vector<TrialRow> with_gaps() const {
        std::vector<TrialRow> made;
        const auto width = trial_.measures().size();
        const auto step = 1 + width / 32;
        for (std::size_t row = 0; row < std::min<std::size_t>(trial_.rows().size(), 17); row += 4) {
            for (std::size_t left = 0; left <= width; left += step) {
                for (const bool first : {true, false}) {
                    made.push_back(trial_.rows()[row]);
                    for (std::size_t i = 0; i < width; ++i) {
                        const bool stays = first ? i < left : i % (width + 1) >= width - left;
                        made.back()[i].state = stays ? made.back()[i].state : State::unknown;
                    }
                }
            }
            for (std::size_t every = 2; every < 6; ++every) {
                made.push_back(trial_.rows()[row]);
                for (std::size_t i = 0; i < width; ++i) {
                    made.back()[i].state = i % every == 0 ? State::unknown : made.back()[i].state;
                }
            }
        }
        return made;
    }

    /// More rows for those that fired and never changed a band.
    void look_closer() {
        const auto each =
            std::clamp<std::size_t>(most_closer / std::max<std::size_t>(count(), 1), 16, most_rows);
        const auto look_at = [&](const std::vector<Limiter>& limiters,
                                 const std::vector<LimiterTried>& tried) {
            for (std::size_t i = 0; i < tried.size(); ++i) {
                const auto idle = [&] { return tried[i].fires > 0 && tried[i].bites == 0; };
                if (idle()) {
                    look(trial_.mixed(tried[i].fired->cells, others(limiters[i]), each), idle);
                }
            }
        };
        look_at(trial_.rules().limiters, whole_);
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            look_at(trial_.rules().groups[i].limiters, groups_[i]);
        }
    }

    /// Of the limiters of all nodes.
    [[nodiscard]] std::size_t count() const {
        std::size_t all = whole_.size();
        for (const auto& group : groups_) {
            all += group.size();
        }
        return all;
    }

    /// The measures that a limiter does not ask about.
    [[nodiscard]] std::vector<bool> others(const Limiter& limiter) const {
        std::vector<bool> free(trial_.measures().size(), true);
        std::vector<Subject> subjects;
        add_subjects(limiter.when, subjects);
        for (const auto& subject : subjects) {
            if (subject.kind == Subject::Kind::measure) {
                free.at(trial_.framework().position(subject.id)) = false;
            }
        }
        return free;
    }

    const Trial& trial_;
    std::vector<LimiterTried> whole_;
    std::vector<std::vector<LimiterTried>> groups_;
};

} // namespace vermeil::detail
