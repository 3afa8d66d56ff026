// SPDX-License-Identifier: MIT
#pragma once
// One service given as a dictionary of measures.

#include "date_caster.hpp"
#include "score_of.hpp"

#include <vermeil/core/date.hpp>
#include <vermeil/framework/word_value.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/rating/rating.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace vermeil::python {

/// A framework ready for one service after the other. A measure is given as a number, as `(count, n)`, as a word that it
/// knows, or as the name of a state; one that is not given is `unknown`.
class OneByOne {
  public:
    OneByOne(const Framework& framework, const Norms& norms) : evaluator_(framework, norms) {
        const auto& measures = framework.measures();
        for (std::size_t i = 0; i < measures.size(); ++i) {
            positions_.emplace(measures[i].id, i);
        }
    }

    /// (band, lowest score, highest score), the scores None where there are none; the days of the evidence beneath the measures, and the day on which ages count.
    [[nodiscard]] pybind11::tuple rate(const pybind11::dict& given, const std::optional<pybind11::dict>& days,
                                       std::optional<Date> as_of) const {
        const auto outcome = evaluator_.evaluate(aged(cells(given), days, as_of));
        const auto& framework = evaluator_.framework();
        const std::string_view band =
            outcome.band == no_band ? std::string_view("Not rated") : framework.band_name(outcome.band);
        return pybind11::make_tuple(band, score_of(outcome, &Outcome::lowest_score),
                                    score_of(outcome, &Outcome::highest_score));
    }

    [[nodiscard]] Rating explain(const pybind11::dict& given, const std::string& service,
                                 const std::optional<pybind11::dict>& days, std::optional<Date> as_of) const {
        return make_rating(evaluator_.framework(), service, std::nullopt,
                           evaluator_.explain(aged(cells(given), days, as_of), as_of));
    }

  private:
    [[nodiscard]] std::size_t position(const std::string& id) const {
        const auto found = positions_.find(id);
        return found != positions_.end()
                   ? found->second
                   : evaluator_.framework().position(id); // throws, and lists the measures
    }

    /// The cells with the days of their evidence.
    [[nodiscard]] std::vector<Cell> aged(std::vector<Cell> cells, const std::optional<pybind11::dict>& days,
                                         std::optional<Date> as_of) const {
        if (!days && !as_of) {
            return cells;
        }
        if (!as_of) {
            throw Error("days are given and no day on which ages are counted: say as_of");
        }
        for (auto& cell : cells) {
            cell.as_of = day_number(*as_of);
        }
        for (const auto& [name, day] : days.value_or(pybind11::dict())) {
            cells[position(name.cast<std::string>())].day = day_number(day.cast<Date>());
        }
        return cells;
    }

    [[nodiscard]] std::vector<Cell> cells(const pybind11::dict& given) const {
        std::vector<Cell> cells(positions_.size());
        for (const auto& [name, value] : given) {
            const auto at = position(name.cast<std::string>());
            cells[at] = cell(evaluator_.framework(), at, value);
        }
        return cells;
    }

    static Cell cell(const Framework& framework, std::size_t position, pybind11::handle value) {
        const auto& measure = framework.measures()[position];
        const auto& id = measure.id;
        if (pybind11::isinstance<pybind11::str>(value)) {
            const auto text = value.cast<std::string>();
            const auto state = read_state(text);
            const auto number = state ? std::nullopt : word_value(framework.rules(), measure, text);
            if (number) {
                return {*number, State::present, 0, 0, 0};
            }
            if (!state || *state == State::present) {
                throw Error("measure " + quoted(id) + " is " + quoted(text) + "; a state is one of " +
                            one_of(std::vector(state_names.begin() + 1, state_names.end())));
            }
            return {0, *state, 0, 0, 0};
        }
        if (pybind11::isinstance<pybind11::tuple>(value)) {
            const auto [count, n] = value.cast<std::pair<std::uint32_t, std::uint32_t>>();
            const Proportion share(count, n);
            return {n > 0 ? share.share() : 0, n > 0 ? State::present : State::too_few, n, count, 0};
        }
        const auto number = value.cast<double>();
        if (!std::isfinite(number)) {
            throw Error("measure " + quoted(id) + " is not a number; name a state where there is none");
        }
        return {number, State::present, 0, 0, 0};
    }

    Evaluator evaluator_;
    std::unordered_map<std::string, std::size_t> positions_;
};

} // namespace vermeil::python
