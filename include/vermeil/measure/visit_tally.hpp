// SPDX-License-Identifier: MIT
#pragma once
// Measures of visits in parts: each part is counted on its own, and the parts are put together exactly.

#include <vermeil/core/error.hpp>
#include <vermeil/core/id_value.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/measure/counted_rows.hpp>
#include <vermeil/measure/late_runs.hpp>
#include <vermeil/measure/person_tally.hpp>
#include <vermeil/measure/visit_counts.hpp>
#include <vermeil/measure/visit_measures.hpp>
#include <vermeil/measure/visit_pass.hpp>
#include <vermeil/measure/visit_rules.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// What is kept of one service's visits: whole numbers that add up.
struct ServiceTally {
    VisitCounts counts;
    VisitLengths lengths;
    std::vector<LateRun> late; ///< empty unless quantiles are asked for
    std::map<IdValue, PersonTally> people;
    CountedRows rows; ///< none of a log that was not searched for rows that stand twice

    friend bool operator==(const ServiceTally&, const ServiceTally&) = default;

    /// Adds another part.
    /// @throws Error as `CountedRows::merge` and `PersonTally::merge` do.
    void merge(const ServiceTally& other) {
        rows.merge(other.rows);
        detail::add_up(counts, other.counts);
        detail::add_up(lengths, other.lengths);
        late = merged(late, other.late);
        for (const auto& [person, tally] : other.people) {
            people[person].merge(tally);
        }
    }
};

/// Counts logs of visits part by part. In whatever order the parts are added and merged, the measures are those of the
/// whole log, to the bit, or the parts are refused.
///
/// Parts by service, person, region, month, day or file are put together. Refused are parts that repeat a row of each
/// other, which the whole would count once; and, where the sequence of visits is asked for, parts that overlap in time
/// for a person of a service. To know its rows costs a tally 8 bytes each.
class VisitTally {
  public:
    /// @throws Error when a rule is out of range.
    explicit VisitTally(VisitRules rules) : rules_(std::move(rules)) { detail::check_rules(rules_); }

    [[nodiscard]] const VisitRules& rules() const noexcept { return rules_; }
    /// What is kept, by service.
    [[nodiscard]] const std::map<IdValue, ServiceTally>& services() const noexcept { return services_; }

    /// Adds a part, counted on so many threads.
    /// @throws Error when the part repeats a row that was added before, or holds visits of a person between others that
    /// were, and their sequence is asked for; nothing is added then.
    void add(const VisitLog& part, std::size_t threads = 1) {
        VisitTally counted(rules_);
        counted.count(part, detail::threads_for(part, threads));
        merge(counted);
    }

    /// Adds what another tally counted.
    /// @throws Error when its rules differ, and as `add` does; nothing is added then.
    void merge(const VisitTally& other) {
        if (!(rules_ == other.rules_)) {
            throw Error("two tallies of visits were made by different rules, and cannot be put together");
        }
        std::map<IdValue, ServiceTally> changed;
        for (const auto& [service, tally] : other.services_) {
            const auto own = services_.find(service);
            auto& both = changed[service];
            both = own == services_.end() ? ServiceTally{} : own->second;
            both.merge(tally);
        }
        for (auto& [service, tally] : changed) {
            services_.insert_or_assign(service, std::move(tally));
        }
    }

    /// The measures of all parts, as `measure_visits` gives them for the whole.
    [[nodiscard]] std::vector<ServiceVisits> finish() const {
        std::vector<ServiceVisits> made;
        for (const auto& [service, tally] : services_) {
            ServiceVisits row{to_string(service), tally.counts, tally.lengths, {}, {}};
            if (rules_.punctuality) {
                row.late_minutes = detail::in_minutes(quantiles(tally.late, rules_.punctuality->quantiles));
            }
            if (rules_.continuity) {
                std::vector<Contacts> people;
                for (const auto& [person, of_person] : tally.people) {
                    people.push_back(of_person.contacts());
                }
                row.continuity = continuity(people, *rules_.continuity);
            }
            made.push_back(std::move(row));
        }
        return made;
    }

  private:
    friend class VisitTallyBytes;

    void count(const VisitLog& log, std::size_t threads) {
        detail::VisitPass pass(log, rules_, threads);
        std::vector<ServiceTally> tallies(log.service.size());
        pass.each_service([&](detail::VisitPass& of) {
            return [&, people = detail::VisitPass::People(of),
                    late = std::vector<std::int32_t>()](std::size_t service) mutable {
                auto& tally = tallies[service];
                tally.counts = of.counts(service);
                tally.lengths = of.lengths(service);
                of.late(service, late);
                tally.late = late_runs(late);
                people.each(
                    service, [&](std::uint32_t person, const Contacts& contacts, const auto& of_person) {
                        tally.people.emplace(log.person.id(person), person_tally(log, contacts, of_person));
                    });
            };
        });
        auto rows = detail::counted_rows(log, threads);
        for (std::size_t service = 0; service < tallies.size(); ++service) {
            if (!(tallies[service] == ServiceTally{})) {
                tallies[service].rows = std::move(rows[service]);
                services_.emplace(log.service.id(service), std::move(tallies[service]));
            }
        }
    }

    /// Who came how often.
    static PersonTally person_tally(const VisitLog& log, const Contacts&,
                                    std::span<const detail::Meeting> meetings) {
        PersonTally made;
        for (const auto& meeting : meetings) {
            made.workers[log.worker.id(meeting.worker)].contacts += meeting.times;
        }
        return made;
    }
    /// Who came how often, and the stretch of visits with its two ends.
    PersonTally person_tally(const VisitLog& log, const Contacts& counted,
                             std::span<const std::uint64_t> contacts) const {
        const auto recent_from = rules_.continuity->recent_from;
        const auto new_from = rules_.continuity->new_from;
        PersonTally made;
        VisitStretch stretch{detail::start_of(contacts.front()), detail::start_of(contacts.back()),
                             counted.visits, counted.same};
        for (const auto contact : contacts) {
            const auto start = detail::start_of(contact);
            auto worker = log.worker.id(detail::worker_of(contact));
            auto& tally = made.workers[worker];
            ++tally.contacts;
            tally.recent = tally.recent || (recent_from && start >= *recent_from);
            tally.since += static_cast<std::uint32_t>(new_from && start >= *new_from);
            if (start == stretch.first_start) {
                stretch.first_workers.push_back(worker);
            }
            if (start == stretch.last_start) {
                stretch.last_workers.push_back(std::move(worker));
            }
        }
        std::sort(stretch.first_workers.begin(), stretch.first_workers.end());
        std::sort(stretch.last_workers.begin(), stretch.last_workers.end());
        made.stretches.push_back(std::move(stretch));
        return made;
    }

    VisitRules rules_;
    std::map<IdValue, ServiceTally> services_;
};

} // namespace vermeil
