// SPDX-License-Identifier: MIT
#pragma once
// What a question may be about.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace vermeil {

/// What of a measure or a node a question looks at.
enum class Aspect {
    value, ///< the value of a measure, the score of a node
    band, ///< the place of a node's band among its bands, 1 for the first; of a measure the place of its word
    n,    ///< the base of a measure's value; how many members of a node have data
    lower,        ///< the lower end of the Wilson interval of a share's counts
    upper,        ///< its upper end
    late,         ///< 1 where a measure's value came after its due date, else 0
    quarters_old, ///< how many quarters ago a value was current that is carried forward; 0 for a fresh one
    coverage,     ///< the share of a node's weight that is known, 0 to 1
    age           ///< how many days old the oldest evidence beneath a measure's value is
};

inline constexpr std::array<std::string_view, 9> aspect_names{
    "value", "band", "n", "lower", "upper", "late", "quarters_old", "coverage", "age"};

inline std::string_view to_string(Aspect aspect) { return aspect_names.at(static_cast<std::size_t>(aspect)); }

/// What a question may be about: something of a measure, a group or the whole.
struct Subject {
    /// Which of them.
    enum class Kind { measure, group, whole } kind = Kind::measure;
    std::string id; ///< of the measure or the group
    Aspect of = Aspect::value;
    friend bool operator==(const Subject&, const Subject&) = default;
};

/// Whether a measure, or a node, has that.
inline bool has_aspect(Subject::Kind kind, Aspect aspect) noexcept {
    switch (aspect) {
    case Aspect::value:
    case Aspect::n:
        return true;
    case Aspect::band:
    case Aspect::coverage:
        return kind != Subject::Kind::measure;
    case Aspect::lower:
    case Aspect::upper:
    case Aspect::late:
    case Aspect::quarters_old:
    case Aspect::age:
        break;
    }
    return kind == Subject::Kind::measure;
}

} // namespace vermeil
