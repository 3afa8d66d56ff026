// SPDX-License-Identifier: MIT
#pragma once
// The outer shape of a TOML text: where strings and comments are, which brackets are open.

#include <vermeil/core/error.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace vermeil::detail {

inline constexpr std::size_t deepest_definition = 16; ///< brackets within brackets, or parts of one key

/// Follows a text character by character and refuses what a parser would not survive.
///
/// toml++ recurses for each bracket and each part of a key, and up to 3.4 it aborts, rather than throws,
/// where a table header does not begin with a key, a list does not end in the bracket that it began with, or a day is
/// followed by a single digit where a time may stand.
/// All else is left to the parser.
class DefinitionShape {
  public:
    /// Takes in the character with which `rest` begins.
    /// @throws DefinitionError when it cannot stand there.
    void follow(std::string_view rest, const Place& place) {
        if (skipped_ > 0) {
            --skipped_;
        } else if (!is_inside(rest)) {
            follow_outside(rest, place);
        }
    }

  private:
    /// How far the walk is into the brackets of a table header.
    enum class Header { may_begin, one_bracket, brackets, none };

    /// Whether the character belongs to a string or a comment; closes it at its end. A line's end closes a
    /// comment, and a string of one line that was left open, and belongs to neither.
    bool is_inside(std::string_view rest) {
        const char c = rest.front();
        if (closing_.empty()) {
            return false;
        }
        if (c == '\n' && closing_.size() == 1) {
            closing_.clear();
            return false;
        }
        if (c == '\\' && closing_.front() == '"') {
            skipped_ = 1;
        } else if (rest.substr(0, closing_.size()) == closing_) {
            // A long string may have one or two quotes of its own before the closing three.
            const auto run = std::min<std::size_t>({rest.find_first_not_of(c), rest.size(), 5});
            skipped_ = closing_.size() == 3 ? run - 1 : 0;
            closing_.clear();
        }
        return true;
    }

    void follow_outside(std::string_view rest, const Place& place) {
        const char c = rest.front();
        follow_header(c, place);
        if (static_cast<unsigned char>(c) >= 0x80) {
            throw DefinitionError(place,
                                  "not TOML: a letter that is not one of A to Z stands outside of quotes");
        }
        if (c == '#' || c == '"' || c == '\'') {
            const std::string three(3, c);
            const bool is_long = c != '#' && rest.substr(0, 3) == three;
            closing_ = c == '#' ? "\n" : is_long ? three : std::string(1, c);
            skipped_ = is_long ? 2 : 0;
            return;
        }
        follow_value(rest, place);
        follow_bracket(c, place);
        const bool ends_key = std::string_view("=,[]{}\n").find(c) != std::string_view::npos;
        parts_ = c == '.' ? parts_ + 1 : ends_key ? 1 : parts_;
        if (open_.size() > deepest_definition || parts_ > deepest_definition) {
            throw DefinitionError(place, "brackets or keys nested more than " +
                                             std::to_string(deepest_definition) + " levels deep");
        }
    }

    /// Sees that a time follows the T of a day with a time, and no stray digit a day.
    void follow_value(std::string_view rest, const Place& place) {
        const char c = rest.front();
        const bool in_list = !open_.empty() && open_.back() == '[';
        is_value_ = c == '=' || (c == ','                                   ? in_list
                                 : c == '{' || (c == '\n' && open_.empty()) ? false
                                                                            : is_value_);
        if (is_value_ && (c == 'T' || c == 't') && is_digit(last_) &&
            !is_digit(rest.size() > 1 ? rest[1] : ' ')) {
            throw DefinitionError(place, "not TOML: a time of day must follow the T");
        }
        const auto is_one_of = [](std::string_view all, char each) {
            return all.find(each) != std::string_view::npos;
        };
        if (is_value_ && c == ' ' && !is_one_of(" \t\r\n,[]{}=", last_) && rest.size() > 2 &&
            is_digit(rest[1]) && is_one_of(" \t\r\n\v\f,]}#", rest[2])) {
            throw DefinitionError(place, "not TOML: a value and a single digit stand side by side");
        }
        last_ = c;
    }
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    void follow_bracket(char c, const Place& place) {
        if (c == '[' || c == '{') {
            open_ += c;
        } else if (c == ']' || c == '}') {
            if (open_.empty() || open_.back() != (c == ']' ? '[' : '{')) {
                throw DefinitionError(place,
                                      "not TOML: '" + std::string(1, c) + "' closes no bracket that is open");
            }
            open_.pop_back();
        }
    }

    void follow_header(char c, const Place& place) {
        const bool blank = c == ' ' || c == '\t';
        const bool begins = header_ == Header::one_bracket || header_ == Header::brackets;
        if (header_ == Header::one_bracket && c == '[') {
            header_ = Header::brackets;
        } else if (begins && blank) {
            header_ = Header::brackets;
        } else if (begins) {
            require_key(c, place);
            header_ = Header::none;
        } else if (c == '\n') {
            header_ = open_.empty() ? Header::may_begin : Header::none;
        } else if (header_ == Header::may_begin) {
            header_ = c == '[' ? Header::one_bracket : blank ? header_ : Header::none;
        }
    }

    static void require_key(char c, const Place& place) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool sign = std::string_view("0123456789_-\"'").find(c) != std::string_view::npos;
        if (!letter && !sign) {
            throw DefinitionError(place,
                                  "not TOML: the name of a table begins with a letter from A to Z, a digit, "
                                  "'_', '-' or a quote");
        }
    }

    std::string closing_;     // what ends the string or comment that the walk is in
    std::string open_;        // the brackets that are open
    std::size_t skipped_ = 0; // characters of a mark of three, or after a backslash, still to pass over
    std::size_t parts_ = 1;   // of the key at hand
    Header header_ = Header::may_begin;
    bool is_value_ = false; // rather than a key
    char last_ = '\n';
};

} // namespace vermeil::detail
