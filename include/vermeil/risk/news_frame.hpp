// SPDX-License-Identifier: MIT
#pragma once
// News, themes and what each source said, as tables.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/theme.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// News as a table: service, source, kind, on, known_on, words; days as 2024-10-01.
inline Frame news_frame(const std::vector<NewFact>& facts) {
    std::vector<std::string> service, source, kind, on, known_on, words;
    for (const auto& fact : facts) {
        service.push_back(fact.service);
        source.push_back(fact.source);
        kind.push_back(fact.kind);
        on.push_back(to_string(fact.on));
        known_on.push_back(to_string(fact.known_on));
        words.push_back(fact.words);
    }
    return {"news",
            {text_column("service", std::move(service)), text_column("source", std::move(source)),
             text_column("kind", std::move(kind)), text_column("on", std::move(on)),
             text_column("known_on", std::move(known_on)), text_column("words", std::move(words))}};
}

/// Themes as a table: source, kind, facts, services, of_services.
inline Frame theme_frame(const std::vector<Theme>& themes) {
    std::vector<std::string> source, kind;
    std::vector<std::int64_t> facts, services, of_services;
    for (const auto& theme : themes) {
        source.push_back(theme.source);
        kind.push_back(theme.kind);
        facts.push_back(static_cast<std::int64_t>(theme.facts));
        services.push_back(static_cast<std::int64_t>(theme.services));
        of_services.push_back(static_cast<std::int64_t>(theme.of));
    }
    return {"themes",
            {text_column("source", std::move(source)), text_column("kind", std::move(kind)),
             number_column("facts", std::move(facts)), number_column("services", std::move(services)),
             number_column("of_services", std::move(of_services))}};
}

/// What each source said of each service, its latest word: service, source, facts (how many in all), new_facts (known after
/// `since`), kind, known_on, words.
inline Frame sources_frame(const std::vector<NewFact>& facts, Date since) {
    struct Said {
        const NewFact* latest = nullptr;
        std::int64_t facts = 0, new_facts = 0;
    };
    std::map<std::pair<std::string, std::string>, Said> said;
    for (const auto& fact : facts) {
        auto& each = said[{fact.service, fact.source}];
        each.latest = each.latest == nullptr || each.latest->known_on <= fact.known_on ? &fact : each.latest;
        each.facts += 1;
        each.new_facts += fact.known_on > since ? 1 : 0;
    }
    std::vector<NewFact> latest;
    std::vector<std::int64_t> all, fresh;
    for (const auto& [key, each] : said) {
        latest.push_back(*each.latest);
        all.push_back(each.facts);
        fresh.push_back(each.new_facts);
    }
    auto columns = news_frame(latest).columns();
    std::erase_if(columns, [](const Column& each) { return each.name == "on"; });
    columns.insert(columns.begin() + 2,
                   {number_column("facts", std::move(all)), number_column("new_facts", std::move(fresh))});
    return {"sources", std::move(columns)};
}

} // namespace vermeil
