// SPDX-License-Identifier: MIT
// The walk over days on which something can change finds what a walk over every day finds.

#include "catch.hpp"
#include "risk/chance.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/last_other.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

const Date first(2023, 6, 1);
const Date last(2025, 6, 30);

std::string with(std::string rules, const std::string& old, const std::string& text) {
    return rules.replace(rules.find(old), old.size(), text);
}

/// Made-up rules: facts of an incident yield or not, fade by halves or in steps, look back by days or months, limit or not.
std::vector<std::string> variants() {
    const auto rules =
        with(with(early::rules, "at_least = 50", "at_least = 15"), "at_least = 20", "at_least = 6");
    const std::string highest = "incidents = \"highest\"", half = "decay = { half_life = 100 }";
    const auto each = with(rules, highest, "");
    return {
        rules,
        each,
        with(each, half, "decay = { steps = [[30, 0.5], [90, 0.25]] }"),
        with(each, "\"unexpected_death\", days = 365",
             "\"unexpected_death\", months = 7, decay = { half_life = 40 }"),
        with(each, "when = { event = \"embargo\", open = true }",
             "when = { measure = \"decisions\", below = 0.2 }"),
        with(each, "aggregate = \"sum\"", "aggregate = \"maximum\""),
        with(each, "\"unexpected_death\", days = 365", "\"unexpected_death\", days = 365, review = \"any\""),
        with(each, "\"unexpected_death\", days = 365",
             "\"unexpected_death\", days = 365, review = \"needed\""),
        with(each, "[[0, 0], [10, 100]]", "[[0, 30], [1, 0], [10, 100]]")};
}

Evidence drawn(std::uint32_t seed) {
    auto evidence = sample::evidence_of({{"services", early::services},
                                         {"events", "service,event,from\n"},
                                         {"inspections", "service,source,rating,on\n"}});
    chance::Chance draws(seed);
    for (int i = 0; i < 30; ++i) {
        if (draws.below(4) == 0) {
            evidence.inspections.push_back(draws.rating());
        } else {
            evidence.events.push_back(draws.event());
        }
    }
    return evidence;
}

/// The level of a service on each day from the first to the last.
std::vector<std::uint8_t> walked(const RiskBook& book, std::size_t service) {
    std::vector<std::uint8_t> levels;
    RiskBook::Work work;
    for (auto day = first; day <= last; day = day + boost::gregorian::days(1)) {
        book.draw(service, day, work);
        levels.push_back(book.evaluator()->evaluate(work.cells).band);
    }
    return levels;
}

/// The same question, answered from the levels of every day.
std::optional<Date> slow(const std::vector<std::uint8_t>& levels, std::size_t before) {
    for (auto at = before; at-- > 0;) {
        if (levels[at] != levels[before]) {
            return first + boost::gregorian::days(static_cast<int>(at));
        }
    }
    return std::nullopt;
}

/// How many of some days have another answer than a walk over every day gives; how often there was one is added up.
std::size_t differences(const RiskBook& book, std::size_t service, std::size_t& found) {
    const auto levels = walked(book, service);
    const auto rests = level_rests(book.framework());
    RiskBook::Work work;
    book.draw(service, last, work);
    std::size_t wrong = 0;
    for (std::size_t at = levels.size() - 1; at > 40; at -= 13) {
        const auto day = first + boost::gregorian::days(static_cast<int>(at));
        const auto said =
            last_other(book, rests, service, work.view, levels[at], {first, day - boost::gregorian::days(1)});
        wrong += said != slow(levels, at) ? 1U : 0U;
        found += said ? 1U : 0U;
    }
    return wrong;
}

} // namespace

TEST_CASE("the last day of another level is that of a walk over every day") {
    std::size_t found = 0;
    for (const auto& rules : variants()) {
        for (std::uint32_t seed = 1; seed <= 3; ++seed) {
            const RiskBook book(RiskScheme(parse_framework(rules, "early.toml")),
                                std::make_shared<const Evidence>(drawn(seed)));
            for (std::size_t service = 0; service < 3; ++service) {
                CAPTURE(rules, seed, service);
                CHECK(differences(book, service, found) == 0);
            }
        }
    }
    CHECK(found > 1000); // else nothing was tried
}

TEST_CASE("where there are no days before, there is no other level") {
    const auto book = early::book({});
    RiskBook::Work work;
    book.draw(0, last, work);
    CHECK_FALSE(last_other(book, level_rests(book.framework()), 0, work.view, 0, {last, first}));
}
