// SPDX-License-Identifier: MIT
#pragma once
// Reads hand-built columns, and shows a column's cells as text.

#include "made.hpp"

#include <vermeil/arrow/import.hpp>

#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// The one column of a table that is imported under the name `x` from the source `t`, its first row being 2.
inline vermeil::Column read_column(ArrowSchema schema, ArrowArray array) {
    auto layout = made::schema("+s", "", {schema});
    auto batch = made::batch(array.length, {array});
    return vermeil::import_array(layout, batch, "t", 2).columns().front();
}

inline vermeil::Column read_column(const std::string& format, ArrowArray array) {
    return read_column(made::schema(format, "x"), array);
}

/// What reading that column throws.
template <class... Column> std::string refusal(Column... column) {
    try {
        read_column(column...);
    } catch (const vermeil::Error& error) {
        return error.what();
    }
    return "nothing was thrown";
}

/// The cells of a column as text; `-` for a null.
inline std::vector<std::string> cells(const vermeil::Column& column) {
    std::vector<std::string> shown;
    for (std::size_t row = 0; row < column.size(); ++row) {
        shown.push_back(std::visit(
            [row]<class Data>(const Data& data) -> std::string {
                if constexpr (std::is_same_v<Data, vermeil::Days>) {
                    return "day " + std::to_string(data.values[row]);
                } else if constexpr (requires { std::string(data[row]); }) {
                    return std::string(data[row]);
                } else {
                    return std::to_string(data[row]);
                }
            },
            column.data));
        if (!column.has(row)) {
            shown.back() = "-";
        }
    }
    return shown;
}

using Cells = std::vector<std::string>;
