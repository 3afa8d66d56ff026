// SPDX-License-Identifier: MIT
// A measure of one's own beside the library's: the share of a service's made-up inspections of kitchens that were passed,
// which any function of a service and a day may draw.

#include <vermeil.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/evidence/read_evidence.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/framework/toml.hpp>

#include <exception>
#include <iostream>
#include <map>
#include <string>
#include <utility>

namespace {

constexpr auto text = R"(
language = 1
id = "own-measure"                    # made up, like all that follows
edition = "2024.1"
published_on = 2024-03-01
effective_from = 2024-04-01
measure = [
    { id = "kitchens", weight = 1, least_n = 3 },
    { id = "waiting", weight = 1, value = { standard = "waiting" }, scale = { linear = [[0, 100], [4, 0]] } },
]
band = [{ name = "Gold", at_least = 80 }, { name = "Bronze" }]
)";

/// Two services, one of which has two people waiting.
vermeil::Evidence made_up_evidence() {
    vermeil::EvidenceTables tables;
    tables.emplace("services", vermeil::Frame("services", {vermeil::text_column("service", {"P1", "P2"}),
                                                           vermeil::text_column("provider", {"A", "A"})}));
    tables.emplace(
        "referrals",
        vermeil::Frame("referrals", {vermeil::text_column("service", {"P2", "P2"}),
                                     vermeil::text_column("referred_on", {"2024-12-01", "2024-12-09"})}));
    return vermeil::read_evidence(tables);
}

} // namespace

int main() try {
    const std::map<std::string, std::pair<unsigned, unsigned>> passed{{"P1", {3, 4}}, {"P2", {4, 4}}};
    const vermeil::OwnMeasures own{
        {"kitchens", [&](const vermeil::Service& service, const vermeil::DrawingDay& day) {
             const auto [count, n] = passed.at(service.id().text());
             return vermeil::Cell{
                 vermeil::Proportion(count, n).share(),      vermeil::State::present, n, count, 0,
                 vermeil::day_number(day.quarter.last_day())};
         }}};
    const auto framework = vermeil::parse_framework(text, "own_measure.cpp");
    const auto quarter = vermeil::Quarter::financial(2024, 3);
    const auto measured = vermeil::measure(framework, made_up_evidence(), quarter, quarter.last_day(), own);
    const auto ratings = vermeil::rate(framework, measured.table);
    for (std::size_t i = 0; i < measured.table.rows(); ++i) {
        std::cout << measured.table.services()[i] << ": " << framework.band_name(ratings.band(i)) << '\n';
    }
    const bool as_expected =
        framework.band_name(ratings.band(0)) == "Gold" && framework.band_name(ratings.band(1)) == "Bronze";
    return as_expected && measured.rejects.empty() ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
