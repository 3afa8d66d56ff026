// SPDX-License-Identifier: MIT
#pragma once
// Reads one value of a definition file as the kind it must be.

#include <vermeil/core/nearest.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/framework/document.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Whether two words are one; capitals and outer blanks do not matter.
inline constexpr auto same_word = [](std::string_view left, std::string_view right) {
    return folded(left) == folded(right);
};

/// One value and how messages call it, such as `'weight' in [[measure]]`.
///
/// Each getter throws a `DefinitionError` at the value's place where the value is of another kind: what
/// stands there and what is allowed.
class ValueReader {
  public:
    ValueReader(const DocumentNode& node, std::string about, bool is_entry = false)
        : node_(&node), about_(std::move(about)), is_entry_(is_entry) {}

    [[nodiscard]] const DocumentNode& node() const noexcept { return *node_; }
    [[nodiscard]] const Place& place() const noexcept { return node_->place; }

    [[nodiscard]] std::string text() const { return as<std::string>("a text in quotes"); }
    /// A text that says something.
    [[nodiscard]] std::string words() const {
        constexpr auto needed = "a text in quotes that is not empty";
        const auto& text = as<std::string>(needed);
        if (text.empty()) {
            refuse(needed);
        }
        return text;
    }
    [[nodiscard]] bool truth() const { return as<bool>("true or false"); }
    [[nodiscard]] Date date() const { return as<Date>("a date, written without quotes as 2011-10-01"); }

    /// A finite number.
    [[nodiscard]] double number() const {
        const auto* whole = node_->as<std::int64_t>();
        const double value = whole != nullptr ? static_cast<double>(*whole) : as<double>("a number");
        if (!std::isfinite(value)) {
            refuse("a number");
        }
        return value;
    }
    /// A number between two ends, both allowed.
    [[nodiscard]] double number(double lowest, double highest) const {
        const double value = number();
        if (!(value >= lowest && value <= highest)) {
            refuse("a number from " + shortest(lowest) + " to " + shortest(highest));
        }
        return value;
    }
    /// A whole number between two ends, both allowed.
    [[nodiscard]] std::uint32_t whole(std::uint32_t lowest, std::uint32_t highest) const {
        const auto needed =
            "a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest);
        const auto value = as<std::int64_t>(needed);
        if (value < lowest || value > highest) {
            refuse(needed);
        }
        return static_cast<std::uint32_t>(value);
    }

    /// The values of a list.
    [[nodiscard]] std::vector<ValueReader>
    list(const std::string& needed = "a list in square brackets") const {
        std::vector<ValueReader> values;
        for (const auto& each : as<DocumentNode::List>(needed)) {
            values.emplace_back(each, is_entry_ ? about_ : "an entry of " + about_, true);
        }
        return values;
    }
    /// A list of texts, none of them empty.
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> texts;
        for (const auto& each : list("a list of texts")) {
            texts.push_back(each.words());
        }
        return texts;
    }

    /// The position of the text in a list of words; `same` says when two words are one.
    template <class Words, class Same = std::equal_to<>>
    [[nodiscard]] std::size_t position_in(const Words& allowed, Same same = {}) const {
        const auto given = text();
        std::size_t position = 0;
        for (const auto& word : allowed) {
            if (same(std::string_view(given), std::string_view(word))) {
                return position;
            }
            ++position;
        }
        throw DefinitionError(place(), about_ + " is " + quoted(given) + "; allowed: " + one_of(allowed) +
                                           did_you_mean(given, allowed));
    }

    /// Says what stands there and what is needed instead.
    /// @throws DefinitionError always.
    [[noreturn]] void refuse(const std::string& needed) const {
        throw DefinitionError(place(), about_ + " is " + described(*node_) + "; it must be " + needed);
    }

  private:
    template <class Kind> [[nodiscard]] const Kind& as(const std::string& needed) const {
        const auto* value = node_->as<Kind>();
        if (value == nullptr) {
            refuse(needed);
        }
        return *value;
    }

    const DocumentNode* node_;
    std::string about_;
    bool is_entry_; // of a list, whose entries are called like it
};

} // namespace vermeil::detail
