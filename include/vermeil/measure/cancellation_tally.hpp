// SPDX-License-Identifier: MIT
#pragma once
// How visits were cancelled, in parts: each part is counted on its own, and the parts are put together exactly.

#include <vermeil/core/bytes.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/id_value.hpp>
#include <vermeil/evidence/cancelled_at.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/measure/cancellations.hpp>
#include <vermeil/measure/counted_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// Visits that one side cancelled, as whole numbers that add up.
struct NoticeTally {
    std::uint64_t visits = 0;
    std::map<std::int64_t, std::uint64_t> notice{}; ///< how many were given so many seconds of notice

    friend bool operator==(const NoticeTally&, const NoticeTally&) = default;

    /// Adds what another part has.
    void merge(const NoticeTally& other) {
        visits += other.visits;
        for (const auto& [seconds, times] : other.notice) {
            notice[seconds] += times;
        }
    }
};

/// What is kept of one service's cancellations.
struct ServiceCancellations {
    std::uint64_t planned = 0;
    NoticeTally by_person{};
    NoticeTally by_provider{};
    CountedRows rows{}; ///< none of a log that was not searched for rows that stand twice

    friend bool operator==(const ServiceCancellations&, const ServiceCancellations&) = default;

    /// Adds what another part has.
    /// @throws Error as `CountedRows::merge` does.
    void merge(const ServiceCancellations& other) {
        rows.merge(other.rows);
        planned += other.planned;
        by_person.merge(other.by_person);
        by_provider.merge(other.by_provider);
    }
};

/// Counts the cancellations of logs part by part. However a log is split, and in whatever order its parts are added and merged,
/// the counts are those of the whole log; parts that repeat a row of each other are refused, as the whole counts it once.
class CancellationTally {
  public:
    /// What is kept, by service.
    [[nodiscard]] const std::map<IdValue, ServiceCancellations>& services() const noexcept {
        return services_;
    }

    /// Adds a part.
    /// @throws Error when its column `cancelled_at` holds something else than moments and texts, and as `merge` does.
    void add(const VisitLog& part, std::size_t threads = 1) {
        const auto counted = detail::cancellations_by_code(part, detail::CancelledAt(part, threads));
        auto rows = detail::counted_rows(part, std::max<std::size_t>(threads, 1));
        CancellationTally counted_part;
        for (std::size_t code = 0; code < counted.size(); ++code) {
            const auto& each = counted[code];
            if (each.planned > 0) {
                counted_part.services_[part.service.id(code)] = {each.planned, tally_of(each.by_person),
                                                                 tally_of(each.by_provider),
                                                                 std::move(rows[code])};
            }
        }
        merge(counted_part);
    }
    /// Adds what another tally counted.
    /// @throws Error when both have counted the same row; nothing is added then.
    void merge(const CancellationTally& other) {
        std::map<IdValue, ServiceCancellations> changed;
        for (const auto& [service, tally] : other.services_) {
            const auto own = services_.find(service);
            auto& both = changed[service];
            both = own == services_.end() ? ServiceCancellations{} : own->second;
            both.merge(tally);
        }
        for (auto& [service, tally] : changed) {
            services_.insert_or_assign(service, std::move(tally));
        }
    }
    /// The cancellations of all parts, as `cancellations` gives them for the whole; notice stands in rising order.
    [[nodiscard]] std::vector<Cancellations> finish() const {
        std::vector<Cancellations> made;
        for (const auto& [service, tally] : services_) {
            made.push_back(
                {to_string(service), tally.planned, side_of(tally.by_person), side_of(tally.by_provider)});
        }
        return made;
    }

    /// The tally as bytes, for another process that goes on with it. Equal tallies give equal bytes on every machine.
    [[nodiscard]] std::string bytes() const {
        detail::ByteWriter out(title);
        out.put(std::uint64_t{services_.size()});
        for (const auto& [service, tally] : services_) {
            const auto* number = std::get_if<std::int64_t>(&service);
            out.put(number != nullptr);
            if (number != nullptr) {
                out.put(*number);
            } else {
                out.put(std::string_view(std::get<std::string>(service)));
            }
            out.put(tally.planned);
            write(out, tally.by_person);
            write(out, tally.by_provider);
            detail::write(out, tally.rows);
        }
        return out.sealed();
    }
    /// @throws Error when the bytes are not a whole tally that this version wrote.
    [[nodiscard]] static CancellationTally from_bytes(std::string_view bytes) {
        detail::ByteReader in(bytes, "tally of cancellations", title);
        CancellationTally tally;
        for (auto left = in.count(1); left > 0; --left) {
            IdValue service = std::int64_t{0};
            if (in.truth()) {
                service = in.signed_64();
            } else {
                service = std::string(in.text());
            }
            ServiceCancellations of{in.number<std::uint64_t>(), {}, {}, {}};
            of.by_person = read_side(in);
            of.by_provider = read_side(in);
            of.rows = detail::read_counted_rows(in);
            tally.services_.insert_or_assign(std::move(service), std::move(of));
        }
        return tally;
    }

  private:
    static constexpr const char* title = "vermeil cancellation tally 3";

    static NoticeTally tally_of(const CancelledSide& side) {
        NoticeTally made{side.visits, {}};
        for (const auto seconds : side.notice) {
            ++made.notice[seconds];
        }
        return made;
    }
    static CancelledSide side_of(const NoticeTally& tally) {
        CancelledSide made{tally.visits, {}};
        for (const auto& [seconds, times] : tally.notice) {
            made.notice.insert(made.notice.end(), static_cast<std::size_t>(times), seconds);
        }
        return made;
    }
    static void write(detail::ByteWriter& out, const NoticeTally& side) {
        out.put(side.visits);
        out.put(std::uint64_t{side.notice.size()});
        for (const auto& [seconds, times] : side.notice) {
            out.put(seconds);
            out.put(times);
        }
    }
    /// @throws Error when more have notice than were cancelled: no tally says so, and nobody makes room for them.
    static NoticeTally read_side(detail::ByteReader& in) {
        NoticeTally side{in.number<std::uint64_t>(), {}};
        std::uint64_t dated = 0;
        for (auto left = in.count(2 * sizeof(std::uint64_t)); left > 0; --left) {
            const auto seconds = in.signed_64();
            const auto times = in.number<std::uint64_t>();
            if (times > side.visits - dated) {
                throw Error("tally of cancellations: more have notice than were cancelled");
            }
            dated += times;
            side.notice.insert_or_assign(seconds, times);
        }
        return side;
    }

    std::map<IdValue, ServiceCancellations> services_;
};

} // namespace vermeil
