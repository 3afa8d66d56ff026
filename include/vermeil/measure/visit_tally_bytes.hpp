// SPDX-License-Identifier: MIT
#pragma once
// A tally of visits as bytes, for another process that goes on with it.

#include <vermeil/core/bytes.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/id_value.hpp>
#include <vermeil/measure/visit_tally.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// Writes tallies as bytes and reads them. Equal tallies give equal bytes on every machine.
///
/// They hold the ids of people and workers as the log has them: keep them as you keep the log.
class VisitTallyBytes {
  public:
    /// The bytes of a tally.
    [[nodiscard]] static std::string written(const VisitTally& tally) {
        detail::ByteWriter out(title);
        write(out, tally.rules_);
        out.put(std::uint64_t{tally.services_.size()});
        for (const auto& [service, of] : tally.services_) {
            write(out, service);
            write(out, of);
        }
        return out.sealed();
    }

    /// @throws Error when the bytes are not a whole tally that this version wrote.
    [[nodiscard]] static VisitTally read(std::string_view bytes) {
        detail::ByteReader in(bytes, "tally of visits", title);
        VisitTally tally(read_rules(in));
        for (auto left = in.count(1); left > 0; --left) {
            auto service = read_id(in);
            tally.services_.insert_or_assign(std::move(service), read_service(in));
        }
        return tally;
    }

  private:
    static constexpr const char* title = "vermeil visit tally 3";

    /// The counts of a struct that holds nothing else, in their order.
    template <class Counts> static void write_counts(detail::ByteWriter& out, const Counts& counts) {
        detail::each_count(counts, [&](std::uint64_t count) { out.put(count); });
    }
    template <class Counts> static Counts read_counts(detail::ByteReader& in) {
        Counts counts;
        detail::each_count(counts, [&](std::uint64_t& count) { count = in.number<std::uint64_t>(); });
        return counts;
    }

    static void write(detail::ByteWriter& out, const VisitRules& rules) {
        out.put(rules.counts);
        out.put(rules.punctuality.has_value());
        if (const auto& rule = rules.punctuality) {
            out.put(rule->late_minutes);
            out.put(rule->early_minutes);
            out.put(static_cast<std::uint8_t>(rule->rounding));
            out.put(std::uint64_t{rule->quantiles.size()});
            for (const double share : rule->quantiles) {
                out.put(share);
            }
        }
        out.put(rules.length.has_value());
        if (const auto& rule = rules.length) {
            out.put(rule->short_minutes);
            out.put(rule->least_share);
        }
        out.put(rules.continuity.has_value());
        if (const auto& rule = rules.continuity) {
            out.put(rule->sequence);
            out.put(rule->least_contacts);
            for (const auto& moment : {rule->recent_from, rule->new_from}) {
                out.put(moment.has_value());
                out.put(moment.value_or(0));
            }
        }
    }
    static VisitRules read_rules(detail::ByteReader& in) {
        VisitRules rules{in.truth()};
        if (in.truth()) {
            PunctualityRule rule{in.real(), 0};
            rule.early_minutes = in.real();
            const auto rounding = in.number<std::uint8_t>();
            if (rounding > static_cast<std::uint8_t>(LateRounding::nearest)) {
                throw Error("tally of visits: a rounding that is not known");
            }
            rule.rounding = static_cast<LateRounding>(rounding);
            for (auto left = in.count(sizeof(double)); left > 0; --left) {
                rule.quantiles.push_back(in.real());
            }
            rules.punctuality = std::move(rule);
        }
        if (in.truth()) {
            LengthRule rule{in.real(), 0};
            rule.least_share = in.real();
            rules.length = rule;
        }
        if (in.truth()) {
            ContinuityRule rule{in.truth()};
            rule.least_contacts = in.number<std::uint32_t>();
            for (auto* const moment : {&rule.recent_from, &rule.new_from}) {
                const bool is_given = in.truth();
                const auto from = in.signed_64();
                *moment = is_given ? std::optional(from) : std::nullopt;
            }
            rules.continuity = rule;
        }
        return rules;
    }

    static void write(detail::ByteWriter& out, const IdValue& id) {
        const auto* number = std::get_if<std::int64_t>(&id);
        out.put(number != nullptr);
        if (number != nullptr) {
            out.put(*number);
        } else {
            out.put(std::string_view(std::get<std::string>(id)));
        }
    }
    static IdValue read_id(detail::ByteReader& in) {
        if (in.truth()) {
            return in.signed_64();
        }
        return std::string(in.text());
    }
    static void write(detail::ByteWriter& out, const std::vector<IdValue>& ids) {
        out.put(std::uint64_t{ids.size()});
        for (const auto& id : ids) {
            write(out, id);
        }
    }
    static std::vector<IdValue> read_ids(detail::ByteReader& in) {
        std::vector<IdValue> ids;
        for (auto left = in.count(1); left > 0; --left) {
            ids.push_back(read_id(in));
        }
        return ids;
    }

    static void write(detail::ByteWriter& out, const ServiceTally& tally) {
        write_counts(out, tally.counts);
        write_counts(out, tally.lengths);
        out.put(std::uint64_t{tally.late.size()});
        for (const auto& run : tally.late) {
            out.put(run.seconds);
            out.put(run.starts);
        }
        out.put(std::uint64_t{tally.people.size()});
        for (const auto& [person, of] : tally.people) {
            write(out, person);
            write(out, of);
        }
        detail::write(out, tally.rows);
    }
    static ServiceTally read_service(detail::ByteReader& in) {
        ServiceTally tally{read_counts<VisitCounts>(in), {}, {}, {}, {}};
        tally.lengths = read_counts<VisitLengths>(in);
        for (auto left = in.count(sizeof(std::int32_t)); left > 0; --left) {
            const auto seconds = in.signed_32();
            tally.late.push_back({seconds, in.number<std::uint64_t>()});
        }
        for (auto left = in.count(1); left > 0; --left) {
            auto person = read_id(in);
            tally.people.insert_or_assign(std::move(person), read_person(in));
        }
        tally.rows = detail::read_counted_rows(in);
        return tally;
    }

    static void write(detail::ByteWriter& out, const PersonTally& tally) {
        out.put(std::uint64_t{tally.workers.size()});
        for (const auto& [worker, of] : tally.workers) {
            write(out, worker);
            out.put(of.contacts);
            out.put(of.recent);
            out.put(of.since);
        }
        out.put(std::uint64_t{tally.stretches.size()});
        for (const auto& stretch : tally.stretches) {
            for (const auto number :
                 {stretch.first_start, stretch.last_start, stretch.visits, stretch.same}) {
                out.put(number);
            }
            write(out, stretch.first_workers);
            write(out, stretch.last_workers);
        }
    }
    static PersonTally read_person(detail::ByteReader& in) {
        PersonTally tally;
        for (auto left = in.count(1); left > 0; --left) {
            auto worker = read_id(in);
            const auto contacts = in.number<std::uint32_t>();
            const bool recent = in.truth();
            tally.workers.insert_or_assign(std::move(worker),
                                           WorkerTally{contacts, recent, in.number<std::uint32_t>()});
        }
        for (auto left = in.count(1); left > 0; --left) {
            VisitStretch stretch;
            for (auto* number : {&stretch.first_start, &stretch.last_start, &stretch.visits, &stretch.same}) {
                *number = in.number<std::uint32_t>();
            }
            stretch.first_workers = read_ids(in);
            stretch.last_workers = read_ids(in);
            tally.stretches.push_back(std::move(stretch));
        }
        return tally;
    }
};

} // namespace vermeil
