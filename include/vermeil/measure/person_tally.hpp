// SPDX-License-Identifier: MIT
#pragma once
// One person's visits in parts: what must be kept so that the parts can be put together exactly.

#include <vermeil/core/error.hpp>
#include <vermeil/core/id_value.hpp>
#include <vermeil/measure/contacts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace vermeil {

/// A worker's contacts with one person.
struct WorkerTally {
    std::uint32_t contacts = 0;
    bool recent = false;     ///< met from the moment on that the rule asks about
    std::uint32_t since = 0; ///< contacts from the moment on from which new workers are counted

    friend bool operator==(const WorkerTally&, const WorkerTally&) = default;
};

/// Visits of one part, between whose first and last no other part has one.
struct VisitStretch {
    std::uint32_t first_start = 0; ///< seconds since 1970-01-01
    std::uint32_t last_start = 0;
    std::uint32_t visits = 0;
    std::uint32_t same = 0;               ///< at which a worker of the visit before came again
    std::vector<IdValue> first_workers{}; ///< in order
    std::vector<IdValue> last_workers{};

    friend bool operator==(const VisitStretch&, const VisitStretch&) = default;
};

/// One person's visits by one service, as far as they are known.
struct PersonTally {
    std::map<IdValue, WorkerTally> workers;
    std::vector<VisitStretch> stretches; ///< in the order of time; empty where no sequence was asked for

    friend bool operator==(const PersonTally&, const PersonTally&) = default;

    /// Adds another part.
    /// @throws Error when visits of both lie between each other: their order could not be told any more.
    void merge(const PersonTally& other) {
        for (const auto& [worker, tally] : other.workers) {
            auto& own = workers[worker];
            own.contacts += tally.contacts;
            own.recent = own.recent || tally.recent;
            own.since += tally.since;
        }
        stretches.insert(stretches.end(), other.stretches.begin(), other.stretches.end());
        std::sort(stretches.begin(), stretches.end(),
                  [](const auto& a, const auto& b) { return a.first_start < b.first_start; });
        for (std::size_t i = 1; i < stretches.size(); ++i) {
            if (stretches[i].first_start <= stretches[i - 1].last_start) {
                throw Error(
                    "one person's visits lie in two parts that overlap in time, so that their sequence "
                    "is lost; split a log by service, by person or by time, or ask for no sequence");
            }
        }
    }

    /// What all parts amount to.
    [[nodiscard]] Contacts contacts() const {
        Contacts made;
        for (const auto& [worker, tally] : workers) {
            made.contacts += tally.contacts;
            ++made.workers;
            made.most = std::max(made.most, tally.contacts);
            made.recent += static_cast<std::uint32_t>(tally.recent);
            made.squares += std::uint64_t{tally.contacts} * tally.contacts;
            made.since += tally.since;
            made.firsts += static_cast<std::uint32_t>(tally.since > 0 && tally.since == tally.contacts);
        }
        const VisitStretch* before = nullptr;
        for (const auto& stretch : stretches) {
            made.visits += stretch.visits;
            made.same += stretch.same;
            if (before != nullptr) {
                made.same +=
                    static_cast<std::uint32_t>(any_in_both(before->last_workers, stretch.first_workers));
            }
            before = &stretch;
        }
        return made;
    }

  private:
    static bool any_in_both(const std::vector<IdValue>& one, const std::vector<IdValue>& other) {
        return std::any_of(one.begin(), one.end(), [&](const auto& worker) {
            return std::binary_search(other.begin(), other.end(), worker);
        });
    }
};

} // namespace vermeil
