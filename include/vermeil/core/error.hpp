// SPDX-License-Identifier: MIT
#pragma once
// What is thrown when something cannot be computed at all, and the helpers that word it.

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil {

/// A request that cannot be met: a malformed value, a missing column, a name that stands for nothing.
///
/// The message names the item, the value given and what is allowed. Faults of single rows are not
/// errors: they become a `Reject` and the run goes on.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A table that is not what it is given as: a column that it must have is not there, or holds what is not read. None of its rows
/// can be used.
class TableError : public Error {
  public:
    TableError(const std::string& source, std::string column, std::string reason)
        : Error(source + ": " + reason), column_(std::move(column)), reason_(std::move(reason)) {}

    /// The column concerned.
    [[nodiscard]] const std::string& column() const noexcept { return column_; }
    /// The message without the table's source.
    [[nodiscard]] const std::string& reason() const noexcept { return reason_; }

  private:
    std::string column_;
    std::string reason_;
};

/// Where a definition stands: file, line and column, both counted from 1 (0 where unknown).
struct Place {
    std::string file;
    unsigned line = 0;
    unsigned column = 0;
};

/// Writes a place as `file:line:column`, without the parts that are unknown.
inline std::string to_string(const Place& place) {
    auto text = place.file;
    if (place.line > 0) {
        text += ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
    }
    return text;
}

/// A mistake in a framework file or in a definition built by hand; nothing was computed.
class DefinitionError : public Error {
  public:
    DefinitionError(Place place, const std::string& message)
        : Error(place.file.empty() ? message : to_string(place) + ": " + message), place_(std::move(place)) {}

    /// Where the mistake stands; an empty file where the definition was not read from one.
    [[nodiscard]] const Place& place() const noexcept { return place_; }

  private:
    Place place_;
};

/// Puts a value in single quotes, shortened after 60 bytes, for use in a message.
// An object and no function: std::quoted, which the argument's namespace would bring in, stays out of the choice.
inline constexpr auto quoted = [](std::string_view value) -> std::string {
    constexpr std::size_t longest = 60;
    if (value.size() <= longest) {
        return "'" + std::string(value) + "'";
    }
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) {
        --end; // not inside a character of UTF-8
    }
    return "'" + std::string(value.substr(0, end)) + "...'";
};

/// Lists words as `'a', 'b' or 'c'`: the allowed values of a message, taken from the table itself.
template <class Words> std::string one_of(const Words& words) {
    std::string text;
    std::size_t position = 0;
    const std::size_t count = std::size(words);
    for (const auto& word : words) {
        text += position == 0 ? "" : position + 1 == count ? " or " : ", ";
        text += quoted(word);
        ++position;
    }
    return count == 0 ? "nothing" : text;
}

} // namespace vermeil
