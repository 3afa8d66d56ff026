// SPDX-License-Identifier: MIT
#pragma once
// Reads the measures of a framework file: where a value comes from and the points that it earns.

#include <vermeil/evidence/report_event.hpp>
#include <vermeil/framework/decay_reader.hpp>
#include <vermeil/framework/measure_checks.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/scale_reader.hpp>
#include <vermeil/framework/standard_reader.hpp>
#include <vermeil/framework/table_reader.hpp>
#include <vermeil/framework/vocabulary_checks.hpp>
#include <vermeil/framework/weight_reader.hpp>
#include <vermeil/framework/word_value.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 10> source_keys{
    "survey", "counts", "event", "table", "rating", "words", "column", "standard", "overdue", "facts"};
inline constexpr std::array<std::string_view, 6> event_keys{"open",  "under_review", "days",
                                                            "weeks", "months",       "quarters"};

/// `survey`, `item` and `positive`.
inline ValueSource read_survey_share(const Rules& rules, TableReader& reader) {
    SurveyShare share;
    const auto surveys = names_of(rules.surveys, [](const auto& each) { return each.id; });
    const auto& survey = rules.surveys[reader.need("survey")->position_in(surveys)];
    std::vector<std::string> items;
    for (const auto& set : survey.sets) {
        items.insert(items.end(), set.items.begin(), set.items.end());
    }
    share.survey = survey.id;
    if (const auto item = reader.need("item")) {
        share.item = items[item->position_in(items)];
    }
    if (const auto positive = reader.need("positive"); positive && !share.item.empty()) {
        const auto& answers = survey.find(share.item)->answers;
        for (const auto& each : positive->list("a list of one or more answers")) {
            share.positive.push_back(answers[each.position_in(answers, same_word)]);
        }
        if (share.positive.empty()) {
            positive->refuse("a list of one or more answers");
        }
    }
    return share;
}

/// `event`, or a `table` of reports whose rows are events: what a measure asks about.
inline std::string read_event_name(TableReader& reader, bool of_table) {
    return of_table ? std::string(report_tables[reader.need("table")->position_in(report_tables)])
                    : reader.needed_text("event");
}

/// The table of reports that stands beside an `event`; empty where none does.
inline std::string read_also(TableReader& reader, bool of_table) {
    return of_table || !reader.has("table") ? std::string() : read_event_name(reader, true);
}

/// `event` with `open = true`, with `under_review = true` or with a look-back; or `table` with one of the last two; or both, whose
/// rows are then such events as well.
inline ValueSource read_event(TableReader& reader, bool of_table = false) {
    auto event = read_event_name(reader, of_table);
    auto also = read_also(reader, of_table);
    const auto keys = of_table || !also.empty() ? std::span(event_keys).subspan(1) : std::span(event_keys);
    const auto key = reader.needed_key_of(keys);
    if (key != "open" && key != "under_review") {
        const auto [days, months] = read_look_back(reader, key);
        EventCount count{std::move(event), days, months, read_decay(reader)};
        constexpr std::array<std::string_view, 3> reviews{"upheld", "any", "needed"};
        count.of_table = of_table;
        count.also = std::move(also);
        const auto review = reader.choice<std::size_t>("review", reviews, 0);
        count.any_review = review == 1;
        count.needs_review = review == 2;
        count.over = reader.text("over");
        if (const auto per = count.over.empty() ? std::nullopt : reader.find("per")) {
            count.per = per->number(0.000001, largest_number);
        }
        return count;
    }
    const auto open = reader.need(key);
    if (!open->truth()) {
        open->refuse("true");
    }
    EventOpen made{std::move(event), key == "under_review"};
    made.of_table = of_table;
    made.also = std::move(also);
    made.decay = made.under_review ? made.decay : read_decay(reader);
    if (made.under_review) {
        constexpr std::array<std::string_view, 2> reviews{"said", "needed"};
        made.needs_review = reader.choice<std::size_t>("review", reviews, 0) == 1;
    }
    return made;
}

/// `rating` with the id of a rating scale, with `as` that of another on which it is read, what it is `about`, in which `form`,
/// and how far it may lie back.
inline LatestRating read_rating(const Rules& rules, TableReader& reader) {
    const auto scales = names_of(rules.ordered_scales, [](const auto& each) { return each.id; });
    LatestRating rating{scales[reader.need("rating")->position_in(scales)]};
    if (const auto as = reader.find("as")) {
        std::vector<std::string> reached;
        for (const auto& walk : rules.crosswalks) {
            if (walk.from == rating.source) {
                reached.push_back(walk.to);
            }
        }
        require(!reached.empty(), as->place(),
                "no [[crosswalk]] leads from " + quoted(rating.source) + " to another scale");
        rating.read_on = reached[as->position_in(reached)];
        for (const auto& walk : rules.crosswalks) {
            if (walk.from == rating.source && walk.to == rating.read_on) {
                rating.positions = walk.positions;
            }
        }
    }
    rating.standard = reader.text("about");
    constexpr std::array<std::string_view, 2> forms{"validated", "self"};
    rating.is_own = reader.choice<std::size_t>("form", forms, 0) == 1;
    if (const auto back = reader.key_of(look_back_keys); !back.empty()) {
        std::tie(rating.days, rating.months) = read_look_back(reader, back);
    }
    rating.decay = read_decay(reader);
    return rating;
}

/// `words` with a list of words, the best first, which become an ordered scale of the measure's own.
inline GivenWord read_words(Rules& rules, const std::string& id, TableReader& reader) {
    const auto words = reader.need("words");
    require(find_scale(rules, id) == nullptr, words->place(),
            quoted(id) + " is already the id of a rating scale; say value = { rating = \"" + id + "\" }");
    rules.ordered_scales.push_back({id, words->texts(), words->place()});
    check_vocabulary(rules);
    return {id};
}

/// `column`, where the number is one for each so much of another column, `over` and `per`, and where parts of it are meant, `at`.
inline GivenRate read_rate(TableReader& reader) {
    GivenRate rate{reader.needed_text("column")};
    rate.over = reader.text("over");
    if (const auto per = rate.over.empty() ? std::nullopt : reader.find("per")) {
        rate.per = per->number();
        if (!(rate.per > 0)) {
            per->refuse("a number above 0");
        }
    }
    if (const auto at = reader.find("at")) {
        for (const auto& each : at->list("a list of rising numbers, such as [50, 100]")) {
            rate.at.push_back(each.number());
        }
    }
    return rate;
}

/// What stands under `value`; without it, the number is given ready.
inline ValueSource read_source(Rules& rules, const std::string& id, TableReader& measure) {
    const auto value = measure.find("value");
    if (!value) {
        return Given{};
    }
    TableReader reader(value->node(), "value of " + measure.name());
    ValueSource source;
    // A standard measure may have a parameter that is called like another source, such as its survey.
    const bool both = reader.has("event") && reader.has("table");
    const auto key = reader.has("standard") ? std::string_view("standard")
                     : both                 ? std::string_view("event")
                                            : reader.needed_key_of(source_keys);
    if (key == "survey") {
        source = read_survey_share(rules, reader);
    } else if (key == "counts") {
        source = CountShare{reader.needed_text("counts")};
    } else if (key == "event") {
        source = read_event(reader);
    } else if (key == "table") {
        source = read_event(reader, true);
    } else if (key == "rating") {
        source = read_rating(rules, reader);
    } else if (key == "words") {
        source = read_words(rules, id, reader);
    } else if (key == "facts") {
        source = GivenTogether{reader.need("facts")->texts()};
    } else if (key == "overdue") {
        source = Overdue{reader.needed_text("overdue")};
    } else if (key == "standard") {
        source = read_standard(rules, reader);
    } else {
        source = read_rate(reader);
    }
    reader.finish();
    return source;
}

/// Whether a number depends on people who dare to report, and what of them it counts.
inline void read_reporting(TableReader& reader, Measure& measure) {
    const auto is_true = [&](std::string_view key) {
        const auto value = reader.find(key);
        return value && value->truth();
    };
    const auto* value = std::get_if<StandardValue>(&measure.value);
    const auto* count = std::get_if<EventCount>(&measure.value);
    const bool is_standard = value != nullptr && standard_measure(value->standard).reports;
    const bool of_table = count != nullptr && count->of_table;
    const bool found = is_standard || (of_table && !count->any_review); // as rows of a table of reports count
    measure.reporting_sensitive = is_true("reporting_sensitive") || is_standard || of_table;
    measure.concluded = is_true("concluded") || found;
    measure.attributable = is_true("attributable") || found;
    const auto per = reader.find("per");
    measure.per = per ? per->words() : is_standard ? standard_measure(value->standard).unit : "";
}

/// The least n that a standard measure asks for by itself, as `least_workers` does; 0 where it asks for none.
inline std::uint32_t own_least_n(const ValueSource& source) {
    const auto* value = std::get_if<StandardValue>(&source);
    std::uint32_t least = 0;
    for (std::size_t i = 0; value != nullptr && i < value->settings.size(); ++i) {
        const bool asks = standard_measure(value->standard).parameters[i].id == "least_workers";
        least = asks ? static_cast<std::uint32_t>(std::get<double>(value->settings[i])) : least;
    }
    return least;
}

/// What a `[[measure]]` and a `[[fact]]` have in common.
inline Measure read_measure(Rules& rules, TableReader& reader) {
    Measure measure;
    measure.place = reader.place();
    measure.id = reader.needed_text("id");
    measure.label = reader.text("label");
    measure.label = measure.label.empty() ? measure.id : measure.label;
    measure.value = read_source(rules, measure.id, reader);
    const auto least_n = reader.find("least_n");
    measure.least_n = std::max(least_n ? least_n->whole(0, 1'000'000) : 0, own_least_n(measure.value));
    const auto quarters = reader.find("quarters");
    measure.quarters = quarters ? quarters->whole(1, most_quarters) : 1;
    const auto live = reader.find("live");
    measure.live = !live || live->truth();
    measure.owed_by = reader.choice("owed_by", owner_names, Owner::council);
    read_reporting(reader, measure);
    measure.standards = reader.texts("standards");
    measure.fresh_for = read_freshness(reader);
    if (const auto cycles = reader.find("cycles")) {
        for (const auto& weight : cycles->list("a list of two or more weights, the latest cycle first")) {
            measure.cycles.push_back(weight.number());
        }
        check_cycles(measure, cycles->place());
    }
    if (const auto inherits = reader.find("predecessors")) {
        constexpr std::array<std::string_view, 2> words{"ignore", "inherit"};
        measure.inherits = inherits->position_in(words) == 1;
        check_inherits(measure, inherits->place());
    }
    return measure;
}

/// One `[[measure]]`.
inline Indicator read_indicator(Rules& rules, TableReader& reader) {
    Indicator indicator;
    indicator.measure = read_measure(rules, reader);
    if (const auto within = reader.find("within")) {
        const auto groups = names_of(rules.groups, [](const auto& each) { return each.id; });
        indicator.within = groups[within->position_in(groups)];
    }
    const auto weight = reader.find("weight");
    indicator.weight_place = weight ? weight->place() : reader.place();
    read_weight(reader, "measure " + quoted(indicator.measure.id), indicator);
    read_scale_or_default(rules, reader, indicator);
    reader.finish();
    return indicator;
}

/// One `[[fact]]`: a measure that earns no points, and that conditions ask about.
inline Measure read_fact(Rules& rules, TableReader& reader) {
    auto fact = read_measure(rules, reader);
    reader.finish();
    return fact;
}

} // namespace vermeil::detail
