// SPDX-License-Identifier: MIT
#pragma once
// Norms as a file, beside the ratings that were made with them. Opt-in: it needs toml++.

#include <vermeil/core/json.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/framework/scale_reader.hpp>
#include <vermeil/framework/toml.hpp>
#include <vermeil/framework/word_value.hpp>
#include <vermeil/kernel/norms.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

inline constexpr std::array<std::string_view, 3> norm_subjects{"measure", "group", "whole"};
inline constexpr std::array<std::string_view, 5> norm_keys{"linear", "steps", "inverse", "mean", "cuts"};

inline std::string pairs_text(const std::vector<ScalePoint>& points) {
    std::string text;
    for (const auto& each : points) {
        text += (text.empty() ? "[" : ", [") + shortest(each.value) + ", " + shortest(each.points) + "]";
    }
    return "[" + text + "]";
}

inline std::string scale_text(const Scale& scale) {
    if (const auto* linear = std::get_if<LinearScale>(&scale)) {
        return "linear = " + pairs_text(linear->through) + "\n" +
               (linear->logarithmic ? "log = true\n" : "") + (linear->goes_on ? "goes_on = true\n" : "");
    }
    if (const auto* inverse = std::get_if<InverseScale>(&scale)) {
        return "inverse = [" + shortest(inverse->value) + ", " + shortest(inverse->points) + "]\n";
    }
    const auto* steps = std::get_if<StepScale>(&scale); // norms have no words
    return steps == nullptr ? ""
                            : "steps = " + pairs_text(steps->steps) + "\nbelow = " + shortest(steps->below) +
                                  "\n" + (steps->passes ? "edge = \"passed\"\n" : "");
}

inline std::string norm_text(const Norm& norm) {
    const auto kind = norm.subject.kind;
    std::string text = "\n[[norm]]\n";
    text += kind == Subject::Kind::measure ? "measure = \"" + norm.subject.id + "\"\n"
            : kind == Subject::Kind::group ? "group = \"" + norm.subject.id + "\"\n"
                                           : "whole = true\n";
    text += !norm.name.empty() ? "peers = " + json_text(norm.name) + "\n"
            : norm.peers       ? "peers = " + shortest(*norm.peers) + "\n"
                               : "";
    text += "rule = " + json_text(norm.rule) + "\n";
    text += "n = " + std::to_string(norm.n) + "\n";
    if (const auto* scale = std::get_if<Scale>(&norm.found)) {
        return text + scale_text(*scale);
    }
    if (const auto* mean = std::get_if<PeerMean>(&norm.found)) {
        return text + "mean = " + shortest(mean->value) + "\n";
    }
    std::string cuts;
    for (const double cut : std::get<PeerCuts>(norm.found).cuts) {
        cuts += (cuts.empty() ? "" : ", ") + shortest(cut);
    }
    return text + "cuts = [" + cuts + "]\n";
}

/// Reads what was found; numbers of any size.
inline std::variant<Scale, PeerMean, PeerCuts> read_found(TableReader& reader) {
    const auto key = reader.needed_key_of(norm_keys);
    const auto value = *reader.need(key);
    if (key == "linear") {
        LinearScale linear{read_scale_points(value)};
        const auto logarithm = reader.find("log");
        linear.logarithmic = logarithm && logarithm->truth();
        const auto goes_on = reader.find("goes_on");
        linear.goes_on = goes_on && goes_on->truth();
        if (linear.through.size() < 2) {
            value.refuse("a list of two or more pairs");
        }
        return Scale(std::move(linear));
    }
    if (key == "steps") {
        StepScale steps{read_scale_points(value), 0};
        const auto below = reader.need("below");
        steps.below = below ? below->number() : 0;
        const auto edge = reader.find("edge");
        steps.passes = edge && edge->position_in(edge_names) == 1;
        return Scale(std::move(steps));
    }
    if (key == "inverse") {
        const auto pair = value.list("a pair of a value and its points");
        if (pair.size() != 2) {
            value.refuse("a pair of a value and its points");
        }
        return Scale(InverseScale{pair[0].number(), pair[1].number()});
    }
    if (key == "mean") {
        return PeerMean{value.number()};
    }
    PeerCuts cuts;
    for (const auto& each : value.list("a list of numbers")) {
        cuts.cuts.push_back(each.number());
    }
    return cuts;
}

inline Norm read_norm(TableReader& reader) {
    Norm norm;
    const auto subject = reader.needed_key_of(norm_subjects);
    norm.subject.kind = subject == "measure" ? Subject::Kind::measure
                        : subject == "group" ? Subject::Kind::group
                                             : Subject::Kind::whole;
    if (norm.subject.kind == Subject::Kind::whole) {
        (void)reader.need(subject)->truth();
    } else {
        norm.subject.id = reader.needed_text(subject);
    }
    if (const auto peers = reader.find("peers")) {
        const bool is_name = peers->node().as<std::string>() != nullptr;
        norm.name = is_name ? peers->words() : "";
        norm.peers = is_name ? number_of_name(norm.name) : peers->number();
    }
    norm.rule = reader.needed_text("rule");
    const auto n = reader.need("n");
    norm.n = n ? n->whole(0, 4'000'000'000U) : 0;
    norm.found = read_found(reader);
    reader.finish();
    return norm;
}

} // namespace detail

/// The norms as a text in TOML. Every number is written so that it is read again to the bit.
inline std::string to_toml(const Norms& norms) {
    std::string text = "# What services were compared with when these norms were found.\nlanguage = 1\n";
    text += "framework = \"" + norms.framework + "\"\nedition = \"" + norms.edition + "\"\n";
    text += "services = " + std::to_string(norms.services) + "\n";
    for (const auto& norm : norms.norms) {
        text += detail::norm_text(norm);
    }
    return text;
}

/// Norms from a text that `to_toml` wrote; `name` stands for its file in messages.
/// @throws DefinitionError at the first mistake, with line and column.
inline Norms parse_norms(std::string_view text, const std::string& name) {
    const auto document = detail::parse_document(text, name);
    detail::TableReader reader(document, "the norms");
    Norms norms;
    if (const auto language = reader.need("language")) {
        (void)language->whole(1, 1);
    }
    norms.framework = reader.needed_text("framework");
    norms.edition = reader.needed_text("edition");
    const auto services = reader.need("services");
    norms.services = services ? services->whole(0, 4'000'000'000U) : 0;
    auto tables = reader.tables("norm", "[[norm]]");
    reader.finish();
    for (auto& table : tables) {
        norms.norms.push_back(detail::read_norm(table));
    }
    return norms;
}

/// Norms from a file that holds what `to_toml` wrote.
/// @throws DefinitionError when the file cannot be read, is larger than a megabyte, or as `parse_norms` does.
inline Norms load_norms(const std::string& path) {
    return parse_norms(detail::read_definition_text(path), path);
}

} // namespace vermeil
