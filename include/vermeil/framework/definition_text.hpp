// SPDX-License-Identifier: MIT
#pragma once
// The text of a definition file: read whole, of a bearable size, and known to be UTF-8.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/definition_shape.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

namespace vermeil::detail {

inline constexpr std::size_t longest_definition =
    1'000'000; ///< bytes; the files that are shipped have 10,000

/// A whole file.
/// @throws DefinitionError when it cannot be read or is larger than any definition.
inline std::string read_definition_text(const std::string& path) {
    const auto failed = [&] {
        throw DefinitionError({path}, "cannot be read: " + std::generic_category().message(errno));
    };
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (file == nullptr) {
        failed();
    }
    std::string text(longest_definition + 1, '\0');
    errno = 0;
    text.resize(std::fread(text.data(), 1, text.size(), file.get()));
    if (std::ferror(file.get()) != 0) {
        failed();
    }
    return text;
}

/// Walks through a text, knowing the line and the column (in characters) of each byte.
class DefinitionText {
  public:
    DefinitionText(std::string_view text, const std::string& file) : text_(text), place_{file, 1, 1} {}

    /// @throws DefinitionError at the first byte that is not UTF-8, where brackets or keys are nested too
    /// deep to be read safely, or when the text is too long.
    void check() {
        if (text_.size() > longest_definition) {
            throw DefinitionError({place_.file}, "larger than " + std::to_string(longest_definition) +
                                                     " bytes, which no framework needs");
        }
        if (text_.substr(0, 3) == "\xEF\xBB\xBF") { // a byte order mark, as some Windows editors write
            text_.remove_prefix(3);
        }
        while (!text_.empty()) {
            const auto length = character();
            shape_.follow(text_, place_);
            const bool line_ends = text_.front() == '\n';
            place_.line += line_ends ? 1 : 0;
            place_.column = line_ends ? 1 : place_.column + 1;
            text_.remove_prefix(length);
        }
    }

  private:
    /// How many bytes the next character has.
    [[nodiscard]] std::size_t character() const {
        const auto byte = [&](std::size_t i) {
            return i < text_.size() ? static_cast<unsigned char>(text_[i]) : 0U;
        };
        const unsigned first = byte(0);
        const std::size_t length = first < 0x80   ? 1
                                   : first < 0xC2 ? 0
                                   : first < 0xE0 ? 2
                                   : first < 0xF0 ? 3
                                                  : 4;
        bool good = length > 0 && first < 0xF5;
        for (std::size_t i = 1; good && i < length; ++i) {
            good = byte(i) >= 0x80 && byte(i) <= 0xBF;
        }
        // Longer than need be, a surrogate, or beyond the last character.
        good = good && !(first == 0xE0 && byte(1) < 0xA0) && !(first == 0xED && byte(1) > 0x9F) &&
               !(first == 0xF0 && byte(1) < 0x90) && !(first == 0xF4 && byte(1) > 0x8F);
        if (!good) {
            constexpr std::string_view digits = "0123456789ABCDEF";
            throw DefinitionError(place_, std::string("byte 0x") + digits[first / 16] + digits[first % 16] +
                                              " is not UTF-8; save the file as UTF-8");
        }
        return length;
    }

    std::string_view text_;
    Place place_;
    DefinitionShape shape_;
};

} // namespace vermeil::detail
