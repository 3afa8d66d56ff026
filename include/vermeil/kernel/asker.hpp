// SPDX-License-Identifier: MIT
#pragma once
// Answers the questions of bands and limiters for rows side by side.

#include <vermeil/kernel/ask.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/recorder.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace vermeil::detail {

/// The score of a group, and the weight that divides: where it is 0, there is no score.
template <std::size_t Rows> struct Scores { Lane<Rows> low, high, due; };

/// The same of the whole, whose lanes stand elsewhere.
template <std::size_t Rows> struct WholeScores { const Lane<Rows>*low, *high, *due; };

/// Answers questions. They may be about any measure, about the groups whose scores are kept, and about the whole.
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
            if (operand.kind == Operand::Kind::measure) {
                const State state = source_.states(operand.index, row, 1)[0];
                seen.push_back(
                    {Subject::Kind::measure, operand.index, source_.cell(operand.index, row, state)});
                return;
            }
            detail::Seen<Rows> score;
            see(operand, row, 1, 0, score);
            const bool whole = operand.kind == Operand::Kind::whole;
            const auto& kept = program_.kept();
            const auto group = std::find(kept.begin(), kept.end(), operand.index) - kept.begin();
            seen.push_back({whole ? Subject::Kind::whole : Subject::Kind::group,
                            whole ? 0 : static_cast<std::size_t>(group),
                            {},
                            score.low[0],
                            score.high[0]});
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

  private:
    void count_members(const Question& question, std::size_t first, std::size_t count, std::size_t at,
                       detail::Answer<Rows>& answer) {
        detail::Seen<Rows> number, threshold, members;
        see(question.right, first, count, at, number);
        see(question.threshold, first, count, at, threshold);
        detail::run<detail::SeeNumber<Rows>>(width_, 0.0, members);
        for (const auto& each : question.members) {
            detail::Seen<Rows> member;
            see(each, first, count, at, member);
            detail::run<detail::Compare<Rows>>(width_, question.member, member, threshold, answer);
            detail::run<detail::CountAnswer<Rows>>(width_, answer, members);
        }
        detail::run<detail::Compare<Rows>>(width_, question.comparison, members, number, answer);
    }

    void see(const Operand& operand, std::size_t first, std::size_t count, std::size_t at,
             detail::Seen<Rows>& seen) {
        if (operand.kind == Operand::Kind::number) {
            detail::run<detail::SeeNumber<Rows>>(width_, operand.number, seen);
        } else if (operand.kind == Operand::Kind::measure) {
            const State* state = source_.states(operand.index, first, count);
            const double* value = source_.values(operand.index, first, count);
            detail::run<detail::SeeMeasure<Rows>>(width_, value, state, program_.not_asked(), seen);
        } else if (operand.kind == Operand::Kind::group) {
            const auto& kept = kept_[operand.index];
            detail::run<detail::SeeScore<Rows>>(width_, kept.low, kept.high, kept.due, seen, at);
        } else {
            detail::run<detail::SeeScore<Rows>>(width_, *whole_.low, *whole_.high, *whole_.due, seen, at);
        }
    }

    const Program& program_;
    CellSource<Rows>& source_;
    const std::vector<Scores<Rows>>& kept_;
    WholeScores<Rows> whole_;
    Width width_;
};

} // namespace vermeil::detail
