// SPDX-License-Identifier: MIT
#pragma once
// The step of which every check of a definition is made.

#include <vermeil/core/error.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/core/wording.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace vermeil::detail {

/// @throws DefinitionError with the message at the place unless the condition holds.
inline void require(bool condition, const Place& place, const std::string& message) {
    if (!condition) {
        throw DefinitionError(place, message);
    }
}

/// Where a part of a definition stands; of one that was built by hand, where what is around it stands.
inline const Place& place_or(const Place& own, const Place& around) noexcept {
    return own.line > 0 ? own : around;
}

inline constexpr double largest_number =
    1e6; ///< of a weight, a point or a cut, so that every sum stays exact enough

/// A number of a definition is finite and of a bearable size.
inline void require_number(double value, const Place& place, const std::string& about) {
    if (!(std::abs(value) <= largest_number)) {
        throw DefinitionError(place, about + " of " + shortest(value) +
                                         "; a number from -1000000 to 1000000 is needed");
    }
}

/// A weight, where there is one, is a number above 0.
inline void require_weight(const std::optional<double>& weight, const Place& place,
                           const std::string& about) {
    if (weight && !(*weight > 0 && *weight <= largest_number)) {
        throw DefinitionError(place, about + " has weight " + shortest(*weight) +
                                         "; a weight is a number above 0" +
                                         (*weight > 0 ? " and at most 1000000" : ""));
    }
}

/// The names of a list of things, for a message.
template <class Items, class Name> std::vector<std::string> names_of(const Items& items, Name name) {
    std::vector<std::string> names;
    for (const auto& item : items) {
        names.push_back(name(item));
    }
    return names;
}

/// Whether a name was not met before; from now on it was.
inline bool is_new(std::vector<std::string>& met, const std::string& name) {
    met.push_back(name);
    return std::find(met.begin(), met.end(), name) == met.end() - 1;
}

/// Two things of one kind bear names of their own, and capitals and outer blanks do not make two names of one: who reads the
/// results aloud, or types a heading, could not tell them apart. `met` holds the names so far, by themselves in small letters.
// A template over the map, so that only those compile it who name things.
void require_own_name(auto& met, const std::string& name, const Place& place, const std::string& kind) {
    const auto [other, is_new_one] = met.emplace(folded(name), name);
    require(is_new_one, place,
            "two " + kind + " are named " + quoted(other->second) +
                (other->second == name
                     ? ""
                     : " and " + quoted(name) + ", which capitals and blanks alone tell apart"));
}

/// What a list allows and what was perhaps meant: the end of a message about a name that is not in it. Of a name that is
/// in it there is nothing to say; a file of 200 measures that are all well named would else spend its time on wording.
inline std::string instead_of(const std::string& given, const std::vector<std::string>& known) {
    const bool is_known = std::find(known.begin(), known.end(), given) != known.end();
    return is_known ? std::string() : one_of(known) + did_you_mean(given, known);
}

} // namespace vermeil::detail
