// SPDX-License-Identifier: MIT
#pragma once
// Numbers, truth values and days of one Arrow batch as a column of a frame.

#include <vermeil/arrow/held.hpp>
#include <vermeil/arrow/moment.hpp>
#include <vermeil/arrow/part.hpp>
#include <vermeil/core/frame.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil::detail {

/// Copies values of the type `From`, each through `read(value, row)`; null rows hold `To{}` and are not read.
template <class From, class Data, class To, class Read> Column converted(const ArrowPart& part, Read read) {
    const auto validity = part.validity();
    const void* const buffer = part.buffer(1);
    Held<To> held;
    held.values.resize(part.rows);
    for (std::size_t row = 0; row < part.rows; ++row) {
        if (validity.has(row)) {
            held.values[row] = read(loaded<From>(buffer, part.offset + row), row);
        }
    }
    if (validity.bits != nullptr) {
        held.producers.push_back(part.owner);
    }
    return column_of<Data>(part.name(), std::move(held), validity);
}

template <class From, class To> Column widened(const ArrowPart& part) {
    return converted<From, std::span<const To>, To>(
        part, [](From value, std::size_t) { return static_cast<To>(value); });
}

/// Looks at the producer's numbers where they lie; copies them only when they are not aligned.
template <class Value, class Data = std::span<const Value>> Column seen(const ArrowPart& part) {
    const auto address = reinterpret_cast<std::uintptr_t>(part.buffer(1));
    if (address % alignof(Value) != 0) {
        return converted<Value, Data, Value>(part, [](Value value, std::size_t) { return value; });
    }
    const auto* const first = static_cast<const Value*>(part.buffer(1));
    const auto validity = part.validity();
    const std::span<const Value> values(first == nullptr ? nullptr : first + part.offset, part.rows);
    return {part.name(), Data{values}, validity.bits, validity.offset, part.owner};
}

/// Whole numbers beyond int64 are refused with their row.
inline Column from_uint64(const ArrowPart& part) {
    return converted<std::uint64_t, std::span<const std::int64_t>, std::int64_t>(
        part, [&part](std::uint64_t value, std::size_t row) {
            if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
                part.fail_at(row, std::to_string(value) + " is too large; the largest whole number is " +
                                      std::to_string(std::numeric_limits<std::int64_t>::max()));
            }
            return static_cast<std::int64_t>(value);
        });
}

inline Column from_moments(const ArrowPart& part, std::int64_t units_per_second, std::string_view zone) {
    std::optional<DayClock> clock;
    try {
        clock.emplace(units_per_second, zone);
    } catch (const Error& error) {
        throw Error(part.label + ": " + error.what());
    }
    return converted<std::int64_t, Days, std::int32_t>(part, [&](std::int64_t moment, std::size_t row) {
        const auto day = clock->day(moment);
        if (!day) {
            const auto where = " in " + std::string(zone) + "; London's clock is known from " +
                               std::to_string(first_london_year) + " on";
            part.fail_at(row, "the moment " + std::to_string(moment) + " cannot be put on a day" +
                                  (zone.empty() ? "" : where));
        }
        return *day;
    });
}

/// Truth values, a bit each, become 0 and 1.
inline Column from_truths(const ArrowPart& part) {
    const Validity ones{static_cast<const std::uint8_t*>(part.buffer(1)), part.offset};
    const auto validity = part.validity();
    Held<std::uint8_t> held;
    held.values.resize(part.rows);
    for (std::size_t row = 0; row < part.rows; ++row) {
        held.values[row] = ones.has(row) ? 1 : 0;
    }
    held.producers.push_back(part.owner);
    return column_of<std::span<const std::uint8_t>>(part.name(), std::move(held), validity);
}

inline Column from_nulls(const ArrowPart& part) {
    Held<double> held;
    held.values.resize(part.rows);
    for (std::size_t row = 0; row < part.rows; ++row) {
        held.bits.append(false);
    }
    return column_of<std::span<const double>>(part.name(), std::move(held));
}

} // namespace vermeil::detail
