// SPDX-License-Identifier: MIT
#pragma once
// Tables between Python and C++ through the Arrow PyCapsule interface.

#include <vermeil/arrow/abi.hpp>
#include <vermeil/arrow/batches.hpp>
#include <vermeil/arrow/export.hpp>
#include <vermeil/arrow/import.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>

#include <pybind11/pybind11.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil {

namespace detail {

/// The names that the interface gives to its capsules.
template <class Abi> inline constexpr const char* capsule_name = nullptr;
template <> inline constexpr const char* capsule_name<ArrowSchema> = "arrow_schema";
template <> inline constexpr const char* capsule_name<ArrowArray> = "arrow_array";
template <> inline constexpr const char* capsule_name<ArrowArrayStream> = "arrow_array_stream";

/// The struct in a capsule that somebody made.
/// @throws Error when it is not the capsule that the interface asks for.
template <class Abi> Abi& struct_in(pybind11::handle capsule, const std::string& source) {
    if (PyCapsule_IsValid(capsule.ptr(), capsule_name<Abi>) == 0) {
        throw Error(source + ": its Arrow method gave no capsule named '" + capsule_name<Abi> + "'");
    }
    return *static_cast<Abi*>(PyCapsule_GetPointer(capsule.ptr(), capsule_name<Abi>));
}

/// Puts a struct in a capsule that releases it unless a consumer has taken it.
template <class Abi> pybind11::capsule capsule_of(std::unique_ptr<Abi> made) {
    const auto drop = [](PyObject* capsule) {
        const std::unique_ptr<Abi> held(static_cast<Abi*>(PyCapsule_GetPointer(capsule, capsule_name<Abi>)));
        if (held != nullptr && held->release != nullptr) {
            held->release(held.get());
        }
    };
    pybind11::capsule capsule(made.get(), capsule_name<Abi>, +drop);
    made.release(); // NOLINT: the capsule has it now
    return capsule;
}

/// The name of an object's type, with its module unless that is the language's own.
inline std::string type_name(pybind11::handle object) {
    const auto type = pybind11::type::handle_of(object);
    const auto module = pybind11::str(type.attr("__module__")).cast<std::string>();
    const auto name = pybind11::str(type.attr("__qualname__")).cast<std::string>();
    return module == "builtins" ? name : module + "." + name;
}

} // namespace detail

/// Makes a frame of any Python object that speaks the Arrow PyCapsule interface, without a copy of its numbers
/// where they come in one batch. Needs the interpreter's lock, and lets go of it while rows are drawn.
///
/// The objects' memory lives on until the frame's last column is gone; that may be on any thread.
/// @throws Error when the object does not speak the interface, and as `import_stream` does.
inline Frame frame_from_python(pybind11::handle object, std::string source, std::size_t first_row,
                               WordsAs words = WordsAs::views) {
    if (pybind11::hasattr(object, "__arrow_c_stream__")) {
        const pybind11::object capsule = object.attr("__arrow_c_stream__")();
        auto& stream = detail::struct_in<ArrowArrayStream>(capsule, source);
        const pybind11::gil_scoped_release unlocked; // a producer may need the lock on a thread of its own
        return import_stream(stream, std::move(source), first_row, words);
    }
    if (pybind11::hasattr(object, "__arrow_c_array__")) {
        const pybind11::tuple pair = object.attr("__arrow_c_array__")();
        if (pair.size() != 2) {
            throw Error(source + ": its Arrow method gave no pair of capsules");
        }
        auto& schema = detail::struct_in<ArrowSchema>(pair[0], source);
        auto& array = detail::struct_in<ArrowArray>(pair[1], source);
        const pybind11::gil_scoped_release unlocked;
        return import_array(schema, array, std::move(source), first_row, words);
    }
    throw Error(
        source + ": an object of the type " + quoted(detail::type_name(object)) +
        " is no table that can be read; give a polars, pandas (2.2 or newer) or pyarrow table, a duckdb "
        "relation, or anything else with the method __arrow_c_stream__");
}

/// The named columns of any Python object that speaks the stream interface, looked at where they lie.
/// @throws Error when the object does not speak it, and as `import_batches` does.
inline Batches batches_from_python(pybind11::handle object, std::string source, std::size_t first_row,
                                   std::span<const std::string_view> names) {
    if (!pybind11::hasattr(object, "__arrow_c_stream__")) {
        throw Error(source + ": an object of the type " + quoted(detail::type_name(object)) +
                    " is no table that can be read; it lacks the method __arrow_c_stream__");
    }
    const pybind11::object capsule = object.attr("__arrow_c_stream__")();
    auto& stream = detail::struct_in<ArrowArrayStream>(capsule, source);
    const pybind11::gil_scoped_release unlocked;
    return import_batches(stream, std::move(source), first_row, names);
}

/// What `__arrow_c_stream__` returns: the frame as a stream of one batch, its numbers uncopied. The layout that a
/// consumer may ask for is not looked at: the interface lets a producer give its own.
inline pybind11::capsule stream_capsule(const Frame& frame, CodedAs coded = CodedAs::text) {
    auto stream = std::make_unique<ArrowArrayStream>();
    export_stream(frame, stream.get(), coded);
    return detail::capsule_of(std::move(stream));
}

/// What `__arrow_c_schema__` returns: the layout alone.
inline pybind11::capsule schema_capsule(const Frame& frame) {
    auto schema = std::make_unique<ArrowSchema>();
    export_schema(frame, schema.get());
    return detail::capsule_of(std::move(schema));
}

} // namespace vermeil
