// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/code_table.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace vermeil::detail;

TEST_CASE("keys get codes in the order in which they come, and the same again") {
    CodeTable<std::string_view> table;
    CHECK(table.code("b") == 0);
    CHECK(table.code("") == 1);
    CHECK(table.code("a") == 2);
    CHECK(table.code("b") == 0);
    CHECK(table.keys() == std::vector<std::string_view>{"b", "", "a"});
    CHECK(table.find("a") == 2U);
    CHECK(table.find("c") == std::nullopt);
}

TEST_CASE("a table that grows many times keeps every code") {
    constexpr std::uint32_t count = 100'000;
    CodeTable<std::uint64_t> table;
    for (std::uint64_t key = 0; key < count; ++key) {
        REQUIRE(table.code(key << 40U) == key); // keys that differ in their highest bits alone
    }
    for (std::uint64_t key = 0; key < count; ++key) {
        REQUIRE(table.code(key << 40U) == key);
        REQUIRE(table.find(key << 40U) == key);
    }
    CHECK(table.keys().size() == count);
}

TEST_CASE("texts that differ in one byte, or in their length alone, are different keys") {
    std::vector<std::string> keys;
    for (std::size_t length = 0; length < 40; ++length) {
        keys.push_back(std::string(length, '\0'));
        for (std::size_t at = 0; at < length; ++at) {
            keys.push_back(std::string(length, 'x'));
            keys.back()[at] = 'y';
        }
    }
    CodeTable<std::string_view> table;
    std::set<std::uint64_t> hashes;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        REQUIRE(table.code(keys[i]) == i);
        hashes.insert(hashed(keys[i]));
    }
    CHECK(hashes.size() == keys.size());
}
