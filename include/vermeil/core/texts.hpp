// SPDX-License-Identifier: MIT
#pragma once
// A column of texts as its source holds it.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace vermeil {

/// Texts that lie end to end, between offsets; or views of them.
class Texts {
  public:
    Texts() = default;
    explicit Texts(std::span<const std::string_view> views) : views_(views.data()), size_(views.size()) {}
    /// `offsets` are `size` + 1 rising numbers of places in `bytes`.
    Texts(const std::int32_t* offsets, const char* bytes, std::size_t size)
        : narrow_(offsets), bytes_(bytes), size_(size) {}
    Texts(const std::int64_t* offsets, const char* bytes, std::size_t size)
        : wide_(offsets), bytes_(bytes), size_(size) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::string_view operator[](std::size_t row) const noexcept {
        if (narrow_ != nullptr) {
            return {bytes_ + narrow_[row], static_cast<std::size_t>(narrow_[row + 1] - narrow_[row])};
        }
        if (wide_ != nullptr) {
            return {bytes_ + wide_[row], static_cast<std::size_t>(wide_[row + 1] - wide_[row])};
        }
        return views_[row];
    }

    /// Calls `use` with a function from a row to its text, so that a loop over many does not ask in which form they lie.
    template <class Use> decltype(auto) each(const Use& use) const {
        const auto between = [bytes = bytes_](const auto* offsets) {
            return [bytes, offsets](std::size_t row) {
                return std::string_view(bytes + offsets[row],
                                        static_cast<std::size_t>(offsets[row + 1] - offsets[row]));
            };
        };
        return narrow_ != nullptr ? use(between(narrow_))
               : wide_ != nullptr ? use(between(wide_))
                                  : use([views = views_](std::size_t row) { return views[row]; });
    }

  private:
    const std::int32_t* narrow_ = nullptr;
    const std::int64_t* wide_ = nullptr;
    const std::string_view* views_ = nullptr;
    const char* bytes_ = nullptr;
    std::size_t size_ = 0;
};

namespace detail {

/// Whether two texts are the same; short ones, such as ids and periods, are compared a word at a time.
inline bool is_same_text(std::string_view a, std::string_view b) noexcept {
    const auto size = a.size();
    if (size != b.size()) {
        return false;
    }
    const auto differ = [&]<class Word>(std::size_t at, Word) {
        Word of_a, of_b;
        std::memcpy(&of_a, a.data() + at, sizeof(Word));
        std::memcpy(&of_b, b.data() + at, sizeof(Word));
        return of_a ^ of_b;
    };
    // The first and the last word overlap where the text is shorter than both.
    if (size >= 8 && size <= 16) {
        return (differ(0, std::uint64_t{}) | differ(size - 8, std::uint64_t{})) == 0;
    }
    if (size >= 4 && size < 8) {
        return (differ(0, std::uint32_t{}) | differ(size - 4, std::uint32_t{})) == 0;
    }
    return a == b;
}

} // namespace detail

} // namespace vermeil
