// SPDX-License-Identifier: MIT
#pragma once
// Rules of two or three measures for the tests of the linter, built by hand. All of them are made up.

#include <vermeil/trust/lint.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace small {

using namespace vermeil;

/// A share from 0 to 1 that earns 0 to 100 points.
inline Indicator share(std::string id, double weight = 1) {
    Indicator made;
    made.measure.id = std::move(id);
    made.measure.label = made.measure.id;
    made.measure.value = CountShare{made.measure.id};
    made.measure.least_n = 10;
    made.scale = LinearScale{{{0, 0}, {1, 100}}};
    made.weight = weight;
    return made;
}

/// Gold from 80, Silver from 65, Bronze; two shares of one weight; nothing is to be found.
inline Rules rules() {
    Rules made;
    made.place = {"small", 1, 1};
    made.edition.id = "small";
    made.edition.edition = "1";
    made.edition.published_on = Date(2024, 1, 15);
    made.edition.effective_from = Date(2024, 4, 1);
    made.edition.approved_by = "made up";
    made.edition.contracts = {"home-care"};
    made.indicators = {share("care"), share("staff")};
    made.bands = {{"Gold", 80, Tie::in, {"small", 7, 1}},
                  {"Silver", 65, Tie::in, {"small", 8, 1}},
                  {"Bronze", {}, Tie::in, {"small", 9, 1}}};
    return made;
}

/// A limiter with the reason `why`.
inline Limiter limiter(Effect effect, std::string band, Condition when) {
    return {effect, std::move(band), std::move(when), "why", {"small", 10, 1}};
}

/// A condition about the score of the whole.
inline Condition whole(Comparison comparison, double number) {
    Comparing asked;
    asked.subject.kind = Subject::Kind::whole;
    asked.comparison = comparison;
    asked.with = number;
    return asked;
}

/// A framework made ready for a trial, which outlives it.
struct Ready {
    Framework framework;
    detail::Trial trial;
    explicit Ready(Rules rules) : framework(std::move(rules)), trial(framework, {}, nullptr) {}
};

/// What one family of checks finds.
inline std::vector<Finding> found(void (*look)(const detail::LintSubject&), Rules rules) {
    const Ready ready(std::move(rules));
    std::vector<Finding> findings;
    look({ready.framework, ready.framework.rules(), {}, nullptr, &ready.trial, findings});
    return findings;
}

} // namespace small
