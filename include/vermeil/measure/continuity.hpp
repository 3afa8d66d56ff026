// SPDX-License-Identifier: MIT
#pragma once
// From each person's contacts to what a service's continuity is.

#include <vermeil/measure/contacts.hpp>
#include <vermeil/measure/visit_rules.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace vermeil {

/// An index over the people of a service.
struct IndexMean {
    double mean = 0;          ///< every person counts once
    double weighted = 0;      ///< every contact counts once
    std::uint64_t people = 0; ///< with enough contacts; the means say nothing where there is none

    friend bool operator==(const IndexMean&, const IndexMean&) = default;
};

/// Continuity of one service: over its people, the means of what each of them met.
struct Continuity {
    std::uint64_t people = 0;   ///< with a delivered visit
    std::uint64_t contacts = 0; ///< a worker at a visit
    IndexMean workers;          ///< different workers a person
    IndexMean upc;
    IndexMean coc;
    IndexMean mmci;
    IndexMean secon;  ///< nobody counts unless the sequence was asked for
    IndexMean recent; ///< different workers a person from `ContinuityRule::recent_from` on, of those with one
    IndexMean fresh; ///< `new_workers` from `ContinuityRule::new_from` on; weighted, by contacts from then on

    friend bool operator==(const Continuity&, const Continuity&) = default;
};

namespace detail {

/// Adds up an index, person after person.
class IndexSum {
  public:
    void add(std::optional<double> index, std::uint32_t contacts) {
        if (index) {
            sum_ += *index;
            weighted_ += *index * contacts;
            contacts_ += contacts;
            ++people_;
        }
    }
    [[nodiscard]] IndexMean mean() const {
        if (people_ == 0) {
            return {};
        }
        return {sum_ / static_cast<double>(people_), weighted_ / static_cast<double>(contacts_), people_};
    }

  private:
    double sum_ = 0;
    double weighted_ = 0;
    std::uint64_t contacts_ = 0;
    std::uint64_t people_ = 0;
};

} // namespace detail

/// The continuity of a service whose people had these contacts. The sums are taken in the order given, so give the
/// people in the order of their ids.
inline Continuity continuity(std::span<const Contacts> people, const ContinuityRule& rule) {
    Continuity made;
    detail::IndexSum workers, use, spread, modified, sequence, recent, fresh;
    for (const auto& person : people) {
        ++made.people;
        made.contacts += person.contacts;
        workers.add(person.workers, person.contacts);
        if (person.contacts >= rule.least_contacts) {
            use.add(upc(person), person.contacts);
            spread.add(coc(person), person.contacts);
            modified.add(mmci(person), person.contacts);
            sequence.add(rule.sequence ? secon(person) : std::nullopt, person.contacts);
        }
        if (person.recent > 0) {
            recent.add(person.recent, person.contacts);
        }
        if (rule.new_from && person.contacts - person.since >= rule.least_contacts) {
            fresh.add(new_workers(person), person.since);
        }
    }
    made.workers = workers.mean();
    made.upc = use.mean();
    made.coc = spread.mean();
    made.mmci = modified.mean();
    made.secon = sequence.mean();
    made.recent = recent.mean();
    made.fresh = fresh.mean();
    return made;
}

} // namespace vermeil
