// SPDX-License-Identifier: MIT
#pragma once
// Where everybody stands on a ladder, as the decisions of people say.

#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/concerned.hpp>
#include <vermeil/evidence/decision.hpp>
#include <vermeil/market/rows.hpp>
#include <vermeil/risk/ladder.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

/// Where somebody stands on a ladder as of a day, and since when.
struct LadderStanding {
    Concerned whom{};
    std::optional<std::size_t> step{}; ///< nothing: nobody can say, and `doubts` says why
    std::optional<Date>
        since{}; ///< nothing where the step is not known, or was never decided and no first day is known
    std::optional<Date> decided_on{};  ///< of the latest decision; nothing where there is none
    std::optional<Date> review_on{};   ///< as the decision says, else as the step does
    std::optional<Date> deadline_on{}; ///< by which the step should have been left
    std::string role{};
    std::string reason{};
    std::vector<std::string> doubts{};
    std::optional<std::size_t> before{}; ///< the step stood on before the day of the latest decision
    std::optional<Date> before_since{};  ///< since when; nothing where that is not known
};

namespace detail {

/// The decisions about one service or provider, replayed in the order in which they became known.
class DecisionReplay {
  public:
    DecisionReplay(const Ladder& ladder, Date as_of, Rejects& rejects)
        : ladder_(&ladder), as_of_(as_of), rejects_(&rejects) {}

    [[nodiscard]] LadderStanding of(const Concerned& whom, std::optional<Date> first_day,
                                    const std::vector<const Record*>& rows) {
        standing_ = LadderStanding{whom, std::size_t{0}, first_day};
        is_sure_ = true;
        set_days(watched_from(first_day));
        for (const auto& decision : in_order(rows)) {
            take(*decision.record, decision.step);
        }
        if (!is_sure_) {
            standing_.step = std::nullopt;
            standing_.since = standing_.review_on = standing_.deadline_on = std::nullopt;
        }
        return standing_;
    }

  private:
    struct Decision {
        const Record* record;
        std::size_t step;
    };

    /// Nobody owed a look before the ladder took effect.
    [[nodiscard]] std::optional<Date> watched_from(std::optional<Date> first_day) const {
        const auto effective = ladder_->rules().rules.edition.effective_from;
        return first_day && effective ? std::max(first_day, effective) : first_day;
    }
    static std::string text(const Record& record, std::size_t field) {
        const auto* said = record.get<std::string>(field);
        return said != nullptr ? *said : "";
    }
    void tell(const Record& record, std::size_t field, std::string value, std::string reason, bool kept) {
        rejects_->push_back(record.origin.reject(decision_kind().schema.fields[field].name, std::move(value),
                                                 std::move(reason), kept));
    }
    void doubt(std::string why) { standing_.doubts.push_back(std::move(why)); }

    /// Those that count by the day, in the order in which they became known; of one day the gravest first.
    std::vector<Decision> in_order(const std::vector<const Record*>& rows) {
        namespace f = decision_field;
        std::vector<Decision> order;
        for (const auto* record : rows) {
            const auto ladder = text(*record, f::ladder);
            const bool later = record->known_on && *record->known_on > as_of_;
            if (later || (!ladder.empty() && folded(ladder) != folded(ladder_->id()))) {
                continue;
            }
            const auto name = text(*record, f::step);
            const auto step = ladder_->find(name);
            if (record->refused || !step) {
                if (!record->refused && !name.empty()) {
                    tell(*record, f::step, name, ladder_->no_such_step(name), false);
                }
                is_sure_ = false;
                doubt("a decision could not be read");
            } else if (record->from > as_of_) {
                tell(*record, f::on, to_string(record->from),
                     "lies after " + to_string(as_of_) + ": it has not been taken yet", false);
            } else {
                order.push_back({record, *step});
            }
        }
        std::sort(order.begin(), order.end(), [](const Decision& a, const Decision& b) {
            const auto known = [](const Record& each) { return each.known_on.value_or(each.from); };
            return std::tuple(known(*a.record), a.record->from, b.step) <
                   std::tuple(known(*b.record), b.record->from, a.step);
        });
        return order;
    }

    void take(const Record& record, std::size_t step) {
        namespace f = decision_field;
        const auto last = standing_.decided_on;
        const auto now = *standing_.step;
        if (last && record.from < *last) {
            tell(record, f::on, to_string(record.from),
                 "lies before " + to_string(*last) + ", the day of a decision that was known earlier", false);
            return;
        }
        if (last && record.from == *last && step < now) {
            tell(record, f::step, text(record, f::step),
                 "a graver step, " + quoted(ladder_->steps()[now].name) + ", was decided on the same day",
                 false);
            return;
        }
        const auto wrong = step == now ? std::string() : fault_of(record, now, step);
        if (!wrong.empty()) {
            tell(record, f::step, text(record, f::step), wrong, step > now);
            if (step < now) {
                doubt("a decision for a milder step was left out: " + wrong);
                return;
            }
            doubt(wrong);
        }
        stand(record, step);
    }

    /// What is wrong with a move; empty for one that the ladder allows as it was decided.
    [[nodiscard]] std::string fault_of(const Record& record, std::size_t from, std::size_t to) const {
        namespace f = decision_field;
        const auto* move = ladder_->move(from, to);
        if (move == nullptr) {
            std::vector<std::string> allowed;
            for (std::size_t step = 0; step < ladder_->steps().size(); ++step) {
                if (ladder_->move(from, step) != nullptr) {
                    allowed.push_back(ladder_->steps()[step].name);
                }
            }
            return "no move leads there from " + quoted(ladder_->steps()[from].name) + "; moves lead to " +
                   one_of(allowed);
        }
        const auto role = text(record, f::role);
        if (!move->roles.empty() && !has_word(move->roles, role)) {
            return "decided by " + quoted(role) + "; this move is for " + one_of(move->roles);
        }
        const auto seen = listed(text(record, f::seen));
        for (const auto& need : move->needs) {
            if (!has_word(seen, need)) {
                return "decided without having seen " + quoted(need);
            }
        }
        return "";
    }

    void stand(const Record& record, std::size_t step) {
        namespace f = decision_field;
        if (standing_.decided_on != record.from) {
            standing_.before = standing_.step;
            standing_.before_since = standing_.since;
        }
        standing_.since = standing_.decided_on && step == *standing_.step ? standing_.since : record.from;
        standing_.step = step;
        standing_.decided_on = record.from;
        standing_.role = text(record, f::role);
        standing_.reason = text(record, f::reason);
        set_days(record.from);
        if (const auto* day = record.get<Date>(f::review_on)) {
            standing_.review_on = *day;
        }
    }

    /// The days that a step sets, counted from a decision and from the first day on the step.
    void set_days(std::optional<Date> decided) {
        const auto& step = ladder_->steps()[*standing_.step];
        const auto after = [](std::optional<Date> day, std::uint32_t days) {
            return day && days > 0 ? std::optional(*day + boost::gregorian::days(static_cast<int>(days)))
                                   : std::nullopt;
        };
        standing_.review_on = after(decided, step.review_days);
        standing_.deadline_on =
            after(standing_.decided_on ? standing_.since : watched_from(standing_.since), step.deadline_days);
    }

    const Ladder* ladder_;
    Date as_of_;
    Rejects* rejects_;
    LadderStanding standing_;
    bool is_sure_ = true;
};

} // namespace detail

/// Where each service that is open on a day, or each provider that runs one, or both as the ladder says, stands on it.
///
/// Without any decision one stands on the mildest step since one's first day, and its days count from the day on which the ladder
/// took effect where that is later; a decision for the step stood on confirms it and
/// sets its review anew. Decisions of other ladders are left alone, and those that became known after the day. Told, in the
/// rejects, and:
/// - left out is one dated after the day, one dated before a decision that was known earlier, and of two of one day the milder;
/// - of a move that the ladder does not allow, that is for other roles or that lacks evidence, the graver step stands: such an
///   escalation is kept with its doubt, such an easing is left out;
/// - with a decision that cannot be read, or for a step that the ladder does not have, nobody can say where one stands;
/// - without a table of decisions nobody can say it of anybody.
inline std::vector<LadderStanding> standings_on(const Ladder& ladder, const Evidence& evidence, Date as_of,
                                                Rejects& rejects) {
    const bool known = evidence.find_records(decision_kind().schema.name) != nullptr;
    const auto rows =
        rows_by_concerned(evidence, decision_kind().schema.name, detail::decision_field::provider);
    const auto of = ladder.rules().of;
    detail::DecisionReplay replay(ladder, as_of, rejects);
    std::vector<LadderStanding> standings;
    for (const auto& whom :
         concerned_on(evidence, as_of, of != LadderOf::provider, of != LadderOf::service)) {
        if (!known) {
            standings.push_back({whom});
            standings.back().doubts.emplace_back(evidence.is_unread(decision_kind().schema.name)
                                                     ? "the table of decisions could not be read"
                                                     : "no table of decisions was given");
            continue;
        }
        const auto found = rows.find(whom);
        const auto* service = whom.is_provider ? nullptr : evidence.find(whom.id);
        standings.push_back(replay.of(whom, service != nullptr ? service->first_day() : std::nullopt,
                                      found == rows.end() ? std::vector<const Record*>() : found->second));
    }
    return standings;
}

} // namespace vermeil
