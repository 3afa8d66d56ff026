// SPDX-License-Identifier: MIT
#pragma once
// A column of ids whose rows are read as small whole numbers.

#include <vermeil/core/fetch_ahead.hpp>
#include <vermeil/core/id_value.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// Ids of many rows, in one or more parts, each row a code from 0 to below `size()`.
///
/// Where the source holds whole numbers close to each other, a code is the number less the least of them; else it is
/// the position of the id among those that were met. The numbers of the source are looked at where they lie.
class IdColumn {
  public:
    /// Whole numbers as a source holds them.
    using Values = std::variant<std::span<const std::int32_t>, std::span<const std::int64_t>,
                                std::span<const std::uint32_t>>;
    /// The rows of one batch.
    struct Part {
        Values values;
        std::vector<std::uint32_t> codes{}; ///< of each value, where the values are positions in a dictionary
        std::shared_ptr<const void> owner = nullptr;
        bool has_nulls = false; ///< so that some values mean nothing
    };

    IdColumn() = default;
    /// Numbers that are ids themselves: from `least` on, `size` of them.
    IdColumn(std::vector<Part> parts, std::int64_t least, std::size_t size)
        : parts_(std::move(parts)), least_(least), size_(size) {}
    /// Positions among numbers that are ids.
    IdColumn(std::vector<Part> parts, std::vector<std::int64_t> numbers)
        : parts_(std::move(parts)), size_(numbers.size()), numbers_(std::move(numbers)) {}
    /// Numbers that stand for names.
    IdColumn(std::vector<Part> parts, std::vector<std::string> names)
        : parts_(std::move(parts)), size_(names.size()), names_(std::move(names)), named_(true) {}

    /// How many codes there are; some may stand in no row.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// Whether the ids are texts.
    [[nodiscard]] bool is_text() const noexcept { return named_; }
    /// The id for which a code stands.
    [[nodiscard]] IdValue id(std::size_t code) const {
        if (named_) {
            return names_.at(code);
        }
        return numbers_.empty() ? least_ + static_cast<std::int64_t>(code) : numbers_.at(code);
    }
    /// The same as people read it.
    [[nodiscard]] std::string name(std::size_t code) const { return to_string(id(code)); }

    /// The code of a name, where the ids are texts and it is one of them.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
        const auto found = std::find(names_.begin(), names_.end(), name);
        return found == names_.end() ? std::nullopt
                                     : std::optional(static_cast<std::uint32_t>(found - names_.begin()));
    }

    /// All codes in the order of their ids: of names, that of their bytes; of numbers, that of counting.
    [[nodiscard]] std::vector<std::uint32_t> in_order() const {
        std::vector<std::uint32_t> codes(size_);
        std::iota(codes.begin(), codes.end(), 0U);
        if (named_) {
            std::sort(codes.begin(), codes.end(), [&](auto a, auto b) { return names_[a] < names_[b]; });
        } else if (!numbers_.empty()) {
            std::sort(codes.begin(), codes.end(), [&](auto a, auto b) { return numbers_[a] < numbers_[b]; });
        }
        return codes;
    }

    /// Writes the codes of some rows of a part, and has as many that follow fetched meanwhile. What a null row gets means
    /// nothing, but lies below `size()` unless that is 0.
    void read(std::size_t part, std::size_t first, std::size_t count, std::uint32_t* codes) const {
        const auto& from = parts_[part];
        std::visit(
            [&](auto values) {
                const auto* const at = values.data() + first;
                if (!from.codes.empty()) {
                    for (std::size_t i = 0; i < count; ++i) {
                        const auto position = static_cast<std::size_t>(at[i]);
                        codes[i] = position < from.codes.size() ? from.codes[position] : 0;
                    }
                } else {
                    // A code fits 32 bits, so the lowest 32 bits of both are enough.
                    const auto least = static_cast<std::uint32_t>(least_);
                    for (std::size_t i = 0; i < count; ++i) {
                        codes[i] = static_cast<std::uint32_t>(at[i]) - least;
                    }
                }
                detail::fetch_ahead(values, first, count);
            },
            from.values);
        if (from.has_nulls && size_ > 0) {
            const auto last = static_cast<std::uint32_t>(size_ - 1);
            std::transform(codes, codes + count, codes, [last](auto code) { return std::min(code, last); });
        }
    }

  private:
    std::vector<Part> parts_;
    std::int64_t least_ = 0;
    std::size_t size_ = 0;
    std::vector<std::int64_t> numbers_;
    std::vector<std::string> names_;
    bool named_ = false;
};

} // namespace vermeil
