// SPDX-License-Identifier: MIT
#pragma once
// Which embargoes on new placements are in force on a day.

#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/concerned.hpp>
#include <vermeil/evidence/embargo.hpp>
#include <vermeil/evidence/vocabulary.hpp>
#include <vermeil/risk/ladder.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

/// An embargo in force.
struct Embargo {
    Concerned whom{};
    std::optional<Date> from{}; ///< nothing where its day cannot be read
    std::optional<Date> to{};   ///< the last day that is set already; nothing: none is
    std::string role{};
    std::string reason{};
    std::optional<Date> review_on{};
    std::string doubt{}; ///< why nobody can be sure of it; empty where all is well
};

/// The embargoes in force on a day, and whether anybody would know of one.
struct EmbargoLog {
    std::vector<Embargo> in_force; ///< in the order of whom they concern, then of their days
    bool known = false;            ///< whether a table tells of embargoes: without one nobody knows

    /// The first embargo on a service or on a provider as such, or null.
    [[nodiscard]] const Embargo* find(const Concerned& whom) const {
        const auto found =
            std::lower_bound(in_force.begin(), in_force.end(), whom,
                             [](const Embargo& each, const Concerned& sought) { return each.whom < sought; });
        return found != in_force.end() && found->whom == whom ? &*found : nullptr;
    }
};

namespace detail {

/// Whether an embargo was known and in force on a day. One whose days cannot be read is, for all that anybody can say.
inline bool is_in_force(const Record& row, Date day) {
    const auto* from = row.get<Date>(embargo_field::from);
    const auto* known_on = row.get<Date>(embargo_field::known_on);
    if ((from != nullptr && *from > day) || (known_on != nullptr && *known_on > day)) {
        return false;
    }
    return row.refused || row.is_open_on(day);
}

/// Whether a table tells of embargoes, and none that would could not be read: else nobody knows of all.
inline bool knows_of_embargoes(const EmbargoRule& rule, const Evidence& evidence) {
    const auto& table = embargo_kind().schema.name;
    const bool is_unread = evidence.is_unread(table) || (!rule.event.empty() && evidence.is_unread("events"));
    return !is_unread &&
           (evidence.find_records(table) != nullptr || (!rule.event.empty() && evidence.has_events));
}

/// Whom an event concerns.
inline Concerned whom_of(const Event& event) {
    return {event.service.empty(), event.service.empty() ? event.provider : event.service};
}

/// Reads the embargoes on one service or provider.
class EmbargoReader {
  public:
    EmbargoReader(const EmbargoRule& rule, Date as_of, EmbargoLog& log, Rejects& rejects)
        : rule_(&rule), as_of_(as_of), log_(&log), rejects_(&rejects) {}

    void take(const Concerned& whom, std::vector<const Record*> rows) {
        std::sort(rows.begin(), rows.end(), [](const Record* a, const Record* b) {
            return std::tuple(a->from, a->origin.row) < std::tuple(b->from, b->origin.row);
        });
        const Record* open = nullptr;
        for (const auto* row : rows) {
            if (!is_in_force(*row, as_of_)) {
                continue;
            }
            auto embargo = made(whom, *row);
            if (open != nullptr) {
                embargo.doubt = "another embargo is open since " + to_string(open->from);
                tell(*row, embargo_field::from, embargo.doubt + "; both count until both are lifted");
            }
            open = row;
            log_->in_force.push_back(std::move(embargo));
        }
    }

  private:
    Embargo made(const Concerned& whom, const Record& row) {
        namespace f = embargo_field;
        const auto text = [&](std::size_t field) {
            const auto* said = row.get<std::string>(field);
            return said != nullptr ? *said : std::string();
        };
        Embargo embargo{whom, {}, row.to, text(f::role), text(f::reason)};
        if (const auto* from = row.get<Date>(f::from)) {
            embargo.from = *from;
        }
        const auto* review = row.get<Date>(f::review_on);
        embargo.review_on =
            review != nullptr ? std::optional(*review)
            : embargo.from && rule_->review_days > 0
                ? std::optional(*embargo.from + boost::gregorian::days(static_cast<int>(rule_->review_days)))
                : std::nullopt;
        if (row.refused) {
            embargo.doubt = "its days cannot be read";
        } else if (!rule_->roles.empty() && !has_word(rule_->roles, embargo.role)) {
            embargo.doubt =
                "decided by " + quoted(embargo.role) + "; embargoes are for " + one_of(rule_->roles);
            tell(row, f::role, embargo.doubt);
        }
        return embargo;
    }
    void tell(const Record& row, std::size_t field, std::string reason) {
        const auto value = field == embargo_field::from ? to_string(row.from) : *row.get<std::string>(field);
        rejects_->push_back(
            row.origin.reject(embargo_kind().schema.fields[field].name, value, std::move(reason), true));
    }

    const EmbargoRule* rule_;
    Date as_of_;
    EmbargoLog* log_;
    Rejects* rejects_;
};

/// What the table of events alone tells, one embargo for each whom it concerns.
inline std::vector<Embargo> told_by_events(const EmbargoRule& rule, const Evidence& evidence, Date as_of,
                                           const EmbargoLog& log) {
    std::map<Concerned, Embargo> told;
    for (const auto& event : evidence.events) {
        const auto whom = whom_of(event);
        const bool counts = event.refused || event.is_open_on(as_of);
        const bool is_asked = !rule.event.empty() && is_same_name(event.event, rule.event);
        if (is_asked && counts && log.find(whom) == nullptr) {
            Embargo embargo{whom};
            embargo.from = event.refused ? std::nullopt : std::optional(event.from);
            embargo.to = event.refused ? std::nullopt : event.to;
            embargo.doubt = event.refused ? "its days cannot be read" : "told by the table of events alone";
            told.emplace(whom, std::move(embargo));
        }
    }
    std::vector<Embargo> all;
    for (auto& each : told) {
        all.push_back(std::move(each.second));
    }
    return all;
}

} // namespace detail

/// The embargoes in force on a day: those of the table `embargoes`, and those that the table of events alone tells under the
/// rule's event.
///
/// One whose days cannot be read, such as one lifted before it was set, is in force with its doubt; of two that are open
/// both count, and the second is told; one decided by another role than the rule names is in force and told.
inline EmbargoLog embargoes_on(const EmbargoRule& rule, const Evidence& evidence, Date as_of,
                               Rejects& rejects) {
    EmbargoLog log;
    const auto& table = embargo_kind().schema.name;
    log.known = detail::knows_of_embargoes(rule, evidence);
    detail::EmbargoReader reader(rule, as_of, log, rejects);
    for (const auto& [whom, rows] : rows_by_concerned(evidence, table, detail::embargo_field::provider)) {
        reader.take(whom, rows);
    }
    auto told = detail::told_by_events(rule, evidence, as_of, log);
    std::move(told.begin(), told.end(), std::back_inserter(log.in_force));
    std::stable_sort(log.in_force.begin(), log.in_force.end(), [](const Embargo& a, const Embargo& b) {
        return std::tie(a.whom, a.from) < std::tie(b.whom, b.from);
    });
    return log;
}

} // namespace vermeil
