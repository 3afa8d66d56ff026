// SPDX-License-Identifier: MIT
#pragma once
// Rows of one service, put beside each other by person.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vermeil::detail {

/// Groups rows by person, service after service, in memory that is used again.
template <class Row, class Record> class PeopleOf {
  public:
    /// `people` is how many codes of persons there are.
    explicit PeopleOf(std::size_t people) : numbers_(people) {}

    /// Groups some rows: `person(row)` is a row's code, `record(row)` what is kept of it. Then calls
    /// `work(person, records)` for each person, in the order in which they were met.
    template <class Person, class Keep, class Work>
    void each(std::span<const Row> rows, const Person& person, const Keep& keep, const Work& work) {
        ++turn_;
        met_.clear();
        for (const auto& row : rows) {
            auto& number = numbers_[person(row)];
            if (number.turn != turn_) {
                number = {turn_, static_cast<std::uint32_t>(met_.size())};
                met_.push_back({person(row), 0});
            }
            ++met_[number.value].end;
        }
        std::size_t begin = 0;
        for (auto& each : met_) {
            const auto count = each.end;
            each.end = begin;
            begin += count;
        }
        records_.resize(rows.size());
        for (const auto& row : rows) {
            records_[met_[numbers_[person(row)].value].end++] = keep(row);
        }
        begin = 0;
        for (const auto& each : met_) {
            work(each.person, std::span<Record>(records_).subspan(begin, each.end - begin));
            begin = each.end;
        }
    }

  private:
    struct Number {
        std::uint32_t turn = 0;
        std::uint32_t value = 0;
    };
    struct Met {
        std::uint32_t person;
        std::size_t end;
    };

    std::vector<Number> numbers_; ///< of each person, within the service whose turn it is
    std::vector<Met> met_;
    std::vector<Record> records_;
    std::uint32_t turn_ = 0;
};

} // namespace vermeil::detail
