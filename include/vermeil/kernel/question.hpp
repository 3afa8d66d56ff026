// SPDX-License-Identifier: MIT
#pragma once
// A framework's questions with positions instead of names.

#include <vermeil/framework/framework.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vermeil {

/// What a question looks at: a number that it holds, a measure's value, a group's score, the score of the whole.
struct Operand {
    /// Which of them.
    enum class Kind { number, measure, group, whole } kind = Kind::number;
    double number = 0;     ///< snapped
    std::size_t index = 0; ///< of the measure among the framework's, of the group among the scores kept
};

/// One question; which fields count is up to its kind.
struct Question {
    /// Compares two operands, counts members that compare so, or joins other questions.
    enum class Kind { compare, count, all, any, none } kind = Kind::compare;
    Comparison comparison = Comparison::at_least; ///< of the operands, or of the count with its number
    Operand left, right;                          ///< of a count: the number of members is on the right
    Comparison member = Comparison::is;           ///< of each member with the threshold
    Operand threshold;
    std::vector<Operand> members;
    std::vector<Question> parts;
};

/// Turns a framework's conditions into questions, and notes which groups' scores they need.
class Questions {
  public:
    explicit Questions(const Framework& framework) : framework_(framework) {}

    /// A condition with positions instead of names.
    Question made(const Condition& condition) {
        Question question;
        if (const auto* comparing = std::get_if<Comparing>(&condition.question)) {
            question.comparison = comparing->comparison;
            question.left = operand(comparing->subject);
            const auto* other = std::get_if<Subject>(&comparing->with);
            question.right = other != nullptr ? operand(*other) : number(std::get<double>(comparing->with));
        } else if (const auto* counting = std::get_if<Counting>(&condition.question)) {
            question.kind = Question::Kind::count;
            question.comparison = counting->comparison;
            question.right = number(counting->number);
            question.member = counting->member;
            question.threshold = number(counting->threshold);
            question.members = members(counting->node.id);
        } else {
            const auto& joining = std::get<Joining>(condition.question);
            question.kind = joining.how == Joining::How::all   ? Question::Kind::all
                            : joining.how == Joining::How::any ? Question::Kind::any
                                                               : Question::Kind::none;
            for (const auto& part : joining.parts) {
                question.parts.push_back(made(part));
            }
        }
        return question;
    }

    /// A band's cut as a question about the score of the whole.
    static Question cut(const Band& band) {
        Question question;
        question.comparison = band.tie == Tie::in ? Comparison::at_least : Comparison::above;
        question.left.kind = Operand::Kind::whole;
        question.right = number(*band.cut);
        return question;
    }

    /// Where the score of each group is kept, in the order of the framework's groups; nothing where none asks for it.
    [[nodiscard]] const std::vector<std::optional<std::size_t>>& kept() const noexcept { return kept_; }
    [[nodiscard]] std::size_t kept_count() const noexcept { return kept_count_; }

  private:
    static Operand number(double number) { return {Operand::Kind::number, snapped(number), 0}; }

    Operand group(std::size_t index) {
        kept_.resize(framework_.rules().groups.size());
        if (!kept_[index]) {
            kept_[index] = kept_count_++;
        }
        return {Operand::Kind::group, 0, *kept_[index]};
    }

    Operand operand(const Subject& subject) {
        if (subject.kind == Subject::Kind::whole) {
            return {Operand::Kind::whole, 0, 0};
        }
        if (subject.kind == Subject::Kind::measure) {
            return {Operand::Kind::measure, 0, framework_.position(subject.id)};
        }
        const auto& groups = framework_.rules().groups;
        return group(
            static_cast<std::size_t>(detail::find_group(framework_.rules(), subject.id) - groups.data()));
    }

    std::vector<Operand> members(const std::string& within) {
        std::vector<Operand> members;
        const auto& rules = framework_.rules();
        for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
            if (rules.indicators[i].within == within) {
                members.push_back({Operand::Kind::measure, 0, i});
            }
        }
        for (std::size_t i = 0; i < rules.groups.size(); ++i) {
            if (rules.groups[i].within == within) {
                members.push_back(group(i));
            }
        }
        return members;
    }

    const Framework& framework_;
    std::vector<std::optional<std::size_t>> kept_;
    std::size_t kept_count_ = 0;
};

} // namespace vermeil
