// SPDX-License-Identifier: MIT
#pragma once
// The ways in which a cell of a row can be absent, as far as the rules treat them differently.

#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil::detail {

/// How evidence can fail to come.
///
/// What a provider or a council owes can be held back; what a regulator owes, or nobody, cannot. It is held back in each way
/// that the rules treat differently: not handed in, too few answers, hidden, no reason given, or answers chosen until the
/// least n is missed by one. To everyone it also happens that a measure does not apply.
class Silence {
  public:
    enum class Whose {
        provider, ///< what somebody can bring about
        everyone, ///< what can happen to any measure besides
        nobody    ///< nothing is ever absent
    };

    explicit Silence(const Trial& trial, Whose whose = Whose::provider) : trial_(&trial), whose_(whose) {
        std::vector<Policy> seen;
        for (const auto state : {State::not_submitted, State::too_few, State::suppressed, State::unknown,
                                 State::not_applicable}) {
            const auto policy = trial.rules().missing.of(state).policy;
            const bool counts = state != State::not_applicable || whose == Whose::everyone;
            if (counts && std::find(seen.begin(), seen.end(), policy) == seen.end()) {
                seen.push_back(policy);
                states_.push_back(state);
            }
        }
    }

    /// None at all.
    static Silence of_nothing(const Trial& trial) { return Silence(trial, Whose::nobody); }

    /// The states that are tried, one for each policy that is met.
    [[nodiscard]] const std::vector<State>& states() const noexcept { return states_; }

    /// Whether a measure can be absent at all.
    [[nodiscard]] bool can_take(std::size_t measure) const {
        const auto& about = trial_->framework().measures()[measure];
        const bool held_by_others = about.owed_by == Owner::regulator || about.owed_by == Owner::nobody;
        return about.live && whose_ != Whose::nobody && (whose_ == Whose::everyone || !held_by_others);
    }

    /// Adds the ways in which one present cell can be absent, or rest on too little.
    void add_ways(std::size_t measure, const Cell& cell, std::vector<CellChange>& ways) const {
        if (!can_take(measure) || cell.state != State::present) {
            return;
        }
        for (const auto state : states_) {
            auto absent = cell;
            absent.state = state;
            ways.push_back({measure, absent});
        }
        const auto least_n = trial_->framework().measures()[measure].least_n;
        if (least_n > 1 && trial_->measures()[measure].kind == NumberKind::share) {
            const auto n = least_n - 1;
            for (const auto count : {n, std::uint32_t{0}}) {
                ways.push_back({measure, {static_cast<double>(count) / n, State::present, n, count}});
            }
        }
    }

    /// All ways in which one more cell of a row can be absent.
    [[nodiscard]] std::vector<CellChange> ways(const TrialRow& row) const {
        std::vector<CellChange> made;
        for (std::size_t i = 0; i < row.size(); ++i) {
            add_ways(i, row[i], made);
        }
        return made;
    }

  private:
    const Trial* trial_;
    Whose whose_;
    std::vector<State> states_;
};

} // namespace vermeil::detail
