// SPDX-License-Identifier: MIT
#pragma once
// Made-up rules and definition trees for the tests of this folder.

#include <vermeil/framework/document.hpp>
#include <vermeil/framework/rules.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sample {

/// Rules without a mistake: two measures in a group, three bands, one limiter.
inline vermeil::Rules rules() {
    vermeil::Rules rules;
    rules.place = {"rules", 1, 1};
    rules.edition.id = "home-care";
    rules.edition.edition = "2024.1";
    rules.edition.published_on = vermeil::Date(2024, 1, 15);
    rules.edition.effective_from = vermeil::Date(2024, 4, 1);
    rules.surveys.push_back(
        {"yearly", {{{"agree", "disagree"}, {"dignity"}}}, {"no answer"}, {"rules", 2, 1}});
    rules.ordered_scales.push_back({"cqc", {"Good", "Poor"}, {"rules", 3, 1}});
    rules.groups.push_back({"people", "People", "", vermeil::Aggregate::mean, 2.0, {"rules", 4, 1}});
    vermeil::Indicator dignity;
    dignity.measure.id = "dignity";
    dignity.measure.value = vermeil::SurveyShare{"yearly", "dignity", {"agree"}};
    dignity.measure.place = {"rules", 5, 1};
    dignity.scale = vermeil::LinearScale{{{0, 0}, {1, 100}}};
    dignity.within = "people";
    dignity.weight = 4;
    dignity.weight_place = {"rules", 5, 9};
    vermeil::Indicator inspection;
    inspection.measure.id = "inspection";
    inspection.measure.value = vermeil::LatestRating{"cqc"};
    inspection.measure.place = {"rules", 6, 1};
    inspection.scale = vermeil::WordScale{{100, 0}};
    inspection.weight = 1;
    inspection.weight_place = {"rules", 6, 9};
    rules.indicators = {dignity, inspection};
    rules.bands = {{"Gold", 80, vermeil::Tie::in, {"rules", 7, 1}},
                   {"Silver", 65, vermeil::Tie::out, {"rules", 8, 1}},
                   {"Bronze", {}, vermeil::Tie::in, {"rules", 9, 1}}};
    rules.limiters = {{vermeil::Effect::cap,
                       "Bronze",
                       {"inspection", vermeil::Comparison::is, 2},
                       "inspected as poor",
                       {"rules", 10, 1}}};
    return rules;
}

using Node = vermeil::detail::DocumentNode;
using Entry = vermeil::detail::DocumentEntry;

/// Any value, at line 2 and column 8 unless said otherwise.
template <class Value> Node node(Value value, unsigned line = 2, unsigned column = 8) {
    return {std::move(value), {"file", line, column}};
}
inline Node text(std::string words) { return node(std::move(words)); }
inline Node whole(std::int64_t number) { return node(number); }
inline Node list(std::vector<Node> values) { return node(std::move(values)); }
inline Node texts(const std::vector<std::string>& words) {
    std::vector<Node> values;
    for (const auto& each : words) {
        values.push_back(text(each));
    }
    return list(std::move(values));
}
/// A key and its value; the key stands at line 2, column 1.
inline Entry key(std::string name, Node value) { return {std::move(name), {"file", 2, 1}, std::move(value)}; }
/// A table that begins at line 1, column 1.
inline Node table(std::vector<Entry> entries) { return node(std::move(entries), 1, 1); }

} // namespace sample
