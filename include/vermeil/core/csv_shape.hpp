// SPDX-License-Identifier: MIT
#pragma once
// The shape of a CSV text: how many rows, which of them have too many or too few cells, and where it is no CSV.

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// A row with more or fewer cells than there are headings.
struct RaggedRow {
    std::size_t row;   ///< counted from 0, the headings being row 0
    std::size_t cells; ///< how many it has
};

/// What a text is like as CSV, found without a copy of it.
struct CsvShape {
    std::size_t rows = 0;            ///< with the headings and with empty lines, but for those at the end
    std::size_t empty = 0;           ///< lines without anything but blanks
    bool has_quotes = false;         ///< whether a quotation mark stands anywhere
    std::vector<RaggedRow> ragged{}; ///< the first of them, as many as were asked for
    std::size_t ragged_rows = 0;     ///< all of them
    std::size_t line = 0;            ///< the line where it stopped to be CSV, from 1; 0 where all is well
    std::string reason{};            ///< why it did
};

/// Limits within which a text is looked at.
struct CsvLimits {
    std::size_t longest_row = std::size_t{1} << 20U; ///< bytes; a longer one is no row of a table
    std::size_t most_ragged = 100'000;               ///< how many ragged rows are named
};

namespace detail {

/// Walks over the rows of a CSV text.
class CsvWalk {
  public:
    CsvWalk(std::string_view text, char separator, CsvLimits limits)
        : text_(text), separator_(separator), limits_(limits) {}

    CsvShape shape(std::size_t width);

  private:
    /// The place of a byte in a stretch of the text, or the stretch's end.
    [[nodiscard]] std::size_t find(char byte, std::size_t from, std::size_t end) const {
        const void* found = std::memchr(text_.data() + from, byte, end - from);
        return found == nullptr ? end
                                : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    }
    /// How far a row that begins there is looked at. Beyond it the file is not touched, so it is not loaded either.
    [[nodiscard]] std::size_t reach(std::size_t begin) const {
        return std::min(text_.size(), begin + limits_.longest_row + 1);
    }
    /// Whether a row holds a quotation mark. They are looked for in long stretches, since most files have few.
    bool has_quote(std::size_t begin, std::size_t end) {
        if (quote_ < begin || (quote_ == stretch_ && stretch_ < end)) {
            stretch_ = reach(begin);
            quote_ = find('"', begin, stretch_);
        }
        return quote_ < end;
    }
    std::size_t quoted_row(std::size_t begin);
    bool stop(std::string reason) {
        shape_.line = line_;
        shape_.reason = std::move(reason);
        return false;
    }

    std::string_view text_;
    char separator_;
    CsvLimits limits_;
    CsvShape shape_{};
    std::size_t line_ = 1;
    std::size_t end_ = 0;     // of the row that was walked last
    std::size_t stretch_ = 0; // the end of the stretch in which the next quotation mark was looked for
    std::size_t quote_ = 0;   // where it stands, or that end
};

/// The cells of a row that holds a quotation mark; 0 where it is no CSV.
inline std::size_t CsvWalk::quoted_row(std::size_t begin) {
    std::size_t cells = 1;
    std::size_t lines = 0;
    bool at_start = true, inside = false;
    std::size_t at = begin;
    for (; at < text_.size(); ++at) {
        const char c = text_[at];
        if (at - begin > limits_.longest_row) {
            return stop("a row is longer than " + std::to_string(limits_.longest_row) +
                        " bytes; look for a quotation mark without its partner");
        }
        if (inside) {
            const bool twice = c == '"' && at + 1 < text_.size() && text_[at + 1] == '"';
            at += twice ? 1 : 0;
            inside = c != '"' || twice;
            lines += c == '\n' ? 1 : 0;
            if (!inside && at + 1 < text_.size() && text_[at + 1] != separator_ && text_[at + 1] != '\n' &&
                text_[at + 1] != '\r') {
                return stop("a quotation mark stands in the midst of a cell");
            }
            continue;
        }
        if (c == '\n') {
            break;
        }
        if (c == '"' && !at_start) {
            return stop("a quotation mark stands in the midst of a cell");
        }
        inside = c == '"';
        at_start = c == separator_;
        cells += at_start ? 1 : 0;
    }
    if (inside) {
        return stop("a quotation mark has no partner");
    }
    line_ += lines;
    end_ = at;
    return cells;
}

inline CsvShape CsvWalk::shape(std::size_t width) {
    for (std::size_t begin = 0; begin < text_.size(); begin = end_ + 1, ++line_) {
        end_ = find('\n', begin, reach(begin));
        std::size_t cells = 0;
        if (has_quote(begin, end_)) {
            shape_.has_quotes = true;
            cells = quoted_row(begin);
        } else if (end_ - begin > limits_.longest_row) {
            stop("the line is longer than " + std::to_string(limits_.longest_row) + " bytes");
        } else {
            const auto row = text_.substr(begin, end_ - begin);
            const auto separators = std::count(row.begin(), row.end(), separator_);
            const bool blank = separators == 0 && row.find_first_not_of(" \t\r") == std::string_view::npos;
            cells = blank ? 0 : static_cast<std::size_t>(separators) + 1;
            shape_.empty += blank ? 1 : 0;
        }
        if (shape_.line != 0) {
            return shape_;
        }
        ++shape_.rows;
        if (cells != 0 && cells != width) {
            ++shape_.ragged_rows;
            if (shape_.ragged.size() < limits_.most_ragged) {
                shape_.ragged.push_back({shape_.rows - 1, cells});
            }
        }
    }
    return shape_;
}

} // namespace detail

/// The shape of a CSV text whose first row is its headings, `width` of them. A quotation mark encloses a whole cell and is
/// written twice inside it, as RFC 4180 says; a line ends with LF or CRLF. What follows the last filled row is no row.
inline CsvShape csv_shape(std::string_view text, std::size_t width, char separator = ',',
                          CsvLimits limits = {}) {
    const auto last = text.find_last_not_of(separator == '\t' ? " \r\n" : " \t\r\n");
    text = last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
    return detail::CsvWalk(text, separator, limits).shape(width);
}

} // namespace vermeil
