// SPDX-License-Identifier: MIT
#pragma once
// Numbers for the kinds of events and the sources of ratings that measures ask about.

#include <vermeil/core/wording.hpp>
#include <vermeil/measure/asked_names.hpp>
#include <vermeil/measure/measure.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// The kinds of facts that some measures ask about; facts of other kinds are nobody's business. A name is the same however its
/// capitals stand.
class FactKinds {
  public:
    explicit FactKinds(const std::vector<Measure>& measures) : asked_(measures) {
        for (const auto& measure : measures) {
            if (const auto* open = std::get_if<EventOpen>(&measure.value)) {
                add_events(*open);
            } else if (const auto* count = std::get_if<EventCount>(&measure.value)) {
                add_events(*count);
            } else if (const auto* rating = std::get_if<LatestRating>(&measure.value)) {
                add(rating_key(rating->source, rating->standard, rating->is_own));
            }
        }
    }

    /// The kind of an event, or of the rows of a table of reports; nothing where no measure asks about it.
    [[nodiscard]] std::optional<std::uint32_t> event(const std::string& name, bool of_table = false) const {
        return find(event_key(name, of_table));
    }
    /// The kind of a source's ratings of a standard, or of a service's ratings of itself; nothing likewise.
    [[nodiscard]] std::optional<std::uint32_t> rating(std::string_view source, std::string_view standard,
                                                      bool is_own) const {
        return find(rating_key(source, standard, is_own));
    }

    /// The kind of the event of which a name is probably a slip; nothing where it is none.
    [[nodiscard]] std::optional<std::uint32_t> slip_of_event(const std::string& name) const {
        const auto meant = slip_of(name, asked_.events);
        return meant ? event(*meant) : std::nullopt;
    }
    /// The same of the names of a source and of a standard, one of which at least is a slip.
    [[nodiscard]] std::optional<std::uint32_t>
    slip_of_rating(const std::string& source, const std::string& standard, bool is_own) const {
        const auto of = slip_of(source, asked_.sources);
        const auto about = slip_of(standard, asked_.standards);
        return of || about ? rating(of.value_or(source), about.value_or(standard), is_own) : std::nullopt;
    }

  private:
    static std::string event_key(const std::string& name, bool of_table) {
        return (of_table ? "table\n" : "event\n") + folded(name);
    }
    static std::string rating_key(std::string_view source, std::string_view standard, bool is_own) {
        return (is_own ? "own\n" : "rating\n") + folded(source) + "\n" + folded(standard);
    }

    template <class Events> void add_events(const Events& asked) {
        add(event_key(asked.event, asked.of_table));
        if (!asked.also.empty()) {
            add(event_key(asked.also, true));
        }
    }
    void add(std::string key) {
        const auto next = static_cast<std::uint32_t>(codes_.size());
        codes_.emplace(std::move(key), next);
    }
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& key) const {
        const auto found = codes_.find(key);
        return found == codes_.end() ? std::nullopt : std::optional(found->second);
    }

    AskedNames asked_;
    std::map<std::string, std::uint32_t> codes_;
};

} // namespace vermeil
