// SPDX-License-Identifier: MIT
#pragma once
// The rules of one edition as plain data, before they are checked.

#include <vermeil/core/error.hpp>
#include <vermeil/evidence/vocabulary.hpp>
#include <vermeil/framework/acceptance.hpp>
#include <vermeil/framework/band.hpp>
#include <vermeil/framework/edition.hpp>
#include <vermeil/framework/group.hpp>
#include <vermeil/framework/limiter.hpp>
#include <vermeil/framework/missing.hpp>
#include <vermeil/framework/outcome_rule.hpp>
#include <vermeil/framework/prompt.hpp>
#include <vermeil/framework/ratchet.hpp>
#include <vermeil/framework/rounding.hpp>
#include <vermeil/framework/steady.hpp>
#include <vermeil/framework/watch_rule.hpp>
#include <vermeil/measure/measure.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// What a high score says: better for a rating, worse for a risk.
enum class Face { better, worse };

inline constexpr std::array<std::string_view, 2> face_names{"better", "worse"};

/// What stands where absent evidence leaves more than one band possible.
enum class Open { not_rated, lowest };

inline constexpr std::array<std::string_view, 2> open_names{"not_rated", "lowest"};

/// What facts of one incident earn together.
enum class Incidents {
    each,   ///< each earns what it earns alone
    highest ///< only the one that would earn most counts
};

inline constexpr std::array<std::string_view, 2> incidents_names{"each", "highest"};

/// All that a framework file says. Build one by hand, or read it with `load_framework`; `Framework` checks it.
struct Rules {
    Edition edition;
    Face higher_is = Face::better;
    std::vector<SurveyInstrument> surveys;
    std::vector<OrderedScale> ordered_scales;
    std::vector<Crosswalk> crosswalks;
    std::vector<Group> groups;
    std::vector<Indicator> indicators;
    std::vector<Measure> facts; ///< measures that only limiters ask about
    std::vector<Band> bands;    ///< from the highest score down
    std::vector<Limiter> limiters;
    MissingRules missing;
    Aggregate aggregate = Aggregate::mean;
    MemberTest where = {};       ///< where the whole is a count
    double least_coverage = 0.6; ///< with a smaller share of the weight known, the outcome is Not rated
    Open open = Open::not_rated;
    std::optional<Rounding> rounding; ///< of the score of the whole
    Place place;
    Presence presence = {}; ///< without these members the outcome is Not rated
    Cuts cuts = {};
    bool ranks = false;        ///< services are put in the order of their scores
    std::string ranked_within; ///< the fact that says among whom; empty: among all
    Place rank_place = {};
    std::vector<AbsentWord> absent_words = {}; ///< what a table of measures has where there is no value
    std::optional<Steady> steady = {};         ///< how long a new band has to be proposed before it stands
    std::vector<Ratchet> ratchets = {};        ///< which thresholds the next edition raises, and when
    Incidents incidents = Incidents::each;     ///< of a risk scheme
    std::vector<Prompt> prompts = {};          ///< likewise
    std::vector<OutcomeRule> outcomes = {}; ///< likewise: what a back-test judges it by; none: what is usual
    std::optional<WatchRule> watch = {};    ///< likewise: how a watch list is ordered beyond its points
    std::vector<Acceptance> accepted = {};  ///< findings of the linter that the authors stand by
};

} // namespace vermeil
