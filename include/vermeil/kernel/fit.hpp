// SPDX-License-Identifier: MIT
#pragma once
// Finds the norms of a framework that compares services with each other, level by level. Opt-in: clustering is dear.

#include <vermeil/kernel/evaluate.hpp>
#include <vermeil/kernel/fit_cuts.hpp>
#include <vermeil/kernel/fit_scale.hpp>
#include <vermeil/kernel/inputs.hpp>
#include <vermeil/kernel/norm_rule.hpp>
#include <vermeil/kernel/norms.hpp>
#include <vermeil/kernel/outcome.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

/// Listens for the score of one group, where nothing in it is open, and for its members.
struct GroupListener {
    static constexpr bool records = true;
    std::size_t wanted = 0;
    std::optional<double> score = {};
    double members = 0;

    void indicator(const IndicatorStep&) const noexcept {}
    void group(const GroupStep& step) noexcept {
        if (step.group == wanted && step.due > 0 && step.lowest_score == step.highest_score) {
            score = step.lowest_score;
        }
        members = step.group == wanted ? step.members : members;
    }
    void band(const BandStep&) const noexcept {}
    void limiter(const LimiterStep&) const noexcept {}
    void prompt(const PromptStep&) const noexcept {}
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
        fit_whole();
        return std::move(norms_);
    }

  private:
    static constexpr std::size_t deepest = 8;

    [[nodiscard]] Program program() const { return Program(framework_, norms_, Fitting::under_way); }

    using Peers = std::vector<std::optional<std::optional<double>>>;

    /// The peers' value of each row: nothing inside where all are peers, nothing at all where it is absent.
    [[nodiscard]] Peers peers_of(const std::string& fact) const {
        Peers peers(table_.rows(), std::optional<double>());
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
        return together(values, peers_of(fact));
    }
    [[nodiscard]] static ByPeerValue together(const std::vector<std::optional<double>>& values,
                                              const Peers& peers) {
        ByPeerValue made;
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (values[row] && peers[row]) {
                made[*peers[row]].push_back(*values[row]);
            }
        }
        return made;
    }

    template <class Kind>
    void add(const Subject& subject, std::optional<double> peers, std::size_t n, Kind found) {
        auto& norm = norms_.norms.emplace_back();
        norm.rule = norm_rule<Kind>(framework_.rules(), subject);
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

    void add_scales(const Subject& subject, const RelativeScale& scale, ByPeerValue values) {
        for (auto& [peers, members] : values) {
            const auto n = members.size();
            if (auto found = fit_scale(scale, std::move(members))) {
                add(subject, peers, n, *std::move(found));
            }
        }
    }

    void add_cuts(const Subject& subject, const Cuts& cuts, const std::vector<Band>& bands,
                  ByPeerValue scores) {
        for (auto& [peer, members] : scores) {
            const auto n = members.size();
            std::sort(members.begin(), members.end());
            add(subject, peer, n, fit_cuts(cuts, bands, members));
        }
    }

    void fit_measures() {
        const auto& indicators = framework_.rules().indicators;
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            if (indicators[i].relative) {
                const auto& relative = *indicators[i].relative;
                add_scales({Subject::Kind::measure, indicators[i].measure.id}, relative,
                           together(values_of(i), relative.peers));
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
            if (depth_of(groups[i]) == depth) {
                fit_group(i);
            }
        }
    }

    /// First the scale of a group's score, then the cuts of its bands.
    void fit_group(std::size_t index) {
        const auto& group = framework_.rules().groups[index];
        const Subject subject{Subject::Kind::group, group.id};
        if (group.relative) {
            auto bare = framework_.rules();
            bare.groups[index].relative.reset();
            add_scales(subject, *group.relative,
                       scores_of(Framework(std::move(bare)), index, group.relative->peers,
                                 group.relative->by_members));
        }
        if (group.cuts.by != Cuts::By::scores) {
            add_cuts(subject, group.cuts, group.bands,
                     scores_of(framework_, index, group.cuts.peers, group.cuts.by_members));
        }
    }

    /// Each service's score of a group under some rules, put together by peers.
    [[nodiscard]] ByPeerValue scores_of(const Framework& framework, std::size_t group,
                                        const std::string& fact, bool by_members) const {
        const Program ready(framework, norms_, Fitting::under_way);
        const Inputs inputs(ready, table_);
        auto peers = peers_of(fact);
        std::vector<std::optional<double>> scores(table_.rows());
        GroupListener listener{group};
        Evaluation<GroupListener, 1> evaluation(ready, inputs.columns(), inputs.peers(), listener);
        for (std::size_t row = 0; row < scores.size(); ++row) {
            listener.score.reset();
            evaluation.run(row, 1, [&](std::size_t, const auto& made, std::size_t) {
                scores[row] = made.outcome(0).reason == Reason::weight ? std::nullopt : listener.score;
            });
            peers[row] = by_members ? std::optional(std::optional(listener.members)) : peers[row];
        }
        return together(scores, peers);
    }

    /// The rules with those limiters alone that withhold and ask for no band: bands are what is to be found.
    [[nodiscard]] Framework without_bands() const {
        auto rules = framework_.rules();
        std::erase_if(rules.limiters, [](const Limiter& limiter) {
            std::vector<Subject> asked;
            add_subjects(limiter.when, asked);
            return limiter.effect != Effect::withhold ||
                   std::any_of(asked.begin(), asked.end(), [](const auto& each) {
                       return each.kind == Subject::Kind::whole && each.of == Aspect::band;
                   });
        });
        return Framework(std::move(rules));
    }

    void fit_whole() {
        const auto& rules = framework_.rules();
        if (rules.cuts.by == Cuts::By::scores) {
            return;
        }
        const auto framework = without_bands();
        const Program ready(framework, norms_, Fitting::under_way);
        const Inputs inputs(ready, table_);
        auto peers = peers_of(rules.cuts.peers);
        std::vector<std::optional<double>> scores(table_.rows());
        NoRecord nothing;
        Evaluation<NoRecord, 1> evaluation(ready, inputs.columns(), inputs.peers(), nothing);
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            evaluation.run(row, 1, [&](std::size_t, const auto& made, std::size_t) {
                const bool counts = made.applicable[0] != 0 && made.enough[0] != 0 && made.members[0] != 0 &&
                                    made.withheld[0] == 0 && made.outcome(0).reason != Reason::weight &&
                                    made.lowest_score[0] == made.highest_score[0];
                scores[row] = counts ? std::optional(made.lowest_score[0]) : std::nullopt;
            });
            peers[row] =
                rules.cuts.by_members ? std::optional(std::optional(evaluation.members(0))) : peers[row];
        }
        add_cuts({Subject::Kind::whole, ""}, rules.cuts, rules.bands, together(scores, peers));
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
