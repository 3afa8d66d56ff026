// SPDX-License-Identifier: MIT
#pragma once
// Reads how values become points: scales of their own, and scales that compare a service with its peers.

#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/table_reader.hpp>
#include <vermeil/framework/word_value.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 10> scale_keys{"linear",  "steps",   "words",      "inverse",
                                                             "z_score", "min_max", "percentile", "quantiles",
                                                             "rank",    "k_means"};
inline constexpr std::array<std::string_view, 4> winsorise_keys{"quantiles", "deviations", "fences",
                                                                "skewness"};
inline constexpr std::array<std::string_view, 2> rank_names{"lowest", "highest"};
inline constexpr std::array<std::string_view, 2> edge_names{"reached", "passed"};

/// A list of pairs of a value and its points.
inline std::vector<ScalePoint> read_scale_points(const ValueReader& value) {
    const auto* needed = "a list of pairs of a value and its points, such as [[0, 0], [1, 100]]";
    std::vector<ScalePoint> points;
    for (const auto& each : value.list(needed)) {
        const auto pair = each.list("a pair of a value and its points, such as [0.9, 100]");
        if (pair.size() != 2) {
            each.refuse("a pair of a value and its points, such as [0.9, 100]");
        }
        points.push_back({pair[0].number(), pair[1].number()});
    }
    return points;
}

/// Points for every word of the rating that the measure looks at, and for no other word.
inline WordScale read_word_scale(const Rules& rules, const ValueSource& source, const ValueReader& value,
                                 const std::string& name) {
    Measure measure;
    measure.value = source;
    const auto* words = scale_of(rules, measure);
    if (words == nullptr) {
        throw DefinitionError(value.place(),
                              "a scale of words needs a measure with value = { rating = ... } or "
                              "value = { words = [...] }");
    }
    WordScale scale;
    TableReader reader(value.node(), "words of " + name);
    for (const auto& word : words->words) {
        const auto points = reader.need(word);
        scale.points.push_back(points ? points->number() : 0);
    }
    reader.finish();
    return scale;
}

/// `type = 2`: the definition of a quantile.
inline std::uint32_t read_quantile_type(TableReader& reader) {
    const auto type = reader.find("type");
    return type ? type->whole(1, 9) : 7;
}

/// `winsorise = { ... }` of a relative scale.
inline Winsorising read_winsorising(const ValueReader& value, const std::string& name) {
    TableReader reader(value.node(), "winsorise of " + name);
    Winsorising made;
    const auto key = reader.needed_key_of(winsorise_keys);
    const auto first = *reader.need(key);
    if (key == "quantiles") {
        const auto ends = first.list("a pair of shares, such as [0.05, 0.95]");
        if (ends.size() != 2) {
            first.refuse("a pair of shares, such as [0.05, 0.95]");
        }
        made = HeldAtQuantiles{ends[0].number(0, 1), ends[1].number(0, 1), read_quantile_type(reader)};
    } else if (key == "deviations") {
        made = HeldAtDeviations{first.number()};
    } else if (key == "fences") {
        made = HeldAtFences{first.number(), read_quantile_type(reader)};
    } else {
        HeldWhileSkewed limits;
        limits.skewness = first.number();
        const auto kurtosis = reader.need("kurtosis");
        limits.kurtosis = kurtosis ? kurtosis->number() : 0;
        const auto most = reader.need("most");
        limits.most = most ? most->whole(1, 1'000'000) : 1;
        made = limits;
    }
    reader.finish();
    return made;
}

/// The numbers that a kind of relative scale takes.
inline std::vector<double> read_relative_points(RelativeScale::Kind kind, const ValueReader& value) {
    std::vector<double> points;
    const bool is_list = kind == RelativeScale::Kind::quantiles || kind == RelativeScale::Kind::k_means;
    if (kind == RelativeScale::Kind::z_score || kind == RelativeScale::Kind::inverse) {
        points.push_back(value.number());
    } else if (kind == RelativeScale::Kind::rank) {
        points.push_back(value.position_in(rank_names) == 0 ? 1 : -1);
    } else {
        const auto* needed =
            is_list ? "a list of the points of each part, from the lowest values up"
                    : "a pair of points, of the lowest value and of the highest, such as [0, 100]";
        for (const auto& each : value.list(needed)) {
            points.push_back(each.number());
        }
        if (points.size() < 2 || (!is_list && points.size() != 2)) {
            value.refuse(needed);
        }
    }
    return points;
}

/// `at = [0.1, 0.5, 0.9]`: where parts end that are not of one size.
inline std::vector<double> read_shares(TableReader& reader) {
    std::vector<double> shares;
    if (const auto at = reader.find("at")) {
        for (const auto& each : at->list("a list of shares, such as [0.1, 0.5, 0.9]")) {
            shares.push_back(each.number(0, 1));
        }
    }
    return shares;
}

/// Whether two formulas are one; blanks do not matter.
inline bool same_formula(std::string_view left, std::string_view right) {
    const auto bare = [](std::string_view formula) {
        std::string text(formula);
        std::erase(text, ' ');
        return text;
    };
    return bare(left) == bare(right);
}

/// What one kind of relative scale alone may say.
inline void read_manner(TableReader& reader, RelativeScale& scale) {
    using Kind = RelativeScale::Kind;
    if (scale.kind == Kind::z_score) {
        scale.deviation = reader.choice("deviation", deviation_names, Deviation::sample);
    } else if (scale.kind == Kind::percentile || scale.kind == Kind::rank) {
        scale.ties = reader.choice("ties", ties_names, Ties::mean);
        if (const auto share = scale.kind == Kind::rank ? std::nullopt : reader.find("share")) {
            scale.share = static_cast<RankShare>(share->position_in(rank_share_names, same_formula));
        }
    } else if (scale.kind == Kind::quantiles) {
        scale.at = read_shares(reader);
        const auto edge = reader.find("edge");
        scale.passes = edge && edge->position_in(edge_names) == 1;
        scale.type = read_quantile_type(reader);
    } else if (scale.kind == Kind::min_max) {
        const auto from = reader.find("from"), until = reader.find("until");
        scale.from = from ? std::optional(from->number()) : std::nullopt;
        scale.until = until ? std::optional(until->number()) : std::nullopt;
    }
}

/// A scale that compares a service with its peers.
inline RelativeScale read_relative(TableReader& reader, std::string_view key) {
    RelativeScale scale;
    scale.place = reader.place();
    const auto found = std::find(relative_names.begin(), relative_names.end(), key);
    scale.kind = static_cast<RelativeScale::Kind>(found - relative_names.begin());
    scale.points = read_relative_points(scale.kind, *reader.need(key));
    if (const auto winsorise = reader.find("winsorise")) {
        scale.winsorising = read_winsorising(*winsorise, reader.name());
    }
    const auto logarithm = reader.find("log");
    scale.logarithmic = logarithm && logarithm->truth();
    scale.peers = reader.text("peers");
    const auto same_members = reader.find("same_members");
    scale.by_members = same_members && same_members->truth();
    read_manner(reader, scale);
    return scale;
}

/// One scale of its own; `words` reads a scale of words where those are known.
template <class Words> Scale read_fixed(TableReader& reader, std::string_view key, Words words) {
    if (key == "linear") {
        LinearScale linear{read_scale_points(*reader.need("linear"))};
        const auto logarithm = reader.find("log");
        linear.logarithmic = logarithm && logarithm->truth();
        return linear;
    }
    if (key == "steps") {
        StepScale steps{read_scale_points(*reader.need("steps")), 0};
        if (const auto below = reader.find("below")) {
            steps.below = below->number();
        }
        const auto edge = reader.find("edge");
        steps.passes = edge && edge->position_in(edge_names) == 1;
        return steps;
    }
    if (key == "inverse") {
        const auto pair =
            reader.need("inverse")->list("a pair of a value and its points, such as [16.5, 50]");
        if (pair.size() != 2) {
            reader.need("inverse")->refuse("a pair of a value and its points, such as [16.5, 50]");
        }
        return InverseScale{pair[0].number(), pair[1].number()};
    }
    return words(*reader.need("words"));
}

/// What stands under `scale`: one of its own or one that compares.
template <class Words> void read_scale(const ValueReader& value, const std::string& name, Words words,
                                       std::optional<Scale>& fixed, std::optional<RelativeScale>& relative) {
    TableReader reader(value.node(), "scale of " + name);
    const auto key = reader.needed_key_of(scale_keys);
    const bool compares =
        std::find(relative_names.begin(), relative_names.end(), key) != relative_names.end();
    const bool is_pair = reader.find(key)->node().template as<DocumentNode::List>() != nullptr;
    if (compares && !(key == "inverse" && is_pair)) {
        relative = read_relative(reader, key);
    } else {
        fixed = read_fixed(reader, key, words);
    }
    reader.finish();
}

/// The stated scale, or for a share the whole of it: 0 to 100 points in the direction that is better.
inline void read_scale_or_default(const Rules& rules, TableReader& reader, Indicator& indicator) {
    const auto& source = indicator.measure.value;
    const auto direction = reader.find("direction");
    if (direction) {
        indicator.direction = static_cast<Direction>(direction->position_in(direction_names));
    }
    const auto* standard = std::get_if<StandardValue>(&source);
    const bool stated =
        std::holds_alternative<EventOpen>(source) || std::holds_alternative<EventCount>(source) ||
        std::holds_alternative<LatestRating>(source) || std::holds_alternative<GivenWord>(source) ||
        std::holds_alternative<Overdue>(source) ||
        (standard != nullptr && standard->kind != ValueKind::share && standard->kind != ValueKind::truth);
    const auto* why = standard != nullptr
                          ? ": the value of this standard measure is no share and has no scale of its own"
                          : ": the value of an event, a rating or a word has no scale of its own";
    const auto scale = stated ? reader.need("scale", why) : reader.find("scale");
    if (!scale) {
        const bool lower = indicator.direction == Direction::lower;
        indicator.scale = lower ? LinearScale{{{0, 100}, {1, 0}}} : LinearScale{{{0, 0}, {1, 100}}};
        return;
    }
    if (direction && std::holds_alternative<LatestRating>(source)) {
        throw DefinitionError(direction->place(),
                              "a rating has no direction; its words stand in their order, best first");
    }
    std::optional<Scale> fixed;
    const auto name = "scale of " + reader.name();
    read_scale(
        *scale, reader.name(),
        [&](const ValueReader& words) { return read_word_scale(rules, source, words, name); }, fixed,
        indicator.relative);
    indicator.scale = fixed.value_or(LinearScale{{{0, 0}, {1, 100}}});
}

/// The scale of a group's score, where it has one.
inline void read_group_scale(TableReader& reader, Group& group) {
    const auto refuse_words = [&](const ValueReader& words) -> Scale {
        throw DefinitionError(words.place(), "a group's score is a number and has no words");
    };
    if (const auto scale = reader.find("scale")) {
        read_scale(*scale, reader.name(), refuse_words, group.scale, group.relative);
    }
}

} // namespace vermeil::detail
