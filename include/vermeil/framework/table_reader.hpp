// SPDX-License-Identifier: MIT
#pragma once
// Reads one table of a definition file key by key; a key that nobody asked for is a mistake.

#include <vermeil/framework/value_reader.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// One table while it is read.
///
/// The keys asked for are the keys allowed, so that no second list of them can go stale. A key that is needed
/// and not there is noted and told by `finish`, after any unknown key: the unknown one is most often the
/// needed one, misspelt. Everything else that does not fit is thrown at once, as a `DefinitionError` at its
/// place.
class TableReader {
  public:
    /// `name` is how messages call the table, such as `[[measure]]`.
    TableReader(const DocumentNode& node, std::string name)
        : table_(node.as<DocumentNode::Table>()), place_(node.place), name_(std::move(name)) {
        if (table_ == nullptr) {
            throw DefinitionError(place_, name_ + " is " + described(node) + "; it must be a table");
        }
    }

    [[nodiscard]] const Place& place() const noexcept { return place_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const DocumentNode::Table& entries() const noexcept { return *table_; }

    /// Whether the table has a key, which does not make it allowed.
    [[nodiscard]] bool has(std::string_view key) const { return entry(key) != nullptr; }
    /// The value under a key, or nothing; from now on the key is allowed.
    std::optional<ValueReader> find(std::string_view key) {
        allow(key);
        const auto* found = entry(key);
        return found != nullptr ? std::optional(ValueReader(found->node, quoted(key) + " in " + name_))
                                : std::nullopt;
    }
    /// The same for a key that must be there; `why` ends the message where the reason is not plain.
    std::optional<ValueReader> need(std::string_view key, const std::string& why = "") {
        auto found = find(key);
        missing_ = !found && missing_.empty() ? quoted(key) + why : missing_;
        return found;
    }

    /// The one key of several that the table has; empty when it has none of them.
    /// @throws DefinitionError when it has two of them.
    std::string_view key_of(std::span<const std::string_view> keys) {
        std::string_view given;
        for (const auto key : keys) {
            const auto* found = entry(key);
            if (found != nullptr && !given.empty()) {
                throw DefinitionError(found->place, name_ + " has both " + quoted(given) + " and " +
                                                        quoted(key) + "; it takes one of " + one_of(keys));
            }
            given = found != nullptr ? key : given;
        }
        for (const auto key : given.empty() ? keys : std::span<const std::string_view>(&given, 1)) {
            allow(key);
        }
        return given;
    }
    /// The same where the table must have one.
    /// @throws DefinitionError when it has none.
    std::string_view needed_key_of(std::span<const std::string_view> keys) {
        const auto given = key_of(keys);
        if (!given.empty()) {
            return given;
        }
        for (const auto& each : *table_) {
            if (nearest(each.key, keys)) {
                throw unknown(each, keys);
            }
        }
        const bool alone = table_->size() == 1 && !is_asked(table_->front().key);
        throw DefinitionError(alone ? table_->front().place : place_,
                              name_ + (alone ? " has " + quoted(table_->front().key) + " and" : "") +
                                  " needs one of the keys " + one_of(keys));
    }

    /// A text; empty where the key is not there.
    std::string text(std::string_view key) {
        const auto value = find(key);
        return value ? value->text() : "";
    }
    /// A text that must be there and say something.
    std::string needed_text(std::string_view key) {
        const auto value = need(key);
        return value ? value->words() : "";
    }
    /// A list of texts; empty where the key is not there.
    std::vector<std::string> texts(std::string_view key) {
        const auto value = find(key);
        return value ? value->texts() : std::vector<std::string>();
    }
    /// One of the names of an enumeration, which stand in the order of its values.
    template <class Choice, std::size_t Count>
    Choice choice(std::string_view key, const std::array<std::string_view, Count>& names, Choice otherwise) {
        const auto value = find(key);
        return value ? static_cast<Choice>(value->position_in(names)) : otherwise;
    }
    /// The tables written one after the other under `[[key]]`; none where the key is not there.
    std::vector<TableReader> tables(std::string_view key, const std::string& name) {
        std::vector<TableReader> readers;
        if (const auto value = find(key)) {
            for (const auto& each : value->list("a list of tables: begin each with " + name)) {
                readers.emplace_back(each.node(), name);
            }
        }
        return readers;
    }

    /// To be called when all has been read.
    /// @throws DefinitionError for the first key that nobody asked for, else for the first that is needed and
    /// not there.
    void finish() const {
        for (const auto& each : *table_) {
            if (!is_asked(each.key)) {
                throw unknown(each, asked_);
            }
        }
        if (!missing_.empty()) {
            throw DefinitionError(place_, name_ + " needs the key " + missing_);
        }
    }

  private:
    [[nodiscard]] bool is_asked(std::string_view key) const {
        return std::find(asked_.begin(), asked_.end(), key) != asked_.end();
    }
    void allow(std::string_view key) {
        if (!is_asked(key)) {
            asked_.emplace_back(key);
        }
    }
    [[nodiscard]] const DocumentEntry* entry(std::string_view key) const {
        for (const auto& each : *table_) {
            if (each.key == key) {
                return &each;
            }
        }
        return nullptr;
    }
    template <class Keys>
    [[nodiscard]] DefinitionError unknown(const DocumentEntry& entry, const Keys& keys) const {
        return {entry.place, "unknown key " + quoted(entry.key) + " in " + name_ +
                                 "; allowed: " + one_of(keys) + did_you_mean(entry.key, keys)};
    }

    const DocumentNode::Table* table_;
    Place place_;
    std::string name_;
    std::vector<std::string> asked_; // the keys allowed
    std::string missing_;            // the first needed key that is not there, and why
};

/// Reads each of several tables into a list.
template <class Made, class Read>
void read_each(std::vector<TableReader>& tables, std::vector<Made>& into, Read read) {
    for (auto& table : tables) {
        into.push_back(read(table));
    }
}

} // namespace vermeil::detail
