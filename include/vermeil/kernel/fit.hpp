// SPDX-License-Identifier: MIT
#pragma once
// Finds the norms of a framework that compares services with each other, level by level. Opt-in: clustering is dear.

#include <vermeil/core/k_means.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/kernel/evaluate.hpp>
#include <vermeil/kernel/fit_scale.hpp>
#include <vermeil/kernel/inputs.hpp>
#include <vermeil/kernel/norms.hpp>
#include <vermeil/kernel/outcome.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

/// Listens for the score of one group, where nothing in it is open.
struct GroupListener {
    static constexpr bool records = true;
    std::size_t wanted = 0;
    std::optional<double> score;

    void indicator(const IndicatorStep&) const noexcept {}
    void group(const GroupStep& step) noexcept {
        if (step.group == wanted && step.due > 0 && step.lowest_score == step.highest_score) {
            score = step.lowest_score;
        }
    }
    void band(const BandStep&) const noexcept {}
    void limiter(const LimiterStep&) const noexcept {}
};

/// Values of services, put together by the peers that they belong to.
using ByPeerValue = std::map<std::optional<double>, std::vector<double>>;

/// The work of `fit`.
class Fit {
  public:
    Fit(const Framework& framework, const MeasureTable& table) : framework_(framework), table_(table) {
        norms_.framework = framework.id();
        norms_.edition = framework.edition();
        norms_.services = table.rows();
    }

    Norms run() {
        for (const auto& rule : framework_.rules().missing.by_state) {
            if (rule.policy == Policy::peer_mean) {
                fit_means(rule.peers);
                break;
            }
        }
        fit_measures();
        for (std::size_t depth = deepest + 1; depth-- > 0;) {
            fit_groups(depth);
        }
        fit_cuts();
        return std::move(norms_);
    }

  private:
    static constexpr std::size_t deepest = 8;

    [[nodiscard]] Program program() const { return Program(framework_, norms_, Fitting::under_way); }

    /// The peers' value of each row: nothing inside where all are peers, nothing at all where it is absent.
    [[nodiscard]] std::vector<std::optional<std::optional<double>>> peers_of(const std::string& fact) const {
        std::vector<std::optional<std::optional<double>>> peers(table_.rows(), std::optional<double>());
        if (fact.empty()) {
            return peers;
        }
        const auto* column = table_.find(fact);
        for (std::size_t row = 0; row < peers.size(); ++row) {
            const bool known = column != nullptr && column->state[row] == State::present;
            peers[row] = known ? std::optional(std::optional(column->value[row])) : std::nullopt;
        }
        return peers;
    }

    /// The values of a measure that count; absent ones that a mean stands in for count with it.
    [[nodiscard]] std::vector<std::optional<double>> values_of(std::size_t measure) const {
        const auto ready = program();
        const Inputs inputs(ready, table_);
        CellSource<1> source(ready, inputs.columns(), inputs.peers());
        const auto& missing = framework_.rules().missing;
        const auto means = norms_.of<PeerMean>({Subject::Kind::measure, framework_.measures()[measure].id});
        const auto peers = peers_of(means_by_);
        std::vector<std::optional<double>> values(table_.rows());
        for (std::size_t row = 0; row < values.size(); ++row) {
            const auto state = source.states(measure, row, 1)[0];
            if (state == State::present) {
                values[row] = source.values(measure, row, 1)[0];
            } else if (missing.of(state).policy == Policy::peer_mean && peers[row]) {
                for (const auto* norm : means) {
                    values[row] =
                        norm->peers == *peers[row] ? std::get<PeerMean>(norm->found).value : values[row];
                }
            }
        }
        return values;
    }

    /// Values put together by peers; a service whose peers are not known takes no part.
    [[nodiscard]] ByPeerValue together(const std::vector<std::optional<double>>& values,
                                       const std::string& fact) const {
        const auto peers = peers_of(fact);
        ByPeerValue made;
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (values[row] && peers[row]) {
                made[*peers[row]].push_back(*values[row]);
            }
        }
        return made;
    }

    void add(const Subject& subject, std::optional<double> peers, std::size_t n,
             std::variant<Scale, PeerMean, PeerCuts> found) {
        auto& norm = norms_.norms.emplace_back();
        norm.subject = subject;
        norm.peers = peers;
        norm.name = peers ? table_.name_of(*peers) : "";
        norm.n = n;
        norm.found = std::move(found);
    }

    void fit_means(const std::string& peers) {
        means_by_ = peers;
        for (std::size_t i = 0; i < framework_.rules().indicators.size(); ++i) {
            const Subject subject{Subject::Kind::measure, framework_.measures()[i].id};
            for (auto& [value, members] : together(values_of(i), peers)) {
                std::sort(members.begin(), members.end());
                add(subject, value, members.size(), PeerMean{mean_of(members)});
            }
        }
    }

    void add_scales(const Subject& subject, const RelativeScale& scale,
                    const std::vector<std::optional<double>>& values) {
        for (auto& [peers, members] : together(values, scale.peers)) {
            const auto n = members.size();
            if (auto found = fit_scale(scale, std::move(members))) {
                add(subject, peers, n, *std::move(found));
            }
        }
    }

    void fit_measures() {
        const auto& indicators = framework_.rules().indicators;
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            if (indicators[i].relative) {
                add_scales({Subject::Kind::measure, indicators[i].measure.id}, *indicators[i].relative,
                           values_of(i));
            }
        }
    }

    [[nodiscard]] std::size_t depth_of(const Group& group) const {
        std::size_t depth = 0;
        for (const auto* above = &group; !above->within.empty(); ++depth) {
            above = find_group(framework_.rules(), above->within);
        }
        return depth;
    }

    /// The groups so deep in the tree; those below them are fitted already.
    void fit_groups(std::size_t depth) {
        const auto& groups = framework_.rules().groups;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (groups[i].relative && depth_of(groups[i]) == depth) {
                add_scales({Subject::Kind::group, groups[i].id}, *groups[i].relative, scores_of(i));
            }
        }
    }

    /// Each service's score of a group, before its scale.
    [[nodiscard]] std::vector<std::optional<double>> scores_of(std::size_t group) const {
        auto bare = framework_.rules();
        bare.groups[group].relative.reset();
        const Framework framework(std::move(bare));
        const Program ready(framework, norms_, Fitting::under_way);
        const Inputs inputs(ready, table_);
        std::vector<std::optional<double>> scores(table_.rows());
        GroupListener listener{group, {}};
        Evaluation<GroupListener, 1> evaluation(ready, inputs.columns(), inputs.peers(), listener);
        for (std::size_t row = 0; row < scores.size(); ++row) {
            listener.score.reset();
            evaluation.run(row, 1, [](auto&&...) {});
            scores[row] = listener.score;
        }
        return scores;
    }

    void fit_cuts() {
        const auto& rules = framework_.rules();
        if (rules.cuts.by == Cuts::By::scores) {
            return;
        }
        const auto ready = program();
        const Inputs inputs(ready, table_);
        const auto peers = peers_of(rules.cuts.peers);
        ByPeerValue scores;
        NoRecord nothing;
        Evaluation<NoRecord, 1> evaluation(ready, inputs.columns(), inputs.peers(), nothing);
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            evaluation.run(row, 1, [&](std::size_t, const auto& made, std::size_t) {
                const bool counts = made.applicable[0] != 0 && made.enough[0] != 0 && made.members[0] != 0 &&
                                    made.lowest_score[0] == made.highest_score[0];
                const auto peer =
                    rules.cuts.by_members ? std::optional(std::optional(evaluation.members(0))) : peers[row];
                if (counts && peer) {
                    scores[*peer].push_back(made.lowest_score[0]);
                }
            });
        }
        for (auto& [peer, members] : scores) {
            const auto n = members.size();
            std::sort(members.begin(), members.end());
            add({Subject::Kind::whole, ""}, peer, n, PeerCuts{cuts_among(members)});
        }
    }

    [[nodiscard]] std::vector<double> cuts_among(const std::vector<double>& rising) const {
        const auto& rules = framework_.rules();
        std::vector<double> cuts;
        if (rules.cuts.by == Cuts::By::percentiles) {
            for (std::size_t i = 0; i + 1 < rules.bands.size(); ++i) {
                cuts.push_back(snapped(quantile_of(rising, *rules.bands[i].cut / 100)));
            }
            return cuts;
        }
        if (rules.cuts.by == Cuts::By::ranks) {
            for (std::size_t i = 0; i + 1 < rules.bands.size(); ++i) {
                const std::size_t first = rules.bands[i].first;
                // Where there are fewer, all belong here, and so would whoever comes later.
                cuts.push_back(first <= rising.size() ? snapped(rising[rising.size() - first])
                                                      : -std::numeric_limits<double>::max());
            }
            return cuts;
        }
        const auto starts = k_means(rising, rules.bands.size());
        if (starts.size() < rules.bands.size()) {
            return {}; // too few to tell bands apart
        }
        for (std::size_t i = starts.size(); i-- > 1;) {
            cuts.push_back(snapped(rising[starts[i]]));
        }
        return cuts;
    }

    const Framework& framework_;
    const MeasureTable& table_;
    Norms norms_;
    std::string means_by_; // the fact that tells peers apart whose means stand in
};

} // namespace detail

/// Finds what the services of a table make of a framework's relative scales, means and cuts; an absolute framework has no
/// norms. A service takes part with what it has: a value that is present, or stood in for; a score that nothing leaves open.
/// The order of the services does not matter.
///
/// Where nobody has a value, or fewer different scores than clusters are there, nothing is found, and whoever is compared
/// with such peers has an unknown value or any band.
/// @throws DefinitionError when a weight is not set yet.
/// @throws Error when a live measure has no column.
inline Norms fit(const Framework& framework, const MeasureTable& table) {
    return detail::Fit(framework, table).run();
}

} // namespace vermeil
