// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/tree_checks.hpp>

#include <string>

using namespace vermeil;

namespace {
/// So many groups, each within the one before; the measure stands in the last.
Rules nested(int levels) {
    auto rules = sample::rules();
    rules.groups.clear();
    for (int i = 0; i < levels; ++i) {
        Group group;
        group.id = "g" + std::to_string(i);
        group.within = i == 0 ? "" : "g" + std::to_string(i - 1);
        rules.groups.push_back(group);
    }
    rules.indicators[0].within = "g" + std::to_string(levels - 1);
    return rules;
}
} // namespace

TEST_CASE("groups that hold measures or groups are let through, up to 8 levels") {
    CHECK_NOTHROW(detail::check_tree(sample::rules()));
    CHECK_NOTHROW(detail::check_tree(nested(8)));
    CHECK_THROWS_WITH(detail::check_tree(nested(9)),
                      "group 'g8' stands within itself, or more than 8 levels deep");
}

TEST_CASE("two groups within each other are refused") {
    auto rules = nested(2);
    rules.groups[0].within = "g1";
    CHECK_THROWS_WITH(detail::check_tree(rules),
                      "group 'g0' stands within itself, or more than 8 levels deep");
}

TEST_CASE("a measure or a group stands within a group that exists") {
    auto rules = sample::rules();
    rules.indicators[0].within = "poeple";
    CHECK_THROWS_WITH(detail::check_tree(rules),
                      "rules:5:1: measure 'dignity' stands within 'poeple'; the groups "
                      "are 'people'; did you mean 'people'?");
    rules = nested(2);
    rules.groups[1].within = "staff";
    CHECK_THROWS_WITH(detail::check_tree(rules),
                      "group 'g1' stands within 'staff'; the groups are 'g0' or 'g1'");
}

TEST_CASE("a group without members, and a second one of its name, are refused") {
    auto rules = sample::rules();
    rules.indicators[0].within = "";
    CHECK_THROWS_WITH(detail::check_tree(rules), "rules:4:1: group 'people' holds no measure");
    rules = sample::rules();
    rules.groups.push_back(rules.groups[0]);
    CHECK_THROWS_WITH(detail::check_tree(rules), "rules:4:1: two groups are named 'people'");
}

TEST_CASE("a group is found by its id") {
    const auto rules = sample::rules();
    CHECK(detail::find_group(rules, "people") == rules.groups.data());
    CHECK(detail::find_group(rules, "staff") == nullptr);
}
