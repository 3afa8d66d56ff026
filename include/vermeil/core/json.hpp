// SPDX-License-Identifier: MIT
#pragma once
// Writes JSON, one object or list at a time.

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace vermeil {

/// A text in double quotes with what JSON asks to be escaped.
inline std::string json_text(std::string_view text) {
    constexpr const char* hex = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += {'\\', c};
        } else if (byte < 0x20) {
            out += "\\u00";
            out += {hex[byte / 16], hex[byte % 16]};
        } else {
            out += c;
        }
    }
    return out + '"';
}

/// The shortest writing of a number that reads back as the same; `null` where it is not finite.
inline std::string json_number(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return std::isfinite(value) ? std::string(buffer, end) : "null";
}

/// One object, key by key. Each call returns the object, so that calls can be chained.
class JsonObject {
  public:
    /// A text, escaped.
    JsonObject& text(std::string_view key, std::string_view value) { return raw(key, json_text(value)); }
    /// A number; `null` where it is not finite.
    JsonObject& number(std::string_view key, double value) { return raw(key, json_number(value)); }
    /// `true` or `false`.
    JsonObject& truth(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
    /// No value.
    JsonObject& null(std::string_view key) { return raw(key, "null"); }
    /// A value that is JSON already.
    JsonObject& raw(std::string_view key, std::string_view json) {
        inside_ += (inside_.empty() ? "" : ", ") + json_text(key) + ": ";
        inside_ += json;
        return *this;
    }
    [[nodiscard]] std::string str() const { return "{" + inside_ + "}"; }

  private:
    std::string inside_;
};

/// A list of values that are JSON already.
template <class Values, class Write> std::string json_list(const Values& values, Write write) {
    std::string inside;
    for (const auto& value : values) {
        inside += (inside.empty() ? "" : ", ") + write(value);
    }
    return "[" + inside + "]";
}

} // namespace vermeil
