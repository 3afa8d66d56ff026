// SPDX-License-Identifier: MIT
#pragma once
// Draws the cells of all measures that ask of facts, for one service at a time.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/cycles.hpp>
#include <vermeil/measure/fact_book.hpp>
#include <vermeil/measure/fact_question.hpp>
#include <vermeil/measure/fact_use.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace vermeil {

/// The facts that may count for a service: its own, its provider's, and those of the services that it took over from.
struct FactView {
    /// The facts of one owner, with its place.
    struct Part {
        std::uint32_t owner = 0;
        std::span<const Fact> facts;
        bool inherited = false;
        bool has_ratings = true; ///< a provider is not rated
    };
    std::vector<Part> parts;
    std::vector<bool> rated; ///< for each question of a rating whether its source may rate the service
};

/// What facts come to for one service on one day, before points: reused from service to service.
struct FactTally {
    std::vector<FactUse> uses;    ///< question by question
    std::vector<State> states;    ///< of each question
    std::vector<FactUse*> shared; ///< those of incidents, while they are settled
};

/// Turns facts into cells. It sees one service, and the cells of the measures that others are counted over.
class FactDrawing {
  public:
    FactDrawing(std::vector<FactQuestion> questions, bool has_events, bool has_inspections)
        : questions_(std::move(questions)), has_events_(has_events), has_inspections_(has_inspections) {}

    [[nodiscard]] const std::vector<FactQuestion>& questions() const noexcept { return questions_; }

    /// The windows of all questions on a day; a question with cycles has its own for each of them.
    [[nodiscard]] std::vector<FactWindow> windows(const DrawingDay& day) const {
        std::vector<FactWindow> windows;
        for (const auto& question : questions_) {
            windows.push_back(question.window(day));
        }
        return windows;
    }

    /// Which facts count for a service. `cells` are those of all measures, of which those that others are counted over are
    /// drawn already.
    void gather(const FactView& view, std::span<const FactWindow> windows, std::span<const Cell> cells,
                FactTally& tally) const {
        tally.uses.clear();
        tally.states.assign(questions_.size(), State::present);
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            const auto& question = questions_[i];
            const bool is_rating = question.kind == FactQuestion::Kind::rating;
            if (is_rating && !view.rated[i]) {
                tally.states[i] = State::not_applicable;
            } else if (is_rating ? !has_inspections_ : is_not_given(question)) {
                gather_without_table(view, i, windows[i], tally);
            } else if (is_rating) {
                gather_rating(view, i, windows[i], tally);
            } else if (question.cycles.empty()) {
                gather_events(view, i, windows[i], tally);
            }
        }
        for (auto& use : tally.uses) {
            const auto& question = questions_[use.question];
            use.earns = static_cast<bool>(question.worth);
            use.points = use.earns && use.fact->incident != 0 ? points_alone(question, use, cells) : 0;
        }
    }

    /// Lets the facts of one incident yield to that which would earn most.
    static void settle(FactTally& tally) {
        tally.shared.clear();
        for (auto& use : tally.uses) {
            if (use.fact->incident != 0) {
                tally.shared.push_back(&use);
            }
        }
        if (tally.shared.size() > 1) {
            settle_incidents(tally.shared);
        }
    }

    /// Writes the cells of the measures that ask of facts.
    void write(const FactView& view, const DrawingDay& day, const FactTally& tally,
               std::span<Cell> cells) const {
        std::size_t next = 0;
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            const auto first = next;
            while (next < tally.uses.size() && tally.uses[next].question == i) {
                ++next;
            }
            const auto uses = std::span(tally.uses).subspan(first, next - first);
            const auto& question = questions_[i];
            auto& cell = cells[question.measure];
            if (tally.states[i] != State::present) {
                cell = Cell{0, tally.states[i]};
            } else if (!question.cycles.empty()) {
                cell = over_cycles(view, i, day);
            } else {
                cell = cell_of(question, uses, day_number(day.as_of));
            }
            if (question.over && cell.state == State::present) {
                cell = rate(cell, cells[*question.over], question.per);
            }
        }
    }

    /// The cells of a service in one go.
    void draw(const FactView& view, const DrawingDay& day, std::span<const FactWindow> windows,
              FactTally& tally, std::span<Cell> cells) const {
        gather(view, windows, cells, tally);
        settle(tally);
        write(view, day, tally, cells);
    }

  private:
    [[nodiscard]] bool is_not_given(const FactQuestion& question) const noexcept {
        return question.unread || ((!question.of_events || !has_events_) && question.lacks_table());
    }
    static double in_points(std::int64_t weight) {
        return static_cast<double>(weight) / static_cast<double>(detail::whole_weight);
    }

    /// So many for each `per` of what the other measure says.
    static Cell rate(const Cell& count, const Cell& over, double per) {
        if (over.state != State::present) {
            return {0, over.state, 0, 0, over.flags};
        }
        const auto n = static_cast<std::uint32_t>(std::clamp(std::floor(over.value), 0.0, 4294967295.0));
        if (over.value <= 0) {
            return {0, State::too_few, n, 0, count.flags};
        }
        auto made = count;
        made.value = count.value * per / over.value;
        made.n = n;
        return made;
    }

    /// What a fact would earn alone.
    static double points_alone(const FactQuestion& question, const FactUse& use,
                               std::span<const Cell> cells) {
        const double share = in_points(use.weight);
        if (question.kind == FactQuestion::Kind::rating) {
            return share * question.worth(static_cast<double>(read(question, use.fact->position)));
        }
        if (question.kind == FactQuestion::Kind::open) {
            return share * question.worth(1);
        }
        const Cell one{share, State::present};
        const auto counted = question.over ? rate(one, cells[*question.over], question.per) : one;
        return question.worth(counted.state == State::present ? counted.value : 0);
    }

    /// The position of a word on the scale on which it is read.
    static std::size_t read(const FactQuestion& question, std::size_t position) {
        return question.positions.empty() || position > question.positions.size()
                   ? position
                   : question.positions[position - 1];
    }

    /// Where the table was not given, nobody knows whether anything stands open but what another table tells of.
    void gather_without_table(const FactView& view, std::size_t at, const FactWindow& window,
                              FactTally& tally) const {
        const auto before = tally.uses.size();
        if (questions_[at].kind == FactQuestion::Kind::open) {
            gather_events(view, at, window, tally);
        }
        tally.states[at] = tally.uses.size() > before ? tally.states[at] : State::unknown;
    }

    void gather_events(const FactView& view, std::size_t at, const FactWindow& window,
                       FactTally& tally) const {
        const auto& question = questions_[at];
        for (const auto& part : view.parts) {
            for (const auto& fact : part.facts) {
                if (!question.asks_of(fact.kind) || (part.inherited && !question.inherits)) {
                    continue;
                }
                const auto weight = fact.refused ? std::nullopt : question.weight(fact, window);
                if (fact.refused || (weight && fact.review == Review::unclear && !question.any_review)) {
                    tally.states[at] = State::unknown;
                } else if (weight) {
                    tally.uses.push_back({&fact, static_cast<std::uint32_t>(at), part.owner, *weight, 0,
                                          false, part.inherited});
                }
            }
        }
    }

    /// The latest rating: of two on one day the worse one. A service that was never rated has, where the measure says so, the
    /// latest of those that it took over from.
    void gather_rating(const FactView& view, std::size_t at, const FactWindow& window,
                       FactTally& tally) const {
        const auto& question = questions_[at];
        FactUse latest{nullptr, static_cast<std::uint32_t>(at)};
        for (const bool inherited : {false, true}) {
            for (const auto& part : view.parts) {
                if (part.inherited != inherited || !part.has_ratings) {
                    continue;
                }
                tally.states[at] = later(question, part, window, latest) ? tally.states[at] : State::unknown;
            }
            if (latest.fact != nullptr || !question.inherits || tally.states[at] != State::present) {
                break;
            }
        }
        if (tally.states[at] != State::present) {
            return;
        }
        tally.states[at] = latest.fact == nullptr                        ? State::not_yet_inspected
                           : latest.fact->position == question.words + 1 ? State::unknown
                                                                         : State::present;
        if (tally.states[at] == State::present) {
            tally.uses.push_back(latest);
        }
    }

    /// Takes the rating of an owner where it is later; false where one was refused, so that nobody knows which is the latest.
    static bool later(const FactQuestion& question, const FactView::Part& part, const FactWindow& window,
                      FactUse& latest) {
        for (const auto& fact : part.facts) {
            if (fact.kind != question.fact_kind) {
                continue;
            }
            if (fact.refused) {
                return false;
            }
            const auto weight = question.weight(fact, window);
            if (weight &&
                (latest.fact == nullptr ||
                 std::pair(fact.from, fact.position) > std::pair(latest.fact->from, latest.fact->position))) {
                latest.fact = &fact;
                latest.owner = part.owner;
                latest.weight = *weight;
                latest.inherited = part.inherited;
            }
        }
        return true;
    }

    static Cell cell_of(const FactQuestion& question, std::span<const FactUse> uses, std::int32_t day) {
        if (question.kind == FactQuestion::Kind::rating) {
            const auto& use = uses.front();
            Cell cell{static_cast<double>(read(question, use.fact->position)), State::present};
            cell.flags = static_cast<std::uint8_t>(use.inherited ? CellFlag::inherited : 0);
            cell.day = use.fact->from;
            cell.share = use.yields == nullptr ? in_points(use.weight) : 0;
            return cell;
        }
        Cell cell{0, State::present, 0, 0, 0, day};
        const bool counts = question.kind == FactQuestion::Kind::count;
        std::int64_t sum = 0, most = 0;
        for (const auto& use : uses) {
            if (counts && use.yields != nullptr) {
                continue;
            }
            const auto weight = use.yields == nullptr ? use.weight : 0;
            sum += weight;
            most = std::max(most, weight);
            cell.day = std::min(cell.day, counts ? use.fact->began() : use.fact->from);
            cell.flags = static_cast<std::uint8_t>(cell.flags | (use.inherited ? CellFlag::inherited : 0));
        }
        cell.value = counts ? in_points(sum) : uses.empty() ? 0 : 1;
        cell.share = counts || uses.empty() ? 1 : in_points(most);
        return cell;
    }

    /// Each cycle is as long as the look-back, and what is known today of an earlier one counts.
    Cell over_cycles(const FactView& view, std::size_t at, const DrawingDay& day) const {
        const auto& question = questions_[at];
        return weighted_cycles(question.cycles, [&](int cycle) {
            FactTally tally;
            tally.states.assign(questions_.size(), State::present);
            gather_events(view, at, question.window({day.quarter, day.as_of, cycle}), tally);
            return tally.states[at] == State::present ? cell_of(question, tally.uses, day_number(day.as_of))
                                                      : Cell{0, tally.states[at]};
        });
    }

    std::vector<FactQuestion> questions_;
    bool has_events_;
    bool has_inspections_;
};

} // namespace vermeil
