// SPDX-License-Identifier: MIT
// Which band stands: a table of histories, each with what the rules propose now.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/rating/steady_band.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

const auto now = Quarter::financial(2024, 3);

Framework framework(std::uint32_t quarters, Moves moves, Effect effect = Effect::cap) {
    auto rules = small::three_measures();
    rules.facts = {small::fact("notice")};
    rules.limiters = {small::limiter(effect, "Bronze", "notice", "a notice is open")};
    rules.steady = Steady{quarters, moves};
    return Framework(rules);
}

std::uint8_t band(char letter) { return letter == 'G' ? 0 : letter == 'S' ? 1 : letter == 'B' ? 2 : no_band; }

/// Earlier quarters, the earliest first and the last one quarter before now: each the band that stood and the one proposed
/// (`GS`), `NN` where the service was Not rated, `--` where there is no rating.
std::vector<PastRating> past(const std::vector<std::string>& quarters) {
    std::vector<PastRating> ratings;
    for (std::size_t i = 0; i < quarters.size(); ++i) {
        if (quarters[i] != "--") {
            const auto back = static_cast<int>(quarters.size() - i);
            ratings.push_back({now - back, band(quarters[i][0]), band(quarters[i][1])});
        }
    }
    return ratings;
}

SteadyBand stands(const std::vector<std::string>& quarters, char proposed, std::uint32_t enough = 2,
                  Moves moves = Moves::both, std::uint8_t limiter = 0, Effect effect = Effect::cap) {
    Outcome made;
    made.band = band(proposed);
    made.reason = Reason::decided;
    made.limiter = limiter;
    return steady_band(framework(enough, moves, effect), made, past(quarters), now);
}

struct Case {
    std::vector<std::string> quarters;
    char proposed;
    char stands;
};

} // namespace

TEST_CASE("with two quarters a band stands until two in a row propose a move to the same side") {
    const std::vector<Case> cases{
        {{}, 'B', 'B'},                 // a first rating stands
        {{"GG"}, 'G', 'G'},             // nothing moves
        {{"GG"}, 'S', 'G'},             // one quarter of two
        {{"GG", "GS"}, 'S', 'S'},       // two quarters of two
        {{"GG", "GS", "GG"}, 'S', 'G'}, // not in a row
        {{"GG", "GS"}, 'B', 'S'},       // the nearest of both
        {{"GG", "GB"}, 'S', 'S'},       // likewise
        {{"BB", "BG"}, 'S', 'S'},       // upwards too
        {{"SS", "SG"}, 'B', 'S'},       // one up and one down are no row
        {{"GG", "GS", "--"}, 'S', 'G'}, // a quarter without a rating ends the row
        {{"GG", "--"}, 'S', 'G'},       // and the band still stands
        {{"GG", "GS"}, 'N', 'N'},       // Not rated stands at once
        {{"GG", "NN"}, 'S', 'S'},       // and continues a row downwards
        {{"BB", "BS", "NN"}, 'S', 'B'}, // but ends one upwards
        {{"BB", "NN"}, 'S', 'B'},       // so that withholding gains nothing
        {{"NN"}, 'G', 'G'},             // no band stood before: a first rating
    };
    for (const auto& each : cases) {
        CAPTURE(each.quarters, each.proposed);
        const auto made = stands(each.quarters, each.proposed);
        CHECK(made.band == band(each.stands));
        CHECK(made.proposed == band(each.proposed));
        CHECK(made.why.empty() == (made.band == made.proposed));
    }
}

TEST_CASE("three quarters are three quarters") {
    CHECK(stands({"GG", "GS"}, 'S', 3).band == band('G'));
    CHECK(stands({"GG", "GS", "GB"}, 'S', 3).band == band('S'));
}

TEST_CASE("moves to the side that does not wait stand at once") {
    CHECK(stands({"GG"}, 'S', 2, Moves::up).band == band('S'));
    CHECK(stands({"SS"}, 'G', 2, Moves::up).band == band('S'));
    CHECK(stands({"GG"}, 'S', 2, Moves::down).band == band('G'));
    CHECK(stands({"SS"}, 'G', 2, Moves::down).band == band('G'));
}

TEST_CASE("a trigger does not wait to bring a band down; what lifts a band does") {
    for (const auto effect : {Effect::cap, Effect::set, Effect::down}) {
        CHECK(stands({"GG"}, 'B', 2, Moves::both, 1, effect).band == band('B'));
    }
    CHECK(stands({"GG"}, 'S', 2, Moves::both, 1, Effect::floor).band == band('G'));
    CHECK(stands({"BB"}, 'G', 2, Moves::both, 1, Effect::set).band == band('B'));
}

TEST_CASE("the reason says which way, and how far it has come") {
    CHECK(stands({"GG"}, 'S').why == "Gold stands: a move down is proposed for 1 of 2 quarters in a row");
    CHECK(stands({"BB", "BS"}, 'G', 3).why ==
          "Bronze stands: a move up is proposed for 2 of 3 quarters in a row");
    CHECK(stands({"GG", "GS"}, 'B').why ==
          "Silver stands: the nearest of the bands proposed in 2 quarters in a row");
}

TEST_CASE("later quarters are not looked at, and a framework that is not steady has no memory") {
    const std::vector<PastRating> later{{now, 2, 2}, {now + 1, 2, 2}};
    Outcome made;
    made.band = 0;
    CHECK(steady_band(framework(2, Moves::both), made, later, now).band == 0);
    CHECK(steady_band(Framework(small::three_measures()), made, past({"BB"}), now).band == 0);
}

TEST_CASE("withholding a quarter never leaves a better band than being rated in it") {
    const std::string bands = "GSB";
    for (const char first : bands) {
        for (const char hidden : bands) {
            for (const char last : bands) {
                const auto begun = std::string(2, first);
                const auto told = stands({begun}, hidden).band;
                const auto after = [&](std::uint8_t stood, std::uint8_t proposed) {
                    auto ratings = past({begun, "NN"});
                    ratings.back().band = stood;
                    ratings.back().proposed = proposed;
                    Outcome made;
                    made.band = band(last);
                    return steady_band(framework(2, Moves::both), made, ratings, now).band;
                };
                CAPTURE(first, hidden, last);
                CHECK(after(no_band, no_band) >= after(told, band(hidden))); // numbered from the best
            }
        }
    }
}
