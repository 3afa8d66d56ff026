// SPDX-License-Identifier: MIT
#pragma once
// The scales, means and cuts of a framework once its norms are known.

#include <vermeil/core/error.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/norm_rule.hpp>
#include <vermeil/kernel/norms.hpp>
#include <vermeil/kernel/peers.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// Whether all norms must be there, or are only being found.
enum class Fitting { done, under_way };

/// Gives each measure, group and band what stands for it: the rules themselves, or the norms. It looks at both, and serves
/// while they live.
///
/// @throws Error when a norm is needed and not there, or the norms are another framework's, or found by other rules.
template <std::same_as<Framework> F> class Resolved {
  public:
    Resolved(const F& framework, const Norms& norms, Fitting fitting)
        : framework_(&framework), norms_(&norms), partial_(fitting == Fitting::under_way) {
        if (!norms.norms.empty() &&
            (norms.framework != framework.id() || norms.edition != framework.edition())) {
            throw Error("norms of " + quoted(norms.framework) + " " + norms.edition + " cannot serve " +
                        quoted(framework.id()) + " " + framework.edition());
        }
        cuts_ = find_cuts();
    }

    /// The scale of a measure.
    ByPeers<Scale> scales(const Indicator& indicator) {
        if (!indicator.relative) {
            return {ByPeers<Scale>::everybody, {indicator.scale}};
        }
        return found<Scale, Scale>({Subject::Kind::measure, indicator.measure.id},
                                   {indicator.relative->peers, false}, anything(*indicator.relative));
    }

    /// The scale of a group's score; none where the score stands as it is.
    ByPeers<Scale> scales(const Group& group) {
        if (group.relative) {
            return found<Scale, Scale>({Subject::Kind::group, group.id},
                                       {group.relative->peers, group.relative->by_members},
                                       anything(*group.relative));
        }
        return {ByPeers<Scale>::everybody,
                group.scale ? std::vector<Scale>{*group.scale} : std::vector<Scale>()};
    }

    /// The means that stand in for a measure's absent values; none where no policy asks for them.
    ByPeers<double> means(const Measure& measure) {
        for (const auto& rule : framework_->rules().missing.by_state) {
            if (rule.policy == Policy::peer_mean) {
                const auto means =
                    found<PeerMean, PeerMean>({Subject::Kind::measure, measure.id}, {rule.peers, false}, {});
                ByPeers<double> made{means.groups, {}};
                for (const auto& each : means.each) {
                    made.each.push_back(each.value);
                }
                return made;
            }
        }
        return {};
    }

    /// The cuts of a group's bands, where they come from the peers; else none.
    ByPeers<std::vector<double>> cuts(const Group& group) {
        return group.cuts.by == Cuts::By::scores ? ByPeers<std::vector<double>>()
                                                 : peers_cuts({Subject::Kind::group, group.id}, group.cuts);
    }

    /// The cuts of the bands of the whole.
    [[nodiscard]] const ByPeers<std::vector<double>>& cuts() const noexcept { return cuts_; }

    /// The groups of peers that were asked for.
    [[nodiscard]] const std::vector<PeerGroups>& peers() const noexcept { return peers_; }

  private:
    /// What tells peers apart: a fact, the number of members, or nothing.
    struct Apart {
        std::string fact;
        bool by_members = false;
    };

    /// Points that nobody knows, between the fewest and the most that peers usually have: three standard deviations for a
    /// z-score.
    [[nodiscard]] Scale anything(const RelativeScale& scale) const {
        auto points = scale.points;
        if (scale.kind == RelativeScale::Kind::z_score) {
            points = {-3 * points[0], 3 * points[0]};
        } else if (scale.kind == RelativeScale::Kind::inverse) {
            points.push_back(0);
        } else if (scale.kind == RelativeScale::Kind::rank) {
            points = {1, std::max(1.0, static_cast<double>(norms_->services))};
        }
        const auto [fewest, most] = std::minmax_element(points.begin(), points.end());
        return StepScale{{{0, *most}}, *fewest};
    }

    /// The norms of one kind, for all or for each group of peers.
    template <class Kind, class Made>
    ByPeers<Made> found(const Subject& subject, const Apart& apart, const Made& otherwise) {
        const auto norms = norms_->of<Kind>(subject);
        ByPeers<Made> made;
        if (norms.empty()) {
            if (!partial_ && norms_->framework.empty()) {
                throw Error(quoted(framework_->id()) +
                            " compares services with each other; give the norms that fit finds for " +
                            quoted(subject.kind == Subject::Kind::whole ? "whole" : subject.id));
            }
            // Nobody had a value when the norms were found: whoever has one now has no peers.
            made.each.push_back(otherwise);
            made.groups = partial_ ? made.groups : groups_of({});
            return made;
        }
        std::vector<double> values;
        for (const auto* norm : norms) {
            check_rule<Kind>(*norm);
            made.each.push_back(std::get<Kind>(norm->found));
            values.push_back(norm->peers.value_or(0));
        }
        if (apart.by_members) {
            made.groups = groups_of({PeerGroups::same_members, std::move(values)});
        } else if (!apart.fact.empty()) {
            made.groups = groups_of({framework_->position(apart.fact), std::move(values)});
        }
        return made;
    }

    /// @throws Error when a norm was found by another rule than the framework has.
    template <class Kind> void check_rule(const Norm& norm) const {
        const auto rule = detail::norm_rule<Kind>(framework_->rules(), norm.subject);
        if (!norm.rule.empty() && norm.rule != rule) {
            throw Error(
                "norms of " + quoted(framework_->id()) + " " + framework_->edition() + " were found for " +
                quoted(norm.subject.kind == Subject::Kind::whole ? "whole" : norm.subject.id) + " by " +
                quoted(norm.rule) + ", and the framework now says " + quoted(rule) + "; fit it again");
        }
    }

    /// The position of groups of peers, which may have been asked for before.
    std::size_t groups_of(PeerGroups groups) {
        const auto found = std::find(peers_.begin(), peers_.end(), groups);
        const auto position = static_cast<std::size_t>(found - peers_.begin());
        if (found == peers_.end()) {
            peers_.push_back(std::move(groups));
        }
        return position;
    }

    ByPeers<std::vector<double>> find_cuts() {
        const auto& rules = framework_->rules();
        ByPeers<std::vector<double>> made;
        if (rules.cuts.by == Cuts::By::scores) {
            made.each.emplace_back();
            for (const auto& band : rules.bands) {
                if (band.cut) {
                    made.each[0].push_back(snapped(*band.cut));
                }
            }
            return made;
        }
        return peers_cuts({Subject::Kind::whole, ""}, rules.cuts);
    }

    ByPeers<std::vector<double>> peers_cuts(const Subject& subject, const Cuts& cuts) {
        ByPeers<std::vector<double>> made;
        const auto found_cuts = found<PeerCuts, PeerCuts>(subject, {cuts.peers, cuts.by_members}, PeerCuts());
        made.groups = found_cuts.groups;
        for (const auto& each : found_cuts.each) {
            made.each.push_back(each.cuts);
        }
        return made;
    }

    const Framework* framework_;
    const Norms* norms_;
    bool partial_;
    std::vector<PeerGroups> peers_;
    ByPeers<std::vector<double>> cuts_;
};

} // namespace vermeil
