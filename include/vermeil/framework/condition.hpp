// SPDX-License-Identifier: MIT
#pragma once
// A question about one service: yes, no, or unknown while what it asks about is absent.

#include <vermeil/core/snap.hpp>
#include <vermeil/framework/subject.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// How a number is compared with another. Both sides are snapped first.
enum class Comparison { below, at_most, at_least, above, is };

inline constexpr std::array<std::string_view, 5> comparison_names{"below", "at_most", "at_least", "above",
                                                                  "is"};

/// Whether two numbers compare so.
inline bool holds(double left, Comparison comparison, double right) noexcept {
    left = snapped(left);
    right = snapped(right);
    switch (comparison) {
    case Comparison::below:
        return left < right;
    case Comparison::at_most:
        return left <= right;
    case Comparison::at_least:
        return left >= right;
    case Comparison::above:
        return left > right;
    case Comparison::is:
        break;
    }
    return left == right;
}

/// Compares a subject with a number or with another subject.
struct Comparing {
    Subject subject;
    Comparison comparison = Comparison::at_least;
    std::variant<double, Subject> with = 0.0;
};

/// What is asked of each member of a node: a measure by its value, a group by its score, or either by something else.
struct MemberTest {
    Comparison comparison = Comparison::is;
    double threshold = 0;
    Aspect of = Aspect::value;
};

/// Counts the members of a node that pass a test, and compares how many they are. A member that may pass and may not
/// leaves the count open; one that does not apply does not pass.
struct Counting {
    Subject node; ///< a group or the whole; its members are the measures and groups that stand in it
    MemberTest where = {};
    Comparison comparison = Comparison::at_least;
    double number = 1; ///< of members
};

struct Condition;

/// Joins several questions into one.
struct Joining {
    /// Whether all must hold, any, or none.
    enum class How { all, any, none } how = How::all;
    std::vector<Condition> parts;
};

inline constexpr std::array<std::string_view, 3> joining_names{"all", "any", "none"};

/// A question about one service.
///
/// What it asks about may be absent: it is then answered `unknown`, or `no` where the measure does not apply or is not
/// yet live. `all`, `any` and `none` follow three-valued logic.
struct Condition {
    std::variant<Comparing, Counting, Joining> question;

    Condition() = default;
    Condition(Comparing comparing) : question(std::move(comparing)) {} // NOLINT: a part is a question
    Condition(Counting counting) : question(std::move(counting)) {}    // NOLINT
    Condition(Joining joining) : question(std::move(joining)) {}       // NOLINT
    /// A measure's value compared with a number.
    Condition(std::string measure, Comparison comparison, double threshold)
        : question(Comparing{{Subject::Kind::measure, std::move(measure)}, comparison, threshold}) {}
};

/// A question that is always answered with yes: none of no questions holds.
inline Condition always() { return Joining{Joining::How::none, {}}; }

/// Whether it is that question.
inline bool is_always(const Condition& condition) noexcept {
    const auto* joining = std::get_if<Joining>(&condition.question);
    return joining != nullptr && joining->how == Joining::How::none && joining->parts.empty();
}

/// Every subject that a question is about, counted nodes among them, in its order.
// A template over the list, so that only those compile it who ask.
void add_subjects(const Condition& condition, auto& subjects) {
    if (const auto* comparing = std::get_if<Comparing>(&condition.question)) {
        subjects.push_back(comparing->subject);
        if (const auto* other = std::get_if<Subject>(&comparing->with)) {
            subjects.push_back(*other);
        }
    } else if (const auto* counting = std::get_if<Counting>(&condition.question)) {
        subjects.push_back(counting->node);
    } else {
        for (const auto& part : std::get<Joining>(condition.question).parts) {
            add_subjects(part, subjects);
        }
    }
}

} // namespace vermeil
