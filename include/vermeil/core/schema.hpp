// SPDX-License-Identifier: MIT
#pragma once
// What a table must look like: the columns, what they mean and which values they take.

#include <vermeil/core/error.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// What the cells of a column hold.
enum class CellKind {
    id,      ///< a name that other tables use
    text,    ///< any words
    word,    ///< one of the allowed words; capitals and outer blanks do not matter
    whole,   ///< a whole number of 0 or more
    number,  ///< any finite number
    money,   ///< pounds, as 13.50
    date,    ///< a day, as 2024-10-01
    quarter, ///< as 2024-25 Q3 or 2024 Q4
    truth    ///< yes or no
};

/// One column of a schema.
struct Field {
    std::string name;
    CellKind kind = CellKind::text;
    std::string help;                   ///< one line for whoever fills the table in
    bool required = true;               ///< whether the column must exist and each cell be filled
    std::vector<std::string> allowed{}; ///< the words of a `word` column
    bool personal = false;              ///< names a person or a worker
};

/// The columns of one kind of table, such as `survey_counts`.
struct Schema {
    std::string name;
    std::string help;
    std::vector<Field> fields;

    /// The position of a field.
    /// @throws Error when the schema has no field of that name.
    [[nodiscard]] std::size_t position(std::string_view field) const {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].name == field) {
                return i;
            }
        }
        throw Error("the schema " + quoted(name) + " has no field " + quoted(field));
    }
};

} // namespace vermeil
