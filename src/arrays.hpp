// SPDX-License-Identifier: MIT
#pragma once
// Arrays of numpy and names of options, as the library takes them.

#include <vermeil/core/error.hpp>

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vermeil::python {

/// An array of numpy as it is read: one run of memory, converted where it must be.
template <class Number> using ArrayOf =
    pybind11::array_t<Number, pybind11::array::c_style | pybind11::array::forcecast>;
template <class Number> using MaybeArray = std::optional<ArrayOf<Number>>;

/// The numbers of an array; none where there is no array.
template <class Number> std::span<const Number> span_of(const MaybeArray<Number>& array) {
    return array ? std::span<const Number>(array->data(), static_cast<std::size_t>(array->size()))
                 : std::span<const Number>();
}
/// A vector, of any kind of memory, of the numbers of an array.
template <class Vector> Vector vector_of(const MaybeArray<typename Vector::value_type>& array) {
    const auto numbers = span_of(array);
    return Vector(numbers.begin(), numbers.end());
}

/// The member of an enumeration that bears a name.
template <class Enum, class Names> Enum named(const Names& names, const std::string& name, const char* what) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    throw Error("no " + std::string(what) + " " + quoted(name) + "; there are " + one_of(names));
}

} // namespace vermeil::python
