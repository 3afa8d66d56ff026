// SPDX-License-Identifier: MIT
#pragma once
// Answers the questions of bands and limiters for rows side by side.

#include <vermeil/kernel/ask.hpp>
#include <vermeil/kernel/aspect.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/recorder.hpp>
#include <vermeil/kernel/standing.hpp>
#include <vermeil/kernel/sums.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace vermeil::detail {

/// What questions may ask of a group: its score and the weight that divides (where it is 0, there is no score); its band,
/// where it has bands; the share of its weight that is known and its members with data, where a question asks for them.
template <std::size_t Rows> struct Scores {
    Lane<Rows> low, high, due, coverage, members;
    Standing<Rows> bands;

    /// Takes over the sums of the group, for so many rows.
    void take(const Sums<Rows>& own, bool stretches, bool with_members, std::size_t count) {
        std::copy_n(own.low.begin(), count, low.begin());
        std::copy_n(own.high.begin(), count, high.begin());
        std::copy_n(own.due(stretches).begin(), count, due.begin());
        if (with_members) {
            std::copy_n(own.members.begin(), count, members.begin());
        }
    }
};

/// The same of the whole, whose lanes stand elsewhere.
template <std::size_t Rows> struct WholeScores {
    const Lane<Rows>*low, *high, *due, *coverage, *members;
    const ByteLane<Rows>*lowest, *highest;
};

/// Answers questions. They may be about any measure, about the groups that are kept, and about the whole.
template <std::size_t Rows> class Asker {
  public:
    Asker(const Program& program, CellSource<Rows>& source, const std::vector<Scores<Rows>>& kept,
          WholeScores<Rows> whole, Width width)
        : program_(program), source_(source), kept_(kept), whole_(whole), width_(width) {}

    /// Answers a question for the rows of one run.
    void ask(const Question& question, std::size_t first, std::size_t count, std::size_t at,
             detail::Answer<Rows>& answer) {
        if (question.kind == Question::Kind::compare) {
            detail::Seen<Rows> left, right;
            see(question.left, first, count, at, left);
            see(question.right, first, count, at, right);
            detail::run<detail::Compare<Rows>>(width_, question.comparison, left, right, answer);
        } else if (question.kind == Question::Kind::count) {
            count_members(question, first, count, at, answer);
        } else {
            if (question.parts.empty()) { // none of no questions holds
                answer.certain.fill(mask(true));
                answer.possible.fill(mask(true));
                return;
            }
            ask(question.parts[0], first, count, at, answer);
            const bool all = question.kind == Question::Kind::all;
            for (std::size_t i = 1; i < question.parts.size(); ++i) {
                detail::Answer<Rows> part;
                ask(question.parts[i], first, count, at, part);
                detail::run<detail::JoinAnswer<Rows>>(width_, all, part, answer);
            }
            if (question.kind == Question::Kind::none) {
                detail::run<detail::Negate<Rows>>(width_, answer);
            }
        }
    }

    /// Notes what a question looks at in one row, in its order.
    void record_seen(const Question& question, std::size_t row, std::vector<SubjectSeen>& seen) {
        const auto note = [&](const Operand& operand) {
            if (operand.kind == Operand::Kind::number) {
                return;
            }
            detail::Seen<Rows> sight;
            see(operand, row, 1, 0, sight);
            SubjectSeen step{Subject::Kind::whole, 0, {}, sight.low[0], sight.high[0], operand.of,
                             sight.applies[0] != 0};
            if (operand.kind == Operand::Kind::measure) {
                const State state = source_.states(operand.index, row, 1)[0];
                step.kind = Subject::Kind::measure;
                step.index = operand.index;
                step.cell = source_.cell(operand.index, row, state);
            } else if (operand.kind == Operand::Kind::group) {
                const auto& kept = program_.kept();
                step.kind = Subject::Kind::group;
                step.index = static_cast<std::size_t>(std::find(kept.begin(), kept.end(), operand.index) -
                                                      kept.begin());
            }
            seen.push_back(step);
        };
        note(question.left);
        if (question.kind != Question::Kind::count) {
            note(question.right);
        }
        for (const auto& member : question.members) {
            note(member);
        }
        for (const auto& part : question.parts) {
            record_seen(part, row, seen);
        }
    }

    /// Counts the members of a node that pass its test, at the least and at the most.
    void tally(const Question& question, std::size_t first, std::size_t count, std::size_t at,
               detail::Seen<Rows>& members) {
        detail::Seen<Rows> threshold;
        detail::Answer<Rows> answer;
        see(question.threshold, first, count, at, threshold);
        detail::run<detail::SeeNumber<Rows>>(width_, 0.0, members);
        for (const auto& each : question.members) {
            detail::Seen<Rows> member;
            see(each, first, count, at, member);
            detail::run<detail::Compare<Rows>>(width_, question.member, member, threshold, answer);
            detail::run<detail::CountAnswer<Rows>>(width_, answer, members);
        }
    }

  private:
    void count_members(const Question& question, std::size_t first, std::size_t count, std::size_t at,
                       detail::Answer<Rows>& answer) {
        detail::Seen<Rows> number, members;
        see(question.right, first, count, at, number);
        tally(question, first, count, at, members);
        detail::run<detail::Compare<Rows>>(width_, question.comparison, members, number, answer);
    }

    void see(const Operand& operand, std::size_t first, std::size_t count, std::size_t at,
             detail::Seen<Rows>& seen) {
        if (operand.kind == Operand::Kind::number) {
            detail::run<detail::SeeNumber<Rows>>(width_, operand.number, seen);
        } else if (operand.kind == Operand::Kind::measure && operand.of != Aspect::value) {
            see_cells(operand, first, count, seen);
        } else if (operand.kind == Operand::Kind::measure) {
            const State* state = source_.states(operand.index, first, count);
            const double* value = source_.values(operand.index, first, count);
            detail::run<detail::SeeMeasure<Rows>>(width_, value, state, program_.not_asked(), seen);
        } else if (operand.kind == Operand::Kind::group) {
            const auto& kept = kept_[operand.index];
            see_node(operand.of,
                     {&kept.low, &kept.high, &kept.due, &kept.coverage, &kept.members, &kept.bands.lowest,
                      &kept.bands.highest},
                     at, seen);
        } else {
            see_node(operand.of, whole_, at, seen);
        }
    }

    void see_node(Aspect of, const WholeScores<Rows>& node, std::size_t at, detail::Seen<Rows>& seen) {
        if (of == Aspect::band) {
            detail::run<detail::SeeBand<Rows>>(width_, *node.lowest, *node.highest, *node.due, seen, at);
            return;
        }
        const auto& low = of == Aspect::n          ? *node.members
                          : of == Aspect::coverage ? *node.coverage
                                                   : *node.low;
        const auto& high = of == Aspect::value ? *node.high : low;
        detail::run<detail::SeeScore<Rows>>(width_, low, high, *node.due, seen, at);
    }

    void see_cells(const Operand& operand, std::size_t first, std::size_t count, detail::Seen<Rows>& seen) {
        const State* state = source_.states(operand.index, first, count);
        const auto least_n = program_.needs()[operand.index].least_n;
        const bool has_counts = source_.has_counts(operand.index);
        for (std::size_t i = 0; i < count; ++i) {
            const auto cell = source_.cell(operand.index, first + i, state[i]);
            const auto ends = see_aspect(operand.of, cell, least_n, has_counts);
            seen.low[i] = ends.low;
            seen.high[i] = ends.high;
            seen.applies[i] = mask(applies(operand.of, cell, program_.not_asked()));
        }
    }

    const Program& program_;
    CellSource<Rows>& source_;
    const std::vector<Scores<Rows>>& kept_;
    WholeScores<Rows> whole_;
    Width width_;
};

} // namespace vermeil::detail
