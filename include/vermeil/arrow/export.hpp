// SPDX-License-Identifier: MIT
#pragma once
// Frames that go out through the Arrow C data interface.

#include <vermeil/arrow/abi.hpp>
#include <vermeil/arrow/exported.hpp>
#include <vermeil/core/frame.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>

namespace vermeil {

/// In which form words that a frame holds by their places go out: written out, as any reader takes them, or with their
/// dictionary, which takes no time and little memory, and which frames call categories.
enum class CodedAs : std::uint8_t { text, dictionary };

/// Writes the layout of a frame: a struct of its columns, all of them nullable.
///
/// double goes out as float64, words as utf8 (large utf8 beyond 2 GiB a column), days as date32, and int64, uint32
/// and uint8 as they are; truth values are uint8.
/// @param out is overwritten; whoever takes it calls its `release`.
inline void export_schema(const Frame& frame, ArrowSchema* out, CodedAs coded = CodedAs::text) {
    const auto& columns = frame.columns();
    ArrowSchema layout;
    detail::export_field("+s", "", columns.size(), layout);
    detail::Owned<ArrowSchema> held(layout);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto* const words = coded == CodedAs::dictionary ? columns[i].as<Coded>() : nullptr;
        if (words == nullptr) {
            detail::export_field(detail::arrow_format(columns[i]), columns[i].name, 0, *held->children[i]);
        } else {
            const auto entries = detail::entries_of(*words, columns[i]);
            // Signed: not every consumer takes places without a sign, and none lies beyond 31 bits.
            detail::export_field("i", columns[i].name, 0, *held->children[i], &entries);
        }
    }
    *out = held.given_up();
}

/// Writes the rows of a frame as one batch of the layout that `export_schema` gives.
///
/// Numbers, and bitmaps that begin at a whole byte, are not copied: the batch shares the columns' owners until it is
/// released, and so does each column that is moved out of it. Words are copied, unless they go out by their places, and so is a
/// column without an owner.
/// @param out is overwritten; whoever takes it calls its `release`, on any thread.
inline void export_array(const Frame& frame, ArrowArray* out, CodedAs coded = CodedAs::text) {
    const auto& columns = frame.columns();
    auto exported = std::make_unique<detail::Exported<ArrowArray, detail::KeptBuffers>>(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        detail::export_column(columns[i], coded == CodedAs::dictionary, exported->children[i]);
    }
    exported->kept.buffers.push_back(nullptr);
    *out = ArrowArray{};
    out->length = static_cast<std::int64_t>(frame.rows());
    out->n_buffers = 1;
    out->buffers = exported->kept.buffers.data();
    detail::hand_over(*out, std::move(exported));
}

namespace detail {

/// A frame on its way out: its layout, its one batch, then the end.
struct ExportedStream {
    Frame frame;
    CodedAs coded = CodedAs::text;
    bool is_done = false;
    std::string error{};

    static ExportedStream& of(ArrowArrayStream* stream) {
        return *static_cast<ExportedStream*>(stream->private_data);
    }

    /// Runs a step; nothing may be thrown through C.
    template <class Step> static int run(ArrowArrayStream* stream, Step step) noexcept {
        auto& self = of(stream);
        try {
            step(self);
            self.error.clear();
            return 0;
        } catch (const std::bad_alloc&) {
            return ENOMEM;
        } catch (const std::exception& error) {
            self.error = error.what();
            return EINVAL;
        }
    }

    static int get_schema(ArrowArrayStream* stream, ArrowSchema* out) noexcept {
        return run(stream, [out](ExportedStream& self) { export_schema(self.frame, out, self.coded); });
    }
    static int get_next(ArrowArrayStream* stream, ArrowArray* out) noexcept {
        return run(stream, [out](ExportedStream& self) {
            if (self.is_done) {
                *out = ArrowArray{};
                return;
            }
            export_array(self.frame, out, self.coded);
            self.is_done = true;
        });
    }
    static const char* get_last_error(ArrowArrayStream* stream) noexcept {
        const auto& error = of(stream).error;
        return error.empty() ? nullptr : error.c_str();
    }
    static void release(ArrowArrayStream* stream) noexcept {
        if (stream->release != nullptr) {
            delete static_cast<ExportedStream*>(stream->private_data);
            stream->release = nullptr;
            stream->private_data = nullptr;
        }
    }
};

} // namespace detail

/// Writes a frame as a stream of one batch; see `export_array`. The stream keeps the columns alive by itself.
/// @param out is overwritten; whoever takes it calls its `release`.
inline void export_stream(const Frame& frame, ArrowArrayStream* out, CodedAs coded = CodedAs::text) {
    using Stream = detail::ExportedStream;
    auto exported = std::make_unique<Stream>(Stream{frame, coded});
    *out = {&Stream::get_schema, &Stream::get_next, &Stream::get_last_error, &Stream::release,
            exported.release()};
}

} // namespace vermeil
