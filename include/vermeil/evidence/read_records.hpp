// SPDX-License-Identifier: MIT
#pragma once
// Reads any kind of typed evidence by its schema.

#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/origins.hpp>
#include <vermeil/evidence/record.hpp>
#include <vermeil/evidence/service_of.hpp>
#include <vermeil/evidence/shared_cells.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// What a cell says; `Refused`, with a reject, where it does not fit its field.
inline RecordValue cell_value(RowReader& row, std::size_t field, CellKind kind, const Rejects& rejects) {
    const auto before = rejects.size_in_all();
    const auto said = [&](auto value) -> RecordValue {
        return value                             ? RecordValue(*std::move(value))
               : rejects.size_in_all() != before ? RecordValue(Refused{})
                                                 : RecordValue(std::monostate{});
    };
    switch (kind) {
    case CellKind::word:
        return said(row.word(field));
    case CellKind::whole:
        return said(row.whole(field));
    case CellKind::number: {
        const auto number = row.number(field);
        if (number && *number < 0) {
            row.reject(field, "below 0");
            return Refused{};
        }
        return said(number);
    }
    case CellKind::date:
        return said(row.date(field));
    case CellKind::quarter:
        return said(row.quarter(field));
    case CellKind::truth:
        return said(row.truth(field));
    default:
        return said(row.text(field));
    }
}

/// One table of typed evidence while it is read.
class RecordReader {
  public:
    RecordReader(const RecordKind& kind, const Frame& frame, Evidence& evidence)
        : kind_(kind), reader_(kind.schema, frame), evidence_(evidence), origins_(frame),
          to_(kind.find("to")), known_on_(kind.find("known_on")), provider_(kind.find("provider")) {}

    /// The rows whose service is known. One whose days or key are refused stays marked, and so does each cell that is refused,
    /// so that its loss helps nobody. Of two rows of one key the second is a reject.
    [[nodiscard]] Records read() {
        std::vector<Record> records;
        records.reserve(reader_.rows()); // twice the memory where it grows step by step
        for (std::size_t i = 0; i < reader_.rows(); ++i) {
            if (reader_.is_blank(i)) {
                continue;
            }
            auto row = reader_.row(i, evidence_.rejects);
            auto record = record_in(row, i);
            auto services = concerned(row, record);
            if (services.empty() || !is_new(record, row)) {
                continue;
            }
            for (auto& service : services) {
                records.push_back(record);
                records.back().service = std::move(service);
            }
        }
        return Records(std::move(records));
    }

  private:
    Record record_in(RowReader& row, std::size_t at) {
        Record record;
        record.origin = origins_.of(at);
        auto service = reader_.cell(0, at);
        std::vector<RecordValue> cells;
        cells.reserve(kind_.schema.fields.size());
        cells.push_back(service.empty() ? RecordValue(std::monostate{}) : RecordValue(std::move(service)));
        for (std::size_t field = 1; field < kind_.schema.fields.size(); ++field) {
            cells.push_back(cell_value(row, field, kind_.schema.fields[field].kind, evidence_.rejects));
        }
        record.cells = shared_.of(std::move(cells));
        check_parts(record, row);
        check_order(record, row);
        take_days(record);
        return record;
    }

    /// The services that a row concerns: its own, or all of its provider; none where they are not known.
    std::vector<std::string> concerned(RowReader& row, Record& record) const {
        const bool has_service = record.get<std::string>(0) != nullptr;
        const auto provider = provider_ ? row.text(*provider_) : std::nullopt;
        if (provider && has_service) {
            row.reject(*provider_, "a service and a provider are named; a row concerns one of them");
            record.refused = true;
        }
        if (!provider_ || has_service) {
            const auto service = service_of(row, 0, evidence_);
            return service ? std::vector<std::string>{*service} : std::vector<std::string>();
        }
        std::vector<std::string> services;
        for (const auto& each : evidence_.services) {
            if (provider && each.provider().text() == *provider) {
                services.push_back(each.id().text());
            }
        }
        if (provider && services.empty()) {
            row.reject(*provider_, "no service of this provider is in the services table");
        } else if (!provider) {
            row.reject(0, "empty; name the service or the provider that the row concerns");
        }
        return services;
    }

    void check_parts(Record& record, RowReader& row) const {
        for (const auto& [part, whole] : kind_.parts) {
            std::uint64_t sum = 0;
            std::vector<std::string> names;
            for (const auto field : whole) {
                const auto* number = record.get<std::uint32_t>(field);
                sum += number != nullptr ? *number : 0;
                if (number != nullptr) {
                    names.push_back(kind_.schema.fields[field].name);
                }
            }
            const auto* number = record.get<std::uint32_t>(part);
            if (number != nullptr && names.size() == whole.size() && *number > sum) {
                row.reject(part, "more than " + joined(names, " and ") + ", " + std::to_string(sum));
                record.cells.set(part, Refused{});
            }
        }
    }

    void check_order(Record& record, RowReader& row) const {
        for (const auto& [first, then] : kind_.order) {
            const auto* before = record.get<Date>(first);
            const auto* after = record.get<Date>(then);
            if (before != nullptr && after != nullptr && *after < *before) {
                row.reject(then,
                           "lies before " + kind_.schema.fields[first].name + ", " + to_string(*before));
                record.cells.set(then, Refused{});
            }
        }
    }

    void take_days(Record& record) const {
        if (const auto* quarter = record.get<Quarter>(kind_.day)) {
            record.from = quarter->first_day();
            record.to = quarter->last_day();
        } else if (const auto* day = record.get<Date>(kind_.day)) {
            record.from = *day;
        } else {
            record.refused = true;
        }
        const auto take = [&](std::optional<std::size_t> field, std::optional<Date>& into) {
            const auto* day = field ? record.get<Date>(*field) : nullptr;
            into = day != nullptr ? std::optional(*day) : into;
            record.refused = record.refused || (field && record.is_refused(*field));
        };
        take(to_, record.to);
        take(known_on_, record.known_on);
        for (const auto field : kind_.key) {
            record.refused = record.refused || record.is_refused(field);
        }
    }

    bool is_new(const Record& record, RowReader& row) {
        if (kind_.key.empty() || record.refused || seen_.insert(key_of(record)).second) {
            return true;
        }
        std::vector<std::string> names;
        for (const auto field : kind_.key) {
            const bool is_day = kind_.schema.fields[field].kind == CellKind::date;
            names.push_back(is_day ? "day" : kind_.schema.fields[field].name);
        }
        row.reject(kind_.key.back(), "this " + joined(names, " and ") +
                                         (names.size() > 1 ? " stand" : " stands") +
                                         " already in an earlier row");
        return false;
    }
    [[nodiscard]] std::vector<RecordValue> key_of(const Record& record) const {
        std::vector<RecordValue> key;
        for (const auto field : kind_.key) {
            key.push_back(record.cells[field]);
        }
        return key;
    }

    /// Keys of one kind hold values of the same types in the same places.
    struct Before {
        bool operator()(const std::vector<RecordValue>& left, const std::vector<RecordValue>& right) const {
            return std::lexicographical_compare(
                left.begin(), left.end(), right.begin(), right.end(),
                [](const auto& a, const auto& b) { return text(a) < text(b); });
        }
        static std::string text(const RecordValue& value) {
            const auto* word = std::get_if<std::string>(&value);
            const auto* quarter = std::get_if<Quarter>(&value);
            const auto* day = std::get_if<Date>(&value);
            const auto* truth = std::get_if<bool>(&value);
            return word != nullptr      ? *word
                   : quarter != nullptr ? to_string(*quarter)
                   : day != nullptr     ? to_string(*day)
                   : truth != nullptr   ? (*truth ? "yes" : "no")
                                        : "";
        }
    };

    const RecordKind& kind_;
    Reader reader_;
    Evidence& evidence_;
    Origins origins_;
    std::optional<std::size_t> to_;
    std::optional<std::size_t> known_on_;
    std::optional<std::size_t> provider_;
    std::set<std::vector<RecordValue>, Before> seen_;
    SharedCells shared_;
};

/// The rows of a table of typed evidence.
/// @throws Error when a required column is missing.
inline Records read_records(const RecordKind& kind, const Frame& frame, Evidence& evidence) {
    return RecordReader(kind, frame, evidence).read();
}

} // namespace vermeil::detail
