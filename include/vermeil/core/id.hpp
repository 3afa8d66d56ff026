// SPDX-License-Identifier: MIT
#pragma once
// Names of things, one type for each kind of thing.

#include <vermeil/core/error.hpp>

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil {

/// The name under which one thing is known in files and results, such as `P017`; `Tag` says of what kind.
///
/// Two ids of different kinds neither compare nor convert. An id is never empty, has no control characters
/// and neither begins nor ends with a blank.
///
/// @throws Error when the text is no id; the message holds it.
template <class Tag> class Id {
  public:
    explicit Id(std::string text) : text_(std::move(text)) {
        if (!is_valid(text_)) {
            throw Error(quoted(text_) +
                        " is no id: ids are not empty, neither begin nor end with a blank and "
                        "hold no control characters");
        }
    }

    [[nodiscard]] const std::string& text() const noexcept { return text_; }

    /// Whether a text would be accepted.
    [[nodiscard]] static bool is_valid(std::string_view text) noexcept {
        if (text.empty() || text.front() == ' ' || text.back() == ' ') {
            return false;
        }
        for (const char c : text) {
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    friend bool operator==(const Id&, const Id&) = default;
    friend auto operator<=>(const Id&, const Id&) = default;

  private:
    std::string text_;
};

/// Writes an id as it was given.
template <class Tag> const std::string& to_string(const Id<Tag>& id) noexcept { return id.text(); }

/// An organisation that gives care.
using ProviderId = Id<struct ProviderTag>;
/// One branch, scheme, day service or micro-provider.
using ServiceId = Id<struct ServiceTag>;
/// An agreement under which care is bought.
using ContractId = Id<struct ContractTag>;
/// A part of a contract that is let as one.
using LotId = Id<struct LotTag>;
/// A patch of the map.
using ZoneId = Id<struct ZoneTag>;
/// One person's commissioned care.
using PackageId = Id<struct PackageTag>;
/// A person who receives care; never shown unless asked for.
using PersonId = Id<struct PersonTag>;
/// A measure of a framework.
using MeasureId = Id<struct MeasureTag>;

} // namespace vermeil
