// SPDX-License-Identifier: MIT
// How much of its points a value of a table earns.

#include "catch.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/framework/point_share_reader.hpp>

#include <cstddef>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

std::vector<double> read(const Column& column, std::vector<std::string>& told) {
    const std::vector<std::size_t> rows{0, 1, 2};
    return detail::read_point_shares(
        column, rows,
        [&](const std::string& name, std::size_t, const std::string& value, const std::string& reason) {
            told.push_back(name + " " + value + ": " + reason);
        });
}

} // namespace

TEST_CASE("a share is read as it stands, and an empty cell earns all of its points") {
    std::vector<std::string> told;
    CHECK(read(text_column("m.share", std::vector<std::string>{"0.5", "", "1"}), told) ==
          std::vector<double>{0.5, 1, 1});
    CHECK(read(number_column("m.share", std::vector<double>{0, 0.25, 1}), told) ==
          std::vector<double>{0, 0.25, 1});
    CHECK(told.empty());
}

TEST_CASE("what is no share earns all of its points and is told") {
    std::vector<std::string> told;
    CHECK(read(text_column("m.share", std::vector<std::string>{"half", "-1", "2"}), told) ==
          std::vector<double>{1, 1, 1});
    CHECK(told == std::vector<std::string>{"m.share half: not a share from 0 to 1",
                                           "m.share -1: not a share from 0 to 1",
                                           "m.share 2: not a share from 0 to 1"});
}
