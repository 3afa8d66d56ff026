// SPDX-License-Identifier: MIT
#pragma once
// One service given as a dictionary of measures.

#include <vermeil/framework/word_value.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/rating/rating.hpp>

#include <pybind11/pybind11.h>

#include <cmath>
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

    /// (band, lowest score, highest score)
    [[nodiscard]] pybind11::tuple rate(const pybind11::dict& given) const {
        const auto outcome = evaluator_.evaluate(cells(given));
        const auto& framework = evaluator_.framework();
        const std::string_view band =
            outcome.band == no_band ? std::string_view("Not rated") : framework.band_name(outcome.band);
        return pybind11::make_tuple(band, outcome.lowest_score, outcome.highest_score);
    }

    [[nodiscard]] Rating explain(const pybind11::dict& given, const std::string& service) const {
        return make_rating(evaluator_.framework(), service, std::nullopt, evaluator_.explain(cells(given)));
    }

  private:
    [[nodiscard]] std::vector<Cell> cells(const pybind11::dict& given) const {
        std::vector<Cell> cells(positions_.size());
        for (const auto& [name, value] : given) {
            const auto id = name.cast<std::string>();
            const auto found = positions_.find(id);
            if (found == positions_.end()) {
                (void)evaluator_.framework().position(id); // throws, and lists the measures
            }
            cells[found->second] = cell(evaluator_.framework(), found->second, value);
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
