// SPDX-License-Identifier: MIT
#pragma once
// From a log of visits to the measures of each service: punctuality, lengths, continuity, in one call.

#include <vermeil/core/error.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/visit_part_reader.hpp>
#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/measure/continuity.hpp>
#include <vermeil/measure/quantiles.hpp>
#include <vermeil/measure/visit_counts.hpp>
#include <vermeil/measure/visit_pass.hpp>
#include <vermeil/measure/visit_rules.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The measures of one service.
struct ServiceVisits {
    std::string service;
    VisitCounts counts;
    VisitLengths lengths{};             ///< nothing unless a `LengthRule` is given
    std::vector<double> late_minutes{}; ///< the quantiles asked for; empty where no start is known
    Continuity continuity{};            ///< nothing unless a `ContinuityRule` is given

    friend bool operator==(const ServiceVisits&, const ServiceVisits&) = default;
};

namespace detail {

/// The quantiles in minutes of starts that are late by seconds.
inline std::vector<double> in_minutes(std::vector<double> seconds) {
    for (auto& each : seconds) {
        each /= 60;
    }
    return seconds;
}

/// The place of each code in the order of the ids.
inline std::vector<std::uint32_t> ranks(const IdColumn& ids) {
    const auto order = ids.in_order();
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        rank[order[place]] = place;
    }
    return rank;
}

/// The continuity of one service after the other, on one thread.
class ServiceContinuity {
  public:
    ServiceContinuity(VisitPass& pass, const ContinuityRule& rule, const std::vector<std::uint32_t>& ranks)
        : people_(pass), rule_(&rule), ranks_(&ranks) {}

    Continuity of(std::size_t service) {
        met_.clear();
        people_.each(service, [&](std::uint32_t person, const Contacts& contacts, auto) {
            met_.emplace_back((*ranks_)[person], contacts);
        });
        std::sort(met_.begin(), met_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        ordered_.clear();
        for (const auto& [rank, contacts] : met_) {
            ordered_.push_back(contacts);
        }
        return continuity(ordered_, *rule_);
    }

  private:
    VisitPass::People people_;
    const ContinuityRule* rule_;
    const std::vector<std::uint32_t>* ranks_;
    std::vector<std::pair<std::uint32_t, Contacts>> met_;
    std::vector<Contacts> ordered_;
};

/// The measures of each service, by its code. `reader` is as `VisitPass` takes it.
template <class... Reader> std::vector<ServiceVisits>
measured_visits(const VisitLog& log, const VisitRules& rules, std::size_t threads, const Reader&... reader) {
    VisitPass pass(log, rules, threads, reader...);
    const auto ranks_of_people = rules.continuity ? ranks(log.person) : std::vector<std::uint32_t>();
    const auto rule = rules.continuity.value_or(ContinuityRule{});
    std::vector<ServiceVisits> made(log.service.size());
    pass.each_service([&](VisitPass& of) {
        return [&, people = ServiceContinuity(of, rule, ranks_of_people),
                late = std::vector<std::int32_t>()](std::size_t service) mutable {
            auto& row = made[service];
            row.counts = of.counts(service);
            row.lengths = of.lengths(service);
            if (rules.punctuality) {
                of.late(service, late);
                row.late_minutes = in_minutes(quantiles(late, rules.punctuality->quantiles));
            }
            if (rules.continuity) {
                row.continuity = people.of(service);
            }
        };
    });
    return made;
}

/// The first `most` of the numbers of threads that help: one, or those asked for.
inline std::size_t threads_for(const VisitLog& log, std::size_t threads) {
    constexpr std::size_t rows_worth_a_thread = 100'000;
    return std::clamp<std::size_t>(log.rows() / rows_worth_a_thread, 1, std::max<std::size_t>(threads, 1));
}

/// The measures of the services of which anything is counted, in the order of their ids.
template <class... Reader>
std::vector<ServiceVisits> measured_in_order(const VisitLog& log, const VisitRules& rules,
                                             std::size_t threads, const Reader&... reader) {
    if (log.rows() > std::numeric_limits<std::uint32_t>::max()) {
        throw Error("a log of " + std::to_string(log.rows()) +
                    " visits is too long for one pass; measure it in parts");
    }
    auto all = measured_visits(log, rules, threads_for(log, threads), reader...);
    std::vector<ServiceVisits> made;
    for (const auto code : log.service.in_order()) {
        if (all[code] != ServiceVisits{}) {
            all[code].service = log.service.name(code);
            made.push_back(std::move(all[code]));
        }
    }
    return made;
}

} // namespace detail

/// The columns of a log that rules look at.
inline VisitFields fields_for(const VisitRules& rules) {
    namespace field = detail::visit_field;
    const auto bits = [](auto... fields) { return (visit_field_bit(fields) | ...); };
    auto needed = bits(field::service, field::status);
    if (rules.counts) {
        needed |= bits(field::actual_start, field::logged, field::edited, field::time_critical);
    }
    if (rules.punctuality) {
        needed |= bits(field::planned_start, field::actual_start);
    }
    if (rules.length) {
        needed |= bits(field::planned_start, field::planned_end, field::actual_start, field::actual_end);
    }
    if (rules.continuity) {
        needed |= bits(field::person, field::worker);
        needed |= rules.continuity->sequence ? bits(field::planned_start) : 0;
    }
    return needed;
}

/// Measures a log of visits, in any order of its rows.
///
/// Only delivered visits tell of punctuality, lengths and continuity; a start or an end that was not logged is left
/// out of what needs it, and `logged` and `timed` say how many were not. The result is the same to the bit for any
/// order of rows and any number of threads.
/// @return the services that the log names, in the order of their ids; one of whose rows nothing is counted, as all
/// were left out or the rules ask for nothing that they tell, is not among them.
/// @throws Error when a rule is out of range, or a service has more than 4,294,967,295 rows.
inline std::vector<ServiceVisits> measure_visits(const VisitLog& log, const VisitRules& rules,
                                                 std::size_t threads = 1) {
    detail::check_rules(rules);
    return detail::measured_in_order(log, rules, threads);
}

/// The same of a table whose rows need no other check than what the measures could not do without: each is read just
/// before it is counted, and what is wrong with it is not kept.
/// @throws Error as `measure_visits` and `read_visits` do.
inline std::vector<ServiceVisits> measure_visits(Batches table, const VisitRules& rules,
                                                 std::size_t threads = 1) {
    detail::check_rules(rules);
    const detail::VisitReader reader(std::make_shared<const Batches>(std::move(table)), VisitChecks::needed,
                                     threads, fields_for(rules));
    return detail::measured_in_order(reader.unread(), rules, threads, [&] {
        return [share = detail::VisitReader::Share(reader)](const detail::VisitBlock& some) mutable {
            share.read(some);
        };
    });
}

} // namespace vermeil
