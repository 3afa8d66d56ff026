// SPDX-License-Identifier: MIT
#pragma once
// Schemas cross the border as dictionaries.

#include <vermeil/core/schema.hpp>

#include <pybind11/pybind11.h>

namespace vermeil::python {

/// {"name", "help", "fields": [{"name", "kind", "help", "required", "allowed", "personal"}]}
pybind11::dict schema_dict(const Schema& schema);

} // namespace vermeil::python
