// SPDX-License-Identifier: MIT
#pragma once
// What a framework that compares services knows of the others: scales, means and cuts, one for each group of peers.

#include <vermeil/framework/condition.hpp>
#include <vermeil/framework/scale.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vermeil {

/// The mean that stands in for an absent value.
struct PeerMean {
    double value = 0;
};

/// The cuts of the bands, from the highest down.
struct PeerCuts {
    std::vector<double> cuts;
};

/// What one measure, one group or the whole was found to be among one group of peers.
struct Norm {
    Subject subject;             ///< the measure, the group or the whole
    std::optional<double> peers; ///< the value that these peers share; nothing where all services are peers
    std::size_t n = 0;           ///< how many values it rests on
    std::variant<Scale, PeerMean, PeerCuts> found;
    std::string name = {}; ///< of the peers, where their value stands for a name
    std::string rule = {}; ///< that it was found by; empty where whoever made it answers for that
};

/// What `fit` found, to be saved with the ratings that were made with it and used again for one service or a later quarter.
/// An absolute framework has none.
struct Norms {
    std::string framework; ///< its id
    std::string edition;
    std::size_t services = 0; ///< how many were compared
    std::vector<Norm> norms;

    /// The norms of one kind for a subject, one for each group of peers, in rising order of the peers' value.
    template <class Kind> [[nodiscard]] std::vector<const Norm*> of(const Subject& subject) const {
        std::vector<const Norm*> found;
        for (const auto& norm : norms) {
            if (norm.subject == subject && std::holds_alternative<Kind>(norm.found)) {
                found.push_back(&norm);
            }
        }
        return found;
    }
};

} // namespace vermeil
