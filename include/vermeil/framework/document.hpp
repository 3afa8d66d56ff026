// SPDX-License-Identifier: MIT
#pragma once
// A definition file as a tree of values, each with its place; it knows no file format.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/wording.hpp>

#include <cstdint>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace vermeil::detail {

struct DocumentEntry;

/// A value and where it stands.
struct DocumentNode {
    /// A kind of value that no definition has, in words.
    struct Other {
        std::string kind;
    };
    using List = std::vector<DocumentNode>;
    using Table = std::vector<DocumentEntry>; ///< in the order of the file

    std::variant<std::string, std::int64_t, double, bool, Date, Other, List, Table> value;
    Place place;

    template <class Kind> [[nodiscard]] const Kind* as() const noexcept { return std::get_if<Kind>(&value); }
};

/// A key of a table, where it stands, and its value.
struct DocumentEntry {
    std::string key;
    Place place;
    DocumentNode node;
};

/// What stands there, for a message: `the text 'four'`, `-1`, `a list`.
inline std::string described(const DocumentNode& node) {
    return std::visit(
        [](const auto& value) -> std::string {
            using Kind = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Kind, std::string>) {
                return value.empty() ? "an empty text" : "the text " + quoted(value);
            } else if constexpr (std::is_same_v<Kind, std::int64_t>) {
                return std::to_string(value);
            } else if constexpr (std::is_same_v<Kind, double>) {
                return shortest(value);
            } else if constexpr (std::is_same_v<Kind, bool>) {
                return value ? "true" : "false";
            } else if constexpr (std::is_same_v<Kind, Date>) {
                return "the date " + to_string(value);
            } else if constexpr (std::is_same_v<Kind, DocumentNode::Other>) {
                return value.kind;
            } else if constexpr (std::is_same_v<Kind, DocumentNode::List>) {
                return value.empty() ? "an empty list" : "a list";
            } else {
                return "a table";
            }
        },
        node.value);
}

} // namespace vermeil::detail
