// SPDX-License-Identifier: MIT
#pragma once
// Frameworks from TOML files. Opt-in: the one header that needs toml++, which is dear to compile.

#include <vermeil/framework/definition_text.hpp>
#include <vermeil/framework/document.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/rules_reader.hpp>

#if __has_include(<toml++/toml.hpp>)
#include <toml++/toml.hpp>
#else
#include <toml++/toml.h>
#endif

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace vermeil {

namespace detail {

inline Place place_of(const toml::source_position& position, const std::string& file) {
    return {file, static_cast<unsigned>(position.line), static_cast<unsigned>(position.column)};
}

inline DocumentNode document_node(const toml::node& node, const std::string& file);

/// The entries of a table in the order of the file; toml++ keeps them in the order of their keys.
inline DocumentNode::Table document_table(const toml::table& table, const std::string& file) {
    DocumentNode::Table entries;
    for (auto&& [key, value] : table) {
        entries.push_back(
            {std::string(key.str()), place_of(key.source().begin, file), document_node(value, file)});
    }
    std::sort(entries.begin(), entries.end(), [](const auto& left, const auto& right) {
        return std::tie(left.place.line, left.place.column) < std::tie(right.place.line, right.place.column);
    });
    return entries;
}

/// A day, or what to say of one that no calendar of ours has.
inline auto document_day(const toml::date& day) -> decltype(DocumentNode::value) {
    if (day.year < 1400) {
        return DocumentNode::Other{"a date before the year 1400"};
    }
    return Date(static_cast<unsigned short>(day.year), static_cast<unsigned short>(day.month),
                static_cast<unsigned short>(day.day));
}

/// The same value without toml++.
inline DocumentNode document_node(const toml::node& node, const std::string& file) {
    DocumentNode made;
    made.place = place_of(node.source().begin, file);
    if (const auto* table = node.as_table()) {
        made.value = document_table(*table, file);
    } else if (const auto* list = node.as_array()) {
        DocumentNode::List values;
        for (const auto& each : *list) {
            values.push_back(document_node(each, file));
        }
        made.value = std::move(values);
    } else if (const auto* text = node.as_string()) {
        made.value = text->get();
    } else if (const auto* whole = node.as_integer()) {
        made.value = whole->get();
    } else if (const auto* number = node.as_floating_point()) {
        made.value = number->get();
    } else if (const auto* truth = node.as_boolean()) {
        made.value = truth->get();
    } else if (const auto* day = node.as_date()) {
        made.value = document_day(day->get());
    } else {
        made.value = DocumentNode::Other{node.is_time() ? "a time of day" : "a date with a time"};
    }
    return made;
}

/// A text of this project's files as a tree of values.
/// @throws DefinitionError where it is not UTF-8 or not TOML.
inline DocumentNode parse_document(std::string_view text, const std::string& name) {
    DefinitionText(text, name).check();
    try {
        const toml::table table = toml::parse(text, std::string_view(name));
        auto document = document_node(table, name);
        document.place = {name, 1, 1};
        return document;
    } catch (const toml::parse_error& error) {
        throw DefinitionError(place_of(error.source().begin, name),
                              "not TOML: " + std::string(error.description()));
    }
}

} // namespace detail

/// The framework that a text in the framework language says; `name` stands for its file in messages.
///
/// @throws DefinitionError at the first mistake, with line and column (in characters), what stands there and
/// what is allowed: text that is not UTF-8 or not TOML, an unknown key or word, a value of the wrong kind, a
/// key that is needed and not there, rules that do not fit together. Nothing is computed with a framework
/// that has one.
inline Framework parse_framework(std::string_view text, const std::string& name) {
    return Framework(detail::read_rules(detail::parse_document(text, name)));
}

/// The framework that a file says.
///
/// @throws DefinitionError when the file cannot be read, is larger than a megabyte, or as `parse_framework`
/// does.
inline Framework load_framework(const std::string& path) {
    return parse_framework(detail::read_definition_text(path), path);
}

} // namespace vermeil
