// SPDX-License-Identifier: MIT
#pragma once
// The types of Arrow columns: which are read, and what the others are called in messages.

#include <vermeil/core/error.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

/// What the buffers of a column hold; `refused` is everything that is not read.
enum class ArrowKind {
    null,
    boolean,
    int8,
    int16,
    int32,
    int64,
    uint8,
    uint16,
    uint32,
    uint64,
    float32,
    float64,
    text,
    large_text,
    text_view,
    date32,
    date64,
    timestamp,
    decimal,
    refused
};

/// One line of the table of types: how a format begins (or is, where it takes no parameters), and its name.
struct ArrowTypeName {
    std::string_view format;
    std::string_view name;
    ArrowKind kind = ArrowKind::refused;
    bool parameters = false;
};

inline constexpr ArrowTypeName arrow_type_names[] = {
    {"n", "null", ArrowKind::null},
    {"b", "bool", ArrowKind::boolean},
    {"c", "int8", ArrowKind::int8},
    {"s", "int16", ArrowKind::int16},
    {"i", "int32", ArrowKind::int32},
    {"l", "int64", ArrowKind::int64},
    {"C", "uint8", ArrowKind::uint8},
    {"S", "uint16", ArrowKind::uint16},
    {"I", "uint32", ArrowKind::uint32},
    {"L", "uint64", ArrowKind::uint64},
    {"f", "float32", ArrowKind::float32},
    {"g", "float64", ArrowKind::float64},
    {"u", "utf8", ArrowKind::text},
    {"U", "large utf8", ArrowKind::large_text},
    {"vu", "string view", ArrowKind::text_view},
    {"tdD", "date32", ArrowKind::date32},
    {"tdm", "date64", ArrowKind::date64},
    {"tss:", "timestamp", ArrowKind::timestamp, true},
    {"tsm:", "timestamp", ArrowKind::timestamp, true},
    {"tsu:", "timestamp", ArrowKind::timestamp, true},
    {"tsn:", "timestamp", ArrowKind::timestamp, true},
    {"d:", "decimal", ArrowKind::decimal, true},
    {"e", "half float"},
    {"z", "binary"},
    {"Z", "large binary"},
    {"vz", "binary view"},
    {"w:", "fixed-size binary", ArrowKind::refused, true},
    {"tt", "time of day", ArrowKind::refused, true},
    {"tD", "duration", ArrowKind::refused, true},
    {"ti", "calendar interval", ArrowKind::refused, true},
    {"+l", "list"},
    {"+L", "large list"},
    {"+vl", "list view"},
    {"+vL", "large list view"},
    {"+w:", "fixed-size list", ArrowKind::refused, true},
    {"+s", "struct"},
    {"+m", "map"},
    {"+ud:", "dense union", ArrowKind::refused, true},
    {"+us:", "sparse union", ArrowKind::refused, true},
    {"+r", "run-end encoded column"},
};

/// A type with its parameters.
struct ArrowType {
    ArrowKind kind = ArrowKind::refused;
    std::string name;
    std::int64_t units_per_second = 1; ///< of a timestamp
    std::string zone;                  ///< of a timestamp; empty when it names none
    int scale = 0;                     ///< of a decimal: digits after the point
    int bytes = 16;                    ///< of a decimal: its width
};

/// The names of the types that are read, each once.
inline std::vector<std::string_view> readable_arrow_types() {
    std::vector<std::string_view> names;
    for (const auto& type : arrow_type_names) {
        if (type.kind != ArrowKind::refused && (names.empty() || names.back() != type.name)) {
            names.push_back(type.name);
        }
    }
    return names;
}

inline std::int64_t timestamp_units(char unit) {
    return unit == 's' ? 1 : unit == 'm' ? 1'000 : unit == 'u' ? 1'000'000 : 1'000'000'000;
}

/// Reads the `precision,scale` or `precision,scale,bits` of a decimal; a width or scale that cannot be is refused.
inline void read_decimal_parameters(std::string_view text, ArrowType& type) {
    int numbers[3] = {0, 0, 128};
    int count = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (count < 3) {
        const auto [next, error] = std::from_chars(at, end, numbers[count]);
        if (error != std::errc{}) {
            count = 0;
            break;
        }
        ++count;
        at = next;
        if (at == end || *at != ',') {
            break;
        }
        ++at;
    }
    const bool width = numbers[2] == 32 || numbers[2] == 64 || numbers[2] == 128 || numbers[2] == 256;
    if (count < 2 || at != end || !width || numbers[1] < -76 || numbers[1] > 76) {
        type.kind = ArrowKind::refused;
        return;
    }
    type.scale = numbers[1];
    type.bytes = numbers[2] / 8;
}

/// The type that a format string stands for; an unknown format is a refused type named after it.
inline ArrowType arrow_type(std::string_view format) {
    const auto* const known = std::ranges::find_if(arrow_type_names, [format](const ArrowTypeName& type) {
        return type.parameters ? format.starts_with(type.format) : format == type.format;
    });
    ArrowType type;
    if (known == std::ranges::end(arrow_type_names)) {
        type.name = "type of the unknown format " + quoted(format);
        return type;
    }
    type.kind = known->kind;
    type.name = known->name;
    if (type.kind == ArrowKind::timestamp) {
        type.units_per_second = timestamp_units(format[2]);
        type.zone = format.substr(4);
    } else if (type.kind == ArrowKind::decimal) {
        read_decimal_parameters(format.substr(2), type);
        type.name = type.kind == ArrowKind::refused ? "decimal of the format " + quoted(format) : type.name;
    }
    return type;
}

} // namespace vermeil::detail
