// SPDX-License-Identifier: MIT
#pragma once
// What the readers of files know of the rows of a table, from a dictionary.

#include <vermeil/core/provenance.hpp>

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vermeil::python {

/// A list of a dictionary, or an empty one where the dictionary has none of that name.
template <class Value> std::vector<Value> listed_in(const pybind11::dict& given, const char* name) {
    return given.contains(name) ? given[name].cast<std::vector<Value>>() : std::vector<Value>{};
}

/// The same of numbers that come as an array.
inline std::vector<std::uint32_t> numbers_in(const pybind11::dict& given, const char* name) {
    if (!given.contains(name)) {
        return {};
    }
    const auto array = given[name].cast<pybind11::array_t<std::uint32_t, pybind11::array::c_style>>();
    return {array.data(), array.data() + array.size()};
}

/// What the reader of a file told of its rows.
inline Rejects faults_in(const pybind11::dict& given) {
    Rejects faults;
    for (const auto& each : listed_in<pybind11::dict>(given, "faults")) {
        faults.push_back({each["source"].cast<std::string>(), each["row"].cast<std::size_t>(),
                          each["column"].cast<std::string>(), each["value"].cast<std::string>(),
                          each["reason"].cast<std::string>(), each["kept"].cast<bool>(),
                          each["personal"].cast<bool>()});
    }
    return faults;
}

/// Reads what `vermeil.types.ProvenanceDict` describes.
inline Provenance provenance_of(const pybind11::dict& given) {
    return {listed_in<std::string>(given, "sources"),
            numbers_in(given, "source_of"),
            numbers_in(given, "row_numbers"),
            faults_in(given),
            listed_in<std::size_t>(given, "passed_over"),
            listed_in<std::string>(given, "labels"),
            given.contains("unread") && given["unread"].cast<bool>()};
}

} // namespace vermeil::python
