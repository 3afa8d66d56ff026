// SPDX-License-Identifier: MIT
#pragma once
// Lists of things sorted by id, and what is said of an id that none of them bears.

#include <vermeil/core/id.hpp>
#include <vermeil/market/lot.hpp>
#include <vermeil/market/no_such.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

template <class Noun> std::vector<Noun> by_id(std::vector<Noun> nouns) {
    std::sort(nouns.begin(), nouns.end(), [](const Noun& a, const Noun& b) { return a.id() < b.id(); });
    return nouns;
}

/// What bears that id in a list sorted by id, or null.
template <class Nouns, class IdType> auto find_in(Nouns& sorted, const IdType& id)
    -> decltype(sorted.data()) {
    const auto found =
        std::lower_bound(sorted.begin(), sorted.end(), id,
                         [](const auto& noun, const IdType& sought) { return noun.id() < sought; });
    return found != sorted.end() && found->id() == id ? &*found : nullptr;
}

inline std::string_view kind_of(const ProviderId&) { return "provider"; }
inline std::string_view kind_of(const ServiceId&) { return "service"; }
inline std::string_view kind_of(const ContractId&) { return "contract"; }
inline std::string_view kind_of(const LotId&) { return "lot"; }
inline std::string_view kind_of(const TierId&) { return "tier"; }
inline std::string_view kind_of(const ZoneId&) { return "zone"; }

/// The words for an id that stands for nothing in a list of ids or of things with ids.
template <class IdType, class Known> std::string no_such(const IdType& id, const std::vector<Known>& known) {
    std::vector<std::string_view> texts;
    for (const auto& each : known) {
        if constexpr (requires { each.id(); }) {
            texts.push_back(each.id().text());
        } else {
            texts.push_back(each.text());
        }
    }
    return vermeil::no_such(kind_of(id), id.text(), texts);
}

} // namespace vermeil::detail
