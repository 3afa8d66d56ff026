// SPDX-License-Identifier: MIT
#pragma once
// Days cross the border as datetime.date.

#include <vermeil/core/date.hpp>

#include <pybind11/pybind11.h>

namespace pybind11::detail {

template <> struct type_caster<vermeil::Date> {
    PYBIND11_TYPE_CASTER(vermeil::Date, const_name("datetime.date"));

    bool load(handle source, bool) {
        const auto type = module_::import("datetime").attr("date");
        if (!isinstance(source, type)) {
            return false;
        }
        value = vermeil::parse_date(str(source.attr("isoformat")()).cast<std::string>().substr(0, 10));
        return true;
    }

    static handle cast(vermeil::Date date, return_value_policy, handle) {
        const auto make = module_::import("datetime").attr("date");
        return make(static_cast<int>(date.year()), static_cast<int>(date.month()),
                    static_cast<int>(date.day()))
            .release();
    }
};

} // namespace pybind11::detail
