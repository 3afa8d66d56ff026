// SPDX-License-Identifier: MIT
#pragma once
// The names of evidence that measures ask for, and which of them a name in evidence means.

#include <vermeil/core/nearest.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/vocabulary.hpp>
#include <vermeil/measure/measure.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil {

/// The names that some measures ask for, in the order of the measures, as the framework spells them. Names in evidence are the
/// same however their capitals and blanks stand.
struct AskedNames {
    std::vector<std::string> events; ///< but not the tables that are asked for as events
    std::vector<std::string> items;  ///< of returns
    std::vector<std::string> sources;
    std::vector<std::string> standards{""}; ///< empty: the whole service

    explicit AskedNames(const std::vector<Measure>& measures) {
        for (const auto& measure : measures) {
            if (const auto* open = std::get_if<EventOpen>(&measure.value)) {
                add_event(open->event, open->of_table);
            } else if (const auto* count = std::get_if<EventCount>(&measure.value)) {
                add_event(count->event, count->of_table);
            } else if (const auto* share = std::get_if<CountShare>(&measure.value)) {
                add(items, share->item);
            } else if (const auto* overdue = std::get_if<Overdue>(&measure.value)) {
                add(items, overdue->item);
            } else if (const auto* rating = std::get_if<LatestRating>(&measure.value)) {
                add(sources, rating->source);
                add(standards, rating->standard);
            }
        }
    }

  private:
    /// Each name once.
    static void add(std::vector<std::string>& names, const std::string& name) {
        if (!has_word(names, name)) {
            names.push_back(name);
        }
    }
    void add_event(const std::string& name, bool of_table) {
        if (!of_table) {
            add(events, name);
        }
    }
};

/// The asked name that another is probably a slip of; nothing where it is itself one, or is near none. Nobody knows whether a row
/// of such a name counts, so whatever asks for the name is unknown where the row may count.
inline std::optional<std::string> slip_of(std::string_view name, const std::vector<std::string>& asked) {
    return has_word(asked, name) ? std::nullopt : nearest(name, asked);
}

} // namespace vermeil
