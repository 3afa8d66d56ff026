// SPDX-License-Identifier: MIT
#pragma once
// A log of visits held against what else the council knows: its services, and the care it commissioned.

#include <vermeil/core/date.hpp>
#include <vermeil/core/london_clock.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/market/care_package.hpp>
#include <vermeil/market/service.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

/// The days from one to another, both counted; open ends are as far as days go.
struct DaySpan {
    std::int32_t first = std::numeric_limits<std::int32_t>::min();
    std::int32_t last = std::numeric_limits<std::int32_t>::max();

    DaySpan(std::optional<Date> from, std::optional<Date> to)
        : first(from ? day_number(*from) : std::numeric_limits<std::int32_t>::min()),
          last(to ? day_number(*to) : std::numeric_limits<std::int32_t>::max()) {}
    [[nodiscard]] bool holds(std::int32_t day) const noexcept { return first <= day && day <= last; }
};

/// Calls `judge(code, day)` for each row that is used, by the day of its planned start, and notes the doubt that it
/// gives. The day is the one that London's clock shows.
template <class Judge>
void judge_rows(VisitLog& log, const IdColumn& ids, std::size_t field, const Judge& judge) {
    BlockOf<std::uint32_t> codes, starts;
    std::uint64_t row = 0;
    LondonClock clock;
    each_block(log, 0, log.rows(), [&](const VisitBlock& block) {
        block.read(ids, codes);
        block.read_starts(starts);
        for (std::size_t i = 0; i < block.rows(); ++i, ++row) {
            if ((block.marks()[i] & VisitMark::status_bits) == VisitMark::left_out) {
                continue;
            }
            const auto shown = starts[i] + clock.ahead_at(starts[i]).value_or(0);
            const std::optional<VisitDoubt> doubt =
                judge(codes[i], static_cast<std::int32_t>(shown / 86'400));
            if (doubt) {
                log.faults.push_back({row, *doubt, static_cast<std::uint8_t>(field), is_kept(*doubt)});
                if (!is_kept(*doubt)) {
                    log.marks->data()[row] = VisitMark::left_out;
                }
            }
        }
    });
}

} // namespace detail

/// Leaves out visits of services that the register does not know, and doubts those on days on which the service is not
/// open. `services` is in the order of ids.
inline void check_services(VisitLog& log, std::span<const Service> services) {
    std::vector<std::optional<detail::DaySpan>> open(log.service.size());
    for (std::size_t code = 0; code < open.size(); ++code) {
        const auto name = log.service.name(code);
        const auto found =
            std::lower_bound(services.begin(), services.end(), name,
                             [](const auto& each, const auto& id) { return each.id().text() < id; });
        if (found != services.end() && found->id().text() == name) {
            open[code] = detail::DaySpan(found->first_day(), found->last_day());
        }
    }
    detail::judge_rows(log, log.service, detail::visit_field::service,
                       [&](std::uint32_t code, std::int32_t day) -> std::optional<VisitDoubt> {
                           if (!open[code]) {
                               return VisitDoubt::unknown_service;
                           }
                           return open[code]->holds(day) ? std::nullopt
                                                         : std::optional(VisitDoubt::service_closed);
                       });
}

/// Doubts visits of people who have no care package on that day.
inline void check_packages(VisitLog& log, std::span<const CarePackage> packages) {
    std::map<std::string, std::vector<detail::DaySpan>> of_person;
    for (const auto& package : packages) {
        of_person[package.person().text()].emplace_back(package.period().first(), package.period().last());
    }
    std::vector<const std::vector<detail::DaySpan>*> of_code(log.person.size(), nullptr);
    for (std::size_t code = 0; code < of_code.size(); ++code) {
        const auto found = of_person.find(log.person.name(code));
        of_code[code] = found == of_person.end() ? nullptr : &found->second;
    }
    detail::judge_rows(log, log.person, detail::visit_field::person,
                       [&](std::uint32_t code, std::int32_t day) -> std::optional<VisitDoubt> {
                           const bool has = of_code[code] != nullptr &&
                                            std::any_of(of_code[code]->begin(), of_code[code]->end(),
                                                        [day](const auto& span) { return span.holds(day); });
                           return has ? std::nullopt : std::optional(VisitDoubt::without_package);
                       });
}

} // namespace vermeil
