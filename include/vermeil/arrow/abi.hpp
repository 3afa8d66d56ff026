// SPDX-License-Identifier: MIT
#pragma once
// The structs of the Arrow C data and stream interfaces, and who releases them.

#include <cstdint>
#include <memory>

// The guards, flags and structs below are those of the interface itself, so that they agree with any other
// library's copy in the same program.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

extern "C" {
/// The type, name and children of a column, as the interface lays them out.
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

/// The length and buffers of a column, as the interface lays them out.
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};
}
#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

extern "C" {
/// A schema and batches of it, one call each; a call gives 0, or an errno and its text in `get_last_error`.
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};
}
#endif

namespace vermeil::detail {

/// Holds an Arrow struct and releases it once. Taking one over moves it as the interface says: a plain copy, and
/// the giver is marked as released.
template <class Abi> class Owned {
  public:
    Owned() = default;
    explicit Owned(Abi& given) noexcept : held_(given) { given.release = nullptr; }
    Owned(Owned&& other) noexcept : Owned(other.held_) {}
    Owned& operator=(Owned&&) = delete;
    ~Owned() {
        if (held_.release != nullptr) {
            held_.release(&held_);
        }
    }

    [[nodiscard]] bool is_released() const noexcept { return held_.release == nullptr; }
    /// Hands the struct on; whoever takes it releases it.
    [[nodiscard]] Abi given_up() noexcept {
        const Abi given = held_;
        held_.release = nullptr;
        return given;
    }
    [[nodiscard]] Abi* get() noexcept { return &held_; }
    Abi* operator->() noexcept { return &held_; }

  private:
    Abi held_{};
};

/// One batch of a table, released once its last user goes.
using OwnedBatch = std::shared_ptr<Owned<ArrowArray>>;

} // namespace vermeil::detail
