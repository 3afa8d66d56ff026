// SPDX-License-Identifier: MIT
#pragma once
// One made-up service of a trial, and how a condition is made to hold for it or not.

#include <vermeil/kernel/aspect.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/trust/trial_values.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// The cells of one made-up service, in the order of the framework's measures.
using TrialRow = std::vector<Cell>;

/// How a condition is settled where there is a choice.
struct Manner {
    bool strongly = false; ///< with room to spare, rather than only just
    std::size_t part = 0;  ///< which part of several is to decide
};

/// Makes rows for a framework: all measures at one level, and rows for which a condition holds or does not.
///
/// It settles a condition part by part, and a later part may undo an earlier one: whether the condition holds in the end,
/// the evaluator says.
class RowMaker {
  public:
    RowMaker(const Evaluator& evaluator, const std::vector<Tried>& tried)
        : evaluator_(evaluator), tried_(tried) {}

    /// Every indicator at the value that earns this share, 0 to 1, of what its scale can give; facts at their least.
    [[nodiscard]] TrialRow at_level(double level) const {
        TrialRow row;
        for (const auto& each : tried_) {
            row.push_back(each.indicator != nullptr ? cell_at(each, level) : each.cell(each.values.front()));
        }
        return row;
    }

    /// One indicator at a level.
    static Cell cell_at(const Tried& tried, double share) {
        const auto& indicator = *tried.indicator;
        const double level = tried.turned ? 1 - share : share;
        if (indicator.relative) {
            const bool falls = slope(indicator) == Slope::falling;
            const double place = (falls ? 1 - level : level) * static_cast<double>(tried.values.size() - 1);
            return tried.cell(tried.values[static_cast<std::size_t>(std::lround(place))]);
        }
        const auto [fewest, most] = points_range(indicator.scale);
        return tried.cell(value_for(indicator.scale, fewest + level * (most - fewest)));
    }

    /// Changes a row so that a condition holds, or does not, as far as that can be done.
    void settle(const Condition& condition, bool wanted, const Manner& manner, TrialRow& row) {
        if (const auto* comparing = std::get_if<Comparing>(&condition.question)) {
            settle_comparing(*comparing, wanted, manner, row);
        } else if (const auto* counting = std::get_if<Counting>(&condition.question)) {
            settle_counting(*counting, wanted, manner, row);
        } else {
            settle_joining(std::get<Joining>(condition.question), wanted, manner, row);
        }
    }

  private:
    [[nodiscard]] const Rules& rules() const { return evaluator_.framework().rules(); }

    void settle_joining(const Joining& joining, bool wanted, const Manner& manner, TrialRow& row) {
        if (joining.parts.empty()) {
            return; // always met
        }
        const bool each_wanted = joining.how == Joining::How::none ? !wanted : wanted;
        const bool needs_each = (joining.how == Joining::How::any) != wanted;
        if (needs_each) {
            for (const auto& part : joining.parts) {
                settle(part, each_wanted, manner, row);
            }
        } else {
            settle(joining.parts[manner.part % joining.parts.size()], each_wanted, manner, row);
        }
    }

    /// The number that a subject has in a row; nothing where it has none, or none that this maker can bring about.
    [[nodiscard]] std::optional<double> number_of(const Subject& subject, const TrialRow& row) const {
        if (subject.kind == Subject::Kind::measure) {
            return seen(subject.of, row[evaluator_.framework().position(subject.id)]);
        }
        if (subject.of != Aspect::value && subject.of != Aspect::band) {
            return std::nullopt;
        }
        const bool of_band = subject.of == Aspect::band;
        const auto trace = evaluator_.explain(row);
        if (subject.kind == Subject::Kind::whole) {
            return of_band ? trace.outcome.lowest + 1.0 : trace.outcome.lowest_score;
        }
        for (const auto& step : trace.groups) {
            if (rules().groups[step.group].id == subject.id && step.due > 0) {
                return of_band ? step.lowest + 1.0 : step.lowest_score;
            }
        }
        return std::nullopt;
    }

    /// What a question sees of a present cell.
    static double seen(Aspect of, const Cell& cell) {
        return of == Aspect::value ? cell.value : see_aspect(of, cell, 0, cell.n > 0).low;
    }

    void settle_comparing(const Comparing& comparing, bool wanted, const Manner& manner, TrialRow& row) {
        const auto* other = std::get_if<Subject>(&comparing.with);
        const auto number =
            other != nullptr ? number_of(*other, row) : std::optional(std::get<double>(comparing.with));
        if (number) {
            settle_subject(comparing.subject, comparing.comparison, *number, wanted, manner, row);
        }
    }

    void settle_subject(const Subject& subject, Comparison comparison, double number, bool wanted,
                        const Manner& manner, TrialRow& row) {
        if (subject.kind == Subject::Kind::measure) {
            Asked asked;
            asked.subject = subject;
            asked.comparison = comparison;
            asked.number = number;
            settle_measure(asked, wanted, manner, row[evaluator_.framework().position(subject.id)]);
        } else if (const auto level = level_for(subject, comparison, number, wanted, manner, row)) {
            set_level(subject, *level, row);
        }
    }

    /// The cells with which a measure can answer a question about it in one way or the other.
    [[nodiscard]] std::vector<Cell> cells_for(const Asked& asked, const Cell& now) const {
        const auto& tried = tried_[evaluator_.framework().position(asked.subject.id)];
        std::vector<Cell> cells;
        if (asked.subject.of == Aspect::late || asked.subject.of == Aspect::quarters_old) {
            cells = {now, now, now};
            cells[1].flags = CellFlag::late;
            cells[2].flags =
                carried_flag(0, static_cast<std::uint32_t>(std::clamp(asked.number + 1, 1.0, 31.0)));
        } else if (asked.subject.of == Aspect::n) {
            for (const double base : {asked.number - 1, asked.number, asked.number + 1}) {
                auto made = now;
                made.n = static_cast<std::uint32_t>(std::clamp(base, 1.0, 1e6));
                made.count =
                    static_cast<std::uint32_t>(std::lround(std::clamp(now.value, 0.0, 1.0) * made.n));
                const bool is_share = tried.kind == NumberKind::share;
                made.value = is_share ? static_cast<double>(made.count) / made.n : now.value;
                cells.push_back(made);
            }
        } else {
            for (const double value : tried.values) {
                cells.push_back(tried.cell(value));
            }
        }
        return cells;
    }

    /// The cell nearest to the one that stands there, or the furthest, with which the comparison comes out as wanted.
    void settle_measure(const Asked& asked, bool wanted, const Manner& manner, Cell& cell) const {
        const auto of = asked.subject.of;
        const double now = seen(of, cell);
        std::optional<Cell> found;
        for (const auto& each : cells_for(asked, cell)) {
            const double far = std::abs(seen(of, each) - now);
            const bool nearer = !found || (far < std::abs(seen(of, *found) - now)) != manner.strongly;
            if (holds(seen(of, each), asked.comparison, asked.number) == wanted && nearer) {
                found = each;
            }
        }
        if (found && (manner.strongly || holds(now, asked.comparison, asked.number) != wanted)) {
            cell = *found;
        }
    }

    void settle_counting(const Counting& counting, bool wanted, const Manner& manner, TrialRow& row) {
        auto members = members_of(rules(), counting.node);
        const auto total = static_cast<double>(members.size());
        double needed = -1;
        for (double count = 0; count <= total; ++count) {
            const bool fits = holds(count, counting.comparison, counting.number) == wanted;
            needed = fits && (needed < 0 || manner.strongly) ? count : needed;
        }
        if (manner.part % 2 == 1) {
            std::reverse(members.begin(), members.end());
        }
        for (double i = 0; needed >= 0 && i < total; ++i) {
            const auto member = tested(members[static_cast<std::size_t>(i)], counting.where.of);
            settle_subject(member, counting.where.comparison, counting.where.threshold, i < needed, {}, row);
        }
    }

    void set_level(const Subject& node, double level, TrialRow& row) const {
        for (std::size_t i = 0; i < tried_.size(); ++i) {
            const auto* indicator = tried_[i].indicator;
            if (indicator != nullptr && belongs(rules(), indicator->within, node)) {
                row[i] = cell_at(tried_[i], level);
            }
        }
    }

    /// The level of a node at which its score compares as wanted; only just, or with room to spare.
    std::optional<double> level_for(const Subject& node, Comparison comparison, double number, bool wanted,
                                    const Manner& manner, TrialRow row) {
        const auto key = std::tuple(node.id, node.of, comparison, number, wanted, manner.strongly);
        if (const auto known = levels_.find(key); known != levels_.end()) {
            return known->second;
        }
        const auto fits = [&](double level) {
            set_level(node, level, row);
            const auto score = number_of(node, row);
            return score && holds(*score, comparison, number) == wanted;
        };
        return levels_[key] = manner.strongly ? furthest(fits) : nearest_edge(fits);
    }

    /// An end that fits, else whatever fits.
    template <class Fits> static std::optional<double> furthest(Fits fits) {
        for (const double level : {1.0, 0.0, 0.5, 0.25, 0.75}) {
            if (fits(level)) {
                return level;
            }
        }
        return std::nullopt;
    }

    /// A level that fits beside one that does not.
    template <class Fits> static std::optional<double> nearest_edge(Fits fits) {
        constexpr int parts = 8, halvings = 9;
        std::optional<double> inside, outside;
        for (int i = 0; i <= parts && !(inside && outside); ++i) {
            const double level = static_cast<double>(i) / parts;
            (fits(level) ? inside : outside) = level;
        }
        for (int i = 0; inside && outside && i < halvings; ++i) {
            const double middle = (*inside + *outside) / 2;
            (fits(middle) ? inside : outside) = middle;
        }
        return inside;
    }

    using LevelKey = std::tuple<std::string, Aspect, Comparison, double, bool, bool>;

    const Evaluator& evaluator_;
    const std::vector<Tried>& tried_;
    std::map<LevelKey, std::optional<double>> levels_;
};

} // namespace vermeil::detail
