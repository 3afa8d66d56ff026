// SPDX-License-Identifier: MIT
#pragma once
// A framework's questions with positions instead of names.

#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/subject.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vermeil {

/// What a question looks at: a number that it holds, or something of a measure, of a group or of the whole.
struct Operand {
    /// Which of them.
    enum class Kind { number, measure, group, whole } kind = Kind::number;
    double number = 0;     ///< snapped
    std::size_t index = 0; ///< of the measure among the framework's, of the group among those kept
    Aspect of = Aspect::value;
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

/// Turns a framework's conditions into questions, and notes which groups they need.
template <std::same_as<Framework> F> class BasicQuestions {
  public:
    explicit BasicQuestions(const F& framework) : framework_(framework) {}

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
            add_members(question, counting->node.id, counting->where);
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

    /// The questions of several things that hold under a condition.
    template <class Things> std::vector<Question> made_of(const Things& things) {
        std::vector<Question> questions;
        for (const auto& each : things) {
            questions.push_back(made(each.when));
        }
        return questions;
    }

    /// A band's cut as a question about the score of its node.
    Question cut(const Band& band, const Subject& node) {
        Question question;
        question.comparison = band.tie == Tie::in ? Comparison::at_least : Comparison::above;
        question.left = operand(node);
        question.right = number(*band.cut);
        return question;
    }

    /// The count of the members of a node that pass a test, to be compared with nothing.
    Question tally(const std::string& node, const MemberTest& where) {
        Question question;
        question.kind = Question::Kind::count;
        add_members(question, node, where);
        return question;
    }

    /// Where a group is kept; from now on it is.
    std::size_t keep(std::size_t group) {
        kept_.resize(framework_.rules().groups.size());
        if (!kept_[group]) {
            kept_[group] = kept_count_++;
        }
        return *kept_[group];
    }

    /// Whether a question asks how many members of a node have data, or how much of its weight.
    [[nodiscard]] bool asks_for_presence() const noexcept { return asks_for_presence_; }

    /// Where each group is kept, in the order of the framework's groups; nothing where none asks for it.
    [[nodiscard]] const std::vector<std::optional<std::size_t>>& kept() const noexcept { return kept_; }
    [[nodiscard]] std::size_t kept_count() const noexcept { return kept_count_; }

  private:
    static Operand number(double number) { return {Operand::Kind::number, snapped(number), 0}; }

    Operand operand(const Subject& subject) {
        if (subject.kind == Subject::Kind::measure) {
            return {Operand::Kind::measure, 0, framework_.position(subject.id), subject.of};
        }
        asks_for_presence_ = asks_for_presence_ || subject.of == Aspect::n || subject.of == Aspect::coverage;
        if (subject.kind == Subject::Kind::whole) {
            return {Operand::Kind::whole, 0, 0, subject.of};
        }
        const auto& rules = framework_.rules();
        const auto group = detail::find_group(rules, subject.id) - rules.groups.data();
        return {Operand::Kind::group, 0, keep(static_cast<std::size_t>(group)), subject.of};
    }

    /// The members of a node and what is asked of each; the band of a measure is its value.
    void add_members(Question& question, const std::string& node, const MemberTest& where) {
        question.member = where.comparison;
        question.threshold = number(where.threshold);
        for (auto& member : detail::member_subjects(framework_.rules(), node)) {
            const bool word = where.of == Aspect::band && member.kind == Subject::Kind::measure;
            member.of = word ? Aspect::value : where.of;
            question.members.push_back(operand(member));
        }
    }

    const F& framework_;
    std::vector<std::optional<std::size_t>> kept_;
    std::size_t kept_count_ = 0;
    bool asks_for_presence_ = false;
};

/// What turns conditions into questions.
using Questions = BasicQuestions<Framework>;

} // namespace vermeil
